// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A session that plays what was recorded: to be looked through like any other, and at every moment of it the simulator
// can go on.
#include "session/session.h"

#include "machine/fail_on_warnings.h"
#include "session/history.h"
#include "session/recorded_connection.h"
#include "session/session_log.h"
#include "session/trace_difference.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace finwait;
using namespace finwait::test;
using enum finwait::Side;

namespace {

Scenario heading()
{
    Scenario scenario;
    scenario.name = "recorded";
    return scenario;
}

struct Recorded {
    Recorded() { session.load(heading(), recording); }

    [[nodiscard]] StepIndex steps() const { return static_cast<StepIndex>(recording.trace.steps().size()); }
    [[nodiscard]] State state(Side side) const { return session.simulator().endpoint(side).state(); }
    [[nodiscard]] Time timeOf(StepIndex position) const { return recording.trace.steps()[position - 1].at; }
    /// To just after the client's FIN has set out.
    void toTheFin()
    {
        while (state(Client) != State::FinWait1)
            session.stepForward();
    }

    Recording recording = RecordedConnection().recording();
    Session session;
};

/// Both ends are found at 0 s and nothing is captured after that for a second. Whenever a simulator goes on, the client
/// has an ACK to send ten milliseconds later.
Recording alwaysAckingSoon()
{
    Recording recording;
    for (const Side side : allSides)
        recording.trace.append({Time{}, noRecord, side, record::StateFound{State::Established, Certainty::Sure}});
    recording.trace.endStep(Time{});
    recording.trace.endStep(1s);
    recording.simulatorAt = [](StepIndex position, Time at) {
        MidConnection connection;
        connection.now = at;
        if (position == 0)
            return Simulator({}, connection);
        connection.iss = {Seq{1000}, Seq{5000}};
        connection.tcbs = {establishedTcb(Seq{1000}, Seq{5000}), establishedTcb(Seq{5000}, Seq{1000})};
        connection.tcbs.client.timers[indexOf(TimerKind::DelayedAck)] = RunningTimer{at, at + 10ms};
        connection.nextRecord = 2;
        return Simulator({}, connection);
    };
    return recording;
}

bool same(const Trace& one, const Trace& two)
{
    return !firstDifference(one, two) && one.steps().size() == two.steps().size();
}

std::vector<State> path(const Trace& trace, Side side)
{
    std::vector<State> states;
    for (const StateSpan& span : trace.states(side))
        states.push_back(span.state);
    return states;
}

/// Which numbers of flights there are, each sent and ended by its own records.
bool isWellNumbered(const Trace& trace)
{
    for (FlightIndex i = 0; i < trace.flights().size(); ++i) {
        const auto* sent = std::get_if<record::SegmentSent>(&trace.record(trace.flight(i).sentRecord).body);
        if (sent == nullptr || sent->flight != i)
            return false;
    }
    return std::ranges::all_of(trace.records(), [&](const Record& record) {
        const auto* arrived = std::get_if<record::SegmentArrived>(&record.body);
        return arrived == nullptr || arrived->flight < trace.flights().size();
    });
}

} // namespace

class TestRecorded : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { failOnWarnings(); }
    static void it_is_loaded_at_its_start_and_shown_whole();
    static void steps_lead_through_all_of_it_and_back();
    static void a_state_that_is_found_is_no_transition();
    static void every_moment_can_be_sought();
    static void next_transition_stops_at_what_is_found_and_taken();
    static void playing_ends_where_the_recording_ends();
    static void idle_time_is_skipped();
    static void time_may_pass_between_its_steps();
    static void its_end_is_the_end();
    static void a_command_begins_a_branch_in_its_midst();
    static void a_command_begins_a_branch_at_its_end();
    static void what_is_refused_changes_nothing_even_at_its_end();
    static void continuing_needs_no_command();
    static void continuing_at_the_end_lets_timers_run();
    static void continuing_where_nothing_comes_by_itself_makes_a_branch_all_the_same();
    static void continuing_is_for_what_is_recorded();
    static void a_branch_is_recorded_up_to_where_it_left();
    static void a_branch_can_be_looked_through_like_a_simulated_one();
    static void a_long_branch_keeps_the_moment_it_went_on_from();
    static void what_comes_by_itself_counts_from_where_it_goes_on();
    static void branches_are_switched_between();
    static void branches_know_what_they_left();
    static void a_scenario_is_loaded_after_it();
};

