// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Text on its way out: segments of the right size, PSH and URG where they belong, the FIN behind everything, Nagle, and
// never more than the window allows (RFC 9293 sections 3.7.4, 3.8.5, 3.8.6.2.1, 3.9.1.2).

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

EndpointConfig withoutNagle()
{
    EndpointConfig config = bench::config();
    config.profile.nagle = false;
    return config;
}

/// "101+1460 1561+40P": sequence number and octets of each segment, P for PSH.
QString outline(const Bench& bench)
{
    QStringList found;
    for (const Segment& segment : bench.segments())
        found << QStringLiteral("%1+%2%3")
                     .arg(segment.seq.value)
                     .arg(segment.text.length)
                     .arg(segment.flags.psh ? QStringLiteral("P") : QString());
    return found.join(QLatin1Char(' '));
}

} // namespace

class TestSending : public QObject
{
    Q_OBJECT

private slots:
    void dataIsCutIntoFullSegmentsAndPushed();
    void dataQueuedBeforeEstablished_goesOutOnceItIsReached_data();
    void dataQueuedBeforeEstablished_goesOutOnceItIsReached();
    void finRidesOnTheLastData();
    void finGoesOutAloneWhereNothingWaits();
    void halfClosed_stillSends();
    void theTextIsTheStream();
    void acknowledgedDataIsReported();
    void acknowledgmentInPart_keepsTheRest();
    void nagle_smallDataWaitsForTheAck();
    void nagle_fullSegmentsDoNotWait();
    void nagle_closeDoesNotWait();
    void nagle_canBeTurnedOff();
    void window_isNeverExceeded();
    void window_forMillionsOfSegments_isNotUsedAtOnce();
    void window_above32767_isUsedWhole();
    void window_oldSegmentsDoNotChangeIt();
    void window_shrinks_nothingNewIsSent();
    void window_shrinksToZero_livePeerIsNotGivenUp();
    void sillyWindow_smallRoomIsNotUsed();
    void sillyWindow_halfOfTheLargestWindowIsUsed();
    void sillyWindow_theOverrideSendsAllTheSame();
    void urgent_pointsBehindTheUrgentData();
    void urgent_isMarkedOnEverySegmentBeforeIt();
    void urgent_farAhead_pointsAsFarAsItCan();
    void urgent_acknowledged_isOver();
};

// SHLD-28; MUST-61: "MUST set the PSH bit in the last buffered segment (i.e., when there is no more queued data to be
// sent)"
void TestSending::dataIsCutIntoFullSegmentsAndPushed()
{
    Bench bench(withoutNagle());
    bench.bringTo(Established);
    bench.call(Send{3000});
    QCOMPARE(outline(bench), "101+1460 1561+1460 3021+80P");
}

void TestSending::dataQueuedBeforeEstablished_goesOutOnceItIsReached_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("SYN_SENT") << SynSent;
    QTest::newRow("SYN_RECEIVED") << SynReceived;
}

// 3.10.2: "Queue the data for transmission after entering ESTABLISHED state."
void TestSending::dataQueuedBeforeEstablished_goesOutOnceItIsReached()
{
    QFETCH(State, state);
    Bench bench;
    bench.bringTo(state);
    QCOMPARE(bench.call(Send{10}), QString());
    QCOMPARE(bench.call(Send{20}), QString());
    if (state == SynSent)
        bench.arrive(synAck, 300, 101);
    else
        bench.arrive(ack, 301, 101);
    QCOMPARE(outline(bench), "101+30P");
    QCOMPARE(bench.segments().front().ack, Seq{301});
}

void TestSending::finRidesOnTheLastData()
{
    Bench bench;
    bench.peerWindow = 2000;
    bench.bringTo(Established);
    QCOMPARE(bench.call(Send{3000}), "<SEQ=101><ACK=301><CTL=ACK><DATA=1460>");
    bench.call(Close{});
    QCOMPARE(bench.arrive(ack, 301, 1561),
             "<SEQ=1561><ACK=301><CTL=ACK><DATA=1460> <SEQ=3021><ACK=301><CTL=FIN,ACK><DATA=80>");
    bench.arrive(ack, 301, 3101);
    QCOMPARE(bench.state(), FinWait1); // the FIN itself is not acknowledged
    bench.arrive(ack, 301, 3102);
    QCOMPARE(bench.state(), FinWait2);
}

