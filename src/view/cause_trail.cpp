// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/cause_trail.h"

#include "view/trace_reading.h"

#include <algorithm>

namespace finwait {

CauseTrail::CauseTrail(const Trace& trace, RecordIndex selected)
{
    if (selected >= trace.records().size())
        return;
    m_selected = selected;
    m_causes = causeChain(trace, selected);
    std::ranges::reverse(m_causes); // a cause is always an earlier record
    m_causes.pop_back();
}

TrailMark CauseTrail::of(RecordIndex record) const
{
    if (record == noRecord)
        return TrailMark::None;
    if (record == m_selected)
        return TrailMark::Selected;
    return std::ranges::binary_search(m_causes, record) ? TrailMark::Cause : TrailMark::None;
}

TrailMark CauseTrail::of(const StateSpan& span) const
{
    return span.state == m_state ? TrailMark::Selected : of(span.entered);
}

TrailMark CauseTrail::of(RecordIndex first, RecordIndex last) const
{
    return std::max(of(first), of(last));
}

TrailMark CauseTrail::ofAll(RecordIndex first, RecordIndex last) const
{
    if (m_selected != noRecord && m_selected >= first && m_selected <= last)
        return TrailMark::Selected;
    const auto cause = std::ranges::lower_bound(m_causes, first);
    return cause != m_causes.end() && *cause <= last ? TrailMark::Cause : TrailMark::None;
}

} // namespace finwait
