// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What was done by hand: how a file says it, what is said about one that is broken, and what becomes of it when the
// scenario is played.
#include "scenario/done.h"

#include "scenario/library.h"
#include "scenario/marked_file.h"
#include "scenario/scenario_reader.h"
#include "scenario/trace_bytes.h"

#include <QFile>
#include <QTest>

using namespace finwait;

namespace {

const QByteArray smallestFile =
    R"({"finwait": 1, "name": "n", "title": {"en": "t"}, "description": {"en": "d"}, "plan": []})";

QByteArray everything()
{
    QFile file(QStringLiteral(FINWAIT_EVERYTHING));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void row(const char* name, const char* good, const char* broken, const char* what, const char* expected)
{
    QTest::newRow(name) << QByteArray(good) << QByteArray(broken) << QByteArray(what) << QByteArray(expected);
}

/// Nothing is planned.
Scenario byHand(const std::vector<Done>& done)
{
    Scenario scenario;
    scenario.name = std::string("by-hand");
    scenario.done = done;
    return scenario;
}

Command call(Side side, const Call& what)
{
    return command::MakeCall{side, what};
}

/// LISTEN, the SYN on its way, and this after it.
Scenario afterOpening(const Done& third)
{
    return byHand({{0, 0ms, call(Side::Server, OpenPassive{})}, {1, 5ms, call(Side::Client, OpenActive{})}, third});
}

} // namespace

class DoneTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKindIsRead();
    void withoutItNothingWasDone();
    void itIsAList();
    void brokenFile_data();
    void brokenFile();
    void whatWasDoneIsDoneAgain();
    void aRefusedCallIsRecorded();
    void theLimitCountsFromWhatWasDoneLast();
    void whatDoesNotFitIsTold_data();
    void whatDoesNotFitIsTold();
    void whatNobodyWaitsForDoesNotFit();
    void whatDoesNotFitEndsIt();
};

