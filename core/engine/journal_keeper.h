#pragma once

#include "core/base/result.h"
#include "core/domain/day_record.h"
#include "core/domain/event.h"
#include "core/storage/journal.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace core::engine
{
/// The time between two runs of the program, as the later one's opening tells it; empty = it was
/// the day's first.
[[nodiscard]] std::optional<domain::DataGap> outageOf(const QJsonObject& opening);

struct JournalOptions
{
    QString folder;       ///< Of the files, "DATE.journal" each; made if need be (0700).
    QString account;      ///< Ours: stays out of the file.
    QJsonObject opening;  ///< What this run is; see `DiskRoot`.
    bool isAnew = false;  ///< Another account than before: what is there is set aside.
};

/// The journal of the day: every input of the desk, appended as it comes, one file a date. Each
/// start of the program writes an opening block; where the file had something already, that block
/// tells of the time between, and `outages` has it.
/// Thread: disk.
class JournalKeeper final
{
public:
    explicit JournalKeeper(JournalOptions options) : m_options{std::move(options)} {}

    /// Errors: those of JournalWriter::append. What could not be written is lost to the journal and
    /// counted; the next call tries again.
    [[nodiscard]] base::Status append(const std::vector<domain::Event>& events);
    /// What was appended is on the disk when it returns.
    [[nodiscard]] base::Status sync();

    /// Of the date that is written: when the program was not there.
    [[nodiscard]] const std::vector<domain::DataGap>& outages() const noexcept { return m_outages; }
    /// A damaged file that was renamed, in words; empty = none. Read once.
    [[nodiscard]] QString takeProblem() { return std::exchange(m_problem, {}); }
    [[nodiscard]] std::uint64_t lost() const noexcept { return m_lost; }
    [[nodiscard]] QString fileOf(domain::TradingDate date) const;

private:
    /// What a file held before this run.
    struct Before
    {
        domain::Timestamp until{};
        std::uint64_t number = 0;  ///< Of its last event.
        std::vector<domain::DataGap> outages;
    };

    [[nodiscard]] base::Status begin(const domain::Event& first);
    [[nodiscard]] base::Status goOn(const QString& path, Before& before);
    [[nodiscard]] base::Result<Before> look(const QString& path) const;
    [[nodiscard]] base::Status writeOpening(const domain::Event& first, const Before& before);
    [[nodiscard]] base::Status setAside(const QString& path, const QString& word);

    JournalOptions m_options;
    std::optional<storage::JournalWriter> m_writer;
    domain::TradingDate m_date{};
    std::vector<domain::DataGap> m_outages;
    QString m_problem;
    std::uint64_t m_lost = 0;
};
}  // namespace core::engine
