#include "core/notify/telegram_client.h"

#include "core/config/secrets.h"

#include <QHostAddress>
#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace core::notify
{
namespace
{
constexpr std::chrono::seconds kMessageDeadline{15};
constexpr std::chrono::seconds kPhotoDeadline{60};
constexpr std::chrono::seconds kPollDeadline = TelegramClient::kPollWait + kMessageDeadline;
constexpr int kUpdatesMax = 20;
constexpr qsizetype kBodyMax = qsizetype{4} * 1024 * 1024;

bool isThisMachine(const QUrl& url)
{
    return QHostAddress{url.host()}.isLoopback();
}

QJsonObject textFields(const ChatText& message, const char* member)
{
    QJsonObject json{
        {QStringLiteral("chat_id"), qint64{message.chatId}},
        {QLatin1String{member}, message.text},
        {QStringLiteral("disable_notification"), message.loudness == Loudness::Silent}};
    if (message.markup == Markup::MarkdownV2) {
        json.insert(QStringLiteral("parse_mode"), QStringLiteral("MarkdownV2"));
    }
    return json;
}

QHttpPart formPart(const QString& disposition, const QByteArray& value)
{
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader,
                   QStringLiteral("form-data; ") + disposition);
    part.setBody(value);
    return part;
}
}  // namespace

TelegramClient::TelegramClient(const base::Clock& clock, const QString& token, const QUrl& url,
                               QObject* parent)
    : QObject{parent},
      m_clock{clock},
      m_token{token},
      m_url{url},
      m_network{new QNetworkAccessManager{this}}
{
    config::hideFromLog(config::TelegramSecrets{.token = token});
    m_network->setProxy(QNetworkProxy::NoProxy);
}

TelegramClient::~TelegramClient()
{
    for (const Call& call : m_calls) {
        call.reply->disconnect(this);
        call.reply->abort();
    }
}

std::optional<QNetworkRequest> TelegramClient::request(const char* method) const
{
    if (m_url.scheme() != u"https" && !isThisMachine(m_url)) {
        return std::nullopt;
    }
    QUrl url = m_url;
    url.setPath(QStringLiteral("/bot%1/%2").arg(m_token, QLatin1String{method}));
    QNetworkRequest out{url};
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                     QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Asking for plain bodies also keeps Qt from unpacking a bomb.
    out.setRawHeader(QByteArrayLiteral("accept-encoding"), QByteArrayLiteral("identity"));
    out.setRawHeader(QByteArrayLiteral("user-agent"), QByteArrayLiteral("kis-scalper"));
    return out;
}

void TelegramClient::sendMessage(const ChatText& message, Done done)
{
    QJsonObject json = textFields(message, "text");
    json.insert(QStringLiteral("link_preview_options"),
                QJsonObject{{QStringLiteral("is_disabled"), true}});
    post("sendMessage", QJsonDocument{json}.toJson(QJsonDocument::Compact), kMessageDeadline,
         [done = std::move(done)](const ApiAnswer& answer, const QByteArray&) { done(answer); });
}

void TelegramClient::sendPhoto(const ChatText& caption, const QByteArray& png, Done done)
{
    const auto finished = [done = std::move(done)](const ApiAnswer& answer, const QByteArray&) {
        done(answer);
    };
    const std::optional<QNetworkRequest> prepared = request("sendPhoto");
    if (!prepared) {
        refuse(finished);
        return;
    }
    auto* const form = new QHttpMultiPart{QHttpMultiPart::FormDataType, this};
    const QJsonObject fields = textFields(caption, "caption");
    for (auto at = fields.begin(); at != fields.end(); ++at) {
        form->append(formPart(QStringLiteral("name=\"%1\"").arg(at.key()),
                              at.value().toVariant().toString().toUtf8()));
    }
    QHttpPart photo = formPart(QStringLiteral("name=\"photo\"; filename=\"equity.png\""), png);
    photo.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("image/png"));
    form->append(photo);
    QNetworkReply* const reply = m_network->post(*prepared, form);
    form->setParent(reply);
    watch(reply, kPhotoDeadline, finished);
}

void TelegramClient::getUpdates(std::int64_t from, DoneUpdates done)
{
    QJsonObject json{{QStringLiteral("timeout"), qint64{kPollWait.count()}},
                     {QStringLiteral("limit"), kUpdatesMax},
                     {QStringLiteral("allowed_updates"), QJsonArray{QStringLiteral("message")}}};
    if (from > 0) {
        json.insert(QStringLiteral("offset"), qint64{from});
    }
    post("getUpdates", QJsonDocument{json}.toJson(QJsonDocument::Compact), kPollDeadline,
         std::move(done));
}

void TelegramClient::post(const char* method, const QByteArray& json, std::chrono::seconds deadline,
                          DoneUpdates done)
{
    std::optional<QNetworkRequest> prepared = request(method);
    if (!prepared) {
        refuse(done);
        return;
    }
    prepared->setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    watch(m_network->post(*prepared, json), deadline, std::move(done));
}

void TelegramClient::refuse(const DoneUpdates& done)
{
    QMetaObject::invokeMethod(
        this, [done] { done({.kind = AnswerKind::Unusable}, {}); }, Qt::QueuedConnection);
}

void TelegramClient::watch(QNetworkReply* reply, std::chrono::seconds deadline, DoneUpdates done)
{
    m_calls.push_back({.reply = reply,
                       .done = std::move(done),
                       .body = {},
                       .deadline = m_clock.monotonic() + deadline});
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { read(reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { finish(reply); });
}

TelegramClient::Call* TelegramClient::find(const QNetworkReply* reply)
{
    const auto at = std::find_if(m_calls.begin(), m_calls.end(),
                                 [reply](const Call& call) { return call.reply == reply; });
    return at == m_calls.end() ? nullptr : &*at;
}

void TelegramClient::read(QNetworkReply* reply)
{
    Call* const call = find(reply);
    if (call == nullptr) {
        return;
    }
    call->body.append(reply->readAll());
    if (call->body.size() > kBodyMax) {
        end(reply, {.kind = AnswerKind::Unusable});
    }
}

void TelegramClient::finish(QNetworkReply* reply)
{
    read(reply);
    const Call* const call = find(reply);
    if (call == nullptr) {
        return;
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A status alone is an answer; a broken line after it is not, whatever came of the body.
    const bool answered = status != 0
                          && (reply->error() == QNetworkReply::NoError
                              || reply->error() >= QNetworkReply::ContentAccessDenied);
    end(reply, answered ? readAnswer(status, call->body)
                        : ApiAnswer{.kind = AnswerKind::Unreached, .status = status});
}

void TelegramClient::end(QNetworkReply* reply, const ApiAnswer& answer)
{
    Call* const call = find(reply);
    const DoneUpdates done = std::move(call->done);
    const QByteArray body = answer.kind == AnswerKind::Ok ? std::move(call->body) : QByteArray{};
    std::erase_if(m_calls, [reply](const Call& other) { return other.reply == reply; });
    reply->disconnect(this);
    if (!reply->isFinished()) {
        reply->abort();
    }
    reply->deleteLater();
    done(answer, body);
}

void TelegramClient::tick(std::chrono::nanoseconds now)
{
    std::vector<QNetworkReply*> late;
    for (const Call& call : m_calls) {
        if (call.deadline <= now) {
            late.push_back(call.reply);
        }
    }
    for (QNetworkReply* const reply : late) {
        if (find(reply) != nullptr) {
            end(reply, {.kind = AnswerKind::TimedOut});
        }
    }
}
}  // namespace core::notify

#include "moc_telegram_client.cpp"
