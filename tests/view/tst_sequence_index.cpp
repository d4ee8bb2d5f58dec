// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_index.h"

#include "view/sequence_traces.h"
#include "view/trace_reading.h"

#include <QTest>

#include <set>
#include <tuple>
#include <variant>

using namespace finwait;

class TestSequenceIndex : public QObject
{
    Q_OBJECT

private slots:
    void records_ofOneMomentAndSide_haveRowsOfTheirOwn();
    void levelArrows_haveARowForThemselves();
    void levelArrows_areLevelWhileUnderWay();
    void longRunOfData_folds();
    void foldAboveZero_foldsNothing();
    void openRun_isFoundButIsNoBand();
    void openingARun_keepsTheScale();
    void runUnderWay_foldsToo();
    void shortExchange_doesNotFold();
    void lanes_neverOverlap();
    void lanes_tellHowEachTimerEnded();
    void runningTimer_endsAtItsDeadline();
    void barOf_findsStartAndEnd();
    void flags_areCallsAndErrors();
    void emptyTrace_hasAnAxis();
};

void TestSequenceIndex::records_ofOneMomentAndSide_haveRowsOfTheirOwn()
{
    const Trace trace = test::play(test::lifeConfig({.octets = 6000}));
    const SequenceIndex index(trace, {.foldAbove = 0});
    std::set<std::tuple<Time, Side, std::uint32_t>> places;
    std::size_t sharing = 0;
    for (RecordIndex record = 0; record < trace.records().size(); ++record) {
        const Record& sent = trace.record(record);
        if (!std::holds_alternative<record::SegmentSent>(sent.body))
            continue;
        QVERIFY2(places.emplace(sent.at, sent.side, index.row(record)).second, qPrintable(QString::number(record)));
        sharing += index.row(record) > 0 ? 1U : 0U;
    }
    QVERIFY2(sharing >= 3, "the data of one SEND leaves at one moment");
}

// Where no time lies between the two sides, an arrow is a level line: no other may lie on it.
void TestSequenceIndex::levelArrows_haveARowForThemselves()
{
    SimulatorConfig config = test::lifeConfig({.octets = 6000});
    config.network.delay = {0ms, 0ms};
    const Trace trace = test::play(config);
    const SequenceIndex index(trace, {.foldAbove = 0});
    std::set<std::pair<Time, std::uint32_t>> places;
    for (const Flight& flight : trace.flights()) {
        QVERIFY(places.emplace(flight.sent, index.row(flight.sentRecord)).second);
        QCOMPARE(index.row(flight.endRecord), index.row(flight.sentRecord));
    }
    // Between those of two moments there is room for a label.
    const TimeAxis axis = index.axis(trace, 0, 30, 30);
    QVERIFY2(axis.y(30ms) - axis.y(10ms) >= 24, qPrintable(QString::number(axis.y(30ms) - axis.y(10ms))));
}

void TestSequenceIndex::levelArrows_areLevelWhileUnderWay()
{
    SimulatorConfig config = test::lifeConfig({.octets = 6000});
    config.network.delay = {0ms, 0ms};
    std::size_t below = 0;
    for (StepIndex steps = 1; steps < 20; ++steps) {
        const Trace trace = test::play(config, {}, steps);
        const SequenceIndex index(trace, {.foldAbove = 0});
        for (FlightIndex flight = 0; flight < trace.flights().size(); ++flight) {
            const std::uint32_t row = index.row(trace.flight(flight).sentRecord);
            QCOMPARE(index.arrival(trace, flight).row, row);
            below += trace.flight(flight).fate == Fate::InFlight && row > 0 ? 1U : 0U;
        }
    }
    QVERIFY2(below > 0, "some are under way that are not the first of their moment");
}

