// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 9293 section 3.10.7, SEGMENT ARRIVES, resolved before anything is changed: what an arriving segment means to a
// connection, as triggers of the transition table and as an answer.
#pragma once

#include "core/reason.h"
#include "core/segment.h"
#include "core/stack_profile.h"
#include "core/tcb.h"
#include "core/trigger.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <optional>

namespace finwait {

/// What is sent because of the segment alone, apart from what a transition sends.
enum class Answer : std::uint8_t {
    None,
    Ack,          ///< <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>
    ChallengeAck, ///< the same, under the limit of RFC 5961 section 7
    LimitedAck,   ///< the same, under the same limit, but no challenge
    SynAck,       ///< <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK> once more
    Reset,        ///< a RST that the sender of the segment will find acceptable
    OwnReset,     ///< <SEQ=SND.NXT><ACK=RCV.NXT><CTL=RST,ACK>: one that the peer of this connection finds acceptable
};

/// The meaning of a segment. Either it ends the matter at once (`whole`, or nothing at all), or its fields are to be
/// processed in the RFC's order: ACK, URG, text, FIN.
struct Verdict {
    Reason reason = Reason::None; ///< why something in it is not used, or why it is answered
    Answer answer = Answer::None;
    std::optional<Trigger> whole; ///< by RST or SYN: taken, and nothing more of the segment is processed
    bool process = false;         ///< ACK, URG, text and FIN are to be processed
    bool takeText = false;        ///< text (and FIN) may enter the receive buffer
    std::optional<Trigger> onAck; ///< taken by the ACK, before the text
    std::optional<Trigger> onFin; ///< taken once the text before the FIN is in order

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// `now` is the time on the endpoint's own clock.
[[nodiscard]] Verdict classify(const Tcb& tcb, const StackProfile& profile, const Segment& segment, Time now);

/// Table 6 of RFC 9293 section 3.10.7.4.
[[nodiscard]] bool isAcceptable(const ReceiveVariables& rcv, const Segment& segment);

/// The millisecond clock of RFC 7323 section 5.4.
[[nodiscard]] std::uint32_t timestampClock(Time now);

} // namespace finwait
