// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_state.h"

#include "session/session.h"
#include "view/overloaded.h"
#include "view/words.h"

namespace finwait {

namespace {

using TakenRows = std::map<RowIndex, RecordIndex>;

TakenRows takenRows(const Trace& trace, Side side, RecordIndex records)
{
    TakenRows result;
    for (const StateSpan& span : trace.states(side)) {
        if (span.entered == noRecord)
            continue;
        if (span.entered >= records)
            break;
        if (const auto* transition = std::get_if<record::Transition>(&trace.record(span.entered).body))
            result[transition->row] = span.entered;
    }
    return result;
}

std::set<RowIndex> rowsBeyondFigure(const Trace& trace)
{
    std::set<RowIndex> result;
    for (const Side side : allSides) {
        for (const auto& [row, taken] : takenRows(trace, side, noRecord)) {
            if (transitionRow(row).figure5 == Figure5::Beyond)
                result.insert(row);
        }
    }
    return result;
}

/// The timers that run after the first `records` records.
PerSide<TimerSet> runningTimers(const Trace& trace, RecordIndex records)
{
    PerSide<TimerSet> timers;
    for (RecordIndex i = 0; i < records; ++i) {
        const Record& record = trace.record(i);
        TimerSet& own = timers[record.side];
        std::visit(Overloaded{
                       [&](const record::TimerStarted& timer) {
                           own[indexOf(timer.kind)] = RunningTimer{record.at, timer.deadline};
                       },
                       [&](const record::TimerRestarted& timer) {
                           own[indexOf(timer.kind)] = RunningTimer{record.at, timer.deadline};
                       },
                       [&](const record::TimerStopped& timer) { own[indexOf(timer.kind)].reset(); },
                       [&](const record::TimerFired& timer) { own[indexOf(timer.kind)].reset(); },
                       [](const auto&) {},
                   },
                   record.body);
    }
    return timers;
}

std::vector<OfferedCommand> offersFor(const Session& session, const Command& command)
{
    if (const auto* arrival = std::get_if<command::Deliver>(&command))
        return segmentOffers(session.trace(), arrival->flight, session.recordsBefore());
    if (const auto* firing = std::get_if<command::FireTimer>(&command)) {
        const auto& timer = session.simulator().endpoint(firing->side).tcb().timer(firing->kind);
        return timerOffers(firing->side, firing->kind, timer->deadline - timer->started);
    }
    return {};
}

} // namespace

DiagramState diagramState(const Session& session)
{
    const Trace& trace = session.trace();
    DiagramState result;
    result.sides = trace.endpoints();
    result.now = session.playhead();
    result.beyond = rowsBeyondFigure(trace);
    for (const Side side : allSides) {
        const Tcb& tcb = session.simulator().endpoint(side).tcb();
        result.state[side] = tcb.state;
        result.timers[side] = tcb.timers;
        result.taken[side] = takenRows(trace, side, session.recordsBefore());
    }
    for (const Choice& choice : session.choices()) {
        result.choices.push_back({choice.side, choice.row, choice.command, words::commandText(choice.command, trace),
                                  offersFor(session, choice.command)});
    }
    return result;
}

DiagramState diagramState(const Trace& trace, RecordIndex records, Time now)
{
    DiagramState result;
    result.sides = trace.endpoints();
    result.now = now;
    result.beyond = rowsBeyondFigure(trace);
    result.timers = runningTimers(trace, records);
    for (const Side side : allSides) {
        result.state[side] = trace.stateAfter(side, records);
        result.taken[side] = takenRows(trace, side, records);
    }
    return result;
}

} // namespace finwait
