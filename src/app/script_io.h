// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Packetdrill scripts from files.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"
#include "script/script.h"

#include <QString>

namespace finwait {

/// A script has a few kilobytes; more than this is something else.
inline constexpr qint64 largestScript = 4 * 1024 * 1024; // octets

/// Errors name the file; those of the script itself its line and column, too.
[[nodiscard]] Expected<Script, ReadError> readScriptAt(const QString& path);

} // namespace finwait
