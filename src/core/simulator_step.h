// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One event of a simulation at work: what arrives, expires or is called goes to an endpoint; what the endpoint does is
// recorded, sent into the network, and makes the conditions of planned calls come true. Internal to the core.
#pragma once

#include "core/simulator.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

class SimulatorStep
{
public:
    SimulatorStep(Simulator& simulator, Trace* trace) : m_simulator(simulator), m_trace(trace) {}

    void perform(Side side, const Deed& deed, RecordIndex cause);
    void call(Side side, const Call& call, RecordIndex cause);
    void changeHost(Side side, HostEvent event, RecordIndex cause);
    void inject(Side side, const Injection& injection, RecordIndex cause);
    /// A segment comes to its end: at the other endpoint, or before it.
    void arrive(const InFlight& segment);
    void lose(const InFlight& segment, LossCause why);
    void duplicate(const InFlight& segment);
    void hold(FlightIndex flight);
    void changeNetwork(const NetworkConfig& config);
    void fire(Side side, TimerKind kind);
    /// What is done to a timer by hand; it must be running.
    void fireByHand(Side side, TimerKind kind);
    void stopByHand(Side side, TimerKind kind);
    void stretchByHand(Side side, TimerKind kind, Duration by);
    void changeClockwork(Side side, const Clockwork& clockwork);
    void changeSetting(Side side, SettingIndex setting, std::int64_t value);

private:
    void fire(Side side, TimerKind kind, RecordIndex cause);
    void meddle(Side side, TimerKind kind, TimerDeed deed, const Input& input);
    struct Reaction {
        Call call;
        RecordIndex cause;
    };

    void finish(Side side);
    void react(Side side);
    void makeCall(Side side, const Call& call, RecordIndex cause);
    void end();
    void recordEffects(Side side);
    void recordEffect(Side side, const Effect& effect);
    void recordTransition(Side side, RowIndex row);
    void recordTimerStart(Side side, TimerKind kind, RecordIndex record);
    void sendSegment(Side side, const effect::Sent& sent);
    [[nodiscard]] InFlight launch(Side side, const Segment& segment);
    void recordFlight(const InFlight& segment, SegmentRole role, std::optional<FlightIndex> copyOf, RecordIndex cause);
    struct Bases {
        Seq seq;
        Seq ack;
    };
    [[nodiscard]] Bases basesOf(const InFlight& segment, SegmentRole role) const;
    static void foresee(InFlight& segment, const FaultAction& action);
    void meetFault(InFlight& segment, std::size_t rule);
    void setOut(InFlight& segment);
    bool carry(const InFlight& segment);
    void copyFor(const InFlight& segment, const FaultAction& action);
    void copy(const InFlight& segment, Time due, RecordIndex cause);
    void reschedule(FlightIndex flight, RecordIndex cause);
    void planAfter(Side side, State entered, RecordIndex transition);
    RecordIndex record(Side side, RecordIndex cause, const RecordBody& body);

    Simulator& m_simulator;
    Trace* m_trace;
    Effects m_effects;
    std::vector<Reaction> m_reactions;    // calls of the same side at the same instant
    RecordIndex m_cause = noRecord;       // of what happens next
    std::optional<FlightIndex> m_arrived; // the segment that this step is about
};

} // namespace finwait
