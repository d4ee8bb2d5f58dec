// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/playable.h"

#include "app/scenario_io.h"

#include <utility>

namespace finwait {

namespace {

Expected<Playable, ReadError> readScenario(const QString& path)
{
    auto scenario = readScenarioAt(path);
    if (!scenario)
        return Unexpected{scenario.error()};
    return Playable{*std::move(scenario), std::nullopt};
}

} // namespace

Expected<Playable, ReadError> readPlayable(const QString& path, const std::string& profile)
{
    if (!isScript(path))
        return readScenario(path);
    const auto file = readScriptAt(path);
    if (!file)
        return Unexpected{file.error()};
    PlayedScript script = playScript(*file, profile);
    Scenario scenario = scenarioOf(script, path);
    return Playable{std::move(scenario), std::move(script)};
}

} // namespace finwait
