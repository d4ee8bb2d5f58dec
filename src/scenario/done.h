// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a person did by hand while a scenario was played, and where it does not fit any more.
#pragma once

#include "core/done.h"
#include "core/reason.h"
#include "core/trace.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>

namespace finwait {

/// Nothing that was done by hand comes later than after so many steps: they take a few seconds to be played again.
inline constexpr StepIndex mostStepsBefore = 1'000'000;

/// Nor after so many records: a step can have thousands, and each takes some hundred octets of memory.
inline constexpr RecordIndex redoneRecordLimit = 1'000'000;

/// What no longer fits where something was done by hand: the scenario around it was changed.
enum class MisfitKind : std::uint8_t {
    TooFewSteps,  ///< nothing happens any more, after `steps` steps
    TooManySteps, ///< `steps` steps have happened by then, because of what was done before
    TooMuch,      ///< before it comes more than redoneRecordLimit records, after `steps` steps
    StepIsLater,  ///< the last of the steps before it happens only at `at`
    StepIsBefore, ///< one more step happens before it, at `at`
    Refused,      ///< it cannot be done there, because of `refusal`
};

struct Misfit {
    std::size_t place = 0; ///< of what does not fit, in Scenario::done
    MisfitKind kind{};
    StepIndex steps = 0;
    Time at{};
    Refusal refusal = Refusal::None;

    friend bool operator==(const Misfit&, const Misfit&) = default;
};

} // namespace finwait
