// No text of the window holds a secret: every widget, table cell, action, tool tip and accessible
// name of the real window on a real session, while orders and notices come in.
//
// With WINDOW_SIMULATOR=FILE it joins the kis-simulator whose first line FILE holds, and with
// WINDOW_TEXTS=FILE it writes what it read there, for `.ci/canary`.

#include "core/config/config_file.h"
#include "core/engine/session.h"
#include "core/engine/worker_thread.h"
#include "core/sim/simulator.h"
#include "tests/support/patience.h"
#include "ui/main_window.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace
{
core::domain::TaxTable taxes()
{
    QFile file{QStringLiteral(SOURCE_DIR "/resources/costs/tax.json")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return *core::domain::TaxTable::fromJson(file.readAll());
}

void addProperties(const QObject& object, QStringList& texts)
{
    const QMetaObject* const meta = object.metaObject();
    for (int at = 0; at < meta->propertyCount(); ++at) {
        const QMetaProperty property = meta->property(at);
        if (property.typeId() == QMetaType::QString) {
            texts.append(property.read(&object).toString());
        }
    }
}

void addCells(const QAbstractItemModel& model, QStringList& texts)
{
    constexpr int kRoles[] = {
        Qt::DisplayRole,   Qt::EditRole,           Qt::ToolTipRole,
        Qt::StatusTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole,
        Qt::UserRole};
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : kRoles) {
                texts.append(model.index(row, column).data(role).toString());
            }
        }
    }
}

void addAccessible(QAccessibleInterface* item, QStringList& texts, int depth = 0)
{
    constexpr int kDepthMax = 12;
    if (item == nullptr || depth > kDepthMax) {
        return;
    }
    for (const QAccessible::Text kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        texts.append(item->text(kind));
    }
    for (int child = 0; child < item->childCount(); ++child) {
        addAccessible(item->child(child), texts, depth + 1);
    }
}

/// Everything a person or a screen reader could read now.
QStringList textsOfAllWindows()
{
    QStringList texts;
    for (const QWidget* const widget : QApplication::allWidgets()) {
        addProperties(*widget, texts);
        for (const QAction* const action : widget->actions()) {
            addProperties(*action, texts);
        }
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget);
            view != nullptr && view->model() != nullptr) {
            addCells(*view->model(), texts);
        }
    }
    for (QWidget* const window : QApplication::topLevelWidgets()) {
        addAccessible(QAccessible::queryAccessibleInterface(window), texts);
    }
    texts.removeAll(QString{});
    texts.removeDuplicates();
    return texts;
}

QStringList secretsOf(const core::sim::SimulatorEndpoint& endpoint)
{
    return {endpoint.appKey,  endpoint.appSecret,       endpoint.htsId,
            endpoint.account, endpoint.account.left(8), QString{endpoint.account}.remove(u'-')};
}

QStringList found(const QStringList& texts, const QStringList& secrets)
{
    static const QRegularExpression issued{QStringLiteral(
        "eyJ[A-Za-z0-9_-]{20,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")};
    QStringList out;
    for (const QString& text : texts) {
        const bool holds =
            std::any_of(secrets.begin(), secrets.end(),
                        [&text](const QString& secret) { return text.contains(secret); });
        if (holds || text.contains(issued)) {
            out.append(text);
        }
    }
    return out;
}
}  // namespace

class TestWindowSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s03_noTextOfTheWindowHoldsASecret()
    {
        const QTemporaryDir folder;
        QVERIFY(begin());
        core::engine::SessionOptions options;
        options.config = core::config::defaultConfig(core::domain::EnvironmentKind::Sim);
        options.dataFolder = folder.path();
        options.joined = m_endpoint;
        options.taxes = taxes();
        core::engine::Session session{options};
        ui::WindowOptions shown;
        shown.settingsPath = folder.filePath(QStringLiteral("window.ini"));
        ui::MainWindow window{session, shown};
        window.show();
        session.start();
        const auto stock = *core::domain::Symbol::parse(u"005930");
        session.selectSymbol(stock);
        if (m_simulator) {
            order();
        }
        QStringList texts;
        const auto shows = [&texts, &stock] {
            texts += textsOfAllWindows();
            return texts.join(u' ').contains(stock.toString())
                   && texts.filter(QStringLiteral("****")).size() > 0;
        };
        QVERIFY2(test::comes(shows), "the window shows the issue and the masked account");
        // The tabs and docks nobody has opened yet hold texts as well.
        for (QWidget* const widget : window.findChildren<QWidget*>()) {
            widget->setVisible(true);
        }
        texts += textsOfAllWindows();
        texts.removeDuplicates();
        write(texts);

        QVERIFY2(texts.size() > 200, qPrintable(QString::number(texts.size())));
        QCOMPARE(found(texts, secretsOf(*m_endpoint)).join(u'\n'), QString{});
    }

    void itSeesASecretWhereverItStands()
    {
        QVERIFY(begin());
        for (const QString& secret : secretsOf(*m_endpoint)) {
            QWidget window;
            window.setAccessibleDescription(QStringLiteral("account ") + secret);
            QVERIFY(!found(textsOfAllWindows(), secretsOf(*m_endpoint)).isEmpty());
        }
    }

    void cleanup()
    {
        m_endpoint.reset();
        m_simulator.reset();
    }

private:
    bool begin()
    {
        const QString file = qEnvironmentVariable("WINDOW_SIMULATOR");
        if (!file.isEmpty()) {
            QFile line{file};
            const auto read = line.open(QIODevice::ReadOnly)
                                  ? core::sim::SimulatorEndpoint::fromJson(line.readAll())
                                  : core::base::Error{core::base::ErrorCode::NotFound, file};
            m_endpoint = read ? std::optional{*read} : std::nullopt;
            return m_endpoint.has_value();
        }
        core::sim::SimulatorOptions options;
        options.start = core::domain::timeOfDay(10, 0);
        options.date = core::domain::parseDate(u"2025-09-02");
        options.speed = 10;
        options.instruments = 18;
        options.taxes = taxes();
        m_simulator = std::make_unique<core::engine::WorkerThread<core::sim::Simulator>>(
            QStringLiteral("sim"), std::make_unique<core::sim::Simulator>(options));
        connect(m_simulator->root(), &core::sim::Simulator::ready, this,
                [this](const core::sim::SimulatorEndpoint& endpoint) { m_endpoint = endpoint; });
        m_simulator->begin();
        return test::comes([this] { return m_endpoint.has_value(); });
    }
    /// The owner's other terminal buys and sells: rows, positions, encrypted notices.
    void order()
    {
        core::sim::Simulator* const root = m_simulator->root();
        QMetaObject::invokeMethod(
            root,
            [root] {
                (void)root->control(QStringLiteral("manual_order 005930 buy 5 0"));
                (void)root->control(QStringLiteral("manual_order 005930 sell 2 0"));
            },
            Qt::BlockingQueuedConnection);
    }
    static void write(const QStringList& texts)
    {
        QFile file{qEnvironmentVariable("WINDOW_TEXTS")};
        if (!file.fileName().isEmpty() && file.open(QIODevice::WriteOnly)) {
            file.write(texts.join(u'\n').toUtf8());
        }
    }

    std::unique_ptr<core::engine::WorkerThread<core::sim::Simulator>> m_simulator;
    std::optional<core::sim::SimulatorEndpoint> m_endpoint;
};

QTEST_MAIN(TestWindowSecrets)
#include "tst_window_secrets.moc"
