#pragma once

#include "core/orders/fact_words.h"
#include "core/orders/ledger_fact.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace core::orders
{
// Members of a ledger record's JSON, one way for all kinds. Only for the encoders.

inline void put(QJsonObject& out, QLatin1String key, domain::Quantity value)
{
    out.insert(key, static_cast<qint64>(value.shares()));
}
inline void put(QJsonObject& out, QLatin1String key, domain::Won value)
{
    out.insert(key, static_cast<qint64>(value.value()));
}
inline void put(QJsonObject& out, QLatin1String key, const std::optional<domain::Price>& value)
{
    if (value) {
        out.insert(key, static_cast<qint64>(value->won()));
    }
}
inline void put(QJsonObject& out, QLatin1String key, const QString& value)
{
    if (!value.isEmpty()) {
        out.insert(key, value);
    }
}
inline void put(QJsonObject& out, QLatin1String key, const domain::Symbol& value)
{
    out.insert(key, value.toString());
}
template <typename Enum>
void putWord(QJsonObject& out, QLatin1String key, Enum value)
{
    out.insert(key, wordOf(value));
}

inline void putRequest(QJsonObject& out, const domain::OrderRequest& request)
{
    put(out, L1{"symbol"}, request.symbol);
    putWord(out, L1{"side"}, request.side);
    putWord(out, L1{"type"}, request.type);
    putWord(out, L1{"tif"}, request.timeInForce);
    put(out, L1{"qty"}, request.quantity);
    put(out, L1{"price"}, request.price);
    putWord(out, L1{"origin"}, request.origin);
    put(out, L1{"rule"}, request.rule);
    put(out, L1{"decided"}, request.decided);
}

/// The market that an order was decided in; nothing where nothing was known.
inline void putSeen(QJsonObject& out, const domain::TradeConditions& seen)
{
    const auto add = [&out](QLatin1String key, const std::optional<std::int64_t>& value) {
        if (value) {
            out.insert(key, static_cast<qint64>(*value));
        }
    };
    add(L1{"momentum3"}, seen.momentum3);
    add(L1{"momentum5"}, seen.momentum5);
    add(L1{"atr"}, seen.atr);
    add(L1{"spread"}, seen.spread);
    add(L1{"bid_share"}, seen.bidShare);
}

/// Reads members and remembers the first one that is not as it should be.
class Reader
{
public:
    explicit Reader(const QJsonObject& in) : m_in{in} {}

    qint64 number(QLatin1String key)
    {
        const QJsonValue value = m_in.value(key);
        if (!value.isDouble()) {
            bad(key);
        }
        return value.toInteger();
    }
    qint64 numberOr(QLatin1String key, qint64 absent) const
    {
        return m_in.value(key).toInteger(absent);
    }
    domain::Quantity shares(QLatin1String key) { return domain::Quantity{number(key)}; }
    domain::Won won(QLatin1String key) { return domain::Won{number(key)}; }
    std::optional<domain::Price> price(QLatin1String key) const
    {
        const QJsonValue value = m_in.value(key);
        return value.isDouble() ? std::optional{domain::Price::fromWon(value.toInteger())}
                                : std::nullopt;
    }
    QString text(QLatin1String key) const { return m_in.value(key).toString(); }
    bool flag(QLatin1String key)
    {
        const QJsonValue value = m_in.value(key);
        if (!value.isBool()) {
            bad(key);
        }
        return value.toBool();
    }
    domain::BrokerOrderId broker(QLatin1String key) const
    {
        return domain::BrokerOrderId::fromWire(text(key));
    }
    domain::Symbol symbol(QLatin1String key)
    {
        const std::optional<domain::Symbol> value = domain::Symbol::parse(text(key));
        if (!value) {
            bad(key);
        }
        return value.value_or(domain::Symbol{});
    }
    domain::TradingDate date(QLatin1String key)
    {
        const std::optional<domain::TradingDate> value = domain::parseDate(text(key));
        if (!value) {
            bad(key);
        }
        return value.value_or(domain::TradingDate{});
    }
    template <typename Enum>
    Enum word(QLatin1String key)
    {
        const std::optional<Enum> value = fromWord<Enum>(text(key));
        if (!value) {
            bad(key);
        }
        return value.value_or(Enum{});
    }
    template <typename Enum>
    Enum wordOr(QLatin1String key, Enum absent)
    {
        return m_in.contains(key) ? word<Enum>(key) : absent;
    }
    OrderEvent event(QLatin1String key)
    {
        const std::optional<OrderEvent> value = orderEvent(text(key));
        if (!value) {
            bad(key);
        }
        return value.value_or(OrderEvent{});
    }
    domain::OrderRequest request()
    {
        domain::OrderRequest out;
        out.symbol = symbol(L1{"symbol"});
        out.side = word<domain::Side>(L1{"side"});
        out.type = word<domain::OrderType>(L1{"type"});
        out.timeInForce = word<domain::TimeInForce>(L1{"tif"});
        out.quantity = shares(L1{"qty"});
        out.price = price(L1{"price"});
        out.origin = word<domain::OrderOrigin>(L1{"origin"});
        out.rule = text(L1{"rule"});
        out.decided = price(L1{"decided"});
        return out;
    }
    domain::TradeConditions seen() const
    {
        const auto read = [this](QLatin1String key) {
            const QJsonValue value = m_in.value(key);
            return value.isDouble() ? std::optional<std::int64_t>{value.toInteger()} : std::nullopt;
        };
        return {.momentum3 = read(L1{"momentum3"}),
                .momentum5 = read(L1{"momentum5"}),
                .atr = read(L1{"atr"}),
                .spread = read(L1{"spread"}),
                .bidShare = read(L1{"bid_share"})};
    }
    domain::BrokerOrderRow row()
    {
        domain::BrokerOrderRow out;
        out.broker = broker(L1{"broker"});
        out.original = broker(L1{"original"});
        out.branch = text(L1{"branch"});
        out.symbol = symbol(L1{"symbol"});
        out.side = word<domain::Side>(L1{"side"});
        out.type = word<domain::OrderType>(L1{"type"});
        out.timeInForce = word<domain::TimeInForce>(L1{"tif"});
        out.knownType = flag(L1{"known_type"});
        out.quantity = shares(L1{"qty"});
        out.price = price(L1{"price"});
        out.time = domain::TimeOfDay{number(L1{"time_ms"})};
        out.filled = shares(L1{"filled"});
        out.filledAmount = won(L1{"amount"});
        out.remaining = shares(L1{"remaining"});
        out.cancelled = shares(L1{"cancelled"});
        out.rejected = shares(L1{"rejected"});
        return out;
    }
    [[nodiscard]] bool has(QLatin1String key) const { return m_in.contains(key); }
    QJsonObject object(QLatin1String key)
    {
        const QJsonValue value = m_in.value(key);
        if (!value.isObject()) {
            bad(key);
        }
        return value.toObject();
    }
    /// The objects of an array.
    std::vector<QJsonObject> rows(QLatin1String key)
    {
        std::vector<QJsonObject> out;
        const QJsonValue value = m_in.value(key);
        if (!value.isArray()) {
            bad(key);
        }
        for (const QJsonValue& row : value.toArray()) {
            if (!row.isObject()) {
                bad(key);
            }
            out.push_back(row.toObject());
        }
        return out;
    }
    /// What was wrong in a part of it is wrong here.
    void also(const Reader& part)
    {
        if (m_bad.isEmpty()) {
            m_bad = part.m_bad;
        }
    }
    [[nodiscard]] const QString& firstBad() const { return m_bad; }

private:
    void bad(QLatin1String key)
    {
        if (m_bad.isEmpty()) {
            m_bad = key;
        }
    }

    const QJsonObject& m_in;
    QString m_bad;
};
}  // namespace core::orders
