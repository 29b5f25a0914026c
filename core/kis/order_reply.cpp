#include "core/kis/order_reply.h"

#include "core/kis/json_fields.h"
#include "core/kis/order_codes.h"
#include "core/kis/rest_reply.h"

namespace core::kis
{
namespace
{
using domain::AnswerClass;
using domain::RejectReason;

constexpr int kOk = 200;

}  // namespace

RejectReason reasonByWords(QStringView text)
{
    QString dense;
    for (const QChar letter : text) {
        if (!letter.isSpace()) {
            dense += letter;
        }
    }
    RejectReason found = RejectReason::Other;
    for (const ReasonWord& row : order_table::kReasonWords) {
        const QStringView word{row.word.data(), static_cast<qsizetype>(row.word.size())};
        if (!dense.contains(word)) {
            continue;
        }
        if (found != RejectReason::Other && found != row.reason) {
            return RejectReason::Other;
        }
        found = row.reason;
    }
    return found;
}

OrderReply classifyOrderReply(int httpStatus, const QByteArray& body)
{
    const RestReply envelope = classifyReply(httpStatus, body, {});
    OrderReply reply;
    reply.code = envelope.code;
    reply.text = envelope.text;
    const QString result = textOf(envelope.body, QLatin1String("rt_cd"));
    const auto rows = rowsOf(envelope.body, QLatin1String("output"));
    const QJsonObject output = rows.empty() ? QJsonObject{} : rows.front();
    const auto number = domain::BrokerOrderId::fromWire(textOf(output, QLatin1String("ODNO")));
    if (result == u"0") {
        if (httpStatus == kOk && !number.isEmpty()) {
            reply.what = AnswerClass::Accepted;
            reply.broker = number;
            reply.branch = textOf(output, QLatin1String("KRX_FWDG_ORD_ORGNO"));
            reply.time = timeOf(output, QLatin1String("ORD_TMD"));
        }
        return reply;
    }
    const bool refusal =
        !result.isEmpty() || !textOf(envelope.body, QLatin1String("error_code")).isEmpty();
    if (!refusal || !number.isEmpty()) {
        return reply;
    }
    const OrderCode row = orderCode(reply.code);
    reply.what = row.what;
    reply.reason = row.words == Words::Decide ? reasonByWords(reply.text) : row.reason;
    return reply;
}
}  // namespace core::kis
