// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where the two systems that packetdrill runs on go different ways in what a script says to them.
#pragma once

#include "core/stack_profile.h"
#include "core/state.h"

#include <cstdint>
#include <string>

namespace finwait {

enum class HostSystem : std::uint8_t { FreeBsd, Linux };

/// Whose habits a profile has; FreeBSD's form of scripts for what is no system's: Finwait's own scripts have it.
[[nodiscard]] HostSystem hostSystemOf(const StackProfile& profile);
/// "TCPI_SYN_RECEIVED" on FreeBSD, "TCP_SYN_RECV" on Linux: as packetdrill's interpreter knows the states there.
[[nodiscard]] std::string assertedName(State state, HostSystem system);

} // namespace finwait
