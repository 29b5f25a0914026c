// Random short days through the replay: what must hold whatever the tape says. Everything follows
// from the seed that a failure names.
//
//   REPLAY_SEQUENCES=100000 tst_replay_properties     (REPLAY_FIRST=50001: where to begin)

#include "core/config/config_file.h"
#include "core/domain/price_steps.h"
#include "core/replay/tape_replay.h"
#include "tests/support/no_warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <random>

using namespace core;
using namespace std::chrono_literals;

namespace
{
// A day of fifty minutes: entries until 09:20, everything sold from 09:35, auction at 09:40.
constexpr std::int32_t kOpen = 9 * 3'600'000;
constexpr std::int32_t kBusy = kOpen + 180'000;
constexpr std::int32_t kLast = kOpen + 35 * 60'000;
constexpr std::array kCodes{"000001", "000002", "0001A0"};

class Dice final
{
public:
    explicit Dice(std::uint32_t seed) : m_random{seed} {}
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

private:
    std::mt19937 m_random;
};

/// A tape and the options it is played with.
struct Day
{
    tape::Tape tape;
    replay::ReplayOptions options;
};

void set(replay::ReplayOptions& options, const char* key, const char* value)
{
    options.config =
        *config::withValue(options.config, QLatin1String{key}, QString::fromLatin1(value));
}

/// The rules as they are, or with patterns and entries that a short walk meets more often.
replay::ReplayOptions optionsOf(bool eager)
{
    replay::ReplayOptions options;
    options.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    options.schedule =
        *domain::SessionCalendar{}.schedule(*domain::parseDate(QStringLiteral("2026-11-24")));
    options.schedule.closingAuction = domain::timeOfDay(9, 40);
    options.schedule.close = domain::timeOfDay(9, 50);
    options.sellTax = *domain::Percent::parse(u"0.20");
    set(options, "entry.window_from", "09:01:00");
    if (eager) {
        set(options, "pyramid.rise_pct", "1");
        set(options, "pyramid.min_pullback_s", "1");
        set(options, "pyramid.pullback_min_pct", "0.2");
        set(options, "pyramid.volume_factor", "1");
        set(options, "pyramid.max_vwap_pct", "5");
        set(options, "pyramid.max_chase_pct", "1");
        set(options, "entry.volume_factor", "1");
        set(options, "entry.cooldown_s", "60");
    }
    return options;
}

/// Both are made once: a configuration is read from text.
const replay::ReplayOptions& usual(bool eager)
{
    static const replay::ReplayOptions kPlain = optionsOf(false);
    static const replay::ReplayOptions kEager = optionsOf(true);
    return eager ? kEager : kPlain;
}

/// The walk of one symbol: busy for three minutes, so that a wave has its trades, then calmer; now
/// and then a spike, a long silence, missing cells, a halt. Its last rows let everything be sold.
void walk(std::vector<tape::TapeRow>& rows, Dice& dice, const char* code)
{
    const domain::Symbol symbol = *domain::Symbol::parse(std::string_view{code});
    domain::Price price = domain::Price::fromWon(
        std::array{2'500, 9'900, 48'000}[static_cast<std::size_t>(dice.below(3))]);
    const int drift = dice.below(5) - 2;
    std::int64_t volume = 100'000 + dice.below(1'000'000);
    std::int32_t at = kOpen + dice.below(30'000);
    int closing = 0;
    while (closing < 4) {
        const int steps =
            (dice.below(7) - 3 + (dice.below(4) == 0 ? drift : 0)) * (dice.below(30) == 0 ? 5 : 1);
        for (int step = 0; step < std::abs(steps) && price.won() > 1'500; ++step) {
            price = steps > 0 ? domain::nextUp(price) : domain::nextDown(price);
        }
        tape::TapeRow row;
        row.symbol = symbol;
        row.at = at;
        row.price = static_cast<std::int32_t>(price.won());
        row.quantity = (1 + dice.below(400)) * (dice.below(12) == 0 ? 100 : 10);
        volume += row.quantity + (dice.below(60) == 0 ? 7 : 0);  // Now and then some are missing.
        row.accVolume = volume;
        row.detail = {.ask = static_cast<std::int32_t>(domain::nextUp(price).won()),
                      .bid = row.price,
                      .totalAsk = 10 + dice.below(90),
                      .totalBid = 60 + dice.below(90),
                      .vwapCents = price.won() * (9'950 + dice.below(60)) / 100,
                      .dayHigh = static_cast<std::int32_t>(price.won() + price.won() / 50),
                      .dayLow = row.price};
        row.given = dice.below(25) == 0 ? static_cast<std::uint32_t>(dice.below(0x80)) : 0x7FU;
        row.phase =
            dice.below(150) != 0
                ? tape::TapePhase::Regular
                : std::array{tape::TapePhase::Vi, tape::TapePhase::Halt,
                             tape::TapePhase::Auction}[static_cast<std::size_t>(dice.below(3))];
        if (at >= kLast) {
            row.phase = tape::TapePhase::Regular;
            ++closing;
        }
        rows.push_back(row);
        at += at < kBusy ? 200 + dice.below(2'500) : 1'000 + dice.below(30'000);
        at += dice.below(80) == 0 ? 90'000 : 0;
        at = closing == 0 ? at : std::max(at, kLast + 10'000 * closing);
    }
}

Day dayOf(std::uint32_t seed)
{
    Dice dice{seed};
    Day day;
    day.options = usual(dice.below(4) != 0);
    day.options.assumeLiquid = dice.below(3) == 0;
    day.tape.date = day.options.schedule.date;
    const int symbols = 1 + dice.below(3);
    for (int index = 0; index < symbols; ++index) {
        const char* code = kCodes[static_cast<std::size_t>(index)];
        walk(day.tape.rows, dice, code);
        if (dice.below(2) == 0) {
            const std::int64_t paid = day.tape.rows.back().price;
            const std::int64_t shares = 1 + dice.below(100);
            day.options.positions.push_back(
                {.symbol = *domain::Symbol::parse(std::string_view{code}),
                 .entry = {domain::Won{paid * shares * (970 + dice.below(60)) / 1'000},
                           domain::Quantity{shares}},
                 .at = domain::TimeOfDay{kOpen + dice.below(900'000)}});
        }
    }
    if (dice.below(4) == 0) {
        day.options.entries = replay::Entries::Off;
    }
    std::stable_sort(day.tape.rows.begin(), day.tape.rows.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return day;
}

struct Played
{
    std::vector<replay::ReplayRecord> records;
    QByteArray lines;
    bool refused = false;  ///< A given position met one of the rules' own.
};

Played play(const tape::Tape& tape, const replay::ReplayOptions& options)
{
    Played out;
    const base::Status played =
        replay::replayTape(tape, options, [&out](const replay::ReplayRecord& record) {
            out.lines += replay::toLine(record);
            out.records.push_back(record);
        });
    out.refused = !played;
    return out;
}

/// Reads the records of a day and says what must not be.
class Auditor final
{
public:
    explicit Auditor(const Day& day) : m_day{day} {}

    QString wrong(const std::vector<replay::ReplayRecord>& records)
    {
        for (const replay::ReplayRecord& one : records) {
            read(one);
            if (!m_wrong.isEmpty()) {
                return QStringLiteral("%1 at record %2 (%3 %4 of %5)")
                    .arg(m_wrong)
                    .arg(one.seq)
                    .arg(one.kind, one.rule, one.symbol.toString());
            }
        }
        return {};
    }
    [[nodiscard]] const std::map<QString, int>& kinds() const { return m_kinds; }

private:
    struct Book
    {
        std::int64_t held = 0;
        std::int64_t buying = 0;
        bool selling = false;
        int adds = 0;       ///< Of this position.
        int addsToday = 0;  ///< Of the symbol.
        std::map<QString, domain::Price> stops{};
    };

    void check(bool holds, const char* what)
    {
        if (!holds) {
            m_wrong = QLatin1String{what};
        }
    }
    /// Age of the symbol's newest regular row.
    [[nodiscard]] std::chrono::milliseconds age(const replay::ReplayRecord& record) const
    {
        const std::int64_t now = domain::kstTimeOfDay(record.at).count();
        std::int64_t newest = -1;
        for (const tape::TapeRow& row : m_day.tape.rows) {
            if (row.symbol == record.symbol && row.at <= now
                && row.phase == tape::TapePhase::Regular) {
                newest = row.at;
            }
        }
        return newest < 0 ? std::chrono::hours{24} : std::chrono::milliseconds{now - newest};
    }
    [[nodiscard]] static bool needsPrice(QLatin1String rule)
    {
        return rule != u"EOD" && rule != u"GUARD" && rule != u"S6";
    }

    void read(const replay::ReplayRecord& one)
    {
        ++m_kinds[QString{one.kind}];
        if (one.kind == u"guard") {
            m_guarded = true;
            return;
        }
        Book& book = m_books[one.symbol];
        const std::int64_t shares = one.quantity.shares();
        if (one.kind == u"seed") {
            check(book.held == 0, "two positions of a symbol");
            book = {.held = shares, .addsToday = book.addsToday};
        } else if (one.kind == u"entry" || one.kind == u"wave") {
            check(book.held == 0 && book.buying == 0, "bought what is held or being bought");
            check(!m_guarded, "bought under a fired guard");
            check(age(one) == 0ms, "bought without a row");
            const domain::TimeOfDay at = domain::kstTimeOfDay(one.at);
            check(domain::timeOfDay(9, 1) <= at && at < domain::timeOfDay(9, 20),
                  "bought outside the window");
            book.buying = shares;
        } else if (one.kind == u"add") {
            check(book.held > 0 && !book.selling, "an add to what is not held or being sold");
            check(age(one) == 0ms, "added without a row");
            book.buying = shares;
        } else if (one.kind == u"cancel") {
            book.buying = 0;
        } else if (one.kind == u"exit") {
            check(!book.selling, "two live exits");
            check(shares == book.held && shares > 0, "an exit of something else than all");
            check(!needsPrice(one.rule) || age(one) <= 60s, "sold by an old price");
            book.selling = true;
        } else if (one.kind == u"fill") {
            filled(book, one);
        } else if (one.kind == u"closed") {
            check(book.held == 0, "closed with something left");
            book = {.addsToday = book.addsToday};
        } else if (one.kind == u"open_at_end") {
            check(false, "not flat at the end of the day");
        }
        if (one.stop) {
            stopMoved(book, one);
        }
    }

    void filled(Book& book, const replay::ReplayRecord& one)
    {
        const std::int64_t shares = one.quantity.shares();
        if (*one.side == domain::Side::Sell) {
            check(book.selling && shares <= book.held, "sold more than held");
            book.held -= shares;
            return;
        }
        check(shares == book.buying, "filled what was not ordered");
        if (book.held > 0) {
            check(++book.adds <= 1 && ++book.addsToday <= 1, "a second add");
            book.stops.clear();
        }
        book.held += shares;
        book.buying = 0;
    }

    /// The stop loss and the levels after the add hang on what was paid; those of ATR and trailing
    /// may move with their width.
    void stopMoved(Book& book, const replay::ReplayRecord& one)
    {
        if (one.binding != u"S1" && one.binding != u"A1" && one.binding != u"A2"
            && one.binding != u"A3") {
            return;
        }
        domain::Price& known = book.stops[QString{one.binding}];
        check(*one.stop >= known, "a stop fell");
        known = *one.stop;
    }

    const Day& m_day;
    std::map<domain::Symbol, Book> m_books;
    std::map<QString, int> m_kinds;
    bool m_guarded = false;
    QString m_wrong;
};

QByteArray lineOf(const tape::TapeRow& row)
{
    const std::array detail{std::int64_t{row.detail.ask}, std::int64_t{row.detail.bid},
                            row.detail.totalAsk, row.detail.totalBid};
    constexpr std::array kPhases{"", "pre", "regular", "auction", "vi", "halt", "after"};
    QByteArray out =
        domain::timestampText(domain::fromKst(*domain::parseDate(QStringLiteral("2026-11-24")),
                                              domain::TimeOfDay{row.at}))
            .toLatin1();
    out += ',' + row.symbol.toString().toLatin1() + ',' + QByteArray::number(row.price) + ','
           + QByteArray::number(qlonglong{row.quantity}) + ','
           + QByteArray::number(qlonglong{row.accVolume});
    for (std::size_t cell = 0; cell < detail.size(); ++cell) {
        out += ',';
        if (row.has(static_cast<tape::TapeCell>(cell))) {
            out += QByteArray::number(qlonglong{detail[cell]});
        }
    }
    out += ',';
    if (row.has(tape::TapeCell::Vwap)) {
        out += QByteArray::number(qlonglong{row.detail.vwapCents / 100}) + '.'
               + QByteArray::number(qlonglong{row.detail.vwapCents % 100}).rightJustified(2, '0');
    }
    out += ',';
    if (row.has(tape::TapeCell::DayHigh)) {
        out += QByteArray::number(row.detail.dayHigh);
    }
    return out + ',' + kPhases[static_cast<std::size_t>(row.phase)] + '\n';
}

/// The rows in files, `fileOf` says which row goes where; read again.
template <typename FileOf>
tape::Tape throughFiles(const tape::Tape& tape, int files, FileOf fileOf)
{
    std::vector<QByteArray> texts(static_cast<std::size_t>(files),
                                  "time,code,price,qty,acc_volume,ask1,bid1,total_ask,total_bid,"
                                  "vwap,day_high,phase\n");
    std::vector<bool> used(texts.size(), false);
    for (std::size_t index = 0; index < tape.rows.size(); ++index) {
        const std::size_t file = fileOf(index);
        texts[file] += lineOf(tape.rows[index]);
        used[file] = true;
    }
    const QTemporaryDir folder;
    QStringList names;
    for (std::size_t file = 0; file < texts.size(); ++file) {
        if (!used[file]) {
            continue;
        }
        names.append(folder.filePath(QStringLiteral("%1.csv").arg(file)));
        QFile out{names.last()};
        const bool open = out.open(QIODevice::WriteOnly);
        Q_ASSERT(open);
        out.write(texts[file]);
    }
    auto read = tape::loadTapes(names, std::nullopt);
    Q_ASSERT(read);
    return std::move(read).value();
}

int number(const char* name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

std::uint32_t first()
{
    return static_cast<std::uint32_t>(number("REPLAY_FIRST", 1));
}
std::uint32_t behind()
{
    return first() + static_cast<std::uint32_t>(number("REPLAY_SEQUENCES", 400));
}
}  // namespace

class TestReplayProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyDayKeepsTheRules()
    {
        std::map<QString, int> kinds;
        for (std::uint32_t seed = first(); seed < behind(); ++seed) {
            const Day day = dayOf(seed);
            const Played played = play(day.tape, day.options);
            Auditor auditor{day};
            const QString wrong = auditor.wrong(played.records);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(wrong)));
            for (const auto& [kind, count] : auditor.kinds()) {
                kinds[kind] += count;
            }
        }
        for (const char* kind : {"entry", "wave", "add", "exit", "be_on", "guard"}) {
            if (behind() - first() >= 400) {
                QVERIFY2(kinds[QLatin1String{kind}] > 0, kind);  // Else it was not about these.
            }
        }
    }

    void howATapeIsSplitChangesNothing()
    {
        constexpr std::uint32_t kEvery = 20;  // Files are slow.
        for (std::uint32_t seed = first(); seed < behind(); seed += kEvery) {
            const Day day = dayOf(seed);
            Dice dice{seed};
            const int files = 1 + dice.below(4);
            const QByteArray whole = play(day.tape, day.options).lines;

            // Rows of one instant keep their order while the files are cut in the order of time.
            std::size_t cut = 0;
            const std::size_t part = day.tape.rows.size() / static_cast<std::size_t>(files) + 1;
            const tape::Tape cutByTime = throughFiles(
                day.tape, files, [&](std::size_t index) { return cut = index / part; });
            QCOMPARE(play(cutByTime, day.options).lines, whole);

            const tape::Tape cutByCode =
                throughFiles(day.tape, static_cast<int>(kCodes.size()), [&](std::size_t index) {
                    const QString code = day.tape.rows[index].symbol.toString();
                    const auto at =
                        std::find_if(kCodes.begin(), kCodes.end(), [&code](const char* one) {
                            return code == QLatin1String{one};
                        });
                    return static_cast<std::size_t>(at - kCodes.begin());
                });
            QCOMPARE(play(cutByCode, day.options).lines, whole);
        }
    }
};

QTEST_GUILESS_MAIN(TestReplayProperties)
#include "tst_replay_properties.moc"
