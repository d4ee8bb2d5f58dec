// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// JSON that remembers where everything stood in the file. nlohmann-json checks the syntax but forgets the places, and a
// message about a wrong value needs one just as much as a message about a missing comma.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace finwait {

/// A number as it is written, so that decimal fractions stay exact.
struct JsonNumber {
    std::string digits;
};

struct JsonMember;

struct JsonValue {
    using Array = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>; // in the order of the file

    std::size_t offset = 0; ///< bytes from the start of the text to the value's first
    std::variant<std::monostate, bool, JsonNumber, std::string, Array, Object> content; ///< monostate: null
};

struct JsonMember {
    std::string name;
    std::size_t offset = 0; ///< of the name
    JsonValue value;
};

/// Objects and arrays inside each other beyond this are an error: it bounds the stack that a tree needs.
inline constexpr std::size_t maxJsonDepth = 64;

/// More fields than this in one object are an error: each is compared with those before it.
inline constexpr std::size_t maxJsonFields = 1000;

/// More entries than this in one array are an error: whoever plays a scenario looks through its plan and its faults
/// again and again.
inline constexpr std::size_t maxJsonEntries = 10'000;

/// The text as a tree. Errors: wrong syntax, a name that stands twice in one object, nesting beyond maxJsonDepth, more
/// fields than maxJsonFields, more entries than maxJsonEntries.
[[nodiscard]] Expected<JsonValue, ReadError> parseJson(std::string_view text);

} // namespace finwait
