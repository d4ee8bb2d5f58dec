// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The whole program: from the arguments to a command or to the window.
#pragma once

namespace finwait {

/// Exit codes of the program.
namespace exitcode {
inline constexpr int done = 0;
inline constexpr int checkFailed = 1; ///< something that was checked does not hold
inline constexpr int unusable = 2;    ///< arguments or files; one line on standard error says why
} // namespace exitcode

/// What main() does. The exit code.
[[nodiscard]] int runApplication(int argc, char** argv);

} // namespace finwait
