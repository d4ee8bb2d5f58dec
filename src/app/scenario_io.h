// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Scenario files as the window and the command line know them: Qt's paths, and what may go wrong in words for a person
// and in one line for a terminal.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"
#include "scenario/scenario.h"

#include <QString>

namespace finwait {

/// "lab.finwait:3:12: ... (expected ...)", as compilers have it.
[[nodiscard]] QString problemLine(const ReadError& error);
/// Where in the file, what is wrong there, and what was expected: sentences, a line each.
[[nodiscard]] QString problemText(const ReadError& error);

[[nodiscard]] Expected<Scenario, ReadError> readScenarioAt(const QString& path);
/// Returns what went wrong, without the path; empty: the file is written.
[[nodiscard]] QString writeScenarioAt(const QString& path, const Scenario& scenario);

/// The scenario has the name and the title of a file.
void nameAfter(const QString& path, Scenario& scenario);

/// The scenario as it is saved in `path`. What is named after the library, after nobody or after the file that it was
/// in (`before`; empty: none) gets the name of the file, since two scenarios of one name would be taken for each other.
/// A title that somebody wrote stays in all its languages; one that is nobody's or the old file's is the new file's.
/// States that were expected before the scenario was changed and are not reached any more are left out, those with
/// other profiles too.
[[nodiscard]] Scenario scenarioForFile(const Scenario& scenario, const QString& path, const QString& before);

} // namespace finwait
