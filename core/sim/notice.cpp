#include "core/sim/notice.h"

#include "core/domain/kst.h"
#include "core/sim/truth_log.h"

#include <memory>
#include <openssl/evp.h>

namespace core::sim
{
namespace
{
struct Flags
{
    const char* correction;  ///< RCTF_CLS
    const char* refused;     ///< RFUS_YN
    const char* filled;      ///< CNTG_YN
    const char* accepted;    ///< ACPT_YN
};

Flags flagsOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Accepted:
        return {"0", "0", "1", "1"};
    case NoticeKind::Filled:
        return {"0", "0", "2", "2"};
    case NoticeKind::AmendConfirmed:
        return {"1", "0", "1", "2"};
    case NoticeKind::CancelConfirmed:
        return {"2", "0", "1", "2"};
    case NoticeKind::RestCancelled:
        return {"0", "0", "1", "3"};
    case NoticeKind::Rejected:
        return {"0", "1", "1", "1"};
    }
    return {"0", "0", "1", "1"};
}

QString padded(std::int64_t value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

const char* condition(Waiting waiting)
{
    return waiting == Waiting::Ioc ? "1" : waiting == Waiting::Fok ? "2" : "0";
}
}  // namespace

QByteArray noticeText(const Notice& notice, const NoticeAddress& address)
{
    const Flags flags = flagsOf(notice.kind);
    const bool fill = notice.kind == NoticeKind::Filled;
    QStringList fields{
        address.htsId,
        address.account,
        orderNumberText(notice.number),
        notice.original != 0 ? orderNumberText(notice.original) : QString{},
        notice.side == domain::Side::Sell ? QStringLiteral("01") : QStringLiteral("02"),
        QLatin1String{flags.correction},
        // Fills were seen with 00 whatever the order's division was.
        fill ? QStringLiteral("00")
             : QString::fromLatin1(notice.division.text().data(),
                                   static_cast<qsizetype>(notice.division.text().size())),
        QLatin1String{condition(notice.division.waiting)},
        notice.symbol.toString(),
        padded(notice.quantity, 10),
        padded(notice.price, 9),
        domain::compactTimeText(domain::TimeOfDay{notice.at}),
        QLatin1String{flags.refused},
        QLatin1String{flags.filled},
        QLatin1String{flags.accepted},
        address.branch,
        padded(notice.orderQuantity, 9),
        QStringLiteral("모의고객"),
    };
    if (address.fields == 23) {
        // Stop price, venue, pop-up and filler arrive glued and trimmed.
        fields << QStringLiteral("1Y");
    } else {
        fields << padded(0, 9) << QStringLiteral("1") << QStringLiteral("Y")
               << QStringLiteral("   ");
    }
    fields << QStringLiteral("10") << QString{} << address.issueName
           << (fill ? padded(notice.orderPrice, 9) : QString{});
    return fields.join(u'^').toUtf8();
}

base::Result<QByteArray> encryptNotice(const QByteArray& text, const QString& key,
                                       const QString& iv)
{
    const QByteArray keyBytes = key.toLatin1();
    const QByteArray ivBytes = iv.toLatin1();
    if (keyBytes.size() != 32 || ivBytes.size() != 16) {
        return base::Error{base::ErrorCode::OutOfRange,
                           QStringLiteral("a notice key has 32 characters and its iv 16")};
    }
    const auto bytes = [](const QByteArray& from) {
        return reinterpret_cast<const unsigned char*>(from.constData());
    };
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context{
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    QByteArray out(text.size() + 16, '\0');
    auto* target = reinterpret_cast<unsigned char*>(out.data());
    int written = 0;
    int rest = 0;
    if (!context
        || EVP_EncryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(keyBytes),
                              bytes(ivBytes))
               != 1
        || EVP_EncryptUpdate(context.get(), target, &written, bytes(text),
                             static_cast<int>(text.size()))
               != 1
        || EVP_EncryptFinal_ex(context.get(), target + written, &rest) != 1) {
        return base::Error{base::ErrorCode::Refused,
                           QStringLiteral("the notice cannot be encrypted")};
    }
    out.resize(written + rest);
    return out.toBase64();
}
}  // namespace core::sim
