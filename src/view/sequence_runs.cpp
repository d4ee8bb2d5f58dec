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
    return flight.role == SegmentRole::Regular && flight.fate == Fate::Arrived && flags.ack && !flags.syn && !flags.fin
           && !flags.rst && !flags.urg;
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

PerSide<RecordIndex> atLifelines(const Flight& flight)
{
    PerSide<RecordIndex> records;
    records[flight.from] = flight.sentRecord;
    records[other(flight.from)] = flight.endRecord;
    return records;
}

DataRun beginRun(const Flight& flight, FlightIndex index)
{
    DataRun run;
    run.first = index;
    run.firstRecord = flight.sentRecord;
    run.lastRecord = flight.endRecord;
    run.from = flight.sent;
    run.to = flight.ended;
    run.top = run.bottom = atLifelines(flight);
    return run;
}

void addToRun(DataRun& run, const Flight& flight, FlightIndex index)
{
    run.last = index;
    run.to = std::max(run.to, flight.ended);
    run.lastRecord = std::max(run.lastRecord, flight.endRecord);
    const PerSide<RecordIndex> records = atLifelines(flight);
    for (const Side side : allSides) {
        run.top[side] = std::min(run.top[side], records[side]);
        run.bottom[side] = std::max(run.bottom[side], records[side]);
    }
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
