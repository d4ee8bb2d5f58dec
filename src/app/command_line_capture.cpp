// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/command_parser.h"

#include <array>
#include <utility>

namespace finwait {

namespace {

void describeCapture(CommandParser& parser)
{
    parser.addPositional(
        "FILE",
        CommandLine::tr("A capture file (%1), compressed by gzip or not.").arg(QStringLiteral("*.pcap, *.pcapng")),
        "capture FILE");
    parser.addFlag("text", CommandLine::tr("Print a summary, and a line for each connection. The default, unless "
                                           "something else is asked for."));
    parser.addFlag("json", CommandLine::tr("Print JSON for programs."));
    parser.addFlag("csv", CommandLine::tr("Print a table for programs, with one row for each connection."));
    parser.addOption("connection", CommandLine::tr("Only this connection, by its number, and all that is known of it."),
                     "N");
    parser.addOption("svg", CommandLine::tr("With --connection: write its message sequence chart to this file."), "F");
}

std::optional<UsageError> applyOutput(CaptureRequest& request, const CommandParser& parser)
{
    constexpr std::array outputs = {std::pair{"text", CaptureOutput::Text}, std::pair{"json", CaptureOutput::Json},
                                    std::pair{"csv", CaptureOutput::Csv}};
    request.output = parser.has("svg") ? CaptureOutput::None : CaptureOutput::Text;
    const char* chosen = nullptr;
    for (const auto& [name, output] : outputs) {
        if (!parser.has(name))
            continue;
        if (chosen)
            return exclusive(QString::fromLatin1(chosen), QString::fromLatin1(name));
        chosen = name;
        request.output = output;
    }
    return std::nullopt;
}

std::optional<UsageError> applyConnection(CaptureRequest& request, const CommandParser& parser)
{
    const auto text = parser.optional("connection");
    if (!text)
        return std::nullopt;
    bool isNumber = false;
    const quint64 number = text->toULongLong(&isNumber);
    if (!isNumber || number == 0)
        return UsageError{
            CommandLine::tr("--connection takes the number of a connection, from 1, not “%1”").arg(*text)};
    request.connection = number;
    return std::nullopt;
}

std::optional<UsageError> applyChart(CaptureRequest& request, const CommandParser& parser)
{
    if (!parser.has("svg"))
        return std::nullopt;
    request.chartPath = parser.value("svg");
    if (!request.connection)
        return UsageError{
            CommandLine::tr("--%1 belongs to --%2").arg(QStringLiteral("svg"), QStringLiteral("connection"))};
    if (request.chartPath.isEmpty())
        return UsageError{CommandLine::tr("--%1 takes the name of a file").arg(QStringLiteral("svg"))};
    if (isSameFile(request.path, request.chartPath))
        return UsageError{
            CommandLine::tr("--%1 would write over %2, which is read").arg(QStringLiteral("svg"), request.chartPath)};
    return std::nullopt;
}

} // namespace

Request parseCapture(const QStringList& arguments)
{
    CommandParser parser(CommandLine::tr("Finds the TCP connections in a capture file, the states that their two ends "
                                         "went through, and what went wrong."));
    describeCapture(parser);
    if (auto done = parser.parse(arguments))
        return std::move(*done);
    if (auto tooMany = parser.argumentTooMany(1))
        return std::move(*tooMany);
    if (parser.positional().isEmpty())
        return UsageError{CommandLine::tr("capture takes a capture file")};
    CaptureRequest request{.path = parser.positional().constFirst()};
    if (request.path == QLatin1String("-"))
        return UsageError{notFromStandardInput()};
    for (const auto& problem :
         {applyOutput(request, parser), applyConnection(request, parser), applyChart(request, parser)}) {
        if (problem)
            return *problem;
    }
    return request;
}

} // namespace finwait
