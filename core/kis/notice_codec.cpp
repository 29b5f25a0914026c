#include "core/kis/notice_codec.h"

#include "core/kis/wire_field.h"

#include <array>
#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>

namespace core::kis
{
namespace
{
using domain::NoticeKind;
using domain::OrderNotice;

constexpr std::uint32_t kAccount = 1;
constexpr WireField kOrder{2, "ODER_NO"};
constexpr std::uint32_t kOriginal = 3;
constexpr WireField kSide{4, "SELN_BYOV_CLS"};
constexpr std::uint32_t kCorrected = 5;
constexpr WireField kCode{8, "STCK_SHRN_ISCD"};
constexpr WireField kQuantity{9, "CNTG_QTY"};
constexpr WireField kPrice{10, "CNTG_UNPR"};
constexpr WireField kTime{11, "STCK_CNTG_HOUR"};
constexpr std::uint32_t kRefused = 12;
constexpr std::uint32_t kFilled = 13;
constexpr std::uint32_t kAccepted = 14;
constexpr WireField kOrderQuantity{16, "ODER_QTY"};

struct KindRow
{
    char16_t filled;
    char16_t refused;
    char16_t accepted;   // 0 = any
    char16_t corrected;  // 0 = any
    NoticeKind kind;
};

// clang-format off
constexpr std::array kKinds{
    KindRow{u'1', u'0', u'1', u'0', NoticeKind::Accepted},
    KindRow{u'1', u'0', u'1', u'1', NoticeKind::AmendReceived},
    KindRow{u'1', u'0', u'2', u'1', NoticeKind::AmendConfirmed},
    KindRow{u'1', u'0', u'1', u'2', NoticeKind::CancelReceived},
    KindRow{u'1', u'0', u'2', u'2', NoticeKind::CancelConfirmed},
    KindRow{u'1', u'0', u'3', u'0', NoticeKind::RemainderCancelled},
    KindRow{u'2', u'0', u'2', u'\0', NoticeKind::Fill},
    KindRow{u'1', u'1', u'\0', u'\0', NoticeKind::Rejected},
};
// clang-format on

struct CipherFree
{
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

const unsigned char* bytes(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

base::Error noNotice()
{
    return {base::ErrorCode::Malformed,
            QStringLiteral("execution notice does not open with the key of its registration; the "
                           "orders must be read again")};
}

QString withoutZeros(QStringView number)
{
    number = number.trimmed();
    while (number.startsWith(u'0')) {
        number = number.mid(1);
    }
    return number.toString();
}

// Says which field, never what it held.
base::Error secretField(WireField field)
{
    return {base::ErrorCode::Malformed,
            QStringLiteral("execution notice: field %1 (%2) is unreadable")
                .arg(field.index)
                .arg(QLatin1String(field.name))};
}

base::Result<OrderNotice> decodeOne(const RecordView& record)
{
    OrderNotice notice;
    notice.account = record.field(kAccount).toString();
    notice.orderNumber = withoutZeros(record.field(kOrder.index));
    notice.originalNumber = withoutZeros(record.field(kOriginal));
    if (notice.orderNumber.isEmpty()) {
        return secretField(kOrder);
    }
    const QStringView side = record.field(kSide.index);
    if (side != u"01" && side != u"02") {
        return secretField(kSide);
    }
    notice.side = side == u"01" ? domain::Side::Sell : domain::Side::Buy;
    const auto symbol = needSymbol(record, kCode);
    const auto quantity = readWhole(record, kQuantity);
    const auto price = readWhole(record, kPrice);
    const auto orderQuantity = readWhole(record, kOrderQuantity);
    const auto time = needTime(record, kTime);
    if (!symbol || !quantity || !price || !orderQuantity || !time) {
        return secretField(!symbol     ? kCode
                           : !quantity ? kQuantity
                           : !price    ? kPrice
                           : !time     ? kTime
                                       : kOrderQuantity);
    }
    notice.symbol = *symbol;
    notice.quantity = domain::Quantity{quantity.value().value_or(0)};
    notice.orderQuantity = domain::Quantity{orderQuantity.value().value_or(0)};
    notice.time = *time;
    const std::int64_t won = price.value().value_or(0);
    if (won > domain::kPriceMax.won()) {
        return secretField(kPrice);
    }
    if (won > 0) {
        notice.price = domain::Price::fromWon(won);
    }
    notice.kind = noticeKind(record.field(kFilled), record.field(kRefused), record.field(kAccepted),
                             record.field(kCorrected));
    if (notice.kind == NoticeKind::Fill && (!notice.price || notice.quantity.shares() == 0)) {
        notice.kind = NoticeKind::Unknown;
    }
    return notice;
}
}  // namespace

base::Result<QString> decryptNotice(QStringView payload, const NoticeKey& key)
{
    if (!key.isUsable()) {
        return base::Error{base::ErrorCode::Unauthorized,
                           QStringLiteral("execution notice: no usable key was delivered with the "
                                          "registration")};
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        payload.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        return noNotice();
    }
    const QByteArray& sealed = decoded.decoded;
    const std::unique_ptr<EVP_CIPHER_CTX, CipherFree> context{EVP_CIPHER_CTX_new()};
    QByteArray plain{sealed.size() + EVP_MAX_BLOCK_LENGTH, Qt::Uninitialized};
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    int written = 0;
    int last = 0;
    if (context == nullptr
        || EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(key.key),
                              bytes(key.iv))
               != 1
        || EVP_DecryptUpdate(context.get(), out, &written, bytes(sealed),
                             static_cast<int>(sealed.size()))
               != 1
        || EVP_DecryptFinal_ex(context.get(), out + written, &last) != 1) {
        ERR_clear_error();  // The queue is the thread's: TLS must not find this in it.
        return noNotice();
    }
    plain.resize(written + last);
    return QString::fromUtf8(plain);
}

NoticeKind noticeKind(QStringView filled, QStringView refused, QStringView accepted,
                      QStringView corrected)
{
    const auto is = [](QStringView text, char16_t wanted) {
        return wanted == u'\0' || (text.size() == 1 && text[0] == wanted);
    };
    for (const KindRow& row : kKinds) {
        if (is(filled, row.filled) && is(refused, row.refused) && is(accepted, row.accepted)
            && is(corrected, row.corrected)) {
            return row.kind;
        }
    }
    return NoticeKind::Unknown;
}

base::Result<std::vector<OrderNotice>> decodeNotices(QStringView plain, std::uint32_t count)
{
    RecordTable records;
    const base::Status table = records.read(plain, 0, count, kNoticeFieldsMin);
    if (!table) {
        return table.error();
    }
    std::vector<OrderNotice> notices;
    notices.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const base::Result<OrderNotice> notice = decodeOne(records.record(i));
        if (!notice) {
            return notice.error();
        }
        notices.push_back(*notice);
    }
    return notices;
}
}  // namespace core::kis
