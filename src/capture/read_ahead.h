// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Reads a capture in a thread of its own, a little ahead of whoever looks at its segments: the two take about as long.
#pragma once

#include "capture/capture_reader.h"

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

namespace finwait {

class ReadAhead
{
public:
    explicit ReadAhead(CaptureReader reader);
    /// Stops reading.
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// The next segments, in order of time; none: there are no more. They are good until the next call.
    [[nodiscard]] const std::vector<CapturedSegment>& next();
    /// How much of the file was read for what next() gave last, from 0 to 1.
    [[nodiscard]] double progress() const { return m_batches[m_taken % m_batches.size()].progress; }

    /// Reads no further. Then the reader tells what was read.
    const CaptureReader& stop();

private:
    struct Batch {
        std::vector<CapturedSegment> segments;
        double progress = 0;
    };
    static constexpr std::size_t batchSize = 1024;

    void run();

    CaptureReader m_reader;
    std::array<Batch, 4> m_batches; // used in turn
    // The numbers of batches that were filled, and that are taken: the last of these is still looked at.
    std::size_t m_filled = 0;
    std::size_t m_taken = 0;
    bool m_isFirst = true;
    bool m_isStopped = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::thread m_thread;
};

} // namespace finwait
