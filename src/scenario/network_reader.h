// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The network of a scenario, with the rules for what goes wrong in it.
#pragma once

#include "core/network.h"
#include "scenario/json_fields.h"

namespace finwait {

/// What "network" holds; fails (json_fields.h) on what cannot be.
[[nodiscard]] NetworkConfig readNetwork(const Fields& fields);

} // namespace finwait
