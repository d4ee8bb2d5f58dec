// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A state that a captured end was in from some moment on, and what in the capture says so.
#pragma once

#include "core/state.h"
#include "core/trace.h"
#include "core/transition_table.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <limits>

namespace finwait {

struct StateSighting {
    /// How the packet shows the state.
    enum class Evidence : std::uint8_t {
        Given,   ///< the state that it shows must have been there before
        Sent,    ///< the end entered it as it sent the packet
        Arrived, ///< the end entered it as the packet came to it
        Elapsed, ///< so much time has gone by that it must be over
    };

    static constexpr RowIndex noRow = std::numeric_limits<RowIndex>::max();

    /// Stands for an answer that was not captured, or later than can be said.
    static constexpr std::uint32_t notAnswered = std::numeric_limits<std::uint32_t>::max();

    Time seen{}; ///< when the packet passed where the capture was taken
    /// So many microseconds later an answer of the end passed there; meaningful with Evidence::Arrived.
    std::uint32_t answeredAfter = notAnswered;
    std::uint32_t packet = 0;
    State state{};
    RowIndex row = noRow; ///< of the transition table; noRow: what led to the state was not captured
    Evidence evidence{};
    bool isProven = false;
    bool isDoubted = false; ///< it rests on what was not captured, or on what may be late copies

    [[nodiscard]] Certainty certainty() const { return isProven && !isDoubted ? Certainty::Sure : Certainty::Inferred; }
};

} // namespace finwait
