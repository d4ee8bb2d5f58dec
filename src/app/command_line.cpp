// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/command_line.h"

#include "app/command_parser.h"
#include "app/playable.h"
#include "app/scenario_io.h"
#include "core/expected.h"
#include "core/stack_profile.h"
#include "scenario/library.h"

#include <array>
#include <optional>
#include <utility>

namespace finwait {

namespace {

QStringList profileNames()
{
    QStringList names;
    for (const StackProfile& profile : stackProfiles())
        names << QString::fromLatin1(profile.name.data(), static_cast<qsizetype>(profile.name.size()));
    return names;
}

UsageError unknownScenario(const QString& name)
{
    //: %2: what to try instead
    return {CommandLine::tr("there is no scenario and no file “%1”; %2").arg(name, insteadOfScenario(name))};
}

/// `profile` is what a script is played with.
Expected<Playable, Request> playableCalled(const QString& argument, const std::string& profile)
{
    if (namesFile(argument)) {
        auto read = readPlayable(argument, profile);
        if (!read)
            return Unexpected<Request>{FileError{problemLine(read.error())}};
        return *std::move(read);
    }
    if (const Scenario* shipped = findScenario(argument.toStdString()))
        return Playable{*shipped, std::nullopt};
    return Unexpected<Request>{unknownScenario(argument)};
}

/// nullptr: none was asked for.
Expected<const StackProfile*, UsageError> chosenProfile(const CommandParser& parser)
{
    const auto name = parser.optional("profile");
    if (!name)
        return nullptr;
    if (const StackProfile* profile = findProfile(name->toStdString()))
        return profile;
    return Unexpected{
        UsageError{CommandLine::tr("there is no profile “%1”; there are: %2").arg(*name, listOf(profileNames()))}};
}

std::optional<UsageError> applySeed(Scenario& scenario, const CommandParser& parser)
{
    const auto text = parser.optional("seed");
    if (!text)
        return std::nullopt;
    bool isNumber = false;
    scenario.seed = text->toULongLong(&isNumber);
    if (isNumber)
        return std::nullopt;
    return UsageError{
        CommandLine::tr("--seed takes a whole number from 0 to 18446744073709551615, not “%1”").arg(*text)};
}

/// An option that says for which side the file of another one is.
struct SideOption {
    const char* name;
    const char* file;
    Side RunRequest::*side;
};

constexpr std::array sideOptions = {SideOption{"capture-at", "pcapng", &RunRequest::capturedAt},
                                    SideOption{"pkt-of", "pkt", &RunRequest::pktOf}};

std::optional<UsageError> applySide(RunRequest& request, const SideOption& option, const CommandParser& parser)
{
    const auto text = parser.optional(option.name);
    if (!text)
        return std::nullopt;
    const QString name = QString::fromLatin1(option.name);
    if (!parser.has(option.file))
        return UsageError{CommandLine::tr("--%1 belongs to --%2").arg(name, QString::fromLatin1(option.file))};
    for (const Side side : allSides) {
        if (text->toStdString() == identifier(side)) {
            request.*option.side = side;
            return std::nullopt;
        }
    }
    return UsageError{CommandLine::tr("--%1 is client or server, not “%2”").arg(name, *text)};
}

/// A file to be written may be left out, but not have an empty name, or the name of another one or of what is read.
std::optional<UsageError> unusablePath(const CommandParser& parser)
{
    const QString source = parser.positional().constFirst();
    QStringList options;
    for (const char* name : {"svg", "diagram-svg", "pcapng", "pkt"}) {
        if (!parser.has(name))
            continue;
        const QString option = QString::fromLatin1(name);
        const QString path = parser.value(name);
        if (path.isEmpty())
            return UsageError{CommandLine::tr("--%1 takes the name of a file").arg(option)};
        if (namesFile(source) && isSameFile(source, path))
            return UsageError{CommandLine::tr("--%1 would write over %2, which is played").arg(option, path)};
        for (const QString& other : std::as_const(options)) {
            if (isSameFile(parser.value(other.toLatin1().constData()), path))
                return UsageError{
                    CommandLine::tr("--%1 and --%2 would write the same file, %3").arg(other, option, path)};
        }
        options << option;
    }
    return std::nullopt;
}

void describeRun(CommandParser& parser)
{
    parser.addPositional(
        "FILE|NAME",
        CommandLine::tr("A scenario file (%1), a packetdrill script (%2), or a scenario that ships with "
                        "Finwait, one of: %3.")
            .arg(QStringLiteral("*.finwait"), QStringLiteral("*.pkt"), listOf(scenarioNames())),
        "run FILE|NAME");
    parser.addOption("profile", CommandLine::tr("How both stacks behave, one of: %1.").arg(listOf(profileNames())),
                     "P");
    parser.addFlag("text",
                   CommandLine::tr("Print a table for reading. The default, unless something else is asked for."));
    parser.addFlag("json", CommandLine::tr("Print JSON for programs."));
    parser.addFlag("check", CommandLine::tr("Compare the states with those that the scenario expects; exit with 1 if "
                                            "they differ."));
    parser.addOption("svg", CommandLine::tr("Write the message sequence chart to this file."), "F");
    parser.addOption("diagram-svg", CommandLine::tr("Write the state diagram to this file."), "F");
    parser.addOption("pcapng", CommandLine::tr("Write the packets to this file, for Wireshark and its kind."), "F");
    parser.addOption("capture-at",
                     CommandLine::tr("At which end those packets are captured: client (the default) or server."),
                     "SIDE");
    parser.addOption("pkt", CommandLine::tr("Write what happens at one end to this file, as a packetdrill script."),
                     "F");
    parser.addOption("pkt-of", CommandLine::tr("Whose end that script is about: client (the default) or server."),
                     "SIDE");
    parser.addOption("seed", CommandLine::tr("The number from which all chance is drawn."), "N");
}

Request parseRun(const QStringList& arguments)
{
    CommandParser parser(CommandLine::tr("Plays a scenario to its end and prints what happens."));
    describeRun(parser);
    if (auto done = parser.parse(arguments))
        return std::move(*done);
    if (auto tooMany = parser.argumentTooMany(1))
        return std::move(*tooMany);
    if (parser.positional().isEmpty())
        return UsageError{CommandLine::tr(
            "run takes a file or the name of a scenario; finwait scenarios lists those that there are")};
    const auto profile = chosenProfile(parser);
    if (!profile)
        return profile.error();
    const std::string scriptProfile(*profile == nullptr ? stackProfiles().front().name : (*profile)->name);
    auto playable = playableCalled(parser.positional().constFirst(), scriptProfile);
    if (!playable)
        return playable.error();
    if (parser.has("text") && parser.has("json"))
        return exclusive(QStringLiteral("text"), QStringLiteral("json"));
    RunRequest request{.scenario = playable->scenario,
                       .output = RunOutput::None,
                       .check = parser.has("check"),
                       .chartPath = parser.value("svg"),
                       .diagramPath = parser.value("diagram-svg"),
                       .packetsPath = parser.value("pcapng"),
                       .pktPath = parser.value("pkt"),
                       .pktOf = playable->scenario.foreign == Side::Client ? Side::Server : Side::Client};
    if (*profile != nullptr)
        request.scenario.profile = {std::string((*profile)->name), std::string((*profile)->name)};
    if (playable->script)
        request.script = PlayedScriptFile{parser.positional().constFirst(), playable->script->run.verdict};
    for (const auto& problem : {applySeed(request.scenario, parser), applySide(request, sideOptions[0], parser),
                                applySide(request, sideOptions[1], parser), unusablePath(parser)}) {
        if (problem)
            return *problem;
    }
    const bool asksForElse =
        request.check || parser.has("svg") || parser.has("diagram-svg") || parser.has("pcapng") || parser.has("pkt");
    if (parser.has("json"))
        request.output = RunOutput::Json;
    else if (parser.has("text") || !asksForElse)
        request.output = RunOutput::Text;
    return request;
}

Request parseScenarios(const QStringList& arguments)
{
    CommandParser parser(CommandLine::tr("Lists the scenarios that ship with Finwait."));
    parser.addPositional("scenarios", CommandLine::tr("This command."), "scenarios");
    parser.addFlag("json", CommandLine::tr("Print JSON for programs."));
    if (auto done = parser.parse(arguments))
        return std::move(*done);
    if (auto tooMany = parser.argumentTooMany(0))
        return std::move(*tooMany);
    return ScenariosRequest{parser.has("json")};
}

Request parseTable(const QStringList& arguments)
{
    CommandParser parser(CommandLine::tr("Prints the table of all transitions."));
    parser.addPositional("table", CommandLine::tr("This command."), "table");
    parser.addFlag("markdown", CommandLine::tr("Print a Markdown table."));
    parser.addFlag("json", CommandLine::tr("Print JSON for programs."));
    parser.addFlag("scxml", CommandLine::tr("Print a state chart in SCXML."));
    parser.addFlag("conformance",
                   CommandLine::tr("Print what is kept of each numbered requirement of RFC 9293 instead: in Markdown, "
                                   "or in JSON with --json."));
    if (auto done = parser.parse(arguments))
        return std::move(*done);
    if (auto tooMany = parser.argumentTooMany(0))
        return std::move(*tooMany);
    constexpr std::array outputs = {std::pair{"markdown", TableOutput::Markdown}, std::pair{"json", TableOutput::Json},
                                    std::pair{"scxml", TableOutput::Scxml}};
    const char* chosen = nullptr;
    TableRequest request;
    for (const auto& [name, output] : outputs) {
        if (!parser.has(name))
            continue;
        if (chosen)
            return exclusive(QString::fromLatin1(chosen), QString::fromLatin1(name));
        chosen = name;
        request.output = output;
    }
    if (!parser.has("conformance"))
        return request;
    if (request.output == TableOutput::Scxml)
        return exclusive(QStringLiteral("scxml"), QStringLiteral("conformance"));
    const bool json = request.output == TableOutput::Json;
    request.output = json ? TableOutput::ConformanceJson : TableOutput::Conformance;
    return request;
}

Request parseScript(const QStringList& arguments)
{
    CommandParser parser(
        CommandLine::tr("Plays packetdrill scripts against an endpoint and says where the two differ."));
    parser.addPositional("FILE", CommandLine::tr("A packetdrill script (%1).").arg(QStringLiteral("*.pkt")),
                         "script FILE...");
    parser.addOption("profile", CommandLine::tr("How the stack behaves, one of: %1.").arg(listOf(profileNames())), "P");
    parser.addFlag("strict", CommandLine::tr("Compare the windows and the options of segments, too."));
    if (auto done = parser.parse(arguments))
        return std::move(*done);
    if (parser.positional().isEmpty())
        return UsageError{CommandLine::tr("script takes the files to play")};
    const auto profile = chosenProfile(parser);
    if (!profile)
        return profile.error();
    ScriptRequest request{parser.positional(), {}};
    if (*profile != nullptr)
        request.options.profile = **profile;
    request.options.strict = parser.has("strict");
    return request;
}

} // namespace

Request parseCommandLine(const QStringList& arguments)
{
    const QString command = arguments.value(1);
    QStringList rest = arguments;
    if (rest.size() > 1)
        rest.removeAt(1);
    if (command == QLatin1String("run"))
        return parseRun(rest);
    if (command == QLatin1String("scenarios"))
        return parseScenarios(rest);
    if (command == QLatin1String("table"))
        return parseTable(rest);
    if (command == QLatin1String("script"))
        return parseScript(rest);
    if (command == QLatin1String("capture"))
        return parseCapture(rest);
    return parseWindow(arguments);
}

} // namespace finwait
