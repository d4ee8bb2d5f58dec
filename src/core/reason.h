// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Why an input moved nothing, why a segment was dropped or answered, why a call was refused: each with its source.
#pragma once

#include <cstdint>
#include <string_view>

namespace finwait {

/// Why an arriving segment was not (wholly) processed, or was answered although it moved nothing.
enum class Reason : std::uint8_t {
    None,
    ChecksumFailed, ///< discarded before anything else was looked at
    // CLOSED, LISTEN, SYN_SENT
    NoConnection, ///< a segment for CLOSED: RST in answer
    RstForNoConnection,
    RstInListen,
    AckInListen,
    NeitherSynNorRst, ///< LISTEN or SYN_SENT: nothing in it that could be used
    BadAckInSynSent,  ///< RST in answer
    RstBadAckInSynSent,
    RstWithoutAckInSynSent,
    SynAckIgnored,  ///< LISTEN: some stacks are silent
    SynFinDropped,  ///< a stack that takes no SYN with a FIN
    SynTextIgnored, ///< a stack that takes only the SYN itself
    // synchronized states
    OutsideWindow, ///< sequence number not acceptable: an ACK in answer
    ZeroWindow,    ///< text for a window of zero: an ACK in answer
    RstOutsideWindow,
    RstNotAtLeftEdge, ///< RFC 5961 section 3: a challenge ACK in answer
    RstInTimeWait,    ///< RFC 1337: ignored
    SynRepeated,      ///< SYN_RECEIVED: the peer repeats its SYN; the SYN,ACK goes out again
    SynChallenged,    ///< RFC 5961 section 4: a challenge ACK in answer
    Paws,             ///< RFC 7323 section 5: an ACK in answer
    TimestampMissing, ///< RFC 7323 section 3.2
    AckMissing,
    AckBad,             ///< SYN_RECEIVED: RST in answer
    AckOfUnsent,        ///< an ACK in answer
    AckTooOld,          ///< RFC 5961 section 5: an ACK in answer
    FinNotAcknowledged, ///< CLOSING or LAST_ACK: only the ACK of our FIN is waited for
    TextAfterFin,       ///< text or URG after the peer's FIN: ignored
    Duplicate,          ///< everything in it was already here
    OutOfOrder,         ///< kept until what is before it arrives (SHLD-31)
    FinRepeated,        ///< TIME_WAIT: the peer repeats its FIN; acknowledged again, 2 MSL restarted
    ChallengeThrottled, ///< RFC 5961 section 7: no more challenge ACKs for now
};

/// The section the reason rests on: "RFC 9293 3.10.7.4".
[[nodiscard]] std::string_view reference(Reason reason);
/// Stable identifier for --json, as the enumerator is spelled.
[[nodiscard]] std::string_view identifier(Reason reason);

/// Why a call or a command was refused.
enum class Refusal : std::uint8_t {
    None,
    ConnectionDoesNotExist,
    ConnectionAlreadyExists,
    ConnectionClosing,
    InsufficientResources,
    RemoteSocketUnspecified,
    NothingToSend,
    // of the simulator, not of the RFC
    TimerNotRunning,
    SegmentNotInFlight,
    SegmentWaitsAlready,
    HostIsDown, ///< crashed: no application runs there
    HostIsUp,   ///< nothing to restart
    HostIsSilent,
    HostSpeaks,    ///< it was not silent
    HostIsForeign, ///< nothing of ours runs there
};

/// The error as RFC 9293 section 3.10 words it ("error: connection closing"); empty for what is not the RFC's.
[[nodiscard]] std::string_view rfcText(Refusal refusal);
[[nodiscard]] std::string_view identifier(Refusal refusal);

/// What the endpoint tells its application without being asked, or as the end of a call.
enum class Signal : std::uint8_t {
    Connected,           ///< ESTABLISHED is reached
    DataDelivered,       ///< octets handed over in order
    UrgentData,          ///< RFC 9293 section 3.8.5
    DataAcknowledged,    ///< SEND returned "ok": octets acknowledged by the peer
    DeliveryProblem,     ///< R1 reached: retransmissions stay unanswered (RFC 9293 section 3.8.3, SHLD-9)
    PeerClosing,         ///< "connection closing": the peer's FIN has arrived
    CloseAcknowledged,   ///< CLOSE returned "ok": our FIN is acknowledged
    ConnectionClosed,    ///< the connection came to its regular end
    QueuedCallsClosed,   ///< "error: closing": SENDs and RECEIVEs that were queued when the application closed
    ConnectionReset,     ///< "error: connection reset"
    ConnectionRefused,   ///< "error: connection refused"
    UserTimedOut,        ///< "error: connection aborted due to user timeout"
    RetransmissionLimit, ///< R2 reached, RFC 9293 section 3.8.3
    KeepAliveFailed,     ///< RFC 9293 section 3.8.4
    FinWait2TimedOut,    ///< the stack gave up an orphaned FIN_WAIT_2; the application was gone before
};

[[nodiscard]] std::string_view identifier(Signal signal);
/// The application has lost the connection, or data with it.
[[nodiscard]] bool isError(Signal signal);

} // namespace finwait
