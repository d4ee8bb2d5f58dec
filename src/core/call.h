// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What an application asks of its endpoint (RFC 9293 section 3.9.1): OPEN, SEND, RECEIVE, CLOSE, ABORT, STATUS.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

namespace finwait {

/// OPEN, active: connect to the remote socket that the endpoint is configured with.
struct OpenActive {
    friend bool operator==(const OpenActive&, const OpenActive&) = default;
};

/// OPEN, passive: listen.
struct OpenPassive {
    friend bool operator==(const OpenPassive&, const OpenPassive&) = default;
};

struct Send {
    std::uint32_t octets = 0;
    bool urgent = false; ///< RFC 9293 section 3.8.5
    friend bool operator==(const Send&, const Send&) = default;
};

/// RECEIVE: the application is ready for up to `octets` octets. Only needed where the endpoint's application does not
/// read by itself (EndpointConfig::reading).
struct Receive {
    std::uint32_t octets = 0;
    friend bool operator==(const Receive&, const Receive&) = default;
};

/// CLOSE: "I have no more data to send." With `stillReading` it is the RFC's CLOSE, and shutdown(SHUT_WR) of the
/// sockets; without, the application is gone altogether, as after close(): RFC 9293 section 3.6.1, MAY-1.
struct Close {
    bool stillReading = true;
    friend bool operator==(const Close&, const Close&) = default;
};

struct Abort {
    friend bool operator==(const Abort&, const Abort&) = default;
};

struct Status {
    friend bool operator==(const Status&, const Status&) = default;
};

using Call = std::variant<OpenActive, OpenPassive, Send, Receive, Close, Abort, Status>;

/// Stable identifier for files and --json: "open-active", "open-passive", "send", "receive", "close", "abort",
/// "status".
[[nodiscard]] std::string_view identifier(const Call& call);

} // namespace finwait
