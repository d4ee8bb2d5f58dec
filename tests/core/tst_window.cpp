// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The window closes and opens again: zero-window probes (RFC 9293 section 3.8.6.1), and a receiver that does not offer
// it in small steps (3.8.6.2.2) nor takes it back.

#include "core/endpoint_fixture.h"

#include <random>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

/// In this state, with data that waits before a window of zero.
void waitBeforeClosedWindow(Bench& bench, State state, std::uint32_t octets)
{
    bench.bringTo(state);
    bench.peerWindow = 0;
    bench.arrive(ack, bench.tcb().rcv.nxt.value, 101);
    QCOMPARE(bench.call(Send{octets}), QString());
}

EndpointConfig notReading(std::uint32_t buffer)
{
    EndpointConfig config = bench::config();
    config.reading = false;
    config.profile.receiveBuffer = buffer;
    config.profile.delayedAck = Duration::zero();
    return config;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void closed_isProbedAfterAnRtoWithOneOctet();
    void closed_probesComeEverMoreSeldom();
    void closed_answeredProbesGoOnForever();
    void closed_unansweredProbesHaveALimit();
    void closed_userTimeoutIsForPeersThatDoNotAnswer();
    void closed_probeIsTaken_theNextOctetProbes();
    void closed_finIsTheProbeWhereNothingElseWaits_data();
    void closed_finIsTheProbeWhereNothingElseWaits();
    void closed_dataProbesBeforeTheFin();
    void opens_everythingGoesOutAtOnce();
    void opens_withTheProbeTaken_theRestGoesOut();
    void opens_byALittle_theOverrideSendsIt();
    void opens_finFollowsTheData();
    void receiver_zeroWindow_answersProbesWithWhatItExpects();
    void receiver_keepsTheRightEdgeUntilItIsWorthWhile_data();
    void receiver_keepsTheRightEdgeUntilItIsWorthWhile();
    void receiver_neverTakesTheWindowBack_data();
    void receiver_neverTakesTheWindowBack();
    void receiver_afterTheFin_offersNoMore();
    void linux_probesWithAnEmptySegment();
    void linux_aFinWaitsForTheWindow();
    void linux_unansweredProbesHaveALimit();
    void linux_userTimeoutIsForProbesToo();
    void freebsd_probesNoSoonerThanAfterFiveSeconds();
    void freebsd_aReceiverSpeaksUpForTwoSegmentsOrHalfTheBuffer();
    void linux_aReceiverSpeaksUpForTwiceTheWindow();
    void realStacks_offerAllThatIsFreeWithEachAck();
    void realStacks_roundTheWindowUp();
    void realStacks_roundNothingUpThatIsNotThere();
};

// SHLD-29: "the first zero-window probe when a zero window has existed for the retransmission timeout period"
void TestWindow::closed_isProbedAfterAnRtoWithOneOctet()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 100);
    QVERIFY(!bench.isRunning(TimerKind::Retransmission));
    QCOMPARE(bench.left(TimerKind::Persist), Duration(1s));
    QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=101><ACK=301><CTL=ACK><DATA=1>");
    QVERIFY(bench.role() == SegmentRole::WindowProbe);
    QVERIFY(!bench.isRunning(TimerKind::Retransmission));
}

// SHLD-30: "SHOULD increase exponentially the interval between successive probes"
void TestWindow::closed_probesComeEverMoreSeldom()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 100);
    for (const Duration next : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=101><ACK=301><CTL=ACK><DATA=1>");
        QCOMPARE(bench.left(TimerKind::Persist), next);
        bench.arrive(ack, 301, 101);
    }
}

// MUST-37, MAY-8: "A TCP implementation MAY keep its offered receive window closed indefinitely"
void TestWindow::closed_answeredProbesGoOnForever()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 100);
    for (int i = 0; i < 300; ++i) {
        QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=101><ACK=301><CTL=ACK><DATA=1>");
        bench.arrive(ack, 301, 101);
    }
    QCOMPARE(bench.state(), Established);
}

void TestWindow::closed_unansweredProbesHaveALimit()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 100);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=101><ACK=301><CTL=ACK><DATA=1>");
    QCOMPARE(bench.expire(TimerKind::Persist), QString());
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "RetransmissionLimit");
}

