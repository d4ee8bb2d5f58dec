// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A trace as text, with everything that is in it: two traces are the same if their texts are.
#pragma once

#include "core/endpoint_fixture.h"
#include "core/simulator.h"

#include <QStringList>

namespace finwait::bench {

inline QString describe(const Segment& segment)
{
    QString text = notation(segment);
    text += QStringLiteral(" W=%1 P=%2 UP=%3").arg(segment.window).arg(segment.flags.psh).arg(segment.urgentPointer);
    text += QStringLiteral(" text %1:%2").arg(segment.text.stream).arg(segment.text.offset);
    if (segment.options.mss)
        text += QStringLiteral(" mss %1").arg(*segment.options.mss);
    if (segment.options.windowScale)
        text += QStringLiteral(" ws %1").arg(*segment.options.windowScale);
    if (const auto& stamps = segment.options.timestamps)
        text += QStringLiteral(" ts %1,%2").arg(stamps->value).arg(stamps->echo);
    return text + (segment.options.sackPermitted ? QStringLiteral(" sack") : QString());
}

inline QString describe(const Call& call)
{
    QString text = toQString(identifier(call));
    if (const auto* send = std::get_if<Send>(&call))
        text += QStringLiteral(" %1 %2").arg(send->octets).arg(send->urgent);
    if (const auto* receive = std::get_if<Receive>(&call))
        text += QStringLiteral(" %1").arg(receive->octets);
    if (const auto* close = std::get_if<Close>(&call))
        text += QStringLiteral(" %1").arg(close->stillReading);
    return text;
}

struct RecordText {
    QString operator()(const record::CallMade& made) const { return QStringLiteral("call ") + describe(made.call); }
    QString operator()(const record::CallRefused& refused) const
    {
        return QStringLiteral("refused %1 %2").arg(describe(refused.call), toQString(identifier(refused.refusal)));
    }
    QString operator()(const record::SegmentSent& sent) const { return QStringLiteral("sent %1").arg(sent.flight); }
    QString operator()(const record::SegmentArrived& arrived) const
    {
        return QStringLiteral("arrived %1").arg(arrived.flight);
    }
    QString operator()(const record::SegmentLost& lost) const { return QStringLiteral("lost %1").arg(lost.flight); }
    QString operator()(const record::NotProcessed& remark) const
    {
        return QStringLiteral("not processed %1 %2").arg(remark.flight).arg(toQString(identifier(remark.reason)));
    }
    QString operator()(const record::Transition& transition) const
    {
        const TransitionRow& row = transitionRow(transition.row);
        return QStringLiteral("%1 %2 %3%4")
            .arg(toQString(identifier(row.from)), toQString(identifier(row.trigger)), toQString(identifier(row.to)),
                 transition.certainty == Certainty::Inferred ? QStringLiteral(" inferred") : QString());
    }
    QString operator()(const record::TimerStarted& timer) const
    {
        return timerText("started", timer.kind, timer.deadline);
    }
    QString operator()(const record::TimerRestarted& timer) const
    {
        return timerText("restarted", timer.kind, timer.deadline);
    }
    QString operator()(const record::TimerStopped& timer) const { return timerText("stopped", timer.kind, {}); }
    QString operator()(const record::TimerFired& timer) const { return timerText("fired", timer.kind, {}); }
    QString operator()(const record::Signalled& signalled) const
    {
        return QStringLiteral("told %1 %2").arg(toQString(identifier(signalled.signal))).arg(signalled.octets);
    }
    QString operator()(const record::FaultMet& met) const
    {
        return QStringLiteral("fault %1 %2 on %3").arg(met.rule).arg(toQString(identifier(met.kind))).arg(met.flight);
    }
    QString operator()(const record::SegmentDuplicated& copy) const
    {
        return QStringLiteral("duplicated %1").arg(copy.flight);
    }
    QString operator()(const record::SegmentHeld& held) const { return QStringLiteral("held %1").arg(held.flight); }
    QString operator()(const record::SegmentRescheduled& moved) const
    {
        return QStringLiteral("rescheduled %1 %2 %3")
            .arg(moved.flight)
            .arg(moved.due.count())
            .arg(moved.before.count());
    }
    QString operator()(const record::HostChanged& host) const
    {
        return QStringLiteral("host ") + toQString(identifier(host.event));
    }
    QString operator()(const record::TimerTouched& touched) const
    {
        return QStringLiteral("touched %1 %2").arg(toQString(identifier(touched.kind))).arg(int(touched.deed));
    }
    QString operator()(const record::FaultsChanged& changed) const
    {
        return QStringLiteral("faults %1").arg(int(changed.of));
    }
    QString operator()(const record::SettingChanged& changed) const
    {
        return QStringLiteral("setting %1 %2").arg(int(changed.setting)).arg(changed.value);
    }
    QString operator()(const record::StateFound& found) const
    {
        return QStringLiteral("found %1 %2").arg(toQString(identifier(found.state))).arg(int(found.certainty));
    }

