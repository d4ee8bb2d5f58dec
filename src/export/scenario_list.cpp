// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/scenario_list.h"

#include "export/json_values.h"
#include "export/text_grid.h"

namespace finwait {

QString scenarioListText(std::span<const Scenario> scenarios, const QString& language)
{
    std::vector<QStringList> rows;
    for (const Scenario& scenario : scenarios)
        rows.push_back(
            {QString::fromStdString(scenario.name), QString::fromStdString(scenario.title.in(language.toStdString()))});
    return textGrid(rows);
}

std::string scenarioListJson(std::span<const Scenario> scenarios)
{
    Json json = Json::array();
    for (const Scenario& scenario : scenarios) {
        Json entry;
        entry["name"] = scenario.name;
        entry["title"] = scenario.title.byLanguage;
        entry["description"] = scenario.description.byLanguage;
        for (const Side side : allSides) {
            const std::string name(identifier(side));
            entry["profile"][name] = scenario.profile[side];
            entry["states"][name] = stateNames(scenario.expected[side]);
        }
        json.push_back(std::move(entry));
    }
    return written(json);
}

} // namespace finwait
