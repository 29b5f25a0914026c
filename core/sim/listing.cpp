#include "core/sim/listing.h"

#include "core/sim/listing_names.h"
#include "core/sim/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace core::sim
{
using domain::InstrumentFlag;
using domain::Market;
using domain::SecurityGroup;
using domain::Symbol;

namespace
{
constexpr double kTopDailyValue = 1.3e12;
constexpr int kCountMin = 60;

QString digits(std::int64_t number)
{
    return QString::number(number).rightJustified(6, u'0');
}

std::int32_t onStep(double won, domain::StepTable steps)
{
    const auto price = domain::Price::fromWon(
        std::clamp<std::int64_t>(static_cast<std::int64_t>(won), 100, 1'500'000));
    return static_cast<std::int32_t>(domain::roundDownToStep(price, steps).won());
}

/// Hands out issues one by one, so that no two share a code or a name.
class Register final
{
public:
    Register(std::uint64_t seed, domain::TradingDate date)
        : m_rng{streamKey(seed, 0x11572)}, m_date{date}
    {
    }

    void reserve(const std::vector<tape::TapeListing>& tape)
    {
        for (const tape::TapeListing& issue : tape) {
            m_taken.insert(issue.symbol);
        }
    }
    [[nodiscard]] bool claim(const Symbol& symbol) { return m_taken.insert(symbol).second; }

    [[nodiscard]] Symbol commonCode(Market market)
    {
        for (;;) {
            const bool lettered = m_rng.chance(0.02);
            const QString code =
                lettered ? QStringLiteral("00%1%2")
                               .arg(m_rng.below(100), 2, 10, QLatin1Char('0'))
                               .arg(QStringLiteral("%1%2")
                                        .arg(QChar(u'A' + static_cast<char16_t>(m_rng.below(20))))
                                        .arg(0))
                         : digits((market == Market::Kospi ? m_rng.below(14'000) + 20
                                                           : m_rng.below(44'000) + 3'000)
                                  * 10);
            const std::optional<Symbol> symbol = Symbol::parse(code);
            if (symbol && claim(*symbol)) {
                return *symbol;
            }
        }
    }
    /// The preferred share of `common`: last character 5, or K in newer series.
    [[nodiscard]] std::optional<Symbol> preferredCode(const Symbol& common)
    {
        QString code = common.toString();
        code.chop(1);
        code += m_rng.chance(0.25) ? u'K' : u'5';
        const std::optional<Symbol> symbol = Symbol::parse(code);
        return symbol && claim(*symbol) ? symbol : std::nullopt;
    }
    [[nodiscard]] Symbol etnCode()
    {
        for (;;) {
            const std::optional<Symbol> symbol =
                Symbol::parse(QStringLiteral("Q") + digits(500'001 + m_rng.below(99'999)));
            if (symbol && claim(*symbol)) {
                return *symbol;
            }
        }
    }

    [[nodiscard]] Rng& rng() noexcept { return m_rng; }
    [[nodiscard]] domain::TradingDate date() const noexcept { return m_date; }
    [[nodiscard]] QString name(NameKind kind) { return m_names.next(kind, m_rng); }

private:
    Rng m_rng;
    domain::TradingDate m_date;
    std::set<Symbol> m_taken;
    NameMaker m_names;
};

QString isinOf(const Symbol& symbol)
{
    const QString code = symbol.toString();
    return code.startsWith(u'Q') ? QStringLiteral("KRG") + code.mid(1) + QStringLiteral("005")
                                 : QStringLiteral("KR7") + code + QStringLiteral("003");
}

/// Everything that follows from an issue's kind and its rank by traded value.
Listing behaviour(Listing listing, double dailyValue, Rng& rng)
{
    listing.dailyVolume =
        std::max<std::int64_t>(200, static_cast<std::int64_t>(dailyValue / listing.reference));
    listing.previousVolume = std::max<std::int64_t>(
        50, static_cast<std::int64_t>(static_cast<double>(listing.dailyVolume)
                                      * rng.between(0.6, 1.5)));
    listing.tradesPerMinute =
        std::clamp(240.0 * std::pow(dailyValue / kTopDailyValue, 0.55), 0.3, 260.0);
    const double turnover = rng.between(0.002, 0.03);
    listing.listedShares = std::max<std::int64_t>(
        1'000'000, static_cast<std::int64_t>(static_cast<double>(listing.dailyVolume) / turnover)
                       / 1'000 * 1'000);
    listing.instrument.isin = isinOf(listing.symbol());
    listing.instrument.reference = domain::Price::fromWon(listing.reference);
    listing.instrument.previousVolume = domain::Quantity{listing.previousVolume};
    listing.instrument.listedShares = domain::Quantity{listing.listedShares};
    listing.instrument.marketValueEok = listing.marketValueEok();
    constexpr std::array<std::int32_t, 4> kFaceValues{100, 500, 1'000, 5'000};
    listing.faceValue = kFaceValues[static_cast<std::size_t>(rng.below(4))];
    return listing;
}

domain::TradingDate someListingDate(domain::TradingDate today, Rng& rng)
{
    return domain::TradingDate{std::chrono::sys_days{today}
                               - std::chrono::days{60 + rng.below(11'000)}};
}

struct MarketFlagRates
{
    double halted;
    double liquidation;
    double administrative;
};

void flag(Listing& listing, Rng& rng)
{
    // Shares of the real lists in October 2026: 41/85 halted, 3/7 liquidation, 47/136
    // administrative.
    const MarketFlagRates rates = listing.instrument.market == Market::Kospi
                                      ? MarketFlagRates{0.016, 0.0012, 0.018}
                                      : MarketFlagRates{0.047, 0.0038, 0.074};
    domain::InstrumentFlags& flags = listing.instrument.flags;
    const bool administrative = rng.chance(rates.administrative);
    flags.set(InstrumentFlag::Administrative, administrative);
    flags.set(InstrumentFlag::Halted, rng.chance(rates.halted));
    flags.set(InstrumentFlag::Liquidation, rng.chance(rates.liquidation));
    flags.set(InstrumentFlag::Caution, rng.chance(0.012));
    flags.set(InstrumentFlag::Warning, rng.chance(0.006));
    flags.set(InstrumentFlag::Risk, rng.chance(0.002));
    flags.set(InstrumentFlag::WarningAnnounced, rng.chance(0.006));
    flags.set(InstrumentFlag::UnfaithfulDisclosure, rng.chance(0.008));
    flags.set(InstrumentFlag::Overheated, rng.chance(0.004));
    flags.set(InstrumentFlag::OverheatAnnounced, rng.chance(0.004));
    flags.set(InstrumentFlag::BackdoorListing, rng.chance(0.001));
    flags.set(InstrumentFlag::AbnormalSurge, rng.chance(0.001));
    flags.set(InstrumentFlag::FaceValueChange, rng.chance(0.001));
    flags.set(InstrumentFlag::ExRights, rng.chance(0.003));
    flags.set(InstrumentFlag::FullMargin, administrative || rng.chance(0.15));
    flags.set(InstrumentFlag::CautionReminder,
              listing.instrument.market == Market::Kosdaq && rng.chance(0.045));
}

/// Base price of a stock: few dear ones, most between 1,000 and 50,000 won.
double stockPrice(double rankShare, Rng& rng)
{
    const double middle = 9.2 + 1.6 * (1.0 - rankShare) + 0.95 * rng.bell();
    return std::clamp(std::exp(middle), 310.0, 790'000.0);
}

Listing stock(Register& list, Market market, double rankShare)
{
    Listing listing;
    listing.instrument.symbol = list.commonCode(market);
    listing.instrument.market = market;
    listing.instrument.name = list.name(NameKind::Company);
    listing.instrument.listed = someListingDate(list.date(), list.rng());
    listing.reference = onStep(stockPrice(rankShare, list.rng()), domain::StepTable::Share);
    listing.sigma = list.rng().between(0.014, 0.034);
    listing.beta = list.rng().between(0.4, 1.5);
    return listing;
}

Listing fund(Register& list, SecurityGroup group)
{
    Listing listing;
    listing.instrument.group = group;
    listing.instrument.symbol =
        group == SecurityGroup::Etn ? list.etnCode() : list.commonCode(Market::Kospi);
    listing.instrument.name =
        list.name(group == SecurityGroup::Etn ? NameKind::Etn : NameKind::Etf);
    listing.instrument.listed = someListingDate(list.date(), list.rng());
    listing.reference = onStep(list.rng().between(2'500, 60'000), domain::StepTable::Fund);
    listing.sigma = list.rng().between(0.004, 0.012);
    listing.beta = list.rng().between(0.8, 1.1);
    return listing;
}

Listing known(QLatin1String code, const QString& name, std::int32_t reference)
{
    Listing listing;
    listing.instrument.symbol = *Symbol::parse(QString{code});
    listing.instrument.name = name;
    listing.instrument.listed =
        domain::TradingDate{std::chrono::year{1975}, std::chrono::June, std::chrono::day{11}};
    listing.instrument.flags.set(InstrumentFlag::Kospi200);
    listing.kospi200Sector = '5';
    listing.reference = reference;
    listing.sigma = 0.019;
    listing.beta = 1.1;
    return listing;
}

/// Expected traded value of the issue of this rank; the whole list makes about 18 trillion won.
double valueOfRank(std::size_t rank)
{
    return kTopDailyValue / std::pow(static_cast<double>(rank) + 1.0, 0.85);
}

void chooseTempers(std::vector<Listing>& all, std::uint64_t seed, domain::TradingDate date)
{
    Rng rng{streamKey(
        seed, 0x7E4Eu,
        static_cast<std::uint64_t>(std::chrono::sys_days{date}.time_since_epoch().count()))};
    for (std::size_t i = 2; i < all.size(); ++i) {
        Listing& listing = all[i];
        if (listing.isFund() || listing.callAuctions() || listing.onTape
            || listing.has(InstrumentFlag::Halted) || listing.has(InstrumentFlag::Spac)) {
            continue;
        }
        const double luck = rng.unit();
        const double boost = rng.between(6.0, 30.0);
        if (luck > 0.04) {
            continue;
        }
        listing.temper = luck < 0.0025  ? Temper::Runner
                         : luck < 0.004 ? Temper::Faller
                                        : Temper::Lively;
        const double value =
            std::min(4.0e11, static_cast<double>(listing.dailyVolume) * listing.reference * boost);
        listing.dailyVolume = static_cast<std::int64_t>(value / listing.reference);
        listing.tradesPerMinute =
            std::clamp(240.0 * std::pow(value / kTopDailyValue, 0.55), 1.0, 260.0);
        listing.sigma = std::min(0.05, listing.sigma * 1.6);
    }
}

/// Adds one more issue; kinds by their share of the real list.
void addIssue(std::vector<Listing>& all, Register& list, int count)
{
    const double rankShare = static_cast<double>(all.size()) / count;
    const double pick = list.rng().unit();
    if (pick < 0.09) {
        all.push_back(fund(list, SecurityGroup::Etf));
    } else if (pick < 0.105) {
        all.push_back(fund(list, SecurityGroup::Etn));
    } else if (pick < 0.135) {
        const Listing& common =
            all[static_cast<std::size_t>(list.rng().below(static_cast<std::int64_t>(all.size())))];
        const std::optional<Symbol> code =
            common.isFund() ? std::nullopt : list.preferredCode(common.symbol());
        if (!code) {
            return;
        }
        Listing preferred = common;
        preferred.instrument.symbol = *code;
        preferred.instrument.name += u'우';
        preferred.instrument.flags = {};
        preferred.instrument.flags.set(InstrumentFlag::Preferred);
        preferred.kospi200Sector = '0';
        preferred.reference = onStep(common.reference * 0.7, domain::StepTable::Share);
        all.push_back(preferred);
    } else if (pick < 0.155) {
        Listing spac = stock(list, Market::Kosdaq, rankShare);
        spac.instrument.name = list.name(NameKind::Spac);
        spac.instrument.flags.set(InstrumentFlag::Spac);
        spac.reference = onStep(list.rng().between(2'000, 2'400), domain::StepTable::Share);
        spac.sigma = 0.004;
        all.push_back(spac);
    } else if (pick < 0.16) {
        Listing reit = stock(list, Market::Kospi, rankShare);
        reit.instrument.group = SecurityGroup::Reit;
        reit.instrument.name = list.name(NameKind::Reit);
        reit.reference = onStep(list.rng().between(2'500, 6'000), domain::StepTable::Share);
        all.push_back(reit);
    } else {
        const bool kospi = list.rng().chance(rankShare < 0.05 ? 0.6 : 0.37);
        Listing company = stock(list, kospi ? Market::Kospi : Market::Kosdaq, rankShare);
        if (rankShare > 0.02) {
            flag(company, list.rng());
        }
        if (kospi && rankShare < 0.35 && company.instrument.flags.bits() == 0) {
            company.instrument.flags.set(InstrumentFlag::Kospi200);
            company.kospi200Sector = "123456789AB"[list.rng().below(11)];
        }
        if (!kospi && rankShare < 0.25 && company.instrument.flags.bits() == 0) {
            company.instrument.flags.set(InstrumentFlag::Kosdaq150);
        }
        all.push_back(company);
    }
}
}  // namespace

std::vector<Listing> makeListings(std::uint64_t seed, int count, domain::TradingDate date,
                                  const std::vector<tape::TapeListing>& tape)
{
    Register list{seed, date};
    list.reserve(tape);
    std::vector<Listing> all;
    all.push_back(known(QLatin1String{"000660"}, QStringLiteral("SK하이닉스"), 563'000));
    all.push_back(known(QLatin1String{"005930"}, QStringLiteral("삼성전자"), 98'600));
    for (const Listing& listing : all) {
        (void)list.claim(listing.symbol());
    }
    const auto target = static_cast<std::size_t>(std::max(count, kCountMin));
    while (all.size() + tape.size() < target) {
        addIssue(all, list, std::max(count, kCountMin));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool quiet = all[i].isFund() || all[i].has(InstrumentFlag::Preferred)
                           || all[i].has(InstrumentFlag::Spac);
        all[i] = behaviour(all[i], valueOfRank(i) * (quiet ? 0.06 : 1.0), list.rng());
    }
    chooseTempers(all, seed, date);
    for (const tape::TapeListing& issue : tape) {
        const auto same = std::find_if(
            all.begin(), all.end(), [&](const Listing& l) { return l.symbol() == issue.symbol; });
        Listing listing;
        if (same != all.end()) {
            listing = *same;
            all.erase(same);
        } else {
            listing.instrument.symbol = issue.symbol;
            listing.instrument.market = list.rng().chance(0.4) ? Market::Kospi : Market::Kosdaq;
            listing.instrument.name = list.name(NameKind::Company);
            listing.instrument.listed = someListingDate(date, list.rng());
        }
        listing.reference = issue.reference;
        listing.onTape = true;
        listing = behaviour(
            listing, static_cast<double>(issue.volume) * static_cast<double>(issue.reference),
            list.rng());
        all.push_back(listing);
    }
    std::sort(all.begin(), all.end(),
              [](const Listing& a, const Listing& b) { return a.symbol() < b.symbol(); });
    return all;
}
}  // namespace core::sim
