// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The network between the two endpoints: a delay for each direction, rules for what goes wrong, and the segments that
// are on their way.
#pragma once

#include "core/fault_rule.h"
#include "core/segment.h"
#include "core/side.h"
#include "core/trace.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace finwait {

/// So many segments have room on their way at once, as in the queue of a real link: what sets out then is lost. Without
/// an end to them, two ends that answer each other's duplicates would fill all memory.
inline constexpr std::size_t mostInFlight = 1000;

struct NetworkConfig {
    /// How long a segment takes that is sent by this side.
    PerSide<Duration> delay = {40ms, 40ms};
    /// Tried in order; the first that meets a segment decides what happens to it.
    std::vector<FaultRule> rules;
    /// No segment arrives by itself: each waits for a hand to deliver it.
    bool manual = false;

    friend bool operator==(const NetworkConfig&, const NetworkConfig&) = default;
};

struct InFlight {
    FlightIndex flight = 0;
    Side from{};
    Time due{}; ///< when it arrives or dies
    Segment segment;
    RecordIndex cause = noRecord;  ///< of its arrival: it was sent, or a rule met it
    std::optional<LossCause> doom; ///< it dies at `due`, of this
    bool corrupted = false;
    bool waits = false;       ///< for a hand
    std::uint32_t behind = 0; ///< it is held back until so many more segments have overtaken it

    friend bool operator==(const InFlight&, const InFlight&) = default;
};

class Network
{
public:
    Network() = default;
    Network(NetworkConfig config, std::uint64_t seed);

    [[nodiscard]] const NetworkConfig& config() const { return m_config; }
    /// For what is sent from now on. A rule that stays as it is where it is goes on counting; others begin anew.
    void configure(NetworkConfig config);
    [[nodiscard]] const std::vector<RuleProgress>& progress() const { return m_progress; }

    /// The place of the rule that meets a segment which is being sent; nullopt: none does.
    std::optional<std::size_t> meet(Side from, const Segment& segment, Time sent);
    /// An endpoint has entered a state: rules may wait for that.
    void entered(const StateEntered& entered);

    [[nodiscard]] Time arrivalOf(Side from, Time sent) const { return sent + m_config.delay[from]; }
    [[nodiscard]] bool isFull() const { return m_inFlight.size() >= mostInFlight; }
    /// Sent later than all that is in there.
    void carry(const InFlight& segment);
    /// Takes a segment out of the network; nullopt if it is not in there.
    std::optional<InFlight> take(FlightIndex flight);
    /// The one that arrives first by itself; of two at the same time, the one that was sent first. nullptr: none does.
    [[nodiscard]] const InFlight* next() const;
    [[nodiscard]] const InFlight* find(FlightIndex flight) const;
    /// A segment in flight waits for a hand from now on, or goes on and arrives at `due`.
    void hold(FlightIndex flight);
    void letGo(FlightIndex flight, Time due);
    /// In order of sending.
    [[nodiscard]] const std::vector<InFlight>& inFlight() const { return m_inFlight; }

    /// `later` has been sent by the same side as what is held back: which of that has been overtaken by enough now. Its
    /// new time of arrival is set.
    std::vector<FlightIndex> overtake(const InFlight& later);

    friend bool operator==(const Network&, const Network&) = default;

private:
    using InOrderOfSending = std::vector<InFlight>;

    [[nodiscard]] InOrderOfSending::iterator at(FlightIndex flight);
    void setDue(InFlight& segment, Time due);

    NetworkConfig m_config;
    std::uint64_t m_seed = 0;
    std::vector<RuleProgress> m_progress; // of each rule
    InOrderOfSending m_inFlight;
    std::set<std::pair<Time, FlightIndex>> m_arrivals; // of what does not wait for a hand
};

} // namespace finwait
