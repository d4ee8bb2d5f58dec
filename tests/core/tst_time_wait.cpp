// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// TIME_WAIT: how long it lasts, what prolongs it, what cuts it short, and how it is left for a new connection (RFC 9293
// section 3.6.1, RFC 1337, RFC 6191).

#include "core/endpoint_fixture.h"
#include "core/rfc5961.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

EndpointConfig withTimestamps()
{
    EndpointConfig config = bench::config();
    config.profile.timestamps = true;
    return config;
}

Segment stamped(Segment segment, std::uint32_t value)
{
    segment.options.timestamps = Timestamps{value, 1};
    return segment;
}

/// TIME_WAIT with TS.Recent = 1000, SND.NXT = 102 and RCV.NXT = 302.
void bringToTimeWaitWithTimestamps(Bench& bench)
{
    bench.call(OpenActive{});
    bench.arrive(stamped(segment(synAck, 300, 101), 1000));
    bench.call(Close{});
    bench.arrive(stamped(segment(finAck, 301, 102), 1000));
    QCOMPARE(bench.state(), TimeWait);
}

} // namespace

class TestTimeWait : public QObject
{
    Q_OBJECT

private slots:
    void lastsTwoMsl_data();
    void lastsTwoMsl();
    void stopsAllOtherTimers();
    void repeatedFin_isAcknowledgedAndRestarts2Msl_data();
    void repeatedFin_isAcknowledgedAndRestarts2Msl();
    void oldDuplicate_isAcknowledgedAndRestartsNothing();
    void reset_endsItUnlessTheProfileFollowsRfc1337();
    void oldDuplicateThenReset_isTheHazardOfRfc1337();
    void newSyn_beginsANewIncarnation();
    void newSyn_getsAnIssBeyondTheOldSequenceNumbers();
    void synWithinTheOldSequenceNumbers_isAcknowledged();
    void newSyn_withText_keepsItForEstablished();
    void newSyn_isChallengedWhereTheProfileDoesNotReopen();
    void synAck_beginsNothing();
    void reopened_established_isAnOrdinaryConnection();
    void reopened_reset_goesBackToTimeWait();
    void reopened_reset_knowsTheOldConnectionAgain();
    void reopenedAndClosed_reset_goesBackToTimeWait();
    void reopenedAndClosed_established_isResetLikeAnyOther();
    void reopened_neverAcknowledged_goesBackToTimeWait_data();
    void reopened_neverAcknowledged_goesBackToTimeWait();
    void timestampsDecideWhetherASynIsNew_data();
    void timestampsDecideWhetherASynIsNew();
};

void TestTimeWait::lastsTwoMsl_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("seconds");
    QTest::newRow("rfc9293") << "rfc9293" << 240; // 3.4.2: "the MSL is taken to be 2 minutes"
    QTest::newRow("linux") << "linux" << 60;
    QTest::newRow("freebsd") << "freebsd" << 60;
}

// MUST-13: "it MUST linger in the TIME-WAIT state for a time 2xMSL"
void TestTimeWait::lastsTwoMsl()
{
    QFETCH(QString, profile);
    QFETCH(int, seconds);
    Bench bench(bench::config(*findProfile(profile.toStdString())));
    bench.bringTo(TimeWait);
    QCOMPARE(bench.left(TimerKind::TimeWait), Duration(std::chrono::seconds{seconds}));
    QCOMPARE(bench.expire(TimerKind::TimeWait), QString());
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "ConnectionClosed");
    QCOMPARE(bench.tcb(), Tcb{});
}

// 3.10.7.4, eighth: "start the time-wait timer, turn off the other timers"
void TestTimeWait::stopsAllOtherTimers()
{
    EndpointConfig config = bench::config();
    config.keepAlive = true;
    config.profile.userTimeout = 5min;
    config.profile.finWait2Timeout = 1min;
    config.profile.resetOnDataAfterClose = false;
    Bench bench(config);
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 10); // a delayed ACK
    bench.call(Close{.stillReading = false});
    bench.arrive(ack, 311, 102, 10);
    QCOMPARE(bench.state(), FinWait2);
    bench.arrive(finAck, 321, 102);
    for (const TimerKind kind : allTimers)
        QCOMPARE(bench.isRunning(kind), kind == TimerKind::TimeWait);
}