void TestSending::finGoesOutAloneWhereNothingWaits()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{10});
    bench.arrive(ack, 301, 111);
    QCOMPARE(bench.call(Close{}), "<SEQ=111><ACK=301><CTL=FIN,ACK>");
}

void TestSending::halfClosed_stillSends()
{
    Bench bench(withoutNagle());
    bench.bringTo(CloseWait);
    QCOMPARE(bench.call(Send{2000}), "<SEQ=101><ACK=302><CTL=ACK><DATA=1460> <SEQ=1561><ACK=302><CTL=ACK><DATA=540>");
    bench.arrive(ack, 302, 2101);
    QCOMPARE(bench.heard(), "DataAcknowledged 2000");
    QCOMPARE(bench.call(Send{10}), "<SEQ=2101><ACK=302><CTL=ACK><DATA=10>");
}

void TestSending::theTextIsTheStream()
{
    Bench bench(withoutNagle());
    bench.bringTo(Established);
    bench.call(Send{1500});
    const std::vector<Segment> sent = bench.segments();
    QCOMPARE(sent.size(), std::size_t{2});
    QCOMPARE(sent[0].text, (Text{0, 1460, 0}));
    QCOMPARE(sent[1].text, (Text{0, 40, 1460}));
    bench.expire(TimerKind::Retransmission);
    QCOMPARE(bench.segments().front().text, (Text{0, 1460, 0}));
}

// 3.10.7.4, fifth: "Users should receive positive acknowledgments for buffers that have been SENT and fully
// acknowledged"
void TestSending::acknowledgedDataIsReported()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{1500});
    bench.arrive(ack, 301, 1561);
    QCOMPARE(bench.heard(), "DataAcknowledged 1460");
    bench.arrive(ack, 301, 1561);
    QCOMPARE(bench.heard(), QString());
    bench.arrive(ack, 301, 1601);
    QCOMPARE(bench.heard(), "DataAcknowledged 40");
}

void TestSending::acknowledgmentInPart_keepsTheRest()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{1000});
    bench.arrive(ack, 301, 401);
    QCOMPARE(bench.heard(), "DataAcknowledged 300");
    QCOMPARE(bench.expire(TimerKind::Retransmission), "<SEQ=401><ACK=301><CTL=ACK><DATA=700>");
    QCOMPARE(bench.segments().front().text, (Text{0, 700, 300}));
}

// 3.7.4: "If there is unacknowledged data ..., then the sending TCP endpoint buffers all user data (regardless of the
// PSH bit) until the outstanding data has been acknowledged or until the TCP endpoint can send a full-sized segment"
void TestSending::nagle_smallDataWaitsForTheAck()
{
    Bench bench;
    bench.bringTo(Established);
    QCOMPARE(bench.call(Send{10}), "<SEQ=101><ACK=301><CTL=ACK><DATA=10>");
    QCOMPARE(bench.call(Send{10}), QString());
    QCOMPARE(bench.call(Send{10}), QString());
    QCOMPARE(bench.arrive(ack, 301, 111), "<SEQ=111><ACK=301><CTL=ACK><DATA=20>");
}

void TestSending::nagle_fullSegmentsDoNotWait()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{10});
    QCOMPARE(bench.call(Send{1500}), "<SEQ=111><ACK=301><CTL=ACK><DATA=1460>");
    QVERIFY(!bench.segments().front().flags.psh); // forty octets are still queued
}

// 3.9.1.4: "Close also implies push function."
void TestSending::nagle_closeDoesNotWait()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{10});
    bench.call(Send{10});
    QCOMPARE(bench.call(Close{}), "<SEQ=111><ACK=301><CTL=FIN,ACK><DATA=10>");
}

