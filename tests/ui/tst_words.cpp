// Every code has words in both languages, and every placeholder survives translation.
#include "tests/support/no_warnings.h"
#include "ui/hotkeys.h"
#include "ui/screen_model.h"
#include "ui/translation.h"
#include "ui/words.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

#include <QFile>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace core::domain;
using core::config::Language;

class Words : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void wordsEveryCode_data();
    void wordsEveryCode();
    void wordsEveryOrderCode_data() { wordsEveryCode_data(); }
    void wordsEveryOrderCode();
    void namesEveryConditionOfAnAdd_data() { wordsEveryCode_data(); }
    void namesEveryConditionOfAnAdd();
    void saysHowAConditionIsMeasured();
    void neverShowsAPlaceholder();
    void wordsCodesInsideSentences();
    void wordsReasonsWithTheirFigures();
    void finishesEveryKoreanEntry();
    void givesEnglishItsPlurals();
    void usesNoKeyTwice();
};

namespace
{
template <typename Code>
std::vector<Code> upTo(Code last)
{
    std::vector<Code> all;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        all.push_back(static_cast<Code>(i));
    }
    return all;
}

/// All entries of a kind have text, and no two the same.
bool allDiffer(const QStringList& texts)
{
    const bool filled = std::none_of(texts.begin(), texts.end(),
                                     [](const QString& text) { return text.isEmpty(); });
    return filled && QSet<QString>(texts.begin(), texts.end()).size() == texts.size();
}
}  // namespace

void Words::wordsEveryCode_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("Korean") << Language::Korean;
    QTest::newRow("English") << Language::English;
}

void Words::wordsEveryCode()
{
    QFETCH(Language, language);
    ui::Translation translation;
    translation.use(language);

    QStringList phases;
    for (const SessionPhase phase : upTo(SessionPhase::AfterMarket)) {
        phases.push_back(ui::phaseName(phase));
    }
    QVERIFY(allDiffer(phases));
    QStringList states;
    for (const FeedState state : upTo(FeedState::Stopped)) {
        states.push_back(ui::feedStateName(state));
    }
    QVERIFY(allDiffer(states));
    QStringList streams;
    for (const Stream stream : upTo(Stream::Notice)) {
        streams.push_back(ui::streamName(stream));
    }
    QVERIFY(allDiffer(streams));
    QStringList operations;
    for (const OperationEvent event : upTo(OperationEvent::Unknown)) {
        operations.push_back(ui::operationName(event));
    }
    QVERIFY(allDiffer(operations));
    QStringList lists;
    for (const RankingList list : kRankingLists) {
        lists.push_back(ui::rankingName(list));
    }
    QVERIFY(allDiffer(lists));
    QStringList reasons;
    for (const ScreenReason reason : upTo(ScreenReason::MomentumTooLow)) {
        reasons.push_back(ui::reasonName(reason));
    }
    QCOMPARE(reasons.size(), qsizetype{kScreenReasons});
    QVERIFY(allDiffer(reasons));
    QStringList checks;
    QStringList hints;
    for (const HealthCheck check : upTo(HealthCheck::Clock)) {
        checks.push_back(ui::healthName(check));
        hints.push_back(ui::healthHint(check, HealthState::Bad));
    }
    QVERIFY(allDiffer(checks));
    QVERIFY(allDiffer(hints));
    QStringList sentences;
    for (const LogCode code : upTo(LogCode::RecordsAgain)) {
        LogEntry entry;
        entry.code = code;
        sentences.push_back(ui::logText(entry));
    }
    QVERIFY(allDiffer(sentences));
    QStringList columns;
    for (const ui::ScreenColumn column : upTo(ui::ScreenColumn::WhyNot)) {
        columns.push_back(ui::screenColumnTitle(column));
        QVERIFY(!ui::screenColumnHelp(column).isEmpty());
    }
    QVERIFY(allDiffer(columns));
    QCOMPARE(ui::phaseName(SessionPhase::Continuous), language == Language::Korean
                                                          ? QStringLiteral("정규장")
                                                          : QStringLiteral("Regular session"));
}

