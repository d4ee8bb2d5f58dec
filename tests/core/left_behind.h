// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The one way in which a connection may stay half-way although both applications have closed it: RFC 9293 knows no way
// out of FIN_WAIT_2 if the peer is gone and could not say so.
#pragma once

#include "core/simulator.h"

#include <algorithm>

namespace finwait::bench {

/// The connection of `side` ended without a segment that would tell the peer, with one that did not arrive, or with one
/// that was damaged or is not where it is believed, so that it takes a challenge ACK, which has a limit.
inline bool wentInSilence(const Trace& trace, Side side)
{
    const auto isItsReset = [&](FlightIndex flight) {
        return trace.flight(flight).from == side && trace.flight(flight).segment.flags.rst;
    };
    return std::ranges::any_of(trace.records(), [&](const Record& record) {
        if (const auto* lost = std::get_if<record::SegmentLost>(&record.body))
            return isItsReset(lost->flight);
        if (const auto* unused = std::get_if<record::NotProcessed>(&record.body))
            return isItsReset(unused->flight);
        const auto* moved = std::get_if<record::Transition>(&record.body);
        if (!moved || record.side != side)
            return false;
        const TransitionRow& row = transitionRow(moved->row);
        return row.to == State::Closed && row.reply == Reply::None && classOf(row.trigger) != TriggerClass::Peer;
    });
}

inline bool isLeftBehind(const Simulator& simulator, const Trace& trace, Side side)
{
    return simulator.endpoint(side).state() == State::FinWait2
           && simulator.endpoint(other(side)).state() == State::Closed && wentInSilence(trace, other(side));
}

} // namespace finwait::bench
