// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/network.h"

#include <algorithm>

namespace finwait {

void Network::carry(InFlight segment)
{
    m_inFlight.push_back(std::move(segment));
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
    const auto first = std::ranges::min_element(m_inFlight, {}, &InFlight::due);
    return first == m_inFlight.end() ? nullptr : &*first;
}

const InFlight* Network::find(FlightIndex flight) const
{
    const auto found = std::ranges::find(m_inFlight, flight, &InFlight::flight);
    return found == m_inFlight.end() ? nullptr : &*found;
}

} // namespace finwait
