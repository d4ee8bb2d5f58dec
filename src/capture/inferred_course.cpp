// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What can be said of the whole of a connection: how it came to be, how it ended, where it was captured, and when its
// ends entered their states.
#include "capture/connection_inference.h"

#include <algorithm>
#include <array>

namespace finwait {

namespace {

bool wasIn(const CapturedEnd& end, State state)
{
    return std::ranges::find(end.states, state, &StateSighting::state) != end.states.end();
}

/// The capture was taken near an end if the way to it is at most this part of the whole way.
constexpr int nearPart = 10;

} // namespace

std::string_view identifier(Opening opening)
{
    constexpr std::array<std::string_view, 6> names = {"not-captured", "unanswered", "refused",
                                                       "incomplete",   "three-way",  "simultaneous"};
    return names[static_cast<std::size_t>(opening)];
}

std::string_view identifier(Closing closing)
{
    constexpr std::array<std::string_view, 9> names = {
        "never-opened", "open",         "half-closed-by-client", "half-closed-by-server", "client-first",
        "server-first", "simultaneous", "reset-by-client",       "reset-by-server"};
    return names[static_cast<std::size_t>(closing)];
}

std::string_view identifier(CapturePoint point)
{
    constexpr std::array<std::string_view, 4> names = {"unknown", "near-client", "between", "near-server"};
    return names[static_cast<std::size_t>(point)];
}

Opening ConnectionInference::opening() const
{
    if (!m_ends.client.numbers.sentSyn() && !m_ends.server.numbers.sentSyn())
        return Opening::NotCaptured;
    const bool bothSentSyn = wasIn(m_ends.client, State::SynSent) && wasIn(m_ends.server, State::SynSent);
    if (bothSentSyn && (m_ends.client.isSynchronizedOnce() || m_ends.server.isSynchronizedOnce()))
        return Opening::Simultaneous;
    const bool clientIsOpen = m_ends.client.isSynchronizedOnce() || wasIn(m_ends.server, State::Established);
    const bool serverAnswered = m_ends.server.isSynchronizedOnce();
    if (clientIsOpen && serverAnswered)
        return Opening::ThreeWay;
    if (serverAnswered)
        return Opening::Incomplete;
    return m_isRefused ? Opening::Refused : Opening::Unanswered;
}

Closing ConnectionInference::closing() const
{
    const bool clientHas = m_ends.client.numbers.sentFin();
    const bool serverHas = m_ends.server.numbers.sentFin();
    if (clientHas && serverHas && m_firstFin) {
        if (wasIn(m_ends.client, State::FinWait1) && wasIn(m_ends.server, State::FinWait1))
            return Closing::Simultaneous;
        return wasIn(m_ends.client, State::LastAck) || *m_firstFin == Side::Server ? Closing::ServerFirst
                                                                                   : Closing::ClientFirst;
    }
    if (m_resetBy)
        return *m_resetBy == Side::Client ? Closing::ResetByClient : Closing::ResetByServer;
    if (clientHas || serverHas)
        return clientHas ? Closing::HalfClosedByClient : Closing::HalfClosedByServer;
    const Opening opened = opening();
    const bool neverOpened =
        opened == Opening::Unanswered || opened == Opening::Refused || opened == Opening::Incomplete;
    return neverOpened ? Closing::NeverOpened : Closing::StillOpen;
}

CapturePoint ConnectionInference::capturePoint() const
{
    if (!m_ends.client.roundTrip || !m_ends.server.roundTrip)
        return CapturePoint::Unknown;
    const Duration client = distance(Side::Client);
    const Duration server = distance(Side::Server);
    if (client * nearPart <= client + server)
        return CapturePoint::NearClient;
    if (server * nearPart <= client + server)
        return CapturePoint::NearServer;
    return CapturePoint::Between;
}

Duration ConnectionInference::distance(Side side) const
{
    return m_ends[side].roundTrip.value_or(Duration{}) / 2;
}

std::vector<Time> ConnectionInference::entryTimes(Side side) const
{
    using Evidence = StateSighting::Evidence;
    const Duration away = distance(side);
    const Time begin = m_firstSeen - distance(m_firstSender);
    std::vector<Time> times;
    times.reserve(m_ends[side].states.size());
    for (const StateSighting& sighting : m_ends[side].states) {
        Time at = sighting.seen;
        switch (sighting.evidence) {
        case Evidence::Given: at = times.empty() ? begin : sighting.seen - away; break;
        case Evidence::Sent: at -= away; break;
        case Evidence::Arrived:
            at += away;
            if (sighting.answeredAfter != StateSighting::notAnswered)
                at = std::min(at, sighting.seen + Duration{sighting.answeredAfter} - away);
            break;
        case Evidence::Elapsed: break;
        }
        times.push_back(times.empty() ? at : std::max(at, times.back()));
    }
    return times;
}

} // namespace finwait
