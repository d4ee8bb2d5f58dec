// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The states as the systems' own tools and headers spell them.
#pragma once

#include "core/state.h"

#include <optional>
#include <string_view>

namespace finwait {

/// "SYN_RCVD" and "SYN_RECV" as well as "SYN_RECEIVED"; nullopt: no state is called so.
[[nodiscard]] std::optional<State> stateCalled(std::string_view word);

} // namespace finwait
