#include "core/orders/ledger_fact.h"

#include "core/orders/fact_json.h"
#include "core/orders/rule_facts.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::orders
{
namespace
{
struct Writer
{
    QJsonObject& out;

    QLatin1String operator()(const IntentFact& fact) const
    {
        putRequest(out, fact.request);
        putWord(out, L1{"purpose"}, fact.purpose);
        putSeen(out, fact.request.seen);
        return L1{"intent"};
    }
    QLatin1String operator()(const DeniedFact& fact) const
    {
        putRequest(out, fact.request);
        put(out, L1{"check"}, fact.check);
        put(out, L1{"text"}, fact.text);
        return L1{"denied"};
    }
    QLatin1String operator()(const StepFact& fact) const
    {
        out.insert(L1{"event"}, toText(fact.event));
        put(out, L1{"broker"}, fact.broker.number());
        put(out, L1{"branch"}, fact.branch);
        if (fact.ended.shares() != 0) {
            put(out, L1{"ended"}, fact.ended);
        }
        put(out, L1{"price"}, fact.price);
        put(out, L1{"code"}, fact.code);
        put(out, L1{"text"}, fact.text);
        if (fact.reason != domain::RejectReason::Other) {
            putWord(out, L1{"reason"}, fact.reason);
        }
        put(out, L1{"how"}, fact.how);
        return L1{"step"};
    }
    QLatin1String operator()(const FillFact& fact) const
    {
        put(out, L1{"before"}, fact.before);
        put(out, L1{"total"}, fact.total);
        put(out, L1{"amount"}, fact.amount);
        out.insert(L1{"last"}, fact.last);
        put(out, L1{"fee"}, fact.fee);
        put(out, L1{"tax"}, fact.tax);
        return L1{"fill"};
    }
    QLatin1String operator()(const HintFact& fact) const
    {
        put(out, L1{"qty"}, fact.quantity);
        put(out, L1{"price"}, fact.price);
        return L1{"hint"};
    }
    QLatin1String operator()(const ExternalFact& fact) const
    {
        const domain::BrokerOrderRow& row = fact.row;
        put(out, L1{"broker"}, row.broker.number());
        put(out, L1{"original"}, row.original.number());
        put(out, L1{"branch"}, row.branch);
        put(out, L1{"symbol"}, row.symbol);
        putWord(out, L1{"side"}, row.side);
        putWord(out, L1{"type"}, row.type);
        putWord(out, L1{"tif"}, row.timeInForce);
        out.insert(L1{"known_type"}, row.knownType);
        put(out, L1{"qty"}, row.quantity);
        put(out, L1{"price"}, row.price);
        out.insert(L1{"time_ms"}, static_cast<qint64>(row.time.count()));
        put(out, L1{"filled"}, row.filled);
        put(out, L1{"amount"}, row.filledAmount);
        put(out, L1{"remaining"}, row.remaining);
        put(out, L1{"cancelled"}, row.cancelled);
        put(out, L1{"rejected"}, row.rejected);
        return L1{"external"};
    }
    QLatin1String operator()(const HoldingFact& fact) const
    {
        put(out, L1{"symbol"}, fact.symbol);
        put(out, L1{"qty"}, fact.quantity);
        put(out, L1{"cost"}, fact.cost);
        putWord(out, L1{"owner"}, fact.owner);
        return L1{"holding"};
    }
    QLatin1String operator()(const CashFact& fact) const
    {
        put(out, L1{"cash"}, fact.cash);
        return L1{"cash"};
    }
    QLatin1String operator()(const DayFact& fact) const
    {
        out.insert(L1{"date"}, domain::dateText(fact.date));
        return L1{"day"};
    }
    QLatin1String operator()(const StartEquityFact& fact) const
    {
        out.insert(L1{"date"}, domain::dateText(fact.date));
        put(out, L1{"equity"}, fact.equity);
        if (!fact.carried.empty()) {
            QJsonArray rows;
            for (const CarriedHolding& holding : fact.carried) {
                QJsonObject row;
                put(row, L1{"symbol"}, holding.symbol);
                put(row, L1{"qty"}, holding.quantity);
                put(row, L1{"value"}, holding.value);
                rows.append(row);
            }
            out.insert(L1{"carried"}, rows);
        }
        return L1{"start_equity"};
    }
    QLatin1String operator()(const KillFact& fact) const
    {
        putWord(out, L1{"level"}, fact.level);
        put(out, L1{"cause"}, fact.cause);
        return L1{"kill"};
    }
    QLatin1String operator()(const LatchFact& fact) const
    {
        putWord(out, L1{"cause"}, fact.cause);
        out.insert(L1{"on"}, fact.on);
        put(out, L1{"detail"}, fact.detail);
        return L1{"latch"};
    }
    QLatin1String operator()(const ArmingFact& fact) const
    {
        putWord(out, L1{"arming"}, fact.arming);
        put(out, L1{"day_limit"}, fact.dayLimit);
        put(out, L1{"cause"}, fact.cause);
        return L1{"arming"};
    }
    QLatin1String operator()(const AutomationFact& fact) const
    {
        put(out, L1{"symbol"}, fact.symbol);
        putWord(out, L1{"state"}, fact.state);
        return L1{"automation"};
    }
    QLatin1String operator()(const MasterFact& fact) const
    {
        putWord(out, L1{"state"}, fact.state);
        return L1{"master"};
    }
    QLatin1String operator()(const MarksFact& fact) const { return write(out, fact); }
    QLatin1String operator()(const GuardFact& fact) const { return write(out, fact); }
    QLatin1String operator()(const AddOverrideFact& fact) const { return write(out, fact); }
    QLatin1String operator()(const InterventionFact& fact) const { return write(out, fact); }
    QLatin1String operator()(const ShadowFact& fact) const { return write(out, fact); }
    QLatin1String operator()(const NoteFact& fact) const
    {
        put(out, L1{"what"}, fact.what);
        put(out, L1{"text"}, fact.text);
        return L1{"note"};
    }
};

// --- reading --------------------------------------------------------------------------------

std::optional<FactBody> orderBody(QStringView kind, Reader& in)
{
    if (kind == L1{"intent"}) {
        IntentFact fact{in.request(), in.word<domain::OrderPurpose>(L1{"purpose"})};
        fact.request.seen = in.seen();
        return fact;
    }
    if (kind == L1{"denied"}) {
        return DeniedFact{in.request(), in.text(L1{"check"}), in.text(L1{"text"})};
    }
    if (kind == L1{"step"}) {
        return StepFact{.event = in.event(L1{"event"}),
                        .broker = in.broker(L1{"broker"}),
                        .branch = in.text(L1{"branch"}),
                        .ended = domain::Quantity{in.numberOr(L1{"ended"}, 0)},
                        .price = in.price(L1{"price"}),
                        .code = in.text(L1{"code"}),
                        .text = in.text(L1{"text"}),
                        .reason = in.wordOr(L1{"reason"}, domain::RejectReason::Other),
                        .how = in.text(L1{"how"})};
    }
    if (kind == L1{"fill"}) {
        return FillFact{.before = in.shares(L1{"before"}),
                        .total = in.shares(L1{"total"}),
                        .amount = in.won(L1{"amount"}),
                        .last = in.flag(L1{"last"}),
                        .fee = in.won(L1{"fee"}),
                        .tax = in.won(L1{"tax"})};
    }
    if (kind == L1{"hint"}) {
        return HintFact{in.shares(L1{"qty"}), in.price(L1{"price"})};
    }
    return std::nullopt;
}

std::optional<FactBody> accountBody(QStringView kind, Reader& in)
{
    if (kind == L1{"external"}) {
        return ExternalFact{in.row()};
    }
    if (kind == L1{"holding"}) {
        return HoldingFact{.symbol = in.symbol(L1{"symbol"}),
                           .quantity = in.shares(L1{"qty"}),
                           .cost = in.won(L1{"cost"}),
                           .owner = in.word<domain::PositionOwner>(L1{"owner"})};
    }
    if (kind == L1{"cash"}) {
        return CashFact{in.won(L1{"cash"})};
    }
    if (kind == L1{"day"}) {
        return DayFact{in.date(L1{"date"})};
    }
    if (kind == L1{"start_equity"}) {
        StartEquityFact fact{in.date(L1{"date"}), in.won(L1{"equity"}), {}};
        if (in.has(L1{"carried"})) {
            for (const QJsonObject& one : in.rows(L1{"carried"})) {
                Reader row{one};
                fact.carried.push_back(
                    {row.symbol(L1{"symbol"}), row.shares(L1{"qty"}), row.won(L1{"value"})});
                in.also(row);
            }
        }
        return fact;
    }
    if (kind == L1{"kill"}) {
        return KillFact{in.word<domain::KillLevel>(L1{"level"}), in.text(L1{"cause"})};
    }
    if (kind == L1{"latch"}) {
        return LatchFact{.cause = in.word<domain::GateCause>(L1{"cause"}),
                         .on = in.flag(L1{"on"}),
                         .detail = in.text(L1{"detail"})};
    }
    if (kind == L1{"arming"}) {
        return ArmingFact{.arming = in.word<domain::Arming>(L1{"arming"}),
                          .dayLimit = in.won(L1{"day_limit"}),
                          .cause = in.text(L1{"cause"})};
    }
    if (kind == L1{"automation"}) {
        return AutomationFact{in.symbol(L1{"symbol"}), in.word<domain::AutoState>(L1{"state"})};
    }
    if (kind == L1{"master"}) {
        return MasterFact{in.word<domain::AutoState>(L1{"state"})};
    }
    if (kind == L1{"note"}) {
        return NoteFact{in.text(L1{"what"}), in.text(L1{"text"})};
    }
    return std::nullopt;
}
}  // namespace

LedgerRecord encode(const Fact& fact)
{
    QJsonObject out;
    LedgerRecord record;
    record.at = fact.at;
    record.order = fact.order.event == 0 ? QString{} : fact.order.toString();
    record.kind = std::visit(Writer{out}, fact.body);
    record.body = QJsonDocument{out}.toJson(QJsonDocument::Compact);
    return record;
}

base::Result<Fact> decode(const LedgerRecord& record)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(record.body, &error);
    if (!document.isObject()) {
        return base::Error{
            base::ErrorCode::Malformed,
            QStringLiteral("ledger record \"%1\": %2").arg(record.kind, error.errorString())};
    }
    Fact fact;
    fact.at = record.at;
    if (!record.order.isEmpty()) {
        const std::optional<domain::ClientOrderId> id = domain::ClientOrderId::parse(record.order);
        if (!id) {
            return base::Error{base::ErrorCode::Malformed,
                               QStringLiteral("ledger record \"%1\": order id \"%2\"")
                                   .arg(record.kind, record.order)};
        }
        fact.order = *id;
    }
    const QJsonObject object = document.object();
    Reader in{object};
    std::optional<FactBody> body = orderBody(record.kind, in);
    if (!body) {
        body = accountBody(record.kind, in);
    }
    if (!body) {
        body = ruleBody(record.kind, in);
    }
    if (!body) {
        return base::Error{base::ErrorCode::Unsupported,
                           QStringLiteral("ledger record of kind \"%1\", which this version does "
                                          "not know; it was written by a newer one")
                               .arg(record.kind)};
    }
    if (!in.firstBad().isEmpty()) {
        return base::Error{
            base::ErrorCode::Malformed,
            QStringLiteral("ledger record \"%1\": member \"%2\"").arg(record.kind, in.firstBad())};
    }
    fact.body = std::move(*body);
    return fact;
}
}  // namespace core::orders
