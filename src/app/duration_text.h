// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Durations as they are typed: "200 ms", "1.5 s", "1 min 30 s". The units are the same in every language.
#pragma once

#include "core/virtual_time.h"

#include <QString>

#include <optional>

namespace finwait {

/// In the largest unit that takes no fraction but for seconds and below: "2 h", "90 s", "1.5 s", "200 ms", "20 us".
[[nodiscard]] QString typedDuration(Duration duration);
/// nullopt for what is no sum of numbers with units (us, ms, s, min, h); Duration::max() from ten years on.
[[nodiscard]] std::optional<Duration> parseDuration(const QString& text);

} // namespace finwait
