// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/captured_flights.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <limits>

namespace finwait {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// A copy is looked for among so many that were sent last.
constexpr std::size_t copiesWithin = 4096;

class FlightFinder
{
public:
    FlightFinder(const std::vector<CapturedSegment>& segments, const ConnectionInference& inference)
        : m_segments(segments)
        , m_inference(inference)
        , m_flights(segments.size())
        , m_laterCopy(segments.size(), none)
    {}

    std::vector<CapturedFlight> find();

private:
    struct Sender {
        ObservedEnd numbers;
        std::deque<std::size_t> outstanding; // segments that are not acknowledged
        bool hasCopies = false;              // among them
        std::uint64_t offsetOfNxt = 0;       // of SND.NXT among the octets of its text
    };

    void look(std::size_t index);
    void acknowledge(Side receiver, std::size_t by);
    void noteCopy(Side side, std::size_t index);
    void placeText(Side side, std::size_t index);
    void endUnacknowledged(Side sender);
    [[nodiscard]] SegmentRole roleOf(Side side, const Segment& segment, ObservedEnd::Novelty novelty) const;
    [[nodiscard]] bool wasTimeToAnswer(std::size_t index, Side receiver) const;
    void lose(std::size_t index, Side receiver);
    void enterWith();

    const std::vector<CapturedSegment>& m_segments;
    const ConnectionInference& m_inference;
    std::vector<CapturedFlight> m_flights;
    std::vector<std::size_t> m_laterCopy;
    PerSide<Sender> m_senders;
};

std::vector<CapturedFlight> FlightFinder::find()
{
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        look(i);
    for (const Side side : allSides)
        endUnacknowledged(side);
    enterWith();
    for (CapturedFlight& flight : m_flights)
        flight.ended = std::max(flight.ended, flight.sent);
    return std::move(m_flights);
}

void FlightFinder::look(std::size_t index)
{
    const CapturedSegment& captured = m_segments[index];
    const Segment& segment = captured.segment;
    const Side side = m_inference.senderOf(captured);
    Sender& sender = m_senders[side];
    ObservedEnd& peer = m_senders[other(side)].numbers;
    const ObservedEnd::Novelty novelty = sender.numbers.noveltyOf(segment, captured.at, peer.acknowledged());
    CapturedFlight& flight = m_flights[index];
    flight.from = side;
    flight.isCapturedTwice = novelty == ObservedEnd::Novelty::CapturedTwice;
    if (flight.isCapturedTwice)
        return;
    flight.role = roleOf(side, segment, novelty);
    flight.sent = captured.at - m_inference.distance(side);
    flight.ended = captured.at + m_inference.distance(other(side));
    flight.seqBase = m_inference.end(side).numbers.iss();
    flight.ackBase = m_inference.end(other(side)).numbers.iss();
    if (segment.flags.ack && !segment.flags.rst) {
        peer.noteAcknowledged(segment.ack, captured.at);
        acknowledge(side, index);
    }
    if (segment.length() > 0 && !segment.flags.rst) {
        if (novelty == ObservedEnd::Novelty::Repeated)
            noteCopy(side, index);
        sender.outstanding.push_back(index);
    }
    placeText(side, index);
    sender.numbers.noteSent(segment, captured.at);
}

SegmentRole FlightFinder::roleOf(Side side, const Segment& segment, ObservedEnd::Novelty novelty) const
{
    const ObservedEnd& peer = m_senders[other(side)].numbers;
    if (segment.flags.rst)
        return SegmentRole::Reset;
    if (novelty == ObservedEnd::Novelty::Repeated)
        return SegmentRole::Retransmission;
    const bool isClosed = peer.isSeen() && peer.acknowledged() && peer.windowField() == 0;
    if (isClosed && (novelty == ObservedEnd::Novelty::KeepAlive || segment.text.length == 1))
        return SegmentRole::WindowProbe;
    return novelty == ObservedEnd::Novelty::KeepAlive ? SegmentRole::KeepAlive : SegmentRole::Regular;
}

/// Text is named by its place in what its sender sends: SYN and FIN are no part of that.
void FlightFinder::placeText(Side side, std::size_t index)
{
    Sender& sender = m_senders[side];
    const Segment& segment = m_segments[index].segment;
    if (!sender.numbers.isSeen() || segment.flags.syn) {
        m_flights[index].textOffset = 0;
        sender.offsetOfNxt = segment.flags.rst ? 0 : segment.text.length;
        return;
    }
    const std::uint64_t back = sender.numbers.nxt() - segment.seq;
    const auto ahead = static_cast<std::int32_t>(segment.seq - sender.numbers.nxt());
    const std::uint64_t place = ahead >= 0 ? sender.offsetOfNxt + static_cast<std::uint64_t>(ahead)
                                           : sender.offsetOfNxt - std::min(sender.offsetOfNxt, back);
    m_flights[index].textOffset = place;
    if (!segment.flags.rst)
        sender.offsetOfNxt = std::max(sender.offsetOfNxt, place + segment.text.length);
}

void FlightFinder::noteCopy(Side side, std::size_t index)
{
    const std::deque<std::size_t>& outstanding = m_senders[side].outstanding;
    m_senders[side].hasCopies = true;
    const Segment& copy = m_segments[index].segment;
    std::size_t looked = 0;
    for (auto earlier = outstanding.rbegin(); earlier != outstanding.rend() && looked < copiesWithin;
         ++earlier, ++looked) {
        const Segment& segment = m_segments[*earlier].segment;
        const bool isWithin = atOrBefore(copy.seq, segment.seq) && atOrBefore(segment.end(), copy.end());
        if (isWithin && m_laterCopy[*earlier] == none)
            m_laterCopy[*earlier] = index;
    }
}

/// `receiver` has acknowledged what its peer had sent, by segment `by`. Of several copies the last is the one that
/// came, if it had the time to.
void FlightFinder::acknowledge(Side receiver, std::size_t by)
{
    Sender& sender = m_senders[other(receiver)];
    std::deque<std::size_t>& outstanding = sender.outstanding;
    const CapturedSegment& ack = m_segments[by];
    const Duration roundTrip = 2 * m_inference.distance(receiver);
    const auto settle = [&](std::size_t index) {
        if (!atOrBefore(m_segments[index].segment.end(), ack.segment.ack))
            return false;
        const std::size_t copy = m_laterCopy[index];
        if (copy != none && ack.at - m_segments[copy].at >= roundTrip)
            lose(index, receiver);
        else
            m_flights[index].ended = std::min(m_flights[index].ended, ack.at - m_inference.distance(receiver));
        return true;
    };
    while (!outstanding.empty() && settle(outstanding.front()))
        outstanding.pop_front();
    if (outstanding.empty())
        sender.hasCopies = false;
    else if (sender.hasCopies) // these are not in order of their numbers
        std::erase_if(outstanding, settle);
}

void FlightFinder::lose(std::size_t index, Side receiver)
{
    m_flights[index].fate = Fate::Lost;
    m_flights[index].ended = m_segments[index].at + m_inference.distance(receiver) / 2;
}

bool FlightFinder::wasTimeToAnswer(std::size_t index, Side receiver) const
{
    const Time last = std::max(m_segments.back().at, m_inference.lastSeen());
    return last - m_segments[index].at > 2 * m_inference.distance(receiver) + latestAck;
}

void FlightFinder::endUnacknowledged(Side sender)
{
    const Side receiver = other(sender);
    if (!m_inference.end(receiver).numbers.isSeen() && m_inference.opening() != Opening::Unanswered)
        return; // nothing of the receiver was captured
    for (const std::size_t index : m_senders[sender].outstanding) {
        const bool isLost = m_laterCopy[index] != none || m_flights[index].role == SegmentRole::Retransmission
                            || wasTimeToAnswer(index, receiver);
        if (isLost)
            lose(index, receiver);
    }
}

/// What moved an end arrived when the end entered its state, and what an end sent as it entered one was sent then.
void FlightFinder::enterWith()
{
    using Evidence = StateSighting::Evidence;
    for (const Side side : allSides) {
        const std::span<const StateSighting> states = m_inference.end(side).states;
        const std::vector<Time> times = m_inference.entryTimes(side);
        for (std::size_t entry = 0; entry < states.size(); ++entry) {
            if (states[entry].evidence != Evidence::Sent && states[entry].evidence != Evidence::Arrived)
                continue;
            const auto segment = std::ranges::find(m_segments, states[entry].packet, &CapturedSegment::packet);
            if (segment == m_segments.end())
                continue;
            CapturedFlight& flight = m_flights[static_cast<std::size_t>(segment - m_segments.begin())];
            if (states[entry].evidence == Evidence::Sent) {
                flight.sent = times[entry];
            } else {
                flight.fate = Fate::Arrived;
                flight.ended = times[entry];
            }
        }
    }
}

} // namespace

std::vector<CapturedFlight> flightsOf(const std::vector<CapturedSegment>& segments,
                                      const ConnectionInference& inference)
{
    return FlightFinder(segments, inference).find();
}

} // namespace finwait
