// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/host.h"

namespace finwait {

std::string_view identifier(HostEvent event)
{
    constexpr std::array<std::string_view, hostEventCount> names = {"crash", "restart", "fall-silent", "speak-again"};
    return names[static_cast<std::size_t>(event)];
}

HostState hostAfter(HostEvent event)
{
    switch (event) {
    case HostEvent::Crash: return HostState::Down;
    case HostEvent::FallSilent: return HostState::Silent;
    case HostEvent::Restart:
    case HostEvent::SpeakAgain: return HostState::Up;
    }
    return HostState::Up;
}

Refusal refusalOf(HostEvent event, HostState state)
{
    if (state == HostState::Foreign)
        return Refusal::HostIsForeign;
    const bool isDown = state == HostState::Down;
    switch (event) {
    case HostEvent::Crash: return isDown ? Refusal::HostIsDown : Refusal::None;
    case HostEvent::Restart: return isDown ? Refusal::None : Refusal::HostIsUp;
    case HostEvent::FallSilent:
        if (isDown)
            return Refusal::HostIsDown;
        return state == HostState::Silent ? Refusal::HostIsSilent : Refusal::None;
    case HostEvent::SpeakAgain:
        if (isDown)
            return Refusal::HostIsDown;
        return state == HostState::Silent ? Refusal::None : Refusal::HostSpeaks;
    }
    return Refusal::None;
}

Refusal refusalOfCalls(HostState state)
{
    switch (state) {
    case HostState::Down: return Refusal::HostIsDown;
    case HostState::Foreign: return Refusal::HostIsForeign;
    case HostState::Up:
    case HostState::Silent: break;
    }
    return Refusal::None;
}

} // namespace finwait
