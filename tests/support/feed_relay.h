#pragma once

#include <QByteArray>
#include <QObject>
#include <QSemaphore>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
class QTimer;
QT_END_NAMESPACE

namespace test
{
/// What a relay saw on the line. Written on its thread, read from any.
class FeedRelayLog final
{
public:
    struct Figures
    {
        std::uint64_t sent = 0;                      ///< PINGPONGs put in.
        std::uint64_t otherEchoes = 0;               ///< PINGPONG texts that are none of ours.
        std::uint64_t pings = 0;                     ///< WebSocket frames of the client, opcode 9.
        std::uint64_t pongs = 0;                     ///< Opcode 10.
        std::uint64_t records = 0;                   ///< Data frames of the server meanwhile.
        std::vector<std::chrono::nanoseconds> took;  ///< From the line to the line, an echo each.
    };

    [[nodiscard]] Figures figures() const;

private:
    friend class FeedRelay;
    mutable std::mutex m_mutex;
    Figures m_figures;
};

/// Stands between a terminal and the market socket, byte for byte, and puts PINGPONG frames of its
/// own into what the server says; their echoes are timed and kept from the server. Reads the
/// client's frames without any library, so that pings a library sends by itself are seen.
///
/// Thread: its own, by `engine::WorkerThread`.
class FeedRelay final : public QObject
{
    Q_OBJECT

public:
    FeedRelay(std::uint16_t server, std::shared_ptr<FeedRelayLog> log);
    ~FeedRelay() override;

    void start();
    /// Tells by `traded` of each trade of `code` at or below `level` that passes from `watching`
    /// on.
    void watch(const QByteArray& code, std::int64_t level);
    /// Puts `count` PINGPONGs in, one every `every`; `done` gets one when the last echo is here.
    void inject(int count, std::chrono::milliseconds every, std::shared_ptr<QSemaphore> done);

Q_SIGNALS:
    void ready(std::uint16_t port);
    void watching(const QByteArray& code);
    /// `at`: steady clock, before the first byte went on to the client; nanoseconds.
    void traded(const QByteArray& code, std::int64_t at);

private:
    struct Line;

    void accept();
    void serverSpoke(Line& line);
    void clientSpoke(Line& line);
    [[nodiscard]] bool isEchoOfOurs(std::uint8_t opcode, const QByteArray& payload);
    void injectOne();
    void lookAt(const QByteArray& payload);

    std::uint16_t m_port;
    std::shared_ptr<FeedRelayLog> m_log;
    QTcpServer* m_server = nullptr;
    QTimer* m_timer = nullptr;
    std::unique_ptr<Line> m_line;                              ///< The newest connection.
    std::map<QByteArray, std::chrono::nanoseconds> m_waiting;  ///< By text: when it was sent.
    std::map<QByteArray, std::int64_t> m_watched;              ///< By code: at or below, won.
    int m_left = 0;
    std::uint64_t m_number = 0;
    std::shared_ptr<QSemaphore> m_done;
};
}  // namespace test
