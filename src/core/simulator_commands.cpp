// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What each command does to a simulation, and when it cannot be done.
#include "core/simulator.h"
#include "core/simulator_step.h"

#include <algorithm>
#include <variant>

namespace finwait {

namespace {

/// Why a command would be refused; it is only looked at.
class CommandCheck
{
public:
    explicit CommandCheck(const Simulator& simulator) : m_simulator(simulator) {}

    Refusal operator()(const command::MakeCall& made) const
    {
        if (const Refusal why = refusalOfCalls(m_simulator.host(made.side)); why != Refusal::None)
            return why;
        Endpoint endpoint = m_simulator.endpoint(made.side);
        Effects effects;
        endpoint.process(made.call, m_simulator.now(), effects);
        const auto* refused = effects.empty() ? nullptr : std::get_if<effect::Refused>(&effects.front());
        return refused ? refused->refusal : Refusal::None;
    }
    Refusal operator()(const command::Deliver& delivered) const { return inFlight(delivered.flight); }
    Refusal operator()(const command::Drop& dropped) const { return inFlight(dropped.flight); }
    Refusal operator()(const command::Duplicate& duplicated) const { return inFlight(duplicated.flight); }
    Refusal operator()(const command::Hold& held) const
    {
        const InFlight* segment = m_simulator.network().find(held.flight);
        if (segment == nullptr)
            return Refusal::SegmentNotInFlight;
        return segment->waits ? Refusal::SegmentWaitsAlready : Refusal::None;
    }
    Refusal operator()(const command::FireTimer& fired) const { return running(fired.side, fired.kind); }
    Refusal operator()(const command::StopTimer& stopped) const { return running(stopped.side, stopped.kind); }
    Refusal operator()(const command::StretchTimer& stretched) const { return running(stretched.side, stretched.kind); }
    Refusal operator()(const command::ChangeHost& changed) const
    {
        return refusalOf(changed.event, m_simulator.host(changed.side));
    }
    Refusal operator()(const command::Inject& /*injected*/) const { return Refusal::None; }
    Refusal operator()(const command::ChangeNetwork& /*changed*/) const { return Refusal::None; }
    Refusal operator()(const command::ChangeClockwork& changed) const { return ours(changed.side); }
    Refusal operator()(const command::ChangeSetting& changed) const { return ours(changed.side); }
    Refusal operator()(const command::Plan& /*planned*/) const { return Refusal::None; }
    Refusal operator()(const command::ForgetPlan& /*forgotten*/) const { return Refusal::None; }

private:
    [[nodiscard]] Refusal ours(Side side) const
    {
        return m_simulator.host(side) == HostState::Foreign ? Refusal::HostIsForeign : Refusal::None;
    }
    [[nodiscard]] Refusal inFlight(FlightIndex flight) const
    {
        return m_simulator.network().find(flight) ? Refusal::None : Refusal::SegmentNotInFlight;
    }
    [[nodiscard]] Refusal running(Side side, TimerKind kind) const
    {
        return m_simulator.endpoint(side).tcb().timer(kind) ? Refusal::None : Refusal::TimerNotRunning;
    }

    const Simulator& m_simulator;
};

} // namespace

/// Does a command that is not refused.
class CommandWork
{
public:
    CommandWork(Simulator& simulator, Trace* trace) : m_simulator(simulator), m_step(simulator, trace) {}

    void operator()(const command::MakeCall& made) { m_step.call(made.side, made.call, noRecord); }
    void operator()(const command::Deliver& delivered)
    {
        InFlight segment = *m_simulator.m_network.find(delivered.flight);
        if (!segment.waits && !segment.doom)
            goOnTo(segment.due);
        m_simulator.m_network.take(delivered.flight);
        segment.doom.reset(); // whoever delivers it by hand has the last word
        m_step.arrive(segment);
    }
    void operator()(const command::Drop& dropped)
    {
        m_step.lose(*m_simulator.m_network.take(dropped.flight), LossCause::DroppedByUser);
    }
    void operator()(const command::Duplicate& duplicated)
    {
        m_step.duplicate(*m_simulator.m_network.find(duplicated.flight));
    }
    void operator()(const command::Hold& held) { m_step.hold(held.flight); }
    void operator()(const command::FireTimer& fired)
    {
        goOnTo(m_simulator.m_endpoints[fired.side].tcb().timer(fired.kind)->deadline);
        m_step.fireByHand(fired.side, fired.kind);
    }
    void operator()(const command::StopTimer& stopped) { m_step.stopByHand(stopped.side, stopped.kind); }
    void operator()(const command::StretchTimer& stretched)
    {
        m_step.stretchByHand(stretched.side, stretched.kind, stretched.by);
    }
    void operator()(const command::ChangeHost& changed) { m_step.changeHost(changed.side, changed.event, noRecord); }
    void operator()(const command::Inject& injected) { m_step.inject(injected.side, injected.injection, noRecord); }
    void operator()(const command::ChangeNetwork& changed) { m_step.changeNetwork(changed.config); }
    void operator()(const command::ChangeClockwork& changed)
    {
        m_step.changeClockwork(changed.side, changed.clockwork);
    }
    void operator()(const command::ChangeSetting& changed)
    {
        m_step.changeSetting(changed.side, changed.setting, changed.value);
    }
    void operator()(const command::Plan& planned) { m_simulator.plan(planned.deed); }
    void operator()(const command::ForgetPlan& forgotten) { m_simulator.forgetPlan(forgotten.side); }

private:
    /// Where nothing else would happen before.
    void goOnTo(Time time)
    {
        if (*m_simulator.nextEventAt() >= time)
            m_simulator.m_now = std::max(m_simulator.m_now, time);
    }

    Simulator& m_simulator;
    SimulatorStep m_step;
};

Refusal Simulator::check(const Command& command) const
{
    return std::visit(CommandCheck(*this), command);
}

Refusal Simulator::apply(const Command& command, Trace* trace)
{
    const Refusal refusal = check(command);
    // A call that is refused is recorded all the same.
    if (refusal == Refusal::None || std::holds_alternative<command::MakeCall>(command))
        std::visit(CommandWork(*this, trace), command);
    return refusal;
}

void Simulator::plan(const PlannedDeed& planned)
{
    if (!planned.when)
        schedule(std::max(m_now, planned.after), planned.side, planned.deed, noRecord);
    else if (m_endpoints[planned.when->side].state() == planned.when->state)
        schedule(m_now + planned.after, planned.side, planned.deed, noRecord);
    else
        m_plan.push_back(planned);
}

void Simulator::forgetPlan(Side side)
{
    const auto isItsCall = [side](const auto& planned) {
        return planned.side == side && std::holds_alternative<Call>(planned.deed);
    };
    std::erase_if(m_plan, isItsCall);
    std::erase_if(m_pending, isItsCall);
}

} // namespace finwait
