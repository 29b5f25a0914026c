#pragma once

#include "core/domain/text_log.h"
#include "ui/theme.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <deque>
#include <vector>

namespace ui
{
/// The text log: rows are appended, the oldest leave when the list is full, nothing else moves.
class TextLogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Time,
        Level,
        Category,
        Text,
        kColumns,
    };
    static constexpr int kRowsMax = 2'000;

    explicit TextLogModel(QObject* parent = nullptr);

    /// Appends what is newer than the newest row. `lines` are in order, newest last.
    void append(const std::vector<core::domain::TextLogLine>& lines);
    void setTheme(const Theme& theme);
    void retranslate();
    /// Number of the newest line ever appended; 0 = none.
    [[nodiscard]] std::uint64_t newest() const noexcept { return m_newest; }
    [[nodiscard]] const core::domain::TextLogLine& line(int row) const
    {
        return m_lines.at(static_cast<std::size_t>(row));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::deque<core::domain::TextLogLine> m_lines;
    std::uint64_t m_newest = 0;
    Theme m_theme;
};

/// The lines of one severity and above whose text or category contains what was typed.
class TextLogFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TextLogFilter(TextLogModel& lines, QObject* parent = nullptr);

    void setLeastSeverity(core::domain::Severity severity);
    void setText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const TextLogModel& m_lines;
    core::domain::Severity m_least = core::domain::Severity::Info;
    QString m_text;
};
}  // namespace ui
