// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A rule is written as one object: which segments, which of them, and what happens to these.
#include "scenario/network_reader.h"

#include "scenario/decimal.h"
#include "scenario/read_values.h"

#include <array>
#include <string>
#include <vector>

namespace finwait {
namespace {

Duration millisecondsOr(const Fields& fields, std::string_view name, Duration otherwise)
{
    const JsonMember* member = fields.find(name);
    return member == nullptr ? otherwise : milliseconds(member->value);
}

/// An action as it is written: the fields that only it has, and how it is made from them.
struct ActionForm {
    FaultKind kind;
    std::vector<std::string_view> fields;
    FaultAction (*make)(const Fields& fields);
};

const std::vector<ActionForm>& actionForms()
{
    static const std::vector<ActionForm> forms = {
        {FaultKind::Drop, {}, [](const Fields&) -> FaultAction { return fault::Drop{}; }},
        {FaultKind::Delay,
         {"by_ms"},
         [](const Fields& fields) -> FaultAction { return fault::Delay{milliseconds(fields.at("by_ms"))}; }},
        {FaultKind::Duplicate,
         {"copies", "gap_ms"},
         [](const Fields& fields) -> FaultAction {
             const fault::Duplicate usual;
             return fault::Duplicate{fields.countOr("copies", 1, mostCopies, usual.copies),
                                     millisecondsOr(fields, "gap_ms", usual.gap)};
         }},
        {FaultKind::Reorder,
         {"behind", "patience_ms"},
         [](const Fields& fields) -> FaultAction {
             const fault::Reorder usual;
             return fault::Reorder{fields.countOr("behind", 1, largestCount, usual.behind),
                                   millisecondsOr(fields, "patience_ms", usual.patience)};
         }},
        {FaultKind::Corrupt, {}, [](const Fields&) -> FaultAction { return fault::Corrupt{}; }},
    };
    return forms;
}

std::uint32_t permille(const JsonValue& percent)
{
    constexpr std::int64_t certain = 1000;
    const Message expected = Message::tr("a percentage from 0 to 100, with at most one digit after the point");
    const std::string& written = contentOf<JsonNumber>(percent, expected).digits;
    const auto value = shiftedDecimal(written, 1);
    if (!value || *value < 0 || *value > certain)
        refuse(percent, written, expected);
    return static_cast<std::uint32_t>(*value);
}

SegmentMatch segmentMatch(const Fields& fields)
{
    SegmentMatch match;
    if (const JsonMember* member = fields.find("from"))
        match.from = side(member->value);
    if (const JsonMember* member = fields.find("segment"))
        match.kind = identified(member->value, allSegmentKinds, Message::tr("%1 is not a kind of segment"));
    if (const JsonMember* member = fields.find("with"))
        match.with = flags(member->value);
    if (const JsonMember* member = fields.find("without"))
        match.without = flags(member->value);
    match.notBefore = millisecondsOr(fields, "not_before_ms", match.notBefore);
    if (const auto since = fields.findObject("since"))
        match.since = stateEntered(*since);
    match.first = fields.countOr("first", 1, largestCount, match.first);
    match.every = fields.countOr("every", 1, largestCount, match.every);
    if (fields.find("times") != nullptr)
        match.times = fields.countOr("times", 1, largestCount, 1);
    if (const JsonMember* member = fields.find("percent"))
        match.permille = permille(member->value);
    return match;
}

FaultRule faultRule(const Fields& fields)
{
    const auto names = namesOf(actionForms(), [](const ActionForm& form) { return identifier(form.kind); });
    const ActionForm& form = actionForms()[indexOfName(fields.at("action"), names, Message::tr("%1 is not an action"))];
    std::vector<std::string_view> allowed = {"enabled", "from",  "segment", "with",  "without", "not_before_ms",
                                             "since",   "first", "every",   "times", "percent", "action"};
    allowed.insert(allowed.end(), form.fields.begin(), form.fields.end());
    fields.allowOnly(allowed);
    return {fields.booleanOr("enabled", true), segmentMatch(fields), form.make(fields)};
}

} // namespace

NetworkConfig readNetwork(const Fields& fields)
{
    fields.allowOnly(std::array<std::string_view, 3>{"delay_ms", "manual", "faults"});
    NetworkConfig config;
    readSides(fields.object("delay_ms"), config.delay, [](const JsonValue& value) { return milliseconds(value); });
    config.manual = fields.booleanOr("manual", config.manual);
    if (fields.find("faults") != nullptr) {
        for (const Fields& each : fields.objects("faults", Message::tr("a list of faults")))
            config.rules.push_back(faultRule(each));
    }
    return config;
}

} // namespace finwait
