// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the arguments ask for, already checked: names exist, numbers are numbers. Nothing is done here.
#pragma once

#include "app/open_window.h"
#include "core/side.h"
#include "scenario/scenario.h"
#include "script/script_run.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <variant>

namespace finwait {

enum class RunOutput : std::uint8_t { None, Text, Json };

struct PlayedScriptFile {
    QString path;
    ScriptVerdict verdict;
};

/// `finwait run`
struct RunRequest {
    Scenario scenario; ///< with the profile and the seed that were asked for
    RunOutput output = RunOutput::Text;
    bool check = false;
    QString chartPath;   ///< of an SVG; empty: none
    QString diagramPath; ///< of an SVG; empty: none
    QString packetsPath; ///< of a capture file; empty: none
    Side capturedAt = Side::Client;
    QString pktPath;                             ///< of a packetdrill script to write; empty: none
    Side pktOf = Side::Client;                   ///< by default the client's end, if that is one of ours
    std::optional<PlayedScriptFile> script = {}; ///< that the scenario comes of
};

/// `finwait scenarios`
struct ScenariosRequest {
    bool json = false;
};

enum class TableOutput : std::uint8_t { Text, Markdown, Json, Scxml, Conformance, ConformanceJson };

/// `finwait table`
struct TableRequest {
    TableOutput output = TableOutput::Text;
};

/// `finwait script`
struct ScriptRequest {
    QStringList paths; ///< at least one
    ScriptRunOptions options;
};

enum class CaptureOutput : std::uint8_t { None, Text, Json, Csv };

/// `finwait capture`
struct CaptureRequest {
    QString path;
    CaptureOutput output = CaptureOutput::Text;
    std::optional<quint64> connection = {}; ///< its number, from 1, as it was asked for; none: all of them
    QString chartPath = {};                 ///< of an SVG; empty: none
};

/// `--help`, `--version`: something to print, and that is all.
struct TextRequest {
    QString text;
};

/// The arguments are unusable: one line says what is wrong and what would be possible.
struct UsageError {
    QString message;
};

/// A file is unusable: one line says which, where in it and why, as compilers do.
struct FileError {
    QString line;
};

using Request = std::variant<WindowRequest, RunRequest, ScenariosRequest, TableRequest, ScriptRequest, CaptureRequest,
                             TextRequest, UsageError, FileError>;

/// `arguments` as QCoreApplication::arguments() has them: the program's own name first.
[[nodiscard]] Request parseCommandLine(const QStringList& arguments);

} // namespace finwait
