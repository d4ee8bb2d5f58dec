// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/capture_survey.h"

#include "capture/read_ahead.h"
#include "capture/vector_state.h"

#include <utility>

namespace finwait {

namespace {

constexpr std::uint64_t segmentsPerQuestion = 1U << 14U;

/// How many connections before had the same ends.
std::size_t livesBefore(const CapturedConnections& connections, std::size_t place)
{
    std::size_t lives = 0;
    const auto& [client, server] = connections[place].sockets();
    for (std::size_t i = 0; i < place; ++i)
        lives += areEnds(connections[i].sockets(), client, server) ? 1U : 0U;
    return lives;
}

} // namespace

CaptureSurvey surveyCapture(CaptureReader reader, const CaptureProgress& progress)
{
    leaveUpperVectors();
    CaptureSurvey survey;
    ReadAhead ahead(std::move(reader));
    for (const auto* segments = &ahead.next(); !segments->empty() && !survey.isStopped; segments = &ahead.next()) {
        survey.connections.add(std::span(*segments));
        survey.isStopped = progress && !progress(ahead.progress());
    }
    const CaptureReader& read = ahead.stop();
    survey.counts = read.counts();
    survey.flaw = read.flaw();
    survey.start = read.start();
    survey.end = read.end();
    survey.connections.finish(survey.end);
    return survey;
}

Expected<CaptureSurvey, Message> surveyCapture(const std::string& path, const CaptureProgress& progress)
{
    Expected<CaptureReader, Message> reader = CaptureReader::open(path);
    if (!reader)
        return Unexpected{reader.error()};
    return surveyCapture(*std::move(reader), progress);
}

Expected<std::vector<CapturedSegment>, Message> segmentsOf(const std::string& path,
                                                           const CapturedConnections& connections, std::size_t place,
                                                           const CaptureProgress& progress)
{
    Expected<CaptureReader, Message> opened = CaptureReader::open(path);
    if (!opened)
        return Unexpected{opened.error()};
    CaptureReader reader = *std::move(opened);
    leaveUpperVectors();
    const ConnectionInference& wanted = connections[place];
    const std::size_t life = livesBefore(connections, place);
    CapturedConnections lives;
    std::vector<CapturedSegment> segments;
    segments.reserve(wanted.segments());
    while (const CapturedSegment* segment = reader.next()) {
        if (progress && reader.counts().segments % segmentsPerQuestion == 0 && !progress(reader.progress()))
            return std::vector<CapturedSegment>();
        if (!areEnds(wanted.sockets(), segment->from, segment->to))
            continue;
        if (lives.add(*segment) == life)
            segments.push_back(*segment);
        if (segments.size() == wanted.segments())
            break;
    }
    return segments;
}

} // namespace finwait
