#pragma once

#include <QObject>

namespace app
{
/// Writes to the log how long the program took from its start to the first paint of `window`, and
/// what it had resident then; once. UI thread.
class StartMeter final : public QObject
{
    Q_OBJECT

public:
    explicit StartMeter(QObject* window);

    bool eventFilter(QObject* watched, QEvent* event) override;

    /// Milliseconds since the kernel started this process (10 ms steps); -1 if it cannot be read.
    [[nodiscard]] static int sinceStartMs();
    /// Resident memory in MiB; -1 if it cannot be read.
    [[nodiscard]] static int residentMiB();

private:
    bool m_painted = false;
};
}  // namespace app
