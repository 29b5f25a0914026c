#include "core/sim/truth_log.h"

#include "core/sim/json_text.h"

namespace core::sim
{
base::Status TruthLog::openFile(const QString& fileName)
{
    const std::lock_guard lock{m_mutex};
    m_file = std::make_unique<QFile>(fileName);
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::Append)) {
        const QString why = m_file->errorString();
        m_file.reset();
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("the truth log %1 cannot be written: %2").arg(fileName, why)};
    }
    return base::Done{};
}

void TruthLog::line(const QByteArray& json)
{
    const std::lock_guard lock{m_mutex};
    m_lines.push_back(json);
    if (m_file) {
        m_file->write(json + '\n');
        m_file->flush();
    }
}

std::uint64_t TruthLog::post(const TruthPost& post)
{
    const std::lock_guard lock{m_mutex};
    m_posts.push_back(post);
    m_posts.back().number = m_posts.size();
    return m_posts.size();
}

void TruthLog::settlePost(std::uint64_t number, std::int64_t accepted, const QString& refusal)
{
    const std::lock_guard lock{m_mutex};
    if (number >= 1 && number <= m_posts.size()) {
        m_posts[number - 1].accepted = accepted;
        m_posts[number - 1].refusal = refusal;
    }
}

void TruthLog::setOrder(const BrokerOrder& order)
{
    const std::lock_guard lock{m_mutex};
    BrokerOrder& kept = m_orders[order.number];
    kept = order;
    kept.versions.clear();
}

void TruthLog::setAccount(std::int64_t cashD2, std::int64_t charges,
                          const std::map<domain::Symbol, std::int64_t>& positions)
{
    const std::lock_guard lock{m_mutex};
    m_cashD2 = cashD2;
    m_charges = charges;
    m_positions = positions;
}

void TruthLog::reset()
{
    const std::lock_guard lock{m_mutex};
    m_lines.clear();
    m_posts.clear();
    m_orders.clear();
}

QByteArray TruthLog::lines(std::size_t from) const
{
    const std::lock_guard lock{m_mutex};
    QByteArray out;
    for (std::size_t i = from; i < m_lines.size(); ++i) {
        out += m_lines[i] + '\n';
    }
    return out;
}

std::size_t TruthLog::lineCount() const
{
    const std::lock_guard lock{m_mutex};
    return m_lines.size();
}

TruthSnapshot TruthLog::snapshot() const
{
    const std::lock_guard lock{m_mutex};
    TruthSnapshot out;
    out.posts = m_posts;
    out.orders.reserve(m_orders.size());
    for (const auto& [number, order] : m_orders) {
        out.orders.push_back(order);
    }
    out.positions = m_positions;
    out.cashD2 = m_cashD2;
    out.chargesToday = m_charges;
    return out;
}

TruthLine& TruthLine::raw(const char* key, const QByteArray& json)
{
    m_members += m_members.isEmpty() ? "\"" : ",\"";
    m_members += key;
    m_members += "\":" + json;
    return *this;
}

TruthLine& TruthLine::text(const char* key, const QString& value)
{
    return raw(key, '"' + jsonEscaped(value) + '"');
}

TruthLine& TruthLine::number(const char* key, std::int64_t value)
{
    return raw(key, QByteArray::number(static_cast<qlonglong>(value)));
}

const char* sideText(domain::Side side)
{
    return side == domain::Side::Buy ? "buy" : "sell";
}

const char* kindText(RowKind kind)
{
    switch (kind) {
    case RowKind::New:
        return "new";
    case RowKind::Amend:
        return "amend";
    case RowKind::Cancel:
        return "cancel";
    }
    return "new";
}

QString orderNumberText(std::int64_t number)
{
    return QString::number(number).rightJustified(10, u'0');
}
}  // namespace core::sim
