#include "core/engine/journal_facts.h"

#include "core/engine/journal_keeper.h"
#include "core/storage/event_codec.h"

#include <QJsonDocument>

namespace core::engine
{
namespace
{
/// Counts the events of a block; `next` is the number the first of them should have, 0 = any.
void count(const std::vector<domain::Event>& events, std::uint64_t& next, JournalFacts& facts)
{
    for (const domain::Event& event : events) {
        facts.holes += next != 0 && event.number != next ? 1 : 0;
        next = event.number + 1;
        if (facts.events++ == 0) {
            facts.from = event.time;
        }
        facts.until = event.time;
    }
}
}  // namespace

base::Result<JournalFacts> journalFacts(const QString& path)
{
    base::Result<storage::JournalReader> opened = storage::JournalReader::open(path);
    if (!opened) {
        return opened.error();
    }
    storage::JournalReader reader = std::move(opened).value();
    JournalFacts facts;
    std::uint64_t next = 0;
    while (true) {
        const base::Result<std::optional<storage::JournalBlock>> block = reader.next();
        if (!block) {
            return block.error();
        }
        if (!*block) {
            break;
        }
        if ((*block)->kind == storage::JournalBlockKind::Opening) {
            const QJsonObject opening = QJsonDocument::fromJson((*block)->bytes).object();
            next = static_cast<std::uint64_t>(
                opening.value(QStringLiteral("first_event")).toInteger());
            ++facts.openings;
            if (const std::optional<domain::DataGap> gap = outageOf(opening)) {
                facts.gaps.push_back(*gap);
            }
            continue;
        }
        const base::Result<std::vector<domain::Event>> events =
            storage::decodeEvents((*block)->bytes);
        if (!events) {
            return events.error();
        }
        count(*events, next, facts);
    }
    facts.blocks = reader.blocks();
    facts.wholeBytes = reader.end();
    facts.tornBytes = reader.torn();
    return facts;
}
}  // namespace core::engine
