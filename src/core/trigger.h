// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A trigger is what moves a connection from one state to another, after every condition of RFC 9293 section 3.10 has
// been resolved: (state, trigger) names at most one row of the transition table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finwait {

enum class Trigger : std::uint8_t {
    // application calls
    OpenActive,
    OpenPassive,
    Send,
    Close,
    CloseWithUnreadData, ///< the application is gone and received data was never read (RFC 9293 section 3.6.1)
    Abort,
    // segments that arrive
    RcvSyn,
    RcvNewSyn, ///< in TIME_WAIT: the SYN of a new incarnation (RFC 9293 section 3.6.1, MAY-2; RFC 6191)
    RcvSynAck, ///< SYN, and an ACK of our SYN
    RcvAckOfSyn,
    RcvFin,
    RcvFinAckOfFin, ///< a FIN that also acknowledges our FIN
    RcvAckOfFin,
    RcvRst,
    RcvRstPassive,     ///< RST in SYN_RECEIVED that was reached from LISTEN
    RcvRstReopened,    ///< RST before the handshake that reopened TIME_WAIT is over: the SYN was an old duplicate
    RcvSynPassive,     ///< SYN in SYN_RECEIVED that was reached from LISTEN
    RcvSynInWindow,    ///< an endpoint without RFC 5961 takes a SYN in the window for an error
    RcvDataAfterClose, ///< new data for an application that is gone (RFC 9293 section 3.6.1)
    // timers
    RetriesExhausted,
    RetriesExhaustedPassive,  ///< the SYN,ACK was never acknowledged, and the listener stays
    RetriesExhaustedReopened, ///< the SYN,ACK that reopened TIME_WAIT was never acknowledged
    EstablishmentTimeout,     ///< the connection was not established in the time that the stack gives it
    UserTimeout,
    KeepAliveExhausted,
    FinWait2Timeout,
    Timeout2Msl,
    // the computer
    HostCrash, ///< all is forgotten (RFC 9293 section 3.5.1)
};

inline constexpr std::size_t triggerCount = static_cast<std::size_t>(Trigger::HostCrash) + 1;

/// Stable identifier for --json and SCXML, as the enumerator is spelled: "RcvAckOfFin".
[[nodiscard]] std::string_view identifier(Trigger trigger);

/// Who brings a trigger about.
enum class TriggerClass : std::uint8_t { Application, Peer, Timer, Host };
[[nodiscard]] TriggerClass classOf(Trigger trigger);

} // namespace finwait
