#pragma once

#include "core/sim/exchange.h"
#include "core/sim/simulator_counters.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QWebSocket>

#include <array>
#include <memory>
#include <string_view>
#include <vector>

namespace core::sim
{
/// One registration of a session.
struct Registration
{
    QString trId;
    QString trKey;
};

/// One market socket: its registrations and the frames being filled for it.
/// Lives on the simulator's thread; owned by RealtimeServer.
class RealtimeSession final
{
    Q_DISABLE_COPY_MOVE(RealtimeSession)

public:
    RealtimeSession(std::unique_ptr<QWebSocket> socket, SimulatorCounters& counters);

    [[nodiscard]] QWebSocket& socket() noexcept { return *m_socket; }
    [[nodiscard]] std::vector<Registration>& registrations() noexcept { return m_registrations; }
    [[nodiscard]] bool isRegistered(const QString& trId, const QString& trKey) const;

    /// Adds a record to the frame of its stream; full frames leave at once.
    void add(Stream stream, std::string_view record);
    /// Sends what is waiting.
    void flush();
    void sendText(const QString& text);
    /// Records a frame may hold; more when there is much to say.
    void setBatch(int records) noexcept { m_batch = records; }

    bool endsCleanly = false;           ///< A Close frame came or went.
    QElapsedTimer sinceUnansweredPing;  ///< Valid while a PINGPONG waits for its echo.
    QElapsedTimer sincePing;
    qint64 nextPingAfter = 0;  ///< Milliseconds after `sincePing`.

private:
    struct Frame
    {
        QByteArray records;
        int count = 0;
    };
    void send(Stream stream);

    std::unique_ptr<QWebSocket> m_socket;
    SimulatorCounters& m_counters;
    std::vector<Registration> m_registrations;
    std::array<Frame, kStreamCount> m_frames;
    int m_batch = 20;
};
}  // namespace core::sim