void TestSequenceIndex::longRunOfData_folds()
{
    const Trace trace = test::play(test::lifeConfig({.octets = 30'000}));
    const SequenceIndex index(trace, {});
    QVERIFY(!index.runs().empty());
    std::uint64_t octets = 0;
    for (const DataRun& run : index.runs()) {
        QVERIFY(run.flights() > SequenceOptions().foldAbove);
        QVERIFY(run.from <= run.to);
        octets += run.octets.client;
        for (FlightIndex flight = run.first; flight <= run.last; ++flight) {
            QCOMPARE(index.bandOf(flight), &run);
            const Flags& flags = trace.flight(flight).segment.flags;
            QVERIFY(!flags.syn && !flags.fin && !flags.rst);
        }
    }
    QVERIFY(octets > 15'000 && octets <= 30'000);
}

void TestSequenceIndex::foldAboveZero_foldsNothing()
{
    const Trace trace = test::play(test::lifeConfig({.octets = 30'000}));
    QVERIFY(SequenceIndex(trace, {.foldAbove = 0}).runs().empty());
}

void TestSequenceIndex::openRun_isFoundButIsNoBand()
{
    const Trace trace = test::play(test::lifeConfig({.octets = 30'000}));
    SequenceOptions options;
    const DataRun folded = SequenceIndex(trace, options).runs().front();
    options.openRuns.insert(folded.firstRecord);
    const SequenceIndex index(trace, options);
    QVERIFY(index.runs().front().open);
    QVERIFY(index.runOf(folded.first) != nullptr);
    QVERIFY(index.bandOf(folded.first) == nullptr);
    QVERIFY2(index.axis(trace, 20, 60, 80).height() > SequenceIndex(trace, {}).axis(trace, 20, 60, 80).height(),
             "segment by segment takes more room");
}

void TestSequenceIndex::openingARun_keepsTheScale()
{
    const Trace trace = test::play(test::lifeConfig({.octets = 30'000}));
    SequenceOptions options;
    const SequenceIndex before(trace, options);
    options.openRuns.insert(before.runs().front().firstRecord);
    QCOMPARE(SequenceIndex(trace, options).pixelsPerSecond(), before.pixelsPerSecond());
}

void TestSequenceIndex::runUnderWay_foldsToo()
{
    // Enough steps for the data to have left, too few for it to have arrived.
    const SimulatorConfig config = test::lifeConfig({.octets = 30'000});
    bool found = false;
    for (StepIndex steps = 1; steps < 30 && !found; ++steps) {
        const Trace trace = test::play(config, {}, steps);
        const SequenceIndex index(trace, {});
        for (const DataRun& run : index.runs()) {
            found = found || trace.flight(run.last).fate == Fate::InFlight;
            QVERIFY(run.to >= trace.flight(run.last).due || trace.flight(run.last).fate == Fate::Arrived);
        }
    }
    QVERIFY(found);
}

void TestSequenceIndex::shortExchange_doesNotFold()
{
    const Trace trace = test::closedByClient();
    QVERIFY(SequenceIndex(trace, {}).runs().empty());
}

void TestSequenceIndex::lanes_neverOverlap()
{
    const Trace trace = test::play(test::lifeConfig({.octets = 30'000}));
    const SequenceIndex index(trace, {});
    for (const Side side : allSides) {
        QVERIFY(!index.lanes(side).empty());
        for (const TimerLane& lane : index.lanes(side)) {
            for (std::size_t bar = 1; bar < lane.size(); ++bar)
                QVERIFY(lane[bar - 1].to <= lane[bar].from);
        }
    }
}

void TestSequenceIndex::lanes_tellHowEachTimerEnded()
{
    const Trace trace = test::lostFin();
    const SequenceIndex index(trace, {});
    bool rtoFired = false;
    bool twoMslFired = false;
    for (const Side side : allSides) {
        for (const TimerLane& lane : index.lanes(side)) {
            for (const TimerBar& bar : lane) {
                rtoFired =
                    rtoFired
                    || (side == Side::Server && bar.kind == TimerKind::Retransmission && bar.how == TimerEnd::Fired);
                if (side == Side::Client && bar.kind == TimerKind::TimeWait && bar.how == TimerEnd::Fired) {
                    twoMslFired = true;
                    QCOMPARE(bar.to, bar.deadline);
                }
            }
        }
    }
    QVERIFY(rtoFired);
    QVERIFY(twoMslFired);
}

void TestSequenceIndex::runningTimer_endsAtItsDeadline()
{
    // SYN sent, no answer yet.
    const Trace trace = test::play(test::lifeConfig({}), {}, 2);
    const SequenceIndex index(trace, {});
    QCOMPARE(index.lanes(Side::Client).size(), std::size_t(1));
    const TimerBar& bar = index.lanes(Side::Client).front().back();
    QCOMPARE(bar.kind, TimerKind::Retransmission);
    QCOMPARE(bar.how, TimerEnd::Running);
    QCOMPARE(bar.to, bar.deadline);
    QVERIFY(index.axis(trace, 20, 60, 80).end() >= bar.deadline);
    const SequenceIndex linear(trace, {.axisMode = AxisMode::Linear});
    QVERIFY(linear.axis(trace, 20, 60, 80).end() < bar.deadline);
}

void TestSequenceIndex::barOf_findsStartAndEnd()
{
    const Trace trace = test::lostFin();
    const SequenceIndex index(trace, {});
    for (const Side side : allSides) {
        for (const TimerLane& lane : index.lanes(side)) {
            for (const TimerBar& bar : lane) {
                const std::optional<FoundBar> found = index.barOf(side, bar.started);
                QVERIFY(found.has_value());
                QCOMPARE(found->bar, &bar);
                if (bar.how == TimerEnd::Fired)
                    QCOMPARE(index.barOf(side, bar.ended)->bar, &bar);
            }
        }
    }
    QVERIFY(!index.barOf(Side::Client, 0).has_value());
}

void TestSequenceIndex::flags_areCallsAndErrors()
{
    SimulatorConfig config;
    config.plan = {{Side::Client, OpenActive{}, {}, 10ms}};
    const Trace trace = test::play(config);
    const SequenceIndex index(trace, {});
    QCOMPARE(index.flags(Side::Client).size(), std::size_t(2));
    QVERIFY(std::holds_alternative<record::CallMade>(trace.record(index.flags(Side::Client)[0]).body));
    const auto* told = std::get_if<record::Signalled>(&trace.record(index.flags(Side::Client)[1]).body);
    QVERIFY(told != nullptr);
    QCOMPARE(told->signal, Signal::ConnectionReset); // RFC 9293 3.10.7.3, second
    QVERIFY(index.flags(Side::Server).empty());
}

void TestSequenceIndex::emptyTrace_hasAnAxis()
{
    const Trace trace;
    const SequenceIndex index(trace, {});
    QVERIFY(index.pixelsPerSecond() > 0);
    QCOMPARE(index.axis(trace, 20, 60, 80).end(), Time(0));
}

QTEST_APPLESS_MAIN(TestSequenceIndex)
#include "tst_sequence_index.moc"
