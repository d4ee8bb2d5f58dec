// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/simulator_step.h"

#include <algorithm>
#include <cassert>

namespace finwait {

void SimulatorStep::perform(Side side, const Deed& deed, RecordIndex cause)
{
    if (const auto* made = std::get_if<Call>(&deed))
        call(side, *made, cause);
    else if (const auto* event = std::get_if<HostEvent>(&deed))
        changeHost(side, *event, cause);
    else
        inject(side, std::get<Injection>(deed), cause);
}

void SimulatorStep::call(Side side, const Call& call, RecordIndex cause)
{
    makeCall(side, call, cause);
    finish(side);
}

/// What cannot happen, since it has happened already, does not.
void SimulatorStep::changeHost(Side side, HostEvent event, RecordIndex cause)
{
    HostState& host = m_simulator.m_hosts[side];
    if (refusalOf(event, host) == Refusal::None) {
        host = hostAfter(event);
        m_cause = record(side, cause, record::HostChanged{event});
        if (event == HostEvent::Crash)
            m_simulator.m_endpoints[side].process(HostCrashes{}, m_simulator.m_now, m_effects);
        recordEffects(side);
    }
    end();
}

void SimulatorStep::end()
{
    if (m_trace)
        m_trace->endStep(m_simulator.m_now);
}

void SimulatorStep::fire(Side side, TimerKind kind)
{
    fire(side, kind, m_simulator.m_timerRecords[side][indexOf(kind)]);
}

void SimulatorStep::fireByHand(Side side, TimerKind kind)
{
    const RecordIndex started = m_simulator.m_timerRecords[side][indexOf(kind)];
    fire(side, kind, record(side, started, record::TimerTouched{kind, TimerDeed::RunOut}));
}

void SimulatorStep::fire(Side side, TimerKind kind, RecordIndex cause)
{
    m_cause = record(side, cause, record::TimerFired{kind});
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
    end();
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
    if (const Refusal why = refusalOfCalls(m_simulator.m_hosts[side]); why != Refusal::None) {
        record(side, cause, record::CallRefused{call, why});
        return;
    }
    m_simulator.m_endpoints[side].process(call, m_simulator.m_now, m_effects);
    const auto* refused = m_effects.empty() ? nullptr : std::get_if<effect::Refused>(&m_effects.front());
    if (refused) {
        record(side, cause, record::CallRefused{call, refused->refusal});
        m_effects.clear();
        return;
    }
    m_cause = record(side, cause, record::CallMade{call});
    recordEffects(side);
}

void SimulatorStep::stopByHand(Side side, TimerKind kind)
{
    meddle(side, kind, TimerDeed::Stopped, TimerIsStopped{kind});
}

void SimulatorStep::stretchByHand(Side side, TimerKind kind, Duration by)
{
    const Time deadline = m_simulator.m_endpoints[side].tcb().timer(kind)->deadline;
    meddle(side, kind, TimerDeed::Stretched, TimerIsMoved{kind, deadline + by});
}

/// What comes of it has the meddling for its cause, and that has what set the timer going.
void SimulatorStep::meddle(Side side, TimerKind kind, TimerDeed deed, const Input& input)
{
    const RecordIndex started = m_simulator.m_timerRecords[side][indexOf(kind)];
    m_cause = record(side, started, record::TimerTouched{kind, deed});
    m_simulator.m_endpoints[side].process(input, m_simulator.m_now, m_effects);
    recordEffects(side);
    end();
}

void SimulatorStep::changeClockwork(Side side, const Clockwork& clockwork)
{
    m_simulator.m_endpoints[side].setClockwork(clockwork, m_simulator.m_now);
    record(side, noRecord, record::FaultsChanged{FaultsOf::Clockwork});
    end();
}

void SimulatorStep::changeSetting(Side side, SettingIndex setting, std::int64_t value)
{
    EndpointConfig config = m_simulator.m_endpoints[side].config();
    systemSettings()[setting].set(config, value);
    m_simulator.m_endpoints[side].configure(config);
    record(side, noRecord, record::SettingChanged{setting, value});
    end();
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
        recordTimerStart(side, started->kind, record(side, m_cause, *started));
    } else if (const auto* restarted = std::get_if<effect::TimerRestarted>(&effect)) {
        recordTimerStart(side, restarted->kind, record(side, m_cause, *restarted));
    } else if (const auto* stopped = std::get_if<effect::TimerStopped>(&effect)) {
        record(side, m_cause, *stopped);
    } else if (const auto* signalled = std::get_if<effect::Signalled>(&effect)) {
        record(side, m_cause, *signalled);
    } else if (const auto* remark = std::get_if<effect::NotProcessed>(&effect)) {
        record(side, m_cause, record::NotProcessed{*m_arrived, remark->reason});
    }
}

void SimulatorStep::recordTransition(Side side, RowIndex row)
{
    m_cause = record(side, m_cause, record::Transition{row});
    m_simulator.m_network.entered({side, transitionRow(row).to});
    planAfter(side, transitionRow(row).to, m_cause);
}

void SimulatorStep::recordTimerStart(Side side, TimerKind kind, RecordIndex record)
{
    m_simulator.m_timerRecords[side][indexOf(kind)] = record;
}

/// What was planned for when `side` enters a state: at once, in the same step, where it is a call of the same side and
/// needs no time; otherwise as an event of its own.
void SimulatorStep::planAfter(Side side, State entered, RecordIndex transition)
{
    auto& plan = m_simulator.m_plan;
    const StateEntered happened{side, entered};
    for (auto planned = plan.begin(); planned != plan.end();) {
        if (planned->when != happened) {
            ++planned;
            continue;
        }
        const auto* call = std::get_if<Call>(&planned->deed);
        if (call && planned->side == side && planned->after == Duration::zero())
            m_reactions.push_back(Reaction{*call, transition});
        else
            m_simulator.schedule(m_simulator.m_now + planned->after, planned->side, planned->deed, transition);
        planned = plan.erase(planned);
    }
}

RecordIndex SimulatorStep::record(Side side, RecordIndex cause, const RecordBody& body)
{
    if (m_trace) {
        const RecordIndex appended = m_trace->append(Record{m_simulator.m_now, cause, side, body});
        assert(appended == m_simulator.m_nextRecord);
    }
    return m_simulator.m_nextRecord++;
}

} // namespace finwait
