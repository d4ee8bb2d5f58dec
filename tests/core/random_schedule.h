// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A connection whose network and clocks misbehave at random, while both applications close in the end.
#pragma once

#include "core/simulator.h"

#include "core/trace_text.h"

#include <random>

namespace finwait::bench {

using enum finwait::Side;

class Schedule
{
public:
    explicit Schedule(std::uint32_t seed) : m_random(seed), m_config(configuration(seed)) {}

    [[nodiscard]] const SimulatorConfig& config() const { return m_config; }

private:
    std::uint32_t below(std::uint32_t bound)
    {
        return std::uniform_int_distribution<std::uint32_t>(0, bound - 1)(m_random);
    }
    bool oneIn(std::uint32_t count) { return below(count) == 0; }
    Duration upTo(Duration most) { return Duration{below(static_cast<std::uint32_t>(most.count()) + 1)}; }
    Side anySide() { return allSides[below(2)]; }

    FaultAction action()
    {
        switch (below(5)) {
        case 0: return fault::Delay{upTo(5s)};
        case 1: return fault::Duplicate{1 + below(3), upTo(2s)};
        case 2: return fault::Reorder{1 + below(3), upTo(3s)};
        case 3: return fault::Corrupt{};
        default: return fault::Drop{};
        }
    }

    FaultRule rule()
    {
        SegmentMatch match;
        if (!oneIn(3))
            match.from = anySide();
        match.kind = allSegmentKinds[below(segmentKindCount)];
        match.first = 1 + below(4);
        match.every = 1 + below(3);
        if (!oneIn(3))
            match.times = below(5);
        if (oneIn(2))
            match.permille = below(1001);
        if (oneIn(4))
            match.since = StateEntered{anySide(), allStates[below(stateCount)]};
        if (oneIn(4))
            match.notBefore = upTo(3s);
        return FaultRule{!oneIn(8), match, action()};
    }

    Clockwork clockwork()
    {
        Clockwork clockwork;
        if (oneIn(4))
            clockwork.initialRto = 1ms + upTo(3s);
        if (oneIn(4))
            clockwork.minRto = 1ms + upTo(1s);
        if (oneIn(4))
            clockwork.dataRetries = below(8);
        if (oneIn(4))
            clockwork.synRetries = below(6);
        if (oneIn(4))
            clockwork.msl = upTo(1min);
        if (oneIn(8))
            clockwork.userTimeout = 1s + upTo(1min);
        if (oneIn(4))
            clockwork.clockPermille = 100 + below(3000);
        return clockwork;
    }

    void planFor(Side side, std::vector<PlannedDeed>& plan)
    {
        for (std::uint32_t sends = below(3); sends > 0; --sends)
            plan.push_back(when(side, State::Established, Send{1 + below(9000)}, upTo(1s)));
        const State last = oneIn(2) ? State::Established : State::CloseWait;
        plan.push_back(when(side, last, Close{!oneIn(4)}, oneIn(2) ? 0ms : upTo(2s)));
        if (oneIn(10)) {
            const HostEvent event = oneIn(2) ? HostEvent::Crash : HostEvent::FallSilent;
            plan.push_back(PlannedDeed{side, event, std::nullopt, upTo(2s)});
            plan.push_back(PlannedDeed{side, event == HostEvent::Crash ? HostEvent::Restart : HostEvent::SpeakAgain,
                                       std::nullopt, 2s + upTo(20s)});
        }
        plan.push_back(at(side, Close{false}, 2h)); // nobody keeps it open for ever
    }

    SimulatorConfig configuration(std::uint32_t seed)
    {
        SimulatorConfig config;
        config.seed = seed;
        for (const Side side : allSides) {
            config.endpoints[side].profile = stackProfiles()[below(static_cast<std::uint32_t>(stackProfiles().size()))];
            config.clockwork[side] = clockwork();
            config.network.delay[side] = upTo(200ms);
        }
        for (std::uint32_t rules = below(4); rules > 0; --rules)
            config.network.rules.push_back(rule());
        if (oneIn(6))
            config.plan.push_back(at(Server, OpenActive{}, upTo(100ms)));
        else
            config.plan.push_back(at(Server, OpenPassive{}));
        config.plan.push_back(at(Client, OpenActive{}, upTo(100ms)));
        for (const Side side : allSides)
            planFor(side, config.plan);
        return config;
    }

    std::mt19937 m_random;
    SimulatorConfig m_config;
};

} // namespace finwait::bench
