// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// nlohmann-json reports each token in order; where the token stands follows from where the one before it ended, since
// only white space and separators can lie between the two.
#include "scenario/json_document.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace finwait {
namespace {

constexpr std::string_view whiteSpace = " \t\n\r";
constexpr std::string_view betweenTokens = " \t\n\r,:";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view digits = "0123456789";

/// Whether a byte of UTF-8 is not the first of its character.
bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t skip(std::string_view text, std::size_t from, std::string_view characters)
{
    return std::min(text.find_first_not_of(characters, from), text.size());
}

std::size_t stringEnd(std::string_view text, std::size_t start)
{
    std::size_t at = start + 1;
    while (at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

/// One past the well-formed token that begins at `start`.
std::size_t tokenEnd(std::string_view text, std::size_t start)
{
    const char first = text[start];
    if (first == '"')
        return stringEnd(text, start);
    if (std::string_view{"{}[]"}.find(first) != std::string_view::npos)
        return start + 1;
    return std::min(text.find_first_of(" \t\n\r,]}", start), text.size());
}

/// What may come next at a place, and whether a token of that kind may begin with the given character.
struct Hope {
    Message expected;
    bool string = false;
    bool value = false;
};

Hope hopeForValue()
{
    return {Message::tr("a value"), true, true};
}

Hope hopeForName()
{
    return {Message::tr("a name in quotation marks"), true, false};
}

Hope hopeForSign(Message expected)
{
    return {std::move(expected), false, false};
}

/// Builds the tree, and knows at each moment where the text has been read up to.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit TreeBuilder(std::string_view text) : m_text(text)
    {
        if (m_text.starts_with(byteOrderMark))
            m_end = byteOrderMark.size();
    }

    bool null() override { return put(std::monostate{}); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(std::int64_t value) override { return putNumber(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) override { return putNumber(std::to_string(value)); }
    bool number_float(double, const std::string& written) override { return putNumber(written); }
    bool string(std::string& value) override { return put(std::move(value)); }
    bool binary(nlohmann::json::binary_t&) override { return false; } // not in the text form of JSON

    bool start_object(std::size_t) override { return put(JsonValue::Object{}) && open(); }
    bool start_array(std::size_t) override { return put(JsonValue::Array{}) && open(); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override
    {
        const std::size_t offset = nextToken();
        auto& members = std::get<JsonValue::Object>(m_open.back()->content);
        if (std::ranges::find(members, name, &JsonMember::name) != members.end()) {
            m_error = readErrorAt(m_text, offset, Message::tr("%1 stands twice").arg(quotation(name)),
                                  Message::tr("each name at most once"));
            return false;
        }
        if (members.size() == maxJsonFields) {
            m_error = readErrorAt(m_text, offset, Message::tr("this object has too many fields"),
                                  Message::tr("at most %1").arg(maxJsonFields));
            return false;
        }
        members.push_back({std::move(name), offset, {}});
        m_nameRead = true;
        return true;
    }

    bool parse_error(std::size_t charactersRead, const std::string&, const nlohmann::json::exception&) override
    {
        explainSyntax(charactersRead == 0 ? 0 : charactersRead - 1);
        return false;
    }

    [[nodiscard]] Expected<JsonValue, ReadError> result() &&
    {
        if (m_error)
            return Unexpected{std::move(*m_error)};
        return std::move(m_root);
    }

private:
    /// Moves m_end past the next token and returns where that token begins.
    std::size_t nextToken()
    {
        const std::size_t start = skip(m_text, m_end, betweenTokens);
        m_end = tokenEnd(m_text, start);
        return start;
    }

    template <typename Content>
    bool put(Content content)
    {
        if (isFull()) {
            m_error = readErrorAt(m_text, nextToken(), Message::tr("this list has too many entries"),
                                  Message::tr("at most %1").arg(maxJsonEntries));
            return false;
        }
        m_last = &place();
        m_last->offset = nextToken();
        m_last->content = std::move(content);
        m_nameRead = false;
        m_rootRead = true;
        return true;
    }

    /// Of "007" the JSON reader takes the first zero for a number, and would complain of what comes behind it.
    bool putNumber(const std::string& written)
    {
        if (!put(JsonNumber{written}))
            return false;
        const std::string_view token = m_text.substr(m_last->offset, m_end - m_last->offset);
        if (token == written || token == "-0")
            return true;
        m_error = noNumber(m_last->offset);
        return false;
    }

    [[nodiscard]] ReadError noNumber(std::size_t at) const
    {
        return readErrorAt(m_text, at, Message::tr("%1 is not a number").arg(quotation(tokenAt(at))),
                           Message::tr("a number such as 40 or 0.5"));
    }

    /// The next value would go into an array that has no room for it.
    [[nodiscard]] bool isFull() const
    {
        const auto* array = m_open.empty() ? nullptr : std::get_if<JsonValue::Array>(&m_open.back()->content);
        return array != nullptr && array->size() == maxJsonEntries;
    }

    /// Where the next value goes.
    JsonValue& place()
    {
        if (m_open.empty())
            return m_root;
        if (auto* members = std::get_if<JsonValue::Object>(&m_open.back()->content))
            return members->back().value;
        return std::get<JsonValue::Array>(m_open.back()->content).emplace_back();
    }

    bool open()
    {
        if (m_open.size() == maxJsonDepth) {
            m_error =
                readErrorAt(m_text, m_last->offset, Message::tr("objects and arrays lie too deep inside each other"),
                            Message::tr("at most %1 levels").arg(maxJsonDepth));
            return false;
        }
        m_open.push_back(m_last);
        return true;
    }

    bool close()
    {
        nextToken();
        m_open.pop_back();
        return true;
    }

    /// What could have followed the last good token; moves `at` over a separator that is right.
    [[nodiscard]] Hope hopeAt(std::size_t& at) const
    {
        const auto passes = [&](char separator) {
            if (at == m_text.size() || m_text[at] != separator)
                return false;
            at = skip(m_text, at + 1, whiteSpace);
            return true;
        };
        if (m_nameRead)
            return passes(':') ? hopeForValue() : hopeForSign(Message::tr("'%1'").arg(":"));
        if (m_open.empty())
            return m_rootRead ? hopeForSign(Message::tr("the end of the file")) : hopeForValue();
        if (const auto* members = std::get_if<JsonValue::Object>(&m_open.back()->content)) {
            if (members->empty())
                return {Message::tr("a name in quotation marks, or '%1'").arg("}"), true, false};
            return passes(',') ? hopeForName() : hopeForSign(Message::tr("'%1' or '%2'").arg(",").arg("}"));
        }
        if (std::get<JsonValue::Array>(m_open.back()->content).empty())
            return {Message::tr("a value, or '%1'").arg("]"), true, true};
        return passes(',') ? hopeForValue() : hopeForSign(Message::tr("'%1' or '%2'").arg(",").arg("]"));
    }

    void explainSyntax(std::size_t readerAt)
    {
        std::size_t at = skip(m_text, m_end, whiteSpace);
        const Hope hope = hopeAt(at);
        if (at == m_text.size()) {
            m_error = readErrorAt(m_text, at, Message::tr("the file ends too early"), hope.expected);
        } else if (m_text[at] == '"' && hope.string) {
            const bool unfinished = readerAt >= m_text.size();
            m_error = readErrorAt(m_text, unfinished ? at : readerAt,
                                  unfinished ? Message::tr("this text has no end")
                                             : Message::tr("this cannot stand in a text"),
                                  Message::tr("valid UTF-8 up to a closing '\"', with line ends and '\\' escaped"));
        } else if ((m_text[at] == '-' || digits.find(m_text[at]) != std::string_view::npos) && hope.value) {
            m_error = noNumber(at);
        } else {
            m_error =
                readErrorAt(m_text, at, Message::tr("%1 cannot stand here").arg(quotation(tokenAt(at))), hope.expected);
        }
    }

    /// The word at a place, the inside of a text, or the one character if it is neither.
    [[nodiscard]] std::string_view tokenAt(std::size_t at) const
    {
        constexpr std::string_view ofWords = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-";
        if (m_text[at] == '"')
            return m_text.substr(at + 1, m_text.find_first_of("\"\n", at + 1) - at - 1);
        std::size_t end = skip(m_text, at, ofWords);
        if (end == at) {
            do
                ++end;
            while (end < m_text.size() && continuesCharacter(m_text[end]));
        }
        return m_text.substr(at, end - at);
    }

    std::string_view m_text;
    std::size_t m_end = 0; // of the last good token
    JsonValue m_root;
    JsonValue* m_last = &m_root;
    std::vector<JsonValue*> m_open; // a container that is open does not move: nothing is added beside it
    bool m_nameRead = false;        // and its value not yet
    bool m_rootRead = false;
    std::optional<ReadError> m_error;
};

} // namespace

Expected<JsonValue, ReadError> parseJson(std::string_view text)
{
    TreeBuilder builder(text);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder).result();
}

} // namespace finwait