void Words::wordsEveryOrderCode()
{
    QFETCH(Language, language);
    ui::Translation translation;
    translation.use(language);
    const auto words = [](auto last, auto wordOf) {
        QStringList texts;
        for (const auto code : upTo(last)) {
            texts.push_back(wordOf(code));
        }
        return texts;
    };
    QVERIFY(allDiffer(words(OrderState::External, ui::orderStateName)));
    QCOMPARE(upTo(OrderState::External).size(), std::size_t{kOrderStateCount});
    QVERIFY(allDiffer(words(OrderState::External, ui::orderStateHelp)));
    QVERIFY(allDiffer(words(OrderOrigin::Flatten, ui::originName)));
    QVERIFY(allDiffer(words(OrderType::Best, ui::orderTypeName)));
    QVERIFY(allDiffer(words(TimeInForce::Fok, ui::timeInForceName)));
    QVERIFY(allDiffer(words(RejectReason::Configuration, ui::rejectText)));
    QVERIFY(allDiffer(words(PositionOwner::External, ui::ownerName)));
    QVERIFY(allDiffer(words(AutoState::Off, ui::autoStateName)));
    QVERIFY(allDiffer(words(Arming::Disarmed, ui::armingName)));
    QVERIFY(allDiffer(words(Arming::Disarmed, ui::armingHelp)));
    QVERIFY(allDiffer(words(KillLevel::FlattenAndLock, ui::killName)));
    QVERIFY(allDiffer(words(GateState::View, ui::gateStateName)));
    QVERIFY(allDiffer(words(GateCause::DataOld, ui::causeName)));
    QVERIFY(allDiffer(words(GateCause::DataOld, ui::causeHelp)));
    QVERIFY(allDiffer(words(CheckOutcome::NotApplicable, ui::checkOutcomeName)));
    QStringList names;
    QStringList meanings;
    for (int number = 1; number <= ui::kChecks; ++number) {
        names.push_back(ui::checkName(number));
        meanings.push_back(ui::checkMeaning(number));
        QVERIFY(!ui::checkAdvice(number).isEmpty());
    }
    QVERIFY(allDiffer(names));
    QVERIFY(allDiffer(meanings));
    QVERIFY(ui::checkName(0).isEmpty());
    QVERIFY(ui::checkName(31).isEmpty());
    Order order;
    QStringList cares;
    for (const OrderCare care : upTo(OrderCare::LimitLocked)) {
        order.care = care;
        if (care != OrderCare::None) {
            cares.push_back(ui::careText(order, {}));
        }
    }
    QVERIFY(allDiffer(cares));
    QCOMPARE(ui::orderStateName(OrderState::Unknown),
             language == Language::Korean ? QStringLiteral("미확정") : QStringLiteral("Unknown"));
    LogEntry entry;
    entry.code = LogCode::GateClosed;
    entry.arguments = {QString::number(static_cast<int>(GateCause::Mismatch)),
                       QString::number(static_cast<int>(GateState::ExitOnly)),
                       QStringLiteral("000660")};
    QCOMPARE(ui::logText(entry),
             language == Language::Korean
                 ? QStringLiteral("관문 청산만: 잔고 불일치 (000660)")
                 : QStringLiteral("Gate Exits only: Holding mismatch (000660)"));
    entry.code = LogCode::OrderUnknown;
    entry.arguments = {QStringLiteral("B 10"), QStringLiteral("timeout")};
    QCOMPARE(ui::logText(entry), language == Language::Korean
                                     ? QStringLiteral("매수 10: 응답을 잃음(timeout)")
                                     : QStringLiteral("Buy 10: the answer was lost (timeout)"));
}

