#pragma once

#include "core/base/clock.h"
#include "core/notify/telegram_answer.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
QT_END_NAMESPACE

namespace core::notify
{
enum class Markup : std::uint8_t
{
    MarkdownV2,
    None,
};
enum class Loudness : std::uint8_t
{
    Sound,
    Silent,
};

/// The service as tests put it elsewhere; no configuration key reaches this.
inline constexpr const char* kTelegramUrl = "https://api.telegram.org";

struct ChatText
{
    std::int64_t chatId = 0;
    QString text{};
    Markup markup = Markup::MarkdownV2;
    Loudness loudness = Loudness::Sound;
};

/// The three calls of the Telegram Bot API this program makes. Not the order path: Qt's access
/// manager may repeat a request by itself.
///
/// The token is part of every address. It is hidden from the log at construction, and no text of
/// Qt or of the server leaves here: an answer is a kind, a status and a number of seconds.
/// TLS with verified certificates (plain only to this machine, for tests), no redirects, no
/// proxies, no cookies; one deadline and one size limit a call.
/// Source: Telegram Bot API, sendMessage, sendPhoto, getUpdates.
/// Thread: the one it lives on (notify). Deadlines pass in `tick`, on the monotonic clock.
class TelegramClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TelegramClient)

public:
    using Done = std::function<void(const ApiAnswer&)>;
    /// With `Ok`, the body as it came.
    using DoneUpdates = std::function<void(const ApiAnswer&, const QByteArray&)>;

    TelegramClient(const base::Clock& clock, const QString& token,
                   const QUrl& url = QUrl{QString::fromLatin1(kTelegramUrl)},
                   QObject* parent = nullptr);
    ~TelegramClient() override;

    /// Each calls `done` exactly once, later, on this thread; not at all when destroyed before.
    void sendMessage(const ChatText& message, Done done);
    void sendPhoto(const ChatText& caption, const QByteArray& png, Done done);
    /// Waits at the server up to `kPollWait` for updates from number `from` on (0 = the oldest).
    void getUpdates(std::int64_t from, DoneUpdates done);

    void tick(std::chrono::nanoseconds now);

    static constexpr std::chrono::seconds kPollWait{10};

private:
    struct Call
    {
        QNetworkReply* reply = nullptr;
        DoneUpdates done;
        QByteArray body;
        std::chrono::nanoseconds deadline{};
    };

    const base::Clock& m_clock;
    QString m_token;
    QUrl m_url;
    QNetworkAccessManager* m_network;
    std::vector<Call> m_calls;

    /// Empty where the token must not go: not https, and not this machine.
    [[nodiscard]] std::optional<QNetworkRequest> request(const char* method) const;
    void post(const char* method, const QByteArray& json, std::chrono::seconds deadline,
              DoneUpdates done);
    void watch(QNetworkReply* reply, std::chrono::seconds deadline, DoneUpdates done);
    void refuse(const DoneUpdates& done);
    void read(QNetworkReply* reply);
    void finish(QNetworkReply* reply);
    void end(QNetworkReply* reply, const ApiAnswer& answer);
    [[nodiscard]] Call* find(const QNetworkReply* reply);
};
}  // namespace core::notify
