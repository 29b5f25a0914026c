#include "core/sim/master_file.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <iconv.h>
#include <memory>

namespace core::sim
{
using base::Error;
using base::ErrorCode;
using base::Result;
using domain::InstrumentFlag;
using domain::Market;
using domain::SecurityGroup;

namespace
{
/// A row that grows by fixed-width fields.
class Row final
{
public:
    Row& text(const QByteArray& value, qsizetype width)
    {
        m_bytes += value.left(width).leftJustified(width, ' ');
        return *this;
    }
    Row& number(std::int64_t value, qsizetype width)
    {
        const bool negative = value < 0;
        QByteArray digits = QByteArray::number(static_cast<qlonglong>(negative ? -value : value));
        digits = digits.rightJustified(negative ? width - 1 : width, '0');
        m_bytes += negative ? '-' + digits : digits;
        return *this;
    }
    Row& flag(bool on)
    {
        m_bytes += on ? 'Y' : 'N';
        return *this;
    }
    Row& noes(int count)
    {
        m_bytes += QByteArray(count, 'N');
        return *this;
    }
    [[nodiscard]] const QByteArray& bytes() const noexcept { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// UTF-8 to cp949, cut to `width` bytes without splitting a syllable.
Result<QByteArray> koreanName(const QString& name, qsizetype width)
{
    const iconv_t converter = iconv_open("CP949", "UTF-8");
    if (converter == iconv_t(-1)) {
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("iconv has no CP949 on this machine; the simulator cannot "
                                    "write master files")};
    }
    QByteArray in = name.toUtf8();
    QByteArray out{width, ' '};
    char* from = in.data();
    char* to = out.data();
    std::size_t fromLeft = static_cast<std::size_t>(in.size());
    std::size_t toLeft = static_cast<std::size_t>(width);
    iconv(converter, &from, &fromLeft, &to, &toLeft);
    iconv_close(converter);
    std::fill(to, out.data() + width, ' ');
    return out;
}

QByteArray groupCode(SecurityGroup group)
{
    switch (group) {
    case SecurityGroup::Stock:
        return "ST";
    case SecurityGroup::Etf:
        return "EF";
    case SecurityGroup::Etn:
        return "EN";
    case SecurityGroup::Elw:
        return "EW";
    case SecurityGroup::Reit:
        return "RT";
    case SecurityGroup::Fund:
        return "MF";
    case SecurityGroup::Other:
        return "FS";
    }
    return "FS";
}

QByteArray etpCode(SecurityGroup group)
{
    return group == SecurityGroup::Etf ? "2" : group == SecurityGroup::Etn ? "3" : "0";
}

QByteArray alarmCode(const Listing& l)
{
    return l.has(InstrumentFlag::Risk)      ? "03"
           : l.has(InstrumentFlag::Warning) ? "02"
           : l.has(InstrumentFlag::Caution) ? "01"
                                            : "00";
}

QByteArray overheatCode(const Listing& l)
{
    return l.has(InstrumentFlag::Overheated)          ? "2"
           : l.has(InstrumentFlag::OverheatAnnounced) ? "1"
                                                      : "0";
}

/// From the reference price to the short-sale flag both files have the same order.
void commonMiddle(Row& row, const Listing& l, domain::TradingDate date)
{
    row.number(l.reference, 9).number(1, 5).number(1, 5);
    row.flag(l.has(InstrumentFlag::Halted)).flag(l.has(InstrumentFlag::Liquidation));
    row.flag(l.has(InstrumentFlag::Administrative)).text(alarmCode(l), 2);
    row.flag(l.has(InstrumentFlag::WarningAnnounced));
    row.flag(l.has(InstrumentFlag::UnfaithfulDisclosure));
    row.flag(l.has(InstrumentFlag::BackdoorListing));
    row.text(l.has(InstrumentFlag::ExRights) ? "01" : "00", 2);
    row.text(l.has(InstrumentFlag::FaceValueChange) ? "01" : "00", 2).text("00", 2);
    row.number(l.has(InstrumentFlag::FullMargin) ? 100 : 40, 3);
    row.flag(!l.has(InstrumentFlag::FullMargin) && !l.isFund()).number(90, 3);
    row.number(l.previousVolume, 12).number(l.isFund() ? 0 : l.faceValue, 12);
    row.text(domain::compactDateText(l.instrument.listed.value_or(date)).toLatin1(), 8);
    row.number(l.listedShares / 1'000, 15).number(l.listedShares * l.faceValue, 21);
    row.number(12, 2).number(std::min<std::int64_t>(l.reference, 9'999'999), 7);
    row.text(l.has(InstrumentFlag::Preferred) ? "1" : "0", 1).flag(false);
    row.flag(l.has(InstrumentFlag::AbnormalSurge));
    row.flag(l.has(InstrumentFlag::Kospi200) || l.has(InstrumentFlag::Kosdaq150));
}

/// From sales to the end both files have the same order.
void commonEnd(Row& row, const Listing& l)
{
    const std::int64_t value = l.marketValueEok();
    row.number(std::min<std::int64_t>(value / 2, 999'999'999), 9);
    row.number(value / 25, 9)
        .number(value / 30, 9)
        .number(std::min<std::int64_t>(value / 40, 99'999), 5);
    row.text("000007.25", 9);
    row.text(l.isFund() ? "" : "20260630", 8);
    row.number(std::min<std::int64_t>(value, 999'999'999), 9).text("000", 3);
    row.flag(false).flag(true).flag(!l.has(InstrumentFlag::Administrative));
}

void kospiTail(Row& row, const Listing& l, domain::TradingDate date)
{
    const bool member = l.has(InstrumentFlag::Kospi200);
    const std::int64_t value = l.marketValueEok();
    row.text(groupCode(l.instrument.group), 2);
    row.text(l.isFund() ? "0" : value > 20'000 ? "1" : value > 4'000 ? "2" : "3", 1);
    row.text("0027", 4).text("0013", 4).text("0000", 4);
    row.flag(member).flag(l.has(InstrumentFlag::LowLiquidity)).flag(false);
    row.text(QByteArray(1, l.kospi200Sector), 1).flag(member).flag(member).flag(member);
    row.text(etpCode(l.instrument.group), 1).flag(member).flag(member);
    row.noes(4).flag(l.has(InstrumentFlag::Spac)).noes(2).text(overheatCode(l), 1);
    row.noes(8);
    commonMiddle(row, l, date);
    row.flag(!l.isFund());
    commonEnd(row, l);
}

void kosdaqTail(Row& row, const Listing& l, domain::TradingDate date)
{
    const bool member = l.has(InstrumentFlag::Kosdaq150);
    row.text(groupCode(l.instrument.group), 2).text(member ? "1" : "3", 1);
    row.text("1009", 4).text("1013", 4).text("0000", 4);
    row.flag(false).flag(l.has(InstrumentFlag::LowLiquidity)).flag(member);
    row.text(etpCode(l.instrument.group), 1).flag(member).noes(4);
    row.flag(l.has(InstrumentFlag::Spac)).noes(2).text(overheatCode(l), 1).noes(2);
    row.flag(l.has(InstrumentFlag::CautionReminder)).noes(4).flag(member);
    commonMiddle(row, l, date);
    commonEnd(row, l);
}
}  // namespace

Result<QByteArray> masterFile(const std::vector<Listing>& listings, Market market,
                              domain::TradingDate date)
{
    QByteArray out;
    for (const Listing& listing : listings) {
        if (listing.instrument.market != market) {
            continue;
        }
        const Result<QByteArray> name = koreanName(listing.instrument.name, 40);
        if (!name) {
            return name.error();
        }
        Row row;
        row.text(listing.symbol().toString().toLatin1(), 9);
        row.text(listing.instrument.isin.toLatin1(), 12).text(*name, 40);
        if (market == Market::Kospi) {
            kospiTail(row, listing, date);
        } else {
            kosdaqTail(row, listing, date);
        }
        Q_ASSERT(row.bytes().size()
                 == (market == Market::Kospi ? kKospiRowBytes : kKosdaqRowBytes));
        out += row.bytes() + '\n';
    }
    return out;
}

Result<QByteArray> zipOf(const QByteArray& name, const QByteArray& content)
{
    const auto failed = [] {
        return Error{ErrorCode::Io, QStringLiteral("the master file could not be zipped")};
    };
    QByteArray out{content.size() + 64 * 1024, '\0'};
    std::size_t used = 0;
    const std::unique_ptr<archive, int (*)(archive*)> writer{archive_write_new(),
                                                             archive_write_free};
    if (archive_write_set_format_zip(writer.get()) != ARCHIVE_OK
        || archive_write_open_memory(writer.get(), out.data(), static_cast<std::size_t>(out.size()),
                                     &used)
               != ARCHIVE_OK) {
        return failed();
    }
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry{archive_entry_new(),
                                                                         archive_entry_free};
    archive_entry_set_pathname(entry.get(), name.constData());
    archive_entry_set_size(entry.get(), content.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK
        || archive_write_data(writer.get(), content.constData(),
                              static_cast<std::size_t>(content.size()))
               != content.size()
        || archive_write_close(writer.get()) != ARCHIVE_OK) {
        return failed();
    }
    out.truncate(static_cast<qsizetype>(used));
    return out;
}
}  // namespace core::sim
