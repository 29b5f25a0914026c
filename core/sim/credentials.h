#pragma once

#include "core/domain/kst.h"
#include "core/sim/simulator_options.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>

namespace core::sim
{
enum class TokenVerdict : std::uint8_t
{
    Valid,
    Unknown,
    Expired,
};

/// The keys of the simulated account and what is issued for them.
///
/// Keys follow from the seed, and tokens and approval keys carry their own proof, so that a
/// simulator that was killed and started again knows its customers, as the broker would.
/// Times are the machine's UTC.
class Credentials final
{
public:
    Credentials(std::uint64_t seed, Profile profile);

    [[nodiscard]] const QString& appKey() const noexcept { return m_appKey; }        ///< 36
    [[nodiscard]] const QString& appSecret() const noexcept { return m_appSecret; }  ///< 180
    [[nodiscard]] const QString& htsId() const noexcept { return m_htsId; }
    /// "50000000-01"
    [[nodiscard]] const QString& account() const noexcept { return m_account; }
    [[nodiscard]] QString accountNumber() const { return m_account.left(8); }
    [[nodiscard]] QString accountProduct() const { return m_account.mid(9); }

    /// A JWT-shaped token of about 346 characters.
    [[nodiscard]] QByteArray issueToken(base::Timestamp now,
                                        std::chrono::seconds life = std::chrono::hours{24}) const;
    [[nodiscard]] TokenVerdict check(const QByteArray& token, base::Timestamp now) const;
    void revoke(const QByteArray& token) { m_revoked.insert(token); }
    /// Every token issued so far is answered with `verdict` from now on.
    void endTokens(TokenVerdict verdict, base::Timestamp now);

    /// A new UUID-shaped key every time.
    [[nodiscard]] QString issueApprovalKey() const;
    [[nodiscard]] bool isApprovalKey(const QString& key) const;

private:
    [[nodiscard]] QByteArray sign(const QByteArray& text) const;

    QByteArray m_secret;
    QString m_appKey;
    QString m_appSecret;
    QString m_htsId;
    QString m_account;
    Profile m_profile;
    QSet<QByteArray> m_revoked;
    mutable QSet<QByteArray> m_issued;  ///< By this run, still good.
    QSet<QByteArray> m_ended;
    TokenVerdict m_endedAs = TokenVerdict::Expired;
    std::int64_t m_endedBefore = 0;  ///< Seconds; of runs before this one.
};
}  // namespace core::sim
