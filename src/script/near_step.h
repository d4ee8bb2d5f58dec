// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One step of a trace, as far as it is about the near end of a script, looked at before it is written.
#pragma once

#include "core/state.h"
#include "core/trace.h"
#include "script/script_limit.h"

#include <optional>
#include <vector>

namespace finwait {

/// What is open when a step begins.
struct NearSituation {
    State state = State::Closed;
    bool hasListener = false;
    bool hasConnection = false;
};

class NearStep
{
public:
    /// Looks at the records from `begin` up to `end`. `trace` must outlive it.
    NearStep(const Trace& trace, Side view, RecordIndex begin, RecordIndex end);

    /// Records of the near end, in order.
    [[nodiscard]] const std::vector<RecordIndex>& records() const { return m_records; }
    /// The segment that has come undamaged.
    [[nodiscard]] std::optional<FlightIndex> arrival() const { return m_arrival; }
    /// Octets of text that the arrival brought to the application.
    [[nodiscard]] std::uint32_t deliveredByArrival() const { return m_deliveredByArrival; }
    /// Octets that the call at `record` brought to the application: a RECEIVE.
    [[nodiscard]] std::uint32_t deliveredByCall(RecordIndex record) const;
    /// The states that it goes through.
    [[nodiscard]] const std::vector<State>& entered() const { return m_entered; }
    /// It began with a timer that ran out.
    [[nodiscard]] bool isByTimer() const { return m_isByTimer; }
    /// Something goes out.
    [[nodiscard]] bool sends() const { return m_sends; }
    /// TIME_WAIT is left for a new connection.
    [[nodiscard]] bool opensAnew() const { return m_opensAnew; }
    /// Why it cannot be written; nullopt: it can be.
    [[nodiscard]] std::optional<ScriptLimit> limit(NearSituation situation) const;

private:
    void look(RecordIndex index);

    const Trace& m_trace;
    std::vector<RecordIndex> m_records;
    std::optional<FlightIndex> m_arrival;
    std::uint32_t m_deliveredByArrival = 0;
    std::vector<State> m_entered;
    bool m_isByTimer = false;
    bool m_sends = false;
    bool m_opensAnew = false;
    bool m_hasCall = false; // among the records so far
};

} // namespace finwait
