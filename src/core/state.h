// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The eleven states of a TCP connection (RFC 9293 section 3.3.2) and the spellings under which people meet them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace finwait {

enum class State : std::uint8_t {
    Closed,
    Listen,
    SynSent,
    SynReceived,
    Established,
    FinWait1,
    FinWait2,
    Closing,
    TimeWait,
    CloseWait,
    LastAck,
};

inline constexpr std::size_t stateCount = 11;

inline constexpr std::array<State, stateCount> allStates = {
    State::Closed,   State::Listen,  State::SynSent,  State::SynReceived, State::Established, State::FinWait1,
    State::FinWait2, State::Closing, State::TimeWait, State::CloseWait,   State::LastAck,
};

/// Finwait's own spelling, on the screen and in files: "SYN_SENT", "FIN_WAIT_1".
[[nodiscard]] std::string_view identifier(State state);
/// The spelling of RFC 9293: "SYN-SENT", "FIN-WAIT-1".
[[nodiscard]] std::string_view rfcSpelling(State state);
/// The spelling of the `ss` tool: "SYN-SENT", "ESTAB", "SYN-RECV", "UNCONN" for CLOSED.
[[nodiscard]] std::string_view ssSpelling(State state);
/// Any of the three spellings, case ignored; nullopt for anything else.
[[nodiscard]] std::optional<State> stateFromText(std::string_view text);

/// The application may hand over new data that goes out now (RFC 9293 section 3.10.2).
[[nodiscard]] bool maySend(State state);
/// The application may call SEND, but the data waits for ESTABLISHED.
[[nodiscard]] bool queuesSend(State state);
/// New data from the peer may still arrive and be accepted.
[[nodiscard]] bool mayReceive(State state);
/// SYN_RECEIVED and after it: both sequence numbers are known.
[[nodiscard]] bool isSynchronized(State state);

} // namespace finwait
