// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From the tree of a scenario file to a Scenario: the fields at the top, and those that are small.
#include "scenario/scenario_reader.h"

#include "core/segment.h"
#include "core/stack_profile.h"
#include "scenario/clockwork_reader.h"
#include "scenario/done_reader.h"
#include "scenario/known_fields.h"
#include "scenario/network_reader.h"
#include "scenario/plan_reader.h"
#include "scenario/read_values.h"
#include "scenario/scenario_writer.h"

#include <array>
#include <limits>

namespace finwait {
namespace {

constexpr std::array<std::string_view, 19> topFields = {
    "finwait",  "name",    "title",      "description",    "profile",
    "address",  "reading", "keep_alive", "receive_buffer", "initial_sequence_number",
    "foreign",  "network", "clockwork",  "seed",           "plan",
    "until_ms", "done",    "expected",   "expected_with"};

std::string scenarioName(const JsonValue& value)
{
    constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const Message expected = Message::tr("a name of small letters, digits and '-'");
    const auto& name = contentOf<std::string>(value, expected);
    if (name.empty() || name.find_first_not_of(characters) != std::string::npos)
        fail(value.offset, Message::tr("%1 is not a name").arg(quotation(name)), expected);
    return name;
}

std::vector<std::string_view> profileNames()
{
    return namesOf(stackProfiles(), &StackProfile::name);
}

std::string profileName(const JsonValue& value)
{
    const auto names = profileNames();
    return std::string{names[indexOfName(value, names, Message::tr("%1 is not a profile"))]};
}

std::uint32_t sequenceNumber(const JsonValue& value)
{
    return static_cast<std::uint32_t>(wholeNumber(value, 0, largestCount));
}

std::uint32_t receiveBuffer(const JsonValue& value)
{
    return static_cast<std::uint32_t>(wholeNumber(value, 1, largestWindow));
}

Path path(const JsonValue& value)
{
    Path states;
    for (const JsonValue& element : contentOf<JsonValue::Array>(value, Message::tr("a list of states")))
        states.push_back(state(element));
    return states;
}

LocalizedText localized(const JsonValue& value, std::string (*read)(const JsonValue&))
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    const Message expected = Message::tr("an object with a text for each language");
    LocalizedText text;
    for (const JsonMember& member : contentOf<JsonValue::Object>(value, expected)) {
        if (member.name.empty() || member.name.find_first_not_of(letters) != std::string::npos)
            fail(member.offset, Message::tr("%1 is not a language").arg(quotation(member.name)),
                 Message::tr("a code such as \"en\" or \"zh_CN\""));
        text.byLanguage.emplace(member.name, read(member.value));
    }
    if (!text.byLanguage.contains("en"))
        fail(value.offset, Message::tr("the text is missing in English"), Message::tr("\"%1\"").arg("en"));
    return text;
}

void readClockworks(const Fields& fields, PerSide<Clockwork>& target)
{
    fields.allowOnly(std::array{identifier(Side::Client), identifier(Side::Server)});
    for (const Side each : allSides) {
        if (const auto object = fields.findObject(identifier(each)))
            target[each] = readClockwork(*object);
    }
}

void readExpectedWith(const Fields& fields, std::map<std::string, PerSide<Path>>& target)
{
    const auto names = profileNames();
    fields.allowOnly(names);
    for (const std::string_view name : names) {
        if (const auto paths = fields.findObject(name))
            readSides(*paths, target[std::string{name}], path);
    }
}

/// What a scenario has to say.
void readRequired(const Fields& fields, Scenario& scenario)
{
    scenario.name = scenarioName(fields.at("name"));
    scenario.title = localized(fields.at("title"), lineOfText);
    scenario.description = localized(fields.at("description"), paragraphs);
    for (const Fields& each : fields.objects("plan", Message::tr("a list of what is planned")))
        scenario.plan.push_back(readPlannedDeed(each));
}

/// What has a value that goes without saying.
void readOptional(const Fields& fields, Scenario& scenario)
{
    if (const auto object = fields.findObject("profile"))
        readSides(*object, scenario.profile, profileName);
    if (const auto object = fields.findObject("address"))
        readSides(*object, scenario.address, lineOfText);
    if (const auto object = fields.findObject("reading"))
        readSides(*object, scenario.reading, boolean);
    if (const auto object = fields.findObject("keep_alive"))
        readSides(*object, scenario.keepAlive, boolean);
    if (const auto object = fields.findObject("receive_buffer"))
        readSides(*object, scenario.receiveBuffer, receiveBuffer);
    if (const auto object = fields.findObject("initial_sequence_number"))
        readSides(*object, scenario.initialSequence, sequenceNumber);
    if (const JsonMember* member = fields.find("foreign"))
        scenario.foreign = side(member->value);
    if (const auto object = fields.findObject("network"))
        scenario.network = readNetwork(*object);
    if (const auto object = fields.findObject("clockwork"))
        readClockworks(*object, scenario.clockwork);
    if (const JsonMember* member = fields.find("seed"))
        scenario.seed = wholeNumber(member->value, 0, std::numeric_limits<std::uint64_t>::max());
    if (const JsonMember* member = fields.find("until_ms"))
        scenario.until = milliseconds(member->value);
    if (fields.find("done") != nullptr)
        scenario.done = readDone(fields.objects("done", Message::tr("a list of what was done by hand")));
    if (const auto object = fields.findObject("expected"))
        readSides(*object, scenario.expected, path);
    if (const auto object = fields.findObject("expected_with"))
        readExpectedWith(*object, scenario.expectedWith);
}

std::uint64_t formatOf(const JsonValue& tree)
{
    return wholeNumber(Fields(tree, UnknownFields::Overlooked).at("finwait"), scenarioFormat,
                       std::numeric_limits<int>::max());
}

} // namespace

Expected<KnownFields, ReadError> readKnownFields(std::string_view text)
{
    const auto tree = parseJson(text);
    if (!tree)
        return Unexpected{tree.error()};
    Message hint;
    try {
        KnownFields known;
        known.isLater = formatOf(*tree) > scenarioFormat;
        if (known.isLater)
            hint = Message::tr("the file is of a later format than this program knows");
        const Fields fields(*tree, known.isLater ? UnknownFields::Overlooked : UnknownFields::Refused);
        fields.allowOnly(topFields);
        readRequired(fields, known.scenario);
        readOptional(fields, known.scenario);
        return known;
    } catch (const ReadFailure& failure) {
        ReadError error = readErrorAt(text, failure.offset, failure.what, failure.expected);
        error.hint = hint;
        return Unexpected{std::move(error)};
    }
}

Expected<Scenario, ReadError> readScenario(std::string_view text)
{
    auto known = readKnownFields(text);
    if (!known)
        return Unexpected{known.error()};
    auto [scenario, isLater] = *std::move(known);
    if (isLater) {
        scenario.laterFile = text;
        scenario.laterFile = writeScenario(scenario); // one form for all that say the same
    }
    return std::move(scenario);
}

} // namespace finwait
