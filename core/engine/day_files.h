#pragma once

#include "core/base/result.h"
#include "core/domain/day_summary.h"
#include "core/report/report_words.h"

#include <QString>

namespace core::engine
{
/// Pictures and PDF can be made: there are fonts, because the program has a GUI application.
[[nodiscard]] bool canDraw();

/// The date `days` before `date`.
[[nodiscard]] domain::TradingDate before(domain::TradingDate date, std::chrono::days days);

struct DayFilesOptions
{
    QString reports;  ///< Folder of DATE.json, .html, .pdf and the CSV files.
    QString backups;  ///< Folder of the copies.
    report::Language language = report::Language::Korean;
    int backupsKept = 30;  ///< Of each sort.
    std::chrono::days keepBars{400};
    std::chrono::days keepDecisions{60};
    std::chrono::days keepJournals{60};
};

/// The files of a day for people and for bad days: reports and backups. Every file is whole or not
/// there: it is written beside its name and renamed.
/// Thread: disk.
class DayFiles final
{
public:
    explicit DayFiles(DayFilesOptions options) : m_options{std::move(options)} {}

    /// One file; CSV is the table of trades. Errors: Io.
    [[nodiscard]] static base::Status write(const domain::Day& day, domain::ReportFormat format,
                                            const QString& path, report::Language language);
    /// All reports of the day (the PDF only where the program can draw): DATE.json, .html, .pdf,
    /// -trades.csv, -fills.csv, -minutes.csv and -reasons.csv. Errors: Io.
    [[nodiscard]] base::Status writeAll(const domain::Day& day) const;
    /// Errors: Io. A day without a journal is none.
    [[nodiscard]] base::Status copyJournal(const QString& journal, domain::TradingDate date) const;
    /// Removes all but the newest of each sort.
    [[nodiscard]] base::Status keepNewest() const;
    [[nodiscard]] base::Status removeOldJournals(const QString& folder,
                                                 domain::TradingDate before) const;

private:
    DayFilesOptions m_options;
};
}  // namespace core::engine
