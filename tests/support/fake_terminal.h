#pragma once

#include "core/api/terminal.h"
#include "core/config/config_file.h"

#include <QString>

#include <map>
#include <utility>
#include <vector>

namespace test
{
/// A scripted engine: hands out the snapshots a test puts in, remembers what the window asked for.
class FakeTerminal final : public core::api::Terminal
{
    Q_OBJECT

public:
    explicit FakeTerminal(
        core::domain::EnvironmentKind environment = core::domain::EnvironmentKind::Sim)
        : m_configuration{core::config::defaultConfig(environment)}
    {
    }

    void put(core::domain::DeskSnapshot snapshot)
    {
        m_next = std::make_shared<const core::domain::DeskSnapshot>(std::move(snapshot));
    }
    void put(core::domain::SnapshotPtr snapshot) { m_next = std::move(snapshot); }

    core::config::Config& configurationToEdit() { return m_configuration; }
    void setInstruments(std::vector<core::domain::Instrument> instruments)
    {
        m_instruments = std::move(instruments);
    }

    [[nodiscard]] core::domain::SnapshotPtr takeSnapshot() override
    {
        return std::exchange(m_next, nullptr);
    }
    [[nodiscard]] const core::config::Config& configuration() const override
    {
        return m_configuration;
    }
    void screenNow() override { ++screenings; }
    void selectSymbol(const core::domain::Symbol& symbol) override { selections.push_back(symbol); }
    void watchChart(int pane, const core::domain::ChartRequest& request) override
    {
        watched[pane] = request;
    }
    void unwatchChart(int pane) override { watched.erase(pane); }
    void perform(const core::domain::Command& command) override { commands.push_back(command); }
    [[nodiscard]] std::vector<core::domain::Instrument> findInstruments(const QString& text,
                                                                        int countMax) const override
    {
        std::vector<core::domain::Instrument> found;
        for (const core::domain::Instrument& instrument : m_instruments) {
            if (static_cast<int>(found.size()) < countMax
                && (instrument.symbol.toString().contains(text)
                    || instrument.name.contains(text))) {
                found.push_back(instrument);
            }
        }
        return found;
    }

    void wantDays() override { ++daysWanted; }
    void wantDay(core::domain::TradingDate date) override { wantedDays.push_back(date); }
    void exportDay(core::domain::TradingDate date, core::domain::ReportFormat format,
                   const QString& path) override
    {
        exports.push_back({date, format, path});
    }

    void sendDay(core::domain::TradingDate date) override { sentDays.push_back(date); }
    [[nodiscard]] QString whyNotSendable() const override { return notSendable; }
    void cancelClosing() override { ++closingsCancelled; }
    [[nodiscard]] std::vector<core::domain::TradingDate> backups() const override
    {
        return backedUp;
    }
    [[nodiscard]] core::base::Status restoreAtNextStart(core::domain::TradingDate date) override
    {
        restores.push_back(date);
        return core::base::Done{};
    }
    [[nodiscard]] std::vector<core::domain::TextLogLine> textLog(std::uint64_t after) const override
    {
        std::vector<core::domain::TextLogLine> newer;
        for (const core::domain::TextLogLine& line : textLines) {
            if (line.number > after) {
                newer.push_back(line);
            }
        }
        return newer;
    }

    std::vector<core::domain::TextLogLine> textLines;

    std::vector<core::domain::TradingDate> sentDays;
    QString notSendable;
    int closingsCancelled = 0;
    std::vector<core::domain::TradingDate> backedUp;
    std::vector<core::domain::TradingDate> restores;

    struct Export
    {
        core::domain::TradingDate date{};
        core::domain::ReportFormat format = core::domain::ReportFormat::Json;
        QString path;
    };
    int daysWanted = 0;
    std::vector<core::domain::TradingDate> wantedDays;
    std::vector<Export> exports;
    int screenings = 0;
    std::vector<core::domain::Symbol> selections;
    std::map<int, core::domain::ChartRequest> watched;
    std::vector<core::domain::Command> commands;

private:
    core::config::Config m_configuration;
    core::domain::SnapshotPtr m_next;
    std::vector<core::domain::Instrument> m_instruments;
};
}  // namespace test
