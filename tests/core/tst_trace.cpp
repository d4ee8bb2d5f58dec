// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The trace: what can be asked of it, that it can be cut off at any step as if the rest had never been, and that
// everything in it has a cause that came before.

#include "core/trace.h"

#include "core/trace_text.h"

#include <random>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

namespace {

RowIndex row(State from, Trigger trigger)
{
    return *findRow(from, trigger);
}

/// A transition as a step of its own.
void addStep(Trace& trace, Time at, Side side, RowIndex row)
{
    trace.append(Record{at, noRecord, side, record::Transition{row}});
    trace.endStep(at);
}

/// The client opens at 1 s; the server at 2 s, where it listens and stops listening in two steps.
Trace smallTrace()
{
    Trace trace;
    addStep(trace, 1s, Client, row(State::Closed, Trigger::OpenActive));
    addStep(trace, 2s, Server, row(State::Closed, Trigger::OpenPassive));
    addStep(trace, 2s, Server, row(State::Listen, Trigger::Close));
    return trace;
}

Flight flightOf(Time sent, Time due)
{
    Flight flight;
    flight.sent = sent;
    flight.due = due;
    return flight;
}

} // namespace

class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void emptyTrace();
    void stepsUntilATime_data();
    void stepsUntilATime();
    void recordsAndStepsLeadToEachOther();
    void statesAreSpans();
    void stateAfterSomeRecords();
    void flightsEnd();
    void truncate_isAsIfTheRestHadNeverBeen();
    void truncate_toMoreThanThereIs_changesNothing();
    void truncate_putsSegmentsBackIntoFlight();
    void firstFlightReaching_data();
    void firstFlightReaching();
    void causesComeBeforeTheirEffects();
    void causesAreOfTheRightKind();
    void everySegmentHasItsBases();
};

void TestTrace::emptyTrace()
{
    const Trace trace;
    QCOMPARE(trace.end(), Time{});
    QCOMPARE(trace.stepsUntil(1h), 0U);
    QCOMPARE(trace.recordsOf(0), 0U);
    QCOMPARE(trace.firstFlightReaching(0s), 0U);
    for (const Side side : allSides) {
        QCOMPARE(path(trace, side), "CLOSED");
        QCOMPARE(trace.stateAfter(side, 0), State::Closed);
    }
}

void TestTrace::stepsUntilATime_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<StepIndex>("steps");
    QTest::newRow("before all") << 0 << 0U;
    QTest::newRow("just before the first") << 999 << 0U;
    QTest::newRow("at the first") << 1000 << 1U;
    QTest::newRow("between") << 1999 << 1U;
    QTest::newRow("at two of the same time") << 2000 << 3U;
    QTest::newRow("after all") << 9000 << 3U;
}

void TestTrace::stepsUntilATime()
{
    QFETCH(int, milliseconds);
    QTEST(smallTrace().stepsUntil(std::chrono::milliseconds{milliseconds}), "steps");
}

void TestTrace::recordsAndStepsLeadToEachOther()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runToTheEnd(simulator, &trace);
    QCOMPARE(trace.recordsOf(0), 0U);
    QCOMPARE(std::size_t{trace.recordsOf(static_cast<StepIndex>(trace.steps().size()))}, trace.records().size());
    for (StepIndex step = 0; step < trace.steps().size(); ++step) {
        QVERIFY(trace.recordsOf(step) < trace.recordsOf(step + 1));
        for (RecordIndex record = trace.recordsOf(step); record < trace.recordsOf(step + 1); ++record) {
            QCOMPARE(trace.stepOf(record), step);
            QCOMPARE(trace.record(record).at, trace.steps()[step].at);
        }
    }
    QCOMPARE(trace.end(), trace.steps().back().at);
}

void TestTrace::statesAreSpans()
{
    const Trace trace = smallTrace();
    QCOMPARE(path(trace, Client), "CLOSED SYN_SENT");
    const std::vector<StateSpan>& spans = trace.states(Server);
    QCOMPARE(path(trace, Server), "CLOSED LISTEN CLOSED");
    QCOMPARE(spans[0].entered, noRecord);
    QVERIFY(spans[0].until == Time{2s});
    QCOMPARE(spans[1].from, Time{2s});
    QVERIFY(spans[1].until == Time{2s});
    QCOMPARE(spans[1].entered, 1U);
    QVERIFY(!spans[2].until);
}

void TestTrace::stateAfterSomeRecords()
{
    const Trace trace = smallTrace();
    QCOMPARE(trace.stateAfter(Client, 0), State::Closed);
    QCOMPARE(trace.stateAfter(Client, 1), State::SynSent);
    QCOMPARE(trace.stateAfter(Client, 3), State::SynSent);
    QCOMPARE(trace.stateAfter(Server, 1), State::Closed);
    QCOMPARE(trace.stateAfter(Server, 2), State::Listen);
    QCOMPARE(trace.stateAfter(Server, 3), State::Closed);
}

