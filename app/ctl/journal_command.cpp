#include "app/ctl/journal_command.h"

#include "core/domain/kst.h"
#include "core/engine/journal_facts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace app::ctl
{
namespace
{
constexpr int kFailed = 1;
constexpr int kWrongInput = 2;

QJsonObject jsonOf(const core::engine::JournalFacts& facts)
{
    using core::domain::timestampText;
    QJsonArray gaps;
    for (const core::domain::DataGap& gap : facts.gaps) {
        gaps.append(
            QJsonObject{{QStringLiteral("from"), timestampText(gap.from)},
                        {QStringLiteral("to"), timestampText(gap.to)},
                        {QStringLiteral("ms"), static_cast<qint64>((gap.to - gap.from).count())}});
    }
    return {{QStringLiteral("blocks"), static_cast<qint64>(facts.blocks)},
            {QStringLiteral("openings"), facts.openings},
            {QStringLiteral("events"), static_cast<qint64>(facts.events)},
            {QStringLiteral("holes"), static_cast<qint64>(facts.holes)},
            {QStringLiteral("from"), timestampText(facts.from)},
            {QStringLiteral("until"), timestampText(facts.until)},
            {QStringLiteral("gaps"), gaps},
            {QStringLiteral("whole_bytes"), facts.wholeBytes},
            {QStringLiteral("torn_bytes"), facts.tornBytes}};
}
}  // namespace

int journalCommand(const QStringList& arguments)
{
    if (arguments.size() != 2) {
        std::fprintf(stderr, "usage: kis-scalperctl journal FILE\n");
        return kWrongInput;
    }
    const core::base::Result<core::engine::JournalFacts> facts =
        core::engine::journalFacts(arguments.at(1));
    if (!facts) {
        std::fprintf(stderr, "kis-scalperctl: %s\n", qUtf8Printable(facts.error().detail));
        return facts.error().code == core::base::ErrorCode::NotFound ? kWrongInput : kFailed;
    }
    std::printf("%s", QJsonDocument{jsonOf(*facts)}.toJson(QJsonDocument::Indented).constData());
    return 0;
}
}  // namespace app::ctl
