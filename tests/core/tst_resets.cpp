// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Resets, challenges and acknowledgments that cannot be: RFC 9293 sections 3.5.2, 3.5.3 and 3.10.7, RFC 5961.

#include "core/endpoint_fixture.h"
#include "core/rfc5961.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

class TestResets : public QObject
{
    Q_OBJECT

private slots:
    void closed_anythingWithoutAck_countsSynTextAndFin();
    void listen_synAck_isMetWithSilenceWhereTheProfileSaysSo();
    void synSent_synWithABadAck_isResetAndTheSynGoesOn_data();
    void synSent_synWithABadAck_isResetAndTheSynGoesOn();
    void synSent_resetWithABadAck_isIgnored();
    void synReceived_ackOfUnsent_isReset();
    void synReceived_repeatedSyn_isAcknowledged();
    void synReceived_synAckOfBothOpening_establishes();
    void synReceived_reset_listensAsIfNothingHadHappened();
    void ackOfUnsent_isAnsweredAndDropped_data();
    void ackOfUnsent_isAnsweredAndDropped();
    void ackOlderThanAnyWindow_isAnsweredAndDropped();
    void challengedReset_secondResetWithTheExactNumber_isBelieved();
    void challengedSyn_resetInAnswer_isBelieved();
    void challengesAreLimited();
    void challengesAreNotLimitedWhereTheProfileSaysSo();
    void resetWithText_isBelieved_data();
    void resetWithText_isBelieved();
    void resetReachingIntoTheWindow_isOutsideOfIt_data();
    void resetReachingIntoTheWindow_isOutsideOfIt();
    void resetWithTheNumberOfTheFin_isBelievedWhereTheProfileSaysSo_data();
    void resetWithTheNumberOfTheFin_isBelievedWhereTheProfileSaysSo();
};

void TestResets::closed_anythingWithoutAck_countsSynTextAndFin()
{
    Bench bench;
    QCOMPARE(bench.arrive(Flags{.syn = true, .fin = true}, 500, 0, 10), "<SEQ=0><ACK=512><CTL=RST,ACK>");
    QVERIFY(bench.role() == SegmentRole::Reset);
    QCOMPARE(bench.arrive(synAck, 500, 77), "<SEQ=77><CTL=RST>");
    QCOMPARE(bench.segments().front().window, std::uint16_t{0});
}

// Some stacks are silent instead.
void TestResets::listen_synAck_isMetWithSilenceWhereTheProfileSaysSo()
{
    EndpointConfig config = bench::config();
    config.profile.resetForSynAckInListen = false;
    Bench bench(config);
    bench.bringTo(Listen);
    QCOMPARE(bench.arrive(synAck, 500, 77), QString());
    QCOMPARE(bench.arrive(ack, 500, 77), "<SEQ=77><CTL=RST>");
    QCOMPARE(bench.state(), Listen);
}

void TestResets::synSent_synWithABadAck_isResetAndTheSynGoesOn_data()
{
    QTest::addColumn<std::uint32_t>("ackNumber");
    QTest::newRow("before ISS") << 99U;
    QTest::newRow("ISS") << 100U;
    QTest::newRow("beyond SND.NXT") << 102U;
}

// 3.10.7.3, first: "If SEG.ACK =< ISS or SEG.ACK > SND.NXT, send a reset ... <SEQ=SEG.ACK><CTL=RST>"
void TestResets::synSent_synWithABadAck_isResetAndTheSynGoesOn()
{
    QFETCH(std::uint32_t, ackNumber);
    Bench bench;
    bench.bringTo(SynSent);
    QCOMPARE(bench.arrive(synAck, 300, ackNumber), QStringLiteral("<SEQ=%1><CTL=RST>").arg(ackNumber));
    QCOMPARE(bench.state(), SynSent);
    QCOMPARE(bench.arrive(synAck, 300, 101), "<SEQ=101><ACK=301><CTL=ACK>");
}

void TestResets::synSent_resetWithABadAck_isIgnored()
{
    Bench bench;
    bench.bringTo(SynSent);
    QCOMPARE(bench.arrive(rstAck, 300, 100), QString());
    QCOMPARE(bench.reason(), Reason::RstBadAckInSynSent);
    QCOMPARE(bench.state(), SynSent);
}

