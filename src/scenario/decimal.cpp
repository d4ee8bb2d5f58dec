// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A number is digits and an exponent; both are kept as they are written until the result is known to be whole.
#include "scenario/decimal.h"

#include <charconv>
#include <cstddef>
#include <string>

namespace finwait {
namespace {

constexpr std::ptrdiff_t mostDigits = 18; // of which every number fits into 64 bits

/// The number after the 'e'; far beyond every number that can be whole and fit where it does not fit itself.
std::ptrdiff_t writtenExponent(std::string_view text)
{
    constexpr std::ptrdiff_t beyond = 1'000'000'000;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::ptrdiff_t exponent = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (result.ec == std::errc::result_out_of_range || exponent > beyond || exponent < -beyond)
        return text.starts_with('-') ? -beyond : beyond;
    return exponent;
}

} // namespace

std::optional<std::int64_t> shiftedDecimal(std::string_view number, int shift)
{
    const bool negative = number.starts_with('-');
    if (negative)
        number.remove_prefix(1);

    std::ptrdiff_t exponent = shift;
    if (const std::size_t e = number.find_first_of("eE"); e != std::string_view::npos) {
        exponent += writtenExponent(number.substr(e + 1));
        number = number.substr(0, e);
    }
    std::string digits{number};
    if (const std::size_t point = digits.find('.'); point != std::string::npos) {
        digits.erase(point, 1);
        exponent -= static_cast<std::ptrdiff_t>(digits.size() - point);
    }
    digits.erase(0, digits.find_first_not_of('0'));
    while (digits.ends_with('0')) {
        digits.pop_back();
        ++exponent;
    }
    if (digits.empty())
        return 0;
    if (exponent < 0 || static_cast<std::ptrdiff_t>(digits.size()) + exponent > mostDigits)
        return std::nullopt;
    digits.append(static_cast<std::size_t>(exponent), '0');

    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return negative ? -value : value;
}

} // namespace finwait
