// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is to be told of a capture file.
#pragma once

#include "capture/capture_survey.h"

#include <cstddef>
#include <optional>
#include <string>

namespace finwait {

struct CapturedFile {
    std::string name; ///< as it was given; UTF-8
    const CaptureSurvey& survey;
    std::optional<std::size_t> chosen = {}; ///< the place of the one connection to tell of; none: all of them

    [[nodiscard]] std::size_t first() const { return chosen.value_or(0); }
    [[nodiscard]] std::size_t afterLast() const { return chosen ? *chosen + 1 : survey.connections.size(); }
};

/// How many segments of a connection, of either end, were seen to be sent again.
[[nodiscard]] std::uint64_t retransmissionsIn(const ConnectionInference& connection);

} // namespace finwait