void TestTimeWait::repeatedFin_isAcknowledgedAndRestarts2Msl_data()
{
    QTest::addColumn<std::uint32_t>("seq");
    QTest::addColumn<std::uint32_t>("octets");
    QTest::newRow("the FIN alone") << 321U << 0U;
    QTest::newRow("with the text before it") << 301U << 20U;
    QTest::newRow("with half of the text") << 311U << 10U;
}

// 3.10.7.4, fifth: "The only thing that can arrive in this state is a retransmission of the remote FIN. Acknowledge it,
// and restart the 2 MSL timeout."
void TestTimeWait::repeatedFin_isAcknowledgedAndRestarts2Msl()
{
    QFETCH(std::uint32_t, seq);
    QFETCH(std::uint32_t, octets);
    Bench bench;
    bench.bringTo(FinWait2);
    bench.arrive(finAck, 301, 102, 20);
    bench.now += 100s;
    QCOMPARE(bench.arrive(finAck, seq, 102, octets), "<SEQ=102><ACK=322><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::FinRepeated);
    QCOMPARE(bench.left(TimerKind::TimeWait), Duration(240s));
    QCOMPARE(bench.heard(), QString());
    QCOMPARE(bench.state(), TimeWait);
}

void TestTimeWait::oldDuplicate_isAcknowledgedAndRestartsNothing()
{
    Bench bench;
    bench.bringTo(FinWait2);
    bench.arrive(finAck, 301, 102, 20);
    bench.now += 100s;
    QCOMPARE(bench.arrive(ack, 301, 102, 20), "<SEQ=102><ACK=322><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::Duplicate);
    QCOMPARE(bench.left(TimerKind::TimeWait), Duration(140s));
}

// RFC 1337 section 3: "(F1) Ignore RST segments in TIME-WAIT state."
void TestTimeWait::reset_endsItUnlessTheProfileFollowsRfc1337()
{
    Bench bench;
    bench.bringTo(TimeWait);
    bench.arrive(rst, 302);
    QCOMPARE(bench.state(), Closed);

    EndpointConfig config = bench::config();
    config.profile.ignoreRstInTimeWait = true;
    for (const bool with5961 : {true, false}) {
        followRfc5961(config.profile, with5961);
        Bench following(config);
        following.bringTo(TimeWait);
        for (const std::uint32_t seq : {302U, 400U}) {
            QCOMPARE(following.arrive(rst, seq), QString());
            QCOMPARE(following.reason(), Reason::RstInTimeWait);
            QCOMPARE(following.state(), TimeWait);
        }
    }
}

// RFC 1337, Figure 1, lines 5.1 to 5.3: an old duplicate draws an ACK, the ACK a RST, and the RST ends TIME_WAIT.
void TestTimeWait::oldDuplicateThenReset_isTheHazardOfRfc1337()
{
    Bench bench;
    bench.bringTo(TimeWait);
    QCOMPARE(bench.arrive(ack, 255, 33), "<SEQ=102><ACK=302><CTL=ACK>");
    bench.arrive(rst, 302); // <SEQ=SEG.ACK> of the peer that has closed long ago
    QCOMPARE(bench.state(), Closed);
}

void TestTimeWait::newSyn_beginsANewIncarnation()
{
    Bench bench;
    bench.bringTo(TimeWait);
    QCOMPARE(bench.arrive(syn, 302), "<SEQ=100><ACK=303><CTL=SYN,ACK>");
    QCOMPARE(bench.state(), SynReceived);
    QVERIFY(!bench.isRunning(TimerKind::TimeWait));
    QVERIFY(bench.isRunning(TimerKind::Retransmission));
    QCOMPARE(bench.endpoint.incarnation(), 2U);
}

// MAY-2, (1): "assigns its initial sequence number for the new connection to be larger than the largest sequence number
// it used on the previous connection incarnation"
void TestTimeWait::newSyn_getsAnIssBeyondTheOldSequenceNumbers()
{
    EndpointConfig config;
    config.secret = 5;
    Bench bench(config);
    bench.peerWindow = 65535;
    bench.call(OpenActive{});
    bench.arrive(synAck, 300, bench.tcb().snd.nxt.value);
    bench.call(Send{60000});
    bench.call(Close{}); // 60000 octets and no time: the clock of the ISN has fallen behind
    const Seq lastUsed = bench.tcb().snd.nxt - 1;
    bench.arrive(finAck, 301, bench.tcb().snd.nxt.value);
    QCOMPARE(bench.state(), TimeWait);
    bench.arrive(syn, 302);
    QCOMPARE(bench.segments().size(), std::size_t{1});
    QVERIFY(before(lastUsed, bench.segments().front().seq));
    QCOMPARE(bench.tcb().snd.una, bench.segments().front().seq);
}

void TestTimeWait::synWithinTheOldSequenceNumbers_isAcknowledged()
{
    Bench bench;
    bench.bringTo(TimeWait);
    for (const std::uint32_t seq : {300U, 301U}) {
        QCOMPARE(bench.arrive(syn, seq), "<SEQ=102><ACK=302><CTL=ACK>");
        QCOMPARE(bench.state(), TimeWait);
    }
}

// 3.10.7.2, third: "any other control or text should be queued for processing later"
void TestTimeWait::newSyn_withText_keepsItForEstablished()
{
    Bench bench;
    bench.bringTo(TimeWait);
    bench.arrive(syn, 1000, 0, 10);
    QCOMPARE(bench.state(), SynReceived);
    bench.arrive(ack, 1011, 101);
    QCOMPARE(bench.heard(), "Connected, DataDelivered 10");
}

void TestTimeWait::newSyn_isChallengedWhereTheProfileDoesNotReopen()
{
    EndpointConfig config = bench::config();
    config.profile.reopenFromTimeWait = false;
    Bench bench(config);
    bench.bringTo(TimeWait);
    QCOMPARE(bench.arrive(syn, 302), "<SEQ=102><ACK=302><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::SynChallenged);
    QCOMPARE(bench.arrive(syn, 0x10000000), "<SEQ=102><ACK=302><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::OutsideWindow);
    QCOMPARE(bench.state(), TimeWait);
}

void TestTimeWait::synAck_beginsNothing()
{
    Bench bench;
    bench.bringTo(TimeWait);
    QCOMPARE(bench.arrive(synAck, 1000, 102), "<SEQ=102><ACK=302><CTL=ACK>");
    QCOMPARE(bench.state(), TimeWait);
}

void TestTimeWait::reopened_established_isAnOrdinaryConnection()
{
    Bench bench;
    bench.bringToSynReceivedFromTimeWait();
    QCOMPARE(bench.arrive(ack, 1001, 101), QString());
    QCOMPARE(bench.state(), Established);
    QCOMPARE(bench.heard(), "Connected");
    bench.arrive(ack, 1001, 101, 10);
    QCOMPARE(bench.heard(), "DataDelivered 10");
    bench.arrive(rst, 1011);
    QCOMPARE(bench.state(), Closed);
}

// MAY-2, (2): "returns to TIME-WAIT state if the SYN turns out to be an old duplicate"
void TestTimeWait::reopened_reset_goesBackToTimeWait()
{
    Bench bench;
    bench.bringToSynReceivedFromTimeWait();
    bench.now += 1s;
    QCOMPARE(bench.arrive(rst, 1001), QString());
    QCOMPARE(bench.state(), TimeWait);
    QCOMPARE(bench.heard(), QString());
    QCOMPARE(bench.left(TimerKind::TimeWait), Duration(240s));
    QVERIFY(!bench.isRunning(TimerKind::Retransmission));
    bench.expire(TimerKind::TimeWait);
    QCOMPARE(bench.state(), Closed);
}

void TestTimeWait::reopened_reset_knowsTheOldConnectionAgain()
{
    Bench former;
    former.bringTo(TimeWait);
    Bench bench;
    bench.bringToSynReceivedFromTimeWait();
    bench.arrive(rst, 1001);
    QCOMPARE(bench.tcb().snd, former.tcb().snd);
    QCOMPARE(bench.tcb().rcv, former.tcb().rcv);
    QCOMPARE(bench.arrive(finAck, 301, 102), "<SEQ=102><ACK=302><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::FinRepeated);
    bench.call(Send{10});
    QCOMPARE(bench.refusal(), Refusal::ConnectionClosing);
}

// Our FIN went out before the SYN turned out to be an old duplicate.
void TestTimeWait::reopenedAndClosed_reset_goesBackToTimeWait()
{
    Bench bench;
    bench.bringToSynReceivedFromTimeWait();
    QCOMPARE(bench.call(Close{}), "<SEQ=101><ACK=1001><CTL=FIN,ACK>");
    QCOMPARE(bench.state(), FinWait1);
    QCOMPARE(bench.arrive(rst, 1001), QString());
    QCOMPARE(bench.state(), TimeWait);
    QCOMPARE(bench.heard(), QString());
    QCOMPARE(bench.left(TimerKind::TimeWait), Duration(240s));
    QVERIFY(!bench.isRunning(TimerKind::Retransmission));
    QCOMPARE(bench.arrive(finAck, 301, 102), "<SEQ=102><ACK=302><CTL=ACK>");
}

void TestTimeWait::reopenedAndClosed_established_isResetLikeAnyOther()
{
    Bench bench;
    bench.bringToSynReceivedFromTimeWait();
    bench.call(Close{});
    bench.arrive(ack, 1001, 101); // our SYN, but not our FIN
    QCOMPARE(bench.state(), FinWait1);
    bench.arrive(rst, 1001);
    QCOMPARE(bench.state(), Closed);
}

void TestTimeWait::reopened_neverAcknowledged_goesBackToTimeWait_data()
{
    QTest::addColumn<bool>("closed");
    QTest::newRow("SYN_RECEIVED") << false;
    QTest::newRow("FIN_WAIT_1") << true;
}

// Nobody owns up to the SYN, so MUST-13 holds on for the old connection: 2 MSL once more.
void TestTimeWait::reopened_neverAcknowledged_goesBackToTimeWait()
{
    QFETCH(bool, closed);
    Bench bench;
    bench.bringToSynReceivedFromTimeWait();
    if (closed)
        bench.call(Close{});
    const State before = bench.state();
    for (std::uint32_t retry = 0; retry < bench.endpoint.profile().synAckRetries; ++retry)
        bench.expire(TimerKind::Retransmission);
    QCOMPARE(bench.state(), before);
    bench.expire(TimerKind::Retransmission);
    QCOMPARE(bench.state(), TimeWait);
    QCOMPARE(bench.heard(), QString());
    QCOMPARE(bench.left(TimerKind::TimeWait), Duration(240s));
}

void TestTimeWait::timestampsDecideWhetherASynIsNew_data()
{
    QTest::addColumn<std::uint32_t>("seq");
    QTest::addColumn<std::uint32_t>("value"); // 0: no timestamp
    QTest::addColumn<bool>("isNew");
    QTest::newRow("later, beyond the old numbers") << 1000U << 1001U << true;
    QTest::newRow("later, within the old numbers") << 250U << 1001U << true;
    QTest::newRow("earlier, beyond the old numbers") << 1000U << 999U << false;
    QTest::newRow("equal, beyond the old numbers") << 302U << 1000U << true;
    QTest::newRow("equal, within the old numbers") << 301U << 1000U << false;
    QTest::newRow("none, beyond the old numbers") << 302U << 0U << true;
    QTest::newRow("none, within the old numbers") << 301U << 0U << false;
}

// 3.10.7.4, fourth: "For the TIME-WAIT state, new connections can be accepted if the Timestamp Option is used and meets
// expectations"; RFC 6191 section 2.
void TestTimeWait::timestampsDecideWhetherASynIsNew()
{
    QFETCH(std::uint32_t, seq);
    QFETCH(std::uint32_t, value);
    QFETCH(bool, isNew);
    Bench bench(withTimestamps());
    bringToTimeWaitWithTimestamps(bench);
    bench.arrive(value > 0 ? stamped(segment(syn, seq), value) : segment(syn, seq));
    QCOMPARE(bench.state(), isNew ? SynReceived : TimeWait);
}

QTEST_APPLESS_MAIN(TestTimeWait)
#include "tst_time_wait.moc"
