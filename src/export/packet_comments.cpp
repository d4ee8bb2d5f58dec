// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/packet_comments.h"

#include "view/trace_reading.h"
#include "view/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <variant>

namespace finwait {

namespace {

struct Comments {
    Q_DECLARE_TR_FUNCTIONS(finwait::PacketComments)
};

/// What set off a transition: one may follow from another.
const Record* originOf(const Trace& trace, const Record& transition)
{
    const Record* record = &transition;
    while (std::holds_alternative<record::Transition>(record->body)) {
        if (record->cause == noRecord)
            return nullptr;
        record = &trace.record(record->cause);
    }
    return record;
}

/// A transition belongs to the segment that caused it by arriving; if none did, to the one that was sent with it.
std::optional<FlightIndex> flightOfTransition(const Trace& trace, RecordIndex transition)
{
    const Record* origin = originOf(trace, trace.record(transition));
    if (origin) {
        if (const auto* arrived = std::get_if<record::SegmentArrived>(&origin->body))
            return arrived->flight;
    }
    return replyTo(trace, transition);
}

/// The segment that an event is to be told of.
std::optional<FlightIndex> toldOf(const Trace& trace, RecordIndex index)
{
    const Record& record = trace.record(index);
    if (std::holds_alternative<record::Transition>(record.body))
        return flightOfTransition(trace, index);
    if (std::holds_alternative<record::SegmentArrived>(record.body))
        return std::nullopt;
    const auto* sent = std::get_if<record::SegmentSent>(&record.body);
    if (sent && trace.flight(sent->flight).role == SegmentRole::Regular)
        return std::nullopt;
    return flightOf(record);
}

QString line(const Trace& trace, RecordIndex index)
{
    const Record& record = trace.record(index);
    const QString why = words::whyText(trace, index);
    //: %1: a moment, %2: a side or the network, %3: what happened there
    const QString what = Comments::tr("%1, %2: %3")
                             .arg(words::moment(record.at), words::placeText(record), words::eventText(trace, index));
    //: %1: what happened, %2: why
    return why.isEmpty() ? what : Comments::tr("%1 (%2)").arg(what, why);
}

} // namespace

PacketComments::PacketComments(const Trace& trace) : m_trace(trace)
{
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        if (const auto flight = toldOf(trace, index))
            m_events.emplace_back(*flight, index);
    }
    std::ranges::sort(m_events);
}

QString PacketComments::of(FlightIndex flight) const
{
    QStringList lines;
    auto event = std::ranges::lower_bound(m_events, flight, {}, [](const auto& each) { return each.first; });
    for (; event != m_events.end() && event->first == flight; ++event)
        lines << line(m_trace, event->second);
    return lines.join(u'\n');
}

} // namespace finwait
