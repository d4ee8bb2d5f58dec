// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 6298, rule by rule: the estimator alone, and the retransmission timer of an endpoint that uses it.

#include "core/rto_estimator.h"

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

/// Without the floor of rule 2.4, which hides everything else.
StackProfile withoutFloor()
{
    StackProfile profile = stackProfiles().front();
    profile.minRto = Duration::zero();
    return profile;
}

} // namespace

class TestRto : public QObject
{
    Q_OBJECT

private slots:
    void rule21_beforeAnyMeasurementItIsOneSecond();
    void rule22_theFirstMeasurement();
    void rule23_theSecondMeasurement();
    void rule23_theGranularityIsTheLeastVariation();
    void rule24_atLeastOneSecond();
    void rule25_atMostTheCeiling();
    void rule55_doublesUntilTheNextMeasurement();
    void rule57_threeSecondsUntilTheNextMeasurement();
    void rule57_isNoReasonToShrink();
    void rule51_theTimerStartsWithTheFirstSegment();
    void rule52_theTimerStopsWhenAllIsAcknowledged();
    void rule53_theTimerRestartsWhenSomethingIsAcknowledged();
    void rule54_theEarliestSegmentIsRepeated();
    void rule56_theTimerRunsForTheDoubledTime();
    void rule57_holdsAfterARepeatedSyn();
    void rule57_holdsAfterARepeatedSynAck();
    void anOrdinaryHandshakeIsMeasured();
    void karn_aRepeatedSegmentIsNotMeasured();
    void karn_anAckThatCoversARepeatedSegmentIsNotMeasured();
    void karn_theBackOffStaysUntilSomethingNewIsAcknowledged();
    void timestampsMeasureRepeatedSegmentsToo();
    void linux_theFloorIsThatOfTheVariation();
    void freebsd_addsTheSlopToWhatIsBackedOff();
    void freebsd_theFirstRtoHasNoSlop();
};

void TestRto::rule21_beforeAnyMeasurementItIsOneSecond()
{
    QCOMPARE(RtoEstimator().rto(stackProfiles().front()), Duration(1s));
    QVERIFY(!RtoEstimator().smoothed());
}

// "SRTT <- R, RTTVAR <- R/2, RTO <- SRTT + max (G, K*RTTVAR)"
void TestRto::rule22_theFirstMeasurement()
{
    RtoEstimator estimator;
    estimator.sample(100ms, withoutFloor());
    QCOMPARE(estimator.smoothed(), std::optional<Duration>(100ms));
    QCOMPARE(estimator.variation(), Duration(50ms));
    QCOMPARE(estimator.rto(withoutFloor()), Duration(300ms));
}

// "RTTVAR <- (1 - beta) * RTTVAR + beta * |SRTT - R'|, SRTT <- (1 - alpha) * SRTT + alpha * R'", in this order
void TestRto::rule23_theSecondMeasurement()
{
    RtoEstimator estimator;
    estimator.sample(100ms, withoutFloor());
    estimator.sample(200ms, withoutFloor());
    QCOMPARE(estimator.variation(), Duration(62500us));                // 3/4 * 50 + 1/4 * 100
    QCOMPARE(estimator.smoothed(), std::optional<Duration>(112500us)); // 7/8 * 100 + 1/8 * 200
    QCOMPARE(estimator.rto(withoutFloor()), Duration(362500us));
    estimator.sample(12500us, withoutFloor());
    QCOMPARE(estimator.variation(), Duration(71875us)); // 3/4 * 62.5 + 1/4 * 100
    QCOMPARE(estimator.smoothed(), std::optional<Duration>(100ms));
}

// Section 4: "if the K*RTTVAR term in the RTO calculation equals zero, the variance term MUST be rounded to G seconds"
void TestRto::rule23_theGranularityIsTheLeastVariation()
{
    StackProfile profile = withoutFloor();
    profile.clockGranularity = 10ms;
    RtoEstimator estimator;
    for (int i = 0; i < 200; ++i)
        estimator.sample(100ms, profile);
    QCOMPARE(estimator.variation(), Duration::zero());
    QCOMPARE(estimator.rto(profile), Duration(110ms));
}

void TestRto::rule24_atLeastOneSecond()
{
    RtoEstimator estimator;
    estimator.sample(100ms, stackProfiles().front());
    QCOMPARE(estimator.rto(stackProfiles().front()), Duration(1s));
}

void TestRto::rule25_atMostTheCeiling()
{
    RtoEstimator estimator;
    estimator.sample(100s, stackProfiles().front());
    QCOMPARE(estimator.rto(stackProfiles().front()), Duration(60s));
}

