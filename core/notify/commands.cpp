#include "core/notify/commands.h"

#include <QStringList>

#include <algorithm>
#include <numeric>
#include <utility>

namespace core::notify
{
namespace
{
constexpr qsizetype kTextUnits = 64;
constexpr int kCodeDigits = 6;

struct CommandName
{
    const char* text;
    CommandKind kind;
};
constexpr std::array kNames{
    CommandName{"/status", CommandKind::Status}, CommandName{"/positions", CommandKind::Positions},
    CommandName{"/why", CommandKind::Why},       CommandName{"/pause", CommandKind::Pause},
    CommandName{"/cancel", CommandKind::Cancel},
};

bool isCode(QStringView text)
{
    return text.size() == kCodeDigits && std::all_of(text.begin(), text.end(), [](QChar unit) {
               return unit >= u'0' && unit <= u'9';
           });
}

bool needsCode(CommandKind kind)
{
    return kind == CommandKind::Pause || kind == CommandKind::Cancel;
}
}  // namespace

std::optional<Refusal> refusalOf(const Update& update, const CommandAccess& access,
                                 domain::Timestamp now)
{
    if (!update.message) {
        return Refusal::NotAMessage;
    }
    const IncomingText& message = *update.message;
    if (message.chat != ChatType::Private) {
        return Refusal::NotPrivate;
    }
    if (access.chatId <= 0 || message.chatId != access.chatId) {
        return Refusal::WrongChat;
    }
    if (access.userId <= 0 || message.userId != access.userId) {
        return Refusal::WrongUser;
    }
    if (!message.fromPerson) {
        return Refusal::NotAPerson;
    }
    if (!message.original) {
        return Refusal::NotOriginal;
    }
    // Whole seconds on both sides: no sum of a hostile number can overflow.
    const std::int64_t seconds =
        std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (message.sentAt < seconds - kCommandAgeMax.count()) {
        return Refusal::TooOld;
    }
    if (message.sentAt > seconds + kCommandAheadMax.count()) {
        return Refusal::FromTheFuture;
    }
    return std::nullopt;
}

std::optional<TypedCommand> parseCommand(const QString& text)
{
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](QChar unit) { return unit >= u' ' && unit <= u'~'; });
    if (text.size() > kTextUnits || !ascii) {
        return std::nullopt;
    }
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 1 && isCode(words.first())) {
        return TypedCommand{.code = words.first()};
    }
    const auto known = std::find_if(kNames.begin(), kNames.end(), [&words](const CommandName& one) {
        return !words.isEmpty() && words.first() == QLatin1String{one.text};
    });
    if (known == kNames.end()) {
        return std::nullopt;
    }
    TypedCommand typed{.kind = known->kind};
    if (words.size() == 1 && known->kind != CommandKind::Why) {
        return typed;
    }
    if (words.size() != 2) {
        return std::nullopt;
    }
    if (known->kind == CommandKind::Why) {
        const auto symbol = domain::Symbol::parse(QStringView{words.at(1).toUpper()});
        if (!symbol) {
            return std::nullopt;
        }
        typed.symbol = *symbol;
        return typed;
    }
    if (!needsCode(known->kind) || !isCode(words.at(1))) {
        return std::nullopt;
    }
    typed.code = words.at(1);
    return typed;
}

CommandDesk::CommandDesk(const CommandAccess& access, const UpdateMark& mark, Random random)
    : m_access{access}, m_mark{mark}, m_random{std::move(random)}
{
}

std::uint64_t CommandDesk::refusedInAll() const
{
    return std::accumulate(m_refused.begin(), m_refused.end(), std::uint64_t{0});
}

std::int64_t CommandDesk::next(domain::Timestamp now) const
{
    return now - m_mark.at > kMarkKeeps ? 0 : m_mark.next;
}

Heard CommandDesk::hear(const Update& update, domain::Timestamp now,
                        std::chrono::nanoseconds monotonic)
{
    Heard heard = judge(update, now, monotonic);
    if (heard.refusal != Refusal::Replayed) {
        m_mark = {.next = update.id + 1, .at = now};
    }
    if (heard.refusal) {
        ++m_refused[static_cast<std::size_t>(*heard.refusal)];
    }
    return heard;
}

Heard CommandDesk::judge(const Update& update, domain::Timestamp now,
                         std::chrono::nanoseconds monotonic)
{
    if (update.id < next(now)) {
        return {.refusal = Refusal::Replayed};
    }
    if (const std::optional<Refusal> refusal = refusalOf(update, m_access, now)) {
        return {.refusal = refusal};
    }
    if (tooMany(monotonic)) {
        return {.refusal = Refusal::TooMany};
    }
    if (!update.message->text) {
        return {.reply = CommandHelp{}, .refusal = Refusal::NotText};
    }
    const std::optional<TypedCommand> typed = parseCommand(*update.message->text);
    if (!typed) {
        return {.reply = CommandHelp{}, .refusal = Refusal::NotUnderstood};
    }
    return obey(*typed, monotonic);
}

bool CommandDesk::tooMany(std::chrono::nanoseconds monotonic)
{
    std::erase_if(m_times, [monotonic](std::chrono::nanoseconds one) {
        return one + std::chrono::minutes{1} <= monotonic;
    });
    if (m_times.size() >= std::size_t{kCommandsPerMinuteMax}) {
        return true;
    }
    m_times.push_back(monotonic);
    return false;
}

CommandWish CommandDesk::wish(CommandKind kind, const domain::Symbol& symbol)
{
    return {.number = ++m_wishes, .kind = kind, .symbol = symbol};
}

Heard CommandDesk::obey(const TypedCommand& typed, std::chrono::nanoseconds monotonic)
{
    if (!typed.code.isEmpty()) {
        return checkCode(typed, monotonic);
    }
    if (needsCode(*typed.kind)) {
        return askCode(*typed.kind, monotonic);
    }
    return {.wish = wish(*typed.kind, typed.symbol)};
}

Heard CommandDesk::askCode(CommandKind kind, std::chrono::nanoseconds monotonic)
{
    constexpr std::uint64_t kCodes = 1'000'000;
    // Multiplied down instead of a remainder: every code is as likely as any other, almost.
    const std::uint64_t number = (std::uint64_t{m_random()} * kCodes) >> 32U;
    m_pending = Pending{.kind = kind,
                        .code = QStringLiteral("%1").arg(number, kCodeDigits, 10, QLatin1Char{'0'}),
                        .until = monotonic + kCodeKeeps};
    return {.reply = CodeAsked{.kind = kind, .code = m_pending->code, .within = kCodeKeeps}};
}

Heard CommandDesk::checkCode(const TypedCommand& typed, std::chrono::nanoseconds monotonic)
{
    // Whatever comes of it, a code is tried once.
    const std::optional<Pending> pending = std::exchange(m_pending, std::nullopt);
    const auto failed = [](CodeFailure why) {
        return Heard{.reply = CodeFailed{why}, .refusal = Refusal::WrongCode};
    };
    if (!pending) {
        return failed(CodeFailure::NotAsked);
    }
    if (monotonic > pending->until) {
        return failed(CodeFailure::Late);
    }
    if (typed.code != pending->code || (typed.kind && *typed.kind != pending->kind)) {
        return failed(CodeFailure::Wrong);
    }
    return {.wish = wish(pending->kind), .reply = WishPassedOn{.kind = pending->kind}};
}
}  // namespace core::notify
