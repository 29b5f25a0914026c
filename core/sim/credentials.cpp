#include "core/sim/credentials.h"

#include "core/sim/random.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <string_view>

namespace core::sim
{
namespace
{
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/// What is secret carries a mark, so that `.ci/suite-secrets` finds it wherever it was written.
constexpr auto kMark = "SimCanary";
constexpr auto kHexMark = "5ca1ab1e";
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString randomText(Rng rng, int length)
{
    QString text;
    for (int i = 0; i < length; ++i) {
        text += QLatin1Char(kAlphabet[static_cast<std::size_t>(
            rng.below(static_cast<std::int64_t>(kAlphabet.size())))]);
    }
    return text;
}
}  // namespace

Credentials::Credentials(std::uint64_t seed, Profile profile) : m_profile{profile}
{
    const std::uint64_t side = profile == Profile::Real ? 1 : 2;
    m_appKey = QStringLiteral("PS") + QLatin1String{kMark}
               + randomText(Rng{streamKey(seed, 0xA99, side)}, 25);
    m_appSecret = QLatin1String{kMark} + randomText(Rng{streamKey(seed, 0xA9A, side)}, 170) + u'=';
    m_secret = randomText(Rng{streamKey(seed, 0xA9B, side)}, 32).toLatin1();
    m_htsId = QStringLiteral("simtrader");
    m_account = QStringLiteral("50000000-01");
}

QByteArray Credentials::sign(const QByteArray& text) const
{
    return QMessageAuthenticationCode::hash(text, m_secret, QCryptographicHash::Sha256);
}

QByteArray Credentials::issueToken(base::Timestamp now, std::chrono::seconds life) const
{
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const QByteArray head = R"({"typ":"JWT","alg":"HS256"})";
    const QByteArray nonce =
        QByteArray::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, '0');
    QByteArray body = R"({"sub":"token","aud":")" + nonce
                      + R"(-0000-0000-0000-000000000000","prdt_cd":"","iss":"unogw","env":")"
                      + QByteArray{m_profile == Profile::Real ? "real" : "mock"} + R"(","exp":)"
                      + QByteArray::number(static_cast<qint64>(seconds + life.count()))
                      + R"(,"iat":)" + QByteArray::number(static_cast<qint64>(seconds))
                      + R"(,"jti":")" + m_appKey.toLatin1() + R"("})";
    const QByteArray text = head.toBase64(kBase64) + '.' + body.toBase64(kBase64);
    const QByteArray token = text + '.' + sign(text).toBase64(kBase64);
    m_issued.insert(token);
    return token;
}

void Credentials::endTokens(TokenVerdict verdict, base::Timestamp now)
{
    m_ended.unite(m_issued);
    m_issued.clear();
    m_endedAs = verdict;
    m_endedBefore =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
}

namespace
{
qint64 claim(const QByteArray& claims, const QByteArray& mark)
{
    const qsizetype from = claims.indexOf(mark) + mark.size();
    return claims.mid(from, claims.indexOf(',', from) - from).toLongLong();
}
}  // namespace

TokenVerdict Credentials::check(const QByteArray& token, base::Timestamp now) const
{
    const qsizetype dot = token.lastIndexOf('.');
    if (dot < 0 || m_revoked.contains(token)
        || token.mid(dot + 1) != sign(token.left(dot)).toBase64(kBase64)) {
        return TokenVerdict::Unknown;
    }
    const qsizetype body = token.indexOf('.') + 1;
    const QByteArray claims = QByteArray::fromBase64(token.mid(body, dot - body), kBase64);
    const bool ours = m_issued.contains(token);
    if (m_ended.contains(token) || (!ours && claim(claims, "\"iat\":") < m_endedBefore)) {
        return m_endedAs;
    }
    const qint64 expires = claim(claims, "\"exp\":");
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return seconds < expires ? TokenVerdict::Valid : TokenVerdict::Expired;
}

QString Credentials::issueApprovalKey() const
{
    const QByteArray first =
        kHexMark
        + QByteArray::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, '0');
    const QByteArray second = sign(first).toHex().left(16);
    const QByteArray all = first + second;
    return QString::fromLatin1(all.left(8) + '-' + all.mid(8, 4) + '-' + all.mid(12, 4) + '-'
                               + all.mid(16, 4) + '-' + all.mid(20));
}

bool Credentials::isApprovalKey(const QString& key) const
{
    const QByteArray all = QString{key}.remove(u'-').toLatin1();
    return all.size() == 32 && sign(all.left(16)).toHex().left(16) == all.mid(16);
}
}  // namespace core::sim
