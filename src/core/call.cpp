// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/call.h"

#include <array>

namespace finwait {

std::string_view identifier(const Call& call)
{
    // In the order of the variant's alternatives.
    constexpr std::array<std::string_view, std::variant_size_v<Call>> names = {
        "open-active", "open-passive", "send", "receive", "close", "abort", "status",
    };
    return names[call.index()];
}

} // namespace finwait
