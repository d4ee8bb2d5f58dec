// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From the text of a packetdrill script to its events.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"
#include "script/script.h"

#include <string_view>

namespace finwait {

/// Errors name line and column. Blocks for other systems are left out: of the names that #ifdef asks for, only STANDARD
/// is defined.
[[nodiscard]] Expected<Script, ReadError> readScript(std::string_view text);

} // namespace finwait
