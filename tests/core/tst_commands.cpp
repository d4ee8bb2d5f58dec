// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Commands to a simulation: deliver, drop, let a timer run out, make a call, plan one. They do what they say, at once,
// and what is refused changes nothing.

#include "core/simulator.h"

#include "core/trace_text.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

namespace {

/// Steps until `side` is in `state`.
void runTo(Simulator& simulator, Side side, State state, Trace* trace = nullptr)
{
    constexpr int enough = 1000;
    for (int i = 0; i < enough && simulator.endpoint(side).state() != state; ++i)
        simulator.step(trace);
    QVERIFY(simulator.endpoint(side).state() == state);
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

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    void deliver_timeGoesOnToTheArrival();
    void deliver_arrivesNowWhereSomethingElseComesBefore();
    void deliver_outOfOrder();
    void drop_isLostNow();
    void whatIsNotInFlightCannotBeDeliveredOrDropped();
    void fireTimer_goesOnToItsDeadlineIfNothingComesBefore();
    void fireTimer_firesNowIfSomethingComesBefore();
    void meddling_isRecordedWithItsCauses();
    void otherFaults_areRecorded();
    void fireTimer_mustBeRunning();
    void call_refused_isRecordedAndChangesNothing();
    void plan_atATime();
    void plan_onEnteringAState();
    void plan_aStateThatHoldsAlreadyCountsFromNow();
    void plan_happensOnce();
    void forgetPlan_takesBackWhatOneSideWouldDo();
    void plan_ofTheSameSideAtOnce_ridesOnTheSameSegment();
    void plan_ofTheOtherSide_isAnEventOfItsOwn();
};

void TestCommands::deliver_timeGoesOnToTheArrival()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runTo(simulator, Client, State::SynSent, &trace);
    QCOMPARE(simulator.apply(command::Deliver{0}, &trace), Refusal::None);
    QCOMPARE(simulator.now(), Time{50ms});
    QVERIFY(simulator.endpoint(Server).state() == State::SynReceived);
    QCOMPARE(trace.flight(0).ended, Time{50ms});
    QCOMPARE(recordsOfLastStep(trace).constFirst(), "arrived 0");
}

void TestCommands::deliver_arrivesNowWhereSomethingElseComesBefore()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runTo(simulator, Client, State::SynSent, &trace);
    simulator.apply(command::Plan{at(Server, Status{}, 30ms)}, &trace);
    QCOMPARE(simulator.apply(command::Deliver{0}, &trace), Refusal::None);
    QCOMPARE(simulator.now(), Time{10ms});
    QVERIFY(simulator.endpoint(Server).state() == State::SynReceived);
    QCOMPARE(trace.flight(0).ended, Time{10ms});
    QCOMPARE(trace.flight(0).due, Time{50ms});
    QCOMPARE(recordsOfLastStep(trace).constFirst(), "arrived 0");
}

void TestCommands::deliver_outOfOrder()
{
    SimulatorConfig config = wholeLife(2920);
    Simulator simulator(config);
    runTo(simulator, Client, State::Established);
    const auto inFlight = simulator.network().inFlight();
    QCOMPARE(inFlight.size(), std::size_t{2}); // 1460 octets each, the first with the ACK of the SYN
    simulator.apply(command::Deliver{inFlight[1].flight}, nullptr);
    QVERIFY(simulator.endpoint(Server).tcb().received.holdsOutOfOrder());
    simulator.apply(command::Deliver{inFlight[0].flight}, nullptr);
    QCOMPARE(simulator.endpoint(Server).tcb().received.delivered(), std::uint64_t{2920});
}

void TestCommands::drop_isLostNow()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runTo(simulator, Client, State::SynSent, &trace);
    QCOMPARE(simulator.apply(command::Drop{0}, &trace), Refusal::None);
    QVERIFY(trace.flight(0).fate == Fate::Lost);
    QCOMPARE(trace.flight(0).ended, Time{10ms});
    QCOMPARE(recordsOfLastStep(trace).join(' '), "lost 0");
    QCOMPARE(trace.records().back().side, Client);
    QVERIFY(simulator.nextEventAt() == Time{1010ms}); // the SYN again
}

void TestCommands::whatIsNotInFlightCannotBeDeliveredOrDropped()
{
    Simulator simulator(wholeLife());
    runTo(simulator, Client, State::Established);
    for (const FlightIndex flight : {FlightIndex{0}, FlightIndex{1}, FlightIndex{999}}) {
        Simulator same = simulator;
        Trace trace;
        for (const Command& command : std::initializer_list<Command>{command::Deliver{flight}, command::Drop{flight}}) {
            QCOMPARE(simulator.check(command), Refusal::SegmentNotInFlight);
            QCOMPARE(simulator.apply(command, &trace), Refusal::SegmentNotInFlight);
        }
        QVERIFY(simulator == same);
        QVERIFY(trace.records().empty() && trace.steps().empty());
    }
}

