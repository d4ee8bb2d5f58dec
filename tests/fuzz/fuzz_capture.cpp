// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Capture files: every segment is read to the end, and what the reader says of the file is held against it.
#include "capture/capture_reader.h"
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
    (void)fuzz::readAll(reader);
    return 0;
}
