// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Two endpoints, a network and a clock: the same configuration gives the same bytes, a copy goes on as the original,
// events come in their order, and one lost segment does no harm.

#include "core/simulator.h"

#include "core/trace_text.h"

#include <algorithm>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

namespace {

QString runWholeLife(std::uint64_t seed)
{
    SimulatorConfig config = wholeLife();
    config.seed = seed;
    Simulator simulator(config);
    Trace trace;
    runToTheEnd(simulator, &trace);
    return describe(trace);
}

/// "sent 0, arrived 0": what a step recorded.
QStringList recordsOfLastStep(const Trace& trace)
{
    QStringList found;
    const auto last = static_cast<StepIndex>(trace.steps().size() - 1);
    for (RecordIndex i = trace.recordsOf(last); i < trace.recordsOf(last + 1); ++i)
        found << std::visit(RecordText{}, trace.record(i).body);
    return found;
}

std::uint64_t delivered(const Trace& trace, Side side)
{
    std::uint64_t octets = 0;
    for (const Record& record : trace.records()) {
        const auto* signalled = std::get_if<record::Signalled>(&record.body);
        if (signalled && record.side == side && signalled->signal == Signal::DataDelivered)
            octets += signalled->octets;
    }
    return octets;
}

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private slots:
    void aWholeLife();
    void theSameSeedGivesTheSameBytes();
    void anotherSeedGivesOtherNumbers();
    void aSecretOfOnesOwnIsKept();
    void withoutATraceTheSameHappens();
    void aCopyGoesOnAsTheOriginal();
    void recordsAreNumberedAsInTheTrace();
    void delayIsPerDirection();
    void atTheSameTimeArrivalsComeBeforeCallsBeforeTimers();
    void atTheSameTimeTheFirstSentArrivesFirst();
    void nothingHappensByItself();
    void advanceTo_movesOnlyTheClock();
    void anyOneSegmentLost_everythingIsDeliveredAndBothEndsClose_data();
    void anyOneSegmentLost_everythingIsDeliveredAndBothEndsClose();
    void aResetToNoAck_hasTheNumberZeroItself();
};

void TestSimulator::aWholeLife()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runToTheEnd(simulator, &trace);
    QCOMPARE(path(trace, Client), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED");
    QCOMPARE(path(trace, Server), "CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED");
    QCOMPARE(delivered(trace, Server), std::uint64_t{3000});
    QCOMPARE(delivered(trace, Client), std::uint64_t{3000});
    QVERIFY(simulator.network().inFlight().empty());
    QVERIFY(!simulator.nextEventAt());
    QVERIFY(!simulator.step(&trace));
}

void TestSimulator::theSameSeedGivesTheSameBytes()
{
    for (const std::uint64_t seed : {1U, 2U, 77U})
        QCOMPARE(runWholeLife(seed), runWholeLife(seed));
}

void TestSimulator::anotherSeedGivesOtherNumbers()
{
    QVERIFY(runWholeLife(1) != runWholeLife(2));
}

void TestSimulator::aSecretOfOnesOwnIsKept()
{
    SimulatorConfig config;
    config.endpoints.client.secret = 4711;
    const Simulator simulator(config);
    QCOMPARE(simulator.endpoint(Client).config().secret, std::uint64_t{4711});
    QVERIFY(simulator.endpoint(Server).config().secret != 4711);
}

void TestSimulator::withoutATraceTheSameHappens()
{
    Simulator recorded(wholeLife());
    Simulator unrecorded(wholeLife());
    Trace trace;
    while (recorded.step(&trace)) {
        QVERIFY(unrecorded.step(nullptr));
        QVERIFY(recorded == unrecorded);
    }
}

void TestSimulator::aCopyGoesOnAsTheOriginal()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runToTheEnd(simulator, &trace);
    for (StepIndex steps = 0; steps < trace.steps().size(); ++steps) {
        Simulator other(wholeLife());
        Trace otherTrace;
        for (StepIndex i = 0; i < steps; ++i)
            other.step(&otherTrace);
        Simulator copy = other;
        Trace copiedTrace = otherTrace;
        runToTheEnd(other, nullptr); // what becomes of the original does not matter
        runToTheEnd(copy, &copiedTrace);
        QCOMPARE(describe(copiedTrace), describe(trace));
    }
}

void TestSimulator::recordsAreNumberedAsInTheTrace()
{
    Simulator simulator(wholeLife());
    Trace trace;
    while (simulator.step(&trace)) {
        for (const InFlight& segment : simulator.network().inFlight()) {
            const auto* sent = std::get_if<record::SegmentSent>(&trace.record(segment.cause).body);
            QVERIFY(sent && sent->flight == segment.flight);
            QCOMPARE(trace.flight(segment.flight).segment, segment.segment);
            QCOMPARE(trace.flight(segment.flight).due, segment.due);
        }
    }
}

