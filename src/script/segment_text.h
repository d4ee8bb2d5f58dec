// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Segments in the notation of packetdrill: "F. 1:1(0) ack 2 win 65535".
#pragma once

#include "core/segment.h"
#include "core/virtual_time.h"
#include "script/script.h"

#include <string>

namespace finwait {

/// Its numbers are on the script's scale already.
[[nodiscard]] std::string segmentText(const Segment& segment);
[[nodiscard]] std::string segmentText(const ScriptSegment& segment);
/// "1.25 s"
[[nodiscard]] std::string secondsText(Time time);
/// "1.25"
[[nodiscard]] std::string secondsNumber(Time time);
[[nodiscard]] std::string valueText(const ScriptValue& value);

} // namespace finwait
