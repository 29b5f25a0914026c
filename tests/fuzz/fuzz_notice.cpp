// Execution notices: what was sealed opens to itself, nothing else opens to an over-read, and an
// absent price is never a zero.

#include "core/kis/notice_codec.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstdlib>
#include <openssl/evp.h>

namespace
{
using namespace core::kis;

const NoticeKey kKey{QByteArrayLiteral("abcdefghijklmnopqrstuvwxyz012345"),
                     QByteArrayLiteral("0123456789abcdef")};

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

const unsigned char* bytes(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

QString sealed(const QByteArray& plain)
{
    EVP_CIPHER_CTX* const context = EVP_CIPHER_CTX_new();
    QByteArray out{plain.size() + 32, '\0'};
    auto* const to = reinterpret_cast<unsigned char*>(out.data());
    int written = 0;
    int last = 0;
    EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, bytes(kKey.key), bytes(kKey.iv));
    EVP_EncryptUpdate(context, to, &written, bytes(plain), static_cast<int>(plain.size()));
    EVP_EncryptFinal_ex(context, to + written, &last);
    EVP_CIPHER_CTX_free(context);
    out.resize(written + last);
    return QString::fromLatin1(out.toBase64());
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const QByteArray input{reinterpret_cast<const char*>(data) + 1,
                           static_cast<qsizetype>(size) - 1};
    const QString text = QString::fromUtf8(input);
    const std::uint32_t count = data[0] % 4U + 1U;

    const auto opened = decryptNotice(sealed(input), kKey);
    require(opened && *opened == text);
    static_cast<void>(decryptNotice(text, kKey));
    static_cast<void>(decryptNotice(text, NoticeKey{input.left(32), input.mid(32, 16)}));

    const auto notices = decodeNotices(text, count);
    if (!notices) {
        require(notices.error().code == core::base::ErrorCode::Malformed);
        return 0;
    }
    require(notices->size() == count);
    for (const core::domain::OrderNotice& notice : *notices) {
        require(!notice.price || notice.price->won() > 0);
        require(notice.kind != core::domain::NoticeKind::Fill
                || (notice.price && notice.quantity.shares() > 0));
    }
    return 0;
}
