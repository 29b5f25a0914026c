#include "tests/support/no_warnings.h"
#include "ui/start_dialogs.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTest>
#include <QTimer>

class StartDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void offersTheSimulation();
    void leavesOnEscape();
    void saysWhatIsWrongWithTheConfiguration();

private:
    /// Runs `job` on the next dialog that opens.
    template <typename Job>
    void onDialog(Job job)
    {
        QTimer::singleShot(0, this, [job] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box != nullptr);
            job(*box);
        });
    }
};

void StartDialogs::offersTheSimulation()
{
    QString text;
    onDialog([&text](QMessageBox& box) {
        text = box.informativeText();
        for (QAbstractButton* button : box.buttons()) {
            if (box.buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
            }
        }
    });
    const QString path = QStringLiteral("/data/kis-scalper/demo/secrets.json");

    QCOMPARE(ui::askForSimulation(nullptr, path), ui::StartChoice::Simulation);

    QVERIFY(text.contains(path));
}

void StartDialogs::leavesOnEscape()
{
    onDialog([](QMessageBox& box) { QTest::keyClick(&box, Qt::Key_Escape); });

    QCOMPARE(ui::askForSimulation(nullptr, QStringLiteral("x")), ui::StartChoice::Leave);
}

void StartDialogs::saysWhatIsWrongWithTheConfiguration()
{
    QString text;
    onDialog([&text](QMessageBox& box) {
        text = box.informativeText();
        box.buttons().constFirst()->click();
    });

    ui::showConfigError(nullptr, QStringLiteral("desk.json"),
                        {core::base::ErrorCode::OutOfRange,
                         QStringLiteral("exit.stop_pct is 40, allowed 0.1 to 10")});

    QVERIFY(text.contains(QStringLiteral("desk.json")));
    QVERIFY(text.contains(QStringLiteral("exit.stop_pct is 40")));
}

QTEST_MAIN(StartDialogs)
#include "tst_start_dialogs.moc"
