#include "ui/screen_model.h"

#include "ui/format.h"
#include "ui/rule_lookup.h"

#include <algorithm>
#include <unordered_map>

namespace ui
{
namespace domain = core::domain;
using domain::Symbol;

namespace
{
constexpr std::chrono::milliseconds kSortEvery{500};

ScreenLine lineOf(const domain::ScreenRow& row, const domain::SymbolView* live)
{
    ScreenLine line{.symbol = row.symbol,
                    .name = {},
                    .rank = row.rank,
                    .previousRank = row.previousRank,
                    .score = row.score,
                    .axes = row.axes,
                    .eligible = row.eligible,
                    .whyNot = row.whyNot,
                    .last = {},
                    .base = {},
                    .value = row.tradedValue,
                    .spread = {},
                    .slot = {}};
    if (live == nullptr) {
        return line;
    }
    line.name = live->name;
    line.last = live->last;
    line.base = live->base;
    if (live->accTurnover.value() > 0) {
        line.value = live->accTurnover;
    }
    const std::int64_t ask = live->ask.won();
    const std::int64_t bid = live->bid.won();
    if (ask > 0 && bid > 0 && ask >= bid) {
        line.spread = (ask - bid) * 2'000'000 / (ask + bid);
    }
    line.strengthCenti = live->strengthCenti;
    line.slot = live->slot;
    if (line.slot.restAgeMs) {
        line.slot.restAgeMs = *line.slot.restAgeMs / 1'000 * 1'000;
    }
    line.halted = live->halted;
    line.inVi = live->inVi;
    return line;
}

std::int64_t axisValue(const ScreenLine& line, domain::ScreenAxis axis)
{
    // Unknown sorts below everything known.
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
    return line.axes[static_cast<std::size_t>(axis)].value.value_or(kLeast);
}

std::int64_t sortNumber(const ScreenLine& line, ScreenColumn column)
{
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
    switch (column) {
    case ScreenColumn::Rank:
    case ScreenColumn::Code:
    case ScreenColumn::Name:
        return line.rank;
    case ScreenColumn::Move:
        return line.previousRank ? *line.previousRank - line.rank : 1'000;
    case ScreenColumn::Price:
        return line.last.won();
    case ScreenColumn::Change:
        return changeOf(line.last, line.base).value_or(kLeast);
    case ScreenColumn::Score:
        return line.score;
    case ScreenColumn::Value:
        return line.value.value();
    case ScreenColumn::Slot:
        return (line.slot.trade ? 2 : 0) + (line.slot.quote ? 1 : 0);
    case ScreenColumn::Auto:
        return static_cast<std::int64_t>(std::max(line.automation, line.master));
    case ScreenColumn::Spread:
        return line.spread.value_or(axisValue(line, domain::ScreenAxis::Spread));
    case ScreenColumn::Momentum:
        return axisValue(line, domain::ScreenAxis::Momentum);
    case ScreenColumn::Volatility:
        return axisValue(line, domain::ScreenAxis::Volatility);
    case ScreenColumn::Strength:
        return line.strengthCenti;
    case ScreenColumn::WhyNot:
        return static_cast<std::int64_t>(line.whyNot.size());
    }
    return 0;
}

/// Whether the two differ at most in what trades and quotes change.
bool sameScreening(const ScreenLine& a, const ScreenLine& b)
{
    return a.rank == b.rank && a.previousRank == b.previousRank && a.score == b.score
           && a.axes == b.axes && a.eligible == b.eligible && a.whyNot == b.whyNot
           && a.name == b.name && a.halted == b.halted && a.inVi == b.inVi
           && a.automation == b.automation && a.master == b.master;
}

/// Strict order by the column, then by rank, then by symbol, so that equal cells never swap.
bool comesBefore(const ScreenLine& a, const ScreenLine& b, ScreenColumn column, bool ascending)
{
    int order = 0;
    if (column == ScreenColumn::Code) {
        order = a.symbol < b.symbol ? -1 : b.symbol < a.symbol ? 1 : 0;
    } else if (column == ScreenColumn::Name) {
        order = QString::compare(a.name, b.name);
    } else {
        const std::int64_t left = sortNumber(a, column);
        const std::int64_t right = sortNumber(b, column);
        order = left < right ? -1 : right < left ? 1 : 0;
    }
    if (order != 0) {
        return ascending ? order < 0 : order > 0;
    }
    return a.rank != b.rank ? a.rank < b.rank : a.symbol < b.symbol;
}
}  // namespace

ScreenModel::ScreenModel(QObject* parent) : QAbstractTableModel{parent} {}

void ScreenModel::apply(const domain::ScreenResult& screen,
                        const std::vector<domain::SymbolView>& symbols,
                        std::chrono::milliseconds now)
{
    std::vector<ScreenLine> source;
    source.reserve(screen.rows.size());
    for (std::size_t i = 0; i < screen.rows.size(); ++i) {
        const domain::ScreenRow& row = screen.rows[i];
        const domain::SymbolView* live = nullptr;
        if (i < symbols.size() && symbols[i].symbol == row.symbol) {
            live = &symbols[i];  // The snapshot lists them in this order.
        } else {
            const auto found = std::find_if(
                symbols.begin(), symbols.end(),
                [&row](const domain::SymbolView& view) { return view.symbol == row.symbol; });
            live = found == symbols.end() ? nullptr : &*found;
        }
        source.push_back(lineOf(row, live));
        const auto own = m_automation.find(row.symbol);
        source.back().automation = own == m_automation.end() ? domain::AutoState::On : own->second;
        source.back().master = m_master;
    }
    m_source = std::move(source);
    refresh(now, false);
}

void ScreenModel::setDesk(const domain::DeskSnapshot& desk)
{
    m_master = masterOf(desk);
    m_automation.clear();
    if (desk.rules) {
        for (const domain::SymbolAutomation& one : desk.rules->automation) {
            m_automation.insert_or_assign(one.symbol, one.state);
        }
    }
    if (desk.trading) {
        for (const domain::Position& one : desk.trading->positions) {
            m_automation.insert_or_assign(one.symbol, one.automation);
        }
    }
}

void ScreenModel::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    refresh(m_now, true);
}

void ScreenModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kScreenColumns - 1);
    if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kScreenColumns - 1));
    }
}

void ScreenModel::refresh(std::chrono::milliseconds now, bool sortNow)
{
    m_now = now;
    if (!m_frozen || sortNow) {
        removeGone();
        insertNew();
    }
    updateKept();
    const bool due = !m_sortedAt || now - *m_sortedAt >= kSortEvery;
    if (sortNow || (!m_frozen && due)) {
        m_sortedAt = now;
        reorder();
    }
}

bool ScreenModel::passesFilter(const ScreenLine& line) const
{
    return m_filter.isEmpty() || line.symbol.toString().contains(m_filter, Qt::CaseInsensitive)
           || line.name.contains(m_filter, Qt::CaseInsensitive);
}

void ScreenModel::removeGone()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const Symbol symbol = line(row).symbol;
        const bool kept = std::any_of(
            m_source.begin(), m_source.end(), [this, symbol](const ScreenLine& candidate) {
                return candidate.symbol == symbol && passesFilter(candidate);
            });
        if (!kept) {
            beginRemoveRows({}, row, row);
            m_lines.erase(m_lines.begin() + row);
            endRemoveRows();
        }
    }
}

void ScreenModel::insertNew()
{
    std::vector<ScreenLine> fresh;
    for (const ScreenLine& candidate : m_source) {
        if (passesFilter(candidate) && rowOf(candidate.symbol) < 0) {
            fresh.push_back(candidate);
        }
    }
    if (fresh.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_lines.insert(m_lines.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void ScreenModel::updateKept()
{
    int first = -1;
    int last = -1;
    bool liveOnly = true;
    std::unordered_map<Symbol, const ScreenLine*> bySymbol;
    for (const ScreenLine& candidate : m_source) {
        bySymbol.emplace(candidate.symbol, &candidate);
    }
    for (int row = 0; row < rowCount(); ++row) {
        ScreenLine& shown = m_lines[static_cast<std::size_t>(row)];
        const auto found = bySymbol.find(shown.symbol);
        if (found == bySymbol.end() || shown == *found->second) {
            continue;
        }
        liveOnly = liveOnly && sameScreening(shown, *found->second);
        shown = *found->second;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first < 0) {
        return;
    }
    // Between two screenings only prices move: names and reasons need no painting then.
    const int from = liveOnly ? static_cast<int>(ScreenColumn::Price) : 0;
    const int to = liveOnly ? static_cast<int>(ScreenColumn::Strength) : kScreenColumns - 1;
    Q_EMIT dataChanged(index(first, from), index(last, to));
}

void ScreenModel::reorder()
{
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const auto before = [this, ascending](const ScreenLine& a, const ScreenLine& b) {
        return comesBefore(a, b, m_sortColumn, ascending);
    };
    if (std::is_sorted(m_lines.begin(), m_lines.end(), before)) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<Symbol> symbols;
    symbols.reserve(static_cast<std::size_t>(from.size()));
    for (const QModelIndex& at : from) {
        symbols.push_back(line(at.row()).symbol);
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), before);
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i) {
        to.push_back(index(rowOf(symbols[static_cast<std::size_t>(i)]), from[i].column()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int ScreenModel::rowOf(const Symbol& symbol) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&symbol](const ScreenLine& l) { return l.symbol == symbol; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int ScreenModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ScreenModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kScreenColumns;
}

QVariant ScreenModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ScreenLine& shown = line(index.row());
    const auto column = static_cast<ScreenColumn>(index.column());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return screenCellText(shown, column);
    }
    if (role == Qt::ToolTipRole) {
        return screenCellToolTip(shown, column);
    }
    if (role == SortRole) {
        return QVariant::fromValue<qlonglong>(sortNumber(shown, column));
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(isTextColumn(column) ? Qt::AlignLeft | Qt::AlignVCenter
                                                        : Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QVariant ScreenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kScreenColumns) {
        return {};
    }
    const auto column = static_cast<ScreenColumn>(section);
    if (role == Qt::DisplayRole) {
        return screenColumnTitle(column);
    }
    if (role == Qt::ToolTipRole) {
        return screenColumnHelp(column);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(isTextColumn(column) ? Qt::AlignLeft | Qt::AlignVCenter
                                                        : Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

void ScreenModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kScreenColumns) {
        m_sortColumn = ScreenColumn::Rank;
        m_sortOrder = Qt::AscendingOrder;
    } else {
        m_sortColumn = static_cast<ScreenColumn>(column);
        m_sortOrder = order;
    }
    // The trader asked for it: at once, frozen or not.
    refresh(m_now, true);
}
}  // namespace ui

#include "moc_screen_model.cpp"
