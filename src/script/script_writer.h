// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From a trace to a packetdrill script that is about one of its ends. What is written, and what cannot be, is told in
// docs/script.md.
#pragma once

#include "core/clockwork.h"
#include "core/endpoint.h"
#include "core/side.h"
#include "core/trace.h"
#include "script/script_limit.h"

#include <cstddef>
#include <optional>
#include <string>

namespace finwait {

struct ScriptWriterOptions {
    std::string program;     ///< who writes it: "Finwait 0.1.0"
    std::string title;       ///< what the trace is called; empty: nothing
    EndpointConfig endpoint; ///< of that end, as it began
    Clockwork clockwork;     ///< of that end, as it began
};

/// From where on the script has nothing to say.
struct ScriptEnd {
    ScriptLimit why{};
    Time at{};
};

struct WrittenScript {
    std::string text;             ///< empty: nothing can be written, and `end` says why
    std::optional<ScriptEnd> end; ///< none: it has all that happened at that end
};

/// Enough for whatever a person looks at, and little enough to be read again (largestScript).
inline constexpr std::size_t mostScriptEvents = 20'000;

/// `view`: the end that the script is about. The other one is played by the script.
[[nodiscard]] WrittenScript packetdrillScript(const Trace& trace, Side view, const ScriptWriterOptions& options);

} // namespace finwait