void TestRto::rule55_doublesUntilTheNextMeasurement()
{
    const StackProfile profile = withoutFloor();
    RtoEstimator estimator;
    estimator.sample(100ms, profile);
    QStringList seconds;
    for (int i = 0; i < 10; ++i) {
        estimator.backOff();
        seconds << QString::number(static_cast<double>(estimator.rto(profile).count()) / 1e6);
    }
    QCOMPARE(seconds.join(' '), "0.6 1.2 2.4 4.8 9.6 19.2 38.4 60 60 60");
    for (int i = 0; i < 1000; ++i)
        estimator.backOff();
    QCOMPARE(estimator.rto(profile), Duration(60s));
    estimator.sample(100ms, profile);
    QCOMPARE(estimator.rto(profile), Duration(100ms + 4 * 37500us)); // "collapsing"
}

// "the RTO MUST be re-initialized to 3 seconds when data transmission begins"; "once a new RTT measurement is obtained
// ... the computations outlined in Section 2 are performed"
void TestRto::rule57_threeSecondsUntilTheNextMeasurement()
{
    RtoEstimator estimator;
    estimator.backOff();
    estimator.backOff();
    estimator.handshakeWasRetransmitted();
    QCOMPARE(estimator.rto(withoutFloor()), Duration(3s));
    estimator.backOff();
    QCOMPARE(estimator.rto(withoutFloor()), Duration(6s));
    estimator.sample(100ms, withoutFloor());
    QCOMPARE(estimator.rto(withoutFloor()), Duration(300ms));
}

// "and the TCP implementation is using an RTO less than 3 seconds"
void TestRto::rule57_isNoReasonToShrink()
{
    RtoEstimator estimator;
    estimator.sample(2s, withoutFloor());
    estimator.handshakeWasRetransmitted();
    QCOMPARE(estimator.rto(withoutFloor()), Duration(6s));
}

void TestRto::rule51_theTimerStartsWithTheFirstSegment()
{
    Bench bench;
    bench.bringTo(Established);
    QVERIFY(!bench.isRunning(TimerKind::Retransmission));
    bench.call(Send{1460});
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(1s));
    bench.now += 300ms;
    bench.call(Send{1460}); // "if the timer is not running"
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(700ms));
}

void TestRto::rule52_theTimerStopsWhenAllIsAcknowledged()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{2920});
    bench.arrive(ack, 301, 3021);
    QVERIFY(!bench.isRunning(TimerKind::Retransmission));
}

void TestRto::rule53_theTimerRestartsWhenSomethingIsAcknowledged()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{2920});
    bench.now += 600ms;
    bench.arrive(ack, 301, 101); // a duplicate acknowledges nothing new
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(400ms));
    bench.arrive(ack, 301, 1561);
    QVERIFY(bench.left(TimerKind::Retransmission) >= Duration(1s));
}

void TestRto::rule54_theEarliestSegmentIsRepeated()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{2920});
    QCOMPARE(bench.expire(TimerKind::Retransmission), "<SEQ=101><ACK=301><CTL=ACK><DATA=1460>");
    QVERIFY(bench.role() == SegmentRole::Retransmission);
    bench.arrive(ack, 301, 1561);
    QCOMPARE(bench.expire(TimerKind::Retransmission), "<SEQ=1561><ACK=301><CTL=ACK><DATA=1460>");
}

void TestRto::rule56_theTimerRunsForTheDoubledTime()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{10});
    for (const Duration next : {2s, 4s, 8s, 16s, 32s, 60s}) {
        bench.expire(TimerKind::Retransmission);
        QCOMPARE(bench.left(TimerKind::Retransmission), next);
    }
}

void TestRto::rule57_holdsAfterARepeatedSyn()
{
    Bench bench;
    bench.bringTo(SynSent);
    bench.expire(TimerKind::Retransmission);
    bench.now += 10ms;
    bench.arrive(synAck, 300, 101);
    bench.call(Send{10});
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(3s));
    bench.now += 10ms;
    bench.arrive(ack, 301, 111); // a measurement: 10 ms
    bench.call(Send{10});
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(1s));
}

void TestRto::rule57_holdsAfterARepeatedSynAck()
{
    Bench bench;
    bench.bringTo(SynReceived);
    bench.expire(TimerKind::Retransmission);
    bench.arrive(ack, 301, 101);
    bench.call(Send{10});
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(3s));
}

void TestRto::anOrdinaryHandshakeIsMeasured()
{
    Bench bench;
    bench.bringTo(SynSent);
    bench.now += 500ms;
    bench.arrive(synAck, 300, 101);
    bench.call(Send{10});
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(1500ms)); // 500 + 4 * 250
}

