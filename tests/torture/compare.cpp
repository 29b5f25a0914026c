#include "tests/torture/compare.h"

#include <QHash>
#include <QJsonArray>
#include <QMap>
#include <QSet>

namespace torture
{
namespace
{
QString text(const QJsonObject& from, const char* key)
{
    return from.value(QLatin1String{key}).toString();
}

qint64 number(const QJsonObject& from, const char* key)
{
    return from.value(QLatin1String{key}).toInteger();
}

/// "0037000039" and "37000039" are the same order.
QString bare(const QString& order)
{
    qsizetype at = 0;
    while (at + 1 < order.size() && order[at] == u'0') {
        ++at;
    }
    return order.mid(at);
}

/// Issue, side and quantity: every order of a script has its own.
QString intentOf(const QJsonObject& order)
{
    return text(order, "symbol") + u' ' + text(order, "side") + u' '
           + QString::number(number(order, "qty"));
}

bool isOurs(const QJsonObject& order)
{
    const QString state = text(order, "state");
    return state != u"denied" && state != u"external";
}

class Comparison
{
public:
    Comparison(const QJsonObject& desk, const QJsonObject& truth) : m_desk{desk}, m_truth{truth}
    {
        for (const QJsonValue& value : desk.value(QLatin1String{"orders"}).toArray()) {
            const QJsonObject order = value.toObject();
            if (!isOurs(order)) {
                continue;
            }
            ++m_intents[intentOf(order)];
            m_ids.insert(text(order, "id"));
            m_live.insert(bare(text(order, "broker")), order);
            for (const QJsonValue& id : order.value(QLatin1String{"earlier"}).toArray()) {
                m_earlier.insert(bare(id.toString()));
            }
        }
    }

    Verdict judge(const QStringList& seen)
    {
        orders();
        posts();
        positions();
        for (const QString& id : seen) {
            if (!m_ids.contains(id)) {
                tell(m_verdict.lost, QStringLiteral("the trader saw %1, the books have it no "
                                                    "more")
                                         .arg(id));
            }
        }
        return m_verdict;
    }

private:
    void tell(int& count, const QString& story)
    {
        ++count;
        m_verdict.stories.append(story);
    }

    void orders()
    {
        QSet<QString> known;
        QMap<QString, int> accepted;
        for (const QJsonValue& value : m_truth.value(QLatin1String{"orders"}).toArray()) {
            const QJsonObject order = value.toObject();
            if (number(order, "external") != 0 || text(order, "kind") == u"cancel") {
                continue;
            }
            const QString name = bare(text(order, "order"));
            known.insert(name);
            if (text(order, "kind") == u"new") {
                ++m_verdict.orders;
                ++accepted[intentOf(order)];
            }
            const auto bound = m_live.constFind(name);
            if (bound == m_live.cend()) {
                if (!m_earlier.contains(name)) {
                    tell(m_verdict.lost, QStringLiteral("the broker has %1 (%2), the books do not")
                                             .arg(name, intentOf(order)));
                }
                continue;
            }
            judgeBound(name, order, *bound);
        }
        for (auto one = accepted.cbegin(); one != accepted.cend(); ++one) {
            if (one.value() > std::max(1, m_intents.value(one.key()))) {
                tell(m_verdict.duplicate,
                     QStringLiteral("%1 orders of %2").arg(one.value()).arg(one.key()));
            }
        }
        for (auto one = m_live.cbegin(); one != m_live.cend(); ++one) {
            if (!one.key().isEmpty() && !known.contains(one.key())) {
                tell(m_verdict.wrong,
                     QStringLiteral("%1 is bound to %2, which the broker does not have")
                         .arg(text(*one, "id"), one.key()));
            }
        }
    }

    void judgeBound(const QString& name, const QJsonObject& order, const QJsonObject& ours)
    {
        const bool same =
            text(order, "symbol") == text(ours, "symbol")
            && text(order, "side") == text(ours, "side")
            && (text(order, "kind") == u"amend" || number(order, "qty") == number(ours, "qty"));
        if (!same) {
            tell(m_verdict.wrong,
                 QStringLiteral("%1 is bound to the intent %2").arg(name, intentOf(ours)));
        }
        const bool settled =
            number(order, "filled") == number(ours, "filled")
            && (number(order, "remaining") == 0) == ours.value(QLatin1String{"final"}).toBool();
        if (!settled && text(order, "kind") == u"new") {
            tell(m_verdict.wrong,
                 QStringLiteral("%1: filled %2 and %3 left there, filled %4 and \"%5\" here")
                     .arg(name)
                     .arg(number(order, "filled"))
                     .arg(number(order, "remaining"))
                     .arg(number(ours, "filled"))
                     .arg(text(ours, "state")));
        }
    }

