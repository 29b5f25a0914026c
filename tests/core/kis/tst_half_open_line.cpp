// C02: a line that is dead and does not say so (a router restarts, a NAT forgets): sending works,
// nothing fails, nothing comes. In a network of this process's own, whose only line is switched
// off.

#include "tests/core/kis/feed_rig.h"
#include "tests/support/expect_warning.h"

#include <QTest>

#include <cerrno>
#include <cstring>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using core::domain::FeedKey;
using core::domain::FeedState;
using core::domain::Stream;
using test::feedKey;
using test::FeedRig;
using namespace std::chrono_literals;

namespace
{
/// Switches the loopback of this network on or off.
bool setLine(bool up)
{
    const int control = ::socket(AF_INET, SOCK_DGRAM, 0);
    ifreq request{};
    std::strncpy(request.ifr_name, "lo", IFNAMSIZ - 1);
    bool done = ::ioctl(control, SIOCGIFFLAGS, &request) == 0;
    const int flags = up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP;
    request.ifr_flags = static_cast<short>(flags);
    done = done && ::ioctl(control, SIOCSIFFLAGS, &request) == 0;
    ::close(control);
    return done;
}

/// Empty on success, else why the kernel refuses. Before any thread is made.
QByteArray leaveTheNetwork()
{
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
        return QByteArrayLiteral("this machine allows no network of one's own: ")
               + std::strerror(errno);
    }
    return setLine(true) ? QByteArray{} : QByteArrayLiteral("the own network has no line");
}

std::vector<FeedKey> fiveTrades()
{
    std::vector<FeedKey> keys{feedKey(Stream::Notice)};
    for (const char* code : {"005930", "000660", "035720", "005380", "035420"}) {
        keys.push_back(feedKey(Stream::Trade, code));
    }
    return keys;
}
}  // namespace

class TestHalfOpenLine : public QObject
{
    Q_OBJECT

public:
    explicit TestHalfOpenLine(QByteArray refused) : m_refused{std::move(refused)} {}

private Q_SLOTS:
    void c02_aLineThatIsDeadInSilenceIsStaleAndThenReplaced()
    {
        if (!m_refused.isEmpty()) {
            QSKIP(m_refused.constData());
        }
        FeedRig rig;
        rig.session->setContinuousSession(true);
        QVERIFY(rig.goLive(fiveTrades()));

        QVERIFY(setLine(false));
        QTest::qWait(20);  // What the socket has to say, it may say now.
        test::expectWarning("stale, no frame for 10 s");
        test::expectWarning("no frame for 25 s");
        rig.pass(10500ms);
        QVERIFY2(rig.session->figures().stale, "entries are blocked");
        QCOMPARE(rig.state(), FeedState::Live);
        rig.pass(14600ms);
        QCOMPARE(rig.state(), FeedState::Waiting);
        QVERIFY(setLine(true));

        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        QCOMPARE(rig.session->figures().acknowledged, 6U);
        QCOMPARE(rig.server.connections, 2);
    }

    void c02_aRegistrationIntoADeadLineIsNoRegistration()
    {
        if (!m_refused.isEmpty()) {
            QSKIP(m_refused.constData());
        }
        FeedRig rig;
        QVERIFY(rig.goLive(fiveTrades()));

        QVERIFY(setLine(false));
        std::vector<FeedKey> more = fiveTrades();
        more.push_back(feedKey(Stream::Quote, "005930"));
        rig.session->setWanted(more);
        rig.pass(2s);
        QTest::qWait(20);
        QVERIFY2(rig.state() == FeedState::Registering, "sending works and nothing fails");
        QCOMPARE(rig.session->figures().acknowledged, 6U);
        test::expectWarning("not answered, twice");
        rig.pass(4200ms);
        QCOMPARE(rig.state(), FeedState::Waiting);
        QVERIFY(setLine(true));

        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        QCOMPARE(rig.session->figures().acknowledged, 7U);
        QCOMPARE(rig.server.connections, 2);
    }

private:
    QByteArray m_refused;
};

int main(int argc, char** argv)
{
    TestHalfOpenLine test{leaveTheNetwork()};
    QCoreApplication application{argc, argv};
    return QTest::qExec(&test, argc, argv);
}
#include "moc_feed_rig.cpp"
#include "tst_half_open_line.moc"
