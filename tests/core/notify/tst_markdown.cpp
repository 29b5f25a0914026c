#include "core/notify/markdown.h"
#include "tests/core/notify/markdown_reader.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace core::notify;

namespace
{
constexpr char32_t kLastPoint = 0x10FFFF;

QString ofPoint(char32_t point)
{
    return QStringView{QChar::fromUcs4(point)}.toString();
}

Document oneLine(const QString& text, Mark mark = Mark::Plain)
{
    return {{{{.text = text, .mark = mark}}}};
}

/// The parts put together again; a break between lines is one newline.
QString joined(const std::vector<TextPart>& parts)
{
    QStringList texts;
    for (const TextPart& part : parts) {
        texts.append(test::shownText(part.markdown).value_or(QStringLiteral("<unreadable>")));
    }
    return texts.join(u'\n');
}

QString withoutBlanks(QString text)
{
    return text.removeIf([](QChar unit) { return unit.isSpace(); });
}

bool hasHalfCharacter(const QString& text)
{
    return QString::fromUtf8(text.toUtf8()) != text;
}
}  // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void everyCharacterOfUnicodeIsReadBackAsItself()
    {
        for (char32_t point = 1; point <= kLastPoint; ++point) {
            if (QChar::isSurrogate(point)) {
                continue;
            }
            // Between others: what stands beside a character must not change its meaning.
            const QString text = u'a' + ofPoint(point) + ofPoint(point) + u'b';
            const auto shown = test::shownText(escaped(text));
            QVERIFY2(shown && *shown == text, qPrintable(QString::number(point, 16)));
            const auto inCode = test::readMarkdown(u'`' + escapedCode(text) + u'`');
            QVERIFY2(inCode && *inCode == (TextLine{{.text = text, .mark = Mark::Code}}),
                     qPrintable(QString::number(point, 16)));
        }
    }

    void halfCharactersBecomeTheReplacementCharacter()
    {
        for (char16_t unit = 0xD800; unit <= 0xDFFF; ++unit) {
            const QString half{QChar{unit}};
            QCOMPARE(escaped(half), QStringLiteral("\uFFFD"));
            QCOMPARE(escapedCode(half), QStringLiteral("\uFFFD"));
            QCOMPARE(escaped(half + u'*'), QStringLiteral("\uFFFD\\*"));
        }
        // Two halves in the wrong order are two of them.
        QCOMPARE(escaped(QString{QChar{0xDC00}} + QChar{0xD800}), QStringLiteral("\uFFFD\uFFFD"));
        QCOMPARE(escaped(QStringLiteral("😀")), QStringLiteral("😀"));
    }

    void everyPairOfReservedCharactersStaysItself()
    {
        const QString reserved = QStringLiteral("_*[]()~`>#+-=|{}.!\\ \n");
        for (const QChar first : reserved) {
            for (const QChar second : reserved) {
                const QString text = QString{first} + second;
                QCOMPARE(test::shownText(escaped(text)).value_or(QString{}), text);
            }
        }
    }

    /// The reader is only worth something if it refuses what the service refuses.
    void theReaderRefusesWhatTheServiceRefuses()
    {
        for (const QString& text :
             {QStringLiteral("a.b"), QStringLiteral("*open"), QStringLiteral("`open"),
              QStringLiteral("end\\"), QStringLiteral("a-b"), QStringLiteral("```x```")}) {
            QVERIFY2(!test::readMarkdown(text), qPrintable(text));
        }
        QCOMPARE(test::shownText(QStringLiteral("a\\.b")).value_or(QString{}),
                 QStringLiteral("a.b"));
    }

    void marksStandAroundTheirPiecesOnly()
    {
        const TextLine line{{.text = QStringLiteral("a*b"), .mark = Mark::Bold},
                            {.text = QStringLiteral(" - ")},
                            {.text = QString{}, .mark = Mark::Bold},
                            {.text = QStringLiteral("c`d"), .mark = Mark::Code}};

        const auto parts = textParts({{line}});

        QCOMPARE(parts.size(), std::size_t{1});
        QCOMPARE(parts.front().markdown, QStringLiteral("*a\\*b* \\- `c\\`d`"));
        QCOMPARE(parts.front().plain, QStringLiteral("a*b - c`d"));
    }

    void aTextOfTheExactLimitIsOnePart()
    {
        const QString most(kTextUnitsMax, u'x');
        QCOMPARE(textParts(oneLine(most)).size(), std::size_t{1});
        QCOMPARE(textParts(oneLine(most + u'x')).size(), std::size_t{2});
        const QString dots(kTextUnitsMax / 2, u'.');  // Two units each.
        QCOMPARE(textParts(oneLine(dots)).size(), std::size_t{1});
        QCOMPARE(textParts(oneLine(dots + u'.')).size(), std::size_t{2});
    }

    void theServiceTakes4096Characters()
    {
        // In figures, for they are the service's: a text of one more is refused, and with it lost.
        const auto sizes = [](qsizetype first, qsizetype second, auto... limit) {
            const Document two{
                {{{.text = QString(first, u'x')}}, {{.text = QString(second, u'x')}}}};
            QStringList out;
            for (const TextPart& part : textParts(two, limit...)) {
                out.append(QString::number(part.markdown.size()));
            }
            return out.join(u' ');
        };
        QCOMPARE(textParts(oneLine(QString(4'096, u'x'))).size(), std::size_t{1});
        QCOMPARE(textParts(oneLine(QString(4'097, u'x'))).size(), std::size_t{2});
        QCOMPARE(textParts(oneLine(QString(4'097, u'x'))).front().markdown.size(), 4'096);
        // The newline between two lines counts.
        QCOMPARE(sizes(2'047, 2'048), QStringLiteral("4096"));
        QCOMPARE(sizes(2'048, 2'048), QStringLiteral("2048 2048"));
        QCOMPARE(sizes(511, 512, kCaptionUnitsMax), QStringLiteral("1024"));
        QCOMPARE(sizes(512, 512, kCaptionUnitsMax), QStringLiteral("512 512"));
        QCOMPARE(sizes(1'025, 4'096, kCaptionUnitsMax), QStringLiteral("1024 1 4096"));
        // Bold takes its two signs.
        QCOMPARE(textParts(oneLine(QString(4'094, u'x'), Mark::Bold)).size(), std::size_t{1});
        QCOMPARE(textParts(oneLine(QString(4'095, u'x'), Mark::Bold)).size(), std::size_t{2});
    }

    void breaksBetweenLinesWhereItCan()
    {
        Document document;
        for (int i = 0; i < 3; ++i) {
            document.lines.push_back({{.text = QString(kTextUnitsMax / 2 - 1, u'a')}});
        }

        const auto parts = textParts(document);

        QCOMPARE(parts.size(), std::size_t{2});
        QCOMPARE(parts[0].markdown.size(), kTextUnitsMax - 1);
        QCOMPARE(parts[0].markdown.count(u'\n'), 1);
        QCOMPARE(parts[1].markdown.size(), kTextUnitsMax / 2 - 1);
    }

    void aCaptionIsShorterThanTheRest()
    {
        Document document;
        for (int i = 0; i < 40; ++i) {
            document.lines.push_back({{.text = QString(200, u'z')}});
        }

        const auto parts = textParts(document, kCaptionUnitsMax);

        QVERIFY(parts.front().markdown.size() <= kCaptionUnitsMax);
        QVERIFY(parts.front().markdown.size() > kCaptionUnitsMax - 202);
        QVERIFY(parts[1].markdown.size() > kCaptionUnitsMax);
        QCOMPARE(joined(parts), plainText(document));
    }

    void neverBreaksInsideAnEscapeAMarkOrACharacter_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("mark");
        for (const Mark mark : {Mark::Plain, Mark::Bold, Mark::Code}) {
            for (const QString& unit : {QStringLiteral("."), QStringLiteral("😀"),
                                        QStringLiteral("a`"), QStringLiteral("한\\")}) {
                QTest::newRow(qPrintable(unit + QString::number(static_cast<int>(mark))))
                    << unit << static_cast<int>(mark);
            }
        }
    }
    void neverBreaksInsideAnEscapeAMarkOrACharacter()
    {
        QFETCH(QString, unit);
        QFETCH(int, mark);
        // Every remainder: the limit falls on every place of the unit once.
        for (qsizetype max = 16; max < 32; ++max) {
            const QString text = unit.repeated(50);
            const auto parts = textParts(oneLine(text, static_cast<Mark>(mark)), max, max);

            QString whole;
            for (const TextPart& part : parts) {
                QVERIFY(part.markdown.size() <= max);
                QVERIFY(!hasHalfCharacter(part.markdown));
                const auto pieces = test::readMarkdown(part.markdown);
                QVERIFY2(pieces.has_value(), qPrintable(part.markdown));
                QCOMPARE(pieces->size(), std::size_t{1});
                QCOMPARE(pieces->front().mark, static_cast<Mark>(mark));
                QCOMPARE(pieces->front().text, part.plain);
                whole += part.plain;
            }
            QCOMPARE(whole, text);
        }
    }

    void anyDocumentIsReadBack()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random{seed};
        for (int round = 0; round < 400; ++round) {
            Document document;
            const int lines = random.bounded(1, 12);
            for (int i = 0; i < lines; ++i) {
                TextLine line;
                const int pieces = random.bounded(1, 4);
                for (int p = 0; p < pieces; ++p) {
                    QString text;
                    const int size = random.bounded(0, 120);
                    for (int c = 0; c < size; ++c) {
                        // Half of it from where the reserved characters are.
                        char32_t point = random.bounded(2) == 0 ? random.bounded(0x20U, 0x7FU)
                                                                : random.bounded(0xA0U, 0x11000U);
                        text += QChar::isSurrogate(point) ? QStringLiteral("😀") : ofPoint(point);
                    }
                    line.push_back({.text = text, .mark = static_cast<Mark>(random.bounded(3))});
                }
                document.lines.push_back(line);
            }
            const qsizetype max = random.bounded(40, 3000);

            const auto parts = textParts(document, max, max);

            QString shown;
            for (const TextPart& part : parts) {
                QVERIFY2(part.markdown.size() <= max, qPrintable(QString::number(seed)));
                const auto text = test::shownText(part.markdown);
                QVERIFY2(text && *text == part.plain, qPrintable(QString::number(seed)));
                shown += *text;
            }
            // A break takes a newline's place or comes within a line; blank parts are left out.
            QCOMPARE(withoutBlanks(shown), withoutBlanks(plainText(document)));
        }
    }

    void anEmptyDocumentIsNoMessage()
    {
        QVERIFY(textParts({}).empty());
        QVERIFY(textParts(oneLine(QStringLiteral("  "))).empty());
    }

    void aFieldCannotBreakALineOrTurnIt()
    {
        const QString hostile =
            QStringLiteral("a\nK2\r\t\u2028b\u202Ec\u2066d\u0000e\u0085f\u061Cg");
        const QString field = fieldText(hostile);
        for (const QChar unit : field) {
            QVERIFY(unit.isPrint() || unit == u' ');
        }
        QCOMPARE(field.size(), hostile.size());
    }

    void aFieldIsCutAtAWholeCharacter()
    {
        QCOMPARE(fieldText(QStringLiteral("abcdef"), 6), QStringLiteral("abcdef"));
        QCOMPARE(fieldText(QStringLiteral("abcdefg"), 6), QStringLiteral("abcde…"));
        const QString faces = fieldText(QStringLiteral("😀😀😀😀"), 6);
        QCOMPARE(faces, QStringLiteral("😀😀…"));
        QVERIFY(!hasHalfCharacter(faces));
        QCOMPARE(fieldText(QString{QChar{0xD800}} + u'x'), QStringLiteral("\uFFFDx"));
    }
};

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
