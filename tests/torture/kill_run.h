#pragma once

#include "core/base/crash_point.h"
#include "tests/torture/compare.h"
#include "tests/torture/coverage.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace torture
{
struct KillRunOptions
{
    int number = 0;
    quint64 seed = 1;
    QString binaries;     ///< Folder of torture_desk and kis-simulator.
    QString breaks;       ///< "", "send-first", "no-fsync"
    bool isTwin = false;  ///< Neither kills nor faults.
};

struct KillRunResult
{
    Verdict verdict;
    int kills = 0;
    int starts = 0;
    qint64 tookMs = 0;
    QJsonObject desk;
    bool finished = false;
};

/// One run: a simulator, and a terminal that is killed and started until it is quiet.
/// `done` is called once, from the event loop.
class KillRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KillRun)

public:
    KillRun(KillRunOptions options, Coverage& coverage,
            std::function<void(const KillRunResult&)> done);
    ~KillRun() override;

    void start();

    /// The reply faults every run has a share of.
    [[nodiscard]] static QStringList faultNames();

private:
    void simulatorSpoke();
    void startDesk();
    void deskEnded();
    void planKill(QStringList& arguments);
    void looseDisk();
    void askTruth();
    void finish(bool quiet, const QString& why);
    void tell(const QString& why);

    KillRunOptions m_options;
    Coverage& m_coverage;
    std::function<void(const KillRunResult&)> m_done;
    QRandomGenerator m_random;
    QTemporaryDir m_folder;
    QProcess m_simulator;
    std::unique_ptr<QProcess> m_desk;
    QTimer m_killTimer;
    QTimer m_patience;
    QElapsedTimer m_clock;
    QElapsedTimer m_life;
    QNetworkAccessManager m_http;
    QString m_rest;
    std::optional<core::base::CrashPoint> m_armed;
    bool m_forgetful = false;
    bool m_shot = false;  ///< We killed it.
    bool m_overdue = false;
    int m_killsPlanned = 1;
    KillRunResult m_result;
};
}  // namespace torture
