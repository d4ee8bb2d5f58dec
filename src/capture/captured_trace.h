// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A captured connection as the one account that all views read: each segment a flight from the one end to the other,
// each state with how sure it is; and what the two ends were like at any moment, so that a simulation can go on there.
#pragma once

#include "capture/captured_segment.h"
#include "capture/connection_inference.h"
#include "capture/tcb_trail.h"
#include "core/simulator.h"
#include "core/trace.h"

#include <optional>
#include <vector>

namespace finwait {

class CapturedTrace
{
public:
    /// `segments` are those of the connection that `inference`, which is finished, is about; in order of time.
    CapturedTrace(const std::vector<CapturedSegment>& segments, const ConnectionInference& inference);

    /// Its time begins with the connection, see begin().
    [[nodiscard]] const Trace& trace() const { return m_trace; }
    /// The trace's time zero, since the capture's first packet.
    [[nodiscard]] Time begin() const { return m_begin; }
    /// One way, from end to end.
    [[nodiscard]] Duration delay() const { return m_delay; }
    /// Both ends with their inferred TCBs, what is on its way between them, and the clock at `at`, after the first
    /// `position` steps of the trace. `config` says what they are from then on, but for what their SYNs offer; its plan
    /// is empty.
    [[nodiscard]] Simulator simulatorAt(StepIndex position, Time at, const SimulatorConfig& config) const;

private:
    Trace m_trace;
    Time m_begin{};
    Duration m_delay{};
    PerSide<std::optional<SynOffer>> m_offers; // of the SYNs that were captured
    TcbTrail m_trail;
};

} // namespace finwait
