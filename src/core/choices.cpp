// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/choices.h"

#include <algorithm>
#include <initializer_list>

namespace finwait {

namespace {

class Search
{
public:
    explicit Search(const Simulator& simulator) : m_simulator(simulator) {}

    void tryCalls(Side side)
    {
        const std::initializer_list<Call> calls = {
            OpenActive{}, OpenPassive{}, Send{.octets = defaultSendOctets}, Close{}, Close{.stillReading = false},
            Abort{},
        };
        for (const Call& call : calls)
            tryInput(side, call, command::MakeCall{side, call});
    }

    void tryArrivals(Side side)
    {
        for (const InFlight& segment : m_simulator.network().inFlight()) {
            if (other(segment.from) == side && !segment.corrupted && !segment.doom)
                tryInput(side, SegmentArrives{segment.segment}, command::Deliver{segment.flight});
        }
    }

    void tryTimers(Side side)
    {
        const TimerSet& timers = m_simulator.endpoint(side).tcb().timers;
        for (const TimerKind kind : allTimers) {
            if (timers[indexOf(kind)])
                tryInput(side, TimerExpires{kind}, command::FireTimer{side, kind});
        }
    }

    void tryCrash(Side side) { tryInput(side, HostCrashes{}, command::ChangeHost{side, HostEvent::Crash}); }

    [[nodiscard]] std::vector<Choice> found() && { return std::move(m_found); }

private:
    void tryInput(Side side, const Input& input, const Command& command)
    {
        Endpoint endpoint = m_simulator.endpoint(side);
        for (const Effect& effect : endpoint.step(input, m_simulator.now())) {
            if (const auto* moved = std::get_if<effect::Moved>(&effect))
                return add(Choice{side, moved->row, command});
        }
    }

    void add(const Choice& choice)
    {
        const auto same = [&choice](const Choice& known) {
            return known.side == choice.side && known.row == choice.row;
        };
        if (std::ranges::none_of(m_found, same))
            m_found.push_back(choice);
    }

    const Simulator& m_simulator;
    std::vector<Choice> m_found;
};

} // namespace

std::vector<Choice> choices(const Simulator& simulator)
{
    Search search(simulator);
    for (const Side side : allSides) {
        const HostState host = simulator.host(side);
        if (host == HostState::Foreign)
            continue;
        if (host != HostState::Down)
            search.tryCalls(side);
        if (host == HostState::Up)
            search.tryArrivals(side);
        search.tryTimers(side);
        if (host != HostState::Down)
            search.tryCrash(side);
    }
    return std::move(search).found();
}

} // namespace finwait
