// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Data that nobody reads: the window is zero and still hears ACKs, URGs and RSTs (RFC 9293 section 3.10.7.4, first), or
// the application is gone and the peer must be told (section 3.6.1).

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

/// ESTABLISHED with a receive window that the peer has filled: RCV.NXT = 401, RCV.WND = 0.
void fillWindow(Bench& bench)
{
    bench.bringTo(Established);
    bench.arrive(ack, 301, 101, 100);
    QCOMPARE(bench.tcb().rcv.wnd, 0U);
}

EndpointConfig smallWindow()
{
    EndpointConfig config = bench::config();
    config.reading = false;
    config.profile.receiveBuffer = 100;
    config.profile.delayedAck = Duration::zero();
    return config;
}

} // namespace

class TestUnreadData : public QObject
{
    Q_OBJECT

private slots:
    void zeroWindow_reset_isBelieved_data();
    void zeroWindow_reset_isBelieved();
    void zeroWindow_resetElsewhere_isIgnored();
    void zeroWindow_textWithAnAck_theAckCounts();
    void zeroWindow_textWithAnAckOfUnsent_theAckDoesNotCount();
    void zeroWindow_textWithTheAckOfOurFin_movesOn();
    void zeroWindow_urgent_isTold();
    void finWait_newDataForNobody_isReset_data();
    void finWait_newDataForNobody_isReset();
    void finWait_newDataForNobody_isDiscardedWhereTheProfileSaysSo();
    void receiveBufferOfItsOwn_boundsTheWindow_data();
    void receiveBufferOfItsOwn_boundsTheWindow();
    void synReceived_newDataForNobody_isReset();
    void synReceived_newDataForNobody_isDiscardedWhereTheProfileSaysSo();
    void synReceived_closeWithTextOfTheSyn_isAReset();
    void closeWithUnreadData_isAReset();
    void closeWithUnreadData_isAnOrdinaryCloseWhereTheProfileSaysSo();
    void finWait2_closeForGoodWithUnreadData_opensTheWindowWhereTheProfileSaysSo();
};

void TestUnreadData::zeroWindow_reset_isBelieved_data()
{
    QTest::addColumn<std::uint32_t>("octets");
    QTest::newRow("without text") << 0U;
    QTest::newRow("with text") << 10U; // SHLD-2
}

// MUST-66: "A TCP receiver MUST process the RST and URG fields of all incoming segments, even when the receive window
// is zero".
void TestUnreadData::zeroWindow_reset_isBelieved()
{
    QFETCH(std::uint32_t, octets);
    Bench bench(smallWindow());
    fillWindow(bench);
    bench.arrive(rst, 401, 0, octets);
    QCOMPARE(bench.state(), Closed);
}

void TestUnreadData::zeroWindow_resetElsewhere_isIgnored()
{
    Bench bench(smallWindow());
    fillWindow(bench);
    for (const std::uint32_t seq : {400U, 402U}) {
        QCOMPARE(bench.arrive(rst, seq), QString());
        QCOMPARE(bench.reason(), Reason::RstOutsideWindow);
    }
    QCOMPARE(bench.state(), Established);
}

// 3.10.7.4, first: "special allowance should be made to accept valid ACKs, URGs, and RSTs"
void TestUnreadData::zeroWindow_textWithAnAck_theAckCounts()
{
    Bench bench(smallWindow());
    fillWindow(bench);
    bench.call(Send{10});
    QCOMPARE(bench.arrive(ack, 401, 111, 1), "<SEQ=111><ACK=401><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::ZeroWindow);
    QCOMPARE(bench.heard(), "DataAcknowledged 10");
}

void TestUnreadData::zeroWindow_textWithAnAckOfUnsent_theAckDoesNotCount()
{
    Bench bench(smallWindow());
    fillWindow(bench);
    const SendVariables before = bench.tcb().snd;
    QCOMPARE(bench.arrive(ack, 401, 150, 1), "<SEQ=101><ACK=401><CTL=ACK>");
    QCOMPARE(bench.reason(), Reason::AckOfUnsent);
    QCOMPARE(bench.tcb().snd, before);
}

void TestUnreadData::zeroWindow_textWithTheAckOfOurFin_movesOn()
{
    Bench bench(smallWindow());
    fillWindow(bench);
    bench.call(Close{});
    QCOMPARE(bench.state(), FinWait1);
    QCOMPARE(bench.arrive(ack, 401, 102, 1), "<SEQ=102><ACK=401><CTL=ACK>");
    QCOMPARE(bench.state(), FinWait2);
}

void TestUnreadData::zeroWindow_urgent_isTold()
{
    Bench bench(smallWindow());
    fillWindow(bench);
    Segment urgent = segment(urgAck, 401, 101, 1);
    urgent.urgentPointer = 1;
    bench.arrive(urgent);
    QCOMPARE(bench.heard(), "UrgentData");
}

void TestUnreadData::finWait_newDataForNobody_isReset_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("FIN_WAIT_1") << FinWait1;
    QTest::newRow("FIN_WAIT_2") << FinWait2;
}

// 3.6.1, SHLD-3: "if new data is received after CLOSE is called, its TCP implementation SHOULD send a RST"
void TestUnreadData::finWait_newDataForNobody_isReset()
{
    QFETCH(State, state);
    Bench bench;
    bench.bringTo(Established);
    bench.call(Close{.stillReading = false});
    if (state == FinWait2)
        bench.arrive(ack, 301, 102);
    QCOMPARE(bench.state(), state);
    bench.arrive(ack, 300, 102); // nothing new
    QVERIFY(bench.state() != Closed);
    QCOMPARE(bench.arrive(ack, 301, 102, 10), "<SEQ=102><CTL=RST>");
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "ConnectionReset");
}

