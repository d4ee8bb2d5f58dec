// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What scripts ask of a shell, as far as it is about TCP: sysctls that set the profile, sockstat that counts sockets,
// tcpdrop that deletes a connection.
#pragma once

#include "core/message.h"
#include "script/script_sockets.h"

#include <optional>
#include <string_view>

namespace finwait {

/// What was wrong: empty for nothing.
struct ShellOutcome {
    Message expected;
    Message got;
};

/// Throws NotPlayed for any other command.
ShellOutcome runShell(std::string_view command, ScriptSockets& sockets);

} // namespace finwait
