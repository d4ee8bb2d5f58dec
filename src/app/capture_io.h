// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Captures from files, as the window knows them: what is one, and all that it takes to play a connection of it. Reading
// takes a while: it is made to be done beside the window.
#pragma once

#include "capture/capture_survey.h"
#include "capture/captured_trace.h"
#include "core/expected.h"
#include "core/message.h"
#include "core/trace.h"
#include "scenario/scenario.h"
#include "session/recording.h"
#include "view/connection_search.h"

#include <QString>

#include <cstddef>
#include <memory>
#include <string>

namespace finwait {

/// It begins like one or, if that tells nothing, is called like one.
[[nodiscard]] bool isCapture(const QString& path);
[[nodiscard]] bool isNamedLikeCapture(const QString& path);
/// "*.pcap *.pcapng ...", for a file dialog.
[[nodiscard]] QString captureNamePatterns();

struct CaptureOrder {
    QString path;
    std::size_t place = 0; ///< of the connection that is to be played; the first one, if there is none of that place
    std::shared_ptr<const CaptureSurvey> survey = nullptr;    ///< of the file, if it was looked through already
    std::shared_ptr<const ConnectionCounts> counts = nullptr; ///< of that
};

struct LoadedCapture {
    QString path;
    std::shared_ptr<const CaptureSurvey> survey;
    std::shared_ptr<const ConnectionCounts> counts;
    std::size_t place = 0;
    std::shared_ptr<const CapturedTrace> connection; ///< the one of that place
    std::shared_ptr<Trace> trace;                    ///< a copy of its trace, to be used up

    [[nodiscard]] const ConnectionInference& inference() const { return survey->connections[place]; }
};

/// The error is of the file, without its name. `progress` as in surveyCapture(); what was stopped gives anything.
[[nodiscard]] Expected<LoadedCapture, Message> loadCapture(const CaptureOrder& order, const CaptureProgress& progress);

/// What a session is told of the connection; `profile` is a known one, with which a simulation goes on.
[[nodiscard]] Scenario headingOf(const LoadedCapture& capture, const std::string& profile);
/// Uses its trace up.
[[nodiscard]] Recording recordingOf(const LoadedCapture& capture, const Scenario& heading);

} // namespace finwait
