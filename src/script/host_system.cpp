// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/host_system.h"

#include <string_view>

namespace finwait {

namespace {

/// include/net/tcp_states.h
std::string_view linuxName(State state)
{
    switch (state) {
    case State::Closed: return "CLOSE";
    case State::SynReceived: return "SYN_RECV";
    case State::FinWait1: return "FIN_WAIT1";
    case State::FinWait2: return "FIN_WAIT2";
    case State::Listen:
    case State::SynSent:
    case State::Established:
    case State::Closing:
    case State::TimeWait:
    case State::CloseWait:
    case State::LastAck: break;
    }
    return identifier(state);
}

} // namespace

HostSystem hostSystemOf(const StackProfile& profile)
{
    return profile.name == "linux" ? HostSystem::Linux : HostSystem::FreeBsd;
}

std::string assertedName(State state, HostSystem system)
{
    if (system == HostSystem::Linux)
        return "TCP_" + std::string(linuxName(state));
    return "TCPI_" + std::string(identifier(state));
}

} // namespace finwait
