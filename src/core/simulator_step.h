// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One event of a simulation at work: what arrives, expires or is called goes to an endpoint; what the endpoint does is
// recorded, sent into the network, and makes the conditions of planned calls come true. Internal to the core.
#pragma once

#include "core/simulator.h"

#include <vector>

namespace finwait {

class SimulatorStep
{
public:
    SimulatorStep(Simulator& simulator, Trace* trace) : m_simulator(simulator), m_trace(trace) {}

    Refusal call(Side side, const Call& call, RecordIndex cause);
    void arrive(const InFlight& segment);
    void lose(const InFlight& segment, LossCause why);
    void fire(Side side, TimerKind kind);

private:
    struct Reaction {
        Call call;
        RecordIndex cause;
    };

    void finish(Side side);
    void react(Side side);
    void makeCall(Side side, const Call& call, RecordIndex cause);
    void recordEffects(Side side);
    void recordEffect(Side side, const Effect& effect);
    void recordTransition(Side side, RowIndex row);
    void recordTimerStart(Side side, TimerKind kind, RecordIndex record);
    void sendSegment(Side side, const effect::Sent& sent);
    void planAfter(Side side, State entered, RecordIndex transition);
    RecordIndex record(Side side, RecordIndex cause, const RecordBody& body);

    Simulator& m_simulator;
    Trace* m_trace;
    Effects m_effects;
    std::vector<Reaction> m_reactions; // calls of the same side at the same instant
    RecordIndex m_cause = noRecord;    // of what happens next
    FlightIndex m_arrived = 0;         // the segment that NotProcessed speaks of
    Refusal m_refusal = Refusal::None;
};

} // namespace finwait
