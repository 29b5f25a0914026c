#include "core/engine/journal_keeper.h"

#include "core/storage/event_codec.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace core::engine
{
namespace
{
// Far below what a block may hold, so that one reading of it is a moment's work.
constexpr std::size_t kEventsMax = 20'000;

const QString kOutage = QStringLiteral("outage");
}  // namespace

std::optional<domain::DataGap> outageOf(const QJsonObject& opening)
{
    const QJsonObject gap = opening.value(QStringLiteral("gap")).toObject();
    if (gap.isEmpty()) {
        return std::nullopt;
    }
    const auto at = [&gap](QLatin1String key) {
        return domain::Timestamp{std::chrono::milliseconds{gap.value(key).toInteger()}};
    };
    return domain::DataGap{
        .from = at(QLatin1String{"from_ms"}), .to = at(QLatin1String{"to_ms"}), .cause = kOutage};
}

QString JournalKeeper::fileOf(domain::TradingDate date) const
{
    return QStringLiteral("%1/%2.journal").arg(m_options.folder, domain::dateText(date));
}

base::Status JournalKeeper::append(const std::vector<domain::Event>& events)
{
    for (std::size_t from = 0; from < events.size();) {
        const domain::TradingDate date = domain::kstDate(events[from].time);
        if (!m_writer || date != m_date) {
            if (const base::Status begun = begin(events[from]); !begun) {
                m_lost += events.size() - from;
                return begun;
            }
        }
        std::size_t to = from;
        while (to < events.size() && to - from < kEventsMax
               && domain::kstDate(events[to].time) == date) {
            ++to;
        }
        QByteArray bytes;
        storage::encodeEvents({events.begin() + static_cast<std::ptrdiff_t>(from),
                               events.begin() + static_cast<std::ptrdiff_t>(to)},
                              m_options.account, bytes);
        const base::Status done = m_writer->append(storage::JournalBlockKind::Events, bytes);
        if (!done) {
            m_lost += events.size() - from;
            return done;
        }
        from = to;
    }
    return base::Done{};
}

base::Status JournalKeeper::sync()
{
    return m_writer ? m_writer->sync() : base::Status{base::Done{}};
}

base::Status JournalKeeper::begin(const domain::Event& first)
{
    m_writer.reset();
    m_date = domain::kstDate(first.time);
    m_outages.clear();
    if (!QDir{}.mkpath(m_options.folder)) {
        return base::Error{base::ErrorCode::Io, QStringLiteral("the folder of the journal, %1, "
                                                               "cannot be made")
                                                    .arg(m_options.folder)};
    }
    (void)QFile::setPermissions(m_options.folder,
                                QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString path = fileOf(m_date);
    if (m_options.isAnew && QFile::exists(path)) {
        if (const base::Status aside = setAside(path, QStringLiteral("earlier")); !aside) {
            return aside;  // And again next time: another account's file is never gone on with.
        }
    }
    m_options.isAnew = false;
    Before before;
    base::Status done = goOn(path, before);
    if (!done
        && (done.error().code == base::ErrorCode::Malformed
            || done.error().code == base::ErrorCode::Unsupported)) {
        // Damaged, or of another version: kept under another name, never repaired and never gone on
        // with.
        m_writer.reset();
        m_problem = done.error().detail;
        done = setAside(path, QStringLiteral("damaged"));
        if (done) {
            done = goOn(path, before);
        }
    }
    if (!done) {
        m_writer.reset();
        return done;
    }
    m_outages = before.outages;
    return writeOpening(first, before);
}

/// Opens the file to be appended to and reads what an earlier run has left in it.
base::Status JournalKeeper::goOn(const QString& path, Before& before)
{
    before = {};
    base::Result<storage::JournalWriter> opened = storage::JournalWriter::open(path);
    if (!opened) {
        return opened.error();
    }
    m_writer = std::move(opened).value();
    if (m_writer->isNew()) {
        return base::Done{};
    }
    base::Result<Before> seen = look(path);
    if (!seen) {
        return seen.error();
    }
    before = std::move(seen).value();
    return base::Done{};
}

base::Result<JournalKeeper::Before> JournalKeeper::look(const QString& path) const
{
    base::Result<storage::JournalReader> opened = storage::JournalReader::open(path);
    if (!opened) {
        return opened.error();
    }
    storage::JournalReader reader = std::move(opened).value();
    Before before;
    storage::JournalBlock last;
    while (true) {
        base::Result<std::optional<storage::JournalBlock>> next = reader.next();
        if (!next) {
            return next.error();
        }
        if (!*next) {
            break;
        }
        if ((*next)->kind == storage::JournalBlockKind::Events) {
            last = std::move(**next);
        } else if (const std::optional<domain::DataGap> gap =
                       outageOf(QJsonDocument::fromJson((*next)->bytes).object())) {
            before.outages.push_back(*gap);
        }
    }
    if (!last.bytes.isEmpty()) {
        const base::Result<std::vector<domain::Event>> events = storage::decodeEvents(last.bytes);
        if (!events) {
            return events.error();
        }
        if (!events->empty()) {
            before.until = events->back().time;
            before.number = events->back().number;
        }
    }
    return before;
}

base::Status JournalKeeper::writeOpening(const domain::Event& first, const Before& before)
{
    QJsonObject opening = m_options.opening;
    opening.insert(QStringLiteral("first_event"), static_cast<qint64>(first.number));
    opening.insert(QStringLiteral("began_ms"),
                   static_cast<qint64>(first.time.time_since_epoch().count()));
    if (before.until != domain::Timestamp{}) {
        // A clock that was set back leaves no time in between.
        const domain::DataGap gap{
            .from = before.until, .to = std::max(before.until, first.time), .cause = kOutage};
        opening.insert(
            QStringLiteral("gap"),
            QJsonObject{
                {QStringLiteral("from_ms"),
                 static_cast<qint64>(gap.from.time_since_epoch().count())},
                {QStringLiteral("to_ms"), static_cast<qint64>(gap.to.time_since_epoch().count())},
                {QStringLiteral("after_event"), static_cast<qint64>(before.number)},
                {QStringLiteral("torn_bytes"), m_writer->cut()}});
        m_outages.push_back(gap);
    }
    return m_writer->append(storage::JournalBlockKind::Opening,
                            QJsonDocument{opening}.toJson(QJsonDocument::Compact));
}

base::Status JournalKeeper::setAside(const QString& path, const QString& word)
{
    for (int number = 1;; ++number) {
        const QString other = QStringLiteral("%1.%2-%3").arg(path, word).arg(number);
        if (QFile::exists(other)) {
            continue;
        }
        if (!QFile::rename(path, other)) {
            return base::Error{base::ErrorCode::Io,
                               QStringLiteral("%1 cannot be renamed to %2").arg(path, other)};
        }
        return base::Done{};
    }
}
}  // namespace core::engine
