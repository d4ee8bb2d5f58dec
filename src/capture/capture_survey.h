// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A whole capture file, looked through once: its connections, without their segments.
#pragma once

#include "capture/capture_reader.h"
#include "capture/captured_connections.h"
#include "core/expected.h"
#include "core/message.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace finwait {

/// Asked now and then with how much is done, from 0 to 1. False: stop.
using CaptureProgress = std::function<bool(double)>;

struct CaptureSurvey {
    CapturedConnections connections;
    CaptureCounts counts;
    std::optional<Message> flaw; ///< as CaptureReader::flaw()
    Duration start{};            ///< as CaptureReader::start()
    Time end{};                  ///< as CaptureReader::end()
    bool isStopped = false;      ///< `progress` said so: there may be more
};

/// The error is of a file of which nothing can be read.
[[nodiscard]] Expected<CaptureSurvey, Message> surveyCapture(const std::string& path,
                                                             const CaptureProgress& progress = {});
[[nodiscard]] CaptureSurvey surveyCapture(CaptureReader reader, const CaptureProgress& progress = {});

/// The segments of one connection, in order of time. It is known by its place in a survey of the same file, which may
/// have become longer since. Nothing: `progress` said so, or the file is another one.
[[nodiscard]] Expected<std::vector<CapturedSegment>, Message> segmentsOf(const std::string& path,
                                                                         const CapturedConnections& connections,
                                                                         std::size_t place,
                                                                         const CaptureProgress& progress = {});

} // namespace finwait