void TestResets::synReceived_ackOfUnsent_isReset()
{
    Bench bench;
    bench.bringTo(SynReceived);
    QCOMPARE(bench.arrive(ack, 301, 102), "<SEQ=102><CTL=RST>");
    QCOMPARE(bench.reason(), Reason::AckBad);
    QCOMPARE(bench.state(), SynReceived);
}

// 3.10.7.4, first: the SYN lies before the window.
void TestResets::synReceived_repeatedSyn_isAcknowledged()
{
    Bench bench;
    bench.bringTo(SynReceived);
    QCOMPARE(bench.arrive(syn, 300), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::Duplicate);
    QCOMPARE(bench.state(), SynReceived);
}

// Figure 7, lines 5 to 7.
void TestResets::synReceived_synAckOfBothOpening_establishes()
{
    Bench bench;
    bench.bringToSynReceivedByActiveOpen();
    QCOMPARE(bench.arrive(synAck, 300, 101), QString());
    QCOMPARE(bench.state(), Established);
    QCOMPARE(bench.tcb().snd.wnd, 4096U);
    QVERIFY(!bench.isRunning(TimerKind::Retransmission));
}

void TestResets::synReceived_reset_listensAsIfNothingHadHappened()
{
    Bench listener;
    listener.bringTo(Listen);
    Bench bench;
    bench.bringTo(SynReceived);
    bench.arrive(rst, 301);
    QCOMPARE(bench.tcb(), listener.tcb());
    QCOMPARE(bench.arrive(syn, 700), "<SEQ=100><ACK=701><CTL=SYN,ACK>");
}

void TestResets::ackOfUnsent_isAnsweredAndDropped_data()
{
    QTest::addColumn<State>("state");
    for (const State state : {Established, FinWait1, FinWait2, Closing, TimeWait, CloseWait, LastAck})
        QTest::newRow(identifier(state).data()) << state;
}

// 3.10.7.4, fifth: "If the ACK acks something not yet sent (SEG.ACK > SND.NXT), then send an ACK, drop the segment, and
// return."
void TestResets::ackOfUnsent_isAnsweredAndDropped()
{
    QFETCH(State, state);
    Bench bench;
    bench.bringTo(state);
    const SendVariables before = bench.tcb().snd;
    const std::uint32_t rcvNxt = bench.tcb().rcv.nxt.value;
    const QString emptyAck = QStringLiteral("<SEQ=%1><ACK=%2><CTL=ACK>").arg(before.nxt.value).arg(rcvNxt);
    QCOMPARE(bench.arrive(finAck, rcvNxt, before.nxt.value + 1, 10), emptyAck);
    QCOMPARE(bench.reason(), Reason::AckOfUnsent);
    QCOMPARE(bench.state(), state);
    QCOMPARE(bench.tcb().snd, before);
    QCOMPARE(bench.tcb().rcv.nxt.value, rcvNxt);
}

// RFC 5961 section 5.2: acceptable is "((SND.UNA - MAX.SND.WND) <= SEG.ACK <= SND.NXT)". The largest window was 4096.
void TestResets::ackOlderThanAnyWindow_isAnsweredAndDropped()
{
    EndpointConfig config = bench::config();
    config.profile.delayedAck = Duration::zero();
    const std::uint32_t oldest = 101U - 4096U;
    Bench bench(config);
    bench.bringTo(Established);
    bench.peerWindow = 10; // MAX.SND.WND does not shrink
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.arrive(ack, 301, oldest - 1, 10), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::AckTooOld);
    QCOMPARE(bench.arrive(ack, 301, oldest, 10), "<SEQ=101><ACK=311><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::None);

    followRfc5961(config.profile, false); // "If the ACK is a duplicate (SEG.ACK =< SND.UNA), it can be ignored."
    Bench without(config);
    without.bringTo(Established);
    QCOMPARE(without.arrive(ack, 301, oldest - 1, 10), "<SEQ=101><ACK=311><CTL=ACK>");
}

// RFC 5961 section 3.2: "This second RST ... will cause the connection to be aborted since the sequence number would
// now be an exact match."
void TestResets::challengedReset_secondResetWithTheExactNumber_isBelieved()
{
    Bench bench;
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(rst, 302), "<SEQ=101><ACK=301><CTL=ACK>");
    QVERIFY(bench.role() == SegmentRole::ChallengeAck);
    bench.arrive(rst, 301);
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "ConnectionReset");
}

