// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_state.h"

#include "session/session.h"
#include "view/overloaded.h"
#include "view/words.h"

#include <QCoreApplication>

namespace finwait {

namespace {

struct Diagram {
    Q_DECLARE_TR_FUNCTIONS(Diagram)
};

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

QString callSentence(const command::MakeCall& made)
{
    if (made.side == Side::Client) {
        //: %1: "close", "send 100 octets"
        return Diagram::tr("The client's application calls: %1.").arg(words::callText(made.call));
    }
    //: %1: "close", "send 100 octets"
    return Diagram::tr("The server's application calls: %1.").arg(words::callText(made.call));
}

QString arrivalSentence(const command::Deliver& delivered, const Trace& trace)
{
    const QString segment = words::segmentText(trace, delivered.flight);
    if (other(trace.flight(delivered.flight).from) == Side::Client) {
        //: %1: "SYN,ACK seq 0 ack 1"
        return Diagram::tr("The segment %1 arrives at the client now.").arg(segment);
    }
    //: %1: "SYN,ACK seq 0 ack 1"
    return Diagram::tr("The segment %1 arrives at the server now.").arg(segment);
}

QString lossSentence(const command::Drop& dropped, const Trace& trace)
{
    //: %1: "SYN,ACK seq 0 ack 1"
    return Diagram::tr("The segment %1 is lost now.").arg(words::segmentText(trace, dropped.flight));
}

QString timerSentence(const command::FireTimer& fired)
{
    if (fired.side == Side::Client) {
        //: %1: "RTO", "2 MSL"
        return Diagram::tr("The client's timer runs out: %1.").arg(words::timerName(fired.kind));
    }
    //: %1: "RTO", "2 MSL"
    return Diagram::tr("The server's timer runs out: %1.").arg(words::timerName(fired.kind));
}

QString planSentence(const command::Plan& planned)
{
    const QString call = words::callText(planned.call.call);
    if (planned.call.side == Side::Client) {
        //: %1: "close", "send 100 octets"
        return Diagram::tr("The client's application will call: %1.").arg(call);
    }
    //: %1: "close", "send 100 octets"
    return Diagram::tr("The server's application will call: %1.").arg(call);
}

QString forgetSentence(const command::ForgetPlan& forgotten)
{
    if (forgotten.side == Side::Client)
        return Diagram::tr("The client's application gives up what it had planned.");
    return Diagram::tr("The server's application gives up what it had planned.");
}

} // namespace

DiagramState diagramState(const Session& session)
{
    const Trace& trace = session.trace();
    DiagramState result;
    result.now = session.playhead();
    for (const Side side : allSides) {
        const Tcb& tcb = session.simulator().endpoint(side).tcb();
        result.state[side] = tcb.state;
        result.timers[side] = tcb.timers;
        result.taken[side] = takenRows(trace, side, session.recordsBefore());
    }
    for (const Choice& choice : session.choices())
        result.choices.push_back({choice.side, choice.row, choice.command, commandText(choice.command, trace)});
    return result;
}

DiagramState diagramState(const Trace& trace, RecordIndex records, Time now)
{
    DiagramState result;
    result.now = now;
    result.timers = runningTimers(trace, records);
    for (const Side side : allSides) {
        result.state[side] = trace.stateAfter(side, records);
        result.taken[side] = takenRows(trace, side, records);
    }
    return result;
}

QString commandText(const Command& command, const Trace& trace)
{
    return std::visit(Overloaded{
                          [](const command::MakeCall& made) { return callSentence(made); },
                          [&](const command::Deliver& delivered) { return arrivalSentence(delivered, trace); },
                          [&](const command::Drop& dropped) { return lossSentence(dropped, trace); },
                          [](const command::FireTimer& fired) { return timerSentence(fired); },
                          [](const command::Plan& planned) { return planSentence(planned); },
                          [](const command::ForgetPlan& forgotten) { return forgetSentence(forgotten); },
                      },
                      command);
}

} // namespace finwait
