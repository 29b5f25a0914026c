#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace test
{
/// What a test wants in a certificate. Dates are far away from any clock.
struct CertificateWish
{
    QByteArray name = "test";
    QByteArray hosts = "IP:127.0.0.1,DNS:localhost";
    QByteArray from = "20000101000000Z";
    QByteArray until = "20991231000000Z";
    bool authority = false;
};

/// A key and its certificate, made on the spot: none lies in the repository.
class Certificate final
{
public:
    /// Signed by `issuer`, or by itself.
    explicit Certificate(const CertificateWish& wish, const Certificate* issuer = nullptr)
        : m_key{EVP_EC_gen("P-256"), &EVP_PKEY_free}, m_x509{X509_new(), &X509_free}
    {
        static long serial = 0;
        X509* const x509 = m_x509.get();
        X509_set_version(x509, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(x509), ++serial);
        ASN1_TIME_set_string(X509_getm_notBefore(x509), wish.from.constData());
        ASN1_TIME_set_string(X509_getm_notAfter(x509), wish.until.constData());
        X509_set_pubkey(x509, m_key.get());
        const std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> name{X509_NAME_new(),
                                                                         &X509_NAME_free};
        X509_NAME_add_entry_by_txt(name.get(), "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>(wish.name.constData()),
                                   -1, -1, 0);
        X509_set_subject_name(x509, name.get());
        X509_set_issuer_name(x509, issuer != nullptr ? X509_get_subject_name(issuer->m_x509.get())
                                                     : name.get());
        extend(NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
        if (!wish.authority) {
            extend(NID_subject_alt_name, wish.hosts.constData());
        }
        X509_sign(x509, issuer != nullptr ? issuer->m_key.get() : m_key.get(), EVP_sha256());
    }

    [[nodiscard]] QSslCertificate certificate() const
    {
        return QSslCertificate{text([this](BIO* out) { PEM_write_bio_X509(out, m_x509.get()); })};
    }
    [[nodiscard]] QSslKey key() const
    {
        return QSslKey{text([this](BIO* out) {
                           PEM_write_bio_PrivateKey(out, m_key.get(), nullptr, nullptr, 0, nullptr,
                                                    nullptr);
                       }),
                       QSsl::Ec};
    }

private:
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
    std::unique_ptr<X509, decltype(&X509_free)> m_x509;

    void extend(int nid, const char* value)
    {
        X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
        X509_add_ext(m_x509.get(), extension, -1);
        X509_EXTENSION_free(extension);
    }
    template <typename Write>
    static QByteArray text(Write write)
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> out{BIO_new(BIO_s_mem()), &BIO_free};
        write(out.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(out.get(), &data);
        return QByteArray{data, static_cast<qsizetype>(size)};
    }
};

/// An authority and what clients and servers of the test need from it.
class TestAuthority final
{
public:
    [[nodiscard]] QSslConfiguration trusting() const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({m_root.certificate()});
        return tls;
    }
    [[nodiscard]] QSslConfiguration serving(const CertificateWish& wish = {}) const
    {
        return serving(Certificate{wish, &m_root});
    }
    [[nodiscard]] static QSslConfiguration serving(const Certificate& own)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(own.certificate());
        tls.setPrivateKey(own.key());
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        return tls;
    }

private:
    Certificate m_root{{.name = "test authority", .authority = true}};
};
}  // namespace test
