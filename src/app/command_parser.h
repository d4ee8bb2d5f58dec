// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the parsers of all commands share. Internal to the command line.
#pragma once

#include "app/command_line.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>

namespace finwait {

/// The translation context of the command line.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(finwait::CommandLine)
};

/// QCommandLineParser, told once how our commands go.
class CommandParser
{
public:
    explicit CommandParser(const QString& description);

    void addFlag(const char* name, const QString& description);
    void addOption(const char* name, const QString& description, const char* value);
    void addPositional(const char* name, const QString& description, const char* syntax);

    /// What is wrong with the arguments, or what --help asks for; nullopt: go on.
    [[nodiscard]] std::optional<Request> parse(const QStringList& arguments);
    /// Where there are more than `most` that are no options.
    [[nodiscard]] std::optional<UsageError> argumentTooMany(qsizetype most) const;

    [[nodiscard]] bool has(const char* name) const;
    /// Empty where the option is not given.
    [[nodiscard]] QString value(const char* name) const;
    [[nodiscard]] std::optional<QString> optional(const char* name) const;
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }

private:
    QCommandLineParser m_parser;
};

/// "a, b, c"
[[nodiscard]] QString listOf(const QStringList& names);
[[nodiscard]] QString notFromStandardInput();
/// What to try instead of `name`, which is neither a file nor a scenario: one part of a sentence.
[[nodiscard]] QString insteadOfScenario(const QString& name);
[[nodiscard]] QStringList scenarioNames();
/// Whether a person means a file. What has no '/' in it and does not end in ".finwait" is first of all a name of the
/// library.
[[nodiscard]] bool namesFile(const QString& argument);
/// Two names of one file, be it there or not: through links, by another way, or letter by letter.
[[nodiscard]] bool isSameFile(const QString& one, const QString& other);

[[nodiscard]] UsageError exclusive(const QString& one, const QString& other);

/// `finwait capture`
[[nodiscard]] Request parseCapture(const QStringList& arguments);
/// Everything that is not one of the commands.
[[nodiscard]] Request parseWindow(const QStringList& arguments);

} // namespace finwait
