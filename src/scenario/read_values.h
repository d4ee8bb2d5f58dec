// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What scenario files say with one value, wherever in them it stands: a side, a state, a time. Everything here fails
// (json_fields.h) on what it cannot be.
#pragma once

#include "core/segment.h"
#include "core/side.h"
#include "core/state.h"
#include "core/state_entered.h"
#include "core/virtual_time.h"
#include "scenario/json_fields.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace finwait {

inline constexpr std::uint32_t largestCount = std::numeric_limits<std::uint32_t>::max();

template <typename Things, typename Name>
std::vector<std::string_view> namesOf(const Things& things, Name name)
{
    std::vector<std::string_view> names;
    names.reserve(std::size(things));
    std::ranges::transform(things, std::back_inserter(names), name);
    return names;
}

/// The index in `names` of the name that `value` is. What is said of another one: "%1 is not a state".
std::size_t indexOfName(const JsonValue& value, const std::vector<std::string_view>& names, const Message& unknown);

/// Which of `things` the value names with its identifier.
template <typename Things>
auto identified(const JsonValue& value, const Things& things, const Message& unknown)
{
    const auto names = namesOf(things, [](const auto& each) { return identifier(each); });
    return things[indexOfName(value, names, unknown)];
}

/// "12" or "12.345"; not negative.
std::string inMilliseconds(Duration time);
/// From zero to longestScenarioTime, with at most three decimals.
Duration milliseconds(const JsonValue& value);
Duration milliseconds(const JsonValue& value, Duration least, Duration most);
Side side(const JsonValue& value);
State state(const JsonValue& value);
/// A list of their names.
Flags flags(const JsonValue& value);
StateEntered stateEntered(const Fields& fields);

/// The values in an object with a field for each side. A side that is not named, or all of them, keep what they have.
template <typename T, typename Read>
void readSides(const Fields& fields, PerSide<T>& target, Read read)
{
    fields.allowOnly(std::array{identifier(Side::Client), identifier(Side::Server)});
    for (const Side each : allSides) {
        if (const JsonMember* member = fields.find(identifier(each)))
            target[each] = read(member->value);
    }
}

} // namespace finwait
