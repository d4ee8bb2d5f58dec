// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said about segments. Sequence numbers are relative: each side's count from its own ISS.
#include "view/words.h"
#include "view/words_tr.h"

#include <QStringList>

namespace finwait::words {

namespace {

/// Text and no control flag that would deserve the name more.
bool isPlainData(const Segment& segment)
{
    return !segment.text.empty() && !segment.flags.syn && !segment.flags.fin && !segment.flags.rst;
}

/// An ACK and nothing else: its sequence number says nothing that matters.
bool isPureAck(const Segment& segment)
{
    return segment.length() == 0 && segment.flags.ack && !segment.flags.rst;
}

QString nameOf(const Segment& segment)
{
    if (isPlainData(segment))
        return segment.flags.urg ? Words::tr("data,URG") : Words::tr("data");
    return QString::fromStdString(flagNames(segment.flags));
}

/// "seq 0 ack 1"
QString sequenceNumbers(const Flight& flight)
{
    const Segment& segment = flight.segment;
    const quint32 seq = segment.seq - flight.seqBase;
    const quint32 ack = segment.ack - flight.ackBase;
    if (isPureAck(segment))
        return Words::tr("ack %1").arg(ack);
    if (!segment.flags.ack || isPlainData(segment))
        return Words::tr("seq %1").arg(seq);
    return Words::tr("seq %1 ack %2").arg(seq).arg(ack);
}

} // namespace

SegmentLabel segmentLabel(const Trace& trace, FlightIndex index)
{
    const Flight& flight = trace.flight(index);
    const Segment& segment = flight.segment;
    QString numbers = sequenceNumbers(flight);
    if (!segment.text.empty())
        //: %1: "seq 1", %2: "120 octets"
        numbers = Words::tr("%1, %2").arg(numbers, octets(segment.text.length));
    if (isPureAck(segment) && segment.window == 0)
        numbers = Words::tr("%1, window 0").arg(numbers);
    return {nameOf(segment), numbers};
}

QString segmentText(const Trace& trace, FlightIndex flight)
{
    const SegmentLabel label = segmentLabel(trace, flight);
    return label.name + u' ' + label.numbers;
}

QString optionsText(const Options& options)
{
    QStringList parts;
    if (options.mss)
        parts << Words::tr("MSS %1").arg(*options.mss);
    if (options.windowScale)
        parts << Words::tr("window scale %1").arg(*options.windowScale);
    if (options.sackPermitted)
        parts << Words::tr("SACK permitted");
    if (options.timestamps)
        //: %1: TSval, %2: TSecr
        parts << Words::tr("timestamps %1/%2").arg(options.timestamps->value).arg(options.timestamps->echo);
    return parts.join(Words::tr(", "));
}

QString fateText(const Flight& flight)
{
    switch (flight.fate) {
    case Fate::InFlight:
        if (flight.heldRecord != noRecord)
            return Words::tr("waits on its way for a hand");
        return Words::tr("on its way, due at %1").arg(moment(flight.due));
    case Fate::Arrived: return Words::tr("arrived at %1").arg(moment(flight.ended));
    case Fate::Lost: return Words::tr("lost at %1").arg(moment(flight.ended));
    }
    Q_UNREACHABLE();
}

} // namespace finwait::words