    /// What left us, whether or not the broker took it.
    void posts()
    {
        QMap<QString, int> sent;
        for (const QJsonValue& value : m_truth.value(QLatin1String{"posts"}).toArray()) {
            const QJsonObject post = value.toObject();
            if (text(post, "kind") == u"new") {
                ++sent[intentOf(post)];
            }
        }
        for (auto one = sent.cbegin(); one != sent.cend(); ++one) {
            // No intent and a request: that one is lost, not sent twice.
            if (one.value() > std::max(1, m_intents.value(one.key()))) {
                tell(m_verdict.duplicate, QStringLiteral("%1 requests for %2 intents of %3")
                                              .arg(one.value())
                                              .arg(m_intents.value(one.key()))
                                              .arg(one.key()));
            }
        }
    }

    void positions()
    {
        QMap<QString, qint64> theirs;
        const QJsonObject truth = m_truth.value(QLatin1String{"positions"}).toObject();
        for (auto one = truth.begin(); one != truth.end(); ++one) {
            if (one.value().toInteger() != 0) {
                theirs.insert(one.key(), one.value().toInteger());
            }
        }
        QMap<QString, qint64> ours;
        const QJsonObject desk = m_desk.value(QLatin1String{"positions"}).toObject();
        for (auto one = desk.begin(); one != desk.end(); ++one) {
            ours.insert(one.key(), one.value().toInteger());
        }
        if (ours != theirs) {
            tell(m_verdict.wrong, QStringLiteral("other positions"));
        }
    }

    QJsonObject m_desk;
    QJsonObject m_truth;
    QMap<QString, int> m_intents;
    QSet<QString> m_ids;
    QHash<QString, QJsonObject> m_live;
    QSet<QString> m_earlier;
    Verdict m_verdict;
};

QMap<QString, QString> endsOf(const QJsonObject& desk)
{
    QMap<QString, QString> ends;
    for (const QJsonValue& value : desk.value(QLatin1String{"orders"}).toArray()) {
        const QJsonObject order = value.toObject();
        if (isOurs(order) && !text(order, "broker").isEmpty()) {
            ends.insert(intentOf(order), QStringLiteral("%1, filled %2")
                                             .arg(text(order, "state"))
                                             .arg(number(order, "filled")));
        }
    }
    return ends;
}

/// An order that rests until it is cancelled ends by a race between the market and the cancel, and
/// an outage gives the market more time: it may be filled in one run and cancelled in the other.
/// Which of the two is right in each run, its own truth log has said.
bool isRace(const QString& ours, const QString& theirs)
{
    const auto ended = [](const QString& end) {
        return end.startsWith(QLatin1String{"cancelled,"})
               || end.startsWith(QLatin1String{"filled,"});
    };
    return ended(ours) && ended(theirs)
           && (ours.startsWith(QLatin1String{"cancelled,"})
               || theirs.startsWith(QLatin1String{"cancelled,"}));
}
}  // namespace

Verdict compare(const QJsonObject& desk, const QJsonObject& truth, const QStringList& seen)
{
    return Comparison{desk, truth}.judge(seen);
}

QStringList differencesFromTwin(const QJsonObject& desk, const QJsonObject& twin)
{
    QStringList differences;
    const QMap<QString, QString> ours = endsOf(desk);
    const QMap<QString, QString> theirs = endsOf(twin);
    for (auto one = ours.cbegin(); one != ours.cend(); ++one) {
        const auto other = theirs.constFind(one.key());
        if (other != theirs.cend() && *other != one.value() && !isRace(one.value(), *other)) {
            differences.append(
                QStringLiteral("%1: %2, without a kill %3").arg(one.key(), one.value(), *other));
        }
    }
    return differences;
}
}  // namespace torture
