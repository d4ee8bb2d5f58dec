// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A trace as bytes, to be compared with those of another.
#pragma once

#include "core/trace.h"

#include <string>

namespace finwait {

/// Everything that it holds: two traces have the same bytes only if they are the same.
[[nodiscard]] std::string bytesOf(const Trace& trace);

} // namespace finwait
