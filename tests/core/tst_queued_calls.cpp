// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Calls that cannot be served at once and wait: for the connection, for the data before them, for data to come (RFC
// 9293 sections 3.10.2 to 3.10.4).

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

constexpr auto closing = "error: connection closing";

} // namespace

class TestQueuedCalls : public QObject
{
    Q_OBJECT

private slots:
    void synReceived_closeBehindASend_waitsForEstablished();
    void synReceived_closeBehindASend_refusesMoreSends();
    void established_closeBehindData_entersFinWait1AtOnceAndSendsTheFinLast();
    void closeWait_closeBehindData_entersLastAckWithTheFin();
    void closeWait_receive_takesWhatIsOnHand();
    void receivesWaitForTheConnection_data();
    void receivesWaitForTheConnection();
    void listen_sendUrgent_marksTheDataThatFollows();
    void listen_receive_outlivesAConnectionThatWasReset();
};

// 3.10.4: "otherwise, queue for processing after entering ESTABLISHED state"
void TestQueuedCalls::synReceived_closeBehindASend_waitsForEstablished()
{
    Bench bench;
    bench.bringTo(SynReceived);
    bench.call(Send{10});
    QCOMPARE(bench.call(Close{}), QString());
    QCOMPARE(bench.state(), SynReceived);
    QCOMPARE(bench.arrive(ack, 301, 101), "<SEQ=101><ACK=301><CTL=FIN,ACK><DATA=10>");
    QCOMPARE(bench.rows(), std::vector<RowIndex>(
                               {*findRow(SynReceived, Trigger::RcvAckOfSyn), *findRow(Established, Trigger::Close)}));
}

void TestQueuedCalls::synReceived_closeBehindASend_refusesMoreSends()
{
    Bench bench;
    bench.bringTo(SynReceived);
    bench.call(Send{10});
    bench.call(Close{});
    bench.call(Send{10});
    QCOMPARE(toQString(rfcText(bench.refusal())), closing);
    bench.call(Close{});
    QCOMPARE(toQString(rfcText(bench.refusal())), closing);
}

// 3.10.4: "Queue this until all preceding SENDs have been segmentized, then form a FIN segment and send it. In any
// case, enter FIN-WAIT-1 state."
void TestQueuedCalls::established_closeBehindData_entersFinWait1AtOnceAndSendsTheFinLast()
{
    Bench bench;
    bench.peerWindow = 100;
    bench.bringTo(Established);
    QCOMPARE(bench.call(Send{150}), "<SEQ=101><ACK=301><CTL=ACK><DATA=100>");
    QCOMPARE(bench.call(Close{}), QString());
    QCOMPARE(bench.state(), FinWait1);
    QCOMPARE(bench.arrive(ack, 301, 201), "<SEQ=201><ACK=301><CTL=FIN,ACK><DATA=50>");
}

// 3.10.4: "Queue this request until all preceding SENDs have been segmentized; then send a FIN segment, enter LAST-ACK
// state."
void TestQueuedCalls::closeWait_closeBehindData_entersLastAckWithTheFin()
{
    Bench bench;
    bench.peerWindow = 100;
    bench.bringTo(CloseWait);
    QCOMPARE(bench.call(Send{150}), "<SEQ=101><ACK=302><CTL=ACK><DATA=100>");
    QCOMPARE(bench.call(Close{}), QString());
    QCOMPARE(bench.state(), CloseWait);
    bench.call(Send{10});
    QCOMPARE(toQString(rfcText(bench.refusal())), closing);
    QCOMPARE(bench.arrive(ack, 302, 201), "<SEQ=201><ACK=302><CTL=FIN,ACK><DATA=50>");
    QCOMPARE(bench.state(), LastAck);
}

// 3.10.3: "RECEIVEs must be satisfied by data already on hand, but not yet delivered to the user."
void TestQueuedCalls::closeWait_receive_takesWhatIsOnHand()
{
    EndpointConfig config = bench::config();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(Established);
    bench.arrive(finAck, 301, 101, 30);
    QCOMPARE(bench.state(), CloseWait);
    bench.call(Receive{20});
    QCOMPARE(bench.heard(), "DataDelivered 20");
    bench.call(Receive{20});
    QCOMPARE(bench.heard(), "DataDelivered 10");
    bench.call(Receive{20});
    QCOMPARE(toQString(rfcText(bench.refusal())), closing);
}

void TestQueuedCalls::receivesWaitForTheConnection_data()
{
    QTest::addColumn<State>("state");
    for (const State state : {Listen, SynSent, SynReceived, Established})
        QTest::newRow(identifier(state).data()) << state;
}

// 3.10.3: "Queue for processing after entering ESTABLISHED state."
void TestQueuedCalls::receivesWaitForTheConnection()
{
    QFETCH(State, state);
    EndpointConfig config = bench::config();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(state);
    bench.call(Receive{25});
    if (state == Listen)
        bench.arrive(syn, 300);
    if (state == SynSent)
        bench.arrive(synAck, 300, 101);
    if (bench.state() == SynReceived)
        bench.arrive(ack, 301, 101);
    QCOMPARE(bench.state(), Established);
    bench.arrive(ack, 301, 101, 20);
    QCOMPARE(bench.heard(), "DataDelivered 20");
    bench.arrive(ack, 321, 101, 20);
    QCOMPARE(bench.heard(), "DataDelivered 5");
}

// 3.10.2: "The urgent bit if requested in the command must be sent with the data segments sent as a result of this
// command."
void TestQueuedCalls::listen_sendUrgent_marksTheDataThatFollows()
{
    Bench bench;
    bench.bringTo(Listen);
    QCOMPARE(bench.call(Send{.octets = 10, .urgent = true}), "<SEQ=100><CTL=SYN>");
    QCOMPARE(bench.arrive(synAck, 300, 101), "<SEQ=101><ACK=301><CTL=URG,ACK><DATA=10>");
    QCOMPARE(bench.segments().front().urgentPointer, std::uint16_t{10});
}

// 3.10.7.4, second: "return this connection to LISTEN state and return. The user need not be informed."
void TestQueuedCalls::listen_receive_outlivesAConnectionThatWasReset()
{
    EndpointConfig config = bench::config();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(Listen);
    bench.call(Receive{25});
    bench.arrive(syn, 300);
    bench.arrive(rst, 301);
    QCOMPARE(bench.state(), Listen);
    bench.arrive(syn, 300);
    bench.arrive(ack, 301, 101, 20);
    QVERIFY(bench.heard().contains("DataDelivered 20"));
}

QTEST_APPLESS_MAIN(TestQueuedCalls)
#include "tst_queued_calls.moc"
