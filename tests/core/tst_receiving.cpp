// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Text on its way to the application: in order, out of order, twice, too much of it; when it is acknowledged; and what
// is urgent in it (RFC 9293 sections 3.10.7.4 sixth to eighth, 3.8.5, 3.8.6.3).

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

/// Answers at once, so that it can be seen what was taken.
EndpointConfig prompt()
{
    EndpointConfig config = bench::config();
    config.profile.delayedAck = Duration::zero();
    config.profile.receiveBuffer = 1000;
    return config;
}

Segment urgent(std::uint32_t seq, std::uint32_t octets, std::uint16_t pointer)
{
    Segment urgent = segment(urgAck, seq, 101, octets);
    urgent.urgentPointer = pointer;
    return urgent;
}

} // namespace

class TestReceiving : public QObject
{
    Q_OBJECT

private slots:
    void textInOrder_isDeliveredAndAcknowledged();
    void textOutOfOrder_isKeptUntilTheGapIsFilled();
    void textTwice_isDeliveredOnce();
    void textThatOverlaps_onlyTheNewPartCounts();
    void textBeyondTheWindow_isCutOff();
    void textWithASyn_waitsForEstablished();
    void textWithASynAck_isDeliveredAtOnce();
    void textWithTheAckOfOurSyn_isDelivered();
    void finBehindAGap_waitsForIt();
    void finBeyondTheWindow_isCutOff();
    void finWithText_comesAfterIt();
    void finThatArrivedEarly_withTheAckOfOurFin_goesToTimeWait();
    void halfClosed_stillReceives();
    void delayedAck_waits200Milliseconds();
    void delayedAck_everySecondFullSizedSegmentIsAnsweredAtOnce();
    void delayedAck_ridesOnData();
    void delayedAck_isNotForGaps();
    void delayedAck_isNotForFins();
    void delayedAck_isLessThanHalfASecond();
    void freebsd_everySecondSegmentIsAnsweredAtOnce();
    void linux_whatIsMoreThanAFullSizeIsAnsweredAtOnce();
    void linux_theFirstSegmentsAreAnsweredAtOnce();
    void linux_afterASilence_segmentsAreAnsweredAtOnce();
    void linux_anApplicationThatAnswers_hasItsAcksDelayed();
    void seriesOfSegments_isAnsweredOnce();
    void urgent_isToldOnceUntilItIsReached();
    void urgent_isToldAgainForNewUrgentData();
    void urgent_isToldAgainWhereThePointerAdvances();
    void urgent_remainsUntilItIsRead_data();
    void urgent_remainsUntilItIsRead();
    void urgent_pointerBehind_tellsNothing();
    void applicationThatDoesNotRead_getsWhatItAsksFor();
};

void TestReceiving::textInOrder_isDeliveredAndAcknowledged()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><ACK=311><CTL=ACK>");
    QCOMPARE(bench.heard(), "DataDelivered 10");
    QCOMPARE(bench.arrive(ack, 311, 101, 20), "<SEQ=101><ACK=331><CTL=ACK>");
    QCOMPARE(bench.heard(), "DataDelivered 20");
    QCOMPARE(bench.tcb().received.runs(), std::vector<Text>({Text{peerStream, 30, 0}}));
}

// SHLD-31: "Segments with higher beginning sequence numbers SHOULD be held for later processing."
void TestReceiving::textOutOfOrder_isKeptUntilTheGapIsFilled()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(ack, 321, 101, 10), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::OutOfOrder);
    QCOMPARE(bench.heard(), QString());
    QCOMPARE(bench.arrive(ack, 311, 101, 10), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><ACK=331><CTL=ACK>");
    QCOMPARE(bench.heard(), "DataDelivered 30");
    QCOMPARE(bench.tcb().received.runs(), std::vector<Text>({Text{peerStream, 30, 0}}));
}

void TestReceiving::textTwice_isDeliveredOnce()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 10);
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><ACK=311><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::Duplicate);
    QCOMPARE(bench.heard(), QString());
    bench.arrive(ack, 321, 101, 10);
    bench.arrive(ack, 321, 101, 10);
    bench.arrive(ack, 311, 101, 10);
    QCOMPARE(bench.heard(), "DataDelivered 20");
}

