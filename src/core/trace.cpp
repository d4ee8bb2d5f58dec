// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/trace.h"

#include <algorithm>
#include <cassert>

namespace finwait {

bool entersState(const Record& record)
{
    return std::holds_alternative<record::Transition>(record.body)
           || std::holds_alternative<record::StateFound>(record.body);
}

std::span<const Side> Trace::endpoints() const
{
    if (!foreign)
        return allSides;
    return std::span(allSides).subspan(*foreign == allSides.front() ? 1 : 0, 1);
}

RecordIndex Trace::append(Record record)
{
    assert(m_records.empty() || m_records.back().at <= record.at);
    const auto index = static_cast<RecordIndex>(m_records.size());
    m_records.push_back(record);
    note(index);
    return index;
}

FlightIndex Trace::appendFlight(Flight flight, RecordIndex cause, bool waits)
{
    const auto index = static_cast<FlightIndex>(m_flights.size());
    flight.sentRecord = static_cast<RecordIndex>(m_records.size());
    flight.heldRecord = waits ? flight.sentRecord : noRecord;
    const Time latestDue = m_latestDue.empty() ? flight.due : std::max(m_latestDue.back(), flight.due);
    m_flights.push_back(flight);
    m_latestDue.push_back(latestDue);
    const RecordBody body =
        flight.copyOf ? RecordBody(record::SegmentDuplicated{index}) : RecordBody(record::SegmentSent{index});
    append(Record{flight.sent, cause, flight.from, body});
    return index;
}

void Trace::endStep(Time at)
{
    m_steps.push_back(StepMark{at, static_cast<RecordIndex>(m_records.size())});
}

/// Keeps what is derived from the records up to date: the fates of flights, the spans of states.
void Trace::note(RecordIndex index)
{
    const Record& record = m_records[index];
    if (const auto* arrived = std::get_if<record::SegmentArrived>(&record.body)) {
        endFlight(arrived->flight, Fate::Arrived, index);
    } else if (const auto* lost = std::get_if<record::SegmentLost>(&record.body)) {
        endFlight(lost->flight, Fate::Lost, index);
    } else if (const auto* held = std::get_if<record::SegmentHeld>(&record.body)) {
        m_flights[held->flight].heldRecord = index;
    } else if (const auto* moved = std::get_if<record::SegmentRescheduled>(&record.body)) {
        m_flights[moved->flight].due = moved->due;
        noteReach(moved->flight, moved->due);
    } else if (const auto* taken = std::get_if<record::Transition>(&record.body)) {
        enter(index, transitionRow(taken->row).to, taken->certainty);
    } else if (const auto* found = std::get_if<record::StateFound>(&record.body)) {
        enter(index, found->state, found->certainty);
    }
}

void Trace::enter(RecordIndex index, State state, Certainty certainty)
{
    const Record& record = m_records[index];
    std::vector<StateSpan>& spans = m_states[record.side];
    spans.back().until = record.at;
    spans.push_back(StateSpan{state, record.at, std::nullopt, index, certainty});
}

void Trace::endFlight(FlightIndex flight, Fate fate, RecordIndex record)
{
    Flight& ended = m_flights[flight];
    ended.fate = fate;
    ended.ended = m_records[record].at;
    ended.endRecord = record;
    noteReach(flight, ended.ended);
}

/// A flight is on its way until `until`, later perhaps than it was to be.
void Trace::noteReach(FlightIndex flight, Time until)
{
    for (auto latest = m_latestDue.begin() + flight; latest != m_latestDue.end() && *latest < until; ++latest)
        *latest = until;
}

/// What was known of a flight before the records from `keep` on.
void Trace::forgetFate(Flight& flight, RecordIndex keep)
{
    if (flight.fate != Fate::InFlight && flight.endRecord >= keep) {
        flight.fate = Fate::InFlight;
        flight.ended = {};
        flight.endRecord = noRecord;
    }
    if (flight.heldRecord != noRecord && flight.heldRecord >= keep)
        flight.heldRecord = noRecord;
}

void Trace::truncate(StepIndex steps)
{
    if (steps >= m_steps.size())
        return;
    const RecordIndex keep = recordsOf(steps);
    while (!m_flights.empty() && m_flights.back().sentRecord >= keep) {
        m_flights.pop_back();
        m_latestDue.pop_back();
    }
    for (Flight& flight : m_flights)
        forgetFate(flight, keep);
    for (std::size_t index = m_records.size(); index > keep; --index) {
        const auto* moved = std::get_if<record::SegmentRescheduled>(&m_records[index - 1].body);
        if (moved && moved->flight < m_flights.size())
            m_flights[moved->flight].due = moved->before;
    }
    for (const Side side : allSides) {
        std::vector<StateSpan>& spans = m_states[side];
        while (spans.size() > 1 && spans.back().entered >= keep)
            spans.pop_back();
        spans.back().until.reset();
    }
    m_records.resize(keep);
    m_steps.resize(steps);
}

Time Trace::end() const
{
    return m_steps.empty() ? Time{} : m_steps.back().at;
}

StepIndex Trace::stepsUntil(Time time) const
{
    const auto after = std::ranges::upper_bound(m_steps, time, {}, &StepMark::at);
    return static_cast<StepIndex>(after - m_steps.begin());
}

RecordIndex Trace::recordsOf(StepIndex steps) const
{
    return steps == 0 ? 0 : m_steps[steps - 1].end;
}

StepIndex Trace::stepOf(RecordIndex record) const
{
    const auto step = std::ranges::upper_bound(m_steps, record, {}, &StepMark::end);
    return static_cast<StepIndex>(step - m_steps.begin());
}

const StateSpan& Trace::spanAfter(Side side, RecordIndex records) const
{
    const std::vector<StateSpan>& spans = m_states[side];
    const auto later = std::upper_bound(spans.begin() + 1, spans.end(), records,
                                        [](RecordIndex index, const StateSpan& span) { return index <= span.entered; });
    return *(later - 1);
}

FlightIndex Trace::firstFlightReaching(Time from) const
{
    const auto first = std::ranges::lower_bound(m_latestDue, from);
    return static_cast<FlightIndex>(first - m_latestDue.begin());
}

} // namespace finwait
