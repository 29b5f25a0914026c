#include "core/kis/order_codec.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace core::kis
{
namespace
{
using domain::OrderLeg;
using domain::OrderType;
using domain::Side;
using domain::TimeInForce;

struct DivisionRow
{
    QLatin1String code;
    Division division;
};

// clang-format off
constexpr std::array kDivisions{
    DivisionRow{QLatin1String("00"), {OrderType::Limit,  TimeInForce::Day}},
    DivisionRow{QLatin1String("11"), {OrderType::Limit,  TimeInForce::Ioc}},
    DivisionRow{QLatin1String("12"), {OrderType::Limit,  TimeInForce::Fok}},
    DivisionRow{QLatin1String("01"), {OrderType::Market, TimeInForce::Day}},
    DivisionRow{QLatin1String("13"), {OrderType::Market, TimeInForce::Ioc}},
    DivisionRow{QLatin1String("14"), {OrderType::Market, TimeInForce::Fok}},
    DivisionRow{QLatin1String("03"), {OrderType::Best,   TimeInForce::Day}},
    DivisionRow{QLatin1String("15"), {OrderType::Best,   TimeInForce::Ioc}},
    DivisionRow{QLatin1String("16"), {OrderType::Best,   TimeInForce::Fok}},
};

struct TransactionRow
{
    OrderLeg leg;
    Side side;
    const char* real;
    const char* mock;
};
constexpr std::array kTransactions{
    TransactionRow{OrderLeg::New,    Side::Buy,  "TTTC0012U", "VTTC0012U"},
    TransactionRow{OrderLeg::New,    Side::Sell, "TTTC0011U", "VTTC0011U"},
    TransactionRow{OrderLeg::Cancel, Side::Buy,  "TTTC0013U", "VTTC0013U"},
    TransactionRow{OrderLeg::Cancel, Side::Sell, "TTTC0013U", "VTTC0013U"},
    TransactionRow{OrderLeg::Amend,  Side::Buy,  "TTTC0013U", "VTTC0013U"},
    TransactionRow{OrderLeg::Amend,  Side::Sell, "TTTC0013U", "VTTC0013U"},
};
// clang-format on

constexpr int kNumberWidth = 10;

QByteArray transactionOf(OrderLeg leg, Side side, bool mock)
{
    const auto row = std::find_if(
        kTransactions.begin(), kTransactions.end(),
        [leg, side](const TransactionRow& one) { return one.leg == leg && one.side == side; });
    Q_ASSERT(row != kTransactions.end());
    return mock ? row->mock : row->real;
}

base::Error malformed(const char* what)
{
    return {base::ErrorCode::Malformed, QStringLiteral("order: ") + QLatin1String{what}};
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c >= QLatin1Char{'0'} && c <= QLatin1Char{'9'}; });
}

QString priceText(const domain::OrderRequest& request)
{
    return request.type == OrderType::Limit && request.price ? QString::number(request.price->won())
                                                             : QStringLiteral("0");
}
}  // namespace

base::Result<AccountParts> accountParts(const QString& account)
{
    constexpr qsizetype kNumber = 8;
    constexpr qsizetype kProduct = 2;
    const QStringList parts = account.split(u'-');
    if (parts.size() != 2 || parts[0].size() != kNumber || parts[1].size() != kProduct
        || !isDigits(parts[0]) || !isDigits(parts[1])) {
        return base::Error{
            base::ErrorCode::Malformed,
            QStringLiteral("the account of this environment is not of the form 12345678-01")};
    }
    return AccountParts{parts[0], parts[1]};
}

QLatin1String divisionOf(OrderType type, TimeInForce force)
{
    const Division wanted{type, force};
    const auto row =
        std::find_if(kDivisions.begin(), kDivisions.end(),
                     [wanted](const DivisionRow& one) { return one.division == wanted; });
    Q_ASSERT(row != kDivisions.end());
    return row->code;
}

std::optional<Division> divisionOf(QStringView code)
{
    const auto row = std::find_if(kDivisions.begin(), kDivisions.end(),
                                  [code](const DivisionRow& one) { return code == one.code; });
    return row == kDivisions.end() ? std::nullopt : std::optional{row->division};
}

base::Result<OrderPost> encodeOrder(const domain::OutgoingOrder& order, const QString& account,
                                    bool mock)
{
    const auto parts = accountParts(account);
    if (!parts) {
        return parts.error();
    }
    const domain::OrderRequest& request = order.request;
    const bool isNew = order.leg == OrderLeg::New;
    if (order.leg != OrderLeg::Cancel) {
        if (request.quantity.shares() < 1) {
            return malformed("the quantity is below one share");
        }
        if (request.type == OrderType::Limit && (!request.price || request.price->won() < 1)) {
            return malformed("a limit order without a price");
        }
    }
    if (isNew ? request.symbol.isEmpty() : order.original.isEmpty()) {
        return malformed(isNew ? "no issue" : "the original order's number is not known");
    }
    const auto lit = [](const char* text) { return QString::fromLatin1(text); };
    QJsonObject body{
        {lit("CANO"), parts->number},
        {lit("ACNT_PRDT_CD"), parts->product},
        {lit("ORD_DVSN"), QString{divisionOf(request.type, request.timeInForce)}},
        {lit("EXCG_ID_DVSN_CD"), lit("KRX")},
    };
    if (isNew) {
        body.insert(lit("PDNO"), request.symbol.toString());
        body.insert(lit("ORD_QTY"), QString::number(request.quantity.shares()));
        body.insert(lit("ORD_UNPR"), priceText(request));
        if (request.side == Side::Sell) {
            body.insert(lit("SLL_TYPE"), lit("01"));
        }
    } else {
        const bool cancel = order.leg == OrderLeg::Cancel;
        body.insert(lit("KRX_FWDG_ORD_ORGNO"), order.branch);
        body.insert(lit("ORGN_ODNO"), order.original.number().rightJustified(kNumberWidth, u'0'));
        body.insert(lit("RVSE_CNCL_DVSN_CD"), cancel ? lit("02") : lit("01"));
        body.insert(lit("ORD_QTY"), lit("0"));
        body.insert(lit("ORD_UNPR"), cancel ? lit("0") : priceText(request));
        // Of whatever is left when it arrives: a fill on the way needs no second thought.
        body.insert(lit("QTY_ALL_ORD_YN"), lit("Y"));
    }
    return OrderPost{.path = isNew ? "/uapi/domestic-stock/v1/trading/order-cash"
                                   : "/uapi/domestic-stock/v1/trading/order-rvsecncl",
                     .transactionId = transactionOf(order.leg, request.side, mock),
                     .body = QJsonDocument{body}.toJson(QJsonDocument::Compact)};
}
}  // namespace core::kis
