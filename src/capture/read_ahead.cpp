// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/read_ahead.h"

#include "capture/vector_state.h"

#include <utility>

namespace finwait {

ReadAhead::ReadAhead(CaptureReader reader) : m_reader(std::move(reader))
{
    for (Batch& batch : m_batches)
        batch.segments.reserve(batchSize);
    m_thread = std::thread([this] { run(); });
}

ReadAhead::~ReadAhead()
{
    stop();
}

const CaptureReader& ReadAhead::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    return m_reader;
}

/// The last batch is empty.
void ReadAhead::run()
{
    leaveUpperVectors();
    for (bool isOver = false; !isOver;) {
        Batch* batch = nullptr;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isStopped || m_filled - m_taken < m_batches.size(); });
            if (m_isStopped)
                return;
            batch = &m_batches[m_filled % m_batches.size()];
        }
        batch->segments.clear();
        while (batch->segments.size() < batchSize) {
            const CapturedSegment* segment = m_reader.next();
            if (segment == nullptr)
                break;
            batch->segments.push_back(*segment);
        }
        batch->progress = m_reader.progress();
        isOver = batch->segments.empty();
        {
            const std::lock_guard lock(m_mutex);
            ++m_filled;
        }
        m_changed.notify_all();
    }
}

const std::vector<CapturedSegment>& ReadAhead::next()
{
    std::unique_lock lock(m_mutex);
    if (!std::exchange(m_isFirst, false))
        ++m_taken;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_taken < m_filled; });
    return m_batches[m_taken % m_batches.size()].segments;
}

} // namespace finwait
