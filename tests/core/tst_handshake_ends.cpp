// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A handshake that does not come to its end: what was queued for it, how long it is tried, and what is not believed.

#include "core/endpoint_fixture.h"

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
    void retransmissions_areReportedAtR1();
    void synWithRst_isDropped();
    void synOutsideTheWindow_drawsAChallenge();
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

// 3.8.3, SHLD-9 and SHLD-10.
void TestHandshakeEnds::retransmissions_areReportedAtR1()
{
    Bench bench;
    bench.bringTo(SynSent);
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

QTEST_APPLESS_MAIN(TestHandshakeEnds)
#include "tst_handshake_ends.moc"
