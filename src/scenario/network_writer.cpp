// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/network_writer.h"

#include <cstdint>
#include <utility>
#include <variant>

namespace finwait {
namespace {

struct FieldsOfAction {
    Json& fields;

    void operator()(const fault::Drop&) const {}
    void operator()(const fault::Delay& delay) const { fields["by_ms"] = jsonOf(delay.by); }
    void operator()(const fault::Duplicate& duplicate) const
    {
        fields["copies"] = duplicate.copies;
        fields["gap_ms"] = jsonOf(duplicate.gap);
    }
    void operator()(const fault::Reorder& reorder) const
    {
        fields["behind"] = reorder.behind;
        fields["patience_ms"] = jsonOf(reorder.patience);
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
    fields["with"] = jsonOf(match.with);
    fields["without"] = jsonOf(match.without);
    fields["not_before_ms"] = jsonOf(match.notBefore);
    if (match.since)
        fields["since"] = jsonOf(*match.since);
    fields["first"] = match.first;
    fields["every"] = match.every;
    if (match.times)
        fields["times"] = *match.times;
    fields["percent"] = percent(match.permille);
    fields["action"] = identifier(kindOf(rule.action));
    std::visit(FieldsOfAction{fields}, rule.action);
    return fields;
}

} // namespace

Json jsonOf(const NetworkConfig& config)
{
    Json rules = Json::array();
    for (const FaultRule& rule : config.rules)
        rules.push_back(faultRule(rule));
    return {{"delay_ms", jsonOfSides(config.delay, [](Duration delay) { return jsonOf(delay); })},
            {"manual", config.manual},
            {"faults", std::move(rules)}};
}

} // namespace finwait
