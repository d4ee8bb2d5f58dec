// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The sockets that a script's calls work on, over one endpoint: descriptors, what blocks, and what the calls of an
// endpoint (RFC 9293 section 3.9.1) come to in the errors of the sockets.
#pragma once

#include "core/command.h"
#include "core/endpoint.h"
#include "core/message.h"
#include "core/system_setting.h"
#include "core/trace.h"
#include "script/near_end.h"
#include "script/script.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finwait {

/// What a call returns.
struct SocketResult {
    std::int64_t value = 0;
    std::string_view error = {};    ///< "EAGAIN", where the value is -1
    ScriptValue::List written = {}; ///< to the arguments, where it writes there: at their places, others Any
};

/// Thrown for a call or an option of one that is not played; caught by the runner, which skips the script.
struct NotPlayed {
    Message what;
};

class ScriptSockets
{
public:
    /// All happens at `end`, which must outlive this.
    ScriptSockets(NearEnd& end, const StackProfile& profile);

    /// A sysctl: from now on; of a connection that is there already, its rules change, and not what it has agreed on.
    void set(const SystemSetting& setting, std::int64_t value);

    /// nullopt: it blocks now. May be asked again later; what it does, it does once.
    [[nodiscard]] std::optional<SocketResult> call(const ScriptCall& call);
    /// Where a segment from outside goes.
    void arrive(const Injection& injection);
    /// The next timer runs out; there must be one.
    void expire();
    /// tcpdrop: the TCB is gone, and nobody is told.
    void drop();

    /// Of the socket that the script is about: the connection's, or else the listener's.
    [[nodiscard]] State state() const;
    /// How many sockets are in that state.
    [[nodiscard]] int count(State state) const;

private:
    struct Socket {
        bool isListener = false;
        bool isConnection = false;       ///< the endpoint is its own
        bool waitsForConnection = false; ///< in a connect() that blocks
        bool waitsForText = false;       ///< in a read() that blocks: a RECEIVE waits (RFC 9293 section 3.10.3)
        bool blocks = true;
        bool resetsOnClose = false; ///< SO_LINGER of no time
        bool keepAlive = false;
        std::optional<std::uint32_t> receiveBuffer = {};
        std::optional<std::uint32_t> sendBuffer = {};
        std::optional<bool> nagle = {};
    };
    using Result = std::optional<SocketResult>;
    using Method = Result (ScriptSockets::*)(const ScriptCall& call);
    struct Entry {
        std::string_view name;
        Method method;
    };
    static const std::vector<Entry>& methods();

    Result socket(const ScriptCall& call);
    Result bind(const ScriptCall& call);
    Result listen(const ScriptCall& call);
    Result accept(const ScriptCall& call);
    Result connect(const ScriptCall& call);
    Result receive(const ScriptCall& call);
    Result send(const ScriptCall& call);
    Result shutdown(const ScriptCall& call);
    Result close(const ScriptCall& call);
    Result fcntl(const ScriptCall& call);
    Result getOption(const ScriptCall& call);
    Result setOption(const ScriptCall& call);

    [[nodiscard]] Socket& socketOf(const ScriptCall& call);
    [[nodiscard]] std::int64_t freeDescriptor() const;
    void waitForText(const ScriptCall& call, std::uint32_t wanted);
    void configure(const Socket& socket);
    void configure(std::string_view setting, std::int64_t wanted, std::int64_t has);
    void make(const Call& call);
    void apply(const Command& command);
    void listenTo(RecordIndex from);
    void hear(Signal signal, State before);
    [[nodiscard]] const Endpoint& endpoint() const { return m_end.endpoint(); }
    [[nodiscard]] Result blocked(const Socket& socket) const;
    [[nodiscard]] Result failed();

    NearEnd& m_end;
    EndpointConfig m_system; // what a new socket has
    std::map<std::int64_t, Socket> m_sockets;
    /// Octets of the text that is unread, which the endpoint did not give (error: connection closing, RFC 9293 section
    /// 3.10.3) and the socket does.
    std::uint32_t m_handedOver = 0;
    std::uint32_t m_delivered = 0; ///< octets, to the RECEIVE that waits
    std::string_view m_error;      // that SO_ERROR, or the next call, will tell
};

} // namespace finwait
