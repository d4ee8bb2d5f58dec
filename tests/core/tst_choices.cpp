// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What can be done now, as edges of the diagram: each choice does what it says, none is missing, none is there twice.

#include "core/choices.h"

#include "core/rfc5961.h"
#include "core/trace_text.h"

#include <algorithm>
#include <random>
#include <set>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

namespace {

using Edge = std::pair<Side, RowIndex>;

/// A simulation with the trace of what has happened to it.
struct Life {
    explicit Life(const SimulatorConfig& config) : simulator(config) {}

    Simulator simulator;
    Trace trace;
};

/// The first row that applying the command takes on this side, at once.
std::optional<RowIndex> firstRow(Life life, const Command& command, Side side)
{
    const std::size_t before = life.trace.records().size();
    if (life.simulator.apply(command, &life.trace) != Refusal::None)
        return std::nullopt;
    for (std::size_t i = before; i < life.trace.records().size(); ++i) {
        const Record& record = life.trace.records()[i];
        const auto* moved = std::get_if<record::Transition>(&record.body);
        if (moved && record.side == side)
            return moved->row;
    }
    return std::nullopt;
}

/// Every command that could be given to a side.
std::vector<Command> everyCommand(const Simulator& simulator, Side side)
{
    std::vector<Command> commands;
    for (const Call& call :
         std::initializer_list<Call>{OpenActive{}, OpenPassive{}, Send{defaultSendOctets}, Receive{1}, Close{},
                                     Close{.stillReading = false}, Abort{}, Status{}})
        commands.emplace_back(command::MakeCall{side, call});
    for (const InFlight& segment : simulator.network().inFlight()) {
        if (segment.from == other(side))
            commands.emplace_back(command::Deliver{segment.flight});
    }
    for (const TimerKind kind : allTimers)
        commands.emplace_back(command::FireTimer{side, kind});
    return commands;
}

/// Life goes on at random: a step, a choice, or a segment that is dropped.
void goOn(Life& life, std::mt19937& random)
{
    const std::vector<Choice> offered = choices(life.simulator);
    const auto& inFlight = life.simulator.network().inFlight();
    if (random() % 3 == 0 && !offered.empty())
        life.simulator.apply(offered[random() % offered.size()].command, &life.trace);
    else if (random() % 8 == 0 && !inFlight.empty())
        life.simulator.apply(command::Drop{inFlight[random() % inFlight.size()].flight}, &life.trace);
    else
        life.simulator.step(&life.trace);
}

SimulatorConfig someConfig(std::mt19937& random)
{
    SimulatorConfig config = wholeLife(static_cast<std::uint32_t>(random() % 5000));
    if (random() % 2 == 0)
        config.plan.clear();
    for (const Side side : allSides) {
        config.endpoints[side].profile = stackProfiles()[random() % 3];
        bench::followRfc5961(config.endpoints[side].profile, random() % 2 == 0);
        config.endpoints[side].reading = random() % 3 != 0;
        config.endpoints[side].keepAlive = random() % 2 == 0;
    }
    return config;
}

} // namespace

class TestChoices : public QObject
{
    Q_OBJECT

private slots:
    void atTheStart_bothCanOpen();
    void listening_theListenerCanBecomeActive();
    void established_eachEdgeWithItsCommand();
    void timeWait_canRunOut();
    void everyChoiceTakesItsRowAndNoneIsMissing_data();
    void everyChoiceTakesItsRowAndNoneIsMissing();
    void checkSaysBeforehandWhatApplyWillSay();
};

void TestChoices::atTheStart_bothCanOpen()
{
    QStringList edges;
    for (const Choice& choice : choices(Simulator()))
        edges << toQString(identifier(choice.side)) + ' ' + toQString(identifier(transitionRow(choice.row).trigger));
    QCOMPARE(edges.join(", "), "client OpenActive, client OpenPassive, server OpenActive, server OpenPassive");
}