void TestTrace::flightsEnd()
{
    Trace trace;
    const FlightIndex arriving = trace.appendFlight(flightOf(1s, 2s), noRecord);
    const FlightIndex dying = trace.appendFlight(flightOf(1s, 3s), noRecord);
    QVERIFY(trace.flight(arriving).fate == Fate::InFlight);
    QCOMPARE(trace.flight(arriving).endRecord, noRecord);
    QCOMPARE(trace.flight(dying).sentRecord, 1U);
    trace.append(Record{2s, 0, Server, record::SegmentArrived{arriving}});
    trace.append(Record{2500ms, 1, Client, record::SegmentLost{dying, LossCause::DroppedByUser}});
    QVERIFY(trace.flight(arriving).fate == Fate::Arrived);
    QCOMPARE(trace.flight(arriving).ended, Time{2s});
    QCOMPARE(trace.flight(arriving).endRecord, 2U);
    QVERIFY(trace.flight(dying).fate == Fate::Lost);
    QCOMPARE(trace.flight(dying).ended, Time{2500ms});
}

void TestTrace::truncate_isAsIfTheRestHadNeverBeen()
{
    Simulator simulator(wholeLife());
    Trace whole;
    std::vector<QString> asItWas = {describe(whole)};
    while (simulator.step(&whole))
        asItWas.push_back(describe(whole));
    for (std::size_t steps = asItWas.size(); steps-- > 0;) {
        Trace cut = whole;
        cut.truncate(static_cast<StepIndex>(steps));
        QCOMPARE(describe(cut), asItWas[steps]);
        QCOMPARE(cut.firstFlightReaching(1h), static_cast<FlightIndex>(cut.flights().size()));
    }
}

void TestTrace::truncate_toMoreThanThereIs_changesNothing()
{
    Trace trace = smallTrace();
    const QString before = describe(trace);
    trace.truncate(3);
    trace.truncate(100);
    QCOMPARE(describe(trace), before);
}

void TestTrace::truncate_putsSegmentsBackIntoFlight()
{
    Trace trace;
    trace.appendFlight(flightOf(1s, 2s), noRecord);
    trace.endStep(1s);
    trace.append(Record{2s, 0, Server, record::SegmentArrived{0}});
    trace.endStep(2s);
    trace.truncate(1);
    QVERIFY(trace.flight(0).fate == Fate::InFlight);
    QCOMPARE(trace.flight(0).endRecord, noRecord);
    QCOMPARE(trace.flight(0).ended, Time{});
}

void TestTrace::firstFlightReaching_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// The first that was to be on its way at that time or later, found by looking at all of them.
void TestTrace::firstFlightReaching()
{
    QFETCH(std::uint32_t, seed);
    std::mt19937 random(seed);
    Trace trace;
    Time sent{};
    for (int i = 0; i < 50; ++i) {
        sent += std::chrono::milliseconds{random() % 20};
        trace.appendFlight(flightOf(sent, sent + std::chrono::milliseconds{random() % 100}), noRecord);
    }
    for (Time from{}; from < 1200ms; from += 7ms) {
        FlightIndex first = 0;
        while (first < trace.flights().size() && trace.flight(first).due < from)
            ++first;
        QCOMPARE(trace.firstFlightReaching(from), first);
    }
}

void TestTrace::causesComeBeforeTheirEffects()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runToTheEnd(simulator, &trace);
    for (RecordIndex i = 0; i < trace.records().size(); ++i) {
        const Record& record = trace.record(i);
        QVERIFY(record.cause == noRecord || record.cause < i);
        QVERIFY(i == 0 || trace.record(i - 1).at <= record.at);
    }
}

void TestTrace::causesAreOfTheRightKind()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runToTheEnd(simulator, &trace);
    int planned = 0;
    for (const Record& record : trace.records()) {
        if (const auto* arrived = std::get_if<record::SegmentArrived>(&record.body)) {
            QCOMPARE(record.cause, trace.flight(arrived->flight).sentRecord);
            QCOMPARE(record.side, other(trace.flight(arrived->flight).from));
        } else if (std::holds_alternative<record::TimerFired>(record.body)) {
            const RecordBody& cause = trace.record(record.cause).body;
            QVERIFY(std::holds_alternative<record::TimerStarted>(cause)
                    || std::holds_alternative<record::TimerRestarted>(cause));
        } else if (std::holds_alternative<record::CallMade>(record.body)) {
            if (record.cause == noRecord)
                ++planned;
            else
                QVERIFY(std::holds_alternative<record::Transition>(trace.record(record.cause).body));
        } else {
            QVERIFY(record.cause != noRecord);
        }
    }
    QCOMPARE(planned, 2); // the two OPENs; all other calls wait for a state
}

// seqBase is the sender's ISS and ackBase the receiver's, so that both can be shown relative.
void TestTrace::everySegmentHasItsBases()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runToTheEnd(simulator, &trace);
    PerSide<Seq> iss;
    for (const Flight& flight : trace.flights()) {
        if (flight.segment.flags.syn)
            iss[flight.from] = flight.segment.seq;
        QCOMPARE(flight.seqBase, iss[flight.from]);
        QVERIFY(flight.segment.seq - flight.seqBase < 5000U);
        if (flight.segment.flags.ack) {
            QCOMPARE(flight.ackBase, iss[other(flight.from)]);
            QVERIFY(flight.segment.ack - flight.ackBase < 5000U);
        }
    }
}

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_trace.moc"
