// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/buffered_text.h"

#include <utility>

namespace finwait {

namespace {

constexpr std::size_t bufferSize = std::size_t{64} * 1024;

} // namespace

BufferedText::BufferedText(TextSink sink) : m_sink(std::move(sink))
{
    m_buffer.reserve(bufferSize);
}

void BufferedText::append(std::string_view text)
{
    if (m_buffer.size() + text.size() > bufferSize)
        handOn();
    m_buffer.append(text);
}

void BufferedText::handOn()
{
    if (!m_hasFailed && !m_buffer.empty())
        m_hasFailed = !m_sink(m_buffer);
    m_buffer.clear();
}

bool BufferedText::finish()
{
    handOn();
    return !m_hasFailed;
}

void BufferedText::appendSeconds(Duration duration)
{
    appendDecimal(duration, 6);
}

void BufferedText::appendMilliseconds(Duration duration)
{
    appendDecimal(duration, 3);
}

/// A duration has microseconds: so many digits of them come after the point.
void BufferedText::appendDecimal(Duration duration, int decimals)
{
    std::array<char, 24> digits{};
    char* place = digits.data() + digits.size();
    const bool isNegative = duration < Duration{};
    auto rest = static_cast<std::uint64_t>(isNegative ? -duration.count() : duration.count());
    for (int i = 0; i <= decimals || rest > 0; ++i) {
        if (i == decimals)
            *--place = '.';
        *--place = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    if (isNegative)
        *--place = '-';
    append(std::string_view(place, static_cast<std::size_t>(digits.data() + digits.size() - place)));
}

} // namespace finwait