void TestRecorded::it_is_loaded_at_its_start_and_shown_whole()
{
    Session session;
    const Recording recording = RecordedConnection().recording();
    SessionLog log(session);
    session.load(heading(), recording);
    QCOMPARE(log.take(), QStringList({"loaded", "changed"}));
    QVERIFY(same(session.trace(), recording.trace));
    QVERIFY(session.isRecorded());
    QCOMPARE(session.recordedSteps(), std::optional(static_cast<StepIndex>(recording.trace.steps().size())));
    QVERIFY(session.atStart());
    QCOMPARE(session.end(), recording.trace.end());
    QVERIFY(!session.isCutShort());
    QVERIFY(session.scenario() == heading());
    QCOMPARE(session.branches().size(), 1U);
    QVERIFY(session.branches().front().isRecorded);
    QVERIFY(agrees(session));
}

void TestRecorded::steps_lead_through_all_of_it_and_back()
{
    Recorded it;
    for (StepIndex position = 1; position <= it.steps(); ++position) {
        it.session.stepForward();
        QCOMPARE(it.session.position(), position);
        QCOMPARE(it.session.playhead(), it.timeOf(position));
        QVERIFY(agrees(it.session));
    }
    QCOMPARE(it.state(Client), State::TimeWait);
    QCOMPARE(it.state(Server), State::Closed);
    it.session.stepForward();
    QCOMPARE(it.session.position(), it.steps());
    for (StepIndex position = it.steps(); position-- > 0;) {
        it.session.stepBack();
        QCOMPARE(it.session.position(), position);
        QVERIFY(agrees(it.session));
    }
    QVERIFY(same(it.session.trace(), it.recording.trace));
}

void TestRecorded::a_state_that_is_found_is_no_transition()
{
    Recorded it;
    SessionLog log(it.session);
    it.session.stepForward();
    QCOMPARE(log.take(), QStringList("changed"));
    QVERIFY(it.state(Server) == State::Established);
    QVERIFY(agrees(it.session));
    it.toTheFin();
    QCOMPARE(log.take().filter(QLatin1String("client")), QStringList("client FIN_WAIT_1"));
}

void TestRecorded::every_moment_can_be_sought()
{
    Recorded it;
    const Trace& trace = it.recording.trace;
    for (const Time at : {500ms, 0ms, 20ms, 2000ms, 199ms, 210ms, 1000ms, 50ms}) {
        it.session.seek(at);
        QCOMPARE(it.session.playhead(), std::min(Time(at), trace.end()));
        QCOMPARE(it.session.position(), trace.stepsUntil(at));
        QVERIFY(agrees(it.session));
    }
    for (const RecordIndex record : {12U, 3U, 20U}) {
        it.session.seekToRecord(record);
        QCOMPARE(it.session.position(), trace.stepOf(record) + 1);
        QVERIFY(agrees(it.session));
    }
}

void TestRecorded::next_transition_stops_at_what_is_found_and_taken()
{
    Recorded it;
    it.session.nextTransition();
    QCOMPARE(it.session.position(), 1U);
    QVERIFY(!it.session.isCutShort());
    it.session.nextTransition();
    QCOMPARE(it.state(Client), State::FinWait1);
    QVERIFY(agrees(it.session));
    it.session.previousTransition();
    QCOMPARE(it.session.position(), 1U);
    for (int i = 0; i < 20; ++i)
        it.session.nextTransition();
    QCOMPARE(it.session.position(), it.steps());
    QVERIFY(!it.session.isCutShort());
    QVERIFY(agrees(it.session));
}

void TestRecorded::playing_ends_where_the_recording_ends()
{
    Recorded it;
    it.session.play();
    for (int tick = 0; tick < 1000 && it.session.isPlaying(); ++tick) {
        it.session.advance(10ms);
        QVERIFY(agrees(it.session));
    }
    QVERIFY(!it.session.isPlaying());
    QCOMPARE(it.session.position(), it.steps());
    QVERIFY(it.session.isRecorded());
    it.session.play();
    QVERIFY(!it.session.isPlaying());
}

