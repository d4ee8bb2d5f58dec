// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/network.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace finwait {

Network::Network(NetworkConfig config, std::uint64_t seed) : m_seed(seed)
{
    configure(std::move(config));
}

void Network::configure(NetworkConfig config)
{
    const std::vector<FaultRule> before = std::exchange(m_config, std::move(config)).rules;
    m_progress.resize(m_config.rules.size());
    for (std::size_t place = 0; place < m_config.rules.size(); ++place) {
        if (place >= before.size() || before[place] != m_config.rules[place])
            m_progress[place] = {};
    }
}

std::optional<std::size_t> Network::meet(Side from, const Segment& segment, Time sent)
{
    for (std::size_t place = 0; place < m_config.rules.size(); ++place) {
        if (meets(m_config.rules[place], m_progress[place], place, m_seed, from, segment, sent))
            return place;
    }
    return std::nullopt;
}

void Network::entered(const StateEntered& entered)
{
    for (std::size_t place = 0; place < m_config.rules.size(); ++place) {
        if (m_config.rules[place].match.since == entered)
            m_progress[place].armed = true;
    }
}

/// Of the flight with that number, or where it would stand.
Network::InOrderOfSending::iterator Network::at(FlightIndex flight)
{
    return std::ranges::lower_bound(m_inFlight, flight, {}, &InFlight::flight);
}

void Network::setDue(InFlight& segment, Time due)
{
    m_arrivals.erase({segment.due, segment.flight});
    segment.due = due;
    if (!segment.waits)
        m_arrivals.emplace(due, segment.flight);
}

void Network::carry(const InFlight& segment)
{
    assert(m_inFlight.empty() || m_inFlight.back().flight < segment.flight);
    m_inFlight.push_back(segment);
    if (!segment.waits)
        m_arrivals.emplace(segment.due, segment.flight);
}

std::optional<InFlight> Network::take(FlightIndex flight)
{
    if (find(flight) == nullptr)
        return std::nullopt;
    const auto found = at(flight);
    InFlight taken = *found;
    m_arrivals.erase({taken.due, flight});
    m_inFlight.erase(found);
    return taken;
}

const InFlight* Network::next() const
{
    return m_arrivals.empty() ? nullptr : find(m_arrivals.begin()->second);
}

const InFlight* Network::find(FlightIndex flight) const
{
    const auto found = std::ranges::lower_bound(m_inFlight, flight, {}, &InFlight::flight);
    return found == m_inFlight.end() || found->flight != flight ? nullptr : &*found;
}

void Network::hold(FlightIndex flight)
{
    const auto segment = at(flight);
    segment->waits = true;
    setDue(*segment, segment->due);
}

void Network::letGo(FlightIndex flight, Time due)
{
    const auto segment = at(flight);
    segment->waits = false;
    setDue(*segment, due);
}

std::vector<FlightIndex> Network::overtake(const InFlight& later)
{
    std::vector<FlightIndex> freed;
    for (InFlight& held : m_inFlight) {
        if (held.behind == 0 || held.from != later.from || held.flight >= later.flight)
            continue;
        if (--held.behind > 0)
            continue;
        setDue(held, later.due + Duration{1});
        freed.push_back(held.flight);
    }
    return freed;
}

} // namespace finwait
