// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Capture files: every segment is read to the end, and what the reader says of the file is held against it. Connections
// are inferred from the segments, each becomes a trace, and from several of its moments a simulation goes on.
#include "capture/capture_reader.h"
#include "capture/capture_totals.h"
#include "capture/captured_connections.h"
#include "capture/captured_trace.h"
#include "fuzz/fuzz_target.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace finwait::fuzz {

namespace {

using Segments = std::vector<CapturedSegment>;

void mustAddUp(const CaptureCounts& counts)
{
    must(counts.packets == counts.segments + counts.laterFragments + counts.otherPackets + counts.brokenPackets,
         "each packet is counted once");
    must(counts.outOfOrder < std::max<std::uint64_t>(counts.packets, 1), "the first packet is in order");
}

/// What has to be true after each segment.
class Watch
{
public:
    void see(const CaptureReader& reader, const CapturedSegment& segment)
    {
        must(segment.at >= m_last, "time never goes back");
        must(segment.packet >= 1 && segment.packet <= reader.counts().packets,
             "a segment is of a packet that was read");
        m_last = segment.at;
        see(reader);
    }

    void see(const CaptureReader& reader)
    {
        mustAddUp(reader.counts());
        must(reader.progress() >= m_progress && reader.progress() <= 1, "progress goes from 0 to 1");
        must(m_last == Time::min() || reader.end() >= m_last, "the end is not before the last segment");
        m_progress = reader.progress();
    }

private:
    Time m_last = Time::min();
    double m_progress = 0;
};

Segments readAll(CaptureReader& reader)
{
    Watch watch;
    Segments segments;
    while (const CapturedSegment* segment = reader.next()) {
        watch.see(reader, *segment);
        segments.push_back(*segment);
    }
    watch.see(reader);
    must(reader.next() == nullptr, "after the end there is nothing");
    must(reader.progress() == 1, "at the end all is read");
    must(segments.size() == reader.counts().segments, "each segment is handed out");
    must(!reader.flaw() || !reader.flaw()->inEnglish().empty(), "a flaw is explained");
    return segments;
}

void mustBeSound(const ConnectionInference& connection, std::size_t segments)
{
    must(connection.segments() == segments, "each segment is of one connection");
    must(connection.firstSeen() <= connection.lastSeen(), "a connection ends after it begins");
    for (const Finding& finding : connection.findings()) {
        must(finding.first <= finding.last, "a finding is seen first before it is seen last");
        must(finding.count > 0, "a finding was seen");
    }
    constexpr std::size_t mostStates = 24;
    for (const Side side : allSides)
        must(connection.end(side).states.size() <= mostStates, "no end goes round in circles");
}

void goOnFrom(const CapturedTrace& captured, StepIndex position)
{
    constexpr int mostSteps = 200;
    const Trace& trace = captured.trace();
    SimulatorConfig config;
    config.network.delay = {captured.delay(), captured.delay()};
    Simulator simulator =
        captured.simulatorAt(position, position == 0 ? Time{} : trace.steps()[position - 1].at, config);
    Trace more = trace;
    more.truncate(position);
    for (int step = 0; step < mostSteps && simulator.step(&more); ++step) {}
    mustBeInOrder(more);
}

void trace(const Segments& segments, const ConnectionInference& connection)
{
    const CapturedTrace captured(segments, connection);
    mustBeInOrder(captured.trace());
    must(captured.delay() >= Duration{}, "nothing arrives before it is sent");
    const auto steps = static_cast<StepIndex>(captured.trace().steps().size());
    for (const StepIndex position : {StepIndex{0}, steps / 3, steps / 2, steps})
        goOnFrom(captured, position);
}

void infer(const Segments& segments, Time end)
{
    constexpr std::size_t mostTraces = 100;
    CapturedConnections connections;
    std::vector<Segments> each;
    for (const CapturedSegment& segment : segments) {
        const std::size_t place = connections.add(segment);
        must(place < connections.size(), "a segment is of a connection");
        each.resize(connections.size());
        each[place].push_back(segment);
    }
    connections.finish(end);
    (void)totalsOf(connections);
    for (std::size_t place = 0; place < connections.size(); ++place) {
        mustBeSound(connections[place], each[place].size());
        if (place < mostTraces)
            trace(each[place], connections[place]);
    }
}

} // namespace

} // namespace finwait::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace finwait;
    auto opened = CaptureReader::read(std::span(data, size));
    if (!opened) {
        fuzz::must(!opened.error().inEnglish().empty(), "an error is explained");
        return 0;
    }
    CaptureReader reader = *std::move(opened);
    fuzz::infer(fuzz::readAll(reader), reader.end());
    return 0;
}
