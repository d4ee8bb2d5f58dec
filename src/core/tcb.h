// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The transmission control block (RFC 9293 section 3.3.1): all that an endpoint knows of its connection.
#pragma once

#include "core/receive_buffer.h"
#include "core/rto_estimator.h"
#include "core/segment.h"
#include "core/state.h"
#include "core/timer.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

/// From where SYN_RECEIVED was reached: it decides where a RST leads.
enum class Origin : std::uint8_t { Active, Passive, Reopened };

/// A segment on the retransmission queue: sent, not wholly acknowledged.
struct Outstanding {
    Seq seq;
    Text text;
    bool syn = false;
    bool fin = false;
    bool retransmitted = false; ///< gives no round-trip sample (Karn)
    Time sent{};

    [[nodiscard]] std::uint32_t length() const { return text.length + (syn ? 1U : 0U) + (fin ? 1U : 0U); }
    [[nodiscard]] Seq end() const { return seq + length(); }
    friend bool operator==(const Outstanding&, const Outstanding&) = default;
};

/// RFC 9293 section 3.3.1; windows are in octets, after scaling.
struct SendVariables {
    Seq iss;                  ///< ISS
    Seq una;                  ///< SND.UNA
    Seq nxt;                  ///< SND.NXT
    std::uint32_t wnd = 0;    ///< SND.WND
    std::uint32_t maxWnd = 0; ///< MAX.SND.WND (RFC 5961 section 5)
    Seq wl1;                  ///< SND.WL1
    Seq wl2;                  ///< SND.WL2
    std::optional<Seq> up;    ///< SND.UP, while urgent data is unacknowledged
    std::uint16_t mss = 536;  ///< Eff.snd.MSS (RFC 9293 section 3.7.1)
    std::uint8_t scale = 0;   ///< shift of the windows that arrive (RFC 7323 section 2)
    friend bool operator==(const SendVariables&, const SendVariables&) = default;
};

struct ReceiveVariables {
    Seq irs;                ///< IRS
    Seq nxt;                ///< RCV.NXT
    std::uint32_t wnd = 0;  ///< RCV.WND, as last offered, relative to RCV.NXT
    std::optional<Seq> up;  ///< RCV.UP, while the application has not read all that is urgent
    std::uint8_t scale = 0; ///< shift of the windows that we send
    bool finSeen = false;   ///< the peer's FIN is in order: RCV.NXT is past it
    friend bool operator==(const ReceiveVariables&, const ReceiveVariables&) = default;
};

/// RFC 7323: whether timestamps are in use, and what PAWS needs.
struct TimestampVariables {
    bool inUse = false;
    std::uint32_t recent = 0; ///< TS.Recent
    Time recentAt{};          ///< when it was taken, by our own clock (section 5.5: it ages after 24 days)
    Seq lastAckSent;          ///< Last.ACK.sent
    friend bool operator==(const TimestampVariables&, const TimestampVariables&) = default;
};

/// What TIME_WAIT goes back to if the SYN that reopened it was an old duplicate (RFC 9293 section 3.6.1, MAY-2).
struct Former {
    SendVariables snd;
    ReceiveVariables rcv;
    TimestampVariables ts;
    friend bool operator==(const Former&, const Former&) = default;
};

struct Tcb {
    State state = State::Closed;
    Origin origin = Origin::Active;
    SendVariables snd;
    ReceiveVariables rcv;
    TimestampVariables ts;
    bool sackPermitted = false;
    bool windowScaleAgreed = false;
    std::optional<Former> former; ///< since TIME_WAIT was reopened, until our SYN is acknowledged

    Text unsent;                          ///< accepted by SEND, not sent yet
    std::vector<Outstanding> outstanding; ///< the retransmission queue, in order
    ReceiveBuffer received;
    std::uint32_t pendingReceive = 0; ///< octets of RECEIVEs that wait for data

    bool closeRequested = false; ///< CLOSE was called; the FIN may still wait for data before it
    bool finSent = false;
    bool applicationGone = false; ///< closed without further reading (RFC 9293 section 3.6.1)

    bool ackNow = false;                    ///< an acknowledgment is due at once
    bool resendNow = false;                 ///< the window has opened: what probed it goes out again at once
    std::uint32_t unacknowledgedOctets = 0; ///< of text received in order since our last ACK
    std::uint32_t largestText = 0;          ///< octets of text in one segment that arrived
    std::optional<Time> lastText;           ///< when text last arrived
    std::uint32_t quickAcks = 0;            ///< so many more ACKs of text are not delayed,
    bool isInteractive = false;             ///< unless the application has answered text at once
    RtoEstimator rto;
    std::uint32_t retries = 0;         ///< unanswered retransmissions in a row of the front of the queue
    std::uint32_t windowProbes = 0;    ///< sent in a row into a window of zero; answered or not
    std::uint32_t keepAliveProbes = 0; ///< unanswered ones in a row
    bool handshakeRetransmitted = false;
    std::uint32_t challengeAcks = 0; ///< in the current period (RFC 5961 section 7)
    Time challengePeriodStart{};
    TimerSet timers{};

    [[nodiscard]] bool finAcknowledged() const { return finSent && snd.una == snd.nxt; }
    /// The sequence number of the next octet that the application will read.
    [[nodiscard]] Seq readUpTo() const { return rcv.nxt - (received.unread() + (rcv.finSeen ? 1U : 0U)); }
    [[nodiscard]] const std::optional<RunningTimer>& timer(TimerKind kind) const { return timers[indexOf(kind)]; }
    friend bool operator==(const Tcb&, const Tcb&) = default;
};

} // namespace finwait
