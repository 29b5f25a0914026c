#pragma once

#include "core/base/result.h"
#include "core/domain/order_notice.h"
#include "core/kis/frame.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace core::kis
{
/// Key and initialisation vector of one notice registration. Never logged.
struct NoticeKey
{
    QByteArray key;  ///< 32 ASCII bytes, used as they are.
    QByteArray iv;   ///< 16 ASCII bytes.

    [[nodiscard]] bool isUsable() const noexcept { return key.size() == 32 && iv.size() == 16; }
    friend bool operator==(const NoticeKey&, const NoticeKey&) = default;
};

/// Opens the payload of an encrypted frame.
///
/// Shape:  standard base64 with padding of AES-256-CBC with PKCS#7 padding of UTF-8 text.
/// Errors: Unauthorized for an unusable key; Malformed for everything else, always with the
///         same words, so that the answer tells nothing about the padding.
/// Source: KIS Open API, execution notices.
/// Thread: any; pure.
[[nodiscard]] base::Result<QString> decryptNotice(QStringView payload, const NoticeKey& key);

inline constexpr std::uint32_t kNoticeFieldsMin = 23;
inline constexpr std::uint32_t kNoticeFieldsKnown = 26;

/// Decodes the opened text of H0STCNI0/9, `count` records.
///
/// One record (23 fields on the wire, 26 in the documentation, the first 18 alike):
///   ID^1234567801^0000001562^^02^0^00^0^027360^0000000001^000002200^092701^0^1^1^00950^
///   000000001^NAME^1Y^10^^NAME^
/// What the notice means follows from (CNTG_YN, RFUS_YN, ACPT_YN, RCTF_CLS); a combination that
/// is in no table, and a fill without price or quantity, is `NoticeKind::Unknown`: reconcile.
///
/// Units:  shares and won; an empty or zero price is absent, never 0.
/// Errors: Malformed for a wrong width or an unreadable field. The text is never quoted: it
///         holds a name and an account number.
/// Source: KIS Open API, H0STCNI0, response body; wire layout measured.
/// Thread: any; pure.
[[nodiscard]] base::Result<std::vector<domain::OrderNotice>> decodeNotices(QStringView plain,
                                                                           std::uint32_t count);

/// The event a notice reports, by its four class fields.
[[nodiscard]] domain::NoticeKind noticeKind(QStringView filled, QStringView refused,
                                            QStringView accepted, QStringView corrected);
}  // namespace core::kis
