// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What scripts assert of TCP_INFO: "assert tcpi_state == TCPI_ESTABLISHED".
#pragma once

#include "core/state.h"

#include <string_view>

namespace finwait {

/// Throws NotPlayed where something else is asserted.
[[nodiscard]] State assertedState(std::string_view assertion);

} // namespace finwait
