#include "core/config/config_schema.h"

#include "core/base/decimal.h"
#include "core/config/database_url.h"
#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <array>
#include <optional>

namespace core::config
{
namespace
{
using base::Done;
using base::Error;
using base::ErrorCode;
using base::Status;
using domain::Percent;

// `allowed` of a numeric key starts with "LOW to HIGH"; the words and the check are one text.
struct Range
{
    std::int64_t low;
    std::int64_t high;
};

std::optional<Range> rangeOf(const KeySpec& spec, int scale)
{
    const QStringList parts = QLatin1String{spec.allowed}.toString().split(u' ');
    Q_ASSERT(parts.size() >= 3 && parts.at(1) == u"to");
    const base::Result<std::int64_t> low = base::parseDecimal(QStringView{parts.at(0)}, scale);
    const base::Result<std::int64_t> high = base::parseDecimal(QStringView{parts.at(2)}, scale);
    Q_ASSERT(low && high);
    return Range{*low, *high};
}

Error notAllowed(const KeySpec& spec)
{
    return {ErrorCode::OutOfRange, QLatin1String{spec.allowed}.toString()};
}

base::Result<std::int64_t> number(const KeySpec& spec, const RawValue& value, int scale)
{
    if (value.kind != RawValue::Kind::Number && value.kind != RawValue::Kind::Text) {
        return notAllowed(spec);
    }
    const base::Result<std::int64_t> parsed = base::parseDecimal(QStringView{value.text}, scale);
    const std::optional<Range> range = rangeOf(spec, scale);
    if (!parsed || *parsed < range->low || *parsed > range->high) {
        return notAllowed(spec);
    }
    return parsed;
}

template <auto Section, auto Member>
auto& field(Config& config)
{
    return config.*Section.*Member;
}

template <auto Section, auto Member>
const auto& field(const Config& config)
{
    return config.*Section.*Member;
}

template <auto Section, auto Member>
constexpr KeySpec percent(const char* section, const char* name, const char* otherwise,
                          const char* allowed, const char* meaning)
{
    return {section,
            name,
            otherwise,
            allowed,
            meaning,
            [](const KeySpec& spec, Config& config, const RawValue& value) -> Status {
                const base::Result<std::int64_t> units = number(spec, value, Percent::kDecimals);
                if (!units) {
                    return units.error();
                }
                field<Section, Member>(config) = Percent::fromUnits(*units);
                return Done{};
            },
            [](const Config& config) { return field<Section, Member>(config).toString(); }};
}

template <auto Section, auto Member>
constexpr KeySpec whole(const char* section, const char* name, const char* otherwise,
                        const char* allowed, const char* meaning)
{
    return {section,
            name,
            otherwise,
            allowed,
            meaning,
            [](const KeySpec& spec, Config& config, const RawValue& value) -> Status {
                const base::Result<std::int64_t> count = number(spec, value, 0);
                if (!count) {
                    return count.error();
                }
                using Type = std::remove_reference_t<decltype(field<Section, Member>(config))>;
                field<Section, Member>(config) = Type{*count};
                return Done{};
            },
            [](const Config& config) {
                const auto& value = field<Section, Member>(config);
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, domain::Won>) {
                    return QString::number(value.value());
                } else if constexpr (requires { value.count(); }) {
                    return QString::number(value.count());
                } else {
                    return QString::number(value);
                }
            }};
}

template <auto Section, auto Member>
constexpr KeySpec onOff(const char* section, const char* name, const char* otherwise,
                        const char* meaning)
{
    return {section,
            name,
            otherwise,
            "true or false",
            meaning,
            [](const KeySpec& spec, Config& config, const RawValue& value) -> Status {
                if (value.kind != RawValue::Kind::Boolean) {
                    return notAllowed(spec);
                }
                field<Section, Member>(config) = value.text == u"true";
                return Done{};
            },
            [](const Config& config) {
                return field<Section, Member>(config) ? QStringLiteral("true")
                                                      : QStringLiteral("false");
            }};
}

template <auto Section, auto Member>
constexpr KeySpec text(const char* section, const char* name, const char* meaning,
                       const char* allowed = "text")
{
    return {section,
            name,
            "",
            allowed,
            meaning,
            [](const KeySpec& spec, Config& config, const RawValue& value) -> Status {
                if (value.kind != RawValue::Kind::Text) {
                    return notAllowed(spec);
                }
                field<Section, Member>(config) = value.text;
                return Done{};
            },
            [](const Config& config) { return field<Section, Member>(config); }};
}

template <auto Section, auto Member>
constexpr KeySpec clockTime(const char* section, const char* name, const char* otherwise,
                            const char* meaning)
{
    return {section,
            name,
            otherwise,
            "a time HH:MM:SS from 09:00:00 to 15:30:00",
            meaning,
            [](const KeySpec& spec, Config& config, const RawValue& value) -> Status {
                const std::optional<domain::TimeOfDay> time = domain::parseTimeOfDay(value.text);
                if (value.kind != RawValue::Kind::Text || !time || *time < domain::timeOfDay(9, 0)
                    || *time > domain::timeOfDay(15, 30)) {
                    return notAllowed(spec);
                }
                field<Section, Member>(config) =
                    std::chrono::duration_cast<std::chrono::seconds>(*time);
                return Done{};
            },
            [](const Config& config) { return domain::timeText(field<Section, Member>(config)); }};
}

// The words of a choice stand in `allowed`, separated by " or ", in the order of the enum.
template <auto Section, auto Member>
constexpr KeySpec choice(const char* section, const char* name, const char* otherwise,
                         const char* allowed, const char* meaning)
{
    return {section,
            name,
            otherwise,
            allowed,
            meaning,
            [](const KeySpec& spec, Config& config, const RawValue& value) -> Status {
                const QStringList words =
                    QLatin1String{spec.allowed}.toString().split(QStringLiteral(" or "));
                const qsizetype at =
                    value.kind == RawValue::Kind::Text ? words.indexOf(value.text) : -1;
                if (at < 0) {
                    return notAllowed(spec);
                }
                using Type = std::remove_reference_t<decltype(field<Section, Member>(config))>;
                field<Section, Member>(config) = static_cast<Type>(at);
                return Done{};
            },
            [](const Config& config) {
                return QString::number(static_cast<int>(field<Section, Member>(config)));
            }};
}

Status setWatchList(const KeySpec& spec, Config& config, const RawValue& value)
{
    if (value.kind != RawValue::Kind::TextList) {
        return notAllowed(spec);
    }
    for (const QString& code : value.list) {
        if (!domain::Symbol::parse(QStringView{code})) {
            return notAllowed(spec);
        }
    }
    config.screener.watchList = value.list;
    return Done{};
}

/// A password in the URL would end in the hash's input, in messages and in backups.
Status setDatabaseUrl(const KeySpec& spec, Config& config, const RawValue& value)
{
    if (value.kind != RawValue::Kind::Text
        || (!value.text.isEmpty() && !parseDatabaseUrl(value.text))) {
        return notAllowed(spec);
    }
    config.records.databaseUrl = value.text;
    return Done{};
}

// clang-format off
using C = Config;
constexpr std::array kKeys{
    percent<&C::broker, &BrokerSection::ratePerSecond>("broker", "rate_per_s", "15", "0.1 to 18", "REST calls a second at most; demo uses 0.8 unless this is lower"),
    text<&C::broker, &BrokerSection::masterUrl>("broker", "master_url", "Base URL of the instrument master files; empty uses the broker's host"),
    whole<&C::data, &DataSection::maxAge>("data", "max_age_s", "3", "1 to 5 seconds", "A trade or quote older than this is not fresh"),
    whole<&C::data, &DataSection::quietAge>("data", "quiet_age_s", "60", "5 to 300 seconds", "A quiet symbol on a live connection stays fresh this long"),
    whole<&C::data, &DataSection::gap>("data", "gap_s", "5", "1 to 60 seconds", "A trade stream down longer than this leaves a data gap"),
    whole<&C::cache, &CacheSection::maxCandlesPerInterval>("cache", "max_candles_per_interval", "480", "60 to 480", "Bars kept for each interval"),
    whole<&C::sim, &SimSection::seed>("sim", "seed", "1", "0 to 4294967295", "Seed of the simulated market"),
    whole<&C::sim, &SimSection::instruments>("sim", "instruments", "2400", "50 to 5000", "Instruments of the simulated market"),
    whole<&C::sim, &SimSection::startCash>("sim", "start_cash", "10000000", "100000 to 100000000000 won", "Cash of the simulated account"),
    whole<&C::feed, &FeedSection::maxRegistrations>("feed", "max_registrations", "39", "5 to 41", "Real-time registrations used at most; the broker allows 41"),
    whole<&C::feed, &FeedSection::minHold>("feed", "min_hold_s", "180", "10 to 3600 seconds", "A symbol keeps its registration at least this long"),
    whole<&C::screener, &ScreenerSection::period>("screener", "period_s", "60", "10 to 600 seconds", "Time between two screenings"),
    whole<&C::screener, &ScreenerSection::topN>("screener", "top_n", "30", "5 to 100", "Rows the screener keeps"),
    whole<&C::screener, &ScreenerSection::minPrice>("screener", "min_price", "1000", "0 to 1000000 won", "Cheaper issues are excluded"),
    text<&C::screener, &ScreenerSection::universeFile>("screener", "universe_file", "File with one code a line instead of the broker's rankings; empty uses those"),
    KeySpec{"screener", "watch_list", "", "a list of issue codes", "Codes that are always in the pool", &setWatchList,
            [](const Config& config) { return config.screener.watchList.join(u','); }},
    onOff<&C::entry, &EntrySection::enabled>("entry", "enabled", "true", "The entry rule may buy"),
    clockTime<&C::entry, &EntrySection::windowFrom>("entry", "window_from", "09:05:00", "Entries from"),
    clockTime<&C::entry, &EntrySection::windowTo>("entry", "window_to", "15:00:00", "Entries until"),
    whole<&C::entry, &EntrySection::screenMaxAge>("entry", "screen_max_age_s", "120", "10 to 600 seconds", "The screening an entry relies on is not older"),
    percent<&C::entry, &EntrySection::volumeFactor>("entry", "volume_factor", "1.5", "1 to 10", "Volume of the forming minute against the mean of the three before"),
    percent<&C::entry, &EntrySection::minMomentum>("entry", "min_momentum_pct", "0", "-5 to 10", "Momentum 5 must be above"),
    percent<&C::entry, &EntrySection::maxSpread>("entry", "max_spread_pct", "0.4", "0.01 to 2", "Spread at most"),
    whole<&C::entry, &EntrySection::cooldown>("entry", "cooldown_s", "300", "0 to 7200 seconds", "No new entry in the symbol after a sale"),
    whole<&C::entry, &EntrySection::cancel>("entry", "cancel_s", "3", "1 to 30 seconds", "An unfilled entry is cancelled after"),
    percent<&C::entry, &EntrySection::limitUpMargin>("entry", "limit_up_margin_pct", "1.0", "0 to 10", "No entry this close to the upper limit"),
    choice<&C::sizing, &SizingSection::method>("sizing", "method", "fixed", "fixed or equity_pct", "How an entry is sized"),
    whole<&C::sizing, &SizingSection::amount>("sizing", "amount", "1000000", "10000 to 3000000 won", "Amount of a fixed-size entry"),
    percent<&C::sizing, &SizingSection::equity>("sizing", "equity_pct", "10", "0.1 to 10", "Share of the equity for an entry"),
    whole<&C::sizing, &SizingSection::min>("sizing", "min", "50000", "10000 to 3000000 won", "No entry below this amount"),
    whole<&C::sizing, &SizingSection::maxPosition>("sizing", "max_position", "1000000", "10000 to 3000000 won", "No entry above this amount"),
    percent<&C::exit, &ExitSection::stop>("exit", "stop_pct", "2.0", "0.1 to 10", "S1: stop loss"),
    percent<&C::exit, &ExitSection::atrFactor>("exit", "atr_factor", "2", "0.5 to 10", "S2: multiple of ATR"),
    percent<&C::exit, &ExitSection::atrFloor>("exit", "atr_floor_pct", "0", "0 to 10", "S2: never closer than"),
    percent<&C::exit, &ExitSection::atrDefault>("exit", "atr_pct_default", "1.2", "0.1 to 10", "ATR in percent while there are too few bars"),
    percent<&C::exit, &ExitSection::trailOn>("exit", "trail_on_pct", "1.0", "0.1 to 20", "S3: gain that switches trailing on"),
    percent<&C::exit, &ExitSection::widthFactor>("exit", "width_factor", "0.6", "0.1 to 5", "S3: width as a multiple of ATR percent"),
    percent<&C::exit, &ExitSection::widthMin>("exit", "width_min_pct", "0.8", "0.1 to 10", "S3: narrowest width"),
    percent<&C::exit, &ExitSection::widthMax>("exit", "width_max_pct", "2.5", "0.1 to 10", "S3: widest width"),
    percent<&C::exit, &ExitSection::fadePnl>("exit", "fade_pnl_pct", "0.5", "0 to 10", "S4: gain above which fading momentum sells"),
    percent<&C::exit, &ExitSection::fadeMomentum>("exit", "fade_momentum_pct", "0.5", "0 to 10", "S4: momentum 3 below minus this"),
    whole<&C::exit, &ExitSection::sideways>("exit", "sideways_s", "600", "30 to 23400 seconds", "S5: held longer than"),
    percent<&C::exit, &ExitSection::sidewaysBand>("exit", "sideways_pct", "1.0", "0 to 10", "S5: gain and loss below"),
    whole<&C::exit, &ExitSection::timeout>("exit", "timeout_s", "1800", "30 to 23400 seconds", "S6: held longer than"),
    onOff<&C::pyramid, &PyramidSection::enabled>("pyramid", "enabled", "true", "Winners may be added to"),
    clockTime<&C::pyramid, &PyramidSection::windowFrom>("pyramid", "window_from", "09:05:00", "Adds from"),
    clockTime<&C::pyramid, &PyramidSection::windowTo>("pyramid", "window_to", "15:00:00", "Adds until"),
    percent<&C::pyramid, &PyramidSection::rise>("pyramid", "rise_pct", "2.0", "0.1 to 20", "P2: rise over the entry"),
    percent<&C::pyramid, &PyramidSection::pullbackMin>("pyramid", "pullback_min_pct", "0.6", "0.1 to 10", "Shallowest pull-back"),
    percent<&C::pyramid, &PyramidSection::pullbackMax>("pyramid", "pullback_max_pct", "1.2", "0.1 to 10", "Deepest pull-back"),
    whole<&C::pyramid, &PyramidSection::minPullback>("pyramid", "min_pullback_s", "20", "0 to 600 seconds", "Shortest time from the leg high to the re-break"),
    whole<&C::pyramid, &PyramidSection::rebreakWindow>("pyramid", "rebreak_window_s", "60", "1 to 600 seconds", "The re-break stays valid for"),
    percent<&C::pyramid, &PyramidSection::maxChase>("pyramid", "max_chase_pct", "0.3", "0 to 5", "No add this far above the leg high"),
    percent<&C::pyramid, &PyramidSection::dayHigh>("pyramid", "day_high_pct", "5", "0.1 to 30", "P3: distance to the session high"),
    percent<&C::pyramid, &PyramidSection::maxSpread>("pyramid", "max_spread_pct", "0.4", "0.01 to 2", "P4: spread at most"),
    percent<&C::pyramid, &PyramidSection::minBidShare>("pyramid", "min_bid_share_pct", "58", "0 to 100", "P5: bid share at least"),
    percent<&C::pyramid, &PyramidSection::volumeFactor>("pyramid", "volume_factor", "1.5", "1 to 10", "P6: volume of the forming minute against the mean of the three before"),
    percent<&C::pyramid, &PyramidSection::maxVwap>("pyramid", "max_vwap_pct", "1.2", "0 to 10", "P7: distance above VWAP at most"),
    percent<&C::pyramid, &PyramidSection::addRatio>("pyramid", "add_ratio", "0.5", "0.1 to 0.5", "P10: share of the first quantity"),
    percent<&C::pyramid, &PyramidSection::maxPositionFactor>("pyramid", "max_position_factor", "1.6", "1 to 1.6", "P10: cost after the add as a multiple of sizing.max_position"),
    whole<&C::pyramid, &PyramidSection::cancel>("pyramid", "cancel_s", "3", "1 to 30 seconds", "An unfilled add is cancelled after"),
    whole<&C::pyramid, &PyramidSection::retry>("pyramid", "retry_s", "30", "1 to 600 seconds", "An add without a fill is not judged again before"),
    percent<&C::pyramid, &PyramidSection::stop>("pyramid", "stop_pct", "0.8", "0.1 to 10", "A1: stop under the blended average"),
    percent<&C::pyramid, &PyramidSection::breakEvenTrigger>("pyramid", "be_trigger_pct", "1.2", "0.1 to 20", "A3: gain that sets the break-even level"),
    whole<&C::pyramid, &PyramidSection::breakEvenExtraSteps>("pyramid", "be_extra_steps", "1", "0 to 10", "A3: price steps above break-even"),
    choice<&C::pyramid, &PyramidSection::breakEvenBasis>("pyramid", "be_basis", "blended", "blended or add_lot", "A3: average the trigger is measured from"),
    whole<&C::pyramid, &PyramidSection::higherLowPivotWidth>("pyramid", "hl_pivot_width", "2", "1 to 5", "A2: bars on each side of a higher low"),
    whole<&C::pyramid, &PyramidSection::totalCap>("pyramid", "total_cap_s", "3600", "60 to 23400 seconds", "S6: longest time from the entry after an add"),
    choice<&C::pyramid, &PyramidSection::armedPolicy>("pyramid", "armed_policy", "hold_through", "hold_through or strict", "Base exits while a pattern is armed"),
    percent<&C::pyramid, &PyramidSection::armedWidthFloor>("pyramid", "armed_width_floor_pct", "1.3", "0 to 10", "S3: narrowest width while armed"),
    whole<&C::pyramid, &PyramidSection::overrideTtl>("pyramid", "override_ttl_s", "60", "5 to 600 seconds", "An approval by hand expires after"),
    onOff<&C::wave, &WaveSection::enabled>("wave", "enabled", "true", "The wave scalper may trade"),
    choice<&C::wave, &WaveSection::orderType>("wave", "order_type", "marketable_limit", "marketable_limit or market", "Order type of a wave entry"),
    whole<&C::wave, &WaveSection::maxPositions>("wave", "max_positions", "1", "0 to 5", "Wave positions at most"),
    whole<&C::wave, &WaveSection::cooldown>("wave", "cooldown_s", "40", "0 to 7200 seconds", "No new wave entry in the symbol after a sale"),
    clockTime<&C::guard, &GuardSection::windowFrom>("guard", "window_from", "09:05:00", "The guard watches from"),
    percent<&C::guard, &GuardSection::stopBuyLoss>("guard", "stop_buy_loss_pct", "3.0", "0.1 to 5", "Day loss that stops buying"),
    percent<&C::guard, &GuardSection::stopBuyGain>("guard", "stop_buy_gain_pct", "5.0", "0.1 to 100", "Day gain that stops buying"),
    percent<&C::guard, &GuardSection::trailArm>("guard", "trail_arm_pct", "3.0", "0.1 to 100", "Day gain that arms the trail"),
    percent<&C::guard, &GuardSection::trailDrop>("guard", "trail_drop_pct", "0.5", "0.1 to 10", "Points from the peak that fire the trail"),
    percent<&C::guard, &GuardSection::hardLoss>("guard", "hard_loss_pct", "5.0", "0.1 to 5", "Day loss that sells everything automatic and disarms"),
    whole<&C::guard, &GuardSection::lossStreak>("guard", "loss_streak", "0", "0 to 20", "Losing exits in a row that pause entries; 0 is off"),
    whole<&C::risk, &RiskSection::maxPositions>("risk", "max_positions", "5", "0 to 10", "Positions of this program at most"),
    whole<&C::risk, &RiskSection::frameAge>("risk", "frame_age_s", "10", "1 to 15 seconds", "RC-06: without any frame this long nothing opens"),
    percent<&C::risk, &RiskSection::entryCollar>("risk", "entry_collar_pct", "0.5", "0 to 1", "RC-08: a buy limit lies at most this far above the last price"),
    percent<&C::risk, &RiskSection::exitCollar>("risk", "exit_collar_pct", "3", "3 to 10", "RC-08: a sale limit lies at most this far under the last price"),
    percent<&C::risk, &RiskSection::emergencyCollar>("risk", "emergency_collar_pct", "5", "5 to 10", "RC-08: the same for the last try of an exit"),
    percent<&C::risk, &RiskSection::maxOrderValue>("risk", "max_order_pct", "10", "0.1 to 10", "RC-10: value of one order, of start equity"),
    whole<&C::risk, &RiskSection::maxOrderWon>("risk", "max_order_won", "3000000", "10000 to 3000000 won", "RC-10: value of one order"),
    whole<&C::risk, &RiskSection::maxOrderShares>("risk", "max_order_shares", "5000", "1 to 10000", "RC-11: shares of one order"),
    percent<&C::risk, &RiskSection::maxBookShare>("risk", "max_book_pct", "5", "0.1 to 5", "RC-11: share of the visible opposite side"),
    percent<&C::risk, &RiskSection::maxVolumeShare>("risk", "max_volume_pct", "1", "0.1 to 1", "RC-11: share of the volume of the last five minutes"),
    percent<&C::risk, &RiskSection::maxCodeValue>("risk", "max_code_pct", "16", "0.1 to 16", "RC-12: position of one code at cost, of start equity"),
    whole<&C::risk, &RiskSection::maxCodeWon>("risk", "max_code_won", "4500000", "10000 to 4500000 won", "RC-12: position of one code at cost"),
    percent<&C::risk, &RiskSection::maxExposure>("risk", "max_exposure_pct", "80", "1 to 100", "RC-13: all positions and open buys at cost, of start equity"),
    whole<&C::risk, &RiskSection::maxWorkingOrders>("risk", "max_working_orders", "8", "1 to 20", "RC-14: orders at work"),
    percent<&C::risk, &RiskSection::cashSlack>("risk", "cash_slack_pct", "2", "2 to 50", "RC-16: cash kept back beyond the order's value"),
    whole<&C::risk, &RiskSection::messagesPerSecond>("risk", "messages_per_s", "4", "1 to 8", "RC-19: orders, amends and cancels a second"),
    whole<&C::risk, &RiskSection::messagesPerMinute>("risk", "messages_per_min", "60", "1 to 480", "RC-19: the same a minute"),
    whole<&C::risk, &RiskSection::messagesPerDay>("risk", "messages_per_day", "500", "10 to 2000", "RC-19: the same a day"),
    whole<&C::risk, &RiskSection::entriesPerDay>("risk", "entries_per_day", "100", "0 to 100", "RC-19: opening orders a day"),
    whole<&C::risk, &RiskSection::entriesPerCode>("risk", "entries_per_code", "3", "0 to 3", "RC-19: opening orders a day in one code, adds apart"),
    whole<&C::risk, &RiskSection::cancelsPerCode>("risk", "cancels_per_code", "10", "1 to 10", "RC-19: cancels a day in one code before entries in it stop"),
    percent<&C::risk, &RiskSection::maxLossPerTrade>("risk", "max_loss_pct", "0.3", "0.01 to 1", "RC-22: loss of one order at its stop, of start equity"),
    KeySpec{"risk", "presence_min", "60", "1 to 240 minutes", "RC-29: live only, without a sign of the trader this long nothing opens",
            [](const KeySpec& spec, Config& config, const RawValue& value) -> Status {
                const base::Result<std::int64_t> minutes = number(spec, value, 0);
                if (!minutes) {
                    return minutes.error();
                }
                config.risk.presence = std::chrono::minutes{*minutes};
                return Done{};
            },
            [](const Config& config) { return QString::number(config.risk.presence.count()); }},
    onOff<&C::risk, &RiskSection::allowMarketEntry>("risk", "allow_market_entry", "false", "Market and best orders may buy"),
    onOff<&C::risk, &RiskSection::confirmWsPrice>("risk", "confirm_ws_price", "true", "Live only: an entry needs a REST price that agrees"),
    onOff<&C::risk, &RiskSection::observeOnly>("risk", "observe_only", "false", "Everything is decided and shown; no order of any origin leaves"),
    percent<&C::costs, &CostsSection::commission>("costs", "commission_pct", "0.0140527", "0 to 1", "Commission of each side"),
    text<&C::costs, &CostsSection::taxTableFile>("costs", "tax_table_file", "File with dated sell taxes; empty uses the shipped one"),
    clockTime<&C::session, &SessionSection::flattenAt>("session", "flatten_at", "15:15:00", "Automatic positions are sold at"),
    text<&C::session, &SessionSection::calendarFile>("session", "calendar_file", "File with holidays and special days; empty uses the shipped one"),
    KeySpec{"records", "database_url", "", "empty, or postgresql://user@host[:port]/name without a password (the password belongs to secrets.json, 'database')",
            "PostgreSQL server for the bar and report store; empty uses the local file", &setDatabaseUrl,
            [](const Config& config) { return config.records.databaseUrl; }},
    whole<&C::records, &RecordsSection::keepBars>("records", "keep_bars_days", "400", "5 to 3650 days", "Minute bars older than this are removed"),
    whole<&C::records, &RecordsSection::keepDecisions>("records", "keep_decisions_days", "60", "5 to 3650 days", "Recorded decisions older than this are removed"),
    whole<&C::records, &RecordsSection::keepJournals>("records", "keep_journals_days", "60", "5 to 3650 days", "Journals of the desk's inputs older than this are removed"),
    onOff<&C::notify, &NotifySection::desktop>("notify", "desktop", "true", "Desktop notifications"),
    onOff<&C::notify, &NotifySection::telegram>("notify", "telegram", "false", "Telegram messages; needs a token in the secrets"),
    onOff<&C::notify, &NotifySection::commands>("notify", "commands", "false", "Telegram commands from the listed chat and user"),
    choice<&C::notify, &NotifySection::language>("notify", "language", "ko", "ko or en", "Language of notifications"),
    onOff<&C::notify, &NotifySection::amounts>("notify", "amounts", "true", "Telegram messages tell quantities and sums of money"),
    choice<&C::ui, &UiSection::language>("ui", "language", "system", "system or ko or en", "Language of the window"),
    choice<&C::ui, &UiSection::theme>("ui", "theme", "dark", "dark or light", "Theme of the window"),
    whole<&C::ui, &UiSection::fontSize>("ui", "font_size", "10", "9 to 16 points", "Font size of the window"),
    onOff<&C::ui, &UiSection::redIsUp>("ui", "red_is_up", "true", "Rising prices are red"),
};
// clang-format on
}  // namespace

QString KeySpec::path() const
{
    return QLatin1String{section} + u'.' + QLatin1String{name};
}

std::span<const KeySpec> keySpecs()
{
    return kKeys;
}

bool isSection(const QString& name)
{
    // `account` has no keys of its own yet: the account number is a secret.
    if (name == u"account") {
        return true;
    }
    for (const KeySpec& spec : kKeys) {
        if (name == QLatin1String{spec.section}) {
            return true;
        }
    }
    return false;
}
}  // namespace core::config
