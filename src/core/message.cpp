// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What fills a place is not searched for places again: it may come from a file and hold a "%1" of its own.
#include "core/message.h"

#include <cassert>
#include <cstddef>

namespace finwait {

Message Message::tr(const char* pattern)
{
    assert(pattern != nullptr);
    Message message;
    message.m_pattern = pattern;
    return message;
}

Message Message::verbatim(std::string_view foreign)
{
    Message message;
    message.m_pattern = "%1";
    return message.arg(foreign);
}

Message Message::arg(std::string_view foreign) const
{
    Message message = *this;
    message.m_arguments.emplace_back(foreign);
    return message;
}

std::string Message::filledInto(std::string_view pattern) const
{
    std::string text;
    while (!pattern.empty()) {
        const bool isPlace = pattern.size() > 1 && pattern[0] == '%' && pattern[1] >= '1' && pattern[1] <= '9';
        const auto place = isPlace ? static_cast<std::size_t>(pattern[1] - '1') : m_arguments.size();
        const bool isFilled = place < m_arguments.size();
        text += isFilled ? std::string_view{m_arguments[place]} : pattern.substr(0, 1);
        pattern.remove_prefix(isFilled ? 2 : 1);
    }
    return text;
}

} // namespace finwait
