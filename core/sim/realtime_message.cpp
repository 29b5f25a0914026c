#include "core/sim/realtime_message.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace core::sim
{
namespace
{
constexpr std::array kStockStreams{"H0STCNT0", "H0STASP0", "H0STANC0", "H0STMKO0", "H0STPGM0",
                                   "H0NXPGM0", "H0UNPGM0", "H0STMBC0", "H0NXMBC0", "H0UNMBC0",
                                   "H0NXCNT0", "H0UNCNT0", "H0NXASP0", "H0UNASP0", "H0NXANC0",
                                   "H0UNANC0", "H0NXMKO0", "H0UNMKO0", "H0STNAV0", "H0EWCNT0",
                                   "H0EWASP0", "H0EWANC0", "H0STOUP0", "H0STOAC0", "H0STOAA0"};
constexpr std::array kIndexStreams{"H0UPCNT0", "H0UPANC0", "H0UPPGM0"};
constexpr std::array kMockStreams{"H0STCNT0", "H0STASP0", "H0STCNI9"};

template <std::size_t N>
bool contains(const std::array<const char*, N>& list, const QString& text)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const char* known) { return text == QLatin1String{known}; });
}

Refusal refuse(const char* code, const char* text)
{
    Refusal refusal;
    refusal.code = QLatin1String{code};
    refusal.text = QLatin1String{text};
    return refusal;
}

bool isOffered(const QString& trId, Profile profile)
{
    if (profile == Profile::Mock) {
        return contains(kMockStreams, trId);
    }
    return isStockStream(trId) || isIndexStream(trId) || trId == u"H0STCNI0";
}

QString quoted(const QString& text)
{
    QString out;
    for (const QChar c : text.left(64)) {
        if (c == u'"' || c == u'\\') {
            out += u'\\';
        }
        if (c.unicode() >= 0x20) {
            out += c;
        }
    }
    return out;
}

QString envelope(const QString& trId, const QString& trKey, const QString& body)
{
    const bool notice = isNoticeStream(trId);
    return QStringLiteral(R"({"header":{"tr_id":"%1","tr_key":"%2","encrypt":"%3"},"body":{%4}})")
        .arg(quoted(trId), quoted(trKey), notice ? QStringLiteral("Y") : QStringLiteral("N"), body);
}
}  // namespace

bool isStockStream(const QString& trId)
{
    return contains(kStockStreams, trId);
}

bool isNoticeStream(const QString& trId)
{
    return trId == u"H0STCNI0" || trId == u"H0STCNI9";
}

bool isIndexStream(const QString& trId)
{
    return contains(kIndexStreams, trId);
}

std::variant<SubscribeRequest, PingEcho, Refusal> readClientMessage(const QString& text,
                                                                    Profile profile)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject()) {
        return refuse("OPSP9999", "invalid json format");
    }
    const QJsonObject message = document.object();
    const QJsonObject header = message.value(u"header").toObject();
    if (header.isEmpty()) {
        return refuse("OPSP9998", "header not found");
    }
    if (header.value(u"tr_id").toString() == u"PINGPONG") {
        return PingEcho{};
    }
    if (!header.contains(u"custtype")) {
        return refuse("OPSP9997", "custtype not found");
    }
    const QString customer = header.value(u"custtype").toString();
    if (customer != u"P" && customer != u"B") {
        return refuse("OPSP8998", "invalid custtype");
    }
    const QString type = header.value(u"tr_type").toString();
    if (type != u"1" && type != u"2") {
        return refuse("OPSP8997", "invalid tr_type");
    }
    const QJsonObject body = message.value(u"body").toObject();
    if (body.isEmpty()) {
        return refuse("OPSP9992", "body not found");
    }
    const QJsonObject input = body.value(u"input").toObject();
    if (input.isEmpty()) {
        return refuse("OPSP9991", "input not found");
    }
    SubscribeRequest request{.subscribe = type == u"1",
                             .trId = input.value(u"tr_id").toString(),
                             .trKey = input.value(u"tr_key").toString(),
                             .approvalKey = header.value(u"approval_key").toString()};
    // From here on the refusal can name what it refuses.
    const auto refuseNamed = [&](const char* code, const char* reason) {
        Refusal refusal = refuse(code, reason);
        refusal.resultCode = QStringLiteral("1");
        refusal.trId = request.trId;
        refusal.trKey = request.trKey;
        return refusal;
    };
    if (!isOffered(request.trId, profile)) {
        return refuseNamed("OPSP8991", "invalid tr_id");
    }
    if (request.trKey.isEmpty()) {
        return refuseNamed("OPSP9990", "tr_key not found");
    }
    if (request.trKey.size() > 40) {
        return refuseNamed("OPSP8993", "JSON PARSING ERROR : invalid tr_key");
    }
    return request;
}

QString subscribeAck(const QString& trId, const QString& trKey, const QString& key,
                     const QString& iv)
{
    return envelope(trId, trKey,
                    QStringLiteral(R"("rt_cd":"0","msg_cd":"OPSP0000","msg1":"SUBSCRIBE SUCCESS",)"
                                   R"("output":{"iv":"%1","key":"%2"})")
                        .arg(iv, key));
}

QString unsubscribeAck(const QString& trId, const QString& trKey)
{
    return envelope(
        trId, trKey,
        QStringLiteral(R"("rt_cd":"0","msg_cd":"OPSP0001","msg1":"UNSUBSCRIBE SUCCESS")"));
}

QString refusalText(const Refusal& refusal)
{
    return envelope(refusal.trId, refusal.trKey,
                    QStringLiteral(R"("rt_cd":"%1","msg_cd":"%2","msg1":"%3")")
                        .arg(refusal.resultCode, refusal.code, refusal.text));
}

QString pingText(const QString& stamp)
{
    return QStringLiteral(R"({"header":{"tr_id":"PINGPONG","datetime":"%1"}})").arg(stamp);
}
}  // namespace core::sim