void TestWindow::closed_userTimeoutIsForPeersThatDoNotAnswer()
{
    EndpointConfig config = bench::config();
    config.profile.userTimeout = 90s;
    Bench bench(config);
    waitBeforeClosedWindow(bench, Established, 100);
    for (int i = 0; i < 20; ++i) {
        bench.expire(TimerKind::Persist);
        QCOMPARE(bench.state(), Established);
        bench.arrive(ack, 301, 101);
        QCOMPARE(bench.left(TimerKind::User), Duration(90s));
    }
    bench.expire(TimerKind::Persist);
    bench.expire(TimerKind::User);
    QCOMPARE(bench.heard(), "UserTimedOut");
}

void TestWindow::closed_probeIsTaken_theNextOctetProbes()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 100);
    bench.expire(TimerKind::Persist);
    bench.expire(TimerKind::Persist);
    bench.arrive(ack, 301, 102); // taken, and still no room
    QCOMPARE(bench.heard(), "DataAcknowledged 1");
    QCOMPARE(bench.left(TimerKind::Persist), Duration(4s)); // the window is as closed as before: SHLD-30 goes on
    QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=102><ACK=301><CTL=ACK><DATA=1>");
    QCOMPARE(bench.left(TimerKind::Persist), Duration(8s));
}

void TestWindow::closed_finIsTheProbeWhereNothingElseWaits_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<State>("after");
    QTest::addColumn<QString>("probe");
    QTest::newRow("ESTABLISHED") << Established << FinWait1 << "<SEQ=101><ACK=301><CTL=FIN,ACK>";
    QTest::newRow("CLOSE_WAIT") << CloseWait << LastAck << "<SEQ=101><ACK=302><CTL=FIN,ACK>";
}

void TestWindow::closed_finIsTheProbeWhereNothingElseWaits()
{
    QFETCH(State, state);
    QFETCH(State, after);
    Bench bench;
    bench.bringTo(state);
    bench.peerWindow = 0;
    bench.arrive(ack, bench.tcb().rcv.nxt.value, 101);
    QCOMPARE(bench.call(Close{}), QString());
    QTEST(bench.expire(TimerKind::Persist), "probe");
    QCOMPARE(bench.state(), after);
    QTEST(bench.expire(TimerKind::Persist), "probe");
    bench.arrive(ack, bench.tcb().rcv.nxt.value, 102);
    QVERIFY(!bench.isRunning(TimerKind::Persist));
    QCOMPARE(bench.state(), after == FinWait1 ? FinWait2 : Closed);
}

void TestWindow::closed_dataProbesBeforeTheFin()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 1);
    bench.call(Close{});
    QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=101><ACK=301><CTL=ACK><DATA=1>");
    bench.arrive(ack, 301, 102);
    QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=102><ACK=301><CTL=FIN,ACK>");
    bench.arrive(ack, 301, 103);
    QCOMPARE(bench.state(), FinWait2);
}

void TestWindow::opens_everythingGoesOutAtOnce()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 1000);
    bench.expire(TimerKind::Persist);
    bench.peerWindow = 4096;
    QCOMPARE(bench.arrive(ack, 301, 101), "<SEQ=101><ACK=301><CTL=ACK><DATA=1000>");
    QVERIFY(!bench.isRunning(TimerKind::Persist));
    QVERIFY(bench.isRunning(TimerKind::Retransmission));
    bench.arrive(ack, 301, 1101);
    QVERIFY(!bench.endpoint.nextDeadline());
}

void TestWindow::opens_withTheProbeTaken_theRestGoesOut()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 1000);
    bench.expire(TimerKind::Persist);
    bench.peerWindow = 4096;
    QCOMPARE(bench.arrive(ack, 301, 102), "<SEQ=102><ACK=301><CTL=ACK><DATA=999>");
    QVERIFY(!bench.isRunning(TimerKind::Persist));
}

void TestWindow::opens_byALittle_theOverrideSendsIt()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 1000);
    bench.peerWindow = 10;
    QCOMPARE(bench.arrive(ack, 301, 101), QString());
    QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=101><ACK=301><CTL=ACK><DATA=10>");
    QVERIFY(bench.role() == SegmentRole::Regular);
}

