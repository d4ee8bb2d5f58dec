// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// An entry has a moment and one command; the field that only this command has tells which.
#include "scenario/done_reader.h"

#include "scenario/clockwork_reader.h"
#include "scenario/network_reader.h"
#include "scenario/plan_reader.h"
#include "scenario/read_values.h"
#include "scenario/scenario_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

namespace finwait {
namespace {

constexpr std::string_view steps = "after_steps";
constexpr std::string_view time = "at_ms";
constexpr Duration shortest{1};

FlightIndex flight(const Fields& fields, std::string_view name)
{
    return static_cast<FlightIndex>(wholeNumber(fields.at(name), 0, largestCount));
}

Side sideOf(const Fields& fields)
{
    return side(fields.at("side"));
}

TimerKind timer(const Fields& fields, std::string_view name)
{
    return identified(fields.at(name), allTimers, Message::tr("%1 is not a timer"));
}

SettingIndex setting(const JsonValue& value)
{
    const auto names = namesOf(systemSettings(), &SystemSetting::name);
    return static_cast<SettingIndex>(indexOfName(value, names, Message::tr("%1 is not a setting")));
}

/// A command as it is written: the field that tells it, those that come with it, and how it is made from them. What can
/// also be planned has the form that it has in a plan.
struct CommandForm {
    std::string_view name;
    std::vector<std::string_view> fields;
    Command (*make)(const Fields& fields);
};

const std::vector<CommandForm>& commandForms()
{
    static const std::vector<CommandForm> forms = {
        {"deliver", {}, [](const Fields& fields) -> Command { return command::Deliver{flight(fields, "deliver")}; }},
        {"drop", {}, [](const Fields& fields) -> Command { return command::Drop{flight(fields, "drop")}; }},
        {"duplicate",
         {},
         [](const Fields& fields) -> Command { return command::Duplicate{flight(fields, "duplicate")}; }},
        {"hold", {}, [](const Fields& fields) -> Command { return command::Hold{flight(fields, "hold")}; }},
        {"fire_timer",
         {"side"},
         [](const Fields& fields) -> Command {
             return command::FireTimer{sideOf(fields), timer(fields, "fire_timer")};
         }},
        {"stop_timer",
         {"side"},
         [](const Fields& fields) -> Command {
             return command::StopTimer{sideOf(fields), timer(fields, "stop_timer")};
         }},
        {"stretch_timer",
         {"side", "by_ms"},
         [](const Fields& fields) -> Command {
             return command::StretchTimer{sideOf(fields), timer(fields, "stretch_timer"),
                                          milliseconds(fields.at("by_ms"), shortest, longestScenarioTime)};
         }},
        {"network",
         {},
         [](const Fields& fields) -> Command { return command::ChangeNetwork{readNetwork(fields.object("network"))}; }},
        {"clockwork",
         {"side"},
         [](const Fields& fields) -> Command {
             return command::ChangeClockwork{sideOf(fields), readClockwork(fields.object("clockwork"))};
         }},
        {"setting",
         {"side", "value"},
         [](const Fields& fields) -> Command {
             return command::ChangeSetting{sideOf(fields), setting(fields.at("setting")),
                                           signedNumber(fields.at("value"), largestCount)};
         }},
        {"plan",
         {},
         [](const Fields& fields) -> Command { return command::Plan{readPlannedDeed(fields.object("plan"))}; }},
        {"forget_plan",
         {},
         [](const Fields& fields) -> Command { return command::ForgetPlan{side(fields.at("forget_plan"))}; }},
    };
    return forms;
}

struct CommandOfDeed {
    Side side;

    Command operator()(const Call& call) const { return command::MakeCall{side, call}; }
    Command operator()(HostEvent event) const { return command::ChangeHost{side, event}; }
    Command operator()(const Injection& injection) const { return command::Inject{side, injection}; }
};

Command readCommand(const Fields& fields)
{
    if (tellsDeed(fields)) {
        const auto [side, deed] = readDeed(fields, {steps, time});
        return std::visit(CommandOfDeed{side}, deed);
    }
    const auto form = std::ranges::find_if(
        commandForms(), [&fields](const CommandForm& each) { return fields.find(each.name) != nullptr; });
    if (form == commandForms().end())
        fail(fields.offset(), Message::tr("there is nothing in this object that is done"),
             Message::tr("\"%1\", \"%2\", \"%3\" or one of %4")
                 .arg("call")
                 .arg("host")
                 .arg("inject")
                 .arg(listOf(namesOf(commandForms(), &CommandForm::name))));
    std::vector<std::string_view> allowed = {steps, time, form->name};
    allowed.insert(allowed.end(), form->fields.begin(), form->fields.end());
    fields.allowOnly(allowed);
    return form->make(fields);
}

/// It cannot have been done before what stands before it.
Done readEntry(const Fields& fields, const Done& before)
{
    Done done;
    done.command = readCommand(fields);
    done.afterSteps = static_cast<StepIndex>(wholeNumber(fields.at(steps), before.afterSteps, mostStepsBefore));
    done.at = milliseconds(fields.at(time), before.at, longestScenarioTime);
    return done;
}

} // namespace

std::vector<Done> readDone(const std::vector<Fields>& entries)
{
    std::vector<Done> all;
    all.reserve(entries.size());
    for (const Fields& entry : entries)
        all.push_back(readEntry(entry, all.empty() ? Done{} : all.back()));
    return all;
}

} // namespace finwait
