// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Plays a script against an endpoint, and says where the two differ.
#pragma once

#include "core/done.h"
#include "core/message.h"
#include "core/side.h"
#include "core/stack_profile.h"
#include "core/trace.h"
#include "script/script.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finwait {

struct ScriptRunOptions {
    StackProfile profile = stackProfiles().front();
    /// Windows and options of what is sent are compared as well.
    bool strict = false;
};

enum class ScriptOutcome : std::uint8_t { Passed, Failed, Skipped };

struct ScriptVerdict {
    ScriptOutcome outcome = ScriptOutcome::Passed;
    std::size_t line = 0; ///< of what failed or is not played; meaningful unless it passed
    Message expected;     ///< what the script says
    Message got;          ///< what happened instead; where it was skipped, what is not played
};

/// How far the trace had come when something of the script was through.
struct ScriptMark {
    std::size_t line = 0;
    StepIndex steps = 0; ///< no fewer than those of the mark before
    Time at{};           ///< not before that of the mark before

    friend bool operator==(const ScriptMark&, const ScriptMark&) = default;
};

struct ScriptRun {
    ScriptVerdict verdict;
    /// Whose endpoint was played: the client's if it connects. The other side is foreign.
    Side side{};
    Trace trace;
    /// Who does this to the same endpoint gets the same trace.
    std::vector<Done> done;
    /// One for each event of the script that was played, the last perhaps in vain.
    std::vector<ScriptMark> marks;
};

[[nodiscard]] ScriptRun runScript(const Script& script, const ScriptRunOptions& options = {});

} // namespace finwait
