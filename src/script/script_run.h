// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Plays a script against an endpoint, and says where the two differ.
#pragma once

#include "core/endpoint.h"
#include "script/script.h"

#include <cstddef>
#include <cstdint>
#include <string>
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
    std::string expected; ///< what the script says
    std::string got;      ///< what happened instead; where it was skipped, why
};

struct ScriptRun {
    ScriptVerdict verdict;
};

[[nodiscard]] ScriptRun runScript(const Script& script, const ScriptRunOptions& options = {});

} // namespace finwait
