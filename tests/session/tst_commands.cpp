// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What becomes of a command: done, refused, or kept until the handler that asked for it has returned.
#include "session/session.h"

#include "machine/fail_on_warnings.h"
#include "session/session_log.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace finwait;
using namespace finwait::test;

namespace {

/// The first record of a kind; noRecord if there is none.
template <typename Body>
RecordIndex firstRecord(const Trace& trace)
{
    for (RecordIndex i = 0; i < trace.records().size(); ++i) {
        if (std::holds_alternative<Body>(trace.record(i).body))
            return i;
    }
    return noRecord;
}

bool sameRecords(const Trace& one, const Trace& other)
{
    const auto same = [](const Record& a, const Record& b) {
        return a.at == b.at && a.cause == b.cause && a.side == b.side && a.body.index() == b.body.index();
    };
    return std::equal(one.records().begin(), one.records().end(), other.records().begin(), other.records().end(), same)
           && one.flights().size() == other.flights().size() && one.steps().size() == other.steps().size();
}

void openByCommands(Session& session)
{
    session.submit(call(Side::Server, OpenPassive{}));
    session.submit(call(Side::Client, OpenActive{}));
    session.toEnd();
}

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { failOnWarnings(); }
    static void what_was_done_is_told();
    static void what_is_loaded_with_deeds_can_be_gone_on_with();
    static void what_does_not_fit_is_told();
    static void what_is_adopted_goes_on();
    static void a_call_is_done_at_once_and_signalled_in_order();
    static void a_connection_can_be_lived_by_commands_alone();
    static void a_segment_can_be_delivered();
    static void a_segment_can_be_dropped();
    static void a_timer_can_be_let_run_out();
    static void a_refused_call_changes_nothing_in_the_past();
    static void a_refused_call_is_recorded_at_the_end();
    static void a_refused_delivery_changes_nothing();
    static void check_tells_what_would_be_refused();
    static void acting_in_the_past_replaces_the_future();
    static void acting_in_the_past_equals_a_fresh_run();
    static void only_commands_and_loading_rewrite_the_trace();
    static void acting_between_two_steps_happens_at_the_playhead();
    static void a_plan_is_kept_when_its_moment_is_left_and_reached_again();
    static void a_plan_is_forgotten_when_something_is_done_before_it();
    static void a_forgotten_plan_stays_forgotten_when_its_moment_is_reached_again();
    static void a_command_from_a_handler_waits_for_the_handler();
    static void a_command_from_a_transition_handler_waits_for_the_step();
    static void choices_are_those_of_the_playhead();
};

void TestCommands::what_was_done_is_told()
{
    Session session;
    session.load(shipped("client-closes-first"));
    QVERIFY(session.done().empty());
    session.seek(20ms);
    const StepIndex position = session.position();
    session.submit(command::Drop{99}); // refused
    QVERIFY(session.done().empty());
    session.submit(command::Drop{0});
    const Done done{position, 20ms, command::Drop{0}};
    QVERIFY(session.done() == std::vector{done});
    const BranchId second = session.currentBranch();
    session.toStart();
    QVERIFY(session.done() == std::vector{done}); // up to the end of the branch
    session.switchTo(session.branches().front().id);
    QVERIFY(session.done().empty());
    QVERIFY(session.branchDone(second) == std::vector{done});
    QVERIFY(session.branchDone(99).empty());
}

void TestCommands::what_is_loaded_with_deeds_can_be_gone_on_with()
{
    Scenario scenario = shipped("client-closes-first");
    Session session;
    session.load(scenario);
    session.seek(20ms);
    scenario.done = {{session.position(), 20ms, command::Drop{0}}};
    session.load(scenario);
    QVERIFY(session.atStart());
    QCOMPARE(session.branches().size(), 1U);
    QCOMPARE(session.trace().flight(0).fate, Fate::Lost);
    session.submit(call(Side::Client, OpenPassive{})); // before it
    QCOMPARE(session.branches().size(), 2U);
    QCOMPARE(session.done().size(), 1U);
    QVERIFY(session.branchDone(session.branches().front().id) == scenario.done);
    session.load(scenario);
    session.toEnd();
    session.submit(call(Side::Client, Status{})); // after it
    QCOMPARE(session.branches().size(), 1U);
    QCOMPARE(session.done().size(), 2U);
}

