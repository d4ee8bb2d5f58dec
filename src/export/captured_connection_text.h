// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// All that is known of one connection of a capture, for reading in a terminal.
#pragma once

#include "export/captured_file.h"

#include <QString>

namespace finwait {

/// `file` has chosen one. In the language that is in force.
[[nodiscard]] QString capturedConnectionText(const CapturedFile& file);

} // namespace finwait
