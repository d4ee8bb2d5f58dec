// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Traces for the tests of the chart, made by the simulator.
#pragma once

#include "core/simulator.h"
#include "core/trace.h"

#include <cstdint>
#include <functional>

namespace finwait::test {

struct Life {
    Duration clientCloses = 300ms; ///< after ESTABLISHED
    Duration serverCloses = 60ms;  ///< after CLOSE_WAIT
    std::uint32_t octets = 0;      ///< sent by the client
};

inline SimulatorConfig lifeConfig(const Life& life)
{
    using Entered = StateEntered;
    SimulatorConfig config;
    config.plan = {
        {Side::Server, OpenPassive{}, {}, 0ms},
        {Side::Client, OpenActive{}, {}, 10ms},
        {Side::Client, Close{}, Entered{Side::Client, State::Established}, life.clientCloses},
        {Side::Server, Close{}, Entered{Side::Server, State::CloseWait}, life.serverCloses},
    };
    if (life.octets > 0)
        config.plan.push_back(
            {Side::Client, Send{.octets = life.octets}, Entered{Side::Client, State::Established}, 20ms});
    return config;
}

/// Runs to the end; `drop` says of each segment that is under way after a step whether it is lost then.
inline Trace play(const SimulatorConfig& config, const std::function<bool(const InFlight&)>& drop = {},
                  StepIndex mostSteps = 100'000)
{
    Trace trace;
    Simulator simulator(config);
    for (StepIndex step = 0; step < mostSteps && simulator.step(&trace); ++step) {
        const std::vector<InFlight> underWay = simulator.network().inFlight();
        for (const InFlight& flight : underWay) {
            if (drop && drop(flight))
                simulator.apply(command::Drop{flight.flight}, &trace);
        }
    }
    return trace;
}

inline Trace closedByClient()
{
    return play(lifeConfig({}));
}

/// The server's first FIN never arrives.
inline Trace lostFin()
{
    bool dropped = false;
    return play(lifeConfig({}), [&](const InFlight& flight) {
        const bool hit = !dropped && flight.from == Side::Server && flight.segment.flags.fin;
        dropped = dropped || hit;
        return hit;
    });
}

/// Both sides close before the other's FIN arrives.
inline Trace closedByBoth()
{
    SimulatorConfig config = lifeConfig({});
    config.plan.back() = {Side::Server, Close{}, StateEntered{Side::Client, State::Established}, 310ms};
    return play(config);
}

} // namespace finwait::test
