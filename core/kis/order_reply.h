#pragma once

#include "core/domain/order_traffic.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace core::kis
{
/// What an answer to an order, amend or cancel request says.
struct OrderReply
{
    domain::AnswerClass what = domain::AnswerClass::Unknown;
    domain::RejectReason reason = domain::RejectReason::Other;
    QString code;  ///< Empty without a parsed body.
    QString text;
    domain::BrokerOrderId broker;  ///< Accepted only, as are the next two.
    QString branch;
    std::optional<domain::TimeOfDay> time;

    friend bool operator==(const OrderReply&, const OrderReply&) = default;
};

/// Classifies a whole answer (reliability contract 4.3). Every input has a class.
///
/// Shape:  Accepted = status 200, rt_cd "0" and an order number; Rejected = a parsed refusal
///         without order number whose code the table calls definite, at any status; everything
///         else, a contradiction included, is Unknown: it may have been executed.
/// Source: KIS Open API, order-cash and order-rvsecncl; errors of section 6 of the reference.
/// Thread: any; pure.
[[nodiscard]] OrderReply classifyOrderReply(int httpStatus, const QByteArray& body);
}  // namespace core::kis