// MUST-17
void TestSending::nagle_canBeTurnedOff()
{
    Bench bench(withoutNagle());
    bench.bringTo(Established);
    bench.call(Send{10});
    QCOMPARE(bench.call(Send{10}), "<SEQ=111><ACK=301><CTL=ACK><DATA=10>");
}

void TestSending::window_isNeverExceeded()
{
    Bench bench(withoutNagle());
    bench.peerWindow = 2000;
    bench.bringTo(Established);
    bench.call(Send{5000});
    QCOMPARE(outline(bench), "101+1460"); // 540 octets of room are neither a full segment nor half the window
    bench.peerWindow = 1460;
    bench.arrive(ack, 301, 1561);
    QCOMPARE(outline(bench), "1561+1460");
    QCOMPARE(bench.tcb().snd.nxt - bench.tcb().snd.una, 1460U);
}

// RFC 9293 section 3.8.6.2.1 says what a sender may send at most, not that it must be all at once.
void TestSending::window_forMillionsOfSegments_isNotUsedAtOnce()
{
    EndpointConfig large = withoutNagle();
    large.profile.windowScale = 14;
    large.profile.sendBuffer = 1'000'000'000;
    Bench bench(large);
    bench.peerOptions.mss = 1;
    bench.peerOptions.windowScale = 14;
    bench.bringTo(Established);
    bench.peerWindow = 0xFFFF;
    bench.arrive(ack, 301, 101);
    bench.call(Send{100'000});
    QCOMPARE(bench.segments().size(), std::size_t{1000});
    bench.arrive(ack, 301, 101 + 10);
    QCOMPARE(bench.segments().size(), std::size_t{10});
}

// MUST-1: "or else large window sizes will appear like negative windows"
void TestSending::window_above32767_isUsedWhole()
{
    Bench bench;
    bench.peerWindow = 65535;
    bench.bringTo(Established);
    bench.call(Send{44 * 1460});
    QCOMPARE(bench.segments().size(), std::size_t{44});
}

// 3.10.7.4, fifth: "The check here prevents using old segments to update the window."
void TestSending::window_oldSegmentsDoNotChangeIt()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{10});
    bench.peerWindow = 500;
    bench.arrive(ack, 301, 111);
    QCOMPARE(bench.tcb().snd.wnd, 500U);
    bench.peerWindow = 4000;
    bench.arrive(ack, 301, 101); // SEG.ACK < SND.UNA: sent before
    QCOMPARE(bench.tcb().snd.wnd, 500U);
    bench.arrive(ack, 310, 111, 10); // beyond a gap: SEG.SEQ > SND.WL1
    QCOMPARE(bench.tcb().snd.wnd, 4000U);
    bench.peerWindow = 300;
    bench.arrive(ack, 301, 111); // SEG.SEQ < SND.WL1
    QCOMPARE(bench.tcb().snd.wnd, 4000U);
}

// MUST-34: "a sending TCP peer MUST be robust against window shrinking"; SHLD-15, SHLD-16
void TestSending::window_shrinks_nothingNewIsSent()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{4000});
    bench.peerWindow = 100;
    QCOMPARE(bench.arrive(ack, 301, 1561), QString());
    QCOMPARE(bench.expire(TimerKind::Retransmission), "<SEQ=1561><ACK=301><CTL=ACK><DATA=1460>");
}

// MUST-35, MUST-37: "As long as the receiving TCP peer continues to send acknowledgments in response to the probe
// segments, the sending TCP peer MUST allow the connection to stay open". What is outstanding probes as well.
void TestSending::window_shrinksToZero_livePeerIsNotGivenUp()
{
    EndpointConfig config = bench::config();
    config.profile.userTimeout = 5min;
    Bench bench(config);
    bench.bringTo(Established);
    bench.call(Send{4000});
    bench.peerWindow = 0;
    bench.arrive(ack, 301, 101);
    for (int i = 0; i < 50; ++i) {
        QVERIFY(!bench.expire(TimerKind::Retransmission).isEmpty());
        bench.arrive(ack, 301, 101);
        QVERIFY(!bench.isRunning(TimerKind::User) || bench.left(TimerKind::User) == Duration(5min));
    }
    QCOMPARE(bench.state(), Established);
}