void TestWindow::opens_finFollowsTheData()
{
    Bench bench;
    waitBeforeClosedWindow(bench, Established, 10);
    bench.call(Close{});
    bench.peerWindow = 10; // room for the data, not for the FIN
    QCOMPARE(bench.arrive(ack, 301, 101), "<SEQ=101><ACK=301><CTL=ACK><DATA=10>");
    QCOMPARE(bench.arrive(ack, 301, 111), "<SEQ=111><ACK=301><CTL=FIN,ACK>");
}

// 3.8.6.1: "it must still send an acknowledgment showing its next expected sequence number and current window (zero)"
void TestWindow::receiver_zeroWindow_answersProbesWithWhatItExpects()
{
    Bench bench(notReading(100));
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 100);
    QCOMPARE(bench.arrive(ack, 401, 101, 1), "<SEQ=101><ACK=401><CTL=ACK>");
    QCOMPARE(bench.segments().front().window, std::uint16_t{0});
    QCOMPARE(bench.reason(), Reason::ZeroWindow);
    QCOMPARE(bench.arrive(finAck, 401, 101), "<SEQ=101><ACK=401><CTL=ACK>");
    QCOMPARE(bench.state(), Established);
    QCOMPARE(bench.arrive(ack, 401, 101), QString()); // an ACK alone takes no room
}

void TestWindow::receiver_keepsTheRightEdgeUntilItIsWorthWhile_data()
{
    QTest::addColumn<std::uint32_t>("buffer");
    QTest::addColumn<std::uint32_t>("step");
    QTest::newRow("half of a small buffer") << 1000U << 500U;
    QTest::newRow("a full segment") << 20000U << 1460U;
}

// 3.8.6.2.2: "RCV.BUFF - RCV.USER - RCV.WND >= min( Fr * RCV.BUFF, Eff.snd.MSS )"
void TestWindow::receiver_keepsTheRightEdgeUntilItIsWorthWhile()
{
    QFETCH(std::uint32_t, buffer);
    QFETCH(std::uint32_t, step);
    Bench bench(notReading(buffer));
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, buffer);
    QCOMPARE(bench.segments().front().window, std::uint16_t{0});
    QCOMPARE(bench.call(Receive{step - 1}), QString());
    QCOMPARE(bench.call(Receive{1}), QStringLiteral("<SEQ=101><ACK=%1><CTL=ACK>").arg(301 + buffer));
    QCOMPARE(std::uint32_t{bench.segments().front().window}, step);
    QCOMPARE(bench.call(Receive{1}), QString());
    QCOMPARE(bench.tcb().rcv.wnd, step);
}

void TestWindow::receiver_neverTakesTheWindowBack_data()
{
    QTest::addColumn<int>("scale"); // -1: none
    QTest::newRow("unscaled") << -1;
    QTest::newRow("scaled by 4") << 4;
}

