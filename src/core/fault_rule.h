// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a network does to segments besides taking its time: rules that say which segments are met, and what happens to
// them. IP promises none of it away: segments may be lost, duplicated, delayed, reordered and damaged (RFC 9293
// section 2).
#pragma once

#include "core/segment.h"
#include "core/side.h"
#include "core/state_entered.h"
#include "core/virtual_time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace finwait {

/// Kinds of segments as people speak of them. They overlap: a FIN with text is both Fin and Data.
enum class SegmentKind : std::uint8_t {
    Any,
    Syn,     ///< SYN without ACK
    SynAck,  ///< SYN with ACK
    Fin,     ///< whatever else it carries
    PureAck, ///< ACK, and nothing that takes a sequence number, and no RST
    Data,    ///< with text
    Rst,
};

inline constexpr std::size_t segmentKindCount = 7;
inline constexpr std::array<SegmentKind, segmentKindCount> allSegmentKinds = {
    SegmentKind::Any,     SegmentKind::Syn,  SegmentKind::SynAck, SegmentKind::Fin,
    SegmentKind::PureAck, SegmentKind::Data, SegmentKind::Rst};

/// Stable identifier for files: "any", "syn", "syn-ack", "fin", "ack", "data", "rst".
[[nodiscard]] std::string_view identifier(SegmentKind kind);
[[nodiscard]] bool isOfKind(const Segment& segment, SegmentKind kind);

/// Which segments a rule meets. All conditions have to hold.
struct SegmentMatch {
    std::optional<Side> from = {}; ///< none: both directions
    SegmentKind kind = SegmentKind::Any;
    Flags with = {};    ///< these flags are set
    Flags without = {}; ///< these are not
    /// Segments that are sent earlier are not met, nor counted.
    Time notBefore{};
    /// Nor are those that are sent before this has happened for the first time; none: from the start on.
    std::optional<StateEntered> since = {};

    // Of the segments for which all that holds, counted from 1:
    std::uint32_t first = 1; ///< the first that is met; at least 1
    std::uint32_t every = 1; ///< from it on, each so-manieth; at least 1
    /// No more than so many are met; none: no limit.
    std::optional<std::uint32_t> times = {};
    /// The chance of each of them, in thousandths. It depends on the seed, the rule's place and the count, on nothing
    /// else.
    std::uint32_t permille = 1000;

    friend bool operator==(const SegmentMatch&, const SegmentMatch&) = default;
};

namespace fault {
/// It never arrives.
struct Drop {
    friend bool operator==(const Drop&, const Drop&) = default;
};
/// It takes longer than others.
struct Delay {
    Duration by = 200ms;
    friend bool operator==(const Delay&, const Delay&) = default;
};
/// It arrives more than once.
struct Duplicate {
    std::uint32_t copies = 1; ///< besides the segment itself; 1 to mostCopies
    Duration gap = 20ms;      ///< from one arrival to the next
    friend bool operator==(const Duplicate&, const Duplicate&) = default;
};
/// It is held back until so many later segments of its direction have overtaken it.
struct Reorder {
    std::uint32_t behind = 1;
    Duration patience = 1s; ///< it is not held longer than this; the others may never come
    friend bool operator==(const Reorder&, const Reorder&) = default;
};
/// It arrives damaged: its checksum is wrong, and TCP discards it without a word (RFC 9293 section 3.1, MUST-3).
struct Corrupt {
    friend bool operator==(const Corrupt&, const Corrupt&) = default;
};
} // namespace fault

inline constexpr std::uint32_t mostCopies = 20;

using FaultAction = std::variant<fault::Drop, fault::Delay, fault::Duplicate, fault::Reorder, fault::Corrupt>;

/// FaultAction without its numbers, in the same order.
enum class FaultKind : std::uint8_t { Drop, Delay, Duplicate, Reorder, Corrupt };
inline constexpr std::size_t faultKindCount = 5;
static_assert(std::variant_size_v<FaultAction> == faultKindCount);

[[nodiscard]] inline FaultKind kindOf(const FaultAction& action)
{
    return static_cast<FaultKind>(action.index());
}
/// Stable identifier for files and --json: "drop", "delay", "duplicate", "reorder", "corrupt".
[[nodiscard]] std::string_view identifier(FaultKind kind);

struct FaultRule {
    bool enabled = true;
    SegmentMatch match;
    FaultAction action;
    friend bool operator==(const FaultRule&, const FaultRule&) = default;
};

/// How far a rule has come.
struct RuleProgress {
    bool armed = false;     ///< what `since` waits for has happened
    std::uint32_t seen = 0; ///< segments that fit
    std::uint32_t met = 0;  ///< of these, segments to which something happened
    friend bool operator==(const RuleProgress&, const RuleProgress&) = default;
};

/// A rule that stands at `place` looks at a segment sent by `from` at `sent`, and counts it. True: it meets it.
[[nodiscard]] bool meets(const FaultRule& rule, RuleProgress& progress, std::size_t place, std::uint64_t seed,
                         Side from, const Segment& segment, Time sent);

} // namespace finwait