// 3.8.6.2.1: neither a full segment, nor all there is, nor half of the largest window
void TestSending::sillyWindow_smallRoomIsNotUsed()
{
    Bench bench;
    bench.bringTo(Established);
    bench.peerWindow = 1000;
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.call(Send{1200}), QString());
    QVERIFY(bench.isRunning(TimerKind::Persist));
    bench.peerWindow = 1200;
    QCOMPARE(bench.arrive(ack, 301, 101), "<SEQ=101><ACK=301><CTL=ACK><DATA=1200>");
    QVERIFY(!bench.isRunning(TimerKind::Persist));
}

// "(3) or if at least a fraction Fs of the maximum window can be sent"
void TestSending::sillyWindow_halfOfTheLargestWindowIsUsed()
{
    Bench bench;
    bench.peerWindow = 1000;
    bench.bringTo(Established);
    bench.peerWindow = 499;
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.call(Send{1200}), QString());
    bench.peerWindow = 500;
    QCOMPARE(bench.arrive(ack, 301, 101), "<SEQ=101><ACK=301><CTL=ACK><DATA=500>");
}

// "(4) or if the override timeout occurs"
void TestSending::sillyWindow_theOverrideSendsAllTheSame()
{
    Bench bench;
    bench.bringTo(Established);
    bench.peerWindow = 100;
    bench.arrive(ack, 301, 101);
    bench.call(Send{1200});
    QCOMPARE(bench.left(TimerKind::Persist), Duration(200ms));
    QCOMPARE(bench.expire(TimerKind::Persist), "<SEQ=101><ACK=301><CTL=ACK><DATA=100>");
    QVERIFY(bench.role() == SegmentRole::Regular);
    for (const StackProfile& profile : stackProfiles())
        QVERIFY(profile.overrideTimeout >= 100ms && profile.overrideTimeout <= 1s);
}

// MUST-62: "The urgent pointer MUST point to the sequence number of the octet following the urgent data"
void TestSending::urgent_pointsBehindTheUrgentData()
{
    Bench bench;
    bench.bringTo(Established);
    QCOMPARE(bench.call(Send{.octets = 10, .urgent = true}), "<SEQ=101><ACK=301><CTL=URG,ACK><DATA=10>");
    QCOMPARE(bench.segments().front().urgentPointer, std::uint16_t{10});
}

void TestSending::urgent_isMarkedOnEverySegmentBeforeIt()
{
    Bench bench(withoutNagle());
    bench.bringTo(Established);
    bench.call(Send{.octets = 2000, .urgent = true});
    const std::vector<Segment> sent = bench.segments();
    QCOMPARE(sent.size(), std::size_t{2});
    QVERIFY(sent[0].flags.urg && sent[1].flags.urg);
    QCOMPARE(sent[0].urgentPointer, std::uint16_t{2000});
    QCOMPARE(sent[1].urgentPointer, std::uint16_t{540});
    bench.call(Send{1460}); // behind it: not urgent
    QVERIFY(!bench.segments().front().flags.urg);
    bench.expire(TimerKind::Retransmission);
    QVERIFY(bench.segments().front().flags.urg);
}

// MUST-31: "MUST support a sequence of urgent data of any length"
void TestSending::urgent_farAhead_pointsAsFarAsItCan()
{
    EndpointConfig config = bench::config();
    config.profile.sendBuffer = 200000;
    Bench bench(config);
    bench.bringTo(Established);
    bench.call(Send{.octets = 100000, .urgent = true});
    QCOMPARE(bench.segments().front().urgentPointer, std::uint16_t{65535});
}

void TestSending::urgent_acknowledged_isOver()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{.octets = 10, .urgent = true});
    bench.arrive(ack, 301, 111);
    QVERIFY(!bench.tcb().snd.up);
    QCOMPARE(bench.call(Send{10}), "<SEQ=111><ACK=301><CTL=ACK><DATA=10>");
}

QTEST_APPLESS_MAIN(TestSending)
#include "tst_sending.moc"
