// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The network between the two endpoints: a delay for each direction, and the segments that are on their way.
#pragma once

#include "core/segment.h"
#include "core/side.h"
#include "core/trace.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace finwait {

struct NetworkConfig {
    /// How long a segment takes that is sent by this side.
    PerSide<Duration> delay = {40ms, 40ms};

    friend bool operator==(const NetworkConfig&, const NetworkConfig&) = default;
};

struct InFlight {
    FlightIndex flight = 0;
    Side from{};
    Time due{};
    Segment segment;
    RecordIndex sentRecord = noRecord;

    friend bool operator==(const InFlight&, const InFlight&) = default;
};

class Network
{
public:
    Network() = default;
    explicit Network(NetworkConfig config) : m_config(config) {}

    [[nodiscard]] const NetworkConfig& config() const { return m_config; }
    [[nodiscard]] Time arrivalOf(Side from, Time sent) const { return sent + m_config.delay[from]; }
    void carry(InFlight segment);
    /// Takes a segment out of the network; nullopt if it is not in there.
    std::optional<InFlight> take(FlightIndex flight);
    /// The one that arrives first; of two at the same time, the one that was sent first. nullptr: none is on its way.
    [[nodiscard]] const InFlight* next() const;
    [[nodiscard]] const InFlight* find(FlightIndex flight) const;
    /// In order of sending.
    [[nodiscard]] const std::vector<InFlight>& inFlight() const { return m_inFlight; }

    friend bool operator==(const Network&, const Network&) = default;

private:
    NetworkConfig m_config;
    std::vector<InFlight> m_inFlight;
};

} // namespace finwait
