// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What an author of a scenario wants to see of it: FINWAIT_SCENARIO=file.finwait tst_scenario_library
#pragma once

#include <iosfwd>
#include <string>

namespace finwait {

/// Reads a file, plays it with its own profiles and with each one for which it expects something else, and prints the
/// paths, the segments and what was refused. False: it cannot be read, or a path is not the expected one.
bool reportScenario(const std::string& path, std::ostream& out);

} // namespace finwait
