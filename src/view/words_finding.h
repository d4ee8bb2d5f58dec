// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said of a captured connection as a whole, in the reader's language: how it came to be, how it ended, where it
// was captured, and what is worth knowing of it.
#pragma once

#include "capture/connection_inference.h"
#include "capture/finding.h"

#include <QString>

namespace finwait::words {

[[nodiscard]] QString findingTitle(FindingKind kind);      ///< short: "FIN retransmitted"
[[nodiscard]] QString findingText(const Finding& finding); ///< sentences: whose it is, what it means, how often it was
[[nodiscard]] QString referenceText(FindingKind kind);     ///< empty where it is of the capture, not of the protocol
[[nodiscard]] QString severityName(Severity severity);     ///< "note", "warning", "fault"
[[nodiscard]] QString openingName(Opening opening);        ///< for a table: "three-way"
[[nodiscard]] QString openingText(Opening opening);        ///< a sentence
[[nodiscard]] QString closingName(Closing closing);        ///< for a table: "client first"
[[nodiscard]] QString closingText(Closing closing);        ///< a sentence
/// "FIN_WAIT_2", "FIN_WAIT_2?" where it is only inferred; "?" where nothing is known of the end.
[[nodiscard]] QString lastStateName(const CapturedEnd& end);
[[nodiscard]] QString capturePointName(CapturePoint point); ///< for a table: "near client"
[[nodiscard]] QString capturePointText(CapturePoint point); ///< a sentence

} // namespace finwait::words
