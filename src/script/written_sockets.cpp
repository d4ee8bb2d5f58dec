// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/written_sockets.h"

#include <cassert>
#include <string_view>
#include <utility>
#include <variant>

namespace finwait {

namespace {

constexpr std::int64_t firstDescriptor = 3; // 0 to 2 are standard input, output and error

std::string on(std::int64_t descriptor, std::string_view name, std::string_view rest)
{
    return std::string(name) + "(" + std::to_string(descriptor) + std::string(rest);
}

std::string numbers(std::uint32_t wanted, std::uint32_t got)
{
    return ", ..., " + std::to_string(wanted) + ") = " + std::to_string(got);
}

/// With which a script states the buffer that its socket has.
std::string bufferIs(std::uint32_t octets)
{
    return ", SOL_SOCKET, SO_RCVBUF, [" + std::to_string(octets) + "], [4]) = 0";
}

/// What SO_ERROR tells; empty: nothing, or what systems do not agree on.
std::string_view errorOf(Signal signal, bool wasOpening)
{
    switch (signal) {
    case Signal::ConnectionRefused: return "ECONNREFUSED";
    case Signal::ConnectionReset: return wasOpening ? "ECONNREFUSED" : "ECONNRESET";
    case Signal::UserTimedOut:
    case Signal::RetransmissionLimit:
    case Signal::KeepAliveFailed: return "ETIMEDOUT";
    case Signal::Connected:
    case Signal::DataDelivered:
    case Signal::UrgentData:
    case Signal::DataAcknowledged:
    case Signal::DeliveryProblem:
    case Signal::PeerClosing:
    case Signal::CloseAcknowledged:
    case Signal::ConnectionClosed:
    case Signal::QueuedCallsClosed:
    case Signal::FinWait2TimedOut: break;
    }
    return {};
}

} // namespace

void WrittenSockets::set(Time at, const SystemSetting& setting, std::int64_t value)
{
    setting.set(m_config, value);
    if (m_connection && m_config.receiveBuffer)
        call(at, on(*m_connection, "getsockopt", bufferIs(*m_config.receiveBuffer)));
}

std::int64_t WrittenSockets::newSocket(Time at)
{
    if (m_bound)
        return *std::exchange(m_bound, std::nullopt);
    m_wasThere = true;
    assert(!m_listener && !m_connection); // closed, whatever was there
    call(at, "socket(..., SOCK_STREAM, IPPROTO_TCP) = " + std::to_string(firstDescriptor));
    return firstDescriptor;
}

/// As the endpoint is: what a socket has is settled before its connection begins.
void WrittenSockets::configure(Time at, std::int64_t descriptor)
{
    const auto set = [&](std::string_view level, std::string_view option, std::uint32_t value) {
        call(at,
             on(descriptor, "setsockopt",
                ", " + std::string(level) + ", " + std::string(option) + ", [" + std::to_string(value) + "], 4) = 0"));
    };
    if (m_config.keepAlive)
        set("SOL_SOCKET", "SO_KEEPALIVE", 1);
    if (m_config.receiveBuffer)
        set("SOL_SOCKET", "SO_RCVBUF", *m_config.receiveBuffer);
    if (m_config.profile.sendBuffer != m_usual.sendBuffer)
        set("SOL_SOCKET", "SO_SNDBUF", m_config.profile.sendBuffer);
    if (m_config.profile.nagle != m_usual.nagle)
        set("IPPROTO_TCP", "TCP_NODELAY", m_config.profile.nagle ? 0 : 1);
}

void WrittenSockets::beThere(Time at)
{
    if (m_wasThere)
        return;
    m_bound = newSocket(at);
    bind(at, *m_bound);
}

/// To the address that a connection before may have had, and may still have in TIME_WAIT.
void WrittenSockets::bind(Time at, std::int64_t descriptor)
{
    call(at, on(descriptor, "setsockopt", ", SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0"));
    call(at, on(descriptor, "bind", ", ..., ...) = 0"));
}

void WrittenSockets::listen(Time at)
{
    const bool isBound = m_bound.has_value();
    m_listener = newSocket(at);
    configure(at, *m_listener);
    if (!isBound)
        bind(at, *m_listener);
    call(at, on(*m_listener, "listen", ", 1) = 0"));
}

void WrittenSockets::connect(Time at)
{
    m_connection = newSocket(at);
    configure(at, *m_connection);
    m_blocks = false;
    call(at, on(*m_connection, "fcntl", ", F_SETFL, O_RDWR | O_NONBLOCK) = 0"));
    call(at, on(*m_connection, "connect", ", ..., ...) = -1 EINPROGRESS (Operation now in progress)"));
}

void WrittenSockets::accept(Time at)
{
    assert(m_listener && !m_connection);
    m_connection = firstDescriptor + 1;
    m_blocks = true;
    call(at, on(*m_listener, "accept", ", ..., ...) = " + std::to_string(*m_connection)));
}

void WrittenSockets::make(Time at, const Call& call, State state, std::uint32_t delivered)
{
    if (std::holds_alternative<Status>(call))
        return;
    if (state == State::Closed)
        closeAll(at);
    if (std::holds_alternative<OpenActive>(call)) {
        connect(at);
    } else if (std::holds_alternative<OpenPassive>(call)) {
        listen(at);
    } else if (const auto* sent = std::get_if<Send>(&call)) {
        send(at, *sent, state);
    } else if (const auto* receive = std::get_if<Receive>(&call)) {
        if (delivered > 0)
            read(at, receive->octets, delivered);
    } else {
        const auto* closed = std::get_if<Close>(&call);
        finish(at, state, closed != nullptr ? std::optional(*closed) : std::nullopt);
    }
}

/// By a CLOSE or, if there is none, an ABORT.
void WrittenSockets::finish(Time at, State state, const std::optional<Close>& how)
{
    const bool isForgotten = state == State::SynSent; // either way
    if (state == State::Listen)
        closeListener(at);
    else if (isForgotten || (how && !how->stillReading))
        close(at);
    else if (how)
        shutdown(at);
    else
        closeWithReset(at);
}

void WrittenSockets::send(Time at, const Send& sent, State state)
{
    if (queuesSend(state))
        m_page.comment("Sockets do not take this before the connection is there; SEND does.");
    if (sent.urgent)
        call(at, on(*m_connection, "send",
                    ", ..., " + std::to_string(sent.octets) + ", MSG_OOB) = " + std::to_string(sent.octets)));
    else
        call(at, on(*m_connection, "write", numbers(sent.octets, sent.octets)));
}

void WrittenSockets::read(Time at, std::uint32_t wanted, std::uint32_t got)
{
    call(at, on(*m_connection, "read", numbers(wanted, got)));
}

void WrittenSockets::waitingRead(Time at, std::uint32_t octets)
{
    if (!m_blocks)
        call(at, on(*m_connection, "fcntl", ", F_SETFL, O_RDWR) = 0"));
    m_blocks = true;
    m_page.waitingCall(at, on(*m_connection, "read", numbers(octets, octets)));
}

void WrittenSockets::shutdown(Time at)
{
    call(at, on(*m_connection, "shutdown", ", SHUT_WR) = 0"));
}

void WrittenSockets::close(Time at)
{
    call(at, on(*m_connection, "close", ") = 0"));
    m_connection.reset();
}

void WrittenSockets::closeWithReset(Time at)
{
    call(at, on(*m_connection, "setsockopt", ", SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0"));
    close(at);
}

void WrittenSockets::tellError(Time at, Signal signal, bool wasOpening)
{
    const std::string error(errorOf(signal, wasOpening));
    if (m_connection && !error.empty())
        call(at, on(*m_connection, "getsockopt", ", SOL_SOCKET, SO_ERROR, [" + error + "], [4]) = 0"));
}

void WrittenSockets::closeListener(Time at)
{
    call(at, on(*m_listener, "close", ") = 0"));
    m_listener.reset();
}

void WrittenSockets::closeAll(Time at)
{
    if (m_connection)
        close(at);
    if (m_listener)
        closeListener(at);
}

/// What listens, or has only sent a SYN, is forgotten as it is closed.
void WrittenSockets::drop(Time at, State state)
{
    const bool closingDoes = state == State::Closed || state == State::Listen || state == State::SynSent
                             || (state == State::SynReceived && !m_connection);
    if (!closingDoes)
        call(at, "`tcpdrop -a`");
    closeAll(at);
}

} // namespace finwait