// SHLD-14: "A TCP receiver SHOULD NOT shrink the window, i.e., move the right window edge to the left"
void TestWindow::receiver_neverTakesTheWindowBack()
{
    QFETCH(int, scale);
    std::mt19937 random(4711);
    const auto below = [&random](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
    EndpointConfig config = notReading(5000);
    Bench bench(config);
    if (scale >= 0) {
        config.profile.windowScale = static_cast<std::uint8_t>(scale);
        bench = Bench(config);
        bench.peerOptions.windowScale = std::uint8_t{0};
    }
    bench.bringTo(Established);
    Seq edge = bench.tcb().rcv.nxt + bench.tcb().rcv.wnd;
    for (int i = 0; i < 5000; ++i) {
        const Seq next = bench.tcb().rcv.nxt;
        if (below(2) == 0)
            bench.arrive(ack, next.value + below(50), 101, below(1500));
        else
            bench.call(Receive{below(800)});
        const Seq newEdge = bench.tcb().rcv.nxt + bench.tcb().rcv.wnd;
        QVERIFY(atOrBefore(edge, newEdge));
        QVERIFY(bench.tcb().rcv.wnd + bench.tcb().received.unread() <= 5000);
        edge = newEdge;
        for (const Segment& sent : bench.segments()) {
            const std::uint32_t offered = std::uint32_t{sent.window} << (scale < 0 ? 0 : scale);
            QVERIFY2(atOrBefore(sent.ack + offered, edge), "never more is offered than there is room for");
        }
    }
}

void TestWindow::receiver_afterTheFin_offersNoMore()
{
    Bench bench(notReading(1000));
    bench.bringTo(Established);
    bench.arrive(finAck, 301, 101, 900);
    QCOMPARE(bench.state(), CloseWait);
    QCOMPARE(bench.call(Receive{900}), QString());
}

// tcp_write_wakeup(), tcp_xmit_probe_skb(): "Use a previous sequence. This should cause the other end to send an ack."
void TestWindow::linux_probesWithAnEmptySegment()
{
    Bench bench(bench::config(*findProfile("linux")));
    waitBeforeClosedWindow(bench, Established, 100);
    QCOMPARE(bench.left(TimerKind::Persist), Duration(201ms)); // an RTO
    for (int i = 1; i < 9; ++i) {
        QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=100><ACK=301><CTL=ACK>");
        QVERIFY(bench.role() == SegmentRole::WindowProbe);
        QCOMPARE(bench.left(TimerKind::Persist), (1 << i) * Duration(201ms));
        bench.arrive(ack, 301, 101);
    }
    QVERIFY(bench.tcb().outstanding.empty());
    bench.peerWindow = 4096;
    QCOMPARE(bench.arrive(ack, 301, 101), "<SEQ=101><ACK=301><CTL=ACK><DATA=100>");
    QVERIFY(!bench.isRunning(TimerKind::Persist));
    QVERIFY(bench.isRunning(TimerKind::Retransmission));
}

// tcp_snd_wnd_test(): it takes a number of its own, and that lies beyond the window.
void TestWindow::linux_aFinWaitsForTheWindow()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(Established);
    bench.peerWindow = 0;
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.call(Close{}), QString());
    QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=100><ACK=301><CTL=ACK>");
    bench.peerWindow = 1;
    QCOMPARE(bench.arrive(ack, 301, 101), "<SEQ=101><ACK=301><CTL=FIN,ACK>");
    QCOMPARE(bench.state(), FinWait1);
}

void TestWindow::linux_unansweredProbesHaveALimit()
{
    Bench bench(bench::config(*findProfile("linux")));
    waitBeforeClosedWindow(bench, Established, 100);
    for (int i = 0; i < 15; ++i)
        QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=100><ACK=301><CTL=ACK>");
    QCOMPARE(bench.expire(TimerKind::Persist), QString());
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "RetransmissionLimit");
}

// tcp_probe_timer(): TCP_USER_TIMEOUT, since the first probe that was not answered
void TestWindow::linux_userTimeoutIsForProbesToo()
{
    EndpointConfig config = bench::config(*findProfile("linux"));
    config.profile.userTimeout = 90s;
    Bench bench(config);
    waitBeforeClosedWindow(bench, Established, 100);
    bench.expire(TimerKind::Persist);
    QCOMPARE(bench.left(TimerKind::User), Duration(90s));
    bench.expire(TimerKind::Persist);
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.left(TimerKind::User), Duration(90s));
    bench.peerWindow = 4096;
    bench.now += 80s;
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.left(TimerKind::User), Duration(90s)); // that of the text
    bench.expire(TimerKind::User);
    QCOMPARE(bench.heard(), "UserTimedOut");
}

// net.inet.tcp.persmin
void TestWindow::freebsd_probesNoSoonerThanAfterFiveSeconds()
{
    Bench bench(bench::config(*findProfile("freebsd")));
    waitBeforeClosedWindow(bench, Established, 100);
    QCOMPARE(bench.left(TimerKind::Persist), Duration(5s));
    bench.expire(TimerKind::Persist);
    QCOMPARE(bench.left(TimerKind::Persist), Duration(5s));
}