// "If a segment's contents straddle the boundary between old and new, only the new parts are processed."
void TestReceiving::textThatOverlaps_onlyTheNewPartCounts()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 10);
    QCOMPARE(bench.arrive(ack, 306, 101, 10), "<SEQ=101><ACK=316><CTL=ACK>");
    QCOMPARE(bench.heard(), "DataDelivered 5");
    QCOMPARE(bench.reason(), Reason::None);
    QCOMPARE(bench.tcb().received.runs(), std::vector<Text>({Text{peerStream, 15, 0}}));
}

void TestReceiving::textBeyondTheWindow_isCutOff()
{
    EndpointConfig config = prompt();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(ack, 301, 101, 1200), "<SEQ=101><ACK=1301><CTL=ACK>");
    QCOMPARE(bench.tcb().received.unread(), 1000U);
    QCOMPARE(bench.segments().front().window, std::uint16_t{0});
}

// 3.5: "so long as the receiving TCP endpoint doesn't deliver the data to the user until it is clear the data is valid"
void TestReceiving::textWithASyn_waitsForEstablished()
{
    Bench bench(prompt());
    bench.bringTo(Listen);
    QCOMPARE(bench.arrive(syn, 300, 0, 10), "<SEQ=100><ACK=301><CTL=SYN,ACK>");
    QCOMPARE(bench.heard(), QString());
    QCOMPARE(bench.arrive(ack, 311, 101), "<SEQ=101><ACK=311><CTL=ACK>");
    QCOMPARE(bench.heard(), "Connected, DataDelivered 10");
}

// 3.10.7.3, fourth: "If there are other controls or text in the segment, then continue processing at the sixth step"
void TestReceiving::textWithASynAck_isDeliveredAtOnce()
{
    Bench bench(prompt());
    bench.bringTo(SynSent);
    QCOMPARE(bench.arrive(Flags{.syn = true, .ack = true, .fin = true}, 300, 101, 10), "<SEQ=101><ACK=312><CTL=ACK>");
    QCOMPARE(bench.heard(), "Connected, DataDelivered 10, PeerClosing");
    QCOMPARE(bench.state(), CloseWait);
}

void TestReceiving::textWithTheAckOfOurSyn_isDelivered()
{
    Bench bench(prompt());
    bench.bringTo(SynReceived);
    QCOMPARE(bench.arrive(finAck, 301, 101, 10), "<SEQ=101><ACK=312><CTL=ACK>");
    QCOMPARE(bench.heard(), "Connected, DataDelivered 10, PeerClosing");
    QCOMPARE(bench.state(), CloseWait);
}

void TestReceiving::finBehindAGap_waitsForIt()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(finAck, 311, 101, 10), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.state(), Established);
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><ACK=322><CTL=ACK>");
    QCOMPARE(bench.heard(), "DataDelivered 20, PeerClosing");
    QCOMPARE(bench.state(), CloseWait);
}

void TestReceiving::finBeyondTheWindow_isCutOff()
{
    EndpointConfig config = prompt();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(finAck, 301, 101, 1000), "<SEQ=101><ACK=1301><CTL=ACK>");
    QCOMPARE(bench.state(), Established);
    bench.call(Receive{1000});
    QCOMPARE(bench.arrive(finAck, 1301, 101), "<SEQ=101><ACK=1302><CTL=ACK>");
    QCOMPARE(bench.state(), CloseWait);
}

void TestReceiving::finWithText_comesAfterIt()
{
    Bench bench(prompt());
    bench.bringTo(FinWait2);
    QCOMPARE(bench.arrive(finAck, 301, 102, 10), "<SEQ=102><ACK=312><CTL=ACK>");
    QCOMPARE(bench.heard(), "DataDelivered 10, PeerClosing");
    QCOMPARE(bench.state(), TimeWait);
}