void TestCommands::what_does_not_fit_is_told()
{
    Scenario scenario = nothingPlanned();
    scenario.done = {{0, 0ms, call(Side::Server, OpenPassive{})}, {1, 0ms, command::Drop{0}}};
    Session session;
    session.load(scenario);
    QVERIFY(session.misfit());
    QCOMPARE(session.misfit()->place, 1U);
    QCOMPARE(session.done().size(), 1U);
    session.load(nothingPlanned());
    QVERIFY(!session.misfit());
}

void TestCommands::what_is_adopted_goes_on()
{
    Session session;
    session.load(nothingPlanned());
    openByCommands(session);
    Scenario saved = session.scenario();
    saved.name = "saved";
    saved.done = session.done();
    const Time playhead = session.playhead();
    QSignalSpy adopted(&session, &Session::adopted);
    QSignalSpy changed(&session, &Session::changed);
    session.adopt(saved);
    QCOMPARE(adopted.size(), 1);
    QCOMPARE(changed.size(), 0);
    QVERIFY(session.scenario() == saved);
    QCOMPARE(session.playhead(), playhead);
    session.load(Scenario(session.scenario()));
    QVERIFY(session.done() == saved.done);
}

void TestCommands::a_call_is_done_at_once_and_signalled_in_order()
{
    Session session;
    session.load(nothingPlanned());
    SessionLog log(session);
    session.submit(call(Side::Server, OpenPassive{}));
    QCOMPARE(log.take(), (QStringList{"server LISTEN", "changed"}));
    QCOMPARE(session.machine(Side::Server).state(), State::Listen);
    QCOMPARE(session.position(), 1U);
    QCOMPARE(session.playhead(), Time{});
    QVERIFY(agrees(session));
}

void TestCommands::a_connection_can_be_lived_by_commands_alone()
{
    Session session;
    session.load(nothingPlanned());
    openByCommands(session);
    QCOMPARE(session.machine(Side::Client).state(), State::Established);
    QCOMPARE(session.machine(Side::Server).state(), State::Established);
    QVERIFY(session.atEnd());
    session.submit(call(Side::Client, Close{}));
    QVERIFY(!session.atEnd());
    session.toEnd();
    QCOMPARE(session.machine(Side::Client).state(), State::FinWait2);
    session.submit(call(Side::Server, Close{}));
    session.toEnd();
    QCOMPARE(pathOf(session.trace(), Side::Client),
             (std::vector{State::Closed, State::SynSent, State::Established, State::FinWait1, State::FinWait2,
                          State::TimeWait, State::Closed}));
    QVERIFY(agrees(session));
}

void TestCommands::a_segment_can_be_delivered()
{
    Session session;
    session.load(nothingPlanned());
    session.submit(call(Side::Server, OpenPassive{}));
    session.submit(call(Side::Client, OpenActive{}));
    const FlightIndex syn = session.simulator().network().inFlight().front().flight;
    SessionLog log(session);
    session.submit(command::Deliver{syn});
    QCOMPARE(log.take(), (QStringList{"server SYN_RECEIVED", "changed"}));
    QCOMPARE(session.playhead(), Time{40ms}); // nothing else would happen before
    QCOMPARE(session.trace().flight(syn).fate, Fate::Arrived);
}

void TestCommands::a_segment_can_be_dropped()
{
    Session session;
    session.load(nothingPlanned());
    session.submit(call(Side::Server, OpenPassive{}));
    session.submit(call(Side::Client, OpenActive{}));
    const FlightIndex syn = session.simulator().network().inFlight().front().flight;
    session.submit(command::Drop{syn});
    QCOMPARE(session.trace().flight(syn).fate, Fate::Lost);
    QVERIFY(session.simulator().network().inFlight().empty());
    session.toEnd();
    QCOMPARE(session.machine(Side::Client).state(), State::Established); // the SYN was repeated
}

void TestCommands::a_timer_can_be_let_run_out()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(1s);
    QCOMPARE(session.machine(Side::Client).state(), State::TimeWait);
    const Time deadline = session.simulator().endpoint(Side::Client).tcb().timer(TimerKind::TimeWait)->deadline;
    session.submit(command::FireTimer{Side::Client, TimerKind::TimeWait});
    QCOMPARE(session.machine(Side::Client).state(), State::Closed);
    QCOMPARE(session.playhead(), deadline);

    // The moments that the command has jumped over can be visited all the same.
    session.seek(2s);
    QCOMPARE(session.playhead(), Time{2s});
    QCOMPARE(session.machine(Side::Client).state(), State::TimeWait);
    session.stepForward();
    QCOMPARE(session.playhead(), deadline);
    QVERIFY(agrees(session));
}

