// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// An entry is of one of three kinds, and the field that only this kind has tells which.
#include "scenario/plan_reader.h"

#include "scenario/read_values.h"

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace finwait {
namespace {

/// What an IPv4 datagram has room for behind two headers without options.
constexpr std::uint32_t mostInjectedOctets = 65535 - 20 - 20;
constexpr std::uint32_t mostOf16Bits = std::numeric_limits<std::uint16_t>::max();
constexpr std::uint32_t mostOf8Bits = std::numeric_limits<std::uint8_t>::max();

std::uint32_t octets(const Fields& fields)
{
    return static_cast<std::uint32_t>(wholeNumber(fields.at("octets"), 1, largestCount));
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

Options options(const Fields& fields)
{
    fields.allowOnly(std::array<std::string_view, 4>{"mss", "window_scale", "sack_permitted", "timestamps"});
    Options options;
    if (fields.find("mss") != nullptr)
        options.mss = static_cast<std::uint16_t>(fields.countOr("mss", 0, mostOf16Bits, 0));
    if (fields.find("window_scale") != nullptr)
        options.windowScale = static_cast<std::uint8_t>(fields.countOr("window_scale", 0, mostOf8Bits, 0));
    options.sackPermitted = fields.booleanOr("sack_permitted", false);
    if (const auto stamps = fields.findObject("timestamps")) {
        stamps->allowOnly(std::array<std::string_view, 2>{"value", "echo"});
        options.timestamps = Timestamps{.value = stamps->countOr("value", 0, largestCount, 0),
                                        .echo = stamps->countOr("echo", 0, largestCount, 0)};
    }
    return options;
}

Injection injection(const Fields& fields)
{
    fields.allowOnly(
        std::array<std::string_view, 7>{"flags", "seq", "ack", "octets", "window", "urgent_pointer", "options"});
    Injection injection;
    injection.flags = flags(fields.at("flags"));
    if (const JsonMember* member = fields.find("seq"))
        injection.seq = signedNumber(member->value, largestCount);
    if (const JsonMember* member = fields.find("ack"))
        injection.ack = signedNumber(member->value, largestCount);
    injection.octets = fields.countOr("octets", 0, mostInjectedOctets, injection.octets);
    injection.window = static_cast<std::uint16_t>(fields.countOr("window", 0, largestWindowField, injection.window));
    injection.urgentPointer = static_cast<std::uint16_t>(fields.countOr("urgent_pointer", 0, mostOf16Bits, 0));
    if (const auto object = fields.findObject("options"))
        injection.options = options(*object);
    return injection;
}

/// A kind of deed as it is written: the field that tells it, and how the deed is made.
struct DeedForm {
    std::string_view name;
    /// The fields that come with it.
    std::vector<std::string_view> (*fields)(const Fields& fields);
    Deed (*make)(const Fields& fields);
};

const CallForm& callForm(const Fields& fields)
{
    const auto names = namesOf(callForms(), &CallForm::name);
    return callForms()[indexOfName(fields.at("call"), names, Message::tr("%1 is not a call"))];
}

std::vector<std::string_view> noOthers(const Fields&)
{
    return {};
}

constexpr std::array<DeedForm, 3> deedForms = {{
    {"call", [](const Fields& fields) { return callForm(fields).fields; },
     [](const Fields& fields) -> Deed { return callForm(fields).make(fields); }},
    {"host", noOthers,
     [](const Fields& fields) -> Deed {
         return identified(fields.at("host"), allHostEvents, Message::tr("%1 is not something that happens to a host"));
     }},
    {"inject", noOthers, [](const Fields& fields) -> Deed { return injection(fields.object("inject")); }},
}};

/// nullptr: none.
const DeedForm* findDeedForm(const Fields& fields)
{
    for (const DeedForm& form : deedForms) {
        if (fields.find(form.name) != nullptr)
            return &form;
    }
    return nullptr;
}

} // namespace

bool tellsDeed(const Fields& fields)
{
    return findDeedForm(fields) != nullptr;
}

SideDeed readDeed(const Fields& fields, const std::vector<std::string_view>& others)
{
    const DeedForm* form = findDeedForm(fields);
    if (form == nullptr)
        fail(fields.offset(), Message::tr("a field is missing in this object"),
             Message::tr("\"%1\", \"%2\" or \"%3\"").arg("call").arg("host").arg("inject"));
    std::vector<std::string_view> allowed = {"side", form->name};
    const std::vector<std::string_view> own = form->fields(fields);
    allowed.insert(allowed.end(), own.begin(), own.end());
    allowed.insert(allowed.end(), others.begin(), others.end());
    fields.allowOnly(allowed);
    return {side(fields.at("side")), form->make(fields)};
}

PlannedDeed readPlannedDeed(const Fields& fields)
{
    const auto condition = fields.findObject("when");
    const std::string_view time = condition ? "after_ms" : "at_ms";
    const auto [side, deed] = readDeed(fields, {time, "when"});
    if (!condition && fields.find(time) == nullptr)
        fail(fields.offset(), Message::tr("a field is missing in this object"),
             Message::tr("\"%1\" or \"%2\"").arg("at_ms").arg("when"));

    PlannedDeed planned{side, deed, std::nullopt, {}};
    if (condition)
        planned.when = stateEntered(*condition);
    planned.after = milliseconds(fields.at(time));
    return planned;
}

} // namespace finwait
