#pragma once

#include "core/config/config_file.h"
#include "core/domain/price_steps.h"
#include "core/replay/tape_replay.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace test
{
/// A written day: rows with a narrow book around their price, volumes that add up, a VWAP at the
/// price. What a test is about is changed in the row that `trade` hands out.
class TapeDay final
{
public:
    TapeDay()
    {
        m_tape.date = *core::domain::parseDate(QStringLiteral("2026-11-24"));
        m_options.config = core::config::defaultConfig(core::domain::EnvironmentKind::Sim);
        m_options.schedule = *core::domain::SessionCalendar{}.schedule(m_tape.date);
        m_options.sellTax = *core::domain::Percent::parse(u"0.20");
        set("costs.commission_pct", "0");  // Money stays round: thresholds are met to the won.
    }

    /// A regular trade; rows of a symbol come in the order of their time.
    core::tape::TapeRow& trade(const char* code, const QString& time, std::int64_t price,
                               std::int64_t quantity)
    {
        const core::domain::Price paid = core::domain::Price::fromWon(price);
        core::tape::TapeRow row;
        row.symbol = *core::domain::Symbol::parse(std::string_view{code});
        row.at = static_cast<std::int32_t>(core::domain::parseTimeOfDay(time)->count());
        row.price = static_cast<std::int32_t>(price);
        row.quantity = quantity;
        row.accVolume = m_volumes[row.symbol] += quantity;
        row.detail = {.ask = static_cast<std::int32_t>(core::domain::nextUp(paid).won()),
                      .bid = row.price,
                      .totalAsk = 40,
                      .totalBid = 60,
                      .vwapCents = price * 100,
                      .dayHigh = row.price,
                      .dayLow = row.price};
        row.given = 0x7FU;
        m_tape.rows.push_back(row);
        return m_tape.rows.back();
    }
    /// "trade" once a minute, ten seconds into it, of the minutes `from` to before `to`.
    void minutes(const char* code, const char* from, const char* to, std::int64_t price,
                 std::int64_t quantity)
    {
        using namespace std::chrono_literals;
        const auto time = [](const char* text) {
            return *core::domain::parseTimeOfDay(QString::fromLatin1(text));
        };
        for (auto at = time(from) + 10s; at < time(to); at += 1min) {
            trade(code, clock(at), price, quantity);
        }
    }
    void set(const char* key, const char* value)
    {
        m_options.config = *core::config::withValue(m_options.config, QLatin1String{key},
                                                    QString::fromLatin1(value));
    }
    /// Shares that were traded before the first row.
    void volumeBefore(const char* code, std::int64_t shares)
    {
        m_volumes[*core::domain::Symbol::parse(std::string_view{code})] += shares;
    }
    void give(const char* position)
    {
        m_options.positions.push_back(*core::replay::parsePosition(QString::fromLatin1(position)));
    }

    /// Every record of a symbol ("" = of the account), as text: time, kind, rule; of a refusal its
    /// failing conditions; of everything else quantity and price.
    QStringList told(const char* code)
    {
        QStringList out;
        for (const core::replay::ReplayRecord& one : play()) {
            if (one.symbol.isEmpty() ? *code == '\0'
                                     : one.symbol.toString() == QLatin1String{code}) {
                out.append(text(one));
            }
        }
        return out;
    }
    /// Those of a kind alone.
    QStringList told(const char* code, const char* kind)
    {
        return told(code).filter(QStringLiteral(" %1 ").arg(QLatin1String{kind}));
    }
    const std::vector<core::replay::ReplayRecord>& play()
    {
        std::stable_sort(m_tape.rows.begin(), m_tape.rows.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; });
        m_records.clear();
        const core::base::Status played = core::replay::replayTape(
            m_tape, m_options,
            [this](const core::replay::ReplayRecord& record) { m_records.push_back(record); });
        Q_ASSERT(played);
        return m_records;
    }

    static QString clock(core::domain::TimeOfDay at)
    {
        return core::domain::timestampText(
                   core::domain::fromKst(*core::domain::parseDate(QStringLiteral("2026-11-24")),
                                         at))
            .mid(11);
    }

private:
    static QString text(const core::replay::ReplayRecord& record)
    {
        QString out =
            QStringLiteral("%1 %2 %3")
                .arg(core::domain::timestampText(record.at).mid(11), record.kind, record.rule);
        if (record.kind == u"refuse") {
            QStringList failing;
            for (const core::domain::Condition& one : record.conditions) {
                if (!core::domain::says(one.outcome)) {
                    failing.append(one.detail.isEmpty() ? QString{one.id}
                                                        : QString{one.id} + u'=' + one.detail);
                }
            }
            return out + u' ' + failing.join(u',');
        }
        if (record.quantity.shares() != 0) {
            out += QStringLiteral(" %1@%2").arg(record.quantity.shares()).arg(record.price.won());
        }
        return out;
    }

    core::tape::Tape m_tape;
    core::replay::ReplayOptions m_options;
    std::map<core::domain::Symbol, std::int64_t> m_volumes;
    std::vector<core::replay::ReplayRecord> m_records;
};
}  // namespace test
