#include "core/config/key_store.h"

#include "core/config/config_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <qt6keychain/keychain.h>

namespace core::config
{
namespace
{
using base::Error;
using base::ErrorCode;

const QString kService = QStringLiteral("kis-scalper");

Error errorOf(const QKeychain::Job& job)
{
    const QString detail =
        QStringLiteral("system key store: entry '%1': %2").arg(job.key(), job.errorString());
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, detail};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorCode::Refused, detail};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::Unsupported, detail};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorCode::Io, detail};
}
}  // namespace

void KeyStore::load(domain::EnvironmentKind kind, QObject* context, Loaded done)
{
    auto* job = new QKeychain::ReadPasswordJob{kService, context};
    job->setKey(environmentName(kind));
    job->setInsecureFallback(false);
    QObject::connect(
        job, &QKeychain::Job::finished, context,
        [kind, done = std::move(done)](QKeychain::Job* finished) {
            if (finished->error() != QKeychain::NoError) {
                done(errorOf(*finished));
                return;
            }
            const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(finished);
            done(parseSecrets(read->binaryData(), QStringLiteral("in the system key store"), kind));
        });
    job->start();
}

void KeyStore::save(domain::EnvironmentKind kind, const Credentials& credentials, QObject* context,
                    Saved done)
{
    const QJsonObject section{{QStringLiteral("appkey"), credentials.appkey},
                              {QStringLiteral("appsecret"), credentials.appsecret},
                              {QStringLiteral("account"), credentials.account},
                              {QStringLiteral("hts_id"), credentials.htsId}};
    const QJsonObject root{{environmentName(kind), section}};
    auto* job = new QKeychain::WritePasswordJob{kService, context};
    job->setKey(environmentName(kind));
    job->setInsecureFallback(false);
    job->setBinaryData(QJsonDocument{root}.toJson(QJsonDocument::Compact));
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [done = std::move(done)](QKeychain::Job* finished) {
                         if (finished->error() != QKeychain::NoError) {
                             done(errorOf(*finished));
                             return;
                         }
                         done(base::Done{});
                     });
    job->start();
}
}  // namespace core::config
