// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/connection_choices.h"

#include "core/trace.h"

namespace finwait {

namespace {

constexpr Duration clientOpensAfter = 10ms; // the listener is there first
constexpr std::size_t previewSteps = 2000;  // a preview is no place for endless keep-alives

/// CLOSE_WAIT still lies before an endpoint in `state`.
bool mayReachCloseWait(State state)
{
    switch (state) {
    case State::Listen:
    case State::SynSent:
    case State::SynReceived:
    case State::Established: return true;
    case State::Closed:
    case State::FinWait1:
    case State::FinWait2:
    case State::Closing:
    case State::TimeWait:
    case State::CloseWait:
    case State::LastAck: return false;
    }
    return false;
}

PlannedDeed onceInCloseWait(Side side, const Call& call, Duration after)
{
    return PlannedDeed{side, call, StateEntered{side, State::CloseWait}, after};
}

void planReaction(const CloseChoice& choice, Side side, std::vector<Command>& commands)
{
    switch (choice.reaction) {
    case Reaction::AtOnce: commands.emplace_back(command::Plan{onceInCloseWait(side, Close{}, {})}); return;
    case Reaction::AfterWhile:
        commands.emplace_back(command::Plan{onceInCloseWait(side, Close{}, choice.wait)});
        return;
    case Reaction::AfterSending:
        commands.emplace_back(command::Plan{onceInCloseWait(side, Send{choice.octets}, {})});
        commands.emplace_back(command::Plan{onceInCloseWait(side, Close{}, {})});
        return;
    case Reaction::Never: return;
    }
}

/// What was planned for an application that takes part would still close it, or send. Where nothing is open yet, the
/// plan is how it will be opened.
void forgetPlans(const PerSide<State>& states, std::vector<Command>& commands)
{
    for (const Side side : allSides) {
        if (states[side] != State::Closed)
            commands.emplace_back(command::ForgetPlan{side});
    }
}

void closeBy(Side side, const CloseChoice& choice, const PerSide<State>& states, std::vector<Command>& commands)
{
    if (mayReachCloseWait(states[other(side)]))
        planReaction(choice, other(side), commands);
    commands.emplace_back(command::MakeCall{side, Close{}});
}

} // namespace

Scenario scenarioFor(const OpenChoice& choice, const std::string& title)
{
    Scenario scenario;
    scenario.name = ownScenarioName;
    scenario.title.byLanguage["en"] = title;
    scenario.description.byLanguage["en"] = title;
    scenario.profile = choice.profile;
    scenario.address = choice.address;
    scenario.reading = choice.reading;
    scenario.keepAlive = choice.keepAlive;
    scenario.network.delay = choice.delay;
    switch (choice.opening) {
    case WayToOpen::ServerListens:
        scenario.plan.push_back(PlannedDeed{Side::Server, OpenPassive{}, {}, {}});
        scenario.plan.push_back(PlannedDeed{Side::Client, OpenActive{}, {}, clientOpensAfter});
        break;
    case WayToOpen::BothAtOnce:
        for (const Side side : allSides)
            scenario.plan.push_back(PlannedDeed{side, OpenActive{}, {}, clientOpensAfter});
        break;
    case WayToOpen::NobodyListens:
        scenario.plan.push_back(PlannedDeed{Side::Client, OpenActive{}, {}, clientOpensAfter});
        break;
    }
    return scenario;
}

std::vector<Command> commandsFor(const CloseChoice& choice, const PerSide<State>& states)
{
    std::vector<Command> commands;
    forgetPlans(states, commands);
    switch (choice.closing) {
    case WayToClose::ClientFirst: closeBy(Side::Client, choice, states, commands); break;
    case WayToClose::ServerFirst: closeBy(Side::Server, choice, states, commands); break;
    case WayToClose::BothAtOnce:
        for (const Side side : allSides)
            commands.emplace_back(command::MakeCall{side, Close{}});
        break;
    case WayToClose::Abort: commands.emplace_back(command::MakeCall{choice.aborter, Abort{}}); break;
    }
    return commands;
}

bool reactionMatters(const CloseChoice& choice, const PerSide<State>& states)
{
    switch (choice.closing) {
    case WayToClose::ClientFirst: return mayReachCloseWait(states.server);
    case WayToClose::ServerFirst: return mayReachCloseWait(states.client);
    case WayToClose::BothAtOnce:
    case WayToClose::Abort: return false;
    }
    return false;
}

PerSide<std::vector<State>> pathsAfter(const Simulator& now, Trace& trace, const std::vector<Command>& commands)
{
    Simulator simulator = now;
    const auto before = static_cast<StepIndex>(trace.steps().size());
    const PerSide<std::size_t> known = {trace.states(Side::Client).size(), trace.states(Side::Server).size()};
    for (const Command& command : commands)
        simulator.apply(command, &trace);
    for (std::size_t step = 0; step < previewSteps && simulator.step(&trace); ++step) {}

    PerSide<std::vector<State>> paths;
    for (const Side side : allSides) {
        const std::vector<StateSpan>& spans = trace.states(side);
        for (std::size_t i = known[side] - 1; i < spans.size(); ++i)
            paths[side].push_back(spans[i].state);
    }
    trace.truncate(before);
    return paths;
}

} // namespace finwait
