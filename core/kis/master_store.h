#pragma once

#include "core/base/result.h"
#include "core/domain/broker_reply.h"
#include "core/kis/http_client.h"
#include "core/kis/master_file.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <array>
#include <optional>

namespace core::kis
{
/// Brings today's instruments: downloads what has changed, keeps the last good copy.
///
/// A failed or refused download falls back to the copy on disk, with `fromCache` set and a
/// warning; only without one does the request fail. A file that does not parse never replaces one
/// that does. Thread: net.
class MasterStore final : public QObject
{
    Q_OBJECT

public:
    /// `folder` empty: nothing is kept on disk (the simulation has its own market every time).
    MasterStore(HttpClient& http, QUrl master, QString folder, QObject* parent = nullptr);

    /// Answered by one signal; a request while one is running joins it.
    void request(domain::TradingDate today);

Q_SIGNALS:
    void ready(const core::domain::InstrumentsPtr& instruments);
    void failed(const core::base::Error& error);

private:
    struct Source
    {
        domain::Market market = domain::Market::Kospi;
        const char* member = "";
        bool pending = false;
        bool fromCache = false;
        std::optional<MasterFile> file;
        std::optional<base::Error> error;
    };

    HttpClient& m_http;
    QUrl m_master;
    QString m_folder;
    domain::TradingDate m_today{};
    std::array<Source, 2> m_sources;

    void download(Source& source);
    void received(Source& source, const base::Result<HttpReply>& reply);
    [[nodiscard]] base::Status accept(Source& source, const QByteArray& zip) const;
    void fallBack(Source& source, const base::Error& why) const;
    void keep(const Source& source, const HttpReply& reply) const;
    void finishIfDone();
    [[nodiscard]] QString fileName(const Source& source) const;
    [[nodiscard]] QByteArray keptDate(const Source& source) const;
};
}  // namespace core::kis
