// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/simulator_step.h"

#include <algorithm>

namespace finwait {

Refusal SimulatorStep::call(Side side, const Call& call, RecordIndex cause)
{
    makeCall(side, call, cause);
    const Refusal refusal = m_refusal;
    finish(side);
    return refusal;
}

void SimulatorStep::arrive(const InFlight& segment)
{
    const Side side = other(segment.from);
    m_arrived = segment.flight;
    m_cause = record(side, segment.sentRecord, record::SegmentArrived{segment.flight});
    m_simulator.m_endpoints[side].process(SegmentArrives{segment.segment}, m_simulator.m_now, m_effects);
    recordEffects(side);
    finish(side);
}

void SimulatorStep::lose(const InFlight& segment, LossCause why)
{
    record(segment.from, segment.sentRecord, record::SegmentLost{segment.flight, why});
    if (m_trace)
        m_trace->endStep(m_simulator.m_now);
}

void SimulatorStep::fire(Side side, TimerKind kind)
{
    const RecordIndex started = m_simulator.m_timerRecords[side][indexOf(kind)];
    m_cause = record(side, started, record::TimerFired{kind});
    m_simulator.m_endpoints[side].process(TimerExpires{kind}, m_simulator.m_now, m_effects);
    recordEffects(side);
    finish(side);
}

/// Calls that react at once come before the answer goes out: that is how a FIN rides on an ACK.
void SimulatorStep::finish(Side side)
{
    do {
        react(side);
        m_simulator.m_endpoints[side].transmit(m_simulator.m_now, m_effects);
        recordEffects(side);
    } while (!m_reactions.empty());
    if (m_trace)
        m_trace->endStep(m_simulator.m_now);
}

void SimulatorStep::react(Side side)
{
    while (!m_reactions.empty()) {
        const Reaction reaction = m_reactions.front();
        m_reactions.erase(m_reactions.begin());
        makeCall(side, reaction.call, reaction.cause);
    }
}

void SimulatorStep::makeCall(Side side, const Call& call, RecordIndex cause)
{
    m_simulator.m_endpoints[side].process(call, m_simulator.m_now, m_effects);
    const auto* refused = m_effects.empty() ? nullptr : std::get_if<effect::Refused>(&m_effects.front());
    if (refused) {
        m_refusal = refused->refusal;
        record(side, cause, record::CallRefused{call, refused->refusal});
        m_effects.clear();
        return;
    }
    m_cause = record(side, cause, record::CallMade{call});
    recordEffects(side);
}

void SimulatorStep::recordEffects(Side side)
{
    for (const Effect& effect : m_effects)
        recordEffect(side, effect);
    m_effects.clear();
}

void SimulatorStep::recordEffect(Side side, const Effect& effect)
{
    if (const auto* moved = std::get_if<effect::Moved>(&effect)) {
        recordTransition(side, moved->row);
    } else if (const auto* sent = std::get_if<effect::Sent>(&effect)) {
        sendSegment(side, *sent);
    } else if (const auto* started = std::get_if<effect::TimerStarted>(&effect)) {
        recordTimerStart(side, started->kind,
                         record(side, m_cause, record::TimerStarted{started->kind, started->deadline}));
    } else if (const auto* restarted = std::get_if<effect::TimerRestarted>(&effect)) {
        recordTimerStart(side, restarted->kind,
                         record(side, m_cause, record::TimerRestarted{restarted->kind, restarted->deadline}));
    } else if (const auto* stopped = std::get_if<effect::TimerStopped>(&effect)) {
        record(side, m_cause, record::TimerStopped{stopped->kind});
    } else if (const auto* signalled = std::get_if<effect::Signalled>(&effect)) {
        record(side, m_cause, record::Signalled{signalled->signal, signalled->octets});
    } else if (const auto* remark = std::get_if<effect::NotProcessed>(&effect)) {
        record(side, m_cause, record::NotProcessed{m_arrived, remark->reason});
    }
}

void SimulatorStep::recordTransition(Side side, RowIndex row)
{
    m_cause = record(side, m_cause, record::Transition{row});
    planAfter(side, transitionRow(row).to, m_cause);
}

void SimulatorStep::recordTimerStart(Side side, TimerKind kind, RecordIndex record)
{
    m_simulator.m_timerRecords[side][indexOf(kind)] = record;
}

void SimulatorStep::sendSegment(Side side, const effect::Sent& sent)
{
    const Segment& segment = sent.segment;
    PerSide<Seq>& iss = m_simulator.m_iss;
    if (segment.flags.syn)
        iss[side] = segment.seq;
    const Time now = m_simulator.m_now;
    const Time due = m_simulator.m_network.arrivalOf(side, now);
    // A RST for a segment without an ACK has the sequence number zero itself (RFC 9293 section 3.10.7.1).
    const bool plainZero = segment.flags.rst && segment.flags.ack;
    const InFlight inFlight{m_simulator.m_nextFlight++, side, due, segment, m_simulator.m_nextRecord++};
    if (m_trace)
        m_trace->appendFlight(Flight{.segment = segment,
                                     .from = side,
                                     .role = sent.role,
                                     .sent = now,
                                     .due = due,
                                     .seqBase = plainZero ? Seq{0} : iss[side],
                                     .ackBase = iss[other(side)]},
                              m_cause);
    m_simulator.m_network.carry(inFlight);
}

/// Planned calls that waited for `side` to enter a state: at once, in the same step, where the call is the same side's
/// and needs no time; otherwise as events of their own.
void SimulatorStep::planAfter(Side side, State entered, RecordIndex transition)
{
    auto& plan = m_simulator.m_plan;
    const PlannedCall::Entered happened{side, entered};
    for (auto planned = plan.begin(); planned != plan.end();) {
        if (planned->when != happened) {
            ++planned;
            continue;
        }
        if (planned->side == side && planned->after == Duration::zero())
            m_reactions.push_back(Reaction{planned->call, transition});
        else
            m_simulator.schedule(m_simulator.m_now + planned->after, planned->side, planned->call, transition);
        planned = plan.erase(planned);
    }
}

RecordIndex SimulatorStep::record(Side side, RecordIndex cause, const RecordBody& body)
{
    if (m_trace)
        m_trace->append(Record{m_simulator.m_now, cause, side, body});
    return m_simulator.m_nextRecord++;
}

} // namespace finwait
