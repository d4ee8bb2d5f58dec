// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/history.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>
#include <variant>

namespace finwait {

namespace {

/// The first span is the state at the start: no transition led there.
std::span<const StateSpan> transitionsOf(const Trace& trace, Side side)
{
    return std::span(trace.states(side)).subspan(1);
}

/// Each transition begins in the state that was before.
bool isConsistent(const Trace& trace, Side side)
{
    const std::vector<StateSpan>& spans = trace.states(side);
    const auto breaks = [&trace](const StateSpan& before, const StateSpan& span) {
        const auto* taken = std::get_if<record::Transition>(&trace.record(span.entered).body);
        return taken != nullptr && transitionRow(taken->row).from != before.state;
    };
    return std::ranges::adjacent_find(spans, breaks) == spans.end();
}

} // namespace

History::History(const Simulator& start, const PerSide<std::string>& addresses) : m_checkpoints{Moment{start, 0}}
{
    m_trace.addresses = addresses;
}

History::History(Recording recording)
    : m_trace(std::move(recording.trace))
    , m_recording(std::move(recording.simulatorAt))
{
    assert(m_recording);
    assert(isConsistent(m_trace, Side::Client) && isConsistent(m_trace, Side::Server));
}

PlayedScenario History::play(const Scenario& scenario)
{
    History history(Simulator(simulatorConfig(scenario)), scenario.address);
    Run run = runScenario(scenario, defaultRunLimit, [&history](const Run& soFar) {
        history.remember(soFar.simulator, static_cast<StepIndex>(soFar.trace.steps().size()), soFar.done.size());
    });
    history.m_trace = std::move(run.trace);
    history.m_commands = std::move(run.done);
    return {std::move(history), run.isCutShort, run.misfit};
}

Moment History::start() const
{
    return isInRecording(0, Time{}) ? recorded(0, Time{}) : m_checkpoints.front();
}

std::optional<StepIndex> History::recordedSteps() const
{
    if (!m_recording)
        return std::nullopt;
    return isRecorded() ? steps() : m_checkpoints.front().position;
}

bool History::isInRecording(const Moment& moment) const
{
    return isInRecording(moment.position, moment.simulator.now());
}

/// The moment from which a simulator goes on is the first that is simulated.
bool History::isInRecording(StepIndex position, Time at) const
{
    if (!m_recording || isRecorded())
        return isRecorded();
    const Moment& resumed = m_checkpoints.front();
    return position < resumed.position || (position == resumed.position && at < resumed.simulator.now());
}

/// How things stand at a moment that isInRecording().
Moment History::recorded(StepIndex position, Time at) const
{
    Moment moment{m_recording(position, at), position};
    assert(moment.simulator.now() == at);
    return moment;
}

/// What comes after the recording starts with the simulator that went on from it.
void History::leaveRecording(Moment& moment) const
{
    if (isInRecording(moment) && !isRecorded())
        moment = m_checkpoints.front();
}

Time History::timeOf(StepIndex position) const
{
    return position == 0 ? Time{} : m_trace.steps()[position - 1].at;
}

Time History::lastCommandAt() const
{
    if (!m_commands.empty())
        return m_commands.back().done.at;
    return m_recording && !isRecorded() ? m_checkpoints.front().simulator.now() : Time{};
}

std::vector<Done> History::done() const
{
    std::vector<Done> all;
    all.reserve(m_commands.size());
    std::ranges::transform(m_commands, std::back_inserter(all), &Redone::done);
    return all;
}

std::optional<Command> History::tellingCommand(std::size_t from) const
{
    if (from >= m_commands.size())
        return std::nullopt;
    const auto first = m_commands.begin() + static_cast<std::ptrdiff_t>(from);
    const auto later =
        std::find_if(first, m_commands.end(), [&](const Redone& each) { return each.done.at != first->done.at; });
    const auto telling = std::find_if(first, later, [](const Redone& each) { return each.makesStep; });
    return (telling == later ? first : telling)->done.command;
}

bool History::isAtEnd(const Moment& moment) const
{
    return !isInRecording(moment) && moment.position == steps() && moment.commands == m_commands.size();
}

std::optional<Time> History::nextStepAt(const Moment& moment) const
{
    if (moment.position < steps())
        return m_trace.steps()[moment.position].at;
    if (isRecorded())
        return std::nullopt;
    if (isAtEnd(moment))
        return moment.simulator.nextEventAt();
    Moment planned = moment;
    leaveRecording(planned);
    replayPlans(planned, Time::max());
    return planned.simulator.nextEventAt();
}

std::optional<StepIndex> History::positionAfterNextTransition(StepIndex from) const
{
    std::optional<RecordIndex> found;
    for (const Side side : allSides) {
        const auto transitions = transitionsOf(m_trace, side);
        const auto next = std::ranges::lower_bound(transitions, m_trace.recordsOf(from), {}, &StateSpan::entered);
        if (next != transitions.end())
            found = std::min(found.value_or(next->entered), next->entered);
    }
    return positionAfter(found);
}

std::optional<StepIndex> History::positionAfterLastTransition(StepIndex until) const
{
    std::optional<RecordIndex> found;
    for (const Side side : allSides) {
        const auto transitions = transitionsOf(m_trace, side);
        const auto next = std::ranges::lower_bound(transitions, m_trace.recordsOf(until), {}, &StateSpan::entered);
        if (next != transitions.begin())
            found = std::max(found.value_or(0), std::prev(next)->entered);
    }
    return positionAfter(found);
}

std::optional<StepIndex> History::positionAfter(std::optional<RecordIndex> record) const
{
    if (!record)
        return std::nullopt;
    return m_trace.stepOf(*record) + 1;
}

void History::moveTo(Moment& moment, StepIndex position, Time at) const
{
    assert(position <= steps());
    if (isInRecording(position, at)) {
        moment = recorded(position, at);
        return;
    }
    const Moment& checkpoint = checkpointBefore(position);
    const bool isPast = moment.position > position || (moment.position == position && moment.simulator.now() > at);
    if (isPast || isInRecording(moment) || checkpoint.position > moment.position)
        moment = checkpoint;
    while (moment.position < position)
        replayStep(moment);
    replayPlans(moment, at);
    moment.simulator.advanceTo(at);
}

bool History::stepForward(Moment& moment)
{
    if (moment.position < steps()) {
        moveTo(moment, moment.position + 1, m_trace.steps()[moment.position].at);
        return true;
    }
    if (isRecorded())
        return false;
    leaveRecording(moment);
    replayPlans(moment, Time::max());
    if (!moment.simulator.step(&m_trace))
        return false;
    ++moment.position;
    assert(steps() == moment.position);
    remember(moment.simulator, moment.position, moment.commands);
    return true;
}

void History::runOn(Moment& moment, Time limit, RecordIndex maxRecords)
{
    if (moment.position < steps())
        moveTo(moment, steps(), m_trace.end());
    const std::size_t most = m_trace.records().size() + maxRecords;
    while (m_trace.records().size() < most) {
        const std::optional<Time> next = nextStepAt(moment);
        if (!next || *next > limit)
            break;
        stepForward(moment);
    }
}

Refusal History::apply(Moment& moment, const Command& command)
{
    const Refusal refusal = moment.simulator.check(command);
    const bool isRecorded = std::holds_alternative<command::MakeCall>(command) && isAtEnd(moment);
    if (refusal != Refusal::None && !isRecorded)
        return refusal;

    forgetAfter(moment);
    const Time at = moment.simulator.now();
    const Refusal outcome = moment.simulator.apply(command, &m_trace);
    assert(outcome == refusal);
    const bool makesStep = steps() > moment.position;
    m_commands.push_back(Redone{{moment.position, at, command}, makesStep});
    ++moment.commands;
    if (makesStep) {
        ++moment.position;
        assert(steps() == moment.position);
        remember(moment.simulator, moment.position, moment.commands);
    }
    return outcome;
}

void History::goOnFrom(const Moment& moment)
{
    assert(isInRecording(moment));
    forgetAfter(moment);
}

const Moment& History::checkpointBefore(StepIndex position) const
{
    const auto after = std::ranges::upper_bound(m_checkpoints, position, {}, &Moment::position);
    return *std::prev(after);
}

/// The next command that was applied at the moment's position; nullptr: none was.
const Redone* History::nextCommand(const Moment& moment) const
{
    if (moment.commands == m_commands.size())
        return nullptr;
    const Redone& next = m_commands[moment.commands];
    return next.done.afterSteps == moment.position ? &next : nullptr;
}

void History::replayCommand(Moment& moment) const
{
    const Done& applied = m_commands[moment.commands].done;
    moment.simulator.advanceTo(std::max(applied.at, moment.simulator.now()));
    moment.simulator.apply(applied.command, nullptr);
    ++moment.commands;
}

void History::replayPlans(Moment& moment, Time until) const
{
    for (const Redone* next = nextCommand(moment); next && !next->makesStep && next->done.at <= until;
         next = nextCommand(moment))
        replayCommand(moment);
}

void History::replayStep(Moment& moment) const
{
    replayPlans(moment, Time::max());
    if (nextCommand(moment))
        replayCommand(moment);
    else
        moment.simulator.step(nullptr);
    assert(moment.simulator.now() == m_trace.steps()[moment.position].at);
    ++moment.position;
}

void History::remember(const Simulator& simulator, StepIndex position, std::size_t commands)
{
    if (position % m_interval != 0)
        return;
    m_checkpoints.push_back({simulator, position, commands});
    if (m_checkpoints.size() <= maxCheckpoints)
        return;
    m_interval *= 2;
    const auto isBetween = [this](const Moment& checkpoint) { return checkpoint.position % m_interval != 0; };
    m_checkpoints.erase(std::remove_if(m_checkpoints.begin() + 1, m_checkpoints.end(), isBetween), m_checkpoints.end());
}

void History::forgetAfter(const Moment& moment)
{
    if (isInRecording(moment))
        m_checkpoints = {moment};
    m_trace.truncate(moment.position);
    m_commands.erase(m_commands.begin() + static_cast<std::ptrdiff_t>(moment.commands), m_commands.end());
    std::erase_if(m_checkpoints, [&](const Moment& checkpoint) { return checkpoint.position > moment.position; });
}

} // namespace finwait
