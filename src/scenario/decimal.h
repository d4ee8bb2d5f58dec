// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Decimal numbers without rounding: 0.1 ms is 100 microseconds and not a double next to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace finwait {

/// The value of a JSON number times 10^shift, if that is a whole number of at most 18 digits.
[[nodiscard]] std::optional<std::int64_t> shiftedDecimal(std::string_view number, int shift);

} // namespace finwait
