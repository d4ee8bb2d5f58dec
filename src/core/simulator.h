// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Two endpoints, the network between them, the calls that are planned, and the virtual clock. A value: copy it to
// remember a moment. The same configuration and the same commands at the same times give the same trace.
#pragma once

#include "core/command.h"
#include "core/endpoint.h"
#include "core/network.h"
#include "core/side.h"
#include "core/trace.h"
#include "core/virtual_time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

struct SimulatorConfig {
    PerSide<EndpointConfig> endpoints;
    NetworkConfig network;
    PerSide<Clockwork> clockwork;
    std::vector<PlannedDeed> plan;
    /// A side that no endpoint of ours plays (HostState::Foreign).
    std::optional<Side> foreign;
    /// Decides what is left to chance, and gives each endpoint the secret for its initial sequence numbers; a secret
    /// that is set already is kept.
    std::uint64_t seed = 1;
};

/// A connection in its midst, as a capture shows it, or what can be known of it from one. What may happen by itself is
/// in it: timers run in the TCBs, and what is due already happens at once.
struct MidConnection {
    Time now{};
    PerSide<Tcb> tcbs;
    PerSide<Seq> iss;               ///< see Simulator::iss()
    std::vector<InFlight> inFlight; ///< in order of sending, with the numbers that the trace has for them
    RecordIndex nextRecord = 0;     ///< how many records and flights the trace has that is continued
    FlightIndex nextFlight = 0;
};

class Simulator
{
public:
    explicit Simulator(const SimulatorConfig& config = {});
    /// Goes on with a connection. `config.plan` is empty.
    Simulator(const SimulatorConfig& config, const MidConnection& connection);

    [[nodiscard]] Time now() const { return m_now; }
    [[nodiscard]] const Endpoint& endpoint(Side side) const { return m_endpoints[side]; }
    [[nodiscard]] const Network& network() const { return m_network; }
    [[nodiscard]] HostState host(Side side) const { return m_hosts[side]; }
    /// Initial sequence number of the last SYN that a side has sent; from it its numbers are counted for readers.
    [[nodiscard]] Seq iss(Side side) const { return m_iss[side]; }
    /// When the next event is due by itself: an arrival, a timer, a planned call. nullopt: nothing will ever happen.
    [[nodiscard]] std::optional<Time> nextEventAt() const;

    /// Goes on to the next event and processes it. False: there was none. With trace == nullptr the step is the same,
    /// only unrecorded: that is how a moment is reached again.
    bool step(Trace* trace);
    /// Moves the clock on without an event; never past nextEventAt(), never back.
    void advanceTo(Time time);

    /// Whether `command` would be refused now, and why; Refusal::None if not.
    [[nodiscard]] Refusal check(const Command& command) const;
    /// Does it; what is refused changes nothing but is recorded where it is a call.
    Refusal apply(const Command& command, Trace* trace);

    friend bool operator==(const Simulator&, const Simulator&) = default;

private:
    friend class SimulatorStep; // one event at work

    struct Pending {
        Time at{};
        Side side{};
        Deed deed;
        RecordIndex cause = noRecord;
        friend bool operator==(const Pending&, const Pending&) = default;
    };

    struct Event;
    [[nodiscard]] std::optional<Event> nextEvent() const;
    void schedule(Time at, Side side, const Deed& deed, RecordIndex cause);
    void plan(const PlannedDeed& planned);
    void forgetPlan(Side side);

    friend class CommandWork; // one command at work

    PerSide<Endpoint> m_endpoints;
    PerSide<HostState> m_hosts;
    Network m_network;
    std::vector<PlannedDeed> m_plan;                               // whose condition has not come true yet
    std::vector<Pending> m_pending;                                // in order of time, then of planning
    PerSide<std::array<RecordIndex, timerCount>> m_timerRecords{}; // which record started each timer
    PerSide<Seq> m_iss;                                            // of the last SYN that each side sent
    Time m_now{};
    RecordIndex m_nextRecord = 0;
    FlightIndex m_nextFlight = 0;
};

} // namespace finwait
