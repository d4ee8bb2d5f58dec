// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/command_parser.h"

#include "app/name_suggestions.h"
#include "app/script_io.h"
#include "scenario/library.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

namespace finwait {

CommandParser::CommandParser(const QString& description)
{
    m_parser.setApplicationDescription(description);
}

void CommandParser::addFlag(const char* name, const QString& description)
{
    m_parser.addOption({QString::fromLatin1(name), description});
}

void CommandParser::addOption(const char* name, const QString& description, const char* value)
{
    m_parser.addOption({QString::fromLatin1(name), description, QString::fromLatin1(value)});
}

void CommandParser::addPositional(const char* name, const QString& description, const char* syntax)
{
    m_parser.addPositionalArgument(QString::fromLatin1(name), description, QString::fromLatin1(syntax));
}

std::optional<Request> CommandParser::parse(const QStringList& arguments)
{
    m_parser.addHelpOption();
    if (!m_parser.parse(arguments))
        return UsageError{m_parser.errorText()};
    if (has("help") || has("help-all"))
        return TextRequest{m_parser.helpText()};
    return std::nullopt;
}

std::optional<UsageError> CommandParser::argumentTooMany(qsizetype most) const
{
    if (positional().size() <= most)
        return std::nullopt;
    return UsageError{CommandLine::tr("“%1” is one argument too many").arg(positional().at(most))};
}

bool CommandParser::has(const char* name) const
{
    return m_parser.isSet(QString::fromLatin1(name));
}

QString CommandParser::value(const char* name) const
{
    return m_parser.value(QString::fromLatin1(name));
}

std::optional<QString> CommandParser::optional(const char* name) const
{
    return has(name) ? std::optional(value(name)) : std::nullopt;
}

QString listOf(const QStringList& names)
{
    return names.join(CommandLine::tr(", "));
}

UsageError exclusive(const QString& one, const QString& other)
{
    return {CommandLine::tr("--%1 and --%2 exclude each other").arg(one, other)};
}

QString notFromStandardInput()
{
    return CommandLine::tr("standard input is not read: give the name of a file");
}

QString insteadOfScenario(const QString& name)
{
    if (name == QLatin1String("-"))
        return notFromStandardInput();
    const QStringList similar = namesLike(name, scenarioNames());
    const QString list = CommandLine::tr("finwait scenarios lists those that there are");
    //: %1: names of scenarios, %2: how to see them all
    return similar.isEmpty() ? list : CommandLine::tr("did you mean %1? %2").arg(listOf(similar), list);
}

QStringList scenarioNames()
{
    QStringList names;
    for (const Scenario& scenario : scenarioLibrary())
        names << QString::fromStdString(scenario.name);
    return names;
}

bool namesFile(const QString& argument)
{
    if (argument.contains(u'/') || argument.endsWith(QLatin1String(".finwait")) || isScript(argument))
        return true;
    return !findScenario(argument.toStdString()) && QFileInfo(argument).isFile();
}

bool isSameFile(const QString& one, const QString& other)
{
    std::error_code isMissing;
    if (std::filesystem::equivalent(QFile::encodeName(one).toStdString(), QFile::encodeName(other).toStdString(),
                                    isMissing))
        return true;
    const auto place = [](const QString& path) {
        const QFileInfo file(path);
        return QFileInfo(file.absolutePath()).canonicalFilePath() + u'/' + file.fileName();
    };
    return place(one) == place(other);
}

} // namespace finwait
