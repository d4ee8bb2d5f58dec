// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/write_values.h"

#include "scenario/file_words.h"

#include <chrono>

namespace finwait {

/// A time within longestScenarioTime has at most 14 digits in microseconds, so the shortest decimal fraction that names
/// the double is the exact time.
Json jsonOf(Duration time)
{
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(time);
    if (whole == time)
        return whole.count();
    return std::chrono::duration<double, std::milli>(time).count();
}

Json jsonOf(const Flags& flags)
{
    Json list = Json::array();
    for (const FlagWord& word : flagWords) {
        if (flags.*word.flag)
            list.push_back(word.name);
    }
    return list;
}

Json jsonOf(const StateEntered& condition)
{
    return {{"side", identifier(condition.side)}, {"state", identifier(condition.state)}};
}

} // namespace finwait
