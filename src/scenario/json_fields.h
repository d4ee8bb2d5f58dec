// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a reader asks of a JSON tree: this field, of that kind. The first thing that is wrong ends the reading, so
// inside the room it is thrown; the reader catches it at its border and makes a ReadError of it.
#pragma once

#include "scenario/json_document.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace finwait {

/// Thrown by everything in this file, and caught within the room.
struct ReadFailure {
    std::size_t offset;
    std::string what;
    std::string expected;
};

[[noreturn]] void fail(std::size_t offset, std::string what, std::string_view expected);

/// "one of a, b, c"; `names` is a range of std::string_view.
template <typename Names>
std::string oneOf(const Names& names)
{
    std::string list;
    for (const std::string_view name : names)
        list.append(list.empty() ? "one of " : ", ").append(name);
    return list;
}

/// "a number", "an object": what a value is.
[[nodiscard]] std::string_view kindOf(const JsonValue& value);

template <typename Content>
const Content& contentOf(const JsonValue& value, std::string_view expected)
{
    if (const auto* content = std::get_if<Content>(&value.content))
        return *content;
    fail(value.offset, "this is " + std::string{kindOf(value)}, expected);
}

bool boolean(const JsonValue& value);
std::uint64_t wholeNumber(const JsonValue& value, std::uint64_t least, std::uint64_t most);
/// Not empty and without control characters.
std::string lineOfText(const JsonValue& value);
/// Not empty; may have line ends, but no other control characters.
std::string paragraphs(const JsonValue& value);

/// An object, seen by the names of its fields. Must not outlive the value.
class Fields
{
public:
    explicit Fields(const JsonValue& value);

    /// Fails on the first field that is not among `known`, a range of std::string_view.
    template <typename Names>
    void allowOnly(const Names& known) const
    {
        for (const JsonMember& member : m_members) {
            bool isKnown = false;
            for (const std::string_view name : known)
                isKnown = isKnown || name == member.name;
            if (!isKnown)
                fail(member.offset, "unknown field " + quotation(member.name), oneOf(known));
        }
    }

    /// nullptr: it is not there.
    [[nodiscard]] const JsonMember* find(std::string_view name) const;
    /// Fails if it is not there.
    [[nodiscard]] const JsonValue& at(std::string_view name) const;
    [[nodiscard]] bool booleanOr(std::string_view name, bool otherwise) const;

private:
    std::size_t m_offset;
    const JsonValue::Object& m_members;
};

} // namespace finwait
