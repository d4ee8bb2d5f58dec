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

Simulator::Simulator(const SimulatorConfig& config) : m_network(config.network, config.seed)
{
    for (const Side side : allSides) {
        EndpointConfig endpoint = config.endpoints[side];
        const std::uint32_t number = side == Side::Client ? 0 : 1;
        endpoint.firstStream = number;
        if (endpoint.secret == 0)
            endpoint.secret = 2 * config.seed + number;
        m_endpoints[side] = Endpoint(endpoint);
        m_endpoints[side].setClockwork(config.clockwork[side], m_now);
        m_timerRecords[side].fill(noRecord);
    }
    if (config.foreign)
        m_hosts[*config.foreign] = HostState::Foreign;
    for (const PlannedDeed& planned : config.plan) {
        if (planned.when)
            m_plan.push_back(planned);
        else
            schedule(planned.after, planned.side, planned.deed, noRecord);
    }
}

Simulator::Simulator(const SimulatorConfig& config, const MidConnection& connection) : Simulator(config)
{
    assert(config.plan.empty() && !config.foreign);
    assert(connection.inFlight.empty() || connection.inFlight.back().flight < connection.nextFlight);
    m_now = connection.now;
    m_iss = connection.iss;
    m_nextRecord = connection.nextRecord;
    m_nextFlight = connection.nextFlight;
    for (const Side side : allSides) {
        m_endpoints[side] = Endpoint(m_endpoints[side].config(), connection.tcbs[side]);
        m_endpoints[side].setClockwork(config.clockwork[side], m_now);
    }
    for (const InFlight& segment : connection.inFlight)
        m_network.carry(segment);
}

/// Behind all that is planned for the same moment or before.
void Simulator::schedule(Time at, Side side, const Deed& deed, RecordIndex cause)
{
    const auto place = std::ranges::upper_bound(m_pending, at, {}, &Pending::at);
    m_pending.insert(place, Pending{at, side, deed, cause});
}

// Of events at the same moment: arrivals first, then what is planned, then timers, the client's before the server's.
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
        step.perform(pending.side, pending.deed, pending.cause);
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

} // namespace finwait