// tcp_output(): adv >= 2 * t_maxseg and a quarter of the buffer, or half of it
void TestWindow::freebsd_aReceiverSpeaksUpForTwoSegmentsOrHalfTheBuffer()
{
    EndpointConfig config = notReading(20'000);
    config.profile.windowUpdate = WindowUpdate::TwoSegments;
    Bench bench(config);
    bench.bringTo(Established);
    for (std::uint32_t seq = 301; seq < 301 + 14'600; seq += 1460)
        bench.arrive(ack, seq, 101, 1460);
    QCOMPARE(bench.tcb().rcv.wnd, 5400U);
    QCOMPARE(bench.call(Receive{2920}), QString()); // two segments, but less than a quarter
    QCOMPARE(bench.call(Receive{2079}), QString());
    QCOMPARE(bench.call(Receive{1}), "<SEQ=101><ACK=14901><CTL=ACK>");
    QCOMPARE(bench.tcb().rcv.wnd, 10'400U);
}

// tcp_cleanup_rbuf(): "'Lots' means 'at least twice' here."
void TestWindow::linux_aReceiverSpeaksUpForTwiceTheWindow()
{
    EndpointConfig config = notReading(20'000);
    config.profile.windowUpdate = WindowUpdate::Doubled;
    Bench bench(config);
    bench.bringTo(Established);
    for (std::uint32_t seq = 301; seq < 301 + 14'600; seq += 1460)
        bench.arrive(ack, seq, 101, 1460);
    QCOMPARE(bench.call(Receive{5399}), QString());
    QCOMPARE(bench.call(Receive{1}), "<SEQ=101><ACK=14901><CTL=ACK>");
    QCOMPARE(bench.tcb().rcv.wnd, 10'800U);
    QCOMPARE(bench.call(Receive{9200}), QString()); // more than half is open already
}

void TestWindow::realStacks_offerAllThatIsFreeWithEachAck()
{
    for (const WindowUpdate update : {WindowUpdate::OneSegment, WindowUpdate::Doubled, WindowUpdate::TwoSegments}) {
        EndpointConfig config = notReading(20'000);
        config.profile.windowUpdate = update;
        config.reading = true;
        Bench bench(config);
        bench.bringTo(Established);
        bench.arrive(ack, 301, 101, 100);
        const bool isText = update == WindowUpdate::OneSegment; // less than a segment: the right edge stays
        QCOMPARE(std::uint32_t{bench.segments().front().window}, isText ? 19'900U : 20'000U);
    }
}

// RFC 7323 section 2.4 has it that a window must not shrink by what its scale cuts off.
void TestWindow::realStacks_roundTheWindowUp()
{
    for (const char* name : {"linux", "freebsd"}) {
        EndpointConfig config = bench::config(*findProfile(name));
        config.reading = false;
        config.profile.delayedAck = Duration::zero();
        Bench bench(config);
        bench.peerOptions.windowScale = std::uint8_t{0};
        bench.bringTo(Established);
        const std::uint32_t unit = 1U << bench.tcb().rcv.scale;
        const std::uint32_t offered = bench.tcb().rcv.wnd;
        bench.arrive(ack, 301, 101, unit + 1);
        const std::uint32_t left = bench.segments().front().window * unit;
        QVERIFY(left >= offered - (unit + 1));
        QVERIFY(left < offered); // but not by a whole unit
        QCOMPARE(bench.tcb().rcv.wnd, left);
    }
}

/// One octet after the other must not open a window that has no room behind it.
void TestWindow::realStacks_roundNothingUpThatIsNotThere()
{
    EndpointConfig config = bench::config(*findProfile("linux"));
    config.reading = false;
    config.profile.receiveBuffer = 70'000;
    config.profile.delayedAck = Duration::zero();
    Bench bench(config);
    bench.peerOptions.windowScale = std::uint8_t{0};
    bench.bringTo(Established);
    std::uint32_t seq = 301;
    for (; bench.tcb().received.unread() < 69'900; seq += 100)
        bench.arrive(ack, seq, 101, 100);
    for (int i = 0; i < 1000; ++i, ++seq)
        bench.arrive(ack, seq, 101, 1);
    QVERIFY(bench.tcb().received.unread() <= 70'000 + (1U << bench.tcb().rcv.scale));
    QCOMPARE(bench.segments().front().window, std::uint16_t{0});
}

QTEST_APPLESS_MAIN(TestWindow)
#include "tst_window.moc"
