// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A scenario: a connection that can be played. What it is called and teaches, the two stacks, the network and its
// faults, what is planned, what was done by hand, and the paths of states that it is expected to show.
#pragma once

#include "core/clockwork.h"
#include "core/command.h"
#include "core/side.h"
#include "core/simulator.h"
#include "core/state.h"
#include "scenario/done.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace finwait {

/// A text in several languages, by language code ("en", "zh_CN"). English is always there.
struct LocalizedText {
    std::map<std::string, std::string> byLanguage;

    /// The text for a locale name such as "zh_CN" or "zh"; English where there is none.
    [[nodiscard]] const std::string& in(const std::string& language) const;
    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

/// States in the order in which an endpoint goes through them.
using Path = std::vector<State>;

struct Scenario {
    std::string name; ///< stable identifier: "client-closes-first"
    LocalizedText title;
    LocalizedText description; ///< what it teaches; plain text, paragraphs separated by an empty line
    PerSide<std::string> profile = {"rfc9293", "rfc9293"};
    PerSide<std::string> address = {"10.0.0.1:40000", "10.0.0.2:80"};
    PerSide<bool> reading = {true, true};
    PerSide<bool> keepAlive = {false, false};
    /// A side that no endpoint plays: what it sends is planned or was done by hand.
    std::optional<Side> foreign;
    PerSide<std::optional<std::uint32_t>> initialSequence; ///< ISS of every connection; none: chosen by RFC 6528
    PerSide<std::optional<std::uint32_t>> receiveBuffer;   ///< octets, 1 to largestWindow; none: as the profile has it
    NetworkConfig network;
    PerSide<Clockwork> clockwork;
    std::uint64_t seed = 1;
    std::vector<PlannedDeed> plan;
    /// What is played in advance ends here, or with what was done by hand if that is later, though more may be due;
    /// none: as runScenario() has it.
    std::optional<Time> until;
    /// What was done by hand, in order; its moments are those of the trace that comes of it.
    std::vector<Done> done;
    /// The states each side goes through, from its first to its last; empty: nothing is expected.
    PerSide<Path> expected;
    /// By the name of a profile, where both sides have it: paths that differ from `expected`.
    std::map<std::string, PerSide<Path>> expectedWith;
    /// The file that it was read from, if its format is a later one than scenarioFormat, otherwise empty: the fields of
    /// it that this program does not know are written back with the scenario.
    std::string laterFile;

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// What the simulator needs of it. The names of the profiles must be known ones (findProfile).
[[nodiscard]] SimulatorConfig simulatorConfig(const Scenario& scenario);

/// The paths to be seen with the profiles that it has now: those of expectedWith if both sides have the same profile
/// and it is named there, otherwise `expected`.
[[nodiscard]] const PerSide<Path>& expectedPaths(const Scenario& scenario);

/// Something that was done by hand and has been done again.
struct Redone {
    Done done;
    bool makesStep = false; ///< of the trace; what only changes the plan makes none
};

/// A whole run, with what was done by hand: until nothing is due any more, or `limit` of virtual time or
/// runRecordLimit records after the last thing that was done, or after the start. There are exchanges without end: two
/// ends that misunderstand each other acknowledge each other's acknowledgments (RFC 1337 section 2.3).
struct Run {
    Trace trace;
    Simulator simulator;
    std::vector<Redone> done;
    bool isCutShort = false; ///< more would have been due
    /// What was done by hand and does not fit any more; neither it nor what comes after it was done again.
    std::optional<Misfit> misfit;
};
inline constexpr Duration defaultRunLimit = std::chrono::hours{24};
/// What takes a second or so. A step that is begun is finished.
inline constexpr RecordIndex runRecordLimit = 500'000;
/// Sees a run after each of its steps.
using RunWatcher = std::function<void(const Run& soFar)>;
[[nodiscard]] Run runScenario(const Scenario& scenario, Duration limit = defaultRunLimit, const RunWatcher& watch = {});

/// The path of states that a trace shows for one side.
[[nodiscard]] Path pathOf(const Trace& trace, Side side);

} // namespace finwait
