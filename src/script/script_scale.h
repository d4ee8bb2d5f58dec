// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From the numbers of a trace to those of a script: the near end's count from its own initial sequence number, which is
// 0 there, the peer's from the one that the near end has learnt.
#pragma once

#include "core/state.h"
#include "core/trace.h"
#include "core/trigger.h"
#include "script/script.h"

namespace finwait {

/// Asked about every segment that comes to the near end or goes out from it, and told of every transition that it
/// takes, in their order.
class ScriptScale
{
public:
    /// A segment comes to the near end, which is in `state`.
    [[nodiscard]] ScriptSegment arriving(const Flight& flight, State state);
    /// The near end sends one; `answers`: in the same step in which the last one came.
    [[nodiscard]] ScriptSegment sent(const Flight& flight, bool answers);
    void taken(Trigger trigger);

private:
    struct Bases {
        Seq nearEnd;
        Seq peer;
    };
    [[nodiscard]] Bases basesFor(const Flight& arriving, State state) const;

    Bases m_bases;
    Bases m_ofArrival; // of the segment that came last
    Seq m_former;      // the near end's, of the connection that was in TIME_WAIT
};

} // namespace finwait