// Section 3: "RTT samples MUST NOT be made using segments that were retransmitted"
void TestRto::karn_aRepeatedSegmentIsNotMeasured()
{
    Bench bench;
    bench.bringTo(Established);
    const auto known = bench.tcb().rto.smoothed();
    bench.call(Send{10});
    bench.expire(TimerKind::Retransmission);
    bench.now += 700ms;
    bench.arrive(ack, 301, 111);
    QCOMPARE(bench.tcb().rto.smoothed(), known);
}

// RFC 9293 section 3.8.2: "keeping the backed-off value until a subsequent segment with new data has been sent and
// acknowledged without retransmission"
// The second segment waited at the peer for the first one's repetition: its age says nothing of the network.
void TestRto::karn_anAckThatCoversARepeatedSegmentIsNotMeasured()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{1460});
    bench.call(Send{1460});
    const Duration before = bench.tcb().rto.rto(bench.endpoint.profile());
    bench.expire(TimerKind::Retransmission);
    bench.now += 50ms;
    bench.arrive(ack, 301, 101 + 2 * 1460);
    QVERIFY(bench.tcb().outstanding.empty());
    QCOMPARE(bench.tcb().rto.rto(bench.endpoint.profile()), 2 * before); // the back-off stays, too
}

void TestRto::karn_theBackOffStaysUntilSomethingNewIsAcknowledged()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{10});
    bench.expire(TimerKind::Retransmission);
    bench.expire(TimerKind::Retransmission);
    bench.arrive(ack, 301, 111);
    bench.call(Send{10});
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(4s));
    bench.arrive(ack, 301, 121);
    bench.call(Send{10});
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(1s));
}

// RFC 7323 section 4.1: the echo says which of the two was acknowledged.
void TestRto::timestampsMeasureRepeatedSegmentsToo()
{
    EndpointConfig config = bench::config();
    config.profile.timestamps = true;
    Bench bench(config);
    bench.peerOptions.timestamps = Timestamps{1, 1};
    bench.bringTo(Established);
    bench.call(Send{10});
    bench.expire(TimerKind::Retransmission);
    const Timestamps repeated = *bench.segments().front().options.timestamps;
    bench.now += 80ms;
    Segment answer = segment(ack, 301, 111);
    answer.options.timestamps = Timestamps{2, repeated.value};
    bench.arrive(answer);
    // The handshake took no time: SRTT = 1 ms, one tick at least.
    QCOMPARE(bench.tcb().rto.smoothed(), std::optional<Duration>((7 * 1000us + 80000us) / 8));
}

// tcp_rtt_estimator(), __tcp_set_rto(): SRTT + max(4 * RTTVAR, 200 ms)
void TestRto::linux_theFloorIsThatOfTheVariation()
{
    const StackProfile& profile = *findProfile("linux");
    RtoEstimator estimator;
    estimator.sample(80ms, profile);
    QCOMPARE(estimator.rto(profile), Duration(280ms)); // 4 * 40 ms are less
    estimator.backOff();
    QCOMPARE(estimator.rto(profile), Duration(560ms));
    RtoEstimator slow;
    slow.sample(300ms, profile);
    QCOMPARE(slow.rto(profile), Duration(900ms)); // 4 * 150 ms are more
}

// TCPT_RANGESET(): (value) + tcp_rexmit_slop, within the range
void TestRto::freebsd_addsTheSlopToWhatIsBackedOff()
{
    const StackProfile& profile = *findProfile("freebsd");
    RtoEstimator estimator;
    estimator.sample(1ms, profile);
    QCOMPARE(estimator.rto(profile), Duration(230ms)); // 30 ms at least
    estimator.backOff();
    QCOMPARE(estimator.rto(profile), Duration(260ms));
    estimator.sample(80ms, profile);
    estimator.backOff();
    const Duration measured = *estimator.smoothed() + 4 * estimator.variation();
    QCOMPARE(estimator.rto(profile), 2 * measured + 200ms);
    for (int i = 0; i < 20; ++i)
        estimator.backOff();
    QCOMPARE(estimator.rto(profile), Duration(64s));
}

// tcp_newtcpcb(): t_rxtcur is tcp_rexmit_initial; tcp_timer_rexmt() has TCPT_RANGESET().
void TestRto::freebsd_theFirstRtoHasNoSlop()
{
    Bench bench(bench::config(*findProfile("freebsd")));
    bench.bringTo(SynSent);
    QStringList milliseconds;
    for (int i = 0; i < 5; ++i) {
        bench.expire(TimerKind::Retransmission);
        milliseconds << QString::number(bench.now / 1ms);
    }
    QCOMPARE(milliseconds.join(' '), "1000 3200 7400 15600 31800");
}

QTEST_APPLESS_MAIN(TestRto)
#include "tst_rto.moc"
