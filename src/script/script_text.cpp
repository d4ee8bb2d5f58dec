// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_text.h"

#include "core/read_error.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace finwait {

namespace {

constexpr std::string_view wordCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
constexpr std::string_view digits = "0123456789";
constexpr std::size_t mostDecimals = 6; // of a second: whole microseconds
constexpr std::size_t mostDigits = 9;   // of whole seconds: thirty years

bool isDigit(char character)
{
    return digits.find(character) != std::string_view::npos;
}

} // namespace

bool ScriptText::skipComment()
{
    if (startsWith("//")) {
        restOfLine();
        return true;
    }
    if (startsWith("/*")) {
        skip(2);
        upTo("*/");
        return true;
    }
    return false;
}

void ScriptText::skipBlanks()
{
    do {
        while (next() == ' ' || next() == '\t' || next() == '\r')
            ++m_at;
    } while (skipComment());
}

void ScriptText::skipLines()
{
    skipBlanks();
    while (next() == '\n') {
        skip(1);
        skipBlanks();
    }
}

bool ScriptText::atLineEnd()
{
    skipBlanks();
    return atEnd() || next() == '\n';
}

void ScriptText::skip(std::size_t characters)
{
    const std::size_t end = std::min(m_at + characters, m_text.size());
    m_line += static_cast<std::size_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                                                  m_text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    m_at = end;
}

bool ScriptText::accept(std::string_view what)
{
    skipBlanks();
    if (!startsWith(what))
        return false;
    skip(what.size());
    return true;
}

void ScriptText::expect(std::string_view what)
{
    if (!accept(what))
        failHere(Message::tr("'%1'").arg(what));
}

std::string_view ScriptText::word()
{
    skipBlanks();
    const std::size_t end = std::min(m_text.find_first_not_of(wordCharacters, m_at), m_text.size());
    const std::string_view found = m_text.substr(m_at, end - m_at);
    m_at = end;
    return found;
}

std::string_view ScriptText::upTo(std::string_view end)
{
    const std::size_t start = m_at;
    const std::size_t found = m_text.find(end, start);
    if (found == std::string_view::npos)
        failAt(start, Message::tr("this has no end"), Message::tr("'%1'").arg(end));
    skip(found + end.size() - start);
    return m_text.substr(start, found - start);
}

std::string_view ScriptText::restOfLine()
{
    const std::size_t start = m_at;
    m_at = std::min(m_text.find('\n', start), m_text.size());
    return m_text.substr(start, m_at - start);
}

std::optional<std::int64_t> ScriptText::number()
{
    skipBlanks();
    const std::size_t start = m_at;
    std::size_t at = m_at;
    const bool isNegative = at < m_text.size() && m_text[at] == '-';
    at += isNegative ? 1 : 0;
    const bool isHexadecimal = m_text.substr(at).starts_with("0x") || m_text.substr(at).starts_with("0X");
    at += isHexadecimal ? 2 : 0;
    std::int64_t value = 0;
    const char* end = m_text.data() + m_text.size();
    const auto [rest, error] = std::from_chars(m_text.data() + at, end, value, isHexadecimal ? 16 : 10);
    if (error == std::errc::invalid_argument || value < 0) {
        if (isHexadecimal)
            failAt(start, Message::tr("this is not a number"), Message::tr("digits after 0x"));
        return std::nullopt;
    }
    if (error != std::errc{})
        failAt(start, Message::tr("this number is too large"), Message::tr("at most 64 bits"));
    m_at = static_cast<std::size_t>(rest - m_text.data());
    return isNegative ? -value : value;
}

std::int64_t ScriptText::number(std::int64_t least, std::int64_t most, const Message& expected)
{
    skipBlanks();
    const std::size_t start = m_at;
    const auto value = number();
    if (!value)
        failHere(expected.arg(least).arg(most));
    if (*value < least || *value > most)
        failAt(start, Message::tr("%1 is not possible here").arg(quotation(m_text.substr(start, m_at - start))),
               expected.arg(least).arg(most));
    return *value;
}

std::optional<Duration> ScriptText::seconds()
{
    skipBlanks();
    const std::size_t start = m_at;
    std::size_t end = m_at;
    while (end < m_text.size() && isDigit(m_text[end]))
        ++end;
    const std::string_view whole = m_text.substr(start, end - start);
    std::string_view fraction;
    // "0...1" is a time and dots.
    if (m_text.substr(end).starts_with('.') && !m_text.substr(end).starts_with("...")) {
        const std::size_t point = end;
        ++end;
        while (end < m_text.size() && isDigit(m_text[end]))
            ++end;
        fraction = m_text.substr(point + 1, end - point - 1);
    }
    if (whole.empty() && fraction.empty())
        return std::nullopt;
    const std::string_view needless = fraction.substr(std::min(fraction.size(), mostDecimals));
    if (whole.size() > mostDigits || needless.find_first_not_of('0') != std::string_view::npos)
        failAt(start, Message::tr("%1 is not a time").arg(quotation(m_text.substr(start, end - start))),
               Message::tr("seconds, with at most six digits after the point"));
    m_at = end;
    std::string microseconds(fraction.substr(0, mostDecimals));
    microseconds.resize(mostDecimals, '0');
    const std::string all = std::string(whole) + microseconds;
    std::int64_t value = 0;
    std::from_chars(all.data(), all.data() + all.size(), value);
    return Duration{value};
}

void ScriptText::failAt(std::size_t offset, Message what, Message expected)
{
    throw ScriptFailure{offset, std::move(what), std::move(expected)};
}

void ScriptText::failHere(Message expected) const
{
    std::string_view here = m_text.substr(m_at);
    here = here.substr(0, here.find_first_of(" \t\r\n"));
    if (atEnd())
        fail(Message::tr("the script ends too early"), std::move(expected));
    if (here.empty())
        fail(Message::tr("the line ends too early"), std::move(expected));
    fail(Message::tr("%1 cannot stand here").arg(quotation(here)), std::move(expected));
}

} // namespace finwait
