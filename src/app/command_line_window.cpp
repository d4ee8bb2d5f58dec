// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The arguments without a command: the window, or a picture of it.
#include "app/capture_io.h"
#include "app/command_parser.h"
#include "app/message_text.h"
#include "app/playable.h"
#include "app/scenario_io.h"
#include "finwait_version.h"
#include "scenario/library.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <optional>
#include <utility>

namespace finwait {

namespace {

constexpr int largestSide = 16384; // of a screenshot, in pixels; the window itself knows how small it can be
constexpr const char* pictureSuffix = "png";

QStringList languageNames()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

/// "1280x800"; nullopt: not a size, or one that no window can have.
std::optional<QSize> sizeFromText(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool fits = size.width() <= largestSide && size.height() <= largestSide;
    return fits && !size.isEmpty() ? std::optional(size) : std::nullopt;
}

std::optional<ThemeChoice> themeFromText(const QString& text)
{
    if (text == QLatin1String("light"))
        return ThemeChoice::Light;
    if (text == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return std::nullopt;
}

std::optional<UsageError> applyLooks(WindowRequest& request, const CommandParser& parser)
{
    if (const auto theme = parser.optional("theme")) {
        request.theme = themeFromText(*theme);
        if (!request.theme)
            return UsageError{CommandLine::tr("--theme is light or dark, not “%1”").arg(*theme)};
    }
    request.language = parser.optional("language");
    if (request.language && !languageNames().contains(*request.language))
        return UsageError{CommandLine::tr("there is no language “%1”; there are: %2")
                              .arg(*request.language, listOf(languageNames()))};
    return std::nullopt;
}

std::optional<UsageError> applyScreenshot(WindowRequest& request, const CommandParser& parser)
{
    if (parser.has("screenshot")) {
        if (parser.value("screenshot").isEmpty())
            return UsageError{CommandLine::tr("--screenshot takes the name of a PNG file")};
        const QString suffix = QFileInfo(parser.value("screenshot")).suffix();
        if (!suffix.isEmpty() && suffix.compare(QLatin1String(pictureSuffix), Qt::CaseInsensitive) != 0)
            return UsageError{
                CommandLine::tr("--screenshot writes PNG: the name of the file ends in .png, not in .%1").arg(suffix)};
        request.screenshot = Screenshot{parser.value("screenshot")};
    }
    const auto sizeText = parser.optional("size");
    if (!sizeText)
        return std::nullopt;
    const auto size = sizeFromText(*sizeText);
    if (!size)
        return UsageError{CommandLine::tr("--size is WIDTHxHEIGHT, such as 1280x800, each up to %1, not “%2”")
                              .arg(largestSide)
                              .arg(*sizeText)};
    if (!request.screenshot)
        return UsageError{CommandLine::tr("--size belongs to --screenshot")};
    request.screenshot->size = *size;
    return std::nullopt;
}

QString overview()
{
    return CommandLine::tr("Shows how a TCP connection lives and dies. Without a command it opens the window.\n\n"
                           "Commands, which need no display (finwait COMMAND --help says more):\n"
                           "  run FILE|NAME  play a scenario and print what happens\n"
                           "  scenarios      list the scenarios that ship with Finwait\n"
                           "  table          print the table of all transitions\n"
                           "  script FILE... play packetdrill scripts and say where the endpoint differs\n"
                           "  capture FILE   find the connections in a capture file, and what went wrong");
}

QString nameOrError(const QString& name)
{
    //: %2: what to try instead
    return CommandLine::tr(
               "“%1” is neither a command (run, scenarios, table, script, capture) nor a file nor a scenario; %2")
        .arg(name, insteadOfScenario(name));
}

/// Whether a connection of the capture can be shown.
std::optional<Request> captureProblem(const QString& path)
{
    const auto loaded =
        loadCapture({.path = path, .place = 0, .survey = nullptr, .counts = nullptr}, [](double) { return true; });
    if (loaded)
        return std::nullopt;
    return FileError{QDir::toNativeSeparators(path) + QStringLiteral(": ") + messageText(loaded.error())};
}

std::optional<Request> applyScenario(WindowRequest& request, const QString& argument)
{
    if (!namesFile(argument)) {
        request.scenarioName = argument;
        return findScenario(argument.toStdString()) ? std::nullopt
                                                    : std::optional<Request>(UsageError{nameOrError(argument)});
    }
    request.path = argument;
    // A window says itself what is wrong with a file, if there is one.
    if (!request.screenshot && QFileInfo::exists(argument))
        return std::nullopt;
    if (isCapture(argument))
        return captureProblem(argument);
    const auto read = readPlayable(argument, std::string(stackProfiles().front().name));
    return read ? std::nullopt : std::optional<Request>(FileError{problemLine(read.error())});
}

} // namespace

Request parseWindow(const QStringList& arguments)
{
    CommandParser parser(overview());
    parser.addPositional(
        "FILE|NAME",
        CommandLine::tr("What to open the window with: a file with a scenario, a script or a capture, or the "
                        "name of a scenario that ships."),
        "[FILE|NAME]");
    parser.addFlag("version", CommandLine::tr("Print the version."));
    parser.addOption("screenshot", CommandLine::tr("Draw the window into this PNG file, without a display."), "F.png");
    parser.addOption("size", CommandLine::tr("Size of the screenshot, for instance 1280x800."), "WxH");
    parser.addOption("theme", CommandLine::tr("light or dark, whatever the desktop is."), "T");
    parser.addOption("language", CommandLine::tr("Language of the window: %1.").arg(listOf(languageNames())), "L");
    if (auto done = parser.parse(arguments))
        return std::move(*done);
    if (parser.has("version"))
        return TextRequest{QStringLiteral("finwait %1\n").arg(QLatin1String(versionText))};
    WindowRequest request;
    for (const auto& problem : {applyLooks(request, parser), applyScreenshot(request, parser)}) {
        if (problem)
            return *problem;
    }
    if (!parser.positional().isEmpty()) {
        if (const auto problem = applyScenario(request, parser.positional().constFirst()))
            return *problem;
    }
    if (const auto tooMany = parser.argumentTooMany(1)) // what is no command first, and then what stands behind it
        return *tooMany;
    if (request.screenshot && request.path && isSameFile(*request.path, request.screenshot->path))
        return UsageError{CommandLine::tr("--screenshot would write over %1, which is shown").arg(*request.path)};
    return request;
}

} // namespace finwait