void TestRecorded::idle_time_is_skipped()
{
    Recorded it;
    it.session.seek(300ms);
    it.session.setSpeed(0.1); // 200 ms take two seconds
    it.session.skipIdleNow();
    QVERIFY(it.session.playhead() > 300ms);
    QVERIFY(it.session.playhead() < 500ms);
    QVERIFY(agrees(it.session));
}

void TestRecorded::time_may_pass_between_its_steps()
{
    Recorded it;
    it.session.seek(300ms);
    const StepIndex position = it.session.position();
    it.session.play();
    it.session.advance(50ms);
    QCOMPARE(it.session.playhead(), Time{350ms});
    QCOMPARE(it.session.position(), position);
    QCOMPARE(it.session.simulator().now(), Time{350ms});
}

void TestRecorded::its_end_is_the_end()
{
    Recorded it;
    it.session.toEnd();
    QVERIFY(it.session.atEnd());
    QVERIFY(!it.session.isCutShort());
    QCOMPARE(it.session.position(), it.steps());
    QVERIFY(it.session.simulator().nextEventAt().has_value()); // 2 MSL, which nobody has recorded
    QVERIFY(it.session.isRecorded());
}

void TestRecorded::a_command_begins_a_branch_in_its_midst()
{
    Recorded it;
    it.toTheFin();
    const StepIndex left = it.session.position();
    SessionLog log(it.session);
    QSignalSpy branched(&it.session, &Session::branchesChanged);
    it.session.submit(call(Server, Close{}));
    QCOMPARE(it.state(Server), State::FinWait1);
    QCOMPARE(log.take(), QStringList({"server FIN_WAIT_1", "changed"}));
    QCOMPARE(branched.size(), 1);
    QVERIFY(!it.session.isRecorded());
    QCOMPARE(it.session.recordedSteps(), std::optional(left));
    it.session.toEnd();
    QVERIFY(agrees(it.session));
    QCOMPARE(path(it.session.trace(), Client), (std::vector{State::Closed, State::Established, State::FinWait1,
                                                            State::Closing, State::TimeWait, State::Closed}));
    QVERIFY(isWellNumbered(it.session.trace()));
    QVERIFY(same(*it.session.branchTrace(1), it.recording.trace));
}

void TestRecorded::a_command_begins_a_branch_at_its_end()
{
    Recorded it;
    it.session.toEnd();
    it.session.submit(command::FireTimer{Client, TimerKind::TimeWait});
    QCOMPARE(it.session.branches().size(), 2U);
    QCOMPARE(it.state(Client), State::Closed);
    QVERIFY(same(*it.session.branchTrace(1), it.recording.trace));
    QCOMPARE(it.session.recordedSteps(), std::optional(it.steps()));
    QVERIFY(!it.session.isRecorded());
}

void TestRecorded::what_is_refused_changes_nothing_even_at_its_end()
{
    Recorded it;
    QSignalSpy refused(&it.session, &Session::refused);
    for (const bool atEnd : {false, true}) {
        if (atEnd)
            it.session.toEnd();
        else
            it.session.seek(300ms);
        it.session.submit(call(Client, Send{10}));
        QCOMPARE(it.session.branches().size(), 1U);
        QVERIFY(it.session.isRecorded());
        QVERIFY(same(it.session.trace(), it.recording.trace));
    }
    QCOMPARE(refused.size(), 2);
}

void TestRecorded::continuing_needs_no_command()
{
    Recorded it;
    it.toTheFin();
    QVERIFY(it.session.canContinueFromHere());
    const Time at = it.session.playhead();
    const StepIndex position = it.session.position();
    const auto rewrites = it.session.rewrites();
    SessionLog log(it.session);
    it.session.continueFromHere();
    QCOMPARE(log.take(), QStringList("changed"));
    QVERIFY(it.session.rewrites() != rewrites);
    QCOMPARE(it.session.playhead(), at);
    QCOMPARE(it.session.position(), position);
    QCOMPARE(it.session.trace().steps().size(), std::size_t{position});
    QVERIFY(!it.session.isRecorded());
    QVERIFY(!it.session.atEnd());

    const Branch branch = it.session.branches().back();
    QVERIFY(branch.goesOn && branch.isCurrent && !branch.isRecorded);
    QVERIFY(!branch.command);
    QCOMPARE(branch.parent, std::optional<BranchId>(1));
    QCOMPARE(branch.forkTime, at);
    QCOMPARE(branch.forkStep, position);

    it.session.toEnd(); // the server's application never closes here
    QCOMPARE(path(it.session.trace(), Client),
             (std::vector{State::Closed, State::Established, State::FinWait1, State::FinWait2}));
    QVERIFY(isWellNumbered(it.session.trace()));
    QVERIFY(agrees(it.session));
}

