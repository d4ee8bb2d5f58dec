// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a person can do at the playhead to the segments that are on their way and to the timers that run.
#pragma once

#include "core/command.h"

#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace finwait {

class Session;

enum class NetworkDeed : std::uint8_t { Deliver, Drop, Duplicate, Hold, FireTimer, StopTimer, StretchTimer };
inline constexpr std::size_t networkDeedCount = 7;
inline constexpr std::array<NetworkDeed, networkDeedCount> allNetworkDeeds = {
    NetworkDeed::Deliver,   NetworkDeed::Drop,      NetworkDeed::Duplicate,   NetworkDeed::Hold,
    NetworkDeed::FireTimer, NetworkDeed::StopTimer, NetworkDeed::StretchTimer};

/// The commands that would do it to each; the segment that is to arrive first, or the timer that is to run out first,
/// comes first.
[[nodiscard]] std::vector<Command> networkCommands(const Session& session, NetworkDeed deed);
/// To what a command of those does it, for a menu: "To the server: SYN seq 0, due at 0.050 s".
[[nodiscard]] QString networkTarget(const Session& session, const Command& command);
/// Why it cannot be done to anything, a sentence; empty if it can.
[[nodiscard]] QString whyNot(const Session& session, NetworkDeed deed);

} // namespace finwait