void TestCommands::fireTimer_goesOnToItsDeadlineIfNothingComesBefore()
{
    Simulator simulator(wholeLife());
    runTo(simulator, Client, State::TimeWait);
    runTo(simulator, Server, State::Closed);
    const Time deadline = simulator.endpoint(Client).tcb().timer(TimerKind::TimeWait)->deadline;
    QCOMPARE(simulator.apply(command::FireTimer{Client, TimerKind::TimeWait}, nullptr), Refusal::None);
    QCOMPARE(simulator.now(), deadline);
    QVERIFY(simulator.endpoint(Client).state() == State::Closed);
}

void TestCommands::fireTimer_firesNowIfSomethingComesBefore()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runTo(simulator, Client, State::SynSent, &trace);
    QCOMPARE(simulator.apply(command::FireTimer{Client, TimerKind::Retransmission}, &trace), Refusal::None);
    QCOMPARE(simulator.now(), Time{10ms}); // the SYN would have arrived at 50 ms
    QCOMPARE(simulator.network().inFlight().size(), std::size_t{2});
    QCOMPARE(recordsOfLastStep(trace).constFirst(), "touched retransmission 0");
    QCOMPARE(recordsOfLastStep(trace).at(1), "timer fired retransmission 0");
}

// By hand; and what comes of it keeps the chain that led to the timer.
void TestCommands::meddling_isRecordedWithItsCauses()
{
    const Command deeds[] = {command::FireTimer{Client, TimerKind::Retransmission},
                             command::StopTimer{Client, TimerKind::Retransmission},
                             command::StretchTimer{Client, TimerKind::Retransmission, 1s}};
    for (const Command& deed : deeds) {
        Simulator simulator(wholeLife());
        Trace trace;
        runTo(simulator, Client, State::SynSent, &trace);
        const auto first = static_cast<RecordIndex>(trace.records().size());
        QCOMPARE(simulator.apply(deed, &trace), Refusal::None);
        QVERIFY(std::holds_alternative<record::TimerTouched>(trace.record(first).body));
        QVERIFY(std::holds_alternative<record::TimerStarted>(trace.record(trace.record(first).cause).body));
        QCOMPARE(trace.record(first + 1).cause, first);
    }
}

void TestCommands::otherFaults_areRecorded()
{
    Simulator simulator(wholeLife());
    Trace trace;
    QCOMPARE(simulator.apply(command::ChangeNetwork{NetworkConfig()}, &trace), Refusal::None);
    QCOMPARE(simulator.apply(command::ChangeClockwork{Server, {.msl = 1s}}, &trace), Refusal::None);
    QCOMPARE(trace.steps().size(), std::size_t{2});
    QVERIFY(trace.record(0).body == RecordBody(record::FaultsChanged{FaultsOf::Network}));
    QVERIFY(trace.record(1).body == RecordBody(record::FaultsChanged{FaultsOf::Clockwork}));
    QVERIFY(trace.record(1).side == Server);
}

void TestCommands::fireTimer_mustBeRunning()
{
    Simulator simulator(wholeLife());
    for (const TimerKind kind : allTimers)
        QCOMPARE(simulator.apply(command::FireTimer{Client, kind}, nullptr), Refusal::TimerNotRunning);
    QVERIFY(simulator == Simulator(wholeLife()));
}

void TestCommands::call_refused_isRecordedAndChangesNothing()
{
    Simulator simulator(wholeLife());
    Trace trace;
    runTo(simulator, Client, State::SynSent, &trace);
    const Endpoint before = simulator.endpoint(Client);
    const command::MakeCall open{Client, OpenActive{}};
    QCOMPARE(simulator.check(open), Refusal::ConnectionAlreadyExists);
    QCOMPARE(simulator.apply(open, &trace), Refusal::ConnectionAlreadyExists);
    QVERIFY(simulator.endpoint(Client) == before);
    QCOMPARE(recordsOfLastStep(trace).join(' '), "refused open-active ConnectionAlreadyExists");
}

void TestCommands::plan_atATime()
{
    Simulator simulator;
    simulator.apply(command::Plan{at(Server, OpenPassive{}, 3s)}, nullptr);
    QVERIFY(simulator.nextEventAt() == Time{3s});
    simulator.step(nullptr);
    QVERIFY(simulator.endpoint(Server).state() == State::Listen);
    simulator.apply(command::Plan{at(Server, Close{}, 1s)}, nullptr); // past: at once
    QVERIFY(simulator.nextEventAt() == Time{3s});
}