void DoneTest::everyKindIsRead()
{
    const QByteArray text = everything();
    const auto scenario = readScenario(std::string_view{text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY2(scenario, scenario ? "" : describe(scenario.error()).c_str());
    const StateEntered closeWait{Side::Client, State::CloseWait};
    const std::vector<Done> expected = {
        {0, 500us, call(Side::Client, Send{21, true})},
        {1, 500us, call(Side::Server, Status{})},
        {2, 22ms, command::Deliver{23}},
        {2, 22ms, command::Drop{24}},
        {2, 22ms, command::Duplicate{25}},
        {2, 22125us, command::Hold{4294967295}},
        {3, 23ms, command::FireTimer{Side::Client, TimerKind::TimeWait}},
        {3, 23ms, command::StopTimer{Side::Server, TimerKind::DelayedAck}},
        {3, 23ms, command::StretchTimer{Side::Client, TimerKind::KeepAlive, 1us}},
        {4, 24ms, command::ChangeHost{Side::Server, HostEvent::FallSilent}},
        {4, 24ms,
         command::Inject{Side::Client, {.flags = {.syn = true}, .seq = 26, .ack = 27, .octets = 28, .window = 29}}},
        {5, 25ms, command::ChangeNetwork{{.delay = {30ms, 31ms}, .rules = {{true, {}, fault::Delay{32ms}}}}}},
        {5, 25ms, command::ChangeClockwork{Side::Server, {.msl = 33ms}}},
        {5, 25ms, command::Plan{{Side::Client, Close{}, closeWait, 34ms}}},
        {mostStepsBefore, longestScenarioTime, command::ForgetPlan{Side::Server}},
    };
    QCOMPARE(scenario->done.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(scenario->done[i] == expected[i], qPrintable(QString::number(i)));
}

void DoneTest::withoutItNothingWasDone()
{
    const auto scenario =
        readScenario(std::string_view{smallestFile.constData(), static_cast<std::size_t>(smallestFile.size())});
    QVERIFY(scenario && scenario->done.empty());
}

void DoneTest::itIsAList()
{
    QCOMPARE(complaintAbout(smallestFile, "[]", R"([], "done": ^{})", "this is an object", "a list of what was done"),
             QByteArray());
}

void DoneTest::brokenFile_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("expected");
    row("an entry is a text", R"({"after_steps": 2, "at_ms": 22, "drop": 24})", R"(^"drop")", "this is a text",
        "an object");
    row("nothing is done", R"({"after_steps": 2, "at_ms": 22, "drop": 24})", R"(^{"after_steps": 2, "at_ms": 22})",
        "nothing in this object that is done", R"("call", "host", "inject" or one of deliver, drop, duplicate, hold)");
    row("two things are done", R"("drop": 24)", R"(^"hold": 24, "drop": 24)", R"(unknown field "hold")",
        "one of after_steps, at_ms, drop");
    row("no steps", R"({"after_steps": 2, "at_ms": 22, "drop": 24})", R"(^{"at_ms": 22, "drop": 24})",
        "a field is missing", R"("after_steps")");
    row("no time", R"({"after_steps": 2, "at_ms": 22, "drop": 24})", R"(^{"after_steps": 2, "drop": 24})",
        "a field is missing", R"("at_ms")");
    row("steps go back", R"("after_steps": 1, "at_ms": 0.5)", R"("after_steps": 1, "at_ms": ^0.25)",
        R"("0.25" is not possible here)", "milliseconds from 0.5 to 31536000000");
    row("time goes back", R"("after_steps": 2, "at_ms": 22, "drop")", R"("after_steps": ^1, "at_ms": 22, "drop")",
        R"("1" is not possible here)", "a whole number from 2 to 1000000");
    row("too many steps", R"("after_steps": 1000000)", R"("after_steps": ^1000001)", R"("1000001" is not possible)",
        "a whole number from 5 to 1000000");
    row("a planned time", R"("call": "status"})", R"("call": "status", ^"after_ms": 1})", R"(unknown field "after_ms")",
        "one of side, call, after_steps, at_ms");
    row("flight is negative", R"("deliver": 23)", R"("deliver": ^-1)", R"("-1" is not possible here)",
        "a whole number from 0 to 4294967295");
    row("flight is a text", R"("duplicate": 25)", R"("duplicate": ^"SYN")", "this is a text", "a whole number from 0");
    row("no such timer", R"("2msl")", R"(^"msl")", R"("msl" is not a timer)", "one of retransmission, 2msl");
    row("timer of nobody", R"({"after_steps": 3, "at_ms": 23, "side": "client", "fire)",
        R"(^{"after_steps": 3, "at_ms": 23, "fire)", "a field is missing", R"("side")");
    row("side of a segment", R"("drop": 24)", R"("drop": 24, ^"side": "client")", R"(unknown field "side")", "one of");
    row("stretched by nothing", R"("by_ms": 0.001)", R"("by_ms": ^0)", R"("0" is not possible here)",
        "milliseconds from 0.001 to");
    row("network without a delay", R"({"delay_ms": {"client": 30, "server": 31}, "manual")", R"(^{"manual")",
        "a field is missing", R"("delay_ms")");
    row("unknown clock", R"("clockwork": {"msl_ms": 33})", R"("clockwork": {^"msl": 33})", R"(unknown field "msl")",
        "one of initial_rto_ms");
    row("plan without a time",
        R"("plan": {"side": "client", "call": "close", "when": {"side": "client", "state": "CLOSE_WAIT"}, "after_ms": 34})",
        R"("plan": ^{"side": "client", "call": "close"})", "a field is missing", R"("at_ms" or "when")");
    row("plan of nobody is forgotten", R"("forget_plan": "server")", R"("forget_plan": ^true)", "this is true or false",
        "one of client, server");
}

void DoneTest::brokenFile()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, broken);
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, expected);
    QCOMPARE(complaintAbout(everything(), good, broken, what, expected), QByteArray());
}

void DoneTest::whatWasDoneIsDoneAgain()
{
    const Run run = runScenario(afterOpening({2, 25ms, command::Drop{0}}));
    QVERIFY(!run.misfit);
    QCOMPARE(run.done.size(), 3U);
    QCOMPARE(run.trace.steps()[1].at, Time{5ms});
    QCOMPARE(run.trace.steps()[2].at, Time{25ms});
    QCOMPARE(run.trace.flight(0).fate, Fate::Lost);
    QVERIFY(run.trace.flights().size() > 1);
    QCOMPARE(run.simulator.endpoint(Side::Server).state(), State::Established); // by a retransmission

    // Planned for the same moments, the same comes of it.
    Scenario planned = byHand({});
    planned.plan = {{Side::Server, OpenPassive{}, std::nullopt, 0ms}, {Side::Client, OpenActive{}, std::nullopt, 5ms}};
    const Scenario done =
        byHand({{0, 0ms, call(Side::Server, OpenPassive{})}, {1, 5ms, call(Side::Client, OpenActive{})}});
    QCOMPARE(bytesOf(runScenario(done).trace), bytesOf(runScenario(planned).trace));
}

void DoneTest::aRefusedCallIsRecorded()
{
    const Run run = runScenario(byHand({{0, 7ms, call(Side::Client, Close{})}}));
    QVERIFY(!run.misfit);
    QCOMPARE(run.trace.steps().size(), 1U);
    QVERIFY(std::holds_alternative<record::CallRefused>(run.trace.records().back().body));
}

