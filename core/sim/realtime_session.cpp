#include "core/sim/realtime_session.h"

#include <algorithm>

namespace core::sim
{
namespace
{
constexpr std::array<const char*, kStreamCount> kStreamIds{"H0STCNT0", "H0STASP0", "H0STANC0",
                                                           "H0STMKO0", "H0STCNI0"};
}  // namespace

RealtimeSession::RealtimeSession(std::unique_ptr<QWebSocket> socket, SimulatorCounters& counters)
    : m_socket{std::move(socket)}, m_counters{counters}
{
    sincePing.start();
}

bool RealtimeSession::isRegistered(const QString& trId, const QString& trKey) const
{
    return std::any_of(m_registrations.begin(), m_registrations.end(),
                       [&](const Registration& r) { return r.trId == trId && r.trKey == trKey; });
}

void RealtimeSession::add(Stream stream, std::string_view record)
{
    Frame& frame = m_frames[static_cast<std::size_t>(stream)];
    if (frame.count != 0) {
        frame.records += '^';
    }
    frame.records.append(record.data(), static_cast<qsizetype>(record.size()));
    if (++frame.count >= m_batch) {
        send(stream);
    }
}

void RealtimeSession::flush()
{
    for (std::size_t i = 0; i < kStreamCount; ++i) {
        send(static_cast<Stream>(i));
    }
}

void RealtimeSession::send(Stream stream)
{
    Frame& frame = m_frames[static_cast<std::size_t>(stream)];
    if (frame.count == 0) {
        return;
    }
    QString text = QStringLiteral("0|%1|%2|")
                       .arg(QLatin1String{kStreamIds[static_cast<std::size_t>(stream)]},
                            QString::number(frame.count).rightJustified(3, u'0'));
    text += stream == Stream::Operation ? QString::fromUtf8(frame.records)
                                        : QString::fromLatin1(frame.records);
    m_socket->sendTextMessage(text);
    m_counters.addRecords(stream, frame.count);
    m_counters.addFrames(1);
    frame.records.resize(0);
    frame.count = 0;
}

void RealtimeSession::sendText(const QString& text)
{
    m_socket->sendTextMessage(text);
}
}  // namespace core::sim
