// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The endpoint that a script is about, in a simulation whose other side is the script: no time lies between the two.
// What is done to it is written down as it happens, in a trace and as it can be done again.
#pragma once

#include "core/done.h"
#include "core/simulator.h"
#include "core/stack_profile.h"
#include "core/trace.h"

#include <optional>
#include <utility>
#include <vector>

namespace finwait {

class NearEnd
{
public:
    NearEnd(const StackProfile& profile, Side side);

    [[nodiscard]] Side side() const { return m_side; }
    [[nodiscard]] const Endpoint& endpoint() const { return m_simulator.endpoint(m_side); }
    [[nodiscard]] Time now() const { return m_simulator.now(); }
    [[nodiscard]] const Trace& trace() const { return m_trace; }
    [[nodiscard]] const std::vector<Done>& done() const { return m_done; }

    /// When the next timer runs out.
    [[nodiscard]] std::optional<Time> nextDeadline() const { return m_simulator.nextEventAt(); }
    /// To the next timer, which runs out; there must be one.
    void expire();
    /// Never past nextDeadline(), never back.
    void waitUntil(Time time);
    /// Now, with all that comes of it at once.
    void apply(const Command& command);

    /// Both leave nothing behind: the trace and what was done.
    [[nodiscard]] Trace takeTrace() && { return std::move(m_trace); }
    [[nodiscard]] std::vector<Done> takeDone() && { return std::move(m_done); }

private:
    void settle();

    Side m_side;
    Simulator m_simulator;
    Trace m_trace;
    std::vector<Done> m_done;
};

} // namespace finwait
