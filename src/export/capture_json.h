// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The connections of a capture for programs: `finwait capture --json`. The form is stable and described in
// docs/json.md.
#pragma once

#include "export/buffered_text.h"
#include "export/captured_file.h"

namespace finwait {

/// UTF-8, one line for each connection, in English; ends with a newline. False: `sink` could not take it.
[[nodiscard]] bool writeCaptureJson(const CapturedFile& file, const TextSink& sink);

} // namespace finwait
