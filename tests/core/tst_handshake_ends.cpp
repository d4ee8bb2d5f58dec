// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A handshake that does not come to its end: what was queued for it, how long it is tried, and what is not believed.

#include "core/endpoint_fixture.h"
#include "core/rfc5961.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

class TestHandshakeEnds : public QObject
{
    Q_OBJECT

private slots:
    void closeQueuedInSynReceived_closesTheListenerToo();
    void sendQueuedInSynReceived_isReported();
    void synAckInFinWait1_hasTheRetriesOfASyn();
    void simultaneousOpen_hasTheRetriesOfASyn();
    void activeOpen_isGivenUpInTime_data();
    void activeOpen_isGivenUpInTime();
    void simultaneousOpen_isGivenUpInTime();
    void passiveOpen_hasNoSuchTime();
    void opened_hasNoSuchTimeAnyMore();
    void retransmissions_areReportedAtR1_data();
    void retransmissions_areReportedAtR1();
    void synWithRst_isDropped();
    void synOutsideTheWindow_drawsAChallenge();
    void synBeforeTheWindow_isOutsideThoughItsTextIsNot_data();
    void synBeforeTheWindow_isOutsideThoughItsTextIsNot();
    void synAckForAListener_isNoAckOfItsSyn();
};

void TestHandshakeEnds::closeQueuedInSynReceived_closesTheListenerToo()
{
    Bench bench;
    bench.bringTo(SynReceived);
    bench.call(Send{100});
    bench.call(Close{});
    QVERIFY(bench.state() == SynReceived); // queued behind the data (3.10.4)
    bench.arrive(Flags{.rst = true}, 301);
    QVERIFY(bench.state() == Closed);
    QCOMPARE(bench.heard(), "ConnectionReset");
}

void TestHandshakeEnds::sendQueuedInSynReceived_isReported()
{
    Bench bench;
    bench.bringTo(SynReceived);
    bench.call(Send{100});
    bench.arrive(Flags{.rst = true}, 301);
    QVERIFY(bench.state() == Listen);
    QCOMPARE(bench.heard(), "ConnectionReset");
}

// 3.8.3, MUST-23: R2 is longer for a SYN, which is still unacknowledged here.
void TestHandshakeEnds::synAckInFinWait1_hasTheRetriesOfASyn()
{
    EndpointConfig config = bench::config();
    config.profile.synAckRetries = 5;
    config.profile.dataRetries = 1;
    Bench bench(config);
    bench.bringTo(SynReceived);
    bench.call(Close{});
    QVERIFY(bench.state() == FinWait1);
    for (int retry = 0; retry < 5; ++retry) {
        bench.expire(TimerKind::Retransmission);
        QVERIFY(bench.state() == FinWait1);
    }
    bench.expire(TimerKind::Retransmission);
    QVERIFY(bench.state() == Closed);
}

// Linux: tcp_write_timeout() counts by tcp_syn_retries in SYN_RECEIVED that an active open has led to.
void TestHandshakeEnds::simultaneousOpen_hasTheRetriesOfASyn()
{
    EndpointConfig config = bench::config();
    config.profile.synRetries = 5;
    config.profile.synAckRetries = 1;
    Bench bench(config);
    bench.bringToSynReceivedByActiveOpen();
    for (int retry = 0; retry < 5; ++retry) {
        bench.expire(TimerKind::Retransmission);
        QVERIFY(bench.state() == SynReceived);
    }
    bench.expire(TimerKind::Retransmission);
    QVERIFY(bench.state() == Closed);
}

void TestHandshakeEnds::activeOpen_isGivenUpInTime_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("seconds");
    QTest::newRow("rfc9293: R2") << "rfc9293" << 1 + 2 + 4 + 8 + 16 + 32 + 60 + 60;
    QTest::newRow("linux: tcp_syn_retries") << "linux" << 4 + 1 + 2 + 4 + 8 + 16 + 32 + 64;
    QTest::newRow("freebsd: keepinit") << "freebsd" << 75;
}

void TestHandshakeEnds::activeOpen_isGivenUpInTime()
{
    QFETCH(QString, profile);
    QFETCH(int, seconds);
    Bench bench(bench::config(*findProfile(profile.toStdString())));
    bench.bringTo(SynSent);
    while (bench.state() == SynSent)
        bench.expire(*nextToExpire(bench.tcb().timers));
    QVERIFY(bench.state() == Closed);
    QCOMPARE(bench.heard(), "RetransmissionLimit");
    QCOMPARE(bench.now, Time(std::chrono::seconds{seconds}));
}