void Words::namesEveryConditionOfAnAdd()
{
    QFETCH(Language, language);
    ui::Translation translation;
    translation.use(language);
    const std::array<const char*, 12> ids{"P1", "P2", "P3", "P4",  "P5",  "P6",
                                          "P7", "P8", "P9", "P10", "P11", "P12"};
    QStringList names;
    QStringList meanings;
    QStringList waivable;
    for (const char* id : ids) {
        names.push_back(ui::conditionName(QLatin1String{id}));
        meanings.push_back(ui::conditionMeaning(QLatin1String{id}));
        if (ui::isWaivable(QLatin1String{id})) {
            waivable.push_back(QString::fromLatin1(id));
        }
    }
    QVERIFY(allDiffer(names));
    QVERIFY(allDiffer(meanings));
    QCOMPARE(waivable.join(QLatin1Char{' '}), QStringLiteral("P2 P3 P4 P5 P6 P7 P8"));
    if (language == Language::English) {
        QCOMPARE(names.mid(7).join(QStringLiteral(", ")),
                 QStringLiteral("Pattern, Once a day, Size, Cash, Gate"));
        QVERIFY(meanings.at(7).contains(QStringLiteral("re-break")));
        QCOMPARE(meanings.at(8), QStringLiteral("The symbol has had no add today"));
        QVERIFY(meanings.at(9).contains(QStringLiteral("Half the entry")));
        QVERIFY(meanings.at(10).contains(QStringLiteral("commission")));
        QVERIFY(meanings.at(11).contains(QStringLiteral("pre-trade gate")));
    }
}

void Words::saysHowAConditionIsMeasured()
{
    const auto text = [](const char* id, std::optional<std::int64_t> value,
                         std::optional<std::int64_t> limit, const char* detail = "") {
        const Condition condition{.id = QLatin1String{id},
                                  .outcome = CheckOutcome::Fail,
                                  .unit = CheckUnit::Won,
                                  .value = value,
                                  .limit = limit,
                                  .detail = QLatin1String{detail}};
        return QStringLiteral("%1; %2").arg(ui::conditionValueText(condition),
                                            ui::conditionLimitText(condition));
    };
    QCOMPARE(text("P8", {}, {}, "retry_wait"), QStringLiteral("waits after an unfilled order; "));
    QCOMPARE(text("P9", 0, 0), QStringLiteral("free; "));
    QCOMPARE(text("P9", 1, 0), QStringLiteral("used today; "));
    QCOMPARE(text("P10", 1'636'000, 1'600'000), QStringLiteral("1,636,000; ≤ 1,600,000"));
    QCOMPARE(text("P10", 1'000'000, 1'600'000, "no_share"),
             QStringLiteral("less than one share; ≤ 1,600,000"));
    QCOMPARE(text("P11", 10'000, 554'078), QStringLiteral("10,000; ≥ 554,078"));
    QCOMPARE(text("P12", {}, {}, "open_order"), QStringLiteral("an order is open; "));
    QCOMPARE(text("P12", {}, {}, "exit_decided"), QStringLiteral("an exit is decided; "));
}

void Words::neverShowsAPlaceholder()
{
    LogEntry entry;
    for (const LogCode code : upTo(LogCode::RecordsAgain)) {
        entry.code = code;
        entry.arguments.clear();
        QVERIFY(!ui::logText(entry).contains(QLatin1Char{'%'}));
        // An argument that looks like a placeholder is shown, not filled.
        entry.arguments = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
        QVERIFY(!ui::logText(entry).contains(QLatin1Char{'%'}));
    }
    entry.code = LogCode::SessionPhaseChanged;
    entry.arguments = {QStringLiteral("4")};
    QCOMPARE(ui::logText(entry), QStringLiteral("Session: Closing auction"));
    entry.arguments = {QStringLiteral("99")};
    QCOMPARE(ui::logText(entry), QStringLiteral("Session: 99"));
    entry.code = LogCode::FeedLost;
    entry.arguments = {QStringLiteral("odd %1 detail %2")};
    QCOMPARE(ui::logText(entry), QStringLiteral("Feed lost: odd %1 detail %2"));
}

