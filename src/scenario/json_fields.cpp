// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Each kind of single value, and what is said when it is another.
#include "scenario/json_fields.h"

#include "scenario/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace finwait {
namespace {

/// Characters that no terminal and no XML file takes as a part of a text: U+0000 to U+001F, U+007F to U+009F, U+FFFE,
/// U+FFFF. Of UTF-8 that is well-formed.
bool hasUnprintable(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 || byte == 0x7F)
            return true;
        const std::string_view rest = text.substr(at);
        if (byte == 0xC2 && static_cast<unsigned char>(rest[1]) < 0xA0)
            return true;
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF"))
            return true;
    }
    return false;
}

/// 64 bits are asked for a seed, and written plainly; "4.0" and "4e2" are whole, too, as JSON Schema sees it.
template <typename Number>
std::optional<Number> writtenNumber(std::string_view written)
{
    Number number = 0;
    const char* end = written.data() + written.size();
    const auto result = std::from_chars(written.data(), end, number);
    if (result.ec == std::errc{} && result.ptr == end)
        return number;
    const auto otherwise = shiftedDecimal(written, 0);
    if (!otherwise || !std::in_range<Number>(*otherwise))
        return std::nullopt;
    return static_cast<Number>(*otherwise);
}

} // namespace

void fail(std::size_t offset, Message what, Message expected)
{
    throw ReadFailure{offset, std::move(what), std::move(expected)};
}

Message kindOf(const JsonValue& value)
{
    static const std::array<Message, std::variant_size_v<decltype(JsonValue::content)>> kinds = {
        Message::tr("this is null"),   Message::tr("this is true or false"), Message::tr("this is a number"),
        Message::tr("this is a text"), Message::tr("this is a list"),        Message::tr("this is an object")};
    return kinds[value.content.index()];
}

void refuse(const JsonValue& value, std::string_view written, const Message& expected)
{
    fail(value.offset, Message::tr("%1 is not possible here").arg(quotation(written)), expected);
}

bool boolean(const JsonValue& value)
{
    return contentOf<bool>(value, Message::tr("true or false"));
}

std::uint64_t wholeNumber(const JsonValue& value, std::uint64_t least, std::uint64_t most)
{
    const Message expected = Message::tr("a whole number from %1 to %2").arg(least).arg(most);
    const std::string& written = contentOf<JsonNumber>(value, expected).digits;
    const auto number = writtenNumber<std::uint64_t>(written);
    if (!number || *number < least || *number > most)
        refuse(value, written, expected);
    return *number;
}

std::int64_t signedNumber(const JsonValue& value, std::int64_t most)
{
    const Message expected = Message::tr("a whole number from %1 to %2").arg(-most).arg(most);
    const std::string& written = contentOf<JsonNumber>(value, expected).digits;
    const auto number = writtenNumber<std::int64_t>(written);
    if (!number || *number < -most || *number > most)
        refuse(value, written, expected);
    return *number;
}

std::string lineOfText(const JsonValue& value)
{
    const Message expected = Message::tr("a text of one line");
    const auto& text = contentOf<std::string>(value, expected);
    if (text.empty() || hasUnprintable(text))
        refuse(value, text, expected);
    return text;
}

std::string paragraphs(const JsonValue& value)
{
    const Message expected = Message::tr("a text, with an empty line between its paragraphs");
    const auto& text = contentOf<std::string>(value, expected);
    std::string inOneLine = text;
    std::ranges::replace(inOneLine, '\n', ' ');
    if (text.empty() || hasUnprintable(inOneLine))
        refuse(value, text, expected);
    return text;
}

Fields::Fields(const JsonValue& value, UnknownFields unknown)
    : m_unknown(unknown)
    , m_offset(value.offset)
    , m_members(contentOf<JsonValue::Object>(value, Message::tr("an object")))
{}

const JsonMember* Fields::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_members, name, &JsonMember::name);
    return found == m_members.end() ? nullptr : &*found;
}

const JsonValue& Fields::at(std::string_view name) const
{
    if (const JsonMember* member = find(name))
        return member->value;
    fail(m_offset, Message::tr("a field is missing in this object"), Message::tr("\"%1\"").arg(name));
}

bool Fields::booleanOr(std::string_view name, bool otherwise) const
{
    const JsonMember* member = find(name);
    return member == nullptr ? otherwise : boolean(member->value);
}

std::uint32_t Fields::countOr(std::string_view name, std::uint32_t least, std::uint32_t most,
                              std::uint32_t otherwise) const
{
    const JsonMember* member = find(name);
    return member == nullptr ? otherwise : static_cast<std::uint32_t>(wholeNumber(member->value, least, most));
}

Fields Fields::object(std::string_view name) const
{
    return {at(name), m_unknown};
}

std::optional<Fields> Fields::findObject(std::string_view name) const
{
    const JsonMember* member = find(name);
    return member == nullptr ? std::nullopt : std::optional<Fields>{std::in_place, member->value, m_unknown};
}

std::vector<Fields> Fields::objects(std::string_view name, const Message& expected) const
{
    const auto& elements = contentOf<JsonValue::Array>(at(name), expected);
    std::vector<Fields> all;
    all.reserve(elements.size());
    for (const JsonValue& element : elements)
        all.emplace_back(element, m_unknown);
    return all;
}

} // namespace finwait
