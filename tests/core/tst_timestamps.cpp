// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 7323 sections 3 to 5: timestamps that are agreed upon, echoed, and held against old duplicates (PAWS).

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

EndpointConfig stamping(Duration delayedAck = Duration::zero())
{
    EndpointConfig config = bench::config();
    config.profile.timestamps = true;
    config.profile.delayedAck = delayedAck;
    return config;
}

Segment stamped(Segment segment, std::uint32_t value, std::uint32_t echo = 1)
{
    segment.options.timestamps = Timestamps{value, echo};
    return segment;
}

/// ESTABLISHED, TS.Recent = 1000.
void establish(Bench& bench)
{
    bench.peerOptions.timestamps = Timestamps{1000, 1};
    bench.bringTo(Established);
    QVERIFY(bench.tcb().ts.inUse);
}

/// TSecr of what was sent last.
std::uint32_t echoed(const Bench& bench)
{
    return bench.segments().back().options.timestamps->echo;
}

} // namespace

class TestTimestamps : public QObject
{
    Q_OBJECT

private slots:
    void everySegmentCarriesThem();
    void notAgreedUpon_theyAreIgnored();
    void missing_isDroppedSilently_data();
    void missing_isDroppedSilently();
    void missingOnAReset_doesNotMatter();
    void tooOld_isAcknowledgedAndDropped();
    void tooOld_emptySegments_areNotAnsweredForEver();
    void tooOld_comparesAcrossTheWrap();
    void tooOld_resetDoesNotMatter();
    void tooOld_isAcceptedAfter24Days();
    void echo_inSequence_isTheLatest();
    void echo_delayedAck_isTheEarliest();
    void echo_gap_isThatOfTheLastInSequence();
    void echo_filledGap_isThatOfTheFiller();
    void echo_ofNothingNew_measuresNothing();
    void reset_ofAnAbort_carriesThem();
    void reset_inAnswer_echoesWhatItAnswers();
    void reset_inAnswerToNone_carriesNone();
};

// Section 3.2: "the TSopt MUST be sent in every non-<RST> segment for the duration of the connection"
void TestTimestamps::everySegmentCarriesThem()
{
    Bench bench(stamping());
    establish(bench);
    bench.now = 50ms;
    for (const Call& call : std::initializer_list<Call>{Send{10}, Close{}}) {
        bench.call(call);
        const auto stamps = bench.segments().back().options.timestamps;
        QVERIFY(stamps.has_value());
        QCOMPARE(stamps->echo, 1000U);
        QCOMPARE(stamps->value, timestampClock(bench.now));
    }
    bench.expire(TimerKind::Retransmission);
    QCOMPARE(bench.segments().back().options.timestamps->value, timestampClock(bench.now));
    bench.arrive(rst, 302); // a challenge ACK in answer
    QVERIFY(bench.segments().back().options.timestamps.has_value());
}

// "If a TSopt is received on a connection where TSopt was not negotiated in the initial three-way handshake, the TSopt
// MUST be ignored and the packet processed normally."
void TestTimestamps::notAgreedUpon_theyAreIgnored()
{
    Bench bench(stamping());
    bench.bringTo(Established);
    QCOMPARE(bench.arrive(stamped(segment(ack, 301, 101, 10), 5000)), "<SEQ=101><ACK=311><CTL=ACK>");
    QCOMPARE(bench.arrive(stamped(segment(ack, 311, 101, 10), 10)), "<SEQ=101><ACK=321><CTL=ACK>");
    QVERIFY(!bench.segments().back().options.timestamps);
}

void TestTimestamps::missing_isDroppedSilently_data()
{
    QTest::addColumn<Segment>("missing");
    QTest::newRow("data") << segment(ack, 301, 101, 10);
    QTest::newRow("FIN") << segment(finAck, 301, 101);
    QTest::newRow("outside the window") << segment(ack, 200, 101);
    QTest::newRow("SYN") << segment(syn, 301);
}