void DoneTest::theLimitCountsFromWhatWasDoneLast()
{
    const Scenario scenario = byHand({{0, 40h, call(Side::Client, OpenActive{})}});
    QCOMPARE(runScenario(scenario, 1ms).trace.end(), Time{40h});
    QVERIFY(runScenario(scenario).trace.end() > Time{40h});
    QVERIFY(!runScenario(scenario).isCutShort);
}

void DoneTest::whatDoesNotFitIsTold_data()
{
    QTest::addColumn<StepIndex>("afterSteps");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<FlightIndex>("flight");
    QTest::addColumn<int>("kind");
    QTest::addColumn<StepIndex>("steps");
    QTest::addColumn<qint64>("at");
    // The SYN sets out at 5 ms, arrives at 45 ms and is answered; the rest takes three steps or so.
    const auto row = [](const char* name, StepIndex after, qint64 ms, FlightIndex flight, MisfitKind kind,
                        StepIndex steps, qint64 at) {
        QTest::newRow(name) << after << ms << flight << static_cast<int>(kind) << steps << at;
    };
    row("it comes too soon", 3, 44, 0, MisfitKind::StepIsLater, 3, 45);
    row("it comes too late", 2, 46, 0, MisfitKind::StepIsBefore, 2, 45);
    row("all is over before", 900'000, 60'000, 0, MisfitKind::TooFewSteps, 5, 0);
    row("what was done before took a step", 1, 5, 0, MisfitKind::TooManySteps, 2, 0);
    row("the segment is not there", 2, 20, 7, MisfitKind::Refused, 2, 20);
}

void DoneTest::whatDoesNotFitIsTold()
{
    QFETCH(StepIndex, afterSteps);
    QFETCH(qint64, milliseconds);
    QFETCH(FlightIndex, flight);
    QFETCH(int, kind);
    QFETCH(StepIndex, steps);
    QFETCH(qint64, at);
    const Run run =
        runScenario(afterOpening({afterSteps, std::chrono::milliseconds(milliseconds), command::Drop{flight}}));
    QVERIFY(run.misfit);
    QCOMPARE(run.misfit->place, 2U);
    QCOMPARE(static_cast<int>(run.misfit->kind), kind);
    QCOMPARE(run.misfit->steps, steps);
    QCOMPARE(run.misfit->at, Time{std::chrono::milliseconds(at)});
    QCOMPARE(run.misfit->refusal,
             run.misfit->kind == MisfitKind::Refused ? Refusal::SegmentNotInFlight : Refusal::None);
    QCOMPARE(run.done.size(), 2U);
}

/// Two ends that answer each other without end (RFC 1337 section 2.3), and each answer twenty times.
void DoneTest::whatNobodyWaitsForDoesNotFit()
{
    Scenario scenario = *findScenario("time-wait-cut-short");
    for (PlannedDeed& planned : scenario.plan) {
        auto* call = std::get_if<Call>(&planned.deed);
        auto* send = call ? std::get_if<Send>(call) : nullptr;
        if (send && !planned.when)
            send->octets = 500;
    }
    FaultRule copies;
    copies.action = fault::Duplicate{mostCopies, {}};
    scenario.network.rules.push_back(copies);
    constexpr StepIndex many = 40'000;
    scenario.done = {{many, longestScenarioTime, command::ForgetPlan{Side::Server}}};
    const Run run = runScenario(scenario);
    QVERIFY(run.misfit);
    QCOMPARE(static_cast<int>(run.misfit->kind), static_cast<int>(MisfitKind::TooMuch));
    QVERIFY(run.misfit->steps < many);
    QVERIFY(run.trace.recordsOf(run.misfit->steps) > redoneRecordLimit);
    QVERIFY(run.trace.recordsOf(run.misfit->steps - 1) <= redoneRecordLimit);
}

/// What comes after it is not done either, and time goes on.
void DoneTest::whatDoesNotFitEndsIt()
{
    Scenario scenario = afterOpening({2, 20ms, command::Drop{7}});
    scenario.done.push_back({2, 20ms, command::Drop{0}});
    const Run run = runScenario(scenario);
    QCOMPARE(run.done.size(), 2U);
    QCOMPARE(run.misfit->place, 2U);
    QCOMPARE(run.simulator.endpoint(Side::Client).state(), State::Established);
    QCOMPARE(run.trace.flight(0).fate, Fate::Arrived);
}

QTEST_APPLESS_MAIN(DoneTest)
#include "tst_done.moc"
