// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is worth knowing of a captured connection beyond its states: what went wrong, what is rare, what cannot be
// known.
#pragma once

#include "core/side.h"
#include "core/state.h"
#include "core/virtual_time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <memory_resource>
#include <string_view>

namespace finwait {

enum class FindingKind : std::uint8_t {
    // what the capture does not have
    StartMissing,  ///< the connection is older than the capture
    OneDirection,  ///< only the segments of `side` were captured
    Gap,           ///< `side` sent something that the peer has, and that was not captured
    StillClosing,  ///< the capture ends less than a second after `side` came to wait for its peer, or for its own user
    CapturedTwice, ///< segments of `side`: the capture has some of them again within a millisecond
    // opening
    SynUnanswered,       ///< `value`: how often it was sent
    Refused,             ///< `side` answered the SYN with a RST
    HandshakeIncomplete, ///< the SYN,ACK of `side` was never acknowledged
    SynRetransmitted,
    SynAckRetransmitted,
    SimultaneousOpen,
    SynInTimeWait,  ///< a SYN of `side` came to a TIME_WAIT, and opened no connection
    TimeWaitReused, ///< a SYN of `side` opened the connection out of a TIME_WAIT
    PortsReused,    ///< the same ports had a connection before
    StraySyn,       ///< a SYN of `side`, or in its name, amid a connection on the same ports, which `side` went on with
    // closing
    SimultaneousClose,
    FinRetransmitted,
    FinAcknowledgedLate, ///< by `side`; `value`: after so many milliseconds
    FinUnacknowledged,   ///< that of `side`, at the end of the capture
    LeftInCloseWait,     ///< `side` has not closed; `value`: for so many milliseconds
    LeftInFinWait2,      ///< the peer of `side` has not closed; `value`: for so many milliseconds
    Reset,               ///< by `side`, which was in `state`; `value`: octets of text that nobody acknowledged
    ResetIgnored,        ///< a RST of `side` moved nobody
    RstInTimeWait,       ///< a RST of `side` came to a TIME_WAIT
    DataWhileHalfClosed, ///< `side` sent text after the FIN of its peer had come; `value`: octets
    // on the way
    DataRetransmitted,   ///< by `side`; `value`: octets
    KeepAlive,           ///< a probe of `side`
    KeepAliveUnanswered, ///< the last probes of `side`, after which it heard nothing; `value`: how many
    ZeroWindow,          ///< `side` had no room
    WindowProbed,        ///< `side` sent an octet into a window of zero
    OutsideWindow,       ///< a segment of `side`
    ChallengeAck,        ///< of `side`
    // what RFC 9293 forbids
    DataAfterFin, ///< `side` sent text behind its own FIN
    SynWithFin,
    SynWithRst,
    AckMissing, ///< a segment of a synchronized connection without an ACK
};

inline constexpr std::size_t findingKindCount = static_cast<std::size_t>(FindingKind::AckMissing) + 1;

/// Stable identifier for --json and --csv: "retransmitted-fin".
[[nodiscard]] std::string_view identifier(FindingKind kind);
/// What the finding rests on: "RFC 9293 3.10.7.4"; "Finwait" where it is of the capture and not of the protocol.
[[nodiscard]] std::string_view reference(FindingKind kind);

enum class Severity : std::uint8_t {
    Note,    ///< good to know; nothing is wrong by itself
    Warning, ///< something was lost, late or in vain
    Fault,   ///< a connection that did not open or close as it should, or what the RFC forbids
};
[[nodiscard]] Severity severityOf(FindingKind kind);

/// The same kind of thing by the same side is one finding, however often it happened.
struct Finding {
    Time first{}; ///< when it was seen first, since the capture's first packet
    Time last{};
    std::uint64_t value = 0;  ///< what it is depends on the kind; added up over all `count`
    std::uint32_t packet = 0; ///< that showed it first; 0: none did
    std::uint32_t count = 0;
    FindingKind kind{};
    Side side{};
    State state{}; ///< of that side at the first time

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Of one connection. Most have few, and there are millions of connections: each takes no more than its own room.
using FindingList = std::pmr::forward_list<Finding>;

} // namespace finwait