void TestRecorded::continuing_at_the_end_lets_timers_run()
{
    Recorded it;
    it.session.toEnd();
    it.session.continueFromHere();
    QVERIFY(!it.session.atEnd());
    it.session.toEnd();
    QCOMPARE(it.state(Client), State::Closed);
    QCOMPARE(it.session.trace().steps().size(), std::size_t{it.steps()} + 1);
    QVERIFY(agrees(it.session));
}

void TestRecorded::continuing_where_nothing_comes_by_itself_makes_a_branch_all_the_same()
{
    Recorded it;
    it.session.seek(1ms);
    it.session.continueFromHere();
    QCOMPARE(it.session.branches().size(), 2U);
    QVERIFY(it.session.atEnd());
    it.session.submit(call(Client, Close{}));
    QCOMPARE(it.session.branches().size(), 2U); // nothing was given up for it
    QVERIFY(!it.session.branches().back().command);
    QVERIFY(it.session.branches().back().goesOn);
    QCOMPARE(it.state(Client), State::FinWait1);
}

void TestRecorded::continuing_is_for_what_is_recorded()
{
    Recorded it;
    it.toTheFin();
    it.session.continueFromHere();
    QVERIFY(!it.session.canContinueFromHere());
    it.session.continueFromHere();
    QCOMPARE(it.session.branches().size(), 2U);
    it.session.toEnd();
    it.session.continueFromHere();
    QCOMPARE(it.session.branches().size(), 2U);
    it.session.seek(10ms); // back in what was recorded
    QVERIFY(it.session.canContinueFromHere());
    it.session.continueFromHere();
    QCOMPARE(it.session.branches().size(), 3U);
    QCOMPARE(it.session.recordedSteps(), std::optional(it.session.position()));
    it.session.toEnd(); // what the client has sent is on its way, and nobody closes
    QVERIFY(it.session.position() > *it.session.recordedSteps());
    QCOMPARE(it.state(Client), State::Established);
    QVERIFY(agrees(it.session));

    it.session.load(shipped("client-closes-first"));
    QVERIFY(!it.session.canContinueFromHere());
    it.session.continueFromHere();
    QCOMPARE(it.session.branches().size(), 1U);
}

void TestRecorded::a_branch_is_recorded_up_to_where_it_left()
{
    Recorded it;
    it.session.seek(300ms); // nothing happens there
    const StepIndex left = it.session.position();
    it.session.submit(call(Server, Abort{}));
    QCOMPARE(it.session.recordedSteps(), std::optional(left));
    it.session.seek(299ms);
    QVERIFY(it.session.canContinueFromHere());
    QCOMPARE(it.session.position(), left);
    QVERIFY(agrees(it.session));
    it.session.stepForward();
    QCOMPARE(it.session.playhead(), Time{300ms});
    QCOMPARE(it.state(Server), State::Closed);
    QVERIFY(!it.session.canContinueFromHere());
    it.session.seek(299ms);
    it.session.play();
    it.session.advance(11ms);
    QCOMPARE(it.session.playhead(), Time{310ms});
    QCOMPARE(it.state(Server), State::Closed);
    QVERIFY(agrees(it.session));
}

void TestRecorded::a_branch_can_be_looked_through_like_a_simulated_one()
{
    Recorded it;
    it.toTheFin();
    it.session.continueFromHere();
    it.session.stepForward();
    it.session.submit(call(Server, Send{5000}));
    it.session.submit(call(Server, Close{}));
    it.session.toEnd();
    const Trace whole = it.session.trace();
    QVERIFY(isWellNumbered(whole));
    const auto steps = static_cast<StepIndex>(whole.steps().size());
    it.session.toStart();
    for (StepIndex position = 1; position <= steps; ++position) {
        it.session.stepForward();
        QCOMPARE(it.session.position(), position);
        QVERIFY(agrees(it.session));
        const Simulator walked = it.session.simulator();
        it.session.toStart();
        it.session.seekToRecord(whole.recordsOf(position) - 1);
        QVERIFY(it.session.simulator() == walked);
    }
    QVERIFY(same(it.session.trace(), whole));
}

