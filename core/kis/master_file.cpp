#include "core/kis/master_file.h"

#include "core/base/decimal.h"
#include "core/kis/cp949.h"

#include <QString>

#include <optional>
#include <string_view>

namespace core::kis
{
namespace
{
using domain::Instrument;
using domain::InstrumentFlag;
using domain::Market;
using domain::SecurityGroup;

struct Slice
{
    qsizetype at = 0;
    qsizetype width = 0;
};

// Byte offsets of the fields used. KOSPI and KOSDAQ agree in the head only.
struct Layout
{
    qsizetype width;
    Slice lowLiquidity;
    Slice etp;
    Slice spac;
    Slice overheat;
    Slice cautionReminder;  // KOSDAQ only
    Slice indexMember;      // KOSPI200 sector, or KOSDAQ150 yes/no
    Slice reference;
    Slice halted;
    Slice liquidation;
    Slice administrative;
    Slice alarm;
    Slice alarmAnnounced;
    Slice unfaithful;
    Slice backdoor;
    Slice exRights;
    Slice faceValue;
    Slice margin;
    Slice previousVolume;
    Slice listed;
    Slice shares;
    Slice preferred;
    Slice surge;
    Slice marketValue;
};

constexpr Slice kCode{0, 9};
constexpr Slice kIsin{9, 12};
constexpr Slice kName{21, 40};
constexpr Slice kGroup{61, 2};

// clang-format off
constexpr Layout kKospi{
    .width = 288, .lowLiquidity = {77, 1}, .etp = {83, 1}, .spac = {90, 1}, .overheat = {93, 1},
    .cautionReminder = {}, .indexMember = {79, 1}, .reference = {102, 9}, .halted = {121, 1},
    .liquidation = {122, 1}, .administrative = {123, 1}, .alarm = {124, 2},
    .alarmAnnounced = {126, 1}, .unfaithful = {127, 1}, .backdoor = {128, 1}, .exRights = {129, 2},
    .faceValue = {131, 2}, .margin = {135, 3}, .previousVolume = {142, 12}, .listed = {166, 8},
    .shares = {174, 15}, .preferred = {219, 1}, .surge = {221, 1}, .marketValue = {273, 9}};
constexpr Layout kKosdaq{
    .width = 282, .lowLiquidity = {77, 1}, .etp = {79, 1}, .spac = {85, 1}, .overheat = {88, 1},
    .cautionReminder = {91, 1}, .indexMember = {96, 1}, .reference = {97, 9}, .halted = {116, 1},
    .liquidation = {117, 1}, .administrative = {118, 1}, .alarm = {119, 2},
    .alarmAnnounced = {121, 1}, .unfaithful = {122, 1}, .backdoor = {123, 1}, .exRights = {124, 2},
    .faceValue = {126, 2}, .margin = {130, 3}, .previousVolume = {137, 12}, .listed = {161, 8},
    .shares = {169, 15}, .preferred = {214, 1}, .surge = {216, 1}, .marketValue = {267, 9}};
// clang-format on

constexpr std::int64_t kSharesUnit = 1000;  // The file counts listed shares in thousands.

const Layout& layoutOf(Market market)
{
    return market == Market::Kospi ? kKospi : kKosdaq;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

class Row final
{
public:
    explicit Row(std::string_view bytes) : m_bytes{bytes} {}

    [[nodiscard]] std::string_view raw(Slice slice) const
    {
        return m_bytes.substr(static_cast<std::size_t>(slice.at),
                              static_cast<std::size_t>(slice.width));
    }
    [[nodiscard]] std::string_view text(Slice slice) const { return trimmed(raw(slice)); }
    /// Only a clear no is a no.
    [[nodiscard]] bool isUnsafe(Slice slice) const { return text(slice) != "N"; }
    [[nodiscard]] std::optional<std::int64_t> number(Slice slice) const
    {
        const auto value = base::parseDecimal(text(slice), 0);
        return value && *value >= 0 ? std::optional{*value} : std::nullopt;
    }

private:
    std::string_view m_bytes;
};

SecurityGroup groupOf(std::string_view code, std::string_view etp)
{
    if (code == "ST") {
        // A second guard: a fund that calls itself a stock is a fund.
        return etp.empty() || etp == "0" ? SecurityGroup::Stock : SecurityGroup::Etf;
    }
    if (code == "EF" || code == "FE") {
        return SecurityGroup::Etf;
    }
    if (code == "EN") {
        return SecurityGroup::Etn;
    }
    if (code == "EW") {
        return SecurityGroup::Elw;
    }
    if (code == "RT") {
        return SecurityGroup::Reit;
    }
    const bool fund = code == "MF" || code == "SC" || code == "IF";
    return fund ? SecurityGroup::Fund : SecurityGroup::Other;
}

void setAlarm(domain::InstrumentFlags& flags, std::string_view code)
{
    flags.set(InstrumentFlag::Caution, code == "01");
    flags.set(InstrumentFlag::Warning, code == "02");
    flags.set(InstrumentFlag::Risk, code != "00" && code != "01" && code != "02");
}

void setOverheat(domain::InstrumentFlags& flags, std::string_view code)
{
    flags.set(InstrumentFlag::OverheatAnnounced, code == "1");
    flags.set(InstrumentFlag::Overheated, code != "0" && code != "1");
}

domain::InstrumentFlags flagsOf(const Row& row, const Layout& layout, Market market)
{
    domain::InstrumentFlags flags;
    flags.set(InstrumentFlag::Preferred, row.text(layout.preferred) != "0");
    flags.set(InstrumentFlag::Spac, row.isUnsafe(layout.spac));
    flags.set(InstrumentFlag::Halted, row.isUnsafe(layout.halted));
    flags.set(InstrumentFlag::Liquidation, row.isUnsafe(layout.liquidation));
    flags.set(InstrumentFlag::Administrative, row.isUnsafe(layout.administrative));
    setAlarm(flags, row.text(layout.alarm));
    flags.set(InstrumentFlag::WarningAnnounced, row.isUnsafe(layout.alarmAnnounced));
    flags.set(InstrumentFlag::UnfaithfulDisclosure, row.isUnsafe(layout.unfaithful));
    flags.set(InstrumentFlag::BackdoorListing, row.isUnsafe(layout.backdoor));
    setOverheat(flags, row.text(layout.overheat));
    flags.set(InstrumentFlag::LowLiquidity, row.isUnsafe(layout.lowLiquidity));
    flags.set(InstrumentFlag::AbnormalSurge, row.isUnsafe(layout.surge));
    flags.set(InstrumentFlag::FaceValueChange, row.text(layout.faceValue) != "00");
    const std::string_view exRights = row.text(layout.exRights);
    flags.set(InstrumentFlag::ExRights, !exRights.empty() && exRights != "00");
    constexpr std::int64_t kFull = 100;
    flags.set(InstrumentFlag::FullMargin, row.number(layout.margin) == kFull);
    const std::string_view index = row.text(layout.indexMember);
    if (market == Market::Kospi) {
        flags.set(InstrumentFlag::Kospi200, !index.empty() && index != "0" && index != "N");
    } else {
        flags.set(InstrumentFlag::CautionReminder, row.isUnsafe(layout.cautionReminder));
        flags.set(InstrumentFlag::Kosdaq150, index == "Y");
    }
    return flags;
}

Instrument instrumentOf(const Row& row, const domain::Symbol& symbol, Market market,
                        domain::TradingDate today, const Cp949Decoder& decoder)
{
    const Layout& layout = layoutOf(market);
    Instrument instrument;
    instrument.symbol = symbol;
    const std::string_view name = row.raw(kName);
    instrument.name =
        decoder.decode(QByteArrayView{name.data(), static_cast<qsizetype>(name.size())}).trimmed();
    const std::string_view isin = row.text(kIsin);
    instrument.isin = QString::fromLatin1(isin.data(), static_cast<qsizetype>(isin.size()));
    instrument.market = market;
    instrument.group = groupOf(row.text(kGroup), row.text(layout.etp));
    instrument.flags = flagsOf(row, layout, market);
    const auto reference = row.number(layout.reference);
    if (reference && *reference > 0 && *reference <= domain::kPriceMax.won()) {
        instrument.reference = domain::Price::fromWon(*reference);
    }
    if (const auto volume = row.number(layout.previousVolume)) {
        instrument.previousVolume = domain::Quantity{*volume};
    }
    std::int64_t shares = 0;
    const auto thousands = row.number(layout.shares);
    if (thousands && !__builtin_mul_overflow(*thousands, kSharesUnit, &shares)) {
        instrument.listedShares = domain::Quantity{shares};
    }
    instrument.marketValueEok = row.number(layout.marketValue);
    const std::string_view listed = row.text(layout.listed);
    instrument.listed = domain::parseDate(
        QString::fromLatin1(listed.data(), static_cast<qsizetype>(listed.size())));
    instrument.flags.set(InstrumentFlag::NewlyListed, instrument.listed == today);
    return instrument;
}

// Fund certificates and the like have codes of eight or nine characters.
bool isLongCode(std::string_view code)
{
    return code.size() > domain::Symbol::kLengthMax
           && domain::Symbol::parse(code.substr(0, domain::Symbol::kLengthMax)).has_value();
}

base::Status checked(const MasterFile& file)
{
    constexpr std::size_t kSkippedMin = 5;
    constexpr std::size_t kSkippedShare = 100;
    constexpr std::size_t kPlausibleFrom = 100;
    const std::size_t rows = file.instruments.size();
    const auto skipped = static_cast<std::size_t>(file.skippedRows);
    if (rows == 0 || skipped > kSkippedMin + rows / kSkippedShare) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("master file: %1 rows unreadable, %2 readable; its "
                                          "layout has changed or it is damaged")
                               .arg(skipped)
                               .arg(rows)};
    }
    std::size_t halted = 0;
    for (const Instrument& instrument : file.instruments) {
        halted += instrument.flags.has(InstrumentFlag::Halted) ? 1U : 0U;
    }
    if (rows >= kPlausibleFrom && halted * 2 > rows) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("master file: %1 of %2 issues would be halted; its "
                                          "layout has changed")
                               .arg(halted)
                               .arg(rows)};
    }
    return base::Done{};
}
}  // namespace

qsizetype masterRowWidth(Market market)
{
    return layoutOf(market).width;
}

base::Result<MasterFile> parseMaster(const QByteArray& bytes, Market market,
                                     domain::TradingDate today)
{
    const Cp949Decoder decoder;
    MasterFile file;
    std::string_view rest{bytes.constData(), static_cast<std::size_t>(bytes.size())};
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (line.size() != static_cast<std::size_t>(masterRowWidth(market))) {
            ++file.skippedRows;
            continue;
        }
        const Row row{line};
        const std::string_view code = row.text(kCode);
        const auto symbol = domain::Symbol::parse(code);
        if (!symbol) {
            file.skippedRows += isLongCode(code) ? 0 : 1;
            continue;
        }
        file.instruments.push_back(instrumentOf(row, *symbol, market, today, decoder));
    }
    if (const base::Status ok = checked(file); !ok) {
        return ok.error();
    }
    return file;
}
}  // namespace core::kis
