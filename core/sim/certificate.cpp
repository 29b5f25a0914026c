#include "core/sim/certificate.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace core::sim
{
using base::Error;
using base::ErrorCode;
using base::Result;

namespace
{
constexpr long kMonthSeconds = 31L * 24 * 3'600;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

QByteArray bytesOf(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, size};
}

bool addExtension(X509* certificate, int kind, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool fill(X509* certificate, EVP_PKEY* key)
{
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3'600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), kMonthSeconds);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    const QByteArray common{"kis-simulator"};
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(common.constData()),
                               static_cast<int>(common.size()), -1, 0);
    X509_set_issuer_name(certificate, name);
    return addExtension(certificate, NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost")
           && addExtension(certificate, NID_basic_constraints, "CA:TRUE")
           && X509_sign(certificate, key, EVP_sha256()) > 0;
}
}  // namespace

Result<ServerCertificate> makeServerCertificate()
{
    const auto failed = [] {
        return Error{ErrorCode::Io, QStringLiteral("OpenSSL could not make the simulator's "
                                                   "certificate; run it without --tls")};
    };
    const Key key{EVP_EC_gen("P-256"), EVP_PKEY_free};
    const Certificate certificate{X509_new(), X509_free};
    if (!key || !certificate || !fill(certificate.get(), key.get())) {
        return failed();
    }
    const Memory keyText{BIO_new(BIO_s_mem()), BIO_free_all};
    const Memory certificateText{BIO_new(BIO_s_mem()), BIO_free_all};
    if (PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1
        || PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1) {
        return failed();
    }
    ServerCertificate out;
    out.pem = bytesOf(certificateText.get());
    const QSslCertificate own{out.pem};
    out.sha256 = own.digest(QCryptographicHash::Sha256).toHex();
    out.configuration = QSslConfiguration::defaultConfiguration();
    out.configuration.setLocalCertificate(own);
    out.configuration.setPrivateKey(QSslKey{bytesOf(keyText.get()), QSsl::Ec});
    out.configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return out;
}
}  // namespace core::sim
