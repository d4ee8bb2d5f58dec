// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where in a text an error is, and how a piece of the text is shown in it.
#include "core/read_error.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace finwait {
namespace {

constexpr std::size_t longestQuotation = 60; // bytes
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Whether a byte of UTF-8 is not the first of its character.
bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string hexadecimal(unsigned char byte)
{
    constexpr std::string_view digits = "0123456789abcdef";
    return {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

/// How many bytes the character at the front has; 0 if they are not a printable character in UTF-8.
std::size_t printableLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80)
        return first >= 0x20 && first != 0x7F ? 1 : 0;
    const auto length = static_cast<std::size_t>(std::countl_one(first));
    if (length < 2 || length > 4 || text.size() < length)
        return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const bool isControl = first == 0xC2 && second < 0xA0; // U+0080 to U+009F
    const bool isNoCharacter = text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
    const bool continues = std::ranges::all_of(text.substr(1, length - 1), continuesCharacter);
    return continues && !isControl && !isNoCharacter ? length : 0;
}

} // namespace

ReadError readErrorAt(std::string_view text, std::size_t offset, Message what, Message expected)
{
    ReadError error{std::move(what), 1, 1, std::move(expected)};
    for (std::size_t at = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0; at < offset; ++at) {
        if (text[at] == '\n') {
            ++error.line;
            error.column = 1;
        } else if (!continuesCharacter(text[at])) {
            ++error.column;
        }
    }
    return error;
}

std::string describe(const ReadError& error)
{
    std::string text = error.file.empty() ? "" : error.file + ": ";
    if (error.line > 0)
        text += "line " + std::to_string(error.line) + ", column " + std::to_string(error.column) + ": ";
    text += error.what.inEnglish();
    if (error.expected.empty())
        return text;
    text += " (expected " + error.expected.inEnglish();
    return text + (error.hint.empty() ? "" : "; " + error.hint.inEnglish()) + ")";
}

std::string quotation(std::string_view foreign)
{
    std::string result = "\"";
    while (!foreign.empty()) {
        if (result.size() > longestQuotation) {
            result += "...";
            break;
        }
        const std::size_t length = printableLength(foreign);
        result += length > 0 ? std::string{foreign.substr(0, length)}
                             : hexadecimal(static_cast<unsigned char>(foreign.front()));
        foreign.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result + "\"";
}

} // namespace finwait
