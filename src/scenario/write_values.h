// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The other way of read_values.h: single values and objects as scenario files have them.
#pragma once

#include "core/segment.h"
#include "core/side.h"
#include "core/state_entered.h"
#include "core/virtual_time.h"

#include <nlohmann/json.hpp>

#include <string>

namespace finwait {

/// Fields stay in the order in which they are written.
using Json = nlohmann::ordered_json;

/// Whole where it is whole. The time must be within longestScenarioTime.
[[nodiscard]] Json jsonOf(Duration time);
[[nodiscard]] Json jsonOf(const Flags& flags);
[[nodiscard]] Json jsonOf(const StateEntered& condition);

template <typename T, typename Write>
Json jsonOfSides(const PerSide<T>& values, Write write)
{
    Json object;
    for (const Side side : allSides)
        object[std::string{identifier(side)}] = write(values[side]);
    return object;
}

template <typename T>
Json jsonOfSides(const PerSide<T>& values)
{
    return jsonOfSides(values, [](const T& value) { return value; });
}

} // namespace finwait
