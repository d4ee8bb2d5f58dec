// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The library is read when it is first asked for. What ships is ours: if it cannot be read, the program is wrong.
#include "scenario/library.h"

#include "scenario/embedded_scenarios.h"
#include "scenario/scenario_reader.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace finwait {
namespace {

std::vector<Scenario> readLibrary()
{
    std::vector<Scenario> scenarios;
    for (const EmbeddedScenario& file : embeddedScenarios()) {
        auto scenario = readScenario(file.text);
        assert(scenario && scenario->name == file.name);
        scenarios.push_back(*std::move(scenario));
    }
    return scenarios;
}

} // namespace

std::span<const Scenario> scenarioLibrary()
{
    static const std::vector<Scenario> library = readLibrary();
    return library;
}

const Scenario* findScenario(std::string_view name)
{
    const auto library = scenarioLibrary();
    const auto found = std::ranges::find(library, name, &Scenario::name);
    return found == library.end() ? nullptr : &*found;
}

} // namespace finwait
