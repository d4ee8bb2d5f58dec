// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What differs between TCP implementations is data: one StackProfile each. Sources stand beside the values in
// stack_profile.cpp.
#pragma once

#include "core/virtual_time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace finwait {

/// What a listener does in SYN_RECEIVED when the SYN that brought it there comes once more.
enum class RepeatedSyn : std::uint8_t {
    Acknowledged,     ///< <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> as for any segment before the window (RFC 9293 3.10.7.4)
    Answered,         ///< the SYN,ACK goes out again at once, and its timer begins anew
    AnsweredFromStart ///< the same, and its retransmissions are counted from the beginning
};

/// What of the text is acknowledged at once, without waiting for more (RFC 9293 section 3.8.6.3, SHLD-19).
enum class PromptAck : std::uint8_t {
    TwoFullSized,        ///< two full-sized segments, or as many octets
    MoreThanOneFullSize, ///< anything beyond one segment of the largest size seen
    SecondSegment        ///< every second segment, whatever its size
};

/// When a receiver that has room again says so of itself, and how much it offers in what it sends anyway.
enum class WindowUpdate : std::uint8_t {
    OneSegment,  ///< the right edge moves by a segment or half the buffer, or not at all (RFC 9293 section 3.8.6.2.2)
    Doubled,     ///< said when there is twice as much; each segment offers all that is free, if it is worth while
    TwoSegments, ///< said when there are two segments and a quarter of the buffer more, or half of it; else the same
};

/// Text and FIN that come with a SYN.
enum class SynText : std::uint8_t {
    Kept,              ///< "queued for processing later" (RFC 9293 section 3.10.7.2, third)
    DroppedByListener, ///< a SYN to a listener counts for itself alone; not what answers our own SYN
    Dropped            ///< that as well
};

struct StackProfile {
    std::string_view name; ///< "rfc9293", "linux", "freebsd"

    // timers
    Duration msl{};                               ///< TIME_WAIT lasts twice this (RFC 9293 section 3.6.1)
    Duration initialRto{};                        ///< before the first measurement (RFC 6298 rule 2.1)
    Duration minRto{};                            ///< rule 2.4
    bool minRtoIsVariation = false;               ///< it is the least that K*RTTVAR adds to SRTT, not that of the sum
    Duration rtoSlop{};                           ///< added to every RTO but the one before there is any measurement
    Duration maxRto{};                            ///< rule 2.5
    Duration clockGranularity{};                  ///< G of RFC 6298
    std::uint32_t synRetries = 0;                 ///< retransmissions of a SYN before giving up (R2 for SYN)
    std::uint32_t synLinearTimeouts = 0;          ///< so many more before them, in SYN_SENT, without back-off
    std::uint32_t synAckRetries = 0;              ///< the same for a SYN,ACK
    std::uint32_t dataRetries = 0;                ///< the same for data and FIN (R2, RFC 9293 section 3.8.3)
    std::optional<std::uint32_t> orphanRetries;   ///< instead of dataRetries once the application is gone; none: those
    std::optional<Duration> establishmentTimeout; ///< for an active open, however often the SYN is sent; none: only R2
    Duration delayedAck{};       ///< zero: every segment is acknowledged at once (RFC 9293 section 3.8.6.3)
    std::uint32_t quickAcks = 0; ///< so many segments with text, after a silence, are acknowledged at once
    PromptAck promptAck = PromptAck::TwoFullSized;
    Duration minPersist{};               ///< the least from one probe of a closed window to the next
    Duration overrideTimeout{};          ///< sender's silly-window override (RFC 9293 section 3.8.6.2.1), 0.1 to 1 s
    std::optional<Duration> userTimeout; ///< none: only R2 ends a connection
    std::optional<Duration> finWait2Timeout; ///< for an application that is gone; none: FIN_WAIT_2 lasts for ever
    Duration keepAliveIdle{};                ///< RFC 9293 section 3.8.4
    Duration keepAliveInterval{};
    std::uint32_t keepAliveProbes = 0; ///< unanswered probes before giving up

    // buffers and options
    std::uint32_t receiveBuffer = 0;         ///< octets
    std::uint32_t sendBuffer = 0;            ///< octets
    std::uint16_t mss = 0;                   ///< offered, octets
    std::optional<std::uint8_t> windowScale; ///< offered shift (RFC 7323 section 2)
    WindowUpdate windowUpdate = WindowUpdate::OneSegment;
    bool roundWindowUp = false; ///< to a unit of the window scale; otherwise down (RFC 7323 section 2.3)
    bool sackPermitted = false;
    bool timestamps = false; ///< offered (RFC 7323 section 3)
    bool nagle = true;       ///< RFC 9293 section 3.7.4

    // rules
    bool challengeRst = true; ///< RFC 5961 section 3: a RST in the window but not at its left edge is asked about
    bool challengeSyn = true; ///< section 4: a SYN is asked about; otherwise one in the window resets the connection
    bool challengeAck = true; ///< section 5: an ACK of what was acknowledged long ago is asked about
    /// So many challenge ACKs, and other ACKs that nothing new has drawn, in each challengeAckPeriod; 0: no limit
    /// (RFC 5961 section 7).
    std::uint32_t challengeAckLimit = 0;
    Duration challengeAckPeriod{};
    bool dropSynFin = false;          ///< a SYN with a FIN is dropped before anything else, but for TIME_WAIT
    bool listenerDropsSynFin = false; ///< only a listener does so
    SynText synText = SynText::Kept;
    bool emptyWindowProbes = false; ///< <SEQ=SND.UNA-1> without text; RFC 9293 section 3.8.6.1 has an octet that is new
    bool finWithEveryAck = false;   ///< until our FIN is acknowledged it goes out again with each ordinary ACK
    bool trimDuplicates = false;    ///< the ACK of a segment wholly before the window is processed all the same
    bool ackWithReset = false;      ///< the RST of an abort carries an ACK; RFC 9293 section 3.10.5 has it without
    bool resetOnKeepAliveFailure = false; ///< the peer that does not answer is sent a RST, should it live after all
    bool resetOnGivingUp = false;         ///< the same where R2 is reached, once its SYN has come
    /// After the peer's FIN, a RST with that FIN's number is taken for one at the left edge: its sender has closed and
    /// is gone. RFC 5961 section 3.2 drops it, for it lies before the window.
    bool acceptRstAtFin = false;
    bool ignoreRstInTimeWait = false;   ///< RFC 1337 section 3, fix F1
    bool reopenFromTimeWait = false;    ///< RFC 9293 section 3.6.1, MAY-2, and RFC 6191
    bool resetOnUnreadClose = false;    ///< RFC 9293 section 3.6.1, SHLD-3, first half
    bool resetOnDataAfterClose = false; ///< SHLD-3, second half
    bool listenerSurvives = false;      ///< a passive open that times out in SYN_RECEIVED goes back to LISTEN
    RepeatedSyn repeatedSyn = RepeatedSyn::Acknowledged;
    bool resetForSynAckInListen = true; ///< RFC 9293 section 3.10.7.2, second; some stacks are silent

    friend bool operator==(const StackProfile&, const StackProfile&) = default;
};

/// All profiles; the first is the default, RFC 9293 as written.
[[nodiscard]] std::span<const StackProfile> stackProfiles();
/// nullptr for an unknown name.
[[nodiscard]] const StackProfile* findProfile(std::string_view name);

} // namespace finwait
