// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From a Scenario to JSON, field by field in the order in which a person would read them.
#include "scenario/scenario_writer.h"

#include "scenario/clockwork_writer.h"
#include "scenario/done_writer.h"
#include "scenario/known_fields.h"
#include "scenario/network_writer.h"
#include "scenario/plan_writer.h"
#include "scenario/scenario_reader.h"

#include <cassert>

namespace finwait {
namespace {

constexpr int indentation = 4;

Json path(const Path& states)
{
    Json list = Json::array();
    for (const State state : states)
        list.push_back(identifier(state));
    return list;
}

/// Only the sides that have one of their own.
Json ownNumbers(const PerSide<std::optional<std::uint32_t>>& numbers)
{
    Json object = Json::object();
    for (const Side side : allSides) {
        if (numbers[side])
            object[std::string{identifier(side)}] = *numbers[side];
    }
    return object;
}

Json document(const Scenario& scenario)
{
    Json root;
    root["finwait"] = scenarioFormat;
    root["name"] = scenario.name;
    root["title"] = scenario.title.byLanguage;
    root["description"] = scenario.description.byLanguage;
    root["profile"] = jsonOfSides(scenario.profile);
    root["address"] = jsonOfSides(scenario.address);
    root["reading"] = jsonOfSides(scenario.reading);
    root["keep_alive"] = jsonOfSides(scenario.keepAlive);
    root["receive_buffer"] = ownNumbers(scenario.receiveBuffer);
    root["initial_sequence_number"] = ownNumbers(scenario.initialSequence);
    if (scenario.foreign)
        root["foreign"] = identifier(*scenario.foreign);
    root["network"] = jsonOf(scenario.network);
    root["clockwork"] = jsonOfSides(scenario.clockwork, [](const Clockwork& each) { return jsonOf(each); });
    root["seed"] = scenario.seed;
    root["plan"] = Json::array();
    for (const PlannedDeed& planned : scenario.plan)
        root["plan"].push_back(jsonOf(planned));
    if (scenario.until)
        root["until_ms"] = jsonOf(*scenario.until);
    root["done"] = Json::array();
    for (const Done& done : scenario.done)
        root["done"].push_back(jsonOf(done));
    root["expected"] = jsonOfSides(scenario.expected, path);
    root["expected_with"] = Json::object();
    for (const auto& [profile, paths] : scenario.expectedWith)
        root["expected_with"][profile] = jsonOfSides(paths, path);
    return root;
}

} // namespace

std::string writeScenario(const Scenario& scenario)
{
    Json root = document(scenario);
    if (!scenario.laterFile.empty()) {
        const auto known = readKnownFields(scenario.laterFile);
        assert(known);
        const Json file = Json::parse(scenario.laterFile);
        root["finwait"] = file["finwait"];
        carryUnknownFields(root, document(known->scenario), file);
    }
    return root.dump(indentation) + "\n";
}

} // namespace finwait