void Words::wordsCodesInsideSentences()
{
    const auto text = [](LogCode code, const QStringList& arguments) {
        LogEntry entry;
        entry.code = code;
        entry.arguments = arguments;
        return ui::logText(entry);
    };
    QCOMPARE(text(LogCode::SubscriptionRefused,
                  {QStringLiteral("1"), QStringLiteral("005930"), QStringLiteral("OPSP0008")}),
             QStringLiteral("Quotes of 005930 refused by the broker (OPSP0008)"));
    QCOMPARE(text(LogCode::RankingFailed, {QStringLiteral("1")}),
             QStringLiteral("Ranking list failed: volume surge"));
    QCOMPARE(text(LogCode::MarketEvent, {QStringLiteral("174"), QStringLiteral("6")}),
             QStringLiteral("Market operation 174: circuit breaker"));
    QCOMPARE(text(LogCode::Started, {QStringLiteral("demo")}),
             QStringLiteral("Started: Demo account"));
    QCOMPARE(text(LogCode::DataGap,
                  {QStringLiteral("005930"), QStringLiteral("-"), QStringLiteral("12")}),
             QStringLiteral("005930: no trade stream for 12 s"));
}

void Words::wordsReasonsWithTheirFigures()
{
    const WhyNot why{.reason = ScreenReason::MomentumTooLow,
                     .axis = ScreenAxis::Momentum,
                     .value = -4'100,
                     .limit = -3'000};
    QCOMPARE(ui::whyNotText(why), QStringLiteral("Momentum −0.41 %, needs −0.30 %"));
    const WhyNot missing{.reason = ScreenReason::InsufficientData,
                         .axis = ScreenAxis::Spread,
                         .value = {},
                         .limit = {}};
    QCOMPARE(ui::whyNotText(missing), QStringLiteral("Spread: not enough data"));
    QCOMPARE(ui::whyNotText({.reason = ScreenReason::Spac, .axis = {}, .value = {}, .limit = {}}),
             QStringLiteral("SPAC"));
}

void Words::finishesEveryKoreanEntry()
{
    QFile file{QStringLiteral(SOURCE_DIR "/translations/kis_scalper_ko.ts")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml{&file};
    const QRegularExpression placeholder{QStringLiteral("%[1-9n]")};
    const auto marks = [&placeholder](const QString& text) {
        QStringList found;
        auto match = placeholder.globalMatch(text);
        while (match.hasNext()) {
            found.push_back(match.next().captured());
        }
        found.sort();
        return found;
    };
    int entries = 0;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String{"source"}) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String{"translation"}) {
            const QString type = xml.attributes().value(QLatin1String{"type"}).toString();
            QVERIFY2(type.isEmpty(), qUtf8Printable(source + QStringLiteral(": ") + type));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            QVERIFY2(!text.trimmed().isEmpty(), qUtf8Printable(source));
            QCOMPARE(marks(text), marks(source));
            ++entries;
        }
    }
    QVERIFY(!xml.hasError());
    QVERIFY(entries > 250);
}

void Words::givesEnglishItsPlurals()
{
    ui::Translation translation;
    translation.use(Language::English);
    QCOMPARE(QCoreApplication::translate("ui::MainWindow", "%n chart(s)", nullptr, 1),
             QStringLiteral("1 chart"));
    QCOMPARE(QCoreApplication::translate("ui::MainWindow", "%n chart(s)", nullptr, 4),
             QStringLiteral("4 charts"));
    translation.use(Language::Korean);
    QCOMPARE(QCoreApplication::translate("ui::MainWindow", "%n chart(s)", nullptr, 4),
             QStringLiteral("4개"));
}

void Words::usesNoKeyTwice()
{
    QSet<QString> keys;
    QSet<int> ids;
    for (const ui::HotkeyRow& row : ui::kHotkeyTable) {
        const QKeySequence sequence = ui::hotkeySequence(row.id);
        QVERIFY(!sequence.isEmpty());
        keys.insert(sequence.toString());
        ids.insert(static_cast<int>(row.id));
        QVERIFY(!ui::hotkeyText(row.id).isEmpty());
    }
    QCOMPARE(keys.size(), qsizetype{ui::kHotkeys});
    QCOMPARE(ids.size(), qsizetype{ui::kHotkeys});
}

QTEST_MAIN(Words)
#include "tst_words.moc"