// tcp_timer_keep(): in every state before ESTABLISHED.
void TestHandshakeEnds::simultaneousOpen_isGivenUpInTime()
{
    Bench bench(bench::config(*findProfile("freebsd")));
    bench.bringTo(SynSent);
    bench.now += 5s;
    bench.arrive(syn, 300);
    QVERIFY(bench.state() == SynReceived);
    QCOMPARE(bench.left(TimerKind::Establishment), Duration(70s));
    QCOMPARE(bench.expire(TimerKind::Establishment), "<SEQ=101><ACK=301><CTL=RST,ACK>"); // tcp_drop()
    QVERIFY(bench.state() == Closed);
}

// The syncache counts by its retries alone.
void TestHandshakeEnds::passiveOpen_hasNoSuchTime()
{
    Bench bench(bench::config(*findProfile("freebsd")));
    bench.bringTo(SynReceived);
    QVERIFY(!bench.isRunning(TimerKind::Establishment));
}

void TestHandshakeEnds::opened_hasNoSuchTimeAnyMore()
{
    Bench bench(bench::config(*findProfile("freebsd")));
    bench.bringTo(Established);
    QVERIFY(!bench.isRunning(TimerKind::Establishment));
    Bench closing(bench::config(*findProfile("freebsd")));
    closing.bringToSynReceivedByActiveOpen();
    QVERIFY(closing.isRunning(TimerKind::Establishment));
    closing.call(Close{});
    QVERIFY(closing.state() == FinWait1);
    QVERIFY(!closing.isRunning(TimerKind::Establishment));
}

void TestHandshakeEnds::retransmissions_areReportedAtR1_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("a SYN") << SynSent;
    QTest::newRow("data") << Established;
    QTest::newRow("a FIN") << LastAck;
}

// 3.8.3, SHLD-9 and SHLD-10; MUST-22: SYNs as data.
void TestHandshakeEnds::retransmissions_areReportedAtR1()
{
    QFETCH(State, state);
    Bench bench;
    bench.bringTo(state);
    if (state == Established)
        bench.call(Send{10});
    QStringList heard;
    for (int retry = 0; retry < 4; ++retry) {
        bench.expire(TimerKind::Retransmission);
        heard << bench.heard();
    }
    QCOMPARE(heard.join('|'), "||DeliveryProblem|");
}

// 3.10.7.4, first: "unless the RST bit is set, if so drop the segment and return".
void TestHandshakeEnds::synWithRst_isDropped()
{
    Bench bench;
    bench.bringTo(SynReceived);
    QCOMPARE(bench.arrive(Flags{.syn = true, .rst = true}, 300), "");
    QVERIFY(bench.state() == SynReceived);
}

// RFC 5961 section 4.2: "irrespective of the sequence number"; section 7 limits how many.
void TestHandshakeEnds::synOutsideTheWindow_drawsAChallenge()
{
    EndpointConfig config = bench::config();
    config.profile.challengeAckLimit = 2;
    Bench bench(config);
    bench.bringTo(Established);
    QStringList answers;
    for (int i = 0; i < 3; ++i)
        answers << bench.arrive(syn, 5);
    QCOMPARE(answers.join('|'), "<SEQ=101><ACK=301><CTL=ACK>|<SEQ=101><ACK=301><CTL=ACK>|");
}

void TestHandshakeEnds::synBeforeTheWindow_isOutsideThoughItsTextIsNot_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("challenges");
    for (const State state : {SynReceived, Established}) {
        for (const bool challenges : {false, true})
            QTest::addRow("%s%s", identifier(state).data(), challenges ? ", RFC 5961" : "") << state << challenges;
    }
}

// Section 3.10.7.4, first: what lies outside the window is trimmed off, "including SYN".
void TestHandshakeEnds::synBeforeTheWindow_isOutsideThoughItsTextIsNot()
{
    QFETCH(State, state);
    QFETCH(bool, challenges);
    EndpointConfig config = bench::config();
    followRfc5961(config.profile, challenges);
    Bench bench(config);
    bench.bringTo(state);
    QCOMPARE(bench.arrive(syn, 290, 0, 20), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.state(), state);
    QCOMPARE(bench.reason(), Reason::OutsideWindow);
}

// Only where both sides opened at once is the peer's SYN,ACK the one that is waited for (Figure 7).
void TestHandshakeEnds::synAckForAListener_isNoAckOfItsSyn()
{
    Bench bench;
    bench.bringTo(SynReceived);
    QCOMPARE(bench.arrive(synAck, 300, 101), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.state(), SynReceived);
    Bench both;
    both.bringToSynReceivedByActiveOpen();
    both.arrive(synAck, 300, 101);
    QCOMPARE(both.state(), Established);
}

QTEST_APPLESS_MAIN(TestHandshakeEnds)
#include "tst_handshake_ends.moc"
