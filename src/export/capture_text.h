// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The connections of a capture for reading in a terminal: what there is, how it ended and what was found, in numbers;
// then a line for each connection, which grep and less can take.
#pragma once

#include "export/buffered_text.h"
#include "export/captured_file.h"

#include <QString>

namespace finwait {

/// In the language that is in force and the encoding of the terminal. False: `sink` could not take it.
[[nodiscard]] bool writeCaptureText(const CapturedFile& file, const TextSink& sink);

/// "2026-11-27 09:20:00.500 UTC", as logs have it: whoever looks for a cause compares them.
[[nodiscard]] QString dateAndTime(Duration sinceEpoch);
/// As words::moment(), also for what was before the capture's first packet.
[[nodiscard]] QString capturedMoment(Time time);
/// "10.0.0.1:40000 → 10.0.0.2:80"
[[nodiscard]] QString socketsText(const ConnectionInference& connection);

} // namespace finwait
