// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A network with its faults, as scenario files say it: the other way of network_reader.h.
#pragma once

#include "core/network.h"
#include "scenario/write_values.h"

namespace finwait {

/// What "network" holds.
[[nodiscard]] Json jsonOf(const NetworkConfig& config);

} // namespace finwait
