// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One end of a connection: a pure function from (TCB, input, time) to a new TCB and a list of effects. No clock, no
// input or output, no randomness; a value that can be copied, compared and hashed.
#pragma once

#include "core/call.h"
#include "core/clockwork.h"
#include "core/reason.h"
#include "core/segment.h"
#include "core/stack_profile.h"
#include "core/tcb.h"
#include "core/timer.h"
#include "core/transition_table.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace finwait {

struct EndpointConfig {
    StackProfile profile = stackProfiles().front();
    /// The application has a RECEIVE waiting at all times. Otherwise data waits for Receive calls and the window
    /// closes.
    bool reading = true;
    /// Octets, 1 to largestWindow; none: as the profile has it.
    std::optional<std::uint32_t> receiveBuffer = {};
    /// Keep-alives default to off (RFC 9293 section 3.8.4, MUST-25).
    bool keepAlive = false;
    /// A passive OPEN may become active by SEND only if the remote socket is known (RFC 9293 section 3.10.2).
    bool remoteKnown = true;
    /// The secret of RFC 6528 from which initial sequence numbers are made.
    std::uint64_t secret = 0;
    /// Stream id of the first incarnation's text; the next ones count on by two, so that two ends differ.
    std::uint32_t firstStream = 0;
    /// Instead of RFC 6528's choice: this ISS for every incarnation.
    std::optional<Seq> fixedIss;

    friend bool operator==(const EndpointConfig&, const EndpointConfig&) = default;
};

struct SegmentArrives {
    Segment segment;
};

struct TimerExpires {
    TimerKind kind;
};

/// Timing faults: a running timer is stopped, or runs out at another time.
struct TimerIsStopped {
    TimerKind kind;
};
struct TimerIsMoved {
    TimerKind kind;
    Time deadline{};
};

/// All that the endpoint knew is lost, and nobody is told (RFC 9293 section 3.5.1).
struct HostCrashes {};

using Input = std::variant<Call, SegmentArrives, TimerExpires, TimerIsStopped, TimerIsMoved, HostCrashes>;

/// In which role a segment is sent.
enum class SegmentRole : std::uint8_t {
    Regular,
    Retransmission,
    WindowProbe,
    KeepAlive,
    ChallengeAck,
    Reset,
    Injected, ///< not sent by the endpoint at all: forged, or strayed from elsewhere
};

/// What one input did, in the order in which it happened.
namespace effect {
struct Moved {
    RowIndex row;
};
struct TimerStarted {
    TimerKind kind;
    Time deadline;
    friend bool operator==(const TimerStarted&, const TimerStarted&) = default;
};
struct TimerRestarted {
    TimerKind kind;
    Time deadline;
    friend bool operator==(const TimerRestarted&, const TimerRestarted&) = default;
};
struct TimerStopped {
    TimerKind kind;
    friend bool operator==(const TimerStopped&, const TimerStopped&) = default;
};
struct Sent {
    Segment segment;
    SegmentRole role;
};
struct Signalled {
    Signal signal;
    std::uint64_t octets; ///< for data signals
    friend bool operator==(const Signalled&, const Signalled&) = default;
};
struct NotProcessed {
    Reason reason;
};
struct Refused {
    Refusal refusal;
};
} // namespace effect

using Effect = std::variant<effect::Moved, effect::TimerStarted, effect::TimerRestarted, effect::TimerStopped,
                            effect::Sent, effect::Signalled, effect::NotProcessed, effect::Refused>;
using Effects = std::vector<Effect>;

class Endpoint
{
public:
    Endpoint() = default;
    explicit Endpoint(const EndpointConfig& config);
    /// In the middle of its first connection; the timers that `tcb` has run on.
    Endpoint(const EndpointConfig& config, Tcb tcb);

    /// Processes one input and sends what is to be sent: process(), then transmit().
    Effects step(const Input& input, Time now);

    /// Processes an input without sending acknowledgments and data yet. Inputs of the same instant are processed one
    /// after the other and answered by one transmit() (RFC 9293 section 3.10.7.4, MUST-58, MUST-59): that is how a FIN
    /// comes to ride on an ACK. A timer must be running and due; resets are sent at once.
    void process(const Input& input, Time now, Effects& effects);
    void transmit(Time now, Effects& effects);

    /// From now on; what has been agreed on with the peer stays. A receive buffer that the configuration states anew
    /// makes the window what it has room for, whatever was offered before.
    void configure(const EndpointConfig& config);
    /// From now on; timers that run already keep their deadlines.
    void setClockwork(const Clockwork& clockwork, Time now);

    [[nodiscard]] State state() const { return m_tcb.state; }
    [[nodiscard]] const Tcb& tcb() const { return m_tcb; }
    [[nodiscard]] const EndpointConfig& config() const { return m_config; }
    /// The configured profile as the clockwork has changed it.
    [[nodiscard]] const StackProfile& profile() const { return m_profile; }
    /// Octets of text in order that may wait for the application.
    [[nodiscard]] std::uint32_t receiveBuffer() const
    {
        return m_config.receiveBuffer.value_or(m_profile.receiveBuffer);
    }
    [[nodiscard]] const LocalClock& clock() const { return m_clock; }
    /// When the next timer expires.
    [[nodiscard]] std::optional<Time> nextDeadline() const;
    /// Octets that SEND accepted in this incarnation; none once CLOSED has deleted the TCB.
    [[nodiscard]] std::uint64_t octetsAccepted() const { return m_tcb.unsent.end(); }
    /// Octets that the send buffer has room for; a SEND of more is refused.
    [[nodiscard]] std::uint32_t sendRoom() const;
    [[nodiscard]] std::uint32_t incarnation() const { return m_incarnation; }
    [[nodiscard]] std::size_t hash() const;

    friend bool operator==(const Endpoint&, const Endpoint&) = default;

private:
    friend class Step; // the engine's working view of one step, in step*.cpp

    EndpointConfig m_config;
    StackProfile m_profile = m_config.profile;
    Tcb m_tcb;
    LocalClock m_clock;
    std::uint32_t m_incarnation = 0; // connections begun by this endpoint
};

} // namespace finwait
