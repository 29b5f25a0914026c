#include "core/kis/master_store.h"

#include "core/base/log.h"
#include "core/kis/master_archive.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace core::kis
{
namespace
{
constexpr qint64 kZipMax = qint64{16} * 1024 * 1024;
constexpr std::chrono::seconds kDeadline{30};
constexpr int kOk = 200;
constexpr int kNotModified = 304;

base::Status write(const QString& name, const QByteArray& bytes)
{
    QSaveFile file{name};
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("%1 cannot be written: %2").arg(name, file.errorString())};
    }
    return base::Done{};
}

base::Result<QByteArray> readAll(const QString& name)
{
    QFile file{name};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kZipMax) {
        return base::Error{base::ErrorCode::NotFound,
                           QStringLiteral("no usable copy in %1").arg(name)};
    }
    return file.readAll();
}
}  // namespace

MasterStore::MasterStore(HttpClient& http, QUrl master, QString folder, QObject* parent)
    : QObject{parent}, m_http{http}, m_master{std::move(master)}, m_folder{std::move(folder)}
{
    m_sources[0] = {
        .market = domain::Market::Kospi, .member = "kospi_code.mst", .file = {}, .error = {}};
    m_sources[1] = {
        .market = domain::Market::Kosdaq, .member = "kosdaq_code.mst", .file = {}, .error = {}};
}

QString MasterStore::fileName(const Source& source) const
{
    return QDir{m_folder}.filePath(QLatin1String(source.member) + QStringLiteral(".zip"));
}

// The server's own date of the copy on disk, as it wrote it.
QByteArray MasterStore::keptDate(const Source& source) const
{
    if (m_folder.isEmpty() || !QFileInfo::exists(fileName(source))) {
        return {};
    }
    const auto date = readAll(fileName(source) + QStringLiteral(".date"));
    return date ? *date : QByteArray{};
}

void MasterStore::request(domain::TradingDate today)
{
    const bool running = m_sources[0].pending || m_sources[1].pending;
    m_today = today;
    if (running) {
        return;
    }
    for (Source& source : m_sources) {
        source.pending = true;
        source.fromCache = false;
        source.file.reset();
        source.error.reset();
    }
    for (Source& source : m_sources) {
        download(source);
    }
}

void MasterStore::download(Source& source)
{
    QUrl url = m_master;
    url.setPath(QStringLiteral("/common/master/") + QLatin1String(source.member)
                + QStringLiteral(".zip"));
    HttpRequest request{
        .url = url, .headers = {}, .postBody = {}, .deadline = kDeadline, .bodyMax = kZipMax};
    if (const QByteArray date = keptDate(source); !date.isEmpty()) {
        request.headers.emplace_back(QByteArrayLiteral("if-modified-since"), date);
    }
    m_http.send(request,
                [this, &source](const base::Result<HttpReply>& reply) { received(source, reply); });
}

void MasterStore::received(Source& source, const base::Result<HttpReply>& reply)
{
    source.pending = false;
    if (!reply) {
        fallBack(source, reply.error());
    } else if (reply->status == kNotModified) {
        const auto kept = readAll(fileName(source));
        const base::Status ok = kept ? accept(source, *kept) : base::Status{kept.error()};
        if (!ok) {
            source.error = ok.error();
            QFile::remove(fileName(source));  // So that the next request fetches it whole.
        }
    } else if (reply->status != kOk) {
        fallBack(source,
                 {base::ErrorCode::Network, QStringLiteral("status %1").arg(reply->status)});
    } else if (const base::Status ok = accept(source, reply->body); !ok) {
        fallBack(source, ok.error());
    } else {
        keep(source, *reply);
    }
    finishIfDone();
}

base::Status MasterStore::accept(Source& source, const QByteArray& zip) const
{
    const auto bytes = extractMaster(zip);
    if (!bytes) {
        return bytes.error();
    }
    const auto file = parseMaster(*bytes, source.market, m_today);
    if (!file) {
        return file.error();
    }
    source.file = *file;
    return base::Done{};
}

void MasterStore::fallBack(Source& source, const base::Error& why) const
{
    const auto kept = m_folder.isEmpty()
                          ? base::Result<QByteArray>{base::Error{base::ErrorCode::NotFound, {}}}
                          : readAll(fileName(source));
    if (!kept || !accept(source, *kept)) {
        source.error =
            base::Error{why.code, QStringLiteral("%1: %2; and there is no earlier copy on disk")
                                      .arg(QLatin1String(source.member), why.detail)};
        return;
    }
    source.fromCache = true;
    qCWarning(base::lcMaster).noquote()
        << source.member << "could not be fetched:" << why.detail << "- the copy of"
        << QFileInfo{fileName(source)}.lastModified().toString(Qt::ISODate)
        << "is used; its reference prices and flags may be out of date";
}

void MasterStore::keep(const Source& source, const HttpReply& reply) const
{
    if (m_folder.isEmpty()) {
        return;
    }
    QDir{}.mkpath(m_folder);
    // The date first away, last back: a crash in between costs one download, never a wrong file.
    const QString dateName = fileName(source) + QStringLiteral(".date");
    QFile::remove(dateName);
    for (const base::Status& written :
         {write(fileName(source), reply.body), write(dateName, reply.lastModified)}) {
        if (!written) {
            qCWarning(base::lcMaster).noquote() << written.error().detail;
        }
    }
}

void MasterStore::finishIfDone()
{
    if (m_sources[0].pending || m_sources[1].pending) {
        return;
    }
    auto table = std::make_shared<domain::InstrumentTable>();
    table->date = m_today;
    for (const Source& source : m_sources) {
        if (!source.file) {
            Q_EMIT failed(source.error.value_or(base::Error{}));
            return;
        }
        table->skippedRows += source.file->skippedRows;
        table->fromCache = table->fromCache || source.fromCache;
        for (const domain::Instrument& instrument : source.file->instruments) {
            table->bySymbol.insert_or_assign(instrument.symbol, instrument);
        }
    }
    if (table->skippedRows > 0) {
        qCWarning(base::lcMaster) << "master files:" << table->skippedRows
                                  << "rows could not be read and were left out";
    }
    qCInfo(base::lcMaster) << "master files:" << table->bySymbol.size() << "instruments";
    Q_EMIT ready(table);
}
}  // namespace core::kis

#include "moc_master_store.cpp"
