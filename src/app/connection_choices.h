// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the two connection dialogs ask for, and what follows from it: a scenario to play, or commands for the connection
// that is being played. No widgets here: the dialogs only fill these in.
#pragma once

#include "core/command.h"
#include "core/side.h"
#include "core/simulator.h"
#include "core/state.h"
#include "core/virtual_time.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace finwait {

/// Name of the scenario that a person puts together; no scenario of the library has it.
inline constexpr std::string_view ownScenarioName = "own";

enum class WayToOpen : std::uint8_t { ServerListens, BothAtOnce, NobodyListens };
inline constexpr int openingCount = 3;

struct OpenChoice {
    WayToOpen opening = WayToOpen::ServerListens;
    PerSide<std::string> profile = {"rfc9293", "rfc9293"};
    PerSide<std::string> address = {"10.0.0.1:40000", "10.0.0.2:80"};
    PerSide<bool> reading = {true, true};
    PerSide<bool> keepAlive = {false, false};
    /// From each side to the other; not negative.
    PerSide<Duration> delay = {40ms, 40ms};

    friend bool operator==(const OpenChoice&, const OpenChoice&) = default;
};

enum class WayToClose : std::uint8_t { ClientFirst, ServerFirst, BothAtOnce, Abort };
inline constexpr int closingCount = 4;

/// What the other application does once it has learnt that its peer has closed.
enum class Reaction : std::uint8_t { AtOnce, AfterWhile, AfterSending, Never };
inline constexpr int reactionCount = 4;

struct CloseChoice {
    WayToClose closing = WayToClose::ClientFirst;
    Side aborter = Side::Client; ///< who aborts; only for WayToClose::Abort
    Reaction reaction = Reaction::AtOnce;
    Duration wait = 500ms;       ///< for Reaction::AfterWhile; not negative
    std::uint32_t octets = 2000; ///< for Reaction::AfterSending; at least one

    friend bool operator==(const CloseChoice&, const CloseChoice&) = default;
};

/// The scenario that opens a connection like that and does nothing more. `title` is for people, in their language.
[[nodiscard]] Scenario scenarioFor(const OpenChoice& choice, const std::string& title);

/// What is to be commanded now, in this order, to a connection whose applications have not closed yet. The choice takes
/// the place of whatever was planned for them. With one of them closed before, only the other's close is left: no
/// reaction is planned any more.
[[nodiscard]] std::vector<Command> commandsFor(const CloseChoice& choice, const PerSide<State>& states);

/// Whether the reaction of `choice` makes a difference: one side closes, and the other has not come so far yet.
[[nodiscard]] bool reactionMatters(const CloseChoice& choice, const PerSide<State>& states);

/// The states that both sides will go through from now on when `commands` are given, the present ones included. `now`
/// is the moment in which `trace` ends; what comes after is written to its end, and taken away again.
[[nodiscard]] PerSide<std::vector<State>> pathsAfter(const Simulator& now, Trace& trace,
                                                     const std::vector<Command>& commands);

} // namespace finwait
