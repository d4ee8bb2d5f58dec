// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Names that stand in scenario files for what has no name in the core; reader and writer share them.
#pragma once

#include "core/profile_sources.h"
#include "core/segment.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace finwait {

struct FlagWord {
    std::string_view name;
    bool Flags::*flag;
};

inline constexpr std::array<FlagWord, 6> flagWords = {{{"SYN", &Flags::syn},
                                                       {"ACK", &Flags::ack},
                                                       {"FIN", &Flags::fin},
                                                       {"RST", &Flags::rst},
                                                       {"PSH", &Flags::psh},
                                                       {"URG", &Flags::urg}}};

/// In the order of ClockField. Times are milliseconds, and say so.
inline constexpr std::array<std::string_view, clockFieldCount> clockWords = {"initial_rto_ms",
                                                                             "min_rto_ms",
                                                                             "max_rto_ms",
                                                                             "syn_retries",
                                                                             "syn_ack_retries",
                                                                             "data_retries",
                                                                             "establishment_timeout_ms",
                                                                             "msl_ms",
                                                                             "delayed_ack_ms",
                                                                             "user_timeout_ms",
                                                                             "fin_wait_2_timeout_ms",
                                                                             "keep_alive_idle_ms",
                                                                             "keep_alive_interval_ms",
                                                                             "keep_alive_probes"};

[[nodiscard]] constexpr std::string_view clockWord(ClockField field)
{
    return clockWords[static_cast<std::size_t>(field)];
}

} // namespace finwait