// RFC 5961 section 4.2: a peer that began anew answers the challenge with a RST "derived from the ACK field".
void TestResets::challengedSyn_resetInAnswer_isBelieved()
{
    Bench bench;
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(syn, 400), "<SEQ=101><ACK=301><CTL=ACK>");
    QVERIFY(bench.role() == SegmentRole::ChallengeAck);
    bench.arrive(rst, 301);
    QCOMPARE(bench.state(), Closed);
}

// RFC 5961 section 7: "in any 5 second window, no more than 10 challenge ACKs should be sent"
void TestResets::challengesAreLimited()
{
    Bench bench;
    bench.bringTo(Established);
    bench.now = 1min;
    for (int i = 0; i < 10; ++i)
        QCOMPARE(bench.arrive(rst, 302), "<SEQ=101><ACK=301><CTL=ACK>");
    bench.now += 4999ms;
    QCOMPARE(bench.arrive(rst, 302), QString());
    QCOMPARE(bench.state(), Established);
    bool throttled = false;
    for (const Effect& effect : bench.effects()) {
        if (const auto* remark = std::get_if<effect::NotProcessed>(&effect))
            throttled |= remark->reason == Reason::ChallengeThrottled;
    }
    QVERIFY(throttled);
    bench.now += 1ms;
    QCOMPARE(bench.arrive(rst, 302), "<SEQ=101><ACK=301><CTL=ACK>");
}

void TestResets::challengesAreNotLimitedWhereTheProfileSaysSo()
{
    EndpointConfig config = bench::config();
    config.profile.challengeAckLimit = 0;
    Bench bench(config);
    bench.bringTo(Established);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(bench.arrive(rst, 302), "<SEQ=101><ACK=301><CTL=ACK>");
}

void TestResets::resetWithText_isBelieved_data()
{
    QTest::addColumn<State>("state");
    for (const State state : {SynSent, Established, FinWait1, FinWait2, Closing, TimeWait, CloseWait, LastAck})
        QTest::newRow(identifier(state).data()) << state;
}

// SHLD-2: "TCP implementations SHOULD allow a received RST segment to include data"
void TestResets::resetWithText_isBelieved()
{
    QFETCH(State, state);
    Bench bench;
    bench.bringTo(state);
    bench.arrive(rstAck, bench.tcb().rcv.nxt.value, bench.tcb().snd.nxt.value, 10);
    QCOMPARE(bench.state(), Closed);
    QVERIFY(!bench.heard().contains(QLatin1String("DataDelivered")));
}

void TestResets::resetReachingIntoTheWindow_isOutsideOfIt_data()
{
    QTest::addColumn<bool>("with5961");
    QTest::newRow("with RFC 5961") << true;
    QTest::newRow("without") << false;
}

// 3.5.3: "A reset is valid if its sequence number is in the window." RFC 5961 section 3.2: "outside the current receive
// window, silently drop the segment". The text of this one reaches into the window.
void TestResets::resetReachingIntoTheWindow_isOutsideOfIt()
{
    QFETCH(bool, with5961);
    EndpointConfig config = bench::config();
    followRfc5961(config.profile, with5961);
    Bench bench(config);
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(rst, 296, 0, 10), QString());
    QCOMPARE(bench.reason(), Reason::RstOutsideWindow);
    QCOMPARE(bench.state(), Established);
}

void TestResets::resetWithTheNumberOfTheFin_isBelievedWhereTheProfileSaysSo_data()
{
    QTest::addColumn<State>("state");
    for (const State state : {CloseWait, LastAck, Closing, TimeWait})
        QTest::newRow(identifier(state).data()) << state;
}

// Linux, tcp_reset_check(): not in TIME_WAIT. RFC 5961 section 3.2 drops it everywhere.
void TestResets::resetWithTheNumberOfTheFin_isBelievedWhereTheProfileSaysSo()
{
    QFETCH(State, state);
    for (const bool isAccepted : {false, true}) {
        EndpointConfig config = bench::config();
        config.profile.acceptRstAtFin = isAccepted;
        Bench bench(config);
        bench.bringTo(state);
        QCOMPARE(bench.arrive(rst, bench.tcb().rcv.nxt.value - 1, 0), QString());
        QCOMPARE(bench.state(), isAccepted && state != TimeWait ? Closed : state);
    }
}

QTEST_APPLESS_MAIN(TestResets)
#include "tst_resets.moc"
