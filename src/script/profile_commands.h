// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What an endpoint has that its profile does not, as commands that set it before a script begins.
#pragma once

#include "core/clockwork.h"
#include "core/expected.h"
#include "core/stack_profile.h"
#include "script/script_limit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace finwait {

/// Whether a setting is a sysctl; what is none is an option of a socket.
[[nodiscard]] bool isSystemWide(std::string_view setting);
/// "sysctl -w net.inet.tcp.msl=1"
[[nodiscard]] std::string commandFor(std::string_view sysctl, std::int64_t value);

/// Such commands, one for each value; none where all is as in the profile of that name. A user timeout has no command,
/// and does nothing until it runs out.
[[nodiscard]] Expected<std::vector<std::string>, ScriptLimit> profileCommands(const StackProfile& profile,
                                                                              const Clockwork& clockwork);

} // namespace finwait