void TestCommands::a_refused_call_changes_nothing_in_the_past()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(200ms);
    const Simulator before = session.simulator();
    const std::size_t records = session.trace().records().size();
    SessionLog log(session);
    const QSignalSpy refused(&session, &Session::refused);
    session.submit(call(Side::Client, OpenActive{}));
    QCOMPARE(log.take(), QStringList{"refused"});
    QCOMPARE(refused.front().at(1).value<Refusal>(), Refusal::ConnectionAlreadyExists);
    QVERIFY(session.simulator() == before);
    QCOMPARE(session.trace().records().size(), records);
}

void TestCommands::a_refused_call_is_recorded_at_the_end()
{
    Session session;
    session.load(nothingPlanned());
    SessionLog log(session);
    session.submit(call(Side::Client, Close{}));
    QCOMPARE(log.take(), (QStringList{"refused", "changed"}));
    QVERIFY(firstRecord<record::CallRefused>(session.trace()) != noRecord);
    QCOMPARE(session.machine(Side::Client).state(), State::Closed);

    const Simulator after = session.simulator();
    session.toStart();
    session.stepForward();
    QVERIFY(session.simulator() == after);
}

void TestCommands::a_refused_delivery_changes_nothing()
{
    Session session;
    session.load(nothingPlanned());
    const Simulator before = session.simulator();
    SessionLog log(session);
    session.submit(command::Deliver{77});
    session.submit(command::FireTimer{Side::Client, TimerKind::TimeWait});
    QCOMPARE(log.take(), (QStringList{"refused", "refused"}));
    QVERIFY(session.simulator() == before);
    QVERIFY(session.trace().records().empty());
}

void TestCommands::check_tells_what_would_be_refused()
{
    Session session;
    session.load(shipped("client-closes-first"));
    QCOMPARE(session.check(call(Side::Client, OpenActive{})), Refusal::None);
    QCOMPARE(session.check(call(Side::Client, Close{})), Refusal::ConnectionDoesNotExist);
    session.seek(200ms);
    QCOMPARE(session.check(call(Side::Client, OpenActive{})), Refusal::ConnectionAlreadyExists);
    QCOMPARE(session.check(call(Side::Client, Close{})), Refusal::None);
}

void TestCommands::acting_in_the_past_replaces_the_future()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(100ms);
    QCOMPARE(session.machine(Side::Client).state(), State::Established);
    const StepIndex position = session.position();
    session.submit(call(Side::Client, Abort{}));
    QCOMPARE(session.trace().steps().size(), std::size_t{position + 1});
    QCOMPARE(session.end(), Time{100ms});
    session.toEnd();
    QCOMPARE(pathOf(session.trace(), Side::Client),
             (std::vector{State::Closed, State::SynSent, State::Established, State::Closed}));
    QVERIFY(agrees(session));
}

void TestCommands::acting_in_the_past_equals_a_fresh_run()
{
    Session wandering;
    wandering.load(shipped("client-closes-first"));
    wandering.toEnd();
    wandering.seek(300ms);
    wandering.submit(call(Side::Server, Send{.octets = 50}));
    wandering.toEnd();
    wandering.seek(130ms);
    wandering.submit(call(Side::Server, Abort{}));
    wandering.toEnd();

    Session straight;
    straight.load(shipped("client-closes-first"));
    straight.seek(130ms);
    straight.submit(call(Side::Server, Abort{}));
    straight.toEnd();

    QVERIFY(wandering.simulator() == straight.simulator());
    QVERIFY(sameRecords(wandering.trace(), straight.trace()));
}

void TestCommands::only_commands_and_loading_rewrite_the_trace()
{
    Session session;
    const std::uint64_t atFirst = session.rewrites();
    session.load(shipped("client-closes-first"));
    const std::uint64_t loaded = session.rewrites();
    QVERIFY(loaded > atFirst);
    session.seek(100ms);
    session.stepForward();
    session.submit(call(Side::Client, OpenActive{})); // refused
    session.toEnd();
    QCOMPARE(session.rewrites(), loaded);
    session.seek(100ms);
    session.submit(call(Side::Client, Abort{}));
    const std::uint64_t aborted = session.rewrites();
    QVERIFY(aborted > loaded);
    session.toEnd();
    QCOMPARE(session.rewrites(), aborted);
}

