// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One of the courses that things took in a session: whoever goes back and does something else starts another.
#pragma once

#include "core/command.h"
#include "core/trace.h"
#include "core/virtual_time.h"
#include "scenario/done.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

/// Never given twice while a scenario is played.
using BranchId = std::uint32_t;

struct Branch {
    BranchId id = 0;
    QString name; ///< that a person gave it; empty: none
    /// The one that it left, which may have been removed since; none: it is the scenario, or the recording, as it was
    /// loaded.
    std::optional<BranchId> parent;
    Time forkTime{};        ///< when it left its parent
    StepIndex forkStep = 0; ///< how many steps they share
    /// What was done there first: of all that was done at that moment, the first that makes a step of the trace, if one
    /// does; a change of what is planned makes none. None for what was loaded, and where nothing was done.
    std::optional<Command> command;
    bool goesOn = false;     ///< nothing was done there: a simulator went on from a recording
    bool isRecorded = false; ///< all of it is recorded, nothing simulated
    bool isCurrent = false;
    std::size_t commandsShared = 0; ///< how much of what was done by hand they share
};

/// All that it takes to play a branch again.
struct KeptBranch {
    Branch branch; ///< its `command` is of no account
    std::vector<Done> done;
};

/// Whether they can be the branches of one session: their numbers grow, no parent is younger than its child, and just
/// one of them is the current one.
[[nodiscard]] bool areOfOneSession(const std::vector<KeptBranch>& branches);

} // namespace finwait
