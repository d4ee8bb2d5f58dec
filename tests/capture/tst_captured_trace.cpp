// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/captured_lines.h"
#include "capture/captured_trace.h"
#include "capture/inference_cases.h"

#include <QTest>

#include <algorithm>

using namespace finwait;
using namespace finwait::test;

namespace {

CapturedTrace traceFrom(const std::vector<std::string>& lines)
{
    return CapturedTrace(segmentsFrom(lines), connectionsFrom(lines)[0]);
}

/// A connection that closes well, captured near the client.
const std::vector<std::string> wellClosed = {
    "0 > S 0 ts 100 0",           "40 < S. 0 1 ts 900 100",     "40 > . 1 1 ts 140 900",
    "50 > P. 1:101 1 ts 150 900", "90 < . 1 101 ts 950 150",    "100 > F. 101 1 ts 200 950",
    "140 < . 1 102 ts 1000 200",  "200 < F. 1 102 ts 1060 200", "200 > . 102 2 ts 300 1060"};

StepIndex stepsRun(Simulator& simulator)
{
    constexpr StepIndex enough = 1000;
    StepIndex steps = 0;
    while (steps < enough && simulator.step(nullptr))
        ++steps;
    return steps;
}

} // namespace

class TestCapturedTrace : public QObject
{
    Q_OBJECT

private slots:
    void states_areThoseOfTheInference();
    void flights_takeTheTimeOfTheWay();
    void whatWasSentAgain_wasLost();
    void whatWasCapturedTwice_isOneFlight();
    void calls_standBehindWhatTheApplicationDid();
    void causes_areEarlierRecords();
    void textOfManyGigabytes_isNamedByItsPlace();
    void simulator_isInTheStatesOfItsMoment();
    void simulator_fromAnyMoment_comesToAnEnd();
    void simulator_afterTheHandshake_hasItsNumbers();
    void simulator_duringTheHandshake_finishesIt();
};

void TestCapturedTrace::states_areThoseOfTheInference()
{
    for (const InferenceCase& row : inferenceCases()) {
        const std::vector<CapturedSegment> all = segmentsFrom(row.lines);
        const CapturedConnections connections = connectionsFrom(row.lines, std::chrono::seconds(row.quiet));
        CapturedConnections again;
        std::vector<std::vector<CapturedSegment>> segments(connections.size());
        for (const CapturedSegment& segment : all)
            segments[again.add(segment)].push_back(segment);
        for (std::size_t i = 0; i < connections.size(); ++i) {
            const CapturedTrace captured(segments[i], connections[i]);
            const Trace& trace = captured.trace();
            for (const Side side : allSides) {
                const auto& expected = connections[i].end(side).states;
                const auto spans = std::span(trace.states(side)).subspan(1);
                QVERIFY2(std::ranges::equal(spans, expected, {}, &StateSpan::state, &StateSighting::state),
                         row.name.c_str());
                for (std::size_t entry = 0; entry < spans.size(); ++entry)
                    QCOMPARE(spans[entry].certainty, expected[entry].certainty());
            }
        }
    }
}

void TestCapturedTrace::flights_takeTheTimeOfTheWay()
{
    const CapturedTrace captured = traceFrom(wellClosed);
    QCOMPARE(captured.begin(), Time{});
    QCOMPARE(captured.delay(), Duration{20ms});
    for (const Flight& flight : captured.trace().flights()) {
        QCOMPARE(flight.ended - flight.sent, Duration{20ms});
        QCOMPARE(flight.fate, Fate::Arrived);
    }
    QCOMPARE(captured.trace().flights()[5].packet, 6U);
}

void TestCapturedTrace::whatWasSentAgain_wasLost()
{
    const CapturedTrace captured = traceFrom({"0 > S 0", "40 < S. 0 1", "40 > . 1 1", "50 > P. 1:101 1",
                                              "51 > P. 101:201 1", "300 > P. 1:101 1", "340 < . 1 201"});
    const std::vector<Flight>& flights = captured.trace().flights();
    QCOMPARE(flights[3].fate, Fate::Lost);
    QCOMPARE(flights[4].fate, Fate::Arrived);
    QCOMPARE(flights[5].fate, Fate::Arrived);
    QCOMPARE(flights[5].role, SegmentRole::Retransmission);
}

void TestCapturedTrace::whatWasCapturedTwice_isOneFlight()
{
    const CapturedTrace captured = traceFrom({"0 > S 0", "0.1 > S 0", "40 < S. 0 1", "40.1 < S. 0 1", "41 > . 1 1"});
    QCOMPARE(captured.trace().flights().size(), std::size_t{3});
}

void TestCapturedTrace::calls_standBehindWhatTheApplicationDid()
{
    const CapturedTrace captured = traceFrom(wellClosed);
    const Trace& trace = captured.trace();
    QStringList calls;
    for (const Record& record : trace.records()) {
        const auto* call = std::get_if<record::CallMade>(&record.body);
        if (call == nullptr)
            continue;
        calls << QString::fromLatin1(identifier(record.side).data()) + ' ' + identifier(call->call).data();
        const RecordIndex index = static_cast<RecordIndex>(&record - trace.records().data());
        QVERIFY(std::holds_alternative<record::Transition>(trace.record(index + 1).body));
        QCOMPARE(trace.record(index + 1).cause, index);
        QVERIFY(std::holds_alternative<record::SegmentSent>(trace.record(index + 2).body));
        QCOMPARE(trace.record(index + 2).cause, index + 1);
    }
    QCOMPARE(calls, QStringList({"client open-active", "client close", "server close"}));
}