void TestChoices::listening_theListenerCanBecomeActive()
{
    Simulator simulator;
    simulator.apply(command::MakeCall{Server, OpenPassive{}}, nullptr);
    std::set<Trigger> triggers;
    for (const Choice& choice : choices(simulator)) {
        if (choice.side == Server)
            triggers.insert(transitionRow(choice.row).trigger);
    }
    QCOMPARE(triggers, std::set<Trigger>(
                           {Trigger::OpenActive, Trigger::Send, Trigger::Close, Trigger::Abort, Trigger::HostCrash}));
}

void TestChoices::established_eachEdgeWithItsCommand()
{
    Simulator simulator(wholeLife());
    while (simulator.endpoint(Server).state() != State::CloseWait)
        QVERIFY(simulator.step(nullptr));
    bool close = false;
    bool ackOfFin = false;
    for (const Choice& choice : choices(simulator)) {
        const Trigger trigger = transitionRow(choice.row).trigger;
        if (choice.side == Server && trigger == Trigger::Close) {
            close = true;
            QVERIFY(choice.command == Command(command::MakeCall{Server, Close{}}));
        }
        if (choice.side == Client && trigger == Trigger::RcvAckOfFin) {
            ackOfFin = true;
            const auto* deliver = std::get_if<command::Deliver>(&choice.command);
            QVERIFY(deliver && simulator.network().find(deliver->flight)->from == Server);
        }
    }
    QVERIFY(close && ackOfFin);
}

void TestChoices::timeWait_canRunOut()
{
    Simulator simulator(wholeLife());
    while (simulator.endpoint(Client).state() != State::TimeWait)
        QVERIFY(simulator.step(nullptr));
    const std::vector<Choice> offered = choices(simulator);
    QVERIFY(std::ranges::any_of(offered, [](const Choice& choice) {
        return choice.command == Command(command::FireTimer{Client, TimerKind::TimeWait})
               && choice.row == *findRow(State::TimeWait, Trigger::Timeout2Msl);
    }));
}

void TestChoices::everyChoiceTakesItsRowAndNoneIsMissing_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestChoices::everyChoiceTakesItsRowAndNoneIsMissing()
{
    QFETCH(std::uint32_t, seed);
    std::mt19937 random(seed);
    Life life(someConfig(random));
    for (int i = 0; i < 60; ++i) {
        std::set<Edge> offered;
        for (const Choice& choice : choices(life.simulator)) {
            QCOMPARE(firstRow(life, choice.command, choice.side), std::optional(choice.row));
            QCOMPARE(life.simulator.check(choice.command), Refusal::None);
            QVERIFY2(offered.emplace(choice.side, choice.row).second, "an edge is offered once");
        }
        for (const Side side : allSides) {
            for (const Command& command : everyCommand(life.simulator, side)) {
                if (const auto row = firstRow(life, command, side))
                    QVERIFY2(offered.contains({side, *row}), identifier(transitionRow(*row).trigger).data());
            }
        }
        goOn(life, random);
    }
}

void TestChoices::checkSaysBeforehandWhatApplyWillSay()
{
    std::mt19937 random(99);
    std::set<Refusal> seen;
    for (int lives = 0; lives < 20; ++lives) {
        Life life(someConfig(random));
        for (int i = 0; i < 60; ++i) {
            std::vector<Command> commands = everyCommand(life.simulator, Client);
            commands.emplace_back(command::MakeCall{Client, Send{100000}});
            commands.emplace_back(command::MakeCall{Client, Send{0}});
            commands.emplace_back(command::Drop{static_cast<FlightIndex>(random() % 20)});
            for (const Command& command : commands) {
                Life copy = life;
                const Refusal said = life.simulator.check(command);
                QCOMPARE(copy.simulator.apply(command, &copy.trace), said);
                seen.insert(said);
                if (said != Refusal::None)
                    QVERIFY(copy.simulator.endpoint(Client) == life.simulator.endpoint(Client));
            }
            goOn(life, random);
        }
    }
    QVERIFY(seen.size() >= 6); // it was asked something
}

QTEST_APPLESS_MAIN(TestChoices)
#include "tst_choices.moc"
