// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Text that is handed on as it is made: what is written of a capture with many connections is never in memory as a
// whole.
#pragma once

#include "core/virtual_time.h"

#include <array>
#include <charconv>
#include <concepts>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

namespace finwait {

/// Takes the next piece of a text. False: it cannot be written, and nor can what follows.
using TextSink = std::function<bool(std::string_view)>;

class BufferedText
{
public:
    explicit BufferedText(TextSink sink);

    void append(std::string_view text);
    void append(char character) { append(std::string_view(&character, 1)); }
    template <std::integral Number>
    void appendNumber(Number number)
    {
        std::array<char, std::numeric_limits<Number>::digits10 + 2> digits{}; // one more, and a sign
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        append(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
    }
    /// With six decimals: "-0.010000".
    void appendSeconds(Duration duration);
    /// With three decimals: "20.125".
    void appendMilliseconds(Duration duration);

    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    /// Hands on what is left. Whether everything was taken.
    [[nodiscard]] bool finish();

private:
    void handOn();
    void appendDecimal(Duration duration, int decimals);

    TextSink m_sink;
    std::string m_buffer;
    bool m_hasFailed = false;
};

} // namespace finwait
