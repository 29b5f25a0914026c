// The part of RealtimeServer that the fault plan reaches.
#include "core/sim/realtime_server.h"

namespace core::sim
{
void RealtimeServer::acknowledge(RealtimeSession& session, const SubscribeRequest& request)
{
    const QString key = keyText(32, false);
    const QString iv = keyText(16, true);
    if (isNoticeStream(request.trId)) {
        m_noticeDesk.setKey(key, iv);
        if (m_faults.draw("notice.before_key") != nullptr) {
            if (const std::optional<QString> stray = m_noticeDesk.strayFrame()) {
                session.sendText(*stray);
            }
        }
    }
    session.sendText(subscribeAck(request.trId, request.trKey, key, iv));
}

std::chrono::milliseconds RealtimeServer::linger() const
{
    const FaultRule* rule = m_faults.standing("ws.session.linger");
    return rule != nullptr ? rule->milliseconds() : m_options.knobs.sessionLinger;
}

bool RealtimeServer::isStalled() const
{
    return m_stalled.isValid() && !m_stalled.hasExpired(m_stallMs);
}

void RealtimeServer::act(const FaultRule& rule)
{
    if (rule.name == u"ws.stall") {
        m_stalled.start();
        m_stallMs = rule.amount(3'600'000);
    } else if (rule.name == u"ws.hold_appkey") {
        m_foreign.start();
        m_foreignMs = rule.amount(90'000);
        if (m_holder != nullptr) {
            m_holder->socket().abort();
        }
    } else if (rule.name == u"ws.close" && m_holder != nullptr) {
        if (rule.value == u"1000") {
            m_holder->socket().close();
        } else {
            m_holder->socket().abort();
        }
    }
}

void RealtimeServer::add(Stream stream, std::string_view record)
{
    const FaultRule* extra = m_faults.standing("schema.extra");
    if (extra == nullptr && m_faults.standing("schema.less") == nullptr) {
        m_holder->add(stream, record);
        return;
    }
    // Fields the broker appended, or one it took away.
    std::string changed{record};
    if (extra != nullptr) {
        for (std::int64_t i = 0; i < extra->amount(1); ++i) {
            changed += "^0";
        }
    } else {
        changed.resize(changed.find_last_of('^'));
    }
    m_holder->add(stream, changed);
}

void RealtimeServer::addTrade(std::string_view record)
{
    const FaultRule* fault = m_faults.draw("tick.fault");
    if (fault != nullptr && fault->value == u"reorder" && m_heldTrade.empty()) {
        m_heldTrade = record;  // Comes after its successor.
        return;
    }
    add(Stream::Trade, record);
    if (fault != nullptr && fault->value == u"dup") {
        add(Stream::Trade, record);
    }
    if (fault != nullptr && fault->value == u"rewind" && !m_lastTrade.empty()) {
        add(Stream::Trade, m_lastTrade);
    }
    if (!m_heldTrade.empty()) {
        add(Stream::Trade, m_heldTrade);
        m_heldTrade.clear();
    }
    m_lastTrade = record;
}
}  // namespace core::sim
