#include "core/sim/simulator_endpoint.h"

#include "core/domain/kst.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::sim
{
using base::Error;
using base::ErrorCode;

base::Timestamp SimulatorEndpoint::marketTimeAt(std::chrono::nanoseconds at) const
{
    const std::chrono::duration<double, std::milli> passed = at - monotonic;
    return now + std::chrono::milliseconds{static_cast<std::int64_t>(passed.count() * speed)};
}

QByteArray SimulatorEndpoint::toJson() const
{
    QJsonObject object{
        {QStringLiteral("rest"), rest},
        {QStringLiteral("ws"), ws},
        {QStringLiteral("appkey"), appKey},
        {QStringLiteral("appsecret"), appSecret},
        {QStringLiteral("account"), account},
        {QStringLiteral("hts_id"), htsId},
        {QStringLiteral("env"),
         profile == Profile::Real ? QStringLiteral("real") : QStringLiteral("mock")},
        {QStringLiteral("speed"), speed},
        {QStringLiteral("now"), domain::timestampText(now)},
        {QStringLiteral("monotonic"), QString::number(monotonic.count())},
    };
    if (!certificateFile.isEmpty()) {
        object.insert(QStringLiteral("certificate"), certificateFile);
        object.insert(QStringLiteral("certificate_sha256"), certificateSha256);
    }
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

base::Result<SimulatorEndpoint> SimulatorEndpoint::fromJson(const QByteArray& text)
{
    const auto malformed = [](const QString& what) {
        return Error{ErrorCode::Malformed,
                     QStringLiteral("the simulator's first line: %1").arg(what)};
    };
    const QJsonDocument document = QJsonDocument::fromJson(
        text.left(text.indexOf('\n') < 0 ? text.size() : text.indexOf('\n')));
    if (!document.isObject()) {
        return malformed(QStringLiteral("not a JSON object"));
    }
    const QJsonObject object = document.object();
    for (const char* name : {"rest", "ws", "appkey", "appsecret", "account", "hts_id", "now"}) {
        if (object.value(QLatin1String{name}).toString().isEmpty()) {
            return malformed(QStringLiteral("member %1 is missing").arg(QLatin1String{name}));
        }
    }
    SimulatorEndpoint endpoint;
    endpoint.rest = object.value(u"rest").toString();
    endpoint.ws = object.value(u"ws").toString();
    endpoint.appKey = object.value(u"appkey").toString();
    endpoint.appSecret = object.value(u"appsecret").toString();
    endpoint.account = object.value(u"account").toString();
    endpoint.htsId = object.value(u"hts_id").toString();
    endpoint.profile = object.value(u"env").toString() == u"mock" ? Profile::Mock : Profile::Real;
    endpoint.speed = object.value(u"speed").toDouble(1.0);
    if (!(endpoint.speed > 0.0 && endpoint.speed <= 1'000.0)) {
        return malformed(QStringLiteral("member speed is not between 0 and 1000"));
    }
    const QString now = object.value(u"now").toString();
    const auto date = domain::parseDate(now.left(10));
    const auto time = domain::parseTimeOfDay(now.mid(11));
    if (!date || !time) {
        return malformed(QStringLiteral("member now is not YYYY-MM-DDTHH:MM:SS.mmm"));
    }
    endpoint.now = domain::fromKst(*date, *time);
    endpoint.monotonic =
        std::chrono::nanoseconds{object.value(u"monotonic").toString().toLongLong()};
    endpoint.certificateFile = object.value(u"certificate").toString();
    endpoint.certificateSha256 = object.value(u"certificate_sha256").toString();
    return endpoint;
}
}  // namespace core::sim