// 3.10.7.4, eighth: "If our FIN has been ACKed (perhaps in this segment), then enter TIME-WAIT"
void TestReceiving::finThatArrivedEarly_withTheAckOfOurFin_goesToTimeWait()
{
    Bench bench(prompt());
    bench.bringTo(FinWait1);
    bench.arrive(finAck, 311, 101);
    QCOMPARE(bench.state(), FinWait1);
    QCOMPARE(bench.arrive(ack, 301, 102, 10), "<SEQ=102><ACK=312><CTL=ACK>");
    QCOMPARE(bench.state(), TimeWait);
    QCOMPARE(bench.rows(), std::vector<RowIndex>{*findRow(FinWait1, Trigger::RcvFinAckOfFin)});
}

// 3.6.1: "a host is permitted to continue sending data in the open direction on a half-closed connection"
void TestReceiving::halfClosed_stillReceives()
{
    for (const State state : {FinWait1, FinWait2}) {
        Bench bench(prompt());
        bench.bringTo(state);
        bench.arrive(ack, 301, 101, 10);
        QCOMPARE(bench.heard(), "DataDelivered 10");
        QCOMPARE(bench.state(), state);
    }
}

// SHLD-18
void TestReceiving::delayedAck_waits200Milliseconds()
{
    Bench bench;
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(ack, 301, 101, 10), QString());
    QCOMPARE(bench.left(TimerKind::DelayedAck), Duration(200ms));
    bench.now += 150ms;
    QCOMPARE(bench.arrive(ack, 311, 101, 10), QString());
    QCOMPARE(bench.left(TimerKind::DelayedAck), Duration(50ms)); // counts from the first
    QCOMPARE(bench.expire(TimerKind::DelayedAck), "<SEQ=101><ACK=321><CTL=ACK>");
    QVERIFY(!bench.isRunning(TimerKind::DelayedAck));
}

// SHLD-19: "at least every second full-sized segment or 2*RMSS bytes of new data"
void TestReceiving::delayedAck_everySecondFullSizedSegmentIsAnsweredAtOnce()
{
    Bench bench;
    bench.bringTo(Established);
    for (std::uint32_t seq = 301; seq < 301 + 10 * 2920; seq += 2920) {
        QCOMPARE(bench.arrive(ack, seq, 101, 1460), QString());
        QCOMPARE(bench.arrive(ack, seq + 1460, 101, 1460),
                 QStringLiteral("<SEQ=101><ACK=%1><CTL=ACK>").arg(seq + 2920));
        QVERIFY(!bench.isRunning(TimerKind::DelayedAck));
    }
}

void TestReceiving::delayedAck_ridesOnData()
{
    Bench bench;
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 10);
    QCOMPARE(bench.call(Send{5}), "<SEQ=101><ACK=311><CTL=ACK><DATA=5>");
    QVERIFY(!bench.isRunning(TimerKind::DelayedAck));
}

// RFC 5681 section 4.2: a segment out of order, and one that fills a gap, is acknowledged at once.
void TestReceiving::delayedAck_isNotForGaps()
{
    Bench bench;
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(ack, 321, 101, 10), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><ACK=311><CTL=ACK>"); // a gap remains
    QCOMPARE(bench.arrive(ack, 311, 101, 10), "<SEQ=101><ACK=331><CTL=ACK>"); // filled
    QCOMPARE(bench.arrive(ack, 331, 101, 10), QString());
}

void TestReceiving::delayedAck_isNotForFins()
{
    Bench bench;
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 10);
    QCOMPARE(bench.arrive(finAck, 311, 101), "<SEQ=101><ACK=312><CTL=ACK>");
    QVERIFY(!bench.isRunning(TimerKind::DelayedAck));
}

// MUST-40
void TestReceiving::delayedAck_isLessThanHalfASecond()
{
    for (const StackProfile& profile : stackProfiles())
        QVERIFY2(profile.delayedAck < 500ms, profile.name.data());
}