void TestUnreadData::finWait_newDataForNobody_isDiscardedWhereTheProfileSaysSo()
{
    EndpointConfig config = bench::config();
    config.profile.resetOnDataAfterClose = false;
    config.profile.delayedAck = Duration::zero();
    Bench bench(config);
    bench.bringTo(Established);
    bench.call(Close{.stillReading = false});
    QCOMPARE(bench.arrive(ack, 301, 102, 10), "<SEQ=102><ACK=311><CTL=ACK>");
    QCOMPARE(bench.state(), FinWait2);
    QCOMPARE(bench.heard(), "CloseAcknowledged");
}

void TestUnreadData::receiveBufferOfItsOwn_boundsTheWindow_data()
{
    QTest::addColumn<std::uint32_t>("octets");
    QTest::addColumn<int>("shift");
    QTest::newRow("less than a shift of 7 can say") << 100U << 0;
    QTest::newRow("the largest without a shift") << 65535U << 0;
    QTest::newRow("the next") << 65536U << 1;
    QTest::newRow("the largest of all") << largestWindow << 14;
}

// RFC 7323 section 2.2; the profile alone would offer a shift of 7.
void TestUnreadData::receiveBufferOfItsOwn_boundsTheWindow()
{
    QFETCH(std::uint32_t, octets);
    EndpointConfig config = bench::config(*findProfile("linux"));
    config.receiveBuffer = octets;
    Bench bench(config);
    bench.peerOptions.windowScale = 2;
    bench.bringTo(SynSent);
    QCOMPARE(bench.segments().front().window, static_cast<std::uint16_t>(std::min(octets, largestWindowField)));
    QTEST(int{*bench.segments().front().options.windowScale}, "shift");
    bench.arrive(synAck, 300, 101);
    const std::uint32_t offered = std::uint32_t{bench.segments().front().window} << bench.tcb().rcv.scale;
    QVERIFY2(offered <= octets && octets - offered <= 2, qPrintable(QString::number(offered))); // a SYN says 65535
}

// The CLOSE waits behind the SEND (3.10.4), but the application is gone already.
void TestUnreadData::synReceived_newDataForNobody_isReset()
{
    Bench bench;
    bench.bringTo(SynReceived);
    bench.call(Send{10});
    bench.call(Close{.stillReading = false});
    QCOMPARE(bench.state(), SynReceived);
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><CTL=RST>");
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "ConnectionReset");
}

void TestUnreadData::synReceived_newDataForNobody_isDiscardedWhereTheProfileSaysSo()
{
    EndpointConfig config = bench::config();
    config.profile.resetOnDataAfterClose = false;
    Bench bench(config);
    bench.bringTo(SynReceived);
    bench.call(Send{10});
    bench.call(Close{.stillReading = false});
    QCOMPARE(bench.arrive(ack, 301, 101, 10), "<SEQ=101><ACK=311><CTL=FIN,ACK><DATA=10>");
    QCOMPARE(bench.state(), FinWait1);
}

// "While received data is still pending": what came with the SYN waits for ESTABLISHED.
void TestUnreadData::synReceived_closeWithTextOfTheSyn_isAReset()
{
    Bench bench;
    bench.bringTo(Listen);
    bench.arrive(syn, 300, 0, 10);
    QCOMPARE(bench.call(Close{.stillReading = false}), "<SEQ=101><CTL=RST>");
    QCOMPARE(bench.state(), Closed);
}

// 3.6.1, SHLD-3: "If such a host issues a CLOSE call while received data is still pending"
void TestUnreadData::closeWithUnreadData_isAReset()
{
    Bench bench(smallWindow());
    fillWindow(bench);
    QCOMPARE(bench.call(Close{.stillReading = false}), "<SEQ=101><CTL=RST>");
    QCOMPARE(bench.state(), Closed);
}

void TestUnreadData::closeWithUnreadData_isAnOrdinaryCloseWhereTheProfileSaysSo()
{
    EndpointConfig config = smallWindow();
    config.profile.resetOnUnreadClose = false;
    config.profile.resetOnDataAfterClose = false;
    Bench bench(config);
    fillWindow(bench);
    // What nobody will read is thrown away, so that the peer can go on to its FIN.
    QCOMPARE(bench.call(Close{.stillReading = false}), "<SEQ=101><ACK=401><CTL=FIN,ACK>");
    QCOMPARE(bench.segments().front().window, std::uint16_t{100});
    QCOMPARE(bench.heard(), QString());
    bench.arrive(finAck, 401, 102);
    QCOMPARE(bench.state(), TimeWait);
}

void TestUnreadData::finWait2_closeForGoodWithUnreadData_opensTheWindowWhereTheProfileSaysSo()
{
    EndpointConfig config = smallWindow();
    config.profile.resetOnUnreadClose = false;
    Bench bench(config);
    fillWindow(bench);
    bench.call(Close{});
    bench.arrive(ack, 401, 102);
    QCOMPARE(bench.call(Close{.stillReading = false}), "<SEQ=102><ACK=401><CTL=ACK>");
    QCOMPARE(bench.segments().front().window, std::uint16_t{100});
}

QTEST_APPLESS_MAIN(TestUnreadData)
#include "tst_unread_data.moc"
