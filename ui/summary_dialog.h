#pragma once

#include "core/config/config.h"
#include "core/domain/day_summary.h"
#include "ui/summary_rows.h"
#include "ui/theme.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace ui
{
class DeskTable;
class EquityView;
class GuardBar;
class SummaryTiles;

/// The daily summary: headline against the day before and the guard, equity curve, and the day's
/// tables. It shows what it is given and asks by signals: a day, a file, a message.
///
/// Nothing is shown twice as if it were new: until the asked-for day arrives the old one stays,
/// under its own date. UI thread.
class SummaryDialog final : public QDialog
{
    Q_OBJECT

public:
    SummaryDialog(const core::config::GuardSection& limits, QWidget* parent);

    void setTheme(const Theme& theme, int fontPoints);
    /// Days that can be opened, in any order; the shown one stays chosen.
    void setDays(std::vector<core::domain::TradingDate> days);
    /// The day to show; never null.
    void showDay(const core::domain::DayPtr& day);
    /// Where the file dialog opens first.
    void setExportFolder(const QString& folder) { m_exportFolder = folder; }
    /// Asks for the file; `path` as chosen, empty = given up. The menu does it after its question.
    void exportTo(core::domain::ReportFormat format, QString path);
    /// What came of an export or a message, in words.
    void tell(const QString& text);
    /// Why the day cannot be sent, in words; empty = it can.
    void setSendable(const QString& whyNot);

    [[nodiscard]] const core::domain::DayPtr& day() const { return m_day; }
    [[nodiscard]] DeskTable& table(SummaryPart part);
    [[nodiscard]] SummaryTiles& tiles() { return *m_tiles; }
    [[nodiscard]] EquityView& curve() { return *m_curve; }
    [[nodiscard]] GuardBar& guardBar() { return *m_guard; }
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }
    [[nodiscard]] QComboBox& days() { return *m_days; }

Q_SIGNALS:
    void dayWanted(core::domain::TradingDate date);
    /// `path` as the trader chose it, suffix included.
    void exportWanted(core::domain::TradingDate date, core::domain::ReportFormat format,
                      const QString& path);
    void sendWanted(core::domain::TradingDate date);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeHead();
    void makeTables();
    void makeButtons();
    void fitButtons();
    void retranslate();
    void fillDays();
    void fill();
    void fillGuard();
    void step(int days);
    void updateSteps();
    void askFile(core::domain::ReportFormat format);
    [[nodiscard]] const core::domain::Day& shown() const;

    Theme m_theme;
    int m_fontPoints = 10;
    core::domain::DayPtr m_day;                      // Null before the first.
    std::vector<core::domain::TradingDate> m_known;  // Newest first.
    QString m_whyNotSend;
    QString m_exportFolder;

    QToolButton* m_earlier = nullptr;
    QComboBox* m_days = nullptr;
    QToolButton* m_later = nullptr;
    QLabel* m_environment = nullptr;
    QLabel* m_guardCaption = nullptr;
    GuardBar* m_guard = nullptr;
    SummaryTiles* m_tiles = nullptr;
    QSplitter* m_splitter = nullptr;
    EquityView* m_curve = nullptr;
    QTabWidget* m_tabs = nullptr;
    std::vector<DeskTable*> m_tables;     // By SummaryPart.
    std::vector<SummaryTable*> m_models;  // By SummaryPart.
    QLabel* m_told = nullptr;
    QPushButton* m_send = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_close = nullptr;
    std::vector<QAction*> m_formats;
};
}  // namespace ui
