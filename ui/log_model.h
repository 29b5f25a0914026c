#pragma once

#include "core/domain/log_entry.h"
#include "ui/theme.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>
#include <deque>
#include <vector>

namespace ui
{
/// The event log: rows are appended, the oldest leave when the list is full, nothing else moves.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Time,
        Level,
        Issue,
        Text,
        Advice,
        kColumns,
    };
    static constexpr int kRowsMax = 2'000;

    explicit LogModel(QObject* parent = nullptr);

    /// Appends what is newer than the newest row. `entries` are in order, newest last.
    void apply(const std::vector<core::domain::LogEntry>& entries);
    void setTheme(const Theme& theme);
    void retranslate();
    [[nodiscard]] const core::domain::LogEntry& entry(int row) const
    {
        return m_entries.at(static_cast<std::size_t>(row));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QColor colourOf(core::domain::Severity severity) const;

    std::deque<core::domain::LogEntry> m_entries;
    std::uint64_t m_newest = 0;
    bool m_any = false;
    Theme m_theme;
    std::array<QIcon, 4> m_icons;  // By Severity.
};
}  // namespace ui
