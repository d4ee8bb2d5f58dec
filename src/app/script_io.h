// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Packetdrill scripts from files, and how one is played in the window: as a scenario in which all that the script does
// was done by hand.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"
#include "scenario/scenario.h"
#include "script/script.h"
#include "script/script_run.h"

#include <QString>

#include <cstdint>
#include <string>

namespace finwait {

/// A script has a few kilobytes; more than this is something else.
inline constexpr std::uintmax_t largestScript = std::uintmax_t{4} * 1024 * 1024; // octets

struct ScriptFile {
    QString text;
    Script script;
};

/// Errors name the file; those of the script itself its line and column, too.
[[nodiscard]] Expected<ScriptFile, ReadError> readScriptAt(const QString& path);

/// It is one by its name: "*.pkt".
[[nodiscard]] bool isScript(const QString& path);

/// A script that was played.
struct PlayedScript {
    QString text;
    std::string profile;
    ScriptRun run;
};

/// `profile` must be a known one.
[[nodiscard]] PlayedScript playScript(const ScriptFile& file, const std::string& profile);
/// It gives the trace of the run, as far as that came, and may go on from there.
[[nodiscard]] Scenario scenarioOf(const PlayedScript& script, const QString& path);

} // namespace finwait
