// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Why a text from outside could not be read, and where in its file: whoever wrote it wants to go there and mend it.
#pragma once

#include "core/message.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace finwait {

struct ReadError {
    Message what;           ///< "\"FIN_WAIT_3\" is not a state"
    std::size_t line = 1;   ///< from 1; 0: not of a place in the text, but of the file itself
    std::size_t column = 1; ///< from 1, in characters, not in bytes; 0 where line is
    Message expected;       ///< what should stand there: "one of CLOSED, LISTEN, ..."; may be empty
    std::string file = {};  ///< its path as it was given; empty for a text that is in no file
    Message hint = {};      ///< beside `expected`, what else helps: "the file is of a later format ..."; may be empty
};

/// Puts the line and the column of `offset`, in bytes from the start of the text, into an error.
[[nodiscard]] ReadError readErrorAt(std::string_view text, std::size_t offset, Message what, Message expected);

/// "own.finwait: line 3, column 12: ... (expected ...)", without what is not known; in English.
[[nodiscard]] std::string describe(const ReadError& error);

/// What stood in a file, fit for a message: in quotation marks, cut where it is long, and without anything that could
/// play tricks on a terminal (control characters, what is no character, and bytes that are not UTF-8 are shown as
/// "\\x1b").
[[nodiscard]] std::string quotation(std::string_view foreign);

} // namespace finwait