void TestRecorded::a_long_branch_keeps_the_moment_it_went_on_from()
{
    Recorded it;
    it.session.stepForward();
    it.session.stepForward();
    it.session.submit(command::ChangeNetwork{{.delay = {1ms, 1ms}, .rules = {}, .manual = false}});
    const StepIndex enough = 64 * History::maxCheckpoints + 1000; // more than there is room for at first
    while (it.session.trace().steps().size() < enough) {
        it.session.submit(call(Server, Send{20'000}));
        it.session.toEnd();
    }
    it.session.seek(0ms);
    QVERIFY(agrees(it.session));
    it.session.seekToRecord(it.session.trace().recordsOf(5));
    QVERIFY(agrees(it.session));
    it.session.toEnd();
    QVERIFY(agrees(it.session));
}

void TestRecorded::what_comes_by_itself_counts_from_where_it_goes_on()
{
    Session session;
    session.load(heading(), alwaysAckingSoon());
    session.seek(50ms);
    session.continueFromHere();
    session.seek(20ms);
    session.play();
    session.advance(15ms); // an ACK was due at 30 ms, had it gone on from there
    QCOMPARE(session.playhead(), Time{35ms});
    QCOMPARE(session.position(), 1U);
    session.pause();
    session.seek(20ms);
    session.stepForward();
    QCOMPARE(session.playhead(), Time{60ms});
    QCOMPARE(session.position(), 2U);

    session.seek(55ms);
    const Simulator waited = session.simulator();
    session.seek(20ms);
    session.play();
    session.advance(35ms);
    QVERIFY(session.simulator() == waited);
}

void TestRecorded::branches_are_switched_between()
{
    Recorded it;
    it.toTheFin();
    it.session.submit(call(Server, Close{}));
    it.session.toEnd();
    const BranchId other = it.session.currentBranch();
    const Trace simulated = it.session.trace();
    it.session.switchTo(1);
    QVERIFY(it.session.isRecorded());
    QCOMPARE(it.session.playhead(), it.recording.trace.end());
    QVERIFY(agrees(it.session));
    it.session.seek(100ms);
    it.session.switchTo(other);
    QCOMPARE(it.session.playhead(), Time{100ms});
    QVERIFY(same(it.session.trace(), simulated));
    QVERIFY(agrees(it.session));
    const auto difference = firstDifference(simulated, it.recording.trace);
    QVERIFY(difference);
    QCOMPARE(std::optional(difference->step), it.session.recordedSteps());

    Session waiting;
    waiting.load(heading(), alwaysAckingSoon());
    waiting.seek(50ms);
    waiting.continueFromHere(); // after a step at 0 s
    waiting.switchTo(1);
    QCOMPARE(waiting.playhead(), Time{50ms});
    waiting.switchTo(2);
    QCOMPARE(waiting.playhead(), Time{50ms});
}

void TestRecorded::branches_know_what_they_left()
{
    Recorded it;
    it.toTheFin();
    it.session.continueFromHere();
    const BranchId continued = it.session.currentBranch();
    it.session.toEnd();
    it.session.stepBack();
    it.session.submit(call(Server, Abort{})); // beyond what was recorded
    QCOMPARE(it.session.branches().back().parent, std::optional(continued));
    it.session.seek(20ms);
    it.session.submit(call(Server, Abort{}));
    QCOMPARE(it.session.branches().back().parent, std::optional<BranchId>(1));
    QVERIFY(it.session.branches().back().command == call(Server, Abort{}));
}

void TestRecorded::a_scenario_is_loaded_after_it()
{
    Recorded it;
    it.toTheFin();
    it.session.load(shipped("client-closes-first"));
    QVERIFY(!it.session.isRecorded());
    QVERIFY(!it.session.recordedSteps());
    QVERIFY(!it.session.branches().front().isRecorded);
    it.session.toEnd();
    QVERIFY(agrees(it.session));
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "tst_recorded.moc"
