// Every row of the fault table has an automatic test named after its id: a test function
// (`b02_writesAnOrderOnce`), a data row ("B02 ...") or a script (`b02_....script`).

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace
{
struct Group
{
    char letter;
    int rows;
};
/// Authentication, transport, real-time, orders, and the trader's machine.
constexpr Group kGroups[] = {{'A', 10}, {'B', 14}, {'C', 18}, {'D', 20}, {'H', 10}};

/// Rows without a test of their name, and why. A row that has one must not stand here.
const QMap<QString, QString>& exceptions()
{
    static const QMap<QString, QString> list{};
    return list;
}

QStringList allIds()
{
    QStringList ids;
    for (const Group& group : kGroups) {
        for (int row = 1; row <= group.rows; ++row) {
            ids.append(QStringLiteral("%1%2")
                           .arg(QLatin1Char{group.letter})
                           .arg(row, 2, 10, QLatin1Char{'0'}));
        }
    }
    return ids;
}

/// Ids that test functions and data rows of a source are named after.
QSet<QString> idsOfSource(const QString& text)
{
    static const QRegularExpression function{
        QStringLiteral("\\bvoid\\s+([abcdh]\\d{2})_\\w+\\s*\\(")};
    static const QRegularExpression row{
        QStringLiteral("\\w*[rR]ow\\w*\\(\\s*\"([ABCDH]\\d{2})[ :,]")};
    QSet<QString> ids;
    for (const QRegularExpression* form : {&function, &row}) {
        auto match = form->globalMatch(text);
        while (match.hasNext()) {
            ids.insert(match.next().captured(1).toUpper());
        }
    }
    return ids;
}

/// The id a script is named after; empty for none.
QString idOfScript(const QString& fileName)
{
    static const QRegularExpression name{QStringLiteral("^([abcdh]\\d{2})_.+\\.(script|sh|py)$")};
    return name.match(fileName).captured(1).toUpper();
}

QSet<QString> provenIds()
{
    QSet<QString> ids;
    QDirIterator at{QStringLiteral(SOURCE_DIR "/tests"), QDir::Files, QDirIterator::Subdirectories};
    while (at.hasNext()) {
        const QString path = at.next();
        const QString name = at.fileName();
        if (const QString id = idOfScript(name); !id.isEmpty()) {
            ids.insert(id);
        }
        const bool source = name.startsWith(u"tst_") && name.endsWith(u".cpp");
        if (!source || name == u"tst_fault_table.cpp") {
            continue;
        }
        QFile file{path};
        if (file.open(QIODevice::ReadOnly)) {
            ids += idsOfSource(QString::fromUtf8(file.readAll()));
        }
    }
    return ids;
}

QStringList withoutTest(const QStringList& ids, const QSet<QString>& proven)
{
    QStringList missing;
    for (const QString& id : ids) {
        if (!proven.contains(id) && !exceptions().contains(id)) {
            missing.append(id);
        }
    }
    return missing;
}
}  // namespace

class TestFaultTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasATestOfItsName()
    {
        const QStringList missing = withoutTest(allIds(), provenIds());

        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void noExceptionIsOutOfDate()
    {
        const QStringList ids = allIds();
        const QSet<QString> proven = provenIds();
        for (auto at = exceptions().begin(); at != exceptions().end(); ++at) {
            QVERIFY2(ids.contains(at.key()), qPrintable(at.key()));
            QVERIFY2(!proven.contains(at.key()), qPrintable(at.key()));
            QVERIFY2(at.value().size() > 20, "a reason is a sentence");
        }
    }

    void countsTheRowsOfTheTable()
    {
        QCOMPARE(allIds().size(), 72);
        QCOMPARE(allIds().first(), QStringLiteral("A01"));
        QCOMPARE(allIds().last(), QStringLiteral("H10"));
    }

    void missesARowThatNothingIsNamedAfter()
    {
        QCOMPARE(
            withoutTest({QStringLiteral("A01"), QStringLiteral("A02")}, {QStringLiteral("A02")}),
            QStringList{QStringLiteral("A01")});
    }

    void knowsATestByItsName()
    {
        QCOMPARE(idsOfSource(QStringLiteral("void b02_writesAnOrderOnce()")),
                 QSet<QString>{QStringLiteral("B02")});
        QCOMPARE(idsOfSource(QStringLiteral("QTest::newRow(\"D01 off the step\") << 1")),
                 QSet<QString>{QStringLiteral("D01")});
        QCOMPARE(idsOfSource(QStringLiteral("row(\n    \"H03 the disk is full\"")),
                 QSet<QString>{QStringLiteral("H03")});
        QVERIFY(idsOfSource(QStringLiteral("// B02 is not tested")).isEmpty());
        QVERIFY(idsOfSource(QStringLiteral("a02_b(); QCOMPARE(x, \"B02\");")).isEmpty());
        QCOMPARE(idOfScript(QStringLiteral("b01_accept_then_rst.script")), QStringLiteral("B01"));
        QVERIFY(idOfScript(QStringLiteral("b01.script")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFaultTable)
#include "tst_fault_table.moc"
