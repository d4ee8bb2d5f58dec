// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From a Scenario to JSON, field by field in the order in which a person would read them.
#include "scenario/scenario_writer.h"

#include "scenario/scenario_reader.h"

#include <nlohmann/json.hpp>

namespace finwait {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indentation = 4;

/// Whole where it is whole. A time within longestScenarioTime has at most 14 digits in microseconds, so the shortest
/// decimal fraction that names the double is the exact time.
Json milliseconds(Duration time)
{
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(time);
    if (whole == time)
        return whole.count();
    return std::chrono::duration<double, std::milli>(time).count();
}

template <typename T, typename Write>
Json sides(const PerSide<T>& values, Write write)
{
    Json object;
    for (const Side side : allSides)
        object[std::string{identifier(side)}] = write(values[side]);
    return object;
}

template <typename T>
Json sides(const PerSide<T>& values)
{
    return sides(values, [](const T& value) { return value; });
}

struct FieldsOfCall {
    Json& fields;

    void operator()(const Send& send) const
    {
        fields["octets"] = send.octets;
        fields["urgent"] = send.urgent;
    }
    void operator()(const Receive& receive) const { fields["octets"] = receive.octets; }
    void operator()(const Close& close) const { fields["still_reading"] = close.stillReading; }
    void operator()(const OpenActive&) const {}
    void operator()(const OpenPassive&) const {}
    void operator()(const Abort&) const {}
    void operator()(const Status&) const {}
};

Json call(const PlannedDeed& planned)
{
    Json fields;
    fields["side"] = identifier(planned.side);
    fields["call"] = identifier(std::get<Call>(planned.deed));
    std::visit(FieldsOfCall{fields}, std::get<Call>(planned.deed));
    if (planned.when) {
        fields["when"] = {{"side", identifier(planned.when->side)}, {"state", identifier(planned.when->state)}};
        fields["after_ms"] = milliseconds(planned.after);
    } else {
        fields["at_ms"] = milliseconds(planned.after);
    }
    return fields;
}

Json path(const std::vector<State>& states)
{
    Json list = Json::array();
    for (const State state : states)
        list.push_back(identifier(state));
    return list;
}

} // namespace

std::string writeScenario(const Scenario& scenario)
{
    Json root;
    root["finwait"] = scenarioFormat;
    root["name"] = scenario.name;
    root["title"] = scenario.title.byLanguage;
    root["description"] = scenario.description.byLanguage;
    root["profile"] = sides(scenario.profile);
    root["address"] = sides(scenario.address);
    root["reading"] = sides(scenario.reading);
    root["keep_alive"] = sides(scenario.keepAlive);
    root["network"] = {{"delay_ms", sides(scenario.network.delay, milliseconds)}};
    root["seed"] = scenario.seed;
    root["plan"] = Json::array();
    for (const PlannedDeed& planned : scenario.plan)
        root["plan"].push_back(call(planned));
    root["expected"] = sides(scenario.expected, path);
    return root.dump(indentation) + "\n";
}

} // namespace finwait
