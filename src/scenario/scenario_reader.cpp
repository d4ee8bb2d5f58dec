// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From the tree of a scenario file to a Scenario: one small function for each thing that a scenario is made of.
#include "scenario/scenario_reader.h"

#include "core/stack_profile.h"
#include "scenario/decimal.h"
#include "scenario/json_fields.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

namespace finwait {
namespace {

Duration milliseconds(const JsonValue& value)
{
    constexpr int microsecondDigits = 3;
    const auto most = std::chrono::duration_cast<std::chrono::milliseconds>(longestScenarioTime);
    const std::string expected =
        "milliseconds from 0 to " + std::to_string(most.count()) + ", with at most three digits after the point";
    const std::string& written = contentOf<JsonNumber>(value, expected).digits;
    const auto time = shiftedDecimal(written, microsecondDigits);
    if (!time || *time < 0 || Duration{*time} > longestScenarioTime)
        fail(value.offset, quotation(written) + " is not possible here", expected);
    return Duration{*time};
}

std::string scenarioName(const JsonValue& value)
{
    constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    constexpr std::string_view expected = "a name of small letters, digits and '-'";
    const auto& name = contentOf<std::string>(value, expected);
    if (name.empty() || name.find_first_not_of(characters) != std::string::npos)
        fail(value.offset, quotation(name) + " is not a name", expected);
    return name;
}

template <typename Things, typename Name>
std::vector<std::string_view> namesOf(const Things& things, Name name)
{
    std::vector<std::string_view> names;
    names.reserve(std::size(things));
    std::ranges::transform(things, std::back_inserter(names), name);
    return names;
}

/// The index in `names` of the name that `value` is; "what" says what they are names of.
std::size_t indexOfName(const JsonValue& value, const std::vector<std::string_view>& names, const std::string& what)
{
    const auto& name = contentOf<std::string>(value, oneOf(names));
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        fail(value.offset, quotation(name) + " is not " + what, oneOf(names));
    return static_cast<std::size_t>(found - names.begin());
}

std::string profileName(const JsonValue& value)
{
    const auto names = namesOf(stackProfiles(), &StackProfile::name);
    return std::string{names[indexOfName(value, names, "a profile")]};
}

Side side(const JsonValue& value)
{
    const auto names = namesOf(allSides, [](Side each) { return identifier(each); });
    return allSides[indexOfName(value, names, "a side")];
}

State state(const JsonValue& value)
{
    const auto names = namesOf(allStates, [](State each) { return identifier(each); });
    return allStates[indexOfName(value, names, "a state")];
}

std::vector<State> path(const JsonValue& value)
{
    const auto& elements = contentOf<JsonValue::Array>(value, "a list of states");
    std::vector<State> states;
    states.reserve(elements.size());
    for (const JsonValue& element : elements)
        states.push_back(state(element));
    return states;
}

LocalizedText localized(const JsonValue& value, std::string (*read)(const JsonValue&))
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    LocalizedText text;
    for (const JsonMember& member : contentOf<JsonValue::Object>(value, "an object with a text for each language")) {
        if (member.name.empty() || member.name.find_first_not_of(letters) != std::string::npos)
            fail(member.offset, quotation(member.name) + " is not a language", "a code such as \"en\" or \"zh_CN\"");
        text.byLanguage.emplace(member.name, read(member.value));
    }
    if (!text.byLanguage.contains("en"))
        fail(value.offset, "the text is missing in English", "\"en\"");
    return text;
}

/// A side that is not named keeps what it has.
template <typename T>
void readSides(const JsonValue& value, PerSide<T>& target, T (*read)(const JsonValue&))
{
    const Fields fields(value);
    fields.allowOnly(std::array{identifier(Side::Client), identifier(Side::Server)});
    for (const Side each : allSides) {
        if (const JsonMember* member = fields.find(identifier(each)))
            target[each] = read(member->value);
    }
}

std::uint32_t octets(const Fields& fields)
{
    return static_cast<std::uint32_t>(wholeNumber(fields.at("octets"), 1, std::numeric_limits<std::uint32_t>::max()));
}

/// A call as it is written: the fields that only it has, and how it is made from them.
struct CallForm {
    std::string_view name;
    std::vector<std::string_view> fields;
    Call (*make)(const Fields& fields);
};

const std::vector<CallForm>& callForms()
{
    static const std::vector<CallForm> forms = {
        {identifier(OpenActive{}), {}, [](const Fields&) -> Call { return OpenActive{}; }},
        {identifier(OpenPassive{}), {}, [](const Fields&) -> Call { return OpenPassive{}; }},
        {identifier(Send{}),
         {"octets", "urgent"},
         [](const Fields& fields) -> Call {
             return Send{octets(fields), fields.booleanOr("urgent", false)};
         }},
        {identifier(Receive{}), {"octets"}, [](const Fields& fields) -> Call { return Receive{octets(fields)}; }},
        {identifier(Close{}),
         {"still_reading"},
         [](const Fields& fields) -> Call { return Close{fields.booleanOr("still_reading", true)}; }},
        {identifier(Abort{}), {}, [](const Fields&) -> Call { return Abort{}; }},
        {identifier(Status{}), {}, [](const Fields&) -> Call { return Status{}; }},
    };
    return forms;
}

StateEntered entered(const JsonValue& value)
{
    const Fields fields(value);
    fields.allowOnly(std::array<std::string_view, 2>{"side", "state"});
    return {side(fields.at("side")), state(fields.at("state"))};
}

PlannedDeed plannedCall(const JsonValue& value)
{
    const Fields fields(value);
    const auto names = namesOf(callForms(), &CallForm::name);
    const CallForm& form = callForms()[indexOfName(fields.at("call"), names, "a call")];

    std::vector<std::string_view> allowed = {"side", "call"};
    allowed.insert(allowed.end(), form.fields.begin(), form.fields.end());
    const bool waits = fields.find("when") != nullptr;
    allowed.insert(allowed.end(), {waits ? "after_ms" : "at_ms", "when"});
    fields.allowOnly(allowed);
    if (!waits && fields.find("at_ms") == nullptr)
        fail(value.offset, "a field is missing in this object", "\"at_ms\" or \"when\"");

    PlannedDeed planned{side(fields.at("side")), form.make(fields), std::nullopt, {}};
    if (waits)
        planned.when = entered(fields.at("when"));
    planned.after = milliseconds(fields.at(waits ? "after_ms" : "at_ms"));
    return planned;
}

NetworkConfig network(const JsonValue& value)
{
    const Fields fields(value);
    fields.allowOnly(std::array<std::string_view, 1>{"delay_ms"});
    NetworkConfig config;
    readSides(fields.at("delay_ms"), config.delay, milliseconds);
    return config;
}

/// What a scenario has to say.
void readRequired(const Fields& fields, Scenario& scenario)
{
    wholeNumber(fields.at("finwait"), scenarioFormat, scenarioFormat);
    scenario.name = scenarioName(fields.at("name"));
    scenario.title = localized(fields.at("title"), lineOfText);
    scenario.description = localized(fields.at("description"), paragraphs);
    for (const JsonValue& call : contentOf<JsonValue::Array>(fields.at("plan"), "a list of calls"))
        scenario.plan.push_back(plannedCall(call));
}

/// What has a value that goes without saying.
void readOptional(const Fields& fields, Scenario& scenario)
{
    if (const JsonMember* member = fields.find("profile"))
        readSides(member->value, scenario.profile, profileName);
    if (const JsonMember* member = fields.find("address"))
        readSides(member->value, scenario.address, lineOfText);
    if (const JsonMember* member = fields.find("reading"))
        readSides(member->value, scenario.reading, boolean);
    if (const JsonMember* member = fields.find("keep_alive"))
        readSides(member->value, scenario.keepAlive, boolean);
    if (const JsonMember* member = fields.find("network"))
        scenario.network = network(member->value);
    if (const JsonMember* member = fields.find("seed"))
        scenario.seed = wholeNumber(member->value, 0, std::numeric_limits<std::uint64_t>::max());
    if (const JsonMember* member = fields.find("expected"))
        readSides(member->value, scenario.expected, path);
}

} // namespace

Expected<Scenario, ReadError> readScenario(std::string_view text)
{
    const auto tree = parseJson(text);
    if (!tree)
        return Unexpected{tree.error()};
    try {
        const Fields fields(*tree);
        fields.allowOnly(std::array<std::string_view, 12>{"finwait", "name", "title", "description", "profile",
                                                          "address", "reading", "keep_alive", "network", "seed",
                                                          "plan", "expected"});
        Scenario scenario;
        readRequired(fields, scenario);
        readOptional(fields, scenario);
        return scenario;
    } catch (const ReadFailure& failure) {
        return Unexpected{readErrorAt(text, failure.offset, failure.what, failure.expected)};
    }
}

} // namespace finwait