void TestCapturedTrace::causes_areEarlierRecords()
{
    for (const InferenceCase& row : inferenceCases()) {
        const Trace trace = traceFrom(row.lines).trace();
        for (RecordIndex i = 0; i < trace.records().size(); ++i)
            QVERIFY(trace.record(i).cause == noRecord || trace.record(i).cause < i);
    }
}

void TestCapturedTrace::textOfManyGigabytes_isNamedByItsPlace()
{
    constexpr std::uint32_t large = 1U << 29U;
    std::vector<CapturedSegment> segments = segmentsFrom({"0 > S 0", "40 < S. 0 1", "40 > . 1 1"});
    CapturedSegment text = segments.back();
    for (std::uint32_t i = 0; i < 20; ++i) {
        text.packet = i + 4;
        text.at += 1s;
        text.segment.seq = lineIss.client + (1 + i * large);
        text.segment.text.length = large;
        segments.push_back(text);
        CapturedSegment ack = segments[1];
        ack.packet = i + 100;
        ack.at = text.at + 40ms;
        ack.segment.flags.syn = false;
        ack.segment.seq = lineIss.server + 1;
        ack.segment.ack = text.segment.end();
        segments.push_back(ack);
    }
    CapturedConnections connections;
    connections.add(segments);
    connections.finish(segments.back().at);
    const CapturedTrace captured(segments, connections[0]);
    const std::vector<Flight>& flights = captured.trace().flights();
    QCOMPARE(flights[flights.size() - 2].segment.text.offset, std::uint64_t{19} * large);
}

void TestCapturedTrace::simulator_isInTheStatesOfItsMoment()
{
    for (const InferenceCase& row : inferenceCases()) {
        const CapturedTrace captured = traceFrom(row.lines);
        const Trace& trace = captured.trace();
        for (StepIndex position = 0; position <= trace.steps().size(); ++position) {
            const Time at = position == 0 ? Time{} : trace.steps()[position - 1].at;
            const Simulator simulator = captured.simulatorAt(position, at, SimulatorConfig{});
            QCOMPARE(simulator.now(), at);
            for (const Side side : allSides)
                QVERIFY2(simulator.endpoint(side).state() == trace.stateAfter(side, trace.recordsOf(position)),
                         row.name.c_str());
        }
    }
}

/// Whatever was captured, and wherever it is taken up: the engine goes on with it, and none of its assertions fails.
void TestCapturedTrace::simulator_fromAnyMoment_comesToAnEnd()
{
    for (const InferenceCase& row : inferenceCases()) {
        const CapturedTrace captured = traceFrom(row.lines);
        const Trace& trace = captured.trace();
        for (StepIndex position = 0; position <= trace.steps().size(); ++position) {
            const Time at = position == 0 ? Time{} : trace.steps()[position - 1].at;
            Simulator simulator = captured.simulatorAt(position, at, SimulatorConfig{});
            QVERIFY2(stepsRun(simulator) < 1000, row.name.c_str());
        }
    }
}

void TestCapturedTrace::simulator_afterTheHandshake_hasItsNumbers()
{
    const CapturedTrace captured = traceFrom(wellClosed);
    const Trace& trace = captured.trace();
    const StepIndex position = trace.stepsUntil(95ms);
    const Simulator simulator = captured.simulatorAt(position, 95ms, SimulatorConfig{});
    const Tcb& client = simulator.endpoint(Side::Client).tcb();
    const Tcb& server = simulator.endpoint(Side::Server).tcb();
    QCOMPARE(client.snd.nxt - client.snd.iss, 101U);
    QCOMPARE(client.snd.una, client.snd.nxt);
    QCOMPARE(server.rcv.nxt, client.snd.nxt);
    QCOMPARE(server.rcv.irs, client.snd.iss);
    QCOMPARE(client.rcv.nxt, server.snd.nxt);
    QVERIFY(client.ts.inUse);
}

void TestCapturedTrace::simulator_duringTheHandshake_finishesIt()
{
    const CapturedTrace captured = traceFrom(wellClosed);
    const Trace& trace = captured.trace();
    // Before, the SYN was not sent.
    for (StepIndex position = trace.stepOf(trace.flight(0).sentRecord) + 1; position <= trace.stepsUntil(60ms);
         ++position) {
        Simulator simulator = captured.simulatorAt(position, trace.steps()[position - 1].at, SimulatorConfig{});
        stepsRun(simulator);
        QCOMPARE(simulator.endpoint(Side::Client).state(), State::Established);
        QCOMPARE(simulator.endpoint(Side::Server).state(), State::Established);
    }
}

QTEST_APPLESS_MAIN(TestCapturedTrace)
#include "tst_captured_trace.moc"
