#include "core/sim/story.h"

#include "core/base/decimal.h"
#include "core/sim/flow.h"
#include "core/sim/weather.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core::sim
{
using base::Error;
using base::ErrorCode;
using base::Result;

namespace
{
constexpr int kScale = 4;
constexpr double kUnitsPerPercent = 10'000.0;  ///< Of kScale.
constexpr std::size_t kActsMax = 64;

/// What a kind of act does when its word says no more.
struct ActForm
{
    const char* name;
    Act act;
    bool moves;          ///< PERCENT must be given.
    bool signedPercent;  ///< and may be negative.
};

// clang-format off
constexpr std::array kForms{
    ActForm{"rest",    {ActKind::Rest,    0.0, 12, 0.5,  0}, false, false},
    ActForm{"rise",    {ActKind::Rise,    0.0, 30, 2.0,  4}, true,  false},
    ActForm{"fall",    {ActKind::Fall,    0.0, 30, 1.0, -6}, true,  false},
    ActForm{"pull",    {ActKind::Pull,    0.0, 18, 0.4, -2}, true,  false},
    ActForm{"break",   {ActKind::Break,   0.0,  6, 5.0, 20}, false, false},
    ActForm{"average", {ActKind::Average, 0.0, 60, 1.0,  0}, true,  true},
    ActForm{"plunge",  {ActKind::Fall,    0.0,  3, 6.0, -20}, true, false},
    ActForm{"spike",   {ActKind::Rise,    0.0,  3, 6.0, 15}, true,  false},
    ActForm{"gap",     {ActKind::Gap,     0.0,  3, 6.0,  0}, true,  true},
    ActForm{"vi",      {ActKind::Vi,      0.0, 12, 8.0,  0}, false, false},
};
// clang-format on

/// The pattern of the pyramiding rule as its book has it, from anywhere in the day: quietly to
/// well below the session's average (slowly enough to be no wave), quiet for longer than momentum
/// looks back, a minute that is noticed, a rise across the average, a pull-back on thin volume,
/// and a break of the high with volume and buyers behind it.
constexpr auto kTextbook = "average=-2.8,s=1800,v=0.5 rest,s=420,v=0.4 rise=0.4,s=60,v=4,b=56 "
                           "average=0.2,s=300,v=2,b=54 pull=0.9,s=180,v=0.4,b=48 break,b=72";

Error wrong(const QString& word, const QString& what)
{
    return {ErrorCode::Malformed, QStringLiteral("story: %1: %2").arg(word, what)};
}

/// Ten-thousandths of what the text says; nullopt for no number or one outside the bounds.
std::optional<std::int64_t> numberOf(QStringView text, double low, double high)
{
    const Result<std::int64_t> read = base::parseDecimal(text, kScale);
    const auto units = read ? static_cast<double>(*read) : 0.0;
    if (!read || units < low * kUnitsPerPercent || units > high * kUnitsPerPercent) {
        return std::nullopt;
    }
    return *read;
}

Result<Act> readMove(const QString& word, const QString& head)
{
    const QString name = head.section(u'=', 0, 0);
    const QString value = head.section(u'=', 1);
    const auto form = std::find_if(kForms.begin(), kForms.end(), [&name](const ActForm& one) {
        return name == QLatin1String{one.name};
    });
    if (form == kForms.end()) {
        return wrong(word, QStringLiteral("no act is called %1").arg(name));
    }
    Act act = form->act;
    if (act.kind == ActKind::Vi) {
        if (value != u"up" && value != u"down") {
            return wrong(word, QStringLiteral("vi is up or down"));
        }
        act.move = value == u"up" ? 1.0 : -1.0;
        return act;
    }
    if (value.isEmpty() && !form->moves) {
        return act;
    }
    const auto percent = numberOf(value, form->signedPercent ? -25.0 : 0.0, 25.0);
    if (!percent || act.kind == ActKind::Rest) {
        return wrong(word, QStringLiteral("a percentage up to 25 is needed"));
    }
    act.move = static_cast<double>(*percent) / (100.0 * kUnitsPerPercent);
    return act;
}

Result<Act> readAct(const QString& word)
{
    const QStringList parts = word.split(u',');
    const Result<Act> read = readMove(word, parts[0]);
    if (!read) {
        return read.error();
    }
    Act act = *read;
    for (const QString& part : parts.mid(1)) {
        const QString value = part.section(u'=', 1);
        if (part.startsWith(u"s=")) {
            const auto seconds = numberOf(value, 10.0, 7'200.0);
            if (!seconds || *seconds % static_cast<std::int64_t>(10 * kUnitsPerPercent) != 0) {
                return wrong(word, QStringLiteral("s is 10 to 7200 seconds, in tens"));
            }
            act.slices = static_cast<int>(static_cast<double>(*seconds) / kUnitsPerPercent) / 10;
        } else if (part.startsWith(u"v=")) {
            const auto volume = numberOf(value, 0.1, 50.0);
            if (!volume) {
                return wrong(word, QStringLiteral("v is 0.1 to 50"));
            }
            act.volume = static_cast<double>(*volume) / kUnitsPerPercent;
        } else if (part.startsWith(u"b=")) {
            const auto share = numberOf(value, 10.0, 90.0);
            if (!share) {
                return wrong(word, QStringLiteral("b is 10 to 90 percent"));
            }
            act.lean = static_cast<int>(static_cast<double>(*share) / kUnitsPerPercent) - 50;
        } else {
            return wrong(word, QStringLiteral("cannot read %1").arg(part));
        }
    }
    return act;
}
}  // namespace

Result<std::vector<Act>> readActs(const QStringList& words)
{
    QStringList all;
    for (const QString& word : words) {
        if (word == u"textbook") {
            all += QString::fromLatin1(kTextbook).split(u' ');
        } else {
            all.append(word);
        }
    }
    if (all.isEmpty() || all.size() > static_cast<qsizetype>(kActsMax)) {
        return Error{ErrorCode::Malformed,
                     QStringLiteral("story: 1 to %1 acts are needed").arg(kActsMax)};
    }
    std::vector<Act> acts;
    for (const QString& word : std::as_const(all)) {
        const Result<Act> act = readAct(word);
        if (!act) {
            return act.error();
        }
        acts.push_back(*act);
    }
    return acts;
}

int storyMinute(domain::TimeOfDay time)
{
    return static_cast<int>((time.count() + kMinuteMs - 1) / kMinuteMs);
}
}  // namespace core::sim