    static QString timerText(const char* what, TimerKind kind, Time deadline)
    {
        return QStringLiteral("timer %1 %2 %3")
            .arg(QLatin1String(what), toQString(identifier(kind)))
            .arg(deadline.count());
    }
};

inline QString describe(const Record& record)
{
    return QStringLiteral("%1 %2 cause %3: %4")
        .arg(record.at.count())
        .arg(toQString(identifier(record.side)))
        .arg(record.cause == noRecord ? -1 : static_cast<qint64>(record.cause))
        .arg(std::visit(RecordText{}, record.body));
}

inline QString describe(const Flight& flight)
{
    return QStringLiteral("flight %1 role %2 sent %3 due %4 base %5,%6 record %7 fate %8 at %9 ")
               .arg(toQString(identifier(flight.from)))
               .arg(static_cast<int>(flight.role))
               .arg(flight.sent.count())
               .arg(flight.due.count())
               .arg(flight.seqBase.value)
               .arg(flight.ackBase.value)
               .arg(flight.sentRecord)
               .arg(static_cast<int>(flight.fate))
               .arg(flight.ended.count())
           + QStringLiteral("record %1 copy %2 corrupted %3 held %4: %5")
                 .arg(flight.endRecord)
                 .arg(flight.copyOf ? static_cast<qint64>(*flight.copyOf) : -1)
                 .arg(flight.corrupted)
                 .arg(flight.heldRecord)
                 .arg(describe(flight.segment));
}

inline QString describe(const Trace& trace)
{
    QStringList lines;
    for (const Record& record : trace.records())
        lines << describe(record);
    for (const Flight& flight : trace.flights())
        lines << describe(flight);
    for (const StepMark& step : trace.steps())
        lines << QStringLiteral("step %1 %2").arg(step.at.count()).arg(step.end);
    for (const Side side : allSides) {
        for (const StateSpan& span : trace.states(side))
            lines << QStringLiteral("%1 %2 from %3 to %4 by %5 certainty %6")
                         .arg(toQString(identifier(side)), toQString(identifier(span.state)))
                         .arg(span.from.count())
                         .arg(span.until ? span.until->count() : -1)
                         .arg(span.entered)
                         .arg(int(span.certainty));
    }
    return lines.join(QLatin1Char('\n'));
}

/// "CLOSED LISTEN SYN_RECEIVED": the states that a side went through.
inline QString path(const Trace& trace, Side side)
{
    QStringList names;
    for (const StateSpan& span : trace.states(side))
        names << toQString(identifier(span.state));
    return names.join(QLatin1Char(' '));
}

inline PlannedDeed at(Side side, const Call& call, Duration after = {})
{
    return PlannedDeed{side, call, std::nullopt, after};
}

inline PlannedDeed when(Side side, State entered, const Call& call, Duration after = {})
{
    return PlannedDeed{side, call, StateEntered{side, entered}, after};
}

/// The client opens, sends, and closes first; the server answers with as much and closes when the client has.
inline SimulatorConfig wholeLife(std::uint32_t octets = 3000)
{
    SimulatorConfig config;
    config.plan = {
        at(Side::Server, OpenPassive{}),
        at(Side::Client, OpenActive{}, 10ms),
        when(Side::Client, State::Established, Send{octets}),
        when(Side::Server, State::Established, Send{octets}, 50ms),
        when(Side::Client, State::Established, Close{}, 300ms),
        when(Side::Server, State::CloseWait, Close{}, 100ms),
    };
    return config;
}

/// Until nothing will happen any more.
inline void runToTheEnd(Simulator& simulator, Trace* trace)
{
    constexpr int enough = 20000;
    for (int i = 0; i < enough && simulator.step(trace); ++i) {}
}

} // namespace finwait::bench
