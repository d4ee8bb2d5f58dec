// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said of many connections at once.
#pragma once

#include "core/side.h"
#include "core/state.h"

#include <QString>

#include <cstdint>

namespace finwait::words {

[[nodiscard]] QString countText(quint64 count);       ///< "12,408"; empty for 0
[[nodiscard]] QString connectionTotal(quint64 count); ///< "All connections: 50,000"
[[nodiscard]] QString takenSentence(
    PerSide<std::uint64_t> by); ///< "12,408 clients and 3 servers took this transition."
/// "At the end of the capture 7 servers were in CLOSE_WAIT."
[[nodiscard]] QString endedSentence(State state, PerSide<std::uint64_t> in);

} // namespace finwait::words
