// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a reader asks of a JSON tree: this field, of that kind. The first thing that is wrong ends the reading, so
// inside the room it is thrown; the reader catches it at its border and makes a ReadError of it.
#pragma once

#include "core/message.h"
#include "scenario/json_document.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace finwait {

/// Thrown by everything in this file, and caught within the room.
struct ReadFailure {
    std::size_t offset;
    Message what;
    Message expected;
};

[[noreturn]] void fail(std::size_t offset, Message what, Message expected);

/// "a, b, c"; `names` is a range of std::string_view.
template <typename Names>
std::string listOf(const Names& names)
{
    std::string list;
    for (const std::string_view name : names)
        list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

template <typename Names>
Message oneOf(const Names& names)
{
    return Message::tr("one of %1").arg(listOf(names));
}

/// "this is a number", "this is an object": what a value is.
[[nodiscard]] Message kindOf(const JsonValue& value);

template <typename Content>
const Content& contentOf(const JsonValue& value, const Message& expected)
{
    if (const auto* content = std::get_if<Content>(&value.content))
        return *content;
    fail(value.offset, kindOf(value), expected);
}

/// Fails: what is written there is of the right kind and cannot be.
[[noreturn]] void refuse(const JsonValue& value, std::string_view written, const Message& expected);

bool boolean(const JsonValue& value);
std::uint64_t wholeNumber(const JsonValue& value, std::uint64_t least, std::uint64_t most);
/// The same, from -most to most.
std::int64_t signedNumber(const JsonValue& value, std::int64_t most);
/// Not empty, and nothing in it that cannot be printed: control characters, U+FFFE, U+FFFF.
std::string lineOfText(const JsonValue& value);
/// The same, but with line ends.
std::string paragraphs(const JsonValue& value);

/// What to do about fields that nobody knows.
enum class UnknownFields : std::uint8_t {
    Refused,
    Overlooked, ///< a file of a later format may have them
};

/// An object, seen by the names of its fields. Must not outlive the value.
class Fields
{
public:
    Fields(const JsonValue& value, UnknownFields unknown);

    /// Fails on the first field that is not among `known`, a range of std::string_view, unless they are overlooked.
    template <typename Names>
    void allowOnly(const Names& known) const
    {
        if (m_unknown == UnknownFields::Overlooked)
            return;
        for (const JsonMember& member : m_members) {
            bool isKnown = false;
            for (const std::string_view name : known)
                isKnown = isKnown || name == member.name;
            if (!isKnown)
                fail(member.offset, Message::tr("unknown field %1").arg(quotation(member.name)), oneOf(known));
        }
    }

    /// nullptr: it is not there.
    [[nodiscard]] const JsonMember* find(std::string_view name) const;
    /// Fails if it is not there.
    [[nodiscard]] const JsonValue& at(std::string_view name) const;
    [[nodiscard]] bool booleanOr(std::string_view name, bool otherwise) const;
    /// A whole number that fits; fails beyond `least` and `most`.
    [[nodiscard]] std::uint32_t countOr(std::string_view name, std::uint32_t least, std::uint32_t most,
                                        std::uint32_t otherwise) const;
    /// Fails if it is not there or no object.
    [[nodiscard]] Fields object(std::string_view name) const;
    /// nullopt: it is not there. Fails if it is no object.
    [[nodiscard]] std::optional<Fields> findObject(std::string_view name) const;
    /// The objects of a list. Fails if something there is not what it should be; `expected` says what the list is of.
    [[nodiscard]] std::vector<Fields> objects(std::string_view name, const Message& expected) const;

    [[nodiscard]] const JsonValue::Object& members() const { return m_members; }
    /// Of the object itself.
    [[nodiscard]] std::size_t offset() const { return m_offset; }

private:
    UnknownFields m_unknown;
    std::size_t m_offset;
    const JsonValue::Object& m_members;
};

} // namespace finwait
