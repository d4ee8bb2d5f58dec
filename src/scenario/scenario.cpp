// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From a scenario to a simulation, and what can be read off its trace.
#include "scenario/scenario.h"

#include "core/stack_profile.h"

#include <cassert>
#include <string_view>

namespace finwait {
namespace {

std::string_view languageOf(std::string_view locale)
{
    return locale.substr(0, locale.find_first_of("_-"));
}

EndpointConfig endpointConfig(const Scenario& scenario, Side side)
{
    const StackProfile* profile = findProfile(scenario.profile[side]);
    assert(profile != nullptr);
    EndpointConfig config;
    config.profile = *profile;
    config.reading = scenario.reading[side];
    config.keepAlive = scenario.keepAlive[side];
    config.receiveBuffer = scenario.receiveBuffer[side];
    if (scenario.initialSequence[side])
        config.fixedIss = Seq{*scenario.initialSequence[side]};
    return config;
}

} // namespace

const std::string& LocalizedText::in(const std::string& language) const
{
    static const std::string none;
    if (const auto exact = byLanguage.find(language); exact != byLanguage.end())
        return exact->second;
    for (const auto& [locale, text] : byLanguage) {
        if (languageOf(locale) == languageOf(language))
            return text;
    }
    const auto english = byLanguage.find("en");
    return english == byLanguage.end() ? none : english->second;
}

SimulatorConfig simulatorConfig(const Scenario& scenario)
{
    SimulatorConfig config;
    for (const Side side : allSides)
        config.endpoints[side] = endpointConfig(scenario, side);
    config.network = scenario.network;
    config.clockwork = scenario.clockwork;
    config.plan = scenario.plan;
    config.foreign = scenario.foreign;
    config.seed = scenario.seed;
    return config;
}

const PerSide<Path>& expectedPaths(const Scenario& scenario)
{
    const auto& [client, server] = scenario.profile;
    const auto other = scenario.expectedWith.find(client);
    return client == server && other != scenario.expectedWith.end() ? other->second : scenario.expected;
}

Path pathOf(const Trace& trace, Side side)
{
    Path path;
    for (const StateSpan& span : trace.states(side))
        path.push_back(span.state);
    return path;
}

} // namespace finwait