void TestSimulator::delayIsPerDirection()
{
    SimulatorConfig config = wholeLife();
    config.network.delay = {30ms, 70ms};
    Simulator simulator(config);
    Trace trace;
    runToTheEnd(simulator, &trace);
    for (const Flight& flight : trace.flights()) {
        QCOMPARE(flight.due - flight.sent, flight.from == Client ? Duration(30ms) : Duration(70ms));
        QCOMPARE(flight.ended, flight.due);
    }
}

void TestSimulator::atTheSameTimeArrivalsComeBeforeCallsBeforeTimers()
{
    SimulatorConfig config;
    config.network.delay = {1s, 1s};
    config.plan = {at(Client, OpenActive{}), at(Server, OpenPassive{}), at(Client, Status{}, 1s)};
    Simulator simulator(config);
    Trace trace;
    QStringList first;
    while (simulator.now() < 1s && simulator.step(&trace)) {}
    first << recordsOfLastStep(trace).constFirst();
    for (int i = 0; i < 2; ++i) {
        simulator.step(&trace);
        QCOMPARE(simulator.now(), Time{1s});
        first << recordsOfLastStep(trace).constFirst();
    }
    QCOMPARE(first.join(", "), "arrived 0, call status, timer fired retransmission 0");
}

void TestSimulator::atTheSameTimeTheFirstSentArrivesFirst()
{
    SimulatorConfig config = wholeLife(3000);
    config.endpoints.client.profile.nagle = false;
    Simulator simulator(config);
    Trace trace;
    runToTheEnd(simulator, &trace);
    std::vector<FlightIndex> arrived;
    for (const Record& record : trace.records()) {
        const auto* arrival = std::get_if<record::SegmentArrived>(&record.body);
        if (arrival && record.side == Server)
            arrived.push_back(arrival->flight);
    }
    QVERIFY(std::ranges::is_sorted(arrived));
}

void TestSimulator::nothingHappensByItself()
{
    Simulator simulator;
    QVERIFY(!simulator.nextEventAt());
    QVERIFY(!simulator.step(nullptr));
    QVERIFY(simulator == Simulator());
}

void TestSimulator::advanceTo_movesOnlyTheClock()
{
    Simulator simulator(wholeLife());
    simulator.step(nullptr);
    Simulator before = simulator;
    simulator.advanceTo(5ms);
    QCOMPARE(simulator.now(), Time{5ms});
    QVERIFY(simulator.nextEventAt() == Time{10ms});
    simulator.advanceTo(10ms);
    QVERIFY(simulator.step(nullptr) && before.step(nullptr));
    QVERIFY(simulator == before);
}

void TestSimulator::anyOneSegmentLost_everythingIsDeliveredAndBothEndsClose_data()
{
    QTest::addColumn<FlightIndex>("lost");
    Simulator simulator(wholeLife());
    Trace trace;
    runToTheEnd(simulator, &trace);
    for (FlightIndex flight = 0; flight < trace.flights().size(); ++flight)
        QTest::addRow("%u: %s", flight, qPrintable(notation(trace.flight(flight).segment))) << flight;
}

void TestSimulator::anyOneSegmentLost_everythingIsDeliveredAndBothEndsClose()
{
    QFETCH(FlightIndex, lost);
    Simulator simulator(wholeLife());
    Trace trace;
    while (simulator.apply(command::Drop{lost}, &trace) != Refusal::None)
        QVERIFY(simulator.step(&trace));
    runToTheEnd(simulator, &trace);
    for (const Side side : allSides) {
        QVERIFY(simulator.endpoint(side).state() == State::Closed);
        QCOMPARE(delivered(trace, side), std::uint64_t{3000});
    }
}

void TestSimulator::aResetToNoAck_hasTheNumberZeroItself()
{
    SimulatorConfig config;
    config.plan = {at(Client, OpenActive{})};
    Simulator simulator(config);
    Trace trace;
    runToTheEnd(simulator, &trace);
    const Flight& reset = trace.flights().back();
    QVERIFY(reset.segment.flags.rst);
    QCOMPARE(reset.segment.seq, Seq{0});
    QCOMPARE(reset.seqBase, Seq{0});
    QCOMPARE(reset.segment.ack - reset.ackBase, 1U);
    QCOMPARE(path(trace, Client), "CLOSED SYN_SENT CLOSED");
}

QTEST_APPLESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
