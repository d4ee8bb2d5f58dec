// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A packetdrill script as it is written: what is done to one endpoint, what comes from its peer, and what the endpoint
// is expected to send and to say, each with its time and its line.
#pragma once

#include "core/message.h"
#include "core/segment.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace finwait {

/// When something happens, or may happen: from `earliest` to `latest`.
struct ScriptTime {
    enum class Origin : std::uint8_t {
        Previous, ///< the times count from the event before: "+0.1"; nothing written is "+0"
        Start,    ///< from the start of the script: "0.1"
        Any,      ///< "*"
    };
    Origin origin = Origin::Previous;
    Duration earliest{};
    Duration latest{}; ///< the same, unless a range is written: "0.1~0.2"
    /// A call that blocks until then: "0.1...0.2". On the same scale.
    std::optional<Duration> returns = {};
};

/// A segment, with its numbers on the script's scale: those of each side count from its own initial sequence number,
/// which is 0 for the endpoint and what the script says for its peer.
struct ScriptSegment {
    bool inbound = false; ///< "<": it comes to the endpoint; ">": the endpoint is expected to send it
    std::int64_t seq = 0;
    bool anySeq = false; ///< "...(0)"
    std::uint32_t octets = 0;
    std::optional<std::int64_t> ack = {}; ///< what the field says, with or without the flag
    Flags flags;
    std::optional<std::uint16_t> window = {};
    std::optional<std::uint16_t> urgentPointer = {};
    Options options;
    bool anyOptions = false; ///< "<...>"
};

/// An argument or a result of a call.
struct ScriptValue {
    struct Any {}; ///< "..."
    using List = std::vector<ScriptValue>;
    std::variant<Any, std::int64_t, std::string, List>
        content; ///< text: words as they are written, "O_RDWR|O_NONBLOCK"

    [[nodiscard]] const std::int64_t* number() const { return std::get_if<std::int64_t>(&content); }
    [[nodiscard]] const std::string* word() const { return std::get_if<std::string>(&content); }
};

struct ScriptCall {
    std::string name;
    std::vector<ScriptValue> arguments;
    ScriptValue result;
    std::string error = {}; ///< "EINPROGRESS", where the result is -1
};

/// Between backticks: for a shell.
struct ScriptCommand {
    std::string text;
};

/// Between "%{" and "}%": for an interpreter of Python.
struct ScriptAssertion {
    std::string text;
};

/// What the language has and Finwait does not play: an ICMP message, a UDP datagram, a packet with a tunnel around it.
struct ScriptForeign {
    Message what;
};

using ScriptAction = std::variant<ScriptSegment, ScriptCall, ScriptCommand, ScriptAssertion, ScriptForeign>;

struct ScriptEvent {
    std::size_t line = 1;
    ScriptTime time;
    ScriptAction action;
};

/// "--tolerance_usecs=50000" or "--mss 1460".
struct ScriptOption {
    std::size_t line = 1;
    std::string name; ///< without the dashes
    std::string value;
};

struct Script {
    std::vector<ScriptOption> options;
    std::vector<ScriptEvent> events;
};

} // namespace finwait
