// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What faults do to a whole exchange: the network's rules, a network that is worked by hand, clocks that are wrong,
// timers that are tampered with, computers that crash, segments that nobody sent.

#include "core/simulator.h"

#include "core/trace_text.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

namespace {

struct Played {
    Simulator simulator;
    Trace trace;
};

Played play(const SimulatorConfig& config)
{
    Played played{Simulator(config), {}};
    runToTheEnd(played.simulator, &played.trace);
    return played;
}

SimulatorConfig withRule(const SegmentMatch& match, const FaultAction& action, std::uint32_t octets = 100)
{
    SimulatorConfig config = wholeLife(octets);
    config.network.rules = {FaultRule{true, match, action}};
    return config;
}

template <typename Body>
std::vector<Record> recordsOf(const Trace& trace)
{
    std::vector<Record> found;
    for (const Record& record : trace.records()) {
        if (std::holds_alternative<Body>(record.body))
            found.push_back(record);
    }
    return found;
}

const QString clientFirst = QStringLiteral("CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED");
const QString serverSecond = QStringLiteral("CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED");

void bothEndWell(const Trace& trace)
{
    QCOMPARE(path(trace, Client), clientFirst);
    QCOMPARE(path(trace, Server), serverSecond);
}

/// The connection is open, and nothing is planned.
Simulator opened(const SimulatorConfig& base = {}, Trace* trace = nullptr)
{
    SimulatorConfig config = base;
    config.plan = {at(Server, OpenPassive{}), at(Client, OpenActive{}, 10ms)};
    Simulator simulator(config);
    runToTheEnd(simulator, trace);
    return simulator;
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void drop_diesHalfWay();
    void drop_causesAreKept();
    void delay_arrivesLater();
    void duplicate_arrivesAgainAfterTheGap();
    void fullNetwork_losesWhatSetsOut();
    void reorder_arrivesBehindTheNext();
    void reorder_withNothingBehindIt_goesOnInTheEnd();
    void corrupt_arrivesAndIsIgnored();
    void firstRuleDecides();
    void rule_waitsForAState();
    void manual_nothingArrivesByItself();
    void manual_switchedOn_holdsWhatIsOnItsWay();
    void manual_switchedOff_letsItGo();
    void changedNetwork_rulesThatStayGoOnCounting();
    void hold_untilDelivered();
    void duplicateByHand();
    void deliverByHand_overrulesARule();
    void slowClock_firesLate();
    void rightClock_showsCenturies();
    void slowClock_choosesItsNumbersByWhatItShows();
    void slowClock_keepsItsTimestampsGrowing();
    void clockwork_replacesTheProfile();
    void stopTimer_neverFires();
    void stretchTimer_firesLater();
    void crash_forgetsAndTellsNobody();
    void crash_whatArrivesIsLost();
    void restart_answersWithReset();
    void silence_losesBothWays();
    void hostEvents_thatCannotHappen();
    void plannedCrash_inAState();
    void inject_forgedReset();
    void truncating_forgetsWhatFaultsDid();
    void withoutATrace_theSameHappens();
};

void TestFaults::drop_diesHalfWay()
{
    const Played played = play(withRule({.kind = SegmentKind::Syn, .times = 1}, fault::Drop{}));
    const Flight& lost = played.trace.flight(0);
    QVERIFY(lost.fate == Fate::Lost);
    QCOMPARE(lost.ended, Time{30ms});
    QCOMPARE(played.trace.flight(1).sent, Time{1010ms});
    bothEndWell(played.trace);
}

void TestFaults::drop_causesAreKept()
{
    const Played played = play(withRule({.kind = SegmentKind::SynAck, .times = 1}, fault::Drop{}));
    const auto met = recordsOf<record::FaultMet>(played.trace);
    QCOMPARE(met.size(), std::size_t{1});
    const auto lost = recordsOf<record::SegmentLost>(played.trace);
    QCOMPARE(lost.size(), std::size_t{1});
    QVERIFY(std::get<record::SegmentLost>(lost[0].body).why == LossCause::DroppedByRule);
    const Record& cause = played.trace.record(lost[0].cause);
    QVERIFY(std::holds_alternative<record::FaultMet>(cause.body));
    QVERIFY(std::holds_alternative<record::SegmentSent>(played.trace.record(cause.cause).body));
}

void TestFaults::delay_arrivesLater()
{
    const Played played = play(withRule({.from = Client, .kind = SegmentKind::Fin}, fault::Delay{300ms}));
    for (const Flight& flight : played.trace.flights()) {
        const bool late = flight.from == Client && flight.segment.flags.fin;
        QCOMPARE(flight.ended - flight.sent, late ? Duration{340ms} : Duration{40ms});
        QCOMPARE(flight.due, flight.ended);
    }
    bothEndWell(played.trace);
}

void TestFaults::duplicate_arrivesAgainAfterTheGap()
{
    const Played played = play(withRule({.kind = SegmentKind::Syn}, fault::Duplicate{2, 15ms}));
    std::vector<Time> arrivals;
    for (const Flight& flight : played.trace.flights()) {
        if (flight.segment.flags.syn && !flight.segment.flags.ack)
            arrivals.push_back(flight.ended);
    }
    QCOMPARE(arrivals, (std::vector<Time>{50ms, 65ms, 80ms}));
    QVERIFY(!played.trace.flight(0).copyOf);
    QVERIFY(played.trace.flight(1).copyOf == FlightIndex{0} && played.trace.flight(2).copyOf == FlightIndex{0});
    QCOMPARE(recordsOf<record::SegmentDuplicated>(played.trace).size(), std::size_t{2});
    bothEndWell(played.trace);
}

// Two ends that answer each other's duplicates with two more: without an end to what is on its way, there is none.
void TestFaults::fullNetwork_losesWhatSetsOut()
{
    SimulatorConfig config = withRule({}, fault::Duplicate{20, 20ms});
    Simulator simulator(config);
    Trace trace;
    std::size_t most = 0;
    constexpr std::size_t enough = 20'000;
    while (trace.records().size() < enough && simulator.step(&trace))
        most = std::max(most, simulator.network().inFlight().size());
    QCOMPARE(most, mostInFlight);
    const auto isForWantOfRoom = [](const Record& lost) {
        return std::get<record::SegmentLost>(lost.body).why == LossCause::NetworkIsFull;
    };
    QVERIFY(std::ranges::any_of(recordsOf<record::SegmentLost>(trace), isForWantOfRoom));
    for (const Flight& flight : trace.flights())
        QVERIFY(flight.fate != Fate::Lost || flight.ended == flight.sent);
}

void TestFaults::reorder_arrivesBehindTheNext()
{
    // 4380 octets are three segments; the first is overtaken by the other two.
    const Played played =
        play(withRule({.from = Client, .kind = SegmentKind::Data, .times = 1}, fault::Reorder{2, 1s}, 4380));
    std::vector<FlightIndex> data;
    for (FlightIndex flight = 0; flight < played.trace.flights().size(); ++flight) {
        if (played.trace.flight(flight).from == Client && !played.trace.flight(flight).segment.text.empty())
            data.push_back(flight);
    }
    QVERIFY(data.size() >= 3);
    const Trace& trace = played.trace;
    QCOMPARE(trace.flight(data[0]).ended, trace.flight(data[2]).ended + 1us);
    QCOMPARE(trace.flight(data[0]).due, trace.flight(data[0]).ended);
    QCOMPARE(recordsOf<record::SegmentRescheduled>(trace).size(), std::size_t{1});
    bothEndWell(trace);
}

void TestFaults::reorder_withNothingBehindIt_goesOnInTheEnd()
{
    const Played played = play(withRule({.kind = SegmentKind::Syn, .times = 1}, fault::Reorder{3, 500ms}));
    QCOMPARE(played.trace.flight(0).ended, Time{550ms});
    bothEndWell(played.trace);
}

void TestFaults::corrupt_arrivesAndIsIgnored()
{
    const Played played = play(withRule({.kind = SegmentKind::Syn, .times = 1}, fault::Corrupt{}));
    QVERIFY(played.trace.flight(0).corrupted);
    QVERIFY(played.trace.flight(0).fate == Fate::Arrived);
    const auto unused = recordsOf<record::NotProcessed>(played.trace);
    QVERIFY(!unused.empty());
    QVERIFY(std::get<record::NotProcessed>(unused[0].body).reason == Reason::ChecksumFailed);
    QCOMPARE(played.trace.flight(1).sent, Time{1010ms});
    bothEndWell(played.trace);
}

void TestFaults::firstRuleDecides()
{
    SimulatorConfig config = wholeLife();
    config.network.rules = {FaultRule{true, {.kind = SegmentKind::Syn, .times = 1}, fault::Delay{100ms}},
                            FaultRule{true, {.kind = SegmentKind::Any, .times = 1}, fault::Drop{}}};
    const Played played = play(config);
    QVERIFY(played.trace.flight(0).fate == Fate::Arrived);
    QVERIFY2(played.trace.flight(1).fate == Fate::Lost, "the second rule has seen nothing before");
    QVERIFY(played.trace.flight(1).segment.flags.ack);
}

void TestFaults::rule_waitsForAState()
{
    const Played played =
        play(withRule({.from = Client, .since = StateEntered{Client, State::FinWait1}, .times = 1}, fault::Drop{}));
    const auto lost = recordsOf<record::SegmentLost>(played.trace);
    QCOMPARE(lost.size(), std::size_t{1});
    const Flight& flight = played.trace.flight(std::get<record::SegmentLost>(lost[0].body).flight);
    QVERIFY(flight.segment.flags.fin);
    bothEndWell(played.trace);
}

void TestFaults::manual_nothingArrivesByItself()
{
    SimulatorConfig config = wholeLife();
    config.network.manual = true;
    config.endpoints.client.profile.synRetries = 2;
    const Played played = play(config);
    QCOMPARE(played.trace.flights().size(), std::size_t{3});
    for (const Flight& flight : played.trace.flights()) {
        QVERIFY(flight.fate == Fate::InFlight);
        QCOMPARE(flight.heldRecord, flight.sentRecord);
    }
    Simulator simulator = played.simulator;
    Trace trace = played.trace;
    QCOMPARE(simulator.apply(command::Deliver{0}, &trace), Refusal::None);
    QVERIFY(simulator.endpoint(Server).state() == State::SynReceived);
}

void TestFaults::manual_switchedOn_holdsWhatIsOnItsWay()
{
    Simulator simulator(wholeLife());
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    NetworkConfig config;
    config.manual = true;
    simulator.apply(command::ChangeNetwork{config}, &trace);
    QVERIFY(simulator.network().inFlight().front().waits);
    QVERIFY(trace.flight(0).heldRecord != noRecord);
    QVERIFY(simulator.nextEventAt() == Time{1010ms}); // only the timer
}

void TestFaults::manual_switchedOff_letsItGo()
{
    SimulatorConfig config = wholeLife();
    config.network.manual = true;
    Simulator simulator(config);
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    simulator.advanceTo(500ms);
    simulator.apply(command::ChangeNetwork{{}}, &trace);
    QVERIFY(simulator.nextEventAt() == Time{500ms});
    QCOMPARE(trace.flight(0).due, Time{500ms});
    runToTheEnd(simulator, &trace);
    bothEndWell(trace);
}

void TestFaults::changedNetwork_rulesThatStayGoOnCounting()
{
    Simulator simulator(withRule({.kind = SegmentKind::Syn, .times = 1}, fault::Drop{}));
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    NetworkConfig config = simulator.network().config();
    config.delay = {5ms, 5ms};
    simulator.apply(command::ChangeNetwork{config}, &trace);
    QCOMPARE(simulator.network().progress().front().met, 1U);
    config.rules.front().match.times = 2;
    simulator.apply(command::ChangeNetwork{config}, &trace);
    QCOMPARE(simulator.network().progress().front(), RuleProgress{});
}

void TestFaults::hold_untilDelivered()
{
    Simulator simulator(wholeLife());
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    QCOMPARE(simulator.apply(command::Hold{0}, &trace), Refusal::None);
    QCOMPARE(simulator.apply(command::Hold{0}, &trace), Refusal::SegmentWaitsAlready);
    QCOMPARE(simulator.apply(command::Hold{7}, &trace), Refusal::SegmentNotInFlight);
    simulator.advanceTo(700ms);
    QCOMPARE(simulator.apply(command::Deliver{0}, &trace), Refusal::None);
    QCOMPARE(trace.flight(0).ended, Time{700ms});
    QCOMPARE(trace.firstFlightReaching(600ms), FlightIndex{0});
    runToTheEnd(simulator, &trace);
    bothEndWell(trace);
}

void TestFaults::duplicateByHand()
{
    Simulator simulator(wholeLife());
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    QCOMPARE(simulator.apply(command::Duplicate{0}, &trace), Refusal::None);
    QCOMPARE(trace.flights().size(), std::size_t{2});
    QVERIFY(trace.flight(1).copyOf == FlightIndex{0});
    QCOMPARE(trace.flight(1).due, trace.flight(0).due + copyGap);
    runToTheEnd(simulator, &trace);
    bothEndWell(trace);
}

void TestFaults::deliverByHand_overrulesARule()
{
    Simulator simulator(withRule({.kind = SegmentKind::Syn}, fault::Drop{}));
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    simulator.apply(command::Deliver{0}, &trace);
    QVERIFY(trace.flight(0).fate == Fate::Arrived);
    QVERIFY(simulator.endpoint(Server).state() == State::SynReceived);
}

void TestFaults::slowClock_firesLate()
{
    SimulatorConfig config;
    config.plan = {at(Client, OpenActive{})};
    config.clockwork.client.clockPermille = 500;
    config.network.rules = {FaultRule{true, {}, fault::Drop{}}};
    Simulator simulator(config);
    simulator.step(nullptr);
    QVERIFY(simulator.endpoint(Client).nextDeadline() == Time{2s});
}

void TestFaults::rightClock_showsCenturies()
{
    constexpr Duration fiveCenturies = std::chrono::hours{24 * 365 * 500} + 1us;
    QCOMPARE(LocalClock().at(fiveCenturies), fiveCenturies);
    LocalClock fast;
    fast.setPermille(1500, Time{});
    QCOMPARE(fast.at(Time{1001us}), Time{1501us});
    QCOMPARE(fast.at(Time{-1001us}), Time{-1501us});
}

// RFC 6528 section 3: "ISN = M + F(...)", where M is the endpoint's own 4-microsecond timer.
void TestFaults::slowClock_choosesItsNumbersByWhatItShows()
{
    const auto issAt = [](Time when, std::uint32_t permille) {
        SimulatorConfig config;
        config.plan = {at(Client, OpenActive{}, when)};
        config.clockwork.client.clockPermille = permille;
        Simulator simulator(config);
        simulator.step(nullptr);
        return simulator.iss(Client);
    };
    QCOMPARE(issAt(8s, 500), issAt(4s, 1000));
    QVERIFY(issAt(8s, 1000) != issAt(4s, 1000));
}

void TestFaults::slowClock_keepsItsTimestampsGrowing()
{
    SimulatorConfig config;
    config.endpoints.client.profile = *findProfile("linux");
    config.endpoints.server.profile = *findProfile("linux");
    Trace trace;
    Simulator simulator = opened(config, &trace);
    simulator.advanceTo(10s);
    simulator.apply(command::ChangeClockwork{Client, {.clockPermille = 100}}, &trace);
    simulator.apply(command::MakeCall{Client, Send{10}}, &trace);
    runToTheEnd(simulator, &trace);
    const std::uint32_t before = trace.flight(2).segment.options.timestamps->value;
    const std::uint32_t after = trace.flight(3).segment.options.timestamps->value;
    QVERIFY2(after - before > 9000 && after - before < 11000, qPrintable(QString::number(after - before)));
    QCOMPARE(simulator.endpoint(Server).tcb().received.delivered(), std::uint64_t{10});
}

void TestFaults::clockwork_replacesTheProfile()
{
    const StackProfile& plain = stackProfiles().front();
    Clockwork clockwork;
    clockwork.msl = 5s;
    clockwork.synRetries = 1;
    const StackProfile changed = withClockwork(plain, clockwork);
    QCOMPARE(changed.msl, Duration{5s});
    QCOMPARE(changed.synRetries, 1U);
    QCOMPARE(changed.initialRto, plain.initialRto);
    QVERIFY(withClockwork(plain, {}) == plain);

    SimulatorConfig config = wholeLife();
    config.clockwork.client = clockwork;
    const Played played = play(config);
    const std::vector<StateSpan>& spans = played.trace.states(Client);
    const StateSpan& timeWait = spans[spans.size() - 2];
    QVERIFY(timeWait.state == State::TimeWait);
    QCOMPARE(*timeWait.until - timeWait.from, Duration{10s});

    // And back: what was replaced is the profile's again.
    Simulator simulator(config);
    simulator.apply(command::ChangeClockwork{Client, {}}, nullptr);
    QVERIFY(simulator.endpoint(Client).profile() == plain);
}

void TestFaults::stopTimer_neverFires()
{
    SimulatorConfig config = withRule({.kind = SegmentKind::Syn}, fault::Drop{});
    Simulator simulator(config);
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    QCOMPARE(simulator.apply(command::StopTimer{Client, TimerKind::Retransmission}, &trace), Refusal::None);
    QCOMPARE(simulator.apply(command::StopTimer{Client, TimerKind::Retransmission}, &trace), Refusal::TimerNotRunning);
    QVERIFY(std::holds_alternative<record::TimerStopped>(trace.records().back().body));
    runToTheEnd(simulator, &trace);
    QVERIFY(simulator.endpoint(Client).state() == State::SynSent);
    QCOMPARE(trace.flights().size(), std::size_t{1});
}

void TestFaults::stretchTimer_firesLater()
{
    Simulator simulator(withRule({.kind = SegmentKind::Syn, .times = 1}, fault::Drop{}));
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    QCOMPARE(simulator.apply(command::StretchTimer{Client, TimerKind::Retransmission, 2s}, &trace), Refusal::None);
    QCOMPARE(simulator.apply(command::StretchTimer{Server, TimerKind::TimeWait, 2s}, &trace), Refusal::TimerNotRunning);
    runToTheEnd(simulator, &trace);
    QCOMPARE(trace.flight(1).sent, Time{3010ms});
    bothEndWell(trace);
}

void TestFaults::crash_forgetsAndTellsNobody()
{
    Trace trace;
    Simulator simulator = opened({}, &trace);
    const std::size_t flights = trace.flights().size();
    QCOMPARE(simulator.apply(command::ChangeHost{Server, HostEvent::Crash}, &trace), Refusal::None);
    QVERIFY(simulator.host(Server) == HostState::Down);
    QCOMPARE(simulator.endpoint(Server).tcb(), Tcb{});
    QCOMPARE(trace.flights().size(), flights);
    QCOMPARE(path(trace, Server), "CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSED");
    QVERIFY(simulator.endpoint(Client).state() == State::Established);
    QCOMPARE(simulator.check(command::MakeCall{Server, OpenPassive{}}), Refusal::HostIsDown);
    QCOMPARE(simulator.apply(command::MakeCall{Server, OpenPassive{}}, &trace), Refusal::HostIsDown);
    QVERIFY(simulator.endpoint(Server).state() == State::Closed);
    QVERIFY(std::holds_alternative<record::CallRefused>(trace.records().back().body));
}

void TestFaults::crash_whatArrivesIsLost()
{
    Trace trace;
    Simulator simulator = opened({}, &trace);
    simulator.apply(command::ChangeHost{Server, HostEvent::Crash}, &trace);
    simulator.apply(command::MakeCall{Client, Send{10}}, &trace);
    simulator.step(&trace);
    const auto lost = recordsOf<record::SegmentLost>(trace);
    QCOMPARE(lost.size(), std::size_t{1});
    QVERIFY(std::get<record::SegmentLost>(lost[0].body).why == LossCause::HostIsDown);
    QCOMPARE(trace.flights().back().ended, trace.flights().back().due);
}

void TestFaults::restart_answersWithReset()
{
    // RFC 9293 figure 10, in short: the side that remembers sends, the one that has forgotten resets.
    Trace trace;
    Simulator simulator = opened({}, &trace);
    simulator.apply(command::ChangeHost{Server, HostEvent::Crash}, &trace);
    simulator.apply(command::ChangeHost{Server, HostEvent::Restart}, &trace);
    simulator.apply(command::MakeCall{Client, Send{10}}, &trace);
    runToTheEnd(simulator, &trace);
    const Flight& reset = trace.flights().back();
    QVERIFY(reset.segment.flags.rst);
    QCOMPARE(reset.segment.seq - reset.seqBase, 1U); // as the client counts, to whom it must make sense
    QVERIFY(simulator.endpoint(Client).state() == State::Closed);
    const auto told = recordsOf<record::Signalled>(trace);
    QVERIFY(std::get<record::Signalled>(told.back().body).signal == Signal::ConnectionReset);
}

void TestFaults::silence_losesBothWays()
{
    Trace trace;
    Simulator simulator = opened({}, &trace);
    simulator.apply(command::ChangeHost{Client, HostEvent::FallSilent}, &trace);
    simulator.apply(command::MakeCall{Client, Send{10}}, &trace);
    simulator.apply(command::MakeCall{Server, Send{10}}, &trace);
    while (simulator.now() < Time{300ms})
        simulator.step(&trace);
    for (const Record& lost : recordsOf<record::SegmentLost>(trace))
        QVERIFY(std::get<record::SegmentLost>(lost.body).why == LossCause::HostIsSilent);
    QVERIFY(recordsOf<record::SegmentLost>(trace).size() >= 2);
    QVERIFY(simulator.endpoint(Client).state() == State::Established);
    simulator.apply(command::ChangeHost{Client, HostEvent::SpeakAgain}, &trace);
    runToTheEnd(simulator, &trace);
    for (const Side side : allSides)
        QCOMPARE(simulator.endpoint(side).tcb().received.delivered(), std::uint64_t{10});
}

void TestFaults::hostEvents_thatCannotHappen()
{
    Simulator simulator = opened();
    const auto check = [&](HostEvent event) { return simulator.check(command::ChangeHost{Client, event}); };
    QCOMPARE(check(HostEvent::Restart), Refusal::HostIsUp);
    QCOMPARE(check(HostEvent::SpeakAgain), Refusal::HostSpeaks);
    simulator.apply(command::ChangeHost{Client, HostEvent::FallSilent}, nullptr);
    QCOMPARE(check(HostEvent::FallSilent), Refusal::HostIsSilent);
    simulator.apply(command::ChangeHost{Client, HostEvent::Crash}, nullptr);
    for (const HostEvent event : {HostEvent::Crash, HostEvent::FallSilent, HostEvent::SpeakAgain})
        QCOMPARE(check(event), Refusal::HostIsDown);
    QCOMPARE(check(HostEvent::Restart), Refusal::None);
}

void TestFaults::plannedCrash_inAState()
{
    SimulatorConfig config = wholeLife();
    config.plan.push_back(PlannedDeed{Server, HostEvent::Crash, StateEntered{Server, State::CloseWait}, {}});
    config.plan.push_back(PlannedDeed{Server, HostEvent::Restart, StateEntered{Server, State::CloseWait}, 5s});
    const Played played = play(config);
    QCOMPARE(path(played.trace, Server), "CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT CLOSED");
    const auto changed = recordsOf<record::HostChanged>(played.trace);
    QCOMPARE(changed.size(), std::size_t{2});
    QVERIFY(std::holds_alternative<record::Transition>(played.trace.record(changed[0].cause).body));
    QCOMPARE(changed[1].at - changed[0].at, Duration{5s});
}

void TestFaults::inject_forgedReset()
{
    // RFC 5961 section 3: in the window but not its very first octet, a challenge ACK; there, the end.
    Trace trace;
    Simulator simulator = opened({}, &trace);
    simulator.apply(command::Inject{Client, {.flags = rst, .seq = 1000}}, &trace);
    runToTheEnd(simulator, &trace);
    QVERIFY(simulator.endpoint(Server).state() == State::Established);
    QVERIFY(trace.flights().back().role == SegmentRole::ChallengeAck);
    simulator.apply(command::Inject{Client, {.flags = rst, .seq = 1}}, &trace);
    QVERIFY(trace.flights().back().role == SegmentRole::Injected);
    runToTheEnd(simulator, &trace);
    QVERIFY(simulator.endpoint(Server).state() == State::Closed);
}

void TestFaults::truncating_forgetsWhatFaultsDid()
{
    Simulator simulator(withRule({.from = Client, .kind = SegmentKind::Syn, .times = 1}, fault::Reorder{1, 3s}));
    Trace trace;
    while (trace.flights().empty())
        simulator.step(&trace);
    const auto keep = static_cast<StepIndex>(trace.steps().size());
    const QString before = describe(trace);
    simulator.apply(command::Hold{0}, &trace);
    simulator.apply(command::ChangeNetwork{{}}, &trace);
    runToTheEnd(simulator, &trace);
    trace.truncate(keep);
    QCOMPARE(describe(trace), before);
}

void TestFaults::withoutATrace_theSameHappens()
{
    SimulatorConfig config = wholeLife(20000);
    config.network.rules = {
        FaultRule{true, {.permille = 100}, fault::Drop{}}, FaultRule{true, {.permille = 100}, fault::Duplicate{2, 7ms}},
        FaultRule{true, {.permille = 100}, fault::Reorder{2, 300ms}},
        FaultRule{true, {.permille = 100}, fault::Corrupt{}}, FaultRule{true, {.permille = 100}, fault::Delay{90ms}}};
    config.plan.push_back(PlannedDeed{Client, HostEvent::FallSilent, std::nullopt, 200ms});
    config.plan.push_back(PlannedDeed{Client, HostEvent::SpeakAgain, std::nullopt, 900ms});
    Simulator recorded(config);
    Simulator unrecorded(config);
    Trace trace;
    while (recorded.step(&trace)) {
        QVERIFY(unrecorded.step(nullptr));
        QVERIFY(recorded == unrecorded);
    }
    QVERIFY(!unrecorded.step(nullptr));
}

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
