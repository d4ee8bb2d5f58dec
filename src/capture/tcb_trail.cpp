// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/tcb_trail.h"

#include "core/classify.h"

#include <algorithm>
#include <variant>

namespace finwait {

namespace {

constexpr RecordIndex interval = 256;

/// Of more text that is not acknowledged, as after a gap in the capture, the first part counts as acknowledged.
constexpr std::uint32_t mostPieces = 1000;

/// A packet of IP has at most so many octets; what says that it has more is broken.
constexpr std::uint32_t largestPacket = 0xFFFF;

/// The moment in which an end came to the state that it is in.
Time enteredAt(const Trace& trace, Side side, RecordIndex records)
{
    const std::vector<StateSpan>& spans = trace.states(side);
    const auto later = std::upper_bound(spans.begin() + 1, spans.end(), records,
                                        [](RecordIndex index, const StateSpan& span) { return index <= span.entered; });
    return (later - 1)->from;
}

bool hasReceivedFin(State state)
{
    return state == State::CloseWait || state == State::LastAck || state == State::Closing || state == State::TimeWait;
}

bool hasClosed(State state)
{
    return state == State::FinWait1 || state == State::FinWait2 || state == State::LastAck || state == State::Closing
           || state == State::TimeWait;
}

/// A simulation has clocks of its own for timestamps: what is on its way has to be by the same.
Segment byOwnClocks(const Flight& flight, Duration roundTrip)
{
    Segment segment = flight.segment;
    if (segment.options.timestamps) {
        segment.options.timestamps->value = timestampClock(flight.sent);
        segment.options.timestamps->echo = timestampClock(std::max(flight.sent - roundTrip / 2, Time{}));
    }
    return segment;
}

/// The row that led to SYN_RECEIVED tells who began.
Origin originOf(const Trace& trace, Side side)
{
    for (const StateSpan& span : trace.states(side)) {
        if (span.state == State::SynSent)
            return Origin::Active;
        if (span.state == State::Listen || span.state == State::SynReceived)
            return Origin::Passive;
    }
    return Origin::Active;
}

} // namespace

TcbTrail::TcbTrail(const Trace& trace, const PerSide<SynOffer>& offers, const PerSide<std::uint8_t>& scale,
                   Duration roundTrip)
    : m_offers(offers)
    , m_scale(scale)
    , m_roundTrip(roundTrip)
{
    Numbers numbers = atStart(trace);
    const std::vector<Record>& records = trace.records();
    for (RecordIndex i = 0; i < records.size(); ++i) {
        if (i % interval == 0)
            m_checkpoints.push_back({i, numbers});
        follow(numbers, trace, records[i], scale);
    }
}

/// Where the capture begins in the middle: the numbers that the first segments of both show were there before them.
TcbTrail::Numbers TcbTrail::atStart(const Trace& trace) const
{
    Numbers numbers;
    const std::vector<Flight>& flights = trace.flights();
    if (flights.empty() || flights.front().segment.flags.syn)
        return numbers;
    for (const Side side : allSides) {
        const auto own = std::ranges::find(flights, side, &Flight::from);
        const auto peers = std::ranges::find(flights, other(side), &Flight::from);
        End& end = numbers.ends[side];
        if (own != flights.end()) {
            end.iss = own->seqBase;
            end.nxt = own->segment.seq;
            end.rcvNxt = own->segment.ack;
            end.rcvWnd = static_cast<std::uint32_t>(own->segment.window) << m_scale[side];
        } else {
            end.iss = peers->ackBase;
            end.nxt = peers->segment.ack;
        }
        if (peers != flights.end()) {
            end.irs = peers->seqBase;
            end.sndWnd = static_cast<std::uint32_t>(peers->segment.window) << m_scale[other(side)];
            end.rcvNxt = peers->segment.seq;
            if (own == flights.end())
                end.rcvWnd = largestWindowField;
        }
        end.una = end.nxt;
        end.lastAckSent = end.rcvNxt;
        end.hasSent = end.hasReceived = end.hasAcknowledged = true;
    }
    return numbers;
}

void TcbTrail::follow(Numbers& numbers, const Trace& trace, const Record& record, const PerSide<std::uint8_t>& scale)
{
    if (const auto* sent = std::get_if<record::SegmentSent>(&record.body)) {
        const Flight& flight = trace.flight(sent->flight);
        numbers.inFlight.push_back(sent->flight);
        send(numbers.ends[record.side], flight, scale[record.side]);
        End& peer = numbers.ends[other(record.side)];
        if (flight.segment.flags.ack && !flight.segment.flags.rst && before(peer.nxt, flight.segment.ack))
            peer.nxt = flight.segment.ack; // it has sent more than was captured
    } else if (const auto* arrived = std::get_if<record::SegmentArrived>(&record.body)) {
        std::erase(numbers.inFlight, arrived->flight);
        receive(numbers.ends[record.side], trace.flight(arrived->flight), scale[other(record.side)], record.at);
    } else if (const auto* lost = std::get_if<record::SegmentLost>(&record.body)) {
        std::erase(numbers.inFlight, lost->flight);
    }
}

void TcbTrail::send(End& end, const Flight& flight, std::uint8_t scale)
{
    const Segment& segment = flight.segment;
    if (!end.hasSent) {
        end.iss = flight.seqBase;
        end.una = segment.flags.syn ? segment.seq : end.iss + 1;
        end.nxt = segment.seq;
        end.hasSent = true;
    }
    if (segment.flags.rst)
        return;
    end.sentSyn = end.sentSyn || segment.flags.syn;
    if (segment.flags.syn && segment.text.length <= largestPacket)
        end.synText = segment.text.length;
    end.sentFin = end.sentFin || segment.flags.fin;
    if (before(end.nxt, segment.end())) {
        end.nxt = segment.end();
        end.textOffset = segment.text.end();
    }
    if (segment.flags.ack) {
        if (!end.hasReceived)
            end.irs = flight.ackBase;
        end.rcvNxt = end.hasReceived ? later(end.rcvNxt, segment.ack) : segment.ack;
        end.lastAckSent = segment.ack;
        end.rcvWnd = static_cast<std::uint32_t>(segment.window) << (segment.flags.syn ? 0U : scale);
        end.hasReceived = true;
        end.hasAcknowledged = true;
    }
}

void TcbTrail::receive(End& end, const Flight& flight, std::uint8_t scale, Time at)
{
    const Segment& segment = flight.segment;
    if (segment.flags.rst)
        return;
    if (!end.hasSent && !end.hasReceived) {
        end.iss = flight.ackBase;
        end.una = end.iss;
        end.nxt = end.iss;
    }
    if (segment.flags.syn || !end.hasReceived) {
        end.irs = flight.seqBase;
        end.rcvNxt = segment.flags.syn ? segment.seq + 1 : segment.seq;
        end.hasReceived = true;
    }
    if (!segment.flags.syn && atOrBefore(segment.seq, end.rcvNxt) && before(end.rcvNxt, segment.end())) {
        end.rcvWnd -= std::min(end.rcvWnd, segment.end() - end.rcvNxt);
        end.rcvNxt = segment.end();
    }
    if (segment.flags.ack && atOrBefore(segment.ack, end.nxt)) {
        end.una = later(end.una, segment.ack);
        end.sndWnd = static_cast<std::uint32_t>(segment.window) << (segment.flags.syn ? 0U : scale);
        end.wl1 = segment.seq;
        end.wl2 = segment.ack;
    }
    if (segment.options.timestamps) {
        end.timestampSent = flight.sent;
        end.timestampAt = at;
    }
}

TcbTrail::Numbers TcbTrail::numbersAfter(const Trace& trace, RecordIndex records) const
{
    if (m_checkpoints.empty())
        return {};
    const auto after = std::ranges::upper_bound(m_checkpoints, records, {}, &Checkpoint::records);
    const Checkpoint& checkpoint = *(after - 1);
    Numbers numbers = checkpoint.numbers;
    for (RecordIndex i = checkpoint.records; i < records; ++i)
        follow(numbers, trace, trace.record(i), m_scale);
    return numbers;
}

MidConnection TcbTrail::at(const Trace& trace, StepIndex position, Time at,
                           const PerSide<EndpointConfig>& configs) const
{
    const RecordIndex records = trace.recordsOf(position);
    const Numbers numbers = numbersAfter(trace, records);
    MidConnection connection;
    connection.now = at;
    connection.nextRecord = records;
    for (const Side side : allSides) {
        End end = numbers.ends[side];
        const End& peer = numbers.ends[other(side)];
        if (!end.hasReceived && peer.hasSent && isSynchronized(trace.stateAfter(side, records))) {
            end.irs = peer.iss; // what had come to it was not captured
            end.rcvNxt = peer.nxt;
            end.hasReceived = true;
        }
        connection.tcbs[side] = tcbOf(side, end, trace, records, at, configs[side].profile);
        connection.iss[side] = numbers.ends[side].iss;
    }
    const auto sentBefore = [records](const Flight& flight) { return flight.sentRecord < records; };
    connection.nextFlight =
        static_cast<FlightIndex>(std::ranges::partition_point(trace.flights(), sentBefore) - trace.flights().begin());
    for (const FlightIndex index : numbers.inFlight) {
        const Flight& flight = trace.flight(index);
        InFlight segment;
        segment.flight = index;
        segment.from = flight.from;
        segment.due = flight.endRecord == noRecord ? flight.due : flight.ended;
        segment.segment = byOwnClocks(flight, m_roundTrip);
        segment.cause = flight.sentRecord;
        if (flight.fate == Fate::Lost)
            segment.doom = LossCause::NotSeenToArrive;
        connection.inFlight.push_back(segment);
    }
    return connection;
}

Tcb TcbTrail::tcbOf(Side side, const End& end, const Trace& trace, RecordIndex records, Time at,
                    const StackProfile& profile) const
{
    Tcb tcb;
    tcb.state = trace.stateAfter(side, records);
    tcb.origin = originOf(trace, side);
    if (tcb.state == State::Closed || tcb.state == State::Listen)
        return tcb;
    const SynOffer& own = m_offers[side];
    const SynOffer& peers = m_offers[other(side)];
    tcb.snd.iss = end.iss;
    numberSent(tcb, end);
    tcb.snd.wnd = end.sndWnd;
    tcb.snd.maxWnd = end.sndWnd;
    tcb.snd.wl1 = end.wl1;
    tcb.snd.wl2 = end.wl2;
    tcb.snd.mss = peers.mss.value_or(tcb.snd.mss);
    tcb.snd.scale = m_scale[other(side)];
    tcb.rcv.irs = end.irs;
    tcb.rcv.nxt = end.rcvNxt;
    tcb.rcv.wnd = end.hasSent ? end.rcvWnd : largestWindowField;
    tcb.rcv.scale = m_scale[side];
    tcb.rcv.finSeen = hasReceivedFin(tcb.state); // what moved the state counts, not what may have arrived
    tcb.windowScaleAgreed = own.windowScale && peers.windowScale;
    tcb.sackPermitted = own.sackPermitted && peers.sackPermitted;
    tcb.ts.inUse = own.timestamps && peers.timestamps;
    tcb.ts.recent = timestampClock(end.timestampSent);
    tcb.ts.recentAt = end.timestampAt;
    tcb.ts.lastAckSent = end.lastAckSent;
    tcb.closeRequested = hasClosed(tcb.state);
    tcb.finSent = tcb.closeRequested && end.sentFin;
    tcb.unsent = Text{side == Side::Client ? 0U : 1U, 0, end.textOffset};
    addOutstanding(tcb, end, side, at);
    if (m_roundTrip > Duration{})
        tcb.rto.sample(m_roundTrip, profile);
    startTimers(tcb, end, enteredAt(trace, side, records), at, profile);
    return tcb;
}

/// What is sent and what acknowledged, as the state has it: whatever was captured, an endpoint in SYN_SENT waits for
/// the ACK of its SYN, and one in FIN_WAIT_2 for none at all.
void TcbTrail::numberSent(Tcb& tcb, const End& end)
{
    const bool isOpening = tcb.state == State::SynSent || tcb.state == State::SynReceived;
    const bool isAcknowledged = tcb.state == State::FinWait2 || tcb.state == State::TimeWait;
    tcb.snd.nxt = isOpening ? end.iss + 1 + end.synText : later(end.nxt, end.iss + 1);
    tcb.snd.una = isOpening ? end.iss : later(end.una, end.iss + 1);
    if (isAcknowledged || before(tcb.snd.nxt, tcb.snd.una))
        tcb.snd.una = tcb.snd.nxt;
}

/// What the end has still to do: end its TIME_WAIT, answer, send again what is not acknowledged.
void TcbTrail::startTimers(Tcb& tcb, const End& end, Time entered, Time at, const StackProfile& profile)
{
    const auto start = [&tcb](TimerKind kind, Time from, Time deadline) {
        tcb.timers[indexOf(kind)] = RunningTimer{from, deadline};
    };
    if (tcb.state == State::TimeWait)
        start(TimerKind::TimeWait, entered, std::max(at, entered + 2 * profile.msl));
    else if (!tcb.outstanding.empty())
        start(TimerKind::Retransmission, at, end.nxt == tcb.snd.nxt ? at + tcb.rto.rto(profile) : at);
    const bool owesAck =
        end.hasReceived && tcb.state != State::SynReceived && (!end.hasAcknowledged || end.lastAckSent != end.rcvNxt);
    if (owesAck)
        start(TimerKind::DelayedAck, at, at);
}

/// What is not acknowledged waits to be sent again, in segments of a size that the peer takes.
void TcbTrail::addOutstanding(Tcb& tcb, const End& end, Side side, Time at)
{
    const std::uint32_t room = std::max<std::uint16_t>(tcb.snd.mss, 1);
    if (tcb.snd.una != end.iss && tcb.snd.nxt - tcb.snd.una > mostPieces * room)
        tcb.snd.una = tcb.snd.nxt - mostPieces * room;
    Seq seq = tcb.snd.una;
    std::uint32_t left = tcb.snd.nxt - tcb.snd.una;
    const std::uint32_t fin = tcb.finSent && left > 0 ? 1 : 0;
    const std::uint32_t syn = tcb.snd.una == end.iss && left > fin ? 1 : 0;
    left -= fin + syn;
    std::uint64_t offset = end.textOffset - std::min<std::uint64_t>(end.textOffset, left);
    const std::uint32_t stream = side == Side::Client ? 0 : 1;
    bool isFirst = true;
    while (left > 0 || (isFirst && fin + syn > 0)) {
        const std::uint32_t octets = std::min(left, room);
        left -= octets;
        const Outstanding piece{.seq = seq,
                                .text = Text{stream, octets, offset},
                                .syn = isFirst && syn > 0,
                                .fin = left == 0 && fin > 0,
                                .retransmitted = true,
                                .sent = at};
        tcb.outstanding.push_back(piece);
        seq = piece.end();
        offset += octets;
        isFirst = false;
    }
}

} // namespace finwait
