// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/playhead.h"

#include <QtDebug>

#include <algorithm>
#include <utility>
#include <variant>

namespace finwait {

Playhead::Playhead()
{
    for (const Side side : allSides) {
        ConnectionMachine& machine = machineOf(side);
        QObject::connect(&machine, &ConnectionMachine::transitionTaken, &machine, [this, side](RowIndex row) {
            m_taken.push_back(TakenTransition{side, row});
        });
    }
}

History Playhead::begin(History history)
{
    History left = std::exchange(m_history, std::move(history));
    m_moment = m_history.start();
    restoreMachines();
    return left;
}

void Playhead::moveTo(StepIndex position, Time at)
{
    m_history.moveTo(m_moment, position, at);
    restoreMachines();
}

void Playhead::waitUntil(Time time)
{
    m_history.moveTo(m_moment, position(), std::max(time, m_moment.simulator.now()));
}

std::vector<TakenTransition> Playhead::stepForward()
{
    const StepIndex from = position();
    if (!m_history.stepForward(m_moment))
        return {};
    return feedMachines(from);
}

Playhead::Applied Playhead::apply(const Command& command)
{
    const StepIndex from = position();
    const Refusal refusal = m_history.apply(m_moment, command);
    return Applied{refusal, feedMachines(from)};
}

std::optional<std::vector<TakenTransition>> Playhead::runToTransition(Time limit, RecordIndex maxRecords)
{
    if (const auto recorded = m_history.positionAfterNextTransition(position())) {
        const StepIndex justBefore = *recorded - 1;
        if (justBefore != position())
            m_history.moveTo(m_moment, justBefore, m_history.timeOf(justBefore));
        return stepForward();
    }
    m_history.moveTo(m_moment, m_history.steps(), std::max(m_history.trace().end(), time()));
    const std::vector<Record>& records = m_history.trace().records();
    const std::size_t most = records.size() + maxRecords;
    while (records.size() < most) {
        const std::optional<Time> next = nextStepAt();
        if (!next || *next > limit)
            break;
        if (std::vector<TakenTransition> taken = stepForward(); !taken.empty())
            return taken;
    }
    return std::nullopt;
}

void Playhead::runOn(Time limit, RecordIndex maxRecords)
{
    m_history.runOn(m_moment, limit, maxRecords);
    restoreMachines();
}

std::vector<TakenTransition> Playhead::feedMachines(StepIndex from)
{
    m_taken.clear();
    const Trace& trace = m_history.trace();
    for (RecordIndex i = trace.recordsOf(from); i < trace.recordsOf(position()); ++i) {
        const Record& record = trace.record(i);
        if (const auto* transition = std::get_if<record::Transition>(&record.body))
            machineOf(record.side).feed(transitionRow(transition->row).trigger);
        else if (const auto* found = std::get_if<record::StateFound>(&record.body))
            machineOf(record.side).restore(found->state);
    }
    for (const Side side : allSides)
        confirm(side);
    return m_taken;
}

void Playhead::restoreMachines()
{
    for (const Side side : allSides)
        machineOf(side).restore(simulator().endpoint(side).state());
}

void Playhead::confirm(Side side)
{
    const State engine = simulator().endpoint(side).state();
    const State confirmed = machine(side).state();
    if (confirmed == engine)
        return;
    qCritical("The %s's machine is in %s and its engine in %s", identifier(side).data(), identifier(confirmed).data(),
              identifier(engine).data());
    Q_ASSERT_X(false, "Playhead", "machine and engine disagree");
    machineOf(side).restore(engine); // the engine decides
}

} // namespace finwait
