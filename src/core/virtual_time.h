// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Time in Finwait is virtual: it is an argument everywhere and nobody asks a wall clock for it.
#pragma once

#include <chrono>

namespace finwait {

/// A length of virtual time. The engine counts in whole microseconds.
using Duration = std::chrono::microseconds;

/// A moment of virtual time: how long after the start of the simulation (or of the capture) it is.
using Time = Duration;

using namespace std::chrono_literals;

} // namespace finwait
