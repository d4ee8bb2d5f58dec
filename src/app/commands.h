// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The commands that print something and need no display. Each returns the exit code of the program.
#pragma once

#include "app/command_line.h"

#include <string>

namespace finwait {

/// Where it writes pictures (drawsPictures), a QApplication must exist; otherwise a QCoreApplication is enough.
[[nodiscard]] int perform(const RunRequest& request);
[[nodiscard]] bool drawsPictures(const RunRequest& request);
[[nodiscard]] int perform(const ScenariosRequest& request);
[[nodiscard]] int perform(const TableRequest& request);
[[nodiscard]] int perform(const ScriptRequest& request);
/// As that of a run.
[[nodiscard]] int perform(const CaptureRequest& request);
[[nodiscard]] bool drawsPictures(const CaptureRequest& request);
[[nodiscard]] int perform(const TextRequest& request);
[[nodiscard]] int perform(const UsageError& error);
[[nodiscard]] int perform(const FileError& error);

/// On standard output; what is wrong with that is said. The exit code.
[[nodiscard]] int print(const std::string& text);
[[nodiscard]] int print(const QString& text);
/// To be said, where standard output could not be written to. The exit code.
[[nodiscard]] int complainOfOutput();
/// One line on standard error: "finwait: <message>".
void complain(const QString& message);
/// One line on standard error as it is.
void printError(const QString& message);

} // namespace finwait
