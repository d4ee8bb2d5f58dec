// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Why? What is selected, and all that led to it, so that both pictures can light it up.
#pragma once

#include "core/trace.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

/// How a record is marked, the strongest last.
enum class TrailMark : std::uint8_t { None, Cause, Selected };

class CauseTrail
{
public:
    /// Nothing is selected.
    CauseTrail() = default;
    /// `selected` may be noRecord, or none of the trace's any more: then nothing is marked.
    CauseTrail(const Trace& trace, RecordIndex selected);

    /// A state is selected: there are no causes.
    explicit CauseTrail(State selected) : m_state(selected) {}

    [[nodiscard]] TrailMark of(RecordIndex record) const;
    /// Of a side's stay in a state.
    [[nodiscard]] TrailMark of(const StateSpan& span) const;
    /// Of a thing that begins and ends with a record; either may be noRecord.
    [[nodiscard]] TrailMark of(RecordIndex first, RecordIndex last) const;
    /// Of a stretch of records.
    [[nodiscard]] TrailMark ofAll(RecordIndex first, RecordIndex last) const;
    [[nodiscard]] RecordIndex selected() const { return m_selected; }
    /// In order of time, without the selected one.
    [[nodiscard]] const std::vector<RecordIndex>& causes() const { return m_causes; }

private:
    std::optional<State> m_state;
    RecordIndex m_selected = noRecord;
    std::vector<RecordIndex> m_causes;
};

} // namespace finwait