// DELAY_ACK(): an ACK is delayed unless one is delayed already.
void TestReceiving::freebsd_everySecondSegmentIsAnsweredAtOnce()
{
    Bench bench(bench::config(*findProfile("freebsd")));
    bench.bringTo(Established);
    for (std::uint32_t seq = 301; seq < 401; seq += 20) {
        QCOMPARE(bench.arrive(ack, seq, 101, 10), QString());
        QCOMPARE(bench.left(TimerKind::DelayedAck), Duration(40ms));
        QCOMPARE(bench.arrive(ack, seq + 10, 101, 10), QStringLiteral("<SEQ=101><ACK=%1><CTL=ACK>").arg(seq + 20));
        QVERIFY(!bench.isRunning(TimerKind::DelayedAck));
    }
}

// __tcp_ack_snd_check(): more than icsk_ack.rcv_mss, which follows the largest segment
void TestReceiving::linux_whatIsMoreThanAFullSizeIsAnsweredAtOnce()
{
    EndpointConfig config = bench::config(*findProfile("linux"));
    config.profile.quickAcks = 0;
    Bench bench(config);
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(ack, 301, 101, 300), QString());
    QCOMPARE(bench.arrive(ack, 601, 101, 236), QString()); // 536 octets are not more than any segment has
    QCOMPARE(bench.arrive(ack, 837, 101, 1), "<SEQ=101><ACK=838><CTL=ACK>");
    QCOMPARE(bench.arrive(ack, 838, 101, 1460), QString());
    QCOMPARE(bench.arrive(ack, 2298, 101, 1), "<SEQ=101><ACK=2299><CTL=ACK>");
    QCOMPARE(bench.arrive(ack, 2299, 101, 1000), QString());
    QCOMPARE(bench.arrive(ack, 3299, 101, 460), QString());
    QCOMPARE(bench.left(TimerKind::DelayedAck), Duration(40ms));
}

// tcp_event_data_recv(), tcp_incr_quickack()
void TestReceiving::linux_theFirstSegmentsAreAnsweredAtOnce()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(Established);
    std::uint32_t seq = 301;
    for (int i = 0; i < 16; ++i) {
        QCOMPARE(bench.arrive(ack, seq, 101, 10), QStringLiteral("<SEQ=101><ACK=%1><CTL=ACK>").arg(seq + 10));
        seq += 10;
    }
    QCOMPARE(bench.arrive(ack, seq, 101, 10), QString());
    QVERIFY(bench.isRunning(TimerKind::DelayedAck));
}

void TestReceiving::linux_afterASilence_segmentsAreAnsweredAtOnce()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(Established);
    std::uint32_t seq = 301;
    for (int i = 0; i < 17; ++i, seq += 10)
        bench.arrive(ack, seq, 101, 10);
    bench.expire(TimerKind::DelayedAck);
    QCOMPARE(bench.arrive(ack, seq, 101, 10), QString());
    bench.expire(TimerKind::DelayedAck);
    bench.now += 1s; // more than an RTO
    QCOMPARE(bench.arrive(ack, seq + 10, 101, 10), QStringLiteral("<SEQ=101><ACK=%1><CTL=ACK>").arg(seq + 20));
}

// "pingpong": the ACK waits for the answer that is likely to come, and no longer once that failed to.
void TestReceiving::linux_anApplicationThatAnswers_hasItsAcksDelayed()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><ACK=311><CTL=ACK>");
    bench.now += 10ms;
    QCOMPARE(bench.call(Send{5}), "<SEQ=101><ACK=311><CTL=ACK><DATA=5>");
    QCOMPARE(bench.arrive(ack, 311, 106, 10), QString());
    QCOMPARE(bench.call(Send{5}), "<SEQ=106><ACK=321><CTL=ACK><DATA=5>");
    QCOMPARE(bench.arrive(ack, 321, 111, 10), QString());
    QCOMPARE(bench.expire(TimerKind::DelayedAck), "<SEQ=111><ACK=331><CTL=ACK>");
    QCOMPARE(bench.arrive(ack, 331, 111, 10), "<SEQ=111><ACK=341><CTL=ACK>");
}