void TestCommands::acting_between_two_steps_happens_at_the_playhead()
{
    Session session;
    session.load(shipped("client-closes-first"));
    const Time between = 101'234us;
    session.seek(between);
    session.submit(call(Side::Client, Send{.octets = 7}));
    QCOMPARE(session.playhead(), between);
    QCOMPARE(session.trace().records().back().at, between);
    QCOMPARE(session.trace().steps().back().at, between);
}

void TestCommands::a_plan_is_kept_when_its_moment_is_left_and_reached_again()
{
    Session session;
    session.load(nothingPlanned());
    openByCommands(session);
    const Time opened = session.playhead();
    const PlannedDeed close{Side::Client, Close{}, StateEntered{Side::Client, State::Established}, 5s};
    session.submit(command::Plan{close});
    QVERIFY(!session.atEnd());
    const Simulator planned = session.simulator();

    session.toStart();
    session.seek(opened);
    QVERIFY(session.simulator() == planned);
    session.toStart();
    session.nextTransition();
    session.toEnd();
    QCOMPARE(session.machine(Side::Client).state(), State::FinWait2);
    QCOMPARE(session.trace().states(Side::Client).at(3).from, opened + 5s);
    QVERIFY(agrees(session));
}

void TestCommands::a_plan_is_forgotten_when_something_is_done_before_it()
{
    Session session;
    session.load(nothingPlanned());
    openByCommands(session);
    session.submit(
        command::Plan{PlannedDeed{Side::Client, Close{}, StateEntered{Side::Client, State::Established}, 5s}});
    session.stepBack();
    session.submit(call(Side::Client, Send{.octets = 10}));
    session.toEnd();
    QCOMPARE(session.machine(Side::Client).state(), State::Established);
    QVERIFY(agrees(session));
}

void TestCommands::a_forgotten_plan_stays_forgotten_when_its_moment_is_reached_again()
{
    Session session;
    session.load(shipped("client-closes-first"));
    while (session.machine(Side::Server).state() != State::Established)
        session.nextTransition();
    for (const Side side : allSides)
        session.submit(command::ForgetPlan{side});
    const Simulator forgotten = session.simulator();
    const Time when = session.playhead();

    session.toEnd();
    QCOMPARE(session.machine(Side::Client).state(), State::Established);
    session.toStart();
    session.seek(when);
    QVERIFY(session.simulator() == forgotten);
    session.toEnd();
    QCOMPARE(session.machine(Side::Client).state(), State::Established);
    QVERIFY(agrees(session));
}

void TestCommands::a_command_from_a_handler_waits_for_the_handler()
{
    Session session;
    session.load(nothingPlanned());
    std::optional<StepIndex> inside;
    int changes = 0;
    connect(&session, &Session::changed, &session, [&] {
        if (++changes > 1)
            return;
        session.submit(call(Side::Client, OpenActive{}));
        inside = session.position();
    });
    session.submit(call(Side::Server, OpenPassive{}));
    QCOMPARE(inside, std::optional<StepIndex>(1));
    QCOMPARE(session.position(), 2U);
    QCOMPARE(changes, 2);
    QCOMPARE(session.machine(Side::Client).state(), State::SynSent);
}

void TestCommands::a_command_from_a_transition_handler_waits_for_the_step()
{
    Session session;
    session.load(nothingPlanned());
    SessionLog log(session);
    connect(&session.machine(Side::Server), &ConnectionMachine::entered, &session, [&](State state) {
        if (state == State::Listen)
            session.submit(call(Side::Client, OpenActive{}));
    });
    session.submit(call(Side::Server, OpenPassive{}));
    QCOMPARE(log.take(), (QStringList{"server LISTEN", "changed", "client SYN_SENT", "changed"}));
    QVERIFY(agrees(session));
}

void TestCommands::choices_are_those_of_the_playhead()
{
    Session session;
    session.load(shipped("client-closes-first"));
    const auto offers = [&](Side side, State to) {
        const auto& choices = session.choices();
        return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) {
            return choice.side == side && transitionRow(choice.row).to == to;
        });
    };
    QVERIFY(offers(Side::Client, State::SynSent));
    QVERIFY(!offers(Side::Client, State::FinWait1));
    session.seek(100ms);
    QVERIFY(!offers(Side::Client, State::SynSent));
    QVERIFY(offers(Side::Client, State::FinWait1));
    session.submit(call(Side::Client, Close{}));
    QVERIFY(!offers(Side::Client, State::FinWait1));
}

QTEST_GUILESS_MAIN(TestCommands)

#include "tst_commands.moc"
