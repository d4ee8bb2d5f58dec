// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/network.h"

#include <algorithm>
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

void Network::carry(const InFlight& segment)
{
    m_inFlight.push_back(segment);
}

std::optional<InFlight> Network::take(FlightIndex flight)
{
    const auto found = std::ranges::find(m_inFlight, flight, &InFlight::flight);
    if (found == m_inFlight.end())
        return std::nullopt;
    InFlight taken = *found;
    m_inFlight.erase(found);
    return taken;
}

const InFlight* Network::next() const
{
    const InFlight* first = nullptr;
    for (const InFlight& segment : m_inFlight) {
        if (!segment.waits && (first == nullptr || segment.due < first->due))
            first = &segment;
    }
    return first;
}

const InFlight* Network::find(FlightIndex flight) const
{
    const auto found = std::ranges::find(m_inFlight, flight, &InFlight::flight);
    return found == m_inFlight.end() ? nullptr : &*found;
}

void Network::hold(FlightIndex flight)
{
    std::ranges::find(m_inFlight, flight, &InFlight::flight)->waits = true;
}

void Network::letGo(FlightIndex flight, Time due)
{
    const auto segment = std::ranges::find(m_inFlight, flight, &InFlight::flight);
    segment->waits = false;
    segment->due = due;
}

std::vector<FlightIndex> Network::overtake(const InFlight& later)
{
    std::vector<FlightIndex> freed;
    for (InFlight& held : m_inFlight) {
        if (held.behind == 0 || held.from != later.from || held.flight >= later.flight)
            continue;
        if (--held.behind > 0)
            continue;
        held.due = later.due + Duration{1};
        freed.push_back(held.flight);
    }
    return freed;
}

} // namespace finwait
