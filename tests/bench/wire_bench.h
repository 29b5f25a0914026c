#pragma once

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

/// What the benchmarks of the whole wire share.
namespace bench
{
inline std::chrono::nanoseconds now()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

/// Stands between the program and the broker and notes when an order's first byte arrives.
class OrderRelay final : public QObject
{
    Q_OBJECT

public:
    explicit OrderRelay(std::uint16_t broker) : m_broker{broker} {}
    void start()
    {
        m_server = new QTcpServer{this};
        connect(m_server, &QTcpServer::newConnection, this, &OrderRelay::accept);
        m_server->listen(QHostAddress::LocalHost);
        Q_EMIT ready(m_server->serverPort());
    }

Q_SIGNALS:
    void ready(std::uint16_t port);
    void firstByte(const QByteArray& code, std::int64_t at);

private:
    void accept()
    {
        while (QTcpSocket* client = m_server->nextPendingConnection()) {
            auto* broker = new QTcpSocket{client};
            broker->connectToHost(QHostAddress::LocalHost, m_broker);
            connect(client, &QTcpSocket::readyRead, this,
                    [this, client, broker, order = Request{}]() mutable {
                        const std::chrono::nanoseconds at = now();
                        const QByteArray bytes = client->readAll();
                        look(order, bytes, at);
                        broker->write(bytes);
                    });
            connect(broker, &QTcpSocket::readyRead, this,
                    [client, broker] { client->write(broker->readAll()); });
            connect(broker, &QTcpSocket::disconnected, client,
                    [client] { client->disconnectFromHost(); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    /// An order that has begun to come; its head and its body may come apart.
    struct Request
    {
        std::chrono::nanoseconds at{};
        QByteArray bytes;
    };

    void look(Request& order, const QByteArray& bytes, std::chrono::nanoseconds at)
    {
        if (bytes.startsWith("POST /uapi/domestic-stock/v1/trading/order-cash")) {
            order = {at, {}};
        } else if (order.at.count() == 0) {
            return;
        }
        order.bytes += bytes;
        const qsizetype code = order.bytes.indexOf("\"PDNO\":\"");
        constexpr qsizetype kCode = 8;
        constexpr qsizetype kLength = 6;
        if (code >= 0 && order.bytes.size() >= code + kCode + kLength) {
            Q_EMIT firstByte(order.bytes.mid(code + kCode, kLength), order.at.count());
            order = {};
        }
    }

    std::uint16_t m_broker;
    QTcpServer* m_server = nullptr;
};

/// Runs the event loop until `enough()`.
template <typename Enough>
void waitFor(Enough enough)
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (enough()) {
            loop.quit();
        }
    });
    timer.start(1);
    loop.exec();
}

inline void print(const char* what, std::vector<std::int64_t> nanoseconds)
{
    if (nanoseconds.empty()) {
        std::printf("%-44s not measured\n", what);
        return;
    }
    std::sort(nanoseconds.begin(), nanoseconds.end());
    const auto at = [&](double share) {
        const auto index =
            static_cast<std::size_t>(share * static_cast<double>(nanoseconds.size() - 1));
        return static_cast<double>(nanoseconds[index]) / 1e6;
    };
    std::printf("%-44s p50 %7.3f  p99 %7.3f  max %7.3f ms  (%zu)\n", what, at(0.5), at(0.99),
                at(1.0), nanoseconds.size());
}
}  // namespace bench
