#include "core/market/symbol_table.h"

#include <QTest>

#include <map>
#include <random>
#include <string>

using namespace core;

namespace
{
domain::Symbol symbol(const std::string& text)
{
    return domain::Symbol::parse(std::string_view{text}).value();
}
}  // namespace

class TestSymbolTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesDenseIdsInOrderOfFirstUse()
    {
        market::SymbolTable table;

        QCOMPARE(table.insert(symbol("005930")).index(), 0U);
        QCOMPARE(table.insert(symbol("0001A0")).index(), 1U);
        QCOMPARE(table.insert(symbol("000660")).index(), 2U);
        QCOMPARE(table.insert(symbol("005930")).index(), 0U);
        QCOMPARE(table.insert(symbol("0001A0")).index(), 1U);
        QCOMPARE(table.size(), 3U);
        QCOMPARE(table.symbol(market::SymbolId{1}).toString(), QStringLiteral("0001A0"));
    }

    void doesNotConfuseCodesThatLookAlike()
    {
        market::SymbolTable table;
        const std::vector<std::string> codes{"000000", "00000",  "0000000", "999999", "99999",
                                             "00104K", "001040", "Q530031", "530031", "0"};
        for (const std::string& code : codes) {
            QVERIFY2(!table.find(symbol(code)), code.c_str());
            table.insert(symbol(code));
        }
        for (std::size_t i = 0; i < codes.size(); ++i) {
            QCOMPARE(table.find(symbol(codes[i]))->index(), i);
        }
    }

    void agreesWithAMapOnManyRandomCodes()
    {
        constexpr unsigned kSeed = 20261124;
        std::mt19937 random{kSeed};
        const std::string letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        market::SymbolTable table;
        std::map<std::string, std::size_t> reference;
        for (int i = 0; i < 20'000; ++i) {
            // Mostly digits, few different ones, so that repeats and collisions come.
            std::string code(1 + random() % 7, '0');
            for (char& unit : code) {
                unit = letters[random() % (random() % 3 == 0 ? letters.size() : 10)];
            }
            const auto [known, isNew] = reference.emplace(code, reference.size());
            QCOMPARE(table.find(symbol(code)).has_value(), !isNew);
            QCOMPARE(table.insert(symbol(code)).index(), known->second);
        }
        for (const auto& [code, index] : reference) {
            QCOMPARE(table.find(symbol(code))->index(), index);
        }
    }
};

QTEST_GUILESS_MAIN(TestSymbolTable)
#include "tst_symbol_table.moc"
