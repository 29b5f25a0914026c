#include "core/sim/notice_desk.h"

#include <algorithm>

namespace core::sim
{
NoticeDesk::NoticeDesk(const Exchange& exchange, const Credentials& credentials,
                       const base::Clock& clock, FaultPlan& faults, Profile profile)
    : m_exchange{exchange},
      m_credentials{credentials},
      m_clock{clock},
      m_faults{faults},
      m_profile{profile}
{
}

void NoticeDesk::setKey(const QString& key, const QString& iv)
{
    m_key = key;
    m_iv = iv;
}

void NoticeDesk::add(const Notice& notice)
{
    if (m_faults.draw("notice.lost") != nullptr) {
        return;
    }
    Waiting waiting{.due = m_clock.monotonic(), .notice = notice};
    if (const FaultRule* late = m_faults.draw("notice.late")) {
        waiting.due += late->milliseconds();
    }
    waiting.wrongKey = m_faults.draw("notice.wrong_key") != nullptr;
    m_waiting.push_back(waiting);
    if (m_faults.draw("notice.dup") != nullptr) {
        m_waiting.push_back(waiting);
    }
    if (m_faults.draw("notice.foreign") != nullptr) {
        waiting.foreign = true;
        m_waiting.push_back(waiting);
    }
}

std::vector<QString> NoticeDesk::takeDue()
{
    std::vector<QString> frames;
    if (m_waiting.empty()) {
        return frames;
    }
    const std::chrono::nanoseconds now = m_clock.monotonic();
    std::vector<Waiting> later;
    for (const Waiting& waiting : m_waiting) {
        if (waiting.due > now) {
            later.push_back(waiting);
        } else if (const std::optional<QString> text = frame(waiting)) {
            frames.push_back(*text);
        }
    }
    m_waiting = std::move(later);
    return frames;
}

std::optional<QString> NoticeDesk::strayFrame()
{
    Waiting stray;
    stray.foreign = true;
    stray.notice.kind = NoticeKind::Filled;
    stray.notice.number = 1;
    stray.notice.symbol = m_exchange.listings().front().symbol();
    stray.notice.quantity = 1;
    stray.notice.price = m_exchange.listings().front().reference;
    stray.notice.orderQuantity = 1;
    return frame(stray);
}

std::optional<QString> NoticeDesk::frame(const Waiting& waiting) const
{
    if (m_key.isEmpty()) {
        return std::nullopt;
    }
    const FaultRule* layout = m_faults.standing("notice.layout");
    const std::optional<StockId> id = m_exchange.find(waiting.notice.symbol);
    const bool real = m_profile == Profile::Real;
    const QByteArray text = noticeText(
        waiting.notice,
        {.htsId = m_credentials.htsId(),
         .account = waiting.foreign
                        ? QStringLiteral("5099999901")
                        : m_credentials.accountNumber() + m_credentials.accountProduct(),
         .branch = real ? QStringLiteral("06010") : QStringLiteral("00950"),
         .issueName =
             id ? m_exchange.listings()[static_cast<std::size_t>(*id)].instrument.name : QString{},
         .fields = layout != nullptr ? static_cast<int>(layout->amount(23)) : 23});
    const QString key = waiting.wrongKey ? QString(32, u'x') : m_key;
    const base::Result<QByteArray> sealed = encryptNotice(text, key, m_iv);
    if (!sealed) {
        return std::nullopt;
    }
    return QStringLiteral("1|%1|001|%2")
        .arg(real ? QStringLiteral("H0STCNI0") : QStringLiteral("H0STCNI9"),
             QString::fromLatin1(*sealed));
}
}  // namespace core::sim
