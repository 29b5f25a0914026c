#include "core/notify/desktop_note.h"

#include <QRegularExpression>
#include <QTest>

using namespace core::notify;
using core::domain::Price;
using core::domain::Quantity;
using core::domain::Severity;
using core::domain::Side;
using core::domain::Symbol;
using core::domain::Won;

namespace
{
Message of(const Content& content)
{
    using namespace std::chrono;
    return {.at = core::domain::fromKst(year{2026} / 11 / 24, core::domain::timeOfDay(10, 0, 30)),
            .content = content};
}
}  // namespace

class TestDesktopNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void everyKindHasItsSound_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("sound");
        const auto row = [](const char* name, std::size_t number, Sound sound) {
            QTest::newRow(name) << static_cast<int>(number) << static_cast<int>(sound);
        };
        row("buy fill", 0, Sound::BuyFill);
        row("sell fill", 1, Sound::SellFill);
        row("refused", 2, Sound::Reject);
        row("stop", 3, Sound::Stop);
        row("trailing stop", 4, Sound::Stop);
        row("time out", 5, Sound::None);
        row("take profit", 6, Sound::None);
        row("guard", 7, Sound::Guard);
        row("kill", 8, Sound::Guard);
        row("disconnect", 9, Sound::Disconnect);
        row("reconnect", 10, Sound::None);
        row("started", 11, Sound::None);
    }
    void everyKindHasItsSound()
    {
        QFETCH(int, number);
        QFETCH(int, sound);
        const std::vector<Content> contents{OrderFilled{.side = Side::Buy},
                                            OrderFilled{.side = Side::Sell},
                                            OrderRefused{},
                                            ExitDecided{.rule = QStringLiteral("S1")},
                                            ExitDecided{.rule = QStringLiteral("A4")},
                                            ExitDecided{.rule = QStringLiteral("S6")},
                                            ExitDecided{.rule = QStringLiteral("W3")},
                                            GuardFired{},
                                            KillRaised{},
                                            Disconnected{},
                                            Reconnected{},
                                            Started{}};
        const Message message = of(contents[static_cast<std::size_t>(number)]);
        QCOMPARE(static_cast<int>(soundOf(message)), sound);
        QCOMPARE(desktopNote(message, {}).sound, soundOf(message));
    }

    void titleAndTextAreTheMessageWithoutMarkup()
    {
        const ExitDecided exit{.symbol = *Symbol::parse(std::string_view{"005930"}),
                               .name = QStringLiteral("삼성전자*_"),
                               .rule = QStringLiteral("S1"),
                               .price = Price::fromWon(71'800),
                               .quantity = Quantity{10},
                               .net = Won{-12'345},
                               .netTenThousandths = -12'100};

        const DesktopNote note =
            desktopNote(of(exit), {.environment = core::domain::EnvironmentKind::Live});

        QCOMPARE(note.title, QStringLiteral("[실전투자] 청산 · S1 손절"));
        QCOMPARE(note.text, QStringLiteral("삼성전자*_ 005930\n10주 · 71,800원\n"
                                           "순손익 ▼ −12,345원 (▼ −1.21 %)\n10:00:30"));
        QCOMPARE(note.severity, Severity::Notice);
        QVERIFY(note.shows);
    }

    void sumsAreToldAtTheDeskWhateverTheTelephoneMaySay()
    {
        const Message fill = of(OrderFilled{.filled = Quantity{10}, .amount = Won{718'000}});
        QCOMPARE(desktopNote(fill, {.amounts = false}), desktopNote(fill, {.amounts = true}));
    }
};

QTEST_GUILESS_MAIN(TestDesktopNote)
#include "tst_desktop_note.moc"
