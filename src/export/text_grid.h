// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Columns of text for a terminal: as wide as their widest cell, East Asian characters counted as two.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace finwait {

/// How many columns of a terminal `text` takes.
[[nodiscard]] int terminalWidth(const QString& text);

/// One line for each row, cells padded to the width of their column, two spaces between columns, no space at the end of
/// a line. Rows may differ in length.
[[nodiscard]] QString textGrid(const std::vector<QStringList>& rows);

} // namespace finwait
