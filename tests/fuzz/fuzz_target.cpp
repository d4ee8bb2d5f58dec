// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "fuzz/fuzz_target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace finwait::fuzz {

void must(bool holds, const char* what)
{
    if (holds)
        return;
    (void)std::fprintf(stderr, "This does not hold: %s\n", what);
    std::abort();
}

std::size_t linesOf(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
}

void mustExplain(const ReadError& error, std::string_view text)
{
    must(!error.what.empty(), "an error says what is wrong");
    must(!describe(error).empty(), "an error can be shown");
    must(error.line >= 1 && error.line <= linesOf(text), "an error is in a line of the text");
    must(error.column >= 1 && error.column <= text.size() + 1, "an error is in a column of the text");
}

void mustBeInOrder(const Trace& trace)
{
    Time before{};
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const Record& record = trace.record(index);
        must(record.at >= before, "time never goes back");
        must(record.cause == noRecord || record.cause < index, "a cause comes before what it causes");
        before = record.at;
    }
}

} // namespace finwait::fuzz
