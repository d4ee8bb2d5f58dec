// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/simulator.h"

#include "core/simulator_step.h"

#include <algorithm>
#include <cassert>

namespace finwait {

/// What happens next: exactly one of the three is meant.
struct Simulator::Event {
    enum class Kind : std::uint8_t { Arrival, Planned, Timer };

    Time at{};
    Kind kind{};
    FlightIndex flight = 0;
    Side side{};
    TimerKind timer{};
};

Simulator::Simulator(const SimulatorConfig& config) : m_network(config.network)
{
    for (const Side side : allSides) {
        EndpointConfig endpoint = config.endpoints[side];
        const std::uint32_t number = side == Side::Client ? 0 : 1;
        endpoint.firstStream = number;
        if (endpoint.secret == 0)
            endpoint.secret = 2 * config.seed + number;
        m_endpoints[side] = Endpoint(endpoint);
        m_timerRecords[side].fill(noRecord);
    }
    for (const PlannedCall& planned : config.plan) {
        if (planned.when)
            m_plan.push_back(planned);
        else
            schedule(planned.after, planned.side, planned.call, noRecord);
    }
}

/// Behind all calls that are planned for the same moment or before.
void Simulator::schedule(Time at, Side side, const Call& call, RecordIndex cause)
{
    const auto place = std::ranges::upper_bound(m_pending, at, {}, &Pending::at);
    m_pending.insert(place, Pending{at, side, call, cause});
}

// Of events at the same moment: arrivals first, then calls, then timers, the client's before the server's.
std::optional<Simulator::Event> Simulator::nextEvent() const
{
    std::optional<Event> next;
    const auto consider = [&next](const Event& event) {
        if (!next || event.at < next->at)
            next = event;
    };
    if (const InFlight* arrival = m_network.next())
        consider(Event{.at = arrival->due, .kind = Event::Kind::Arrival, .flight = arrival->flight});
    if (!m_pending.empty())
        consider(Event{.at = m_pending.front().at, .kind = Event::Kind::Planned});
    for (const Side side : allSides) {
        const TimerSet& timers = m_endpoints[side].tcb().timers;
        if (const auto timer = nextToExpire(timers))
            consider(Event{
                .at = timers[indexOf(*timer)]->deadline, .kind = Event::Kind::Timer, .side = side, .timer = *timer});
    }
    return next;
}

std::optional<Time> Simulator::nextEventAt() const
{
    const std::optional<Event> event = nextEvent();
    if (!event)
        return std::nullopt;
    return std::max(event->at, m_now);
}

bool Simulator::step(Trace* trace)
{
    const std::optional<Event> event = nextEvent();
    if (!event)
        return false;
    m_now = std::max(m_now, event->at);
    SimulatorStep step(*this, trace);
    switch (event->kind) {
    case Event::Kind::Arrival: step.arrive(*m_network.take(event->flight)); break;
    case Event::Kind::Planned: {
        const Pending pending = m_pending.front();
        m_pending.erase(m_pending.begin());
        step.call(pending.side, pending.call, pending.cause);
        break;
    }
    case Event::Kind::Timer: step.fire(event->side, event->timer); break;
    }
    return true;
}

void Simulator::advanceTo(Time time)
{
    assert(time >= m_now);
    assert(!nextEventAt() || time <= *nextEventAt());
    m_now = time;
}

Refusal Simulator::check(const Command& command) const
{
    if (const auto* call = std::get_if<command::MakeCall>(&command)) {
        Endpoint endpoint = m_endpoints[call->side];
        Effects effects;
        endpoint.process(call->call, m_now, effects);
        const auto* refused = effects.empty() ? nullptr : std::get_if<effect::Refused>(&effects.front());
        return refused ? refused->refusal : Refusal::None;
    }
    if (const auto* deliver = std::get_if<command::Deliver>(&command))
        return m_network.find(deliver->flight) ? Refusal::None : Refusal::SegmentNotInFlight;
    if (const auto* drop = std::get_if<command::Drop>(&command))
        return m_network.find(drop->flight) ? Refusal::None : Refusal::SegmentNotInFlight;
    if (const auto* fire = std::get_if<command::FireTimer>(&command))
        return m_endpoints[fire->side].tcb().timer(fire->kind) ? Refusal::None : Refusal::TimerNotRunning;
    return Refusal::None;
}

Refusal Simulator::apply(const Command& command, Trace* trace)
{
    SimulatorStep step(*this, trace);
    if (const auto* call = std::get_if<command::MakeCall>(&command))
        return step.call(call->side, call->call, noRecord);
    if (const Refusal refusal = check(command); refusal != Refusal::None)
        return refusal;
    if (const auto* deliver = std::get_if<command::Deliver>(&command)) {
        step.arrive(*m_network.take(deliver->flight));
    } else if (const auto* drop = std::get_if<command::Drop>(&command)) {
        step.lose(*m_network.take(drop->flight), LossCause::DroppedByUser);
    } else if (const auto* fire = std::get_if<command::FireTimer>(&command)) {
        const Time deadline = m_endpoints[fire->side].tcb().timer(fire->kind)->deadline;
        if (*nextEventAt() >= deadline)
            m_now = std::max(m_now, deadline);
        step.fire(fire->side, fire->kind);
    } else if (const auto* forget = std::get_if<command::ForgetPlan>(&command)) {
        forgetPlan(forget->side);
    } else {
        plan(std::get<command::Plan>(command).call);
    }
    return Refusal::None;
}

void Simulator::plan(const PlannedCall& planned)
{
    if (!planned.when)
        schedule(std::max(m_now, planned.after), planned.side, planned.call, noRecord);
    else if (m_endpoints[planned.when->side].state() == planned.when->state)
        schedule(m_now + planned.after, planned.side, planned.call, noRecord);
    else
        m_plan.push_back(planned);
}

void Simulator::forgetPlan(Side side)
{
    std::erase_if(m_plan, [side](const PlannedCall& planned) { return planned.side == side; });
    std::erase_if(m_pending, [side](const Pending& pending) { return pending.side == side; });
}

} // namespace finwait
