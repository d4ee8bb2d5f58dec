// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a capture file says of each packet: the transitions that go with it, and what was done to it, in the words of
// the event list.
#pragma once

#include "core/trace.h"

#include <QString>

#include <utility>
#include <vector>

namespace finwait {

class PacketComments
{
public:
    /// `trace` must outlive this.
    explicit PacketComments(const Trace& trace);

    /// A line for each event, in order of time: "0.050 s, server: LISTEN → SYN_RECEIVED (SYN arrived)". Empty where
    /// there is nothing to say but that it was sent and arrived.
    [[nodiscard]] QString of(FlightIndex flight) const;

private:
    const Trace& m_trace;
    std::vector<std::pair<FlightIndex, RecordIndex>> m_events; // sorted
};

} // namespace finwait
