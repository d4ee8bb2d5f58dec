// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The connections of a capture as a table for programs: `finwait capture --csv`, by RFC 4180, described in
// docs/json.md.
#pragma once

#include "export/buffered_text.h"
#include "export/captured_file.h"

namespace finwait {

/// One row for each connection, after one of names. False: `sink` could not take it.
[[nodiscard]] bool writeCaptureCsv(const CapturedFile& file, const TextSink& sink);

} // namespace finwait
