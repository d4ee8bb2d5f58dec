// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What all JSON that we write has in common: the order of keys is ours, times are seconds.
#pragma once

#include "core/state.h"
#include "core/virtual_time.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace finwait {

using Json = nlohmann::ordered_json;

/// Virtual time in seconds; exact to the microsecond.
[[nodiscard]] inline double seconds(Time time)
{
    return std::chrono::duration<double>(time).count();
}

/// Indented by two, and a newline at the end.
[[nodiscard]] inline std::string written(const Json& json)
{
    constexpr int indent = 2;
    return json.dump(indent) + '\n';
}

[[nodiscard]] inline Json stateNames(const std::vector<State>& states)
{
    Json names = Json::array();
    for (const State state : states)
        names.push_back(identifier(state));
    return names;
}

} // namespace finwait
