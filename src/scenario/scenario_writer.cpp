// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From a Scenario to JSON, field by field in the order in which a person would read them.
#include "scenario/scenario_writer.h"

#include "scenario/file_words.h"
#include "scenario/known_fields.h"
#include "scenario/scenario_reader.h"

#include <nlohmann/json.hpp>

#include <cassert>
#include <utility>

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

Json entered(const StateEntered& condition)
{
    return {{"side", identifier(condition.side)}, {"state", identifier(condition.state)}};
}

Json flags(const Flags& set)
{
    Json list = Json::array();
    for (const FlagWord& word : flagWords) {
        if (set.*word.flag)
            list.push_back(word.name);
    }
    return list;
}

struct FieldsOfDeed {
    Json& fields;

    void operator()(const Call& call) const
    {
        fields["call"] = identifier(call);
        std::visit(FieldsOfCall{fields}, call);
    }
    void operator()(HostEvent event) const { fields["host"] = identifier(event); }
    void operator()(const Injection& injection) const
    {
        fields["inject"] = {{"flags", flags(injection.flags)},
                            {"seq", injection.seq},
                            {"ack", injection.ack},
                            {"octets", injection.octets},
                            {"window", injection.window}};
    }
};

Json plannedDeed(const PlannedDeed& planned)
{
    Json fields;
    fields["side"] = identifier(planned.side);
    std::visit(FieldsOfDeed{fields}, planned.deed);
    if (planned.when) {
        fields["when"] = entered(*planned.when);
        fields["after_ms"] = milliseconds(planned.after);
    } else {
        fields["at_ms"] = milliseconds(planned.after);
    }
    return fields;
}

struct FieldsOfAction {
    Json& fields;

    void operator()(const fault::Drop&) const {}
    void operator()(const fault::Delay& delay) const { fields["by_ms"] = milliseconds(delay.by); }
    void operator()(const fault::Duplicate& duplicate) const
    {
        fields["copies"] = duplicate.copies;
        fields["gap_ms"] = milliseconds(duplicate.gap);
    }
    void operator()(const fault::Reorder& reorder) const
    {
        fields["behind"] = reorder.behind;
        fields["patience_ms"] = milliseconds(reorder.patience);
    }
    void operator()(const fault::Corrupt&) const {}
};

Json percent(std::uint32_t permille)
{
    constexpr std::uint32_t tenths = 10;
    if (permille % tenths == 0)
        return permille / tenths;
    return static_cast<double>(permille) / tenths;
}

Json faultRule(const FaultRule& rule)
{
    const SegmentMatch& match = rule.match;
    Json fields;
    fields["enabled"] = rule.enabled;
    if (match.from)
        fields["from"] = identifier(*match.from);
    fields["segment"] = identifier(match.kind);
    fields["with"] = flags(match.with);
    fields["without"] = flags(match.without);
    fields["not_before_ms"] = milliseconds(match.notBefore);
    if (match.since)
        fields["since"] = entered(*match.since);
    fields["first"] = match.first;
    fields["every"] = match.every;
    if (match.times)
        fields["times"] = *match.times;
    fields["percent"] = percent(match.permille);
    fields["action"] = identifier(kindOf(rule.action));
    std::visit(FieldsOfAction{fields}, rule.action);
    return fields;
}

Json network(const NetworkConfig& config)
{
    Json rules = Json::array();
    for (const FaultRule& rule : config.rules)
        rules.push_back(faultRule(rule));
    return {{"delay_ms", sides(config.delay, milliseconds)}, {"manual", config.manual}, {"faults", std::move(rules)}};
}

Json clockwork(const Clockwork& clockwork)
{
    Json fields;
    for (const ClockField field : allClockFields) {
        const auto value = valueOf(clockwork, field);
        if (value)
            fields[std::string{clockWord(field)}] =
                rangeOf(field).isDuration ? milliseconds(Duration{*value}) : Json(*value);
    }
    fields["clock_permille"] = clockwork.clockPermille;
    return fields;
}

Json path(const Path& states)
{
    Json list = Json::array();
    for (const State state : states)
        list.push_back(identifier(state));
    return list;
}

Json document(const Scenario& scenario)
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
    root["network"] = network(scenario.network);
    root["clockwork"] = sides(scenario.clockwork, clockwork);
    root["seed"] = scenario.seed;
    root["plan"] = Json::array();
    for (const PlannedDeed& planned : scenario.plan)
        root["plan"].push_back(plannedDeed(planned));
    root["expected"] = sides(scenario.expected, path);
    root["expected_with"] = Json::object();
    for (const auto& [profile, paths] : scenario.expectedWith)
        root["expected_with"][profile] = sides(paths, path);
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
