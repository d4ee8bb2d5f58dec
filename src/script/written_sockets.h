// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The sockets of a script while it is written: which descriptors are open, and the calls that an application of sockets
// makes where a trace has those of RFC 9293 section 3.9.1. An endpoint of Finwait has one connection and, before it,
// one listener: so has the script.
#pragma once

#include "core/call.h"
#include "core/endpoint.h"
#include "core/reason.h"
#include "core/state.h"
#include "core/system_setting.h"
#include "core/virtual_time.h"
#include "script/script_page.h"

#include <cstdint>
#include <optional>
#include <string>

namespace finwait {

class WrittenSockets
{
public:
    /// `page` must outlive it. `config`: of the endpoint, as it begins.
    WrittenSockets(ScriptPage& page, const EndpointConfig& config)
        : m_page(page)
        , m_usual(config.profile)
        , m_config(config)
    {}

    [[nodiscard]] bool hasListener() const { return m_listener.has_value(); }
    [[nodiscard]] bool hasConnection() const { return m_connection.has_value(); }

    /// Of the next socket; a receive buffer also of the connection.
    void set(Time at, const SystemSetting& setting, std::int64_t value);
    /// Segments come to nobody: packetdrill wants a socket whose addresses they have.
    void beThere(Time at);
    /// What an application of sockets does for this call of an endpoint in `state`; the limits of a step (near_step.h)
    /// have been looked at. `delivered`: octets that it brings.
    void make(Time at, const Call& call, State state, std::uint32_t delivered);
    void accept(Time at);
    void read(Time at, std::uint32_t wanted, std::uint32_t got);
    /// That returns because of the segment which comes next.
    void waitingRead(Time at, std::uint32_t octets);
    /// What the application is told of a connection that ended so; nothing where it ended well.
    void tellError(Time at, Signal signal, bool wasOpening);

    void close(Time at);
    /// The connection, then the listener.
    void closeAll(Time at);
    /// The application and the connection are gone, and nobody is told.
    void drop(Time at, State state);

private:
    std::int64_t newSocket(Time at);
    void listen(Time at);
    void connect(Time at);
    void send(Time at, const Send& sent, State state);
    void finish(Time at, State state, const std::optional<Close>& how);
    void shutdown(Time at);
    void closeListener(Time at);
    void closeWithReset(Time at);
    void bind(Time at, std::int64_t descriptor);
    void configure(Time at, std::int64_t descriptor);
    void call(Time at, const std::string& text) { m_page.event(at, text); }

    ScriptPage& m_page;
    StackProfile m_usual;                     // what sockets have if nobody sets anything
    EndpointConfig m_config;                  // what the next one has
    bool m_wasThere = false;                  // there was a socket at some time
    std::optional<std::int64_t> m_bound;      // one that does nothing yet
    std::optional<std::int64_t> m_listener;   // its descriptor
    std::optional<std::int64_t> m_connection; // its descriptor
    bool m_blocks = true;                     // the connection's
};

} // namespace finwait
