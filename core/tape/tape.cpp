#include "core/tape/tape.h"

#include "core/base/decimal.h"
#include "core/domain/price_steps.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace core::tape
{
using base::Error;
using base::ErrorCode;
using base::Result;

namespace
{
constexpr qint64 kFileBytesMax = 512LL * 1024 * 1024;
constexpr std::int64_t kSharesMax = 4'000'000'000;  // Times the highest price it fits 64 bits.
constexpr std::int64_t kChangeRateMax = 1'000'000;  // 10,000 %, in 1/100 %.

enum class Column : std::size_t
{
    Time,
    Code,
    Price,
    Qty,
    AccVolume,
    LastQty,
    ChangeRate,
    Ask1,
    Bid1,
    TotalAsk,
    TotalBid,
    Vwap,
    DayHigh,
    DayLow,
    Phase,
    Count,
};
constexpr std::array<const char*, static_cast<std::size_t>(Column::Count)> kColumnNames{
    "time", "code",      "price",     "qty",  "acc_volume", "last_qty", "change_rate", "ask1",
    "bid1", "total_ask", "total_bid", "vwap", "day_high",   "day_low",  "phase"};

struct Cell
{
    std::string_view text;
    int column = 1;  ///< First character, from 1.
};

std::vector<Cell> splitLine(std::string_view line)
{
    std::vector<Cell> cells;
    std::size_t from = 0;
    for (;;) {
        const std::size_t comma = line.find(',', from);
        const std::size_t end = comma == std::string_view::npos ? line.size() : comma;
        cells.push_back({line.substr(from, end - from), static_cast<int>(from) + 1});
        if (comma == std::string_view::npos) {
            return cells;
        }
        from = comma + 1;
    }
}

/// Reads the rows of one file; knows where it is, for the errors.
class Reader final
{
public:
    /// `symbols` are those of all files so far.
    Reader(QString file, std::optional<domain::TradingDate> date,
           std::unordered_set<domain::Symbol>& symbols)
        : m_file{std::move(file)}, m_date{date}, m_symbols{symbols}
    {
    }

    Result<Tape> read(std::string_view text)
    {
        Tape tape;
        std::size_t from = 0;
        while (from < text.size()) {
            std::size_t end = text.find('\n', from);
            end = end == std::string_view::npos ? text.size() : end;
            std::string_view line = text.substr(from, end - from);
            from = end + 1;
            ++m_line;
            if (line.ends_with('\r')) {
                line.remove_suffix(1);
            }
            if (m_line == 1) {
                const base::Status header = readHeader(line);
                if (!header) {
                    return header.error();
                }
                continue;
            }
            if (line.empty()) {
                continue;
            }
            Result<TapeRow> row = readRow(line);
            if (!row) {
                return row.error();
            }
            if (!tape.rows.empty() && row->at < tape.rows.back().at) {
                return fail(1, QStringLiteral("the time goes back; rows must be sorted"));
            }
            tape.rows.push_back(*row);
        }
        if (tape.rows.empty()) {
            return fail(1, QStringLiteral("no rows"));
        }
        tape.sampled = has(Column::LastQty);
        tape.date = *m_date;
        return tape;
    }

private:
    [[nodiscard]] Error fail(int column, const QString& what) const
    {
        return {ErrorCode::Malformed, QStringLiteral("%1, line %2, column %3: %4")
                                          .arg(m_file)
                                          .arg(m_line)
                                          .arg(column)
                                          .arg(what)};
    }
    [[nodiscard]] bool has(Column column) const
    {
        return m_index[static_cast<std::size_t>(column)] >= 0;
    }

    base::Status readHeader(std::string_view line)
    {
        m_index.fill(-1);
        if (line.starts_with("\xEF\xBB\xBF")) {
            line.remove_prefix(3);
        }
        const std::vector<Cell> cells = splitLine(line);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto known = std::find(kColumnNames.begin(), kColumnNames.end(), cells[i].text);
            if (known == kColumnNames.end()) {
                return fail(cells[i].column, QStringLiteral("unknown column"));
            }
            m_index[static_cast<std::size_t>(known - kColumnNames.begin())] = static_cast<int>(i);
        }
        m_cells = cells.size();
        const bool plain = has(Column::Qty);
        const bool complete = has(Column::Time) && has(Column::Code) && has(Column::Price)
                              && has(Column::AccVolume)
                              && (plain
                                  || (has(Column::LastQty) && has(Column::ChangeRate)
                                      && has(Column::DayHigh) && has(Column::DayLow)));
        if (!complete) {
            return fail(1, QStringLiteral("the header lacks a required column"));
        }
        return base::Done{};
    }

    Result<std::int64_t> number(const std::vector<Cell>& cells, Column column, int scale,
                                bool required, std::int64_t most)
    {
        const int index = m_index[static_cast<std::size_t>(column)];
        if (index < 0) {
            return std::int64_t{0};
        }
        const Cell& cell = cells[static_cast<std::size_t>(index)];
        if (cell.text.empty() && !required) {
            return std::int64_t{0};
        }
        Result<std::int64_t> value = base::parseDecimal(cell.text, scale);
        const bool mayBeNegative = column == Column::ChangeRate;
        if (!value || (*value < 0 && !mayBeNegative)) {
            return fail(cell.column, QStringLiteral("not a number that can stand here"));
        }
        if (*value > most || *value < -most) {
            return fail(cell.column, QStringLiteral("beyond what a market can show"));
        }
        return value;
    }

    Result<TapeRow> readRow(std::string_view line)
    {
        const std::vector<Cell> cells = splitLine(line);
        if (cells.size() != m_cells) {
            return fail(
                1, QStringLiteral("%1 fields, the header has %2").arg(cells.size()).arg(m_cells));
        }
        TapeRow row;
        const base::Status head = readTimeAndCode(row, cells);
        if (!head) {
            return head.error();
        }
        const bool mayLackPrice = row.phase == TapePhase::Vi || row.phase == TapePhase::Halt;
        const Column quantity = has(Column::Qty) ? Column::Qty : Column::LastQty;
        struct Target
        {
            Column column;
            int scale;
            bool required;
            std::int64_t most;
            std::int64_t value = 0;
        };
        constexpr std::int64_t kPrice = domain::kPriceMax.won();
        std::array<Target, 11> targets{{{Column::Price, 0, !mayLackPrice, kPrice},
                                        {quantity, 0, !mayLackPrice, kSharesMax},
                                        {Column::AccVolume, 0, !mayLackPrice, kSharesMax},
                                        {Column::Ask1, 0, false, kPrice},
                                        {Column::Bid1, 0, false, kPrice},
                                        {Column::TotalAsk, 0, false, kSharesMax},
                                        {Column::TotalBid, 0, false, kSharesMax},
                                        {Column::Vwap, 2, false, kPrice * 100},
                                        {Column::DayHigh, 0, false, kPrice},
                                        {Column::DayLow, 0, false, kPrice},
                                        {Column::ChangeRate, 2, false, kChangeRateMax}}};
        for (Target& target : targets) {
            const Result<std::int64_t> value =
                number(cells, target.column, target.scale, target.required, target.most);
            if (!value) {
                return value.error();
            }
            target.value = *value;
        }
        row.price = static_cast<std::int32_t>(targets[0].value);
        row.quantity = targets[1].value;
        row.accVolume = targets[2].value;
        row.detail = {.ask = static_cast<std::int32_t>(targets[3].value),
                      .bid = static_cast<std::int32_t>(targets[4].value),
                      .totalAsk = targets[5].value,
                      .totalBid = targets[6].value,
                      .vwapCents = targets[7].value,
                      .dayHigh = static_cast<std::int32_t>(targets[8].value),
                      .dayLow = static_cast<std::int32_t>(targets[9].value)};
        row.changeRateCenti = static_cast<std::int32_t>(targets[10].value);
        row.given = givenCells(cells);
        if (!mayLackPrice && (row.price == 0 || row.quantity == 0)) {
            return fail(1, QStringLiteral("price and quantity must be above 0"));
        }
        return row;
    }

    [[nodiscard]] std::uint32_t givenCells(const std::vector<Cell>& cells) const
    {
        // In the order of TapeCell.
        constexpr std::array<Column, 7> kOptional{Column::Ask1,     Column::Bid1, Column::TotalAsk,
                                                  Column::TotalBid, Column::Vwap, Column::DayHigh,
                                                  Column::DayLow};
        std::uint32_t given = 0;
        for (std::size_t i = 0; i < kOptional.size(); ++i) {
            const int index = m_index[static_cast<std::size_t>(kOptional[i])];
            if (index >= 0 && !cells[static_cast<std::size_t>(index)].text.empty()) {
                given |= 1U << i;
            }
        }
        return given;
    }

    /// Fills `row`'s time, symbol and phase. (A member so that the reader's date can be checked.)
    base::Status readTimeAndCode(TapeRow& row, const std::vector<Cell>& cells)
    {
        const auto cellOf = [&](Column column) {
            return cells[static_cast<std::size_t>(m_index[static_cast<std::size_t>(column)])];
        };
        const Cell time = cellOf(Column::Time);
        QString text =
            QString::fromUtf8(time.text.data(), static_cast<qsizetype>(time.text.size()));
        if (text.size() > 11 && text.at(10) == u'T') {
            const std::optional<domain::TradingDate> date = domain::parseDate(text.left(10));
            if (!date) {
                return fail(time.column, QStringLiteral("not a date"));
            }
            if (m_date && *m_date != *date) {
                return fail(time.column, QStringLiteral("a second date; a tape is one day"));
            }
            m_date = date;
            text = text.mid(11);
        }
        const std::optional<domain::TimeOfDay> at = domain::parseTimeOfDay(text);
        if (!at) {
            return fail(time.column, QStringLiteral("not a time HH:MM:SS.mmm"));
        }
        if (!m_date) {
            return fail(time.column,
                        QStringLiteral("the day is unknown: name the file YYYY-MM-DD or give a "
                                       "date"));
        }
        row.at = static_cast<std::int32_t>(at->count());
        const Cell code = cellOf(Column::Code);
        const std::optional<domain::Symbol> symbol = domain::Symbol::parse(code.text);
        if (!symbol) {
            return fail(code.column, QStringLiteral("not an issue code"));
        }
        m_symbols.insert(*symbol);
        if (m_symbols.size() > kTapeSymbolsMax) {
            return fail(code.column,
                        QStringLiteral("more than %1 issue codes").arg(kTapeSymbolsMax));
        }
        row.symbol = *symbol;
        if (has(Column::Phase)) {
            const Cell phase = cellOf(Column::Phase);
            constexpr std::array<std::string_view, 7> kPhases{"",   "pre",  "regular", "auction",
                                                              "vi", "halt", "after"};
            const auto known = std::find(kPhases.begin(), kPhases.end(), phase.text);
            if (known == kPhases.end()) {
                return fail(phase.column, QStringLiteral("unknown phase"));
            }
            row.phase = static_cast<TapePhase>(known - kPhases.begin());
        }
        return base::Done{};
    }

    QString m_file;
    std::optional<domain::TradingDate> m_date;
    std::unordered_set<domain::Symbol>& m_symbols;
    std::array<int, static_cast<std::size_t>(Column::Count)> m_index{};
    std::size_t m_cells = 0;
    int m_line = 0;
};

/// The previous close that explains most of the rows' rounded change rates.
std::int32_t impliedReference(const std::vector<const TapeRow*>& rows)
{
    const TapeRow& first = *rows.front();
    if (first.changeRateCenti <= -10'000) {
        return first.price;
    }
    const double guess = first.price / (1.0 + first.changeRateCenti / 10'000.0);
    domain::Price candidate =
        domain::roundDownToStep(domain::Price::fromWon(static_cast<std::int64_t>(guess)));
    for (int i = 0; i < 8 && candidate.won() > 1; ++i) {
        candidate = domain::nextDown(candidate);
    }
    const std::size_t stride = rows.size() / 40 + 1;
    domain::Price best = candidate;
    int bestHits = -1;
    for (int i = 0; i < 18; ++i, candidate = domain::nextUp(candidate)) {
        int hits = 0;
        for (std::size_t r = 0; r < rows.size(); r += stride) {
            const double rate = (rows[r]->price - static_cast<double>(candidate.won())) * 10'000.0
                                / static_cast<double>(candidate.won());
            const double off = rate - rows[r]->changeRateCenti;
            hits += off > -0.51 && off < 0.51 ? 1 : 0;
        }
        if (hits > bestHits) {
            bestHits = hits;
            best = candidate;
        }
    }
    return static_cast<std::int32_t>(best.won());
}
}  // namespace

std::vector<TapeListing> Tape::listings() const
{
    struct Issue
    {
        const TapeRow* first = nullptr;
        const TapeRow* last = nullptr;
        std::vector<const TapeRow*> sampledRows;
    };
    std::unordered_map<domain::Symbol, Issue> issues;
    for (const TapeRow& row : rows) {
        if (row.price <= 0) {
            continue;
        }
        Issue& issue = issues[row.symbol];
        issue.first = issue.first == nullptr ? &row : issue.first;
        issue.last = &row;
        if (sampled) {
            issue.sampledRows.push_back(&row);
        }
    }
    std::vector<TapeListing> out;
    out.reserve(issues.size());
    for (const auto& [symbol, issue] : issues) {
        out.push_back(
            {.symbol = symbol,
             .reference = sampled ? impliedReference(issue.sampledRows) : issue.first->price,
             .volume = issue.last->accVolume});
    }
    std::sort(out.begin(), out.end(),
              [](const TapeListing& a, const TapeListing& b) { return a.symbol < b.symbol; });
    return out;
}

Result<Tape> loadTapes(const QStringList& files, std::optional<domain::TradingDate> date)
{
    Tape all;
    std::unordered_set<domain::Symbol> symbols;
    for (const QString& name : files) {
        QFile file{name};
        if (!file.open(QIODevice::ReadOnly) || file.size() > kFileBytesMax) {
            return Error{ErrorCode::Io,
                         QStringLiteral("%1: the tape cannot be read (%2)")
                             .arg(name, file.isOpen() ? QStringLiteral("larger than 512 MB")
                                                      : file.errorString())};
        }
        const QByteArray text = file.readAll();
        const std::optional<domain::TradingDate> named =
            domain::parseDate(QFileInfo{name}.completeBaseName());
        Reader reader{name, date ? date : named, symbols};
        Result<Tape> tape = reader.read({text.constData(), static_cast<std::size_t>(text.size())});
        if (!tape) {
            return tape.error();
        }
        if (all.isEmpty()) {
            all = std::move(tape).value();
            continue;
        }
        if (tape->date != all.date || tape->sampled != all.sampled) {
            return Error{
                ErrorCode::Malformed,
                QStringLiteral("%1: its day or kind differs from the first tape's").arg(name)};
        }
        all.rows.insert(all.rows.end(), tape->rows.begin(), tape->rows.end());
    }
    std::stable_sort(all.rows.begin(), all.rows.end(),
                     [](const TapeRow& a, const TapeRow& b) { return a.at < b.at; });
    return all;
}
}  // namespace core::tape
