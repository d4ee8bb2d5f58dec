// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_runs.h"

#include "view/sequence_records.h"

#include <algorithm>
#include <optional>
#include <variant>

namespace finwait {

namespace {

bool isPlainSegment(const Flight& flight)
{
    const Flags& flags = flight.segment.flags;
    return flight.role == SegmentRole::Regular && !flight.copyOf && !flight.corrupted && flight.fate != Fate::Lost
           && flags.ack && !flags.syn && !flags.fin && !flags.rst && !flags.urg;
}

/// Records that may lie inside a run: the segments themselves are looked at one by one.
bool mayBeInsideRun(const Record& record)
{
    if (const auto* signalled = std::get_if<record::Signalled>(&record.body))
        return signalled->signal == Signal::DataDelivered || signalled->signal == Signal::DataAcknowledged;
    if (const auto* fired = std::get_if<record::TimerFired>(&record.body))
        return fired->kind == TimerKind::DelayedAck;
    return std::holds_alternative<record::SegmentSent>(record.body)
           || std::holds_alternative<record::SegmentArrived>(record.body)
           || std::holds_alternative<record::TimerStarted>(record.body)
           || std::holds_alternative<record::TimerRestarted>(record.body)
           || std::holds_alternative<record::TimerStopped>(record.body);
}

DataRun beginRun(const Flight& flight, FlightIndex index)
{
    DataRun run;
    run.first = index;
    run.firstRecord = flight.sentRecord;
    run.from = flight.sent;
    return run;
}

void addToRun(DataRun& run, const Flight& flight, FlightIndex index)
{
    const bool arrived = flight.fate == Fate::Arrived;
    run.last = index;
    run.to = std::max(run.to, arrived ? flight.ended : flight.due);
    const RecordIndex lastRecord = arrived ? flight.endRecord : flight.sentRecord;
    run.lastRecord = run.lastRecord == noRecord ? lastRecord : std::max(run.lastRecord, lastRecord);
    if (!flight.segment.text.empty()) {
        ++run.segments[flight.from];
        run.octets[flight.from] += flight.segment.text.length;
    }
}

/// The next run begins where this one ends: their stretches of time must not overlap.
void keepApart(std::vector<DataRun>& runs)
{
    for (std::size_t index = 0; index + 1 < runs.size(); ++index)
        runs[index].to = std::min(runs[index].to, runs[index + 1].from);
}

} // namespace

bool isPlainData(const Trace& trace, FlightIndex flight)
{
    return isPlainSegment(trace.flight(flight)) && reasonNotProcessed(trace, flight) == Reason::None;
}

std::vector<DataRun> findDataRuns(const Trace& trace, std::uint32_t minimum, Duration maxPause)
{
    std::vector<DataRun> runs;
    if (minimum == 0)
        return runs;
    std::optional<DataRun> run;
    const auto finish = [&] {
        const bool hasData = run && run->segments.client + run->segments.server > 0;
        if (hasData && run->flights() > minimum)
            runs.push_back(*run);
        run.reset();
    };
    Time last{};
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const Record& record = trace.record(index);
        if (!mayBeInsideRun(record) || (run && record.at - last > maxPause))
            finish();
        last = record.at;
        const auto* sent = std::get_if<record::SegmentSent>(&record.body);
        if (sent == nullptr)
            continue;
        if (!isPlainData(trace, sent->flight)) {
            finish();
            continue;
        }
        if (!run)
            run = beginRun(trace.flight(sent->flight), sent->flight);
        addToRun(*run, trace.flight(sent->flight), sent->flight);
    }
    finish();
    keepApart(runs);
    return runs;
}

} // namespace finwait