void TestCommands::plan_onEnteringAState()
{
    Simulator simulator;
    PlannedDeed planned = when(Client, State::SynReceived, OpenActive{}, 5ms);
    planned.when->side = Server; // the client opens when the server has received a SYN: never
    simulator.apply(command::Plan{planned}, nullptr);
    planned.when->state = State::Listen;
    simulator.apply(command::Plan{planned}, nullptr);
    QVERIFY(!simulator.nextEventAt());
    simulator.apply(command::MakeCall{Server, OpenPassive{}}, nullptr);
    QVERIFY(simulator.nextEventAt() == Time{5ms});
    simulator.step(nullptr);
    QVERIFY(simulator.endpoint(Client).state() == State::SynSent);
}

void TestCommands::plan_aStateThatHoldsAlreadyCountsFromNow()
{
    Simulator simulator(wholeLife());
    runTo(simulator, Server, State::Listen);
    simulator.advanceTo(7ms);
    simulator.apply(command::Plan{when(Server, State::Listen, Status{}, 1ms)}, nullptr);
    QVERIFY(simulator.nextEventAt() == Time{8ms});
}

void TestCommands::plan_happensOnce()
{
    SimulatorConfig config;
    config.plan = {when(Server, State::Listen, Close{})};
    Simulator simulator(config);
    simulator.apply(command::MakeCall{Server, OpenPassive{}}, nullptr);
    QVERIFY(simulator.endpoint(Server).state() == State::Closed);
    simulator.apply(command::MakeCall{Server, OpenPassive{}}, nullptr);
    QVERIFY(simulator.endpoint(Server).state() == State::Listen);
}

void TestCommands::forgetPlan_takesBackWhatOneSideWouldDo()
{
    Simulator simulator;
    simulator.apply(command::MakeCall{Server, OpenPassive{}}, nullptr);
    simulator.apply(command::Plan{at(Server, Close{}, 2s)}, nullptr);
    simulator.apply(command::Plan{when(Server, State::SynReceived, Close{})}, nullptr);
    const Simulator serverOnly = simulator;
    simulator.apply(command::Plan{at(Client, OpenActive{}, 1s)}, nullptr);
    simulator.apply(command::Plan{when(Client, State::Established, Close{})}, nullptr);

    Trace trace;
    QCOMPARE(simulator.apply(command::ForgetPlan{Client}, &trace), Refusal::None);
    QVERIFY2(simulator == serverOnly, "what the other side plans is kept");
    QVERIFY2(trace.records().empty(), "a change of mind is nothing that happens on the network");
    simulator.apply(command::ForgetPlan{Server}, nullptr);
    QVERIFY(!simulator.nextEventAt());
}

// The close in three segments: the passive side closes at once, and its FIN carries the ACK.
void TestCommands::plan_ofTheSameSideAtOnce_ridesOnTheSameSegment()
{
    SimulatorConfig config = wholeLife();
    config.plan.back() = when(Server, State::CloseWait, Close{});
    Simulator simulator(config);
    Trace trace;
    runTo(simulator, Server, State::LastAck, &trace);
    QCOMPARE(path(trace, Server), "CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK");
    int sent = 0;
    for (const QString& record : recordsOfLastStep(trace))
        sent += record.startsWith("sent") ? 1 : 0;
    QCOMPARE(sent, 1);
    const Flags flags = trace.flights().back().segment.flags;
    QVERIFY(flags.fin && flags.ack);
    runToTheEnd(simulator, &trace);
    QCOMPARE(path(trace, Client), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 TIME_WAIT CLOSED");
}

void TestCommands::plan_ofTheOtherSide_isAnEventOfItsOwn()
{
    SimulatorConfig config;
    PlannedDeed planned = at(Client, OpenActive{});
    planned.when = StateEntered{Server, State::Listen};
    config.plan = {planned};
    Simulator simulator(config);
    Trace trace;
    simulator.apply(command::MakeCall{Server, OpenPassive{}}, &trace);
    QCOMPARE(trace.steps().size(), std::size_t{1});
    QVERIFY(simulator.endpoint(Client).state() == State::Closed);
    QVERIFY(simulator.step(&trace));
    QVERIFY(simulator.endpoint(Client).state() == State::SynSent);
    QCOMPARE(simulator.now(), Time{0s});
}

QTEST_APPLESS_MAIN(TestCommands)
#include "tst_commands.moc"