// MUST-59: "if the TCP endpoint is processing a series of queued segments, it MUST process them all before sending any
// ACK segments"
void TestReceiving::seriesOfSegments_isAnsweredOnce()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    Effects effects;
    for (const std::uint32_t seq : {301U, 321U, 311U})
        bench.endpoint.process(SegmentArrives{segment(ack, seq, 101, 10)}, bench.now, effects);
    bench.endpoint.transmit(bench.now, effects);
    QStringList sent;
    for (const Effect& effect : effects) {
        if (const auto* one = std::get_if<effect::Sent>(&effect))
            sent << notation(one->segment);
    }
    QCOMPARE(sent.join(' '), "<SEQ=101><ACK=331><CTL=ACK>");
}

// Sixth: "If the user has already been signaled (or is still in the 'urgent mode') for this continuous sequence of
// urgent data, do not signal the user again."
void TestReceiving::urgent_isToldOnceUntilItIsReached()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    bench.arrive(urgent(301, 10, 25));
    QCOMPARE(bench.heard(), "UrgentData, DataDelivered 10");
    QCOMPARE(bench.tcb().rcv.up, std::optional(Seq{326}));
    bench.arrive(urgent(311, 10, 15));
    QCOMPARE(bench.heard(), "DataDelivered 10");
    bench.arrive(ack, 321, 101, 5);
    QVERIFY(!bench.tcb().rcv.up);
}

void TestReceiving::urgent_isToldAgainForNewUrgentData()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    bench.arrive(urgent(301, 10, 10));
    bench.arrive(urgent(311, 10, 10));
    QCOMPARE(bench.heard(), "UrgentData, DataDelivered 10");
}

// MUST-32: "or whenever the urgent pointer advances in the data stream"
void TestReceiving::urgent_isToldAgainWhereThePointerAdvances()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    bench.arrive(urgent(301, 10, 25));
    bench.arrive(urgent(311, 10, 30));
    QCOMPARE(bench.heard(), "UrgentData, DataDelivered 10");
    QCOMPARE(bench.tcb().rcv.up, std::optional(Seq{341}));
    bench.arrive(urgent(321, 10, 15)); // less far than what is known
    QCOMPARE(bench.heard(), "DataDelivered 10");
    QCOMPARE(bench.tcb().rcv.up, std::optional(Seq{341}));
}

void TestReceiving::urgent_remainsUntilItIsRead_data()
{
    QTest::addColumn<bool>("peerCloses");
    QTest::newRow("ESTABLISHED") << false;
    QTest::newRow("CLOSE_WAIT") << true;
}

// MUST-33: "to determine whether more urgent data remains to be read"
void TestReceiving::urgent_remainsUntilItIsRead()
{
    QFETCH(bool, peerCloses);
    EndpointConfig config = prompt();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(Established);
    bench.arrive(urgent(301, 10, 10));
    QCOMPARE(bench.heard(), "UrgentData");
    if (peerCloses)
        bench.arrive(finAck, 311, 101);
    bench.call(Receive{9});
    QCOMPARE(bench.tcb().rcv.up, std::optional(Seq{311}));
    bench.call(Receive{1});
    QCOMPARE(bench.tcb().rcv.up, std::optional<Seq>());
}

// 3.8.5: "a TCP receiver should be robust to invalid urgent pointer values"
void TestReceiving::urgent_pointerBehind_tellsNothing()
{
    Bench bench(prompt());
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 10);
    bench.arrive(urgent(306, 10, 5));
    QCOMPARE(bench.heard(), "DataDelivered 5");
}

void TestReceiving::applicationThatDoesNotRead_getsWhatItAsksFor()
{
    EndpointConfig config = prompt();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 30);
    QCOMPARE(bench.heard(), QString());
    bench.call(Receive{20});
    QCOMPARE(bench.heard(), "DataDelivered 20");
    bench.call(Receive{20});
    QCOMPARE(bench.heard(), "DataDelivered 10");
    bench.arrive(ack, 331, 101, 30);
    QCOMPARE(bench.heard(), "DataDelivered 10");
    QCOMPARE(bench.tcb().received.unread(), 20U);
    QCOMPARE(bench.tcb().received.delivered(), std::uint64_t{40});
}

QTEST_APPLESS_MAIN(TestReceiving)
#include "tst_receiving.moc"
