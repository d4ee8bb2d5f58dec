// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Why a scenario file could not be read, and where in it: whoever wrote the file wants to go there and mend it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace finwait {

struct ReadError {
    std::string what;       ///< "\"FIN_WAIT_3\" is not a state"
    std::size_t line = 1;   ///< from 1
    std::size_t column = 1; ///< from 1, in characters, not in bytes
    std::string expected;   ///< what should stand there: "one of CLOSED, LISTEN, ..."

    friend bool operator==(const ReadError&, const ReadError&) = default;
};

/// "line 3, column 12: ... (expected ...)": to be put after the name of the file.
[[nodiscard]] std::string describe(const ReadError& error);

/// What stood in a file, fit for a message: in quotation marks, cut where it is long, and without anything that could
/// play tricks on a terminal (control characters and bytes that are not UTF-8 are shown as "\\x1b").
[[nodiscard]] std::string quotation(std::string_view foreign);

} // namespace finwait
