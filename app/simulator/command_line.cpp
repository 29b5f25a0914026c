#include "app/simulator/command_line.h"

#include "core/base/decimal.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <limits>

namespace app::simulator
{
using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;

namespace
{
Error wrong(const QString& option, const QString& value, const QString& wanted)
{
    return {ErrorCode::OutOfRange,
            QStringLiteral("--%1 %2: must be %3").arg(option, value, wanted)};
}

/// One numeric option within its bounds.
Result<qint64> whole(const QCommandLineParser& parser, const QString& option, qint64 low,
                     qint64 high)
{
    bool number = false;
    const QString text = parser.value(option);
    const qint64 value = text.toLongLong(&number);
    if (!number || value < low || value > high) {
        return wrong(option, text,
                     QStringLiteral("a whole number from %1 to %2").arg(low).arg(high));
    }
    return value;
}

/// One of two words.
Result<bool> isFirst(const QCommandLineParser& parser, const QString& option, const QString& first,
                     const QString& second)
{
    const QString text = parser.value(option);
    if (text != first && text != second) {
        return wrong(option, text, QStringLiteral("%1 or %2").arg(first, second));
    }
    return text == first;
}

void declare(QCommandLineParser& parser)
{
    const auto add = [&](const char* name, const char* description, const char* value,
                         const char* preset) {
        parser.addOption({QLatin1String{name}, QString::fromUtf8(description), QLatin1String{value},
                          QLatin1String{preset}});
    };
    parser.setApplicationDescription(
        QStringLiteral("A KIS-compatible market and broker on 127.0.0.1. The first line of "
                       "standard output is a JSON object with the addresses and keys."));
    parser.addHelpOption();
    parser.addVersionOption();
    add("rest-port", "Port of the REST server; 0 = any.", "port", "0");
    add("ws-port", "Port of the market socket; 0 = any.", "port", "0");
    add("seed", "Same seed and start, same market.", "number", "1");
    add("speed", "Market seconds a second, 0.1 to 200.", "factor", "1");
    add("env", "Which host is played.", "real|mock", "real");
    add("wire", "Width of the real-time records.", "current|2026-07", "current");
    add("tape", "Plays the prices of a CSV file; may be repeated.", "file", "");
    add("start", "Market time at the start.", "HH:MM:SS", "08:50:00");
    add("date", "Trading day; else the tape's, else the next one.", "YYYY-MM-DD", "");
    add("calendar", "Session calendar (JSON) instead of the one compiled in.", "file", "");
    add("instruments", "Issues listed.", "count", "2400");
    add("cash", "Cash of the account, won.", "won", "10000000");
    add("load", "Load test: extra trade records a second over the subscribed issues.", "rate", "0");
    add("linger", "Milliseconds an appkey stays taken after an unclean close.", "ms", "3000");
    add("holding", "Shares from earlier days, CODE:QTY:AVERAGE; may be repeated.", "holding", "");
    add("fault", "A line of the fault plan (core/sim/FAULTS.md); may be repeated.", "line", "");
    add("truth", "Appends everything that happens to orders to a file, as JSON lines.", "file", "");
    add("commission", "Commission of each side in percent.", "percent", "0.0140527");
    add("token-interval", "Milliseconds between two token issues.", "ms", "60000");
    add("approval-interval", "Milliseconds between two approval keys.", "ms", "1000");
    parser.addOption({QStringLiteral("tls"),
                      QStringLiteral("REST over HTTPS with a certificate made at start.")});
}

Result<CommandLine> numbers(const QCommandLineParser& parser, CommandLine line)
{
    struct Target
    {
        const char* option;
        qint64 low;
        qint64 high;
        qint64 value = 0;
    };
    constexpr qint64 kMax = std::numeric_limits<qint64>::max();
    std::array<Target, 9> targets{{{"rest-port", 0, 65'535},
                                   {"ws-port", 0, 65'535},
                                   {"seed", 0, kMax},
                                   {"instruments", 60, 3'000},
                                   {"cash", 0, 1'000'000'000'000},
                                   {"load", 0, 1'000'000},
                                   {"linger", 0, 600'000},
                                   {"token-interval", 0, 600'000},
                                   {"approval-interval", 0, 600'000}}};
    for (Target& target : targets) {
        const Result<qint64> value =
            whole(parser, QLatin1String{target.option}, target.low, target.high);
        if (!value) {
            return value.error();
        }
        target.value = *value;
    }
    line.options.restPort = static_cast<std::uint16_t>(targets[0].value);
    line.options.wsPort = static_cast<std::uint16_t>(targets[1].value);
    line.options.seed = static_cast<std::uint64_t>(targets[2].value);
    line.options.instruments = static_cast<int>(targets[3].value);
    line.options.startCash = core::domain::Won{targets[4].value};
    line.options.extraTradesPerSecond = static_cast<int>(targets[5].value);
    line.options.knobs.sessionLinger = std::chrono::milliseconds{targets[6].value};
    line.options.knobs.tokenInterval = std::chrono::milliseconds{targets[7].value};
    line.options.knobs.approvalInterval = std::chrono::milliseconds{targets[8].value};
    return line;
}

/// What the account starts with besides cash, and what goes wrong.
Result<CommandLine> accountAndFaults(const QCommandLineParser& parser, CommandLine line)
{
    for (const QString& text : parser.values(QStringLiteral("holding"))) {
        if (text.isEmpty()) {
            continue;
        }
        const QStringList parts = text.split(u':');
        const auto symbol = core::domain::Symbol::parse(parts.value(0));
        bool quantityOk = false;
        const qint64 quantity = parts.value(1).toLongLong(&quantityOk);
        const Result<std::int64_t> average = core::base::parseDecimal(parts.value(2), 4);
        if (parts.size() != 3 || !symbol || !quantityOk || quantity < 1 || !average
            || *average < 1) {
            return wrong(QStringLiteral("holding"), text,
                         QStringLiteral("CODE:QTY:AVERAGE, e.g. 005930:10:70150.5"));
        }
        line.options.holdings.push_back({.symbol = *symbol,
                                         .quantity = core::domain::Quantity{quantity},
                                         .cost = core::domain::Won{*average * quantity / 10'000}});
    }
    for (const QString& fault : parser.values(QStringLiteral("fault"))) {
        if (!fault.isEmpty()) {
            line.options.faults.append(fault);
        }
    }
    line.options.truthFile = parser.value(QStringLiteral("truth"));
    const QString commission = parser.value(QStringLiteral("commission"));
    const auto percent = core::domain::Percent::parse(commission);
    if (!percent || percent->units() < 0) {
        return wrong(QStringLiteral("commission"), commission, QStringLiteral("a percentage"));
    }
    line.options.commission = *percent;
    return line;
}
}  // namespace

Result<CommandLine> readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments)) {
        return Error{ErrorCode::Malformed, parser.errorText()};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return Error{ErrorCode::Malformed, QStringLiteral("unexpected argument %1")
                                               .arg(parser.positionalArguments().constFirst())};
    }
    CommandLine line;
    if (parser.isSet(QStringLiteral("help"))) {
        line.text = parser.helpText();
        return line;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        line.text =
            QStringLiteral("kis-simulator %1\n").arg(QCoreApplication::applicationVersion());
        return line;
    }
    Result<CommandLine> numeric = numbers(parser, line);
    if (!numeric) {
        return numeric;
    }
    numeric = accountAndFaults(parser, std::move(numeric).value());
    if (!numeric) {
        return numeric;
    }
    line = std::move(numeric).value();
    bool number = false;
    const QString speed = parser.value(QStringLiteral("speed"));
    line.options.speed = speed.toDouble(&number);
    if (!number || !(line.options.speed >= 0.1 && line.options.speed <= 200.0)) {
        return wrong(QStringLiteral("speed"), speed, QStringLiteral("0.1 to 200"));
    }
    const Result<bool> real =
        isFirst(parser, QStringLiteral("env"), QStringLiteral("real"), QStringLiteral("mock"));
    const Result<bool> current = isFirst(parser, QStringLiteral("wire"), QStringLiteral("current"),
                                         QStringLiteral("2026-07"));
    if (!real) {
        return real.error();
    }
    if (!current) {
        return current.error();
    }
    using core::sim::Profile;
    using core::sim::Wire;
    line.options.profile = *real ? Profile::Real : Profile::Mock;
    line.options.wire = *current ? Wire::Current : Wire::W202607;
    const QString start = parser.value(QStringLiteral("start"));
    const auto startAt = core::domain::parseTimeOfDay(start);
    if (!startAt) {
        return wrong(QStringLiteral("start"), start, QStringLiteral("a time HH:MM:SS"));
    }
    line.options.start = *startAt;
    const QString date = parser.value(QStringLiteral("date"));
    line.options.date = core::domain::parseDate(date);
    if (!date.isEmpty() && !line.options.date) {
        return wrong(QStringLiteral("date"), date, QStringLiteral("a day YYYY-MM-DD"));
    }
    for (const QString& tape : parser.values(QStringLiteral("tape"))) {
        if (!tape.isEmpty()) {
            line.options.tapes.append(tape);
        }
    }
    line.options.tls = parser.isSet(QStringLiteral("tls"));
    line.calendarFile = parser.value(QStringLiteral("calendar"));
    return line;
}
}  // namespace app::simulator
