// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The transition table itself, for reading, for documents and for programs.
#pragma once

#include <QString>

#include <string>

namespace finwait {

/// Columns for a terminal, in the language that is in force.
[[nodiscard]] QString tableText();
/// A Markdown table, in the language that is in force.
[[nodiscard]] QString tableMarkdown();
/// UTF-8; the form is stable and described in docs/json.md.
[[nodiscard]] std::string tableJson();

} // namespace finwait
