// Reads every #include of ours against the table of allowed edges. A new edge is a design
// decision: it changes this table in its own commit.

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace
{
// clang-format off
const QHash<QString, QString> kAllowed{
    {QStringLiteral("core/base"),      QString{}},
    {QStringLiteral("core/domain"),    QStringLiteral("base")},
    {QStringLiteral("core/config"),    QStringLiteral("base domain")},
    {QStringLiteral("core/indicator"), QStringLiteral("base domain")},
    {QStringLiteral("core/api"),       QStringLiteral("base domain config")},
    {QStringLiteral("core/market"),    QStringLiteral("base domain config")},
    {QStringLiteral("core/screen"),    QStringLiteral("base domain config indicator")},
    {QStringLiteral("core/rules"),     QStringLiteral("base domain config indicator")},
    {QStringLiteral("core/risk"),      QStringLiteral("base domain config")},
    {QStringLiteral("core/orders"),    QStringLiteral("base domain config risk")},
    {QStringLiteral("core/desk"),      QStringLiteral("base domain config indicator market screen rules risk orders")},
    {QStringLiteral("core/audit"),     QStringLiteral("base domain config")},
    {QStringLiteral("core/report"),    QStringLiteral("base domain config audit")},
    {QStringLiteral("core/notify"),    QStringLiteral("base domain config")},
    {QStringLiteral("core/kis"),       QStringLiteral("base domain config risk market orders")},
    {QStringLiteral("core/storage"),   QStringLiteral("base domain config orders")},
    {QStringLiteral("core/replay"),    QStringLiteral("base domain config desk indicator market screen rules risk orders tape")},
    {QStringLiteral("core/tape"),      QStringLiteral("base domain")},
    {QStringLiteral("core/sim"),       QStringLiteral("base domain config tape")},
    {QStringLiteral("core/engine"),    QStringLiteral("base domain config indicator api market screen rules risk orders desk "
                                                      "audit report notify kis storage replay sim tape")},
    {QStringLiteral("ui"),             QStringLiteral("base domain config api")},
    {QStringLiteral("app"),            QStringLiteral("base domain config api engine replay report audit sim tape ui")},
};
// clang-format on

struct Edge
{
    QString file;
    QString from;
    QString to;
};

/// The folder a path belongs to in the table: "core/kis/x.h" is core/kis, "ui/x.h" is ui.
QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    return parts.first() == u"core" ? parts.mid(0, 2).join(u'/') : parts.first();
}

QList<Edge> edgesOf(const QString& path, const QString& text)
{
    static const QRegularExpression include{QStringLiteral("^\\s*#\\s*include\\s*\"([^\"]+)\""),
                                            QRegularExpression::MultilineOption};
    QList<Edge> edges;
    auto match = include.globalMatch(text);
    while (match.hasNext()) {
        const QString target = match.next().captured(1);
        const bool ours = target.startsWith(u"core/") || target.startsWith(u"ui/")
                          || target.startsWith(u"app/") || target.startsWith(u"tests/");
        if (ours) {
            edges.append({path, roomOf(path), roomOf(target)});
        }
    }
    return edges;
}

bool isAllowed(const Edge& edge)
{
    if (edge.from == edge.to) {
        return true;
    }
    const QStringList allowed = kAllowed.value(edge.from).split(u' ');
    const QString target = edge.to.startsWith(u"core/") ? edge.to.mid(5) : edge.to;
    return allowed.contains(target);
}

QStringList sourcesUnder(const QString& root, const QString& folder)
{
    QStringList files;
    QDirIterator it{root + u'/' + folder,
                    {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                    QDir::Files,
                    QDirIterator::Subdirectories};
    while (it.hasNext()) {
        files.append(it.next().mid(root.size() + 1));
    }
    files.sort();
    return files;
}

QString contents(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}
}  // namespace

class TestIncludeTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeFollowsTheTable()
    {
        const QString root = QStringLiteral(SOURCE_DIR);
        int seen = 0;
        for (const QString& folder :
             {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            for (const QString& file : sourcesUnder(root, folder)) {
                for (const Edge& edge : edgesOf(file, contents(root + u'/' + file))) {
                    QVERIFY2(isAllowed(edge),
                             qPrintable(QStringLiteral("%1: %2 must not include %3")
                                            .arg(edge.file, edge.from, edge.to)));
                    ++seen;
                }
            }
        }
        QVERIFY2(seen > 100,
                 "the scan found hardly any include: is it looking in the right place?");
    }

    void everyFolderIsInTheTable()
    {
        const QDir core{QStringLiteral(SOURCE_DIR "/core")};
        for (const QString& folder : core.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QVERIFY2(kAllowed.contains(QStringLiteral("core/") + folder), qPrintable(folder));
        }
    }

    void aForbiddenEdgeIsSeen()
    {
        const QList<Edge> edges =
            edgesOf(QStringLiteral("core/sim/wire.cpp"),
                    QStringLiteral("#include <QObject>\n#include \"core/kis/frame.h\"\n"));
        QCOMPARE(edges.size(), 1);
        QVERIFY(!isAllowed(edges.first()));
        QVERIFY(!isAllowed({QString{}, QStringLiteral("ui"), QStringLiteral("core/desk")}));
        QVERIFY(isAllowed({QString{}, QStringLiteral("core/kis"), QStringLiteral("core/market")}));
    }

    void everyHeaderHasItsGuardAndEveryRoomItsReadme()
    {
        const QString root = QStringLiteral(SOURCE_DIR);
        for (const QString& file : sourcesUnder(root, QStringLiteral("core"))) {
            if (file.endsWith(u".h")) {
                QVERIFY2(contents(root + u'/' + file).contains(u"#pragma once"), qPrintable(file));
            }
        }
        constexpr int kReadmeLinesMax = 20;
        QDir core{root + QStringLiteral("/core")};
        for (const QString& folder : core.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString text = contents(core.filePath(folder + QStringLiteral("/README.md")));
            QVERIFY2(!text.isEmpty(), qPrintable(folder + QStringLiteral(" has no README.md")));
            QVERIFY2(text.count(u'\n') <= kReadmeLinesMax, qPrintable(folder));
        }
    }

    /// A header that its own source reads first compiles alone; the build proves only the others.
    void everySourceReadsItsOwnHeaderFirst()
    {
        const QString root = QStringLiteral(SOURCE_DIR);
        int seen = 0;
        for (const QString& folder : {QStringLiteral("core"), QStringLiteral("ui")}) {
            for (const QString& file : sourcesUnder(root, folder)) {
                const QString header = file.chopped(4) + QStringLiteral(".h");
                if (!file.endsWith(u".cpp") || !QFile::exists(root + u'/' + header)) {
                    continue;
                }
                const QString text = contents(root + u'/' + file);
                const qsizetype first = text.indexOf(u"#include");
                QVERIFY2(text.mid(first).startsWith(QStringLiteral("#include \"%1\"").arg(header)),
                         qPrintable(file));
                ++seen;
            }
        }
        QVERIFY(seen > 100);
    }

    /// Text that must not occur in our sources: calls that look at the locale or block, and
    /// library features this compiler does not have.
    void forbiddenCallsDoNotOccur()
    {
        const QString root = QStringLiteral(SOURCE_DIR);
        const QStringList banned{
            QStringLiteral("std::stod"),       QStringLiteral("strtod("),
            QStringLiteral("atof("),           QStringLiteral("std::format"),
            QStringLiteral("processEvents"),   QStringLiteral("BlockingQueuedConnection"),
            QStringLiteral("ignoreSslErrors"), QStringLiteral("Q_DECLARE_METATYPE"),
            QStringLiteral("wss://")};
        for (const QString& folder :
             {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            for (const QString& file : sourcesUnder(root, folder)) {
                const QString text = contents(root + u'/' + file);
                for (const QString& word : banned) {
                    QVERIFY2(!text.contains(word),
                             qPrintable(file + QStringLiteral(" uses ") + word));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestIncludeTable)
#include "tst_include_table.moc"