// "If a non-<RST> segment is received without a TSopt, a TCP SHOULD silently drop the segment."
void TestTimestamps::missing_isDroppedSilently()
{
    QFETCH(Segment, missing);
    Bench bench(stamping());
    establish(bench);
    QCOMPARE(bench.arrive(missing), QString());
    QCOMPARE(bench.reason(), Reason::TimestampMissing);
    QCOMPARE(bench.state(), Established);
}

void TestTimestamps::missingOnAReset_doesNotMatter()
{
    Bench bench(stamping());
    establish(bench);
    bench.arrive(rst, 301);
    QCOMPARE(bench.state(), Closed);
}

// Section 5.3, R1: "SEG.TSval < TS.Recent ... Send an acknowledgment in reply ..., and drop the segment."
void TestTimestamps::tooOld_isAcknowledgedAndDropped()
{
    Bench bench(stamping());
    establish(bench);
    QCOMPARE(bench.arrive(stamped(segment(finAck, 301, 101, 10), 999)), "<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::Paws);
    QCOMPARE(bench.state(), Established);
    QCOMPARE(bench.arrive(stamped(segment(ack, 301, 101, 10), 1000)), "<SEQ=101><ACK=311><CTL=ACK>");
}

// Two ends that hold each other's duplicated ACKs for old would answer each other without an end: such answers are
// under the limit of RFC 5961 section 7. What has text or a FIN was sent for a reason, and is always answered.
void TestTimestamps::tooOld_emptySegments_areNotAnsweredForEver()
{
    EndpointConfig config = stamping();
    config.profile.challengeAckLimit = 2;
    config.profile.challengeAckPeriod = 5s;
    Bench bench(config);
    establish(bench);
    const Segment empty = stamped(segment(ack, 301, 101), 999);
    const QString answer = QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>");
    QCOMPARE(bench.arrive(empty), answer);
    QCOMPARE(bench.arrive(empty), answer);
    QCOMPARE(bench.arrive(empty), QString());
    QCOMPARE(bench.arrive(stamped(segment(finAck, 301, 101), 999)), answer);
    bench.now += 5s;
    QCOMPARE(bench.arrive(empty), answer);
}

// Section 5.2: "s < t if 0 < (t - s) < 2^31"
void TestTimestamps::tooOld_comparesAcrossTheWrap()
{
    Bench bench(stamping());
    bench.peerOptions.timestamps = Timestamps{0xFFFFFFF0U, 1};
    bench.bringTo(Established);
    bench.arrive(stamped(segment(ack, 301, 101, 10), 5));
    QCOMPARE(bench.heard(), "DataDelivered 10");
    bench.arrive(stamped(segment(ack, 311, 101, 10), 0xFFFFFFF0U));
    QCOMPARE(bench.reason(), Reason::Paws);
}

// Section 5.2: "When an <RST> segment is received, it MUST NOT be subjected to the PAWS check"
void TestTimestamps::tooOld_resetDoesNotMatter()
{
    Bench bench(stamping());
    establish(bench);
    bench.arrive(stamped(segment(rst, 301), 5));
    QCOMPARE(bench.state(), Closed);
}

// Section 5.5: "invalidate the TS.Recent value when a connection is idle for more than 24 days"
void TestTimestamps::tooOld_isAcceptedAfter24Days()
{
    constexpr Duration days24 = 24 * 24h;
    Bench bench(stamping());
    establish(bench);
    bench.now = days24 - 1us;
    bench.arrive(stamped(segment(ack, 301, 101, 10), 999));
    QCOMPARE(bench.reason(), Reason::Paws);
    bench.now = days24 + 1us;
    bench.arrive(stamped(segment(ack, 301, 101, 10), 999));
    QCOMPARE(bench.heard(), "DataDelivered 10");
    QCOMPARE(bench.tcb().ts.recent, 999U); // "rule R3 updates TS.Recent"
}

// Section 4.3.
void TestTimestamps::echo_inSequence_isTheLatest()
{
    Bench bench(stamping());
    establish(bench);
    QCOMPARE(echoed(bench), 1000U);
    bench.arrive(stamped(segment(ack, 301, 101, 10), 1001));
    QCOMPARE(echoed(bench), 1001U);
    bench.arrive(stamped(segment(ack, 311, 101, 10), 1007));
    QCOMPARE(echoed(bench), 1007U);
}

// (A): "reply with the TSval field from the earliest unacknowledged segment"
void TestTimestamps::echo_delayedAck_isTheEarliest()
{
    Bench bench(stamping(200ms));
    establish(bench);
    QCOMPARE(bench.arrive(stamped(segment(ack, 301, 101, 10), 1001)), QString());
    QCOMPARE(bench.arrive(stamped(segment(ack, 311, 101, 10), 1002)), QString());
    bench.expire(TimerKind::DelayedAck);
    QCOMPARE(echoed(bench), 1001U);
}

// (B): "An <ACK> for an out-of-order segment SHOULD ... contain the timestamp from the most recent segment that
// advanced RCV.NXT."
void TestTimestamps::echo_gap_isThatOfTheLastInSequence()
{
    Bench bench(stamping());
    establish(bench);
    bench.arrive(stamped(segment(ack, 301, 101, 10), 1001));
    QCOMPARE(bench.arrive(stamped(segment(ack, 321, 101, 10), 1003)), "<SEQ=101><ACK=311><CTL=ACK>");
    QCOMPARE(echoed(bench), 1001U);
}

// (C): "the timestamp from the latest segment (which filled the hole) MUST be echoed"
void TestTimestamps::echo_filledGap_isThatOfTheFiller()
{
    Bench bench(stamping());
    establish(bench);
    bench.arrive(stamped(segment(ack, 311, 101, 10), 1002));
    QCOMPARE(bench.arrive(stamped(segment(ack, 301, 101, 10), 1004)), "<SEQ=101><ACK=321><CTL=ACK>");
    QCOMPARE(echoed(bench), 1004U);
}

// Section 4.1, RTTM Rule: "only if the segment advances the left edge of the send window"
void TestTimestamps::echo_ofNothingNew_measuresNothing()
{
    Bench bench(stamping());
    establish(bench);
    const RtoEstimator before = bench.tcb().rto;
    bench.now += 10s;
    bench.arrive(stamped(segment(ack, 301, 101, 10), 1001, 1));
    QVERIFY(bench.tcb().rto == before);
}

// Section 5.2: "If an <RST> is being generated because of a user abort, and Snd.TS.OK is set, then a Timestamps option
// SHOULD be included in the <RST>."
void TestTimestamps::reset_ofAnAbort_carriesThem()
{
    Bench bench(stamping());
    establish(bench);
    QCOMPARE(bench.call(Abort{}), "<SEQ=101><CTL=RST>");
    QVERIFY(bench.segments().front().options.timestamps.has_value());
    Bench plain;
    plain.bringTo(Established);
    plain.call(Abort{});
    QVERIFY(plain.segments().front().options.empty());
}

// "if the segment causing the <RST> to be generated contains a Timestamps option, the <RST> should also contain a
// Timestamps option. In the <RST> segment, SEG.TSecr SHOULD be set to SEG.TSval from the incoming segment and SEG.TSval
// SHOULD be set to zero."
void TestTimestamps::reset_inAnswer_echoesWhatItAnswers()
{
    Bench bench(stamping());
    QCOMPARE(bench.arrive(stamped(segment(ack, 301, 101), 777)), "<SEQ=101><CTL=RST>");
    QCOMPARE(bench.segments().front().options.timestamps, std::optional(Timestamps{0, 777}));
}

void TestTimestamps::reset_inAnswerToNone_carriesNone()
{
    Bench bench(stamping());
    bench.arrive(ack, 301, 101);
    QVERIFY(bench.segments().front().options.empty());
    Bench without; // a stack that knows no timestamps
    without.arrive(stamped(segment(ack, 301, 101), 777));
    QVERIFY(without.segments().front().options.empty());
}

QTEST_APPLESS_MAIN(TestTimestamps)
#include "tst_timestamps.moc"
