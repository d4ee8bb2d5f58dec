// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What became of the segments that were on their way to an end when it sent another one, and at the end of all.
#include "capture/connection_inference.h"

#include <algorithm>

namespace finwait {

namespace {

/// RFC 9293, with what it allows, or some stacks do: TIME_WAIT may be left for a new SYN, the ACK of an old duplicate
/// counts, and so does a RST with the number of the FIN before it.
const StackProfile& profile()
{
    static const StackProfile permissive = [] {
        StackProfile profile = stackProfiles().front();
        profile.reopenFromTimeWait = true;
        profile.trimDuplicates = true;
        profile.acceptRstAtFin = true;
        return profile;
    }();
    return permissive;
}

/// RFC 9293 section 3.4.2: MSL is two minutes. Real stacks wait less.
constexpr Duration longestTimeWait = 4min;

std::uint32_t after(Time from, std::optional<Time> answered)
{
    if (!answered || *answered - from >= Duration{StateSighting::notAnswered})
        return StateSighting::notAnswered;
    return static_cast<std::uint32_t>((*answered - from).count());
}

/// Nothing of it but its ACK can move anybody.
bool hasOnlyAck(const Segment& segment)
{
    return !segment.flags.syn && !segment.flags.fin && !segment.flags.rst;
}

bool isPureAck(const Segment& segment)
{
    return hasOnlyAck(segment) && segment.text.empty();
}

/// A RST of an end in such a state has the numbers of its connection, and its ACK is one as any other.
bool isSeenOpen(State state)
{
    return isSynchronized(state) && state != State::SynReceived;
}

bool isSameSegment(const Segment& a, const Segment& b)
{
    return a.seq == b.seq && a.length() == b.length() && a.flags.syn == b.flags.syn && a.flags.fin == b.flags.fin;
}

/// RFC 5961 sections 3.2 and 4.2: a SYN, and a RST that is not at the left edge of the window.
bool asksForChallenge(const CapturedEnd& end, const Segment& segment)
{
    if (segment.flags.rst)
        return segment.seq != end.numbers.acknowledged();
    return segment.flags.syn && !segment.flags.ack && isSeenOpen(end.state());
}

} // namespace

void ConnectionInference::settle(Side side, const CapturedSegment& captured)
{
    std::pmr::vector<Pending>& pending = m_ends[side].pending;
    if (pending.empty())
        return;
    // A FIN counts when all before it has come, and so after what was captured on the way to there.
    std::stable_partition(pending.begin(), pending.end(),
                          [](const Pending& each) { return !each.isBeyondHole || each.entry >= 0; });
    std::size_t proven = pending.size();
    while (proven > 0 && !proves(side, captured, pending[proven - 1]))
        --proven;
    // What it has sent and is missing in the capture may be its FIN: then it went another way.
    const ObservedEnd& numbers = m_ends[side].numbers;
    const bool showsHole =
        numbers.isSeen() && !captured.segment.flags.syn && before(numbers.nxt(), captured.segment.seq);
    m_isAmbiguous = numbers.hasHole() || showsHole;
    noteLessAcknowledged(side, captured);
    std::uint32_t settled = 0; // a bit for each: what is looked at may ask for the others
    for (std::size_t i = 0; i < pending.size(); ++i)
        settled |= settleOne(side, captured, i, i < proven) ? 1U << i : 0U;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pending.size(); ++i) {
        if ((settled >> i & 1U) == 0)
            pending[kept++] = pending[i];
    }
    if (kept == 0)
        m_ends[side].awaitNothing();
    else
        pending.resize(kept);
}

bool ConnectionInference::settleOne(Side side, const CapturedSegment& captured, std::size_t index, bool isOvertaken)
{
    Pending& pending = m_ends[side].pending[index];
    if (disproves(side, captured, pending)) {
        if (pending.entry >= 0)
            retract(side, static_cast<std::size_t>(pending.entry));
        else if (pending.flags.rst || (pending.flags.syn && !pending.flags.ack))
            noteIgnored(side, pending, captured);
        else if (pending.length() > 0)
            return false; // it may still come
        return true;
    }
    const bool isProven = proves(side, captured, pending);
    if (pending.entry >= 0) {
        if (isProven && !m_isAmbiguous)
            confirm(side, pending);
        return isProven || static_cast<std::size_t>(pending.entry) + 1 < m_ends[side].states.size();
    }
    const Pending* copy = isProven ? laterCopy(side, captured, index) : nullptr;
    if (copy != nullptr) {
        // If the two mean different things, nobody can tell which way the end went.
        const Seq afterFin = m_ends[side].numbers.nxt();
        m_isAmbiguous = m_isAmbiguous || (pending.ack == afterFin) != (copy->ack == afterFin);
        return true;
    }
    if (isProven) {
        arrive(side, pending, !isOrderUnknown(side, captured, index), captured.at);
        return true;
    }
    const bool isLastChance = captured.segment.flags.rst && hasOnlyAck(pending.segment());
    if (!(isPureAck(pending.segment()) || isLastChance) || !(isOvertaken || isDue(side, captured, pending)))
        return false;
    arrive(side, pending, false, captured.at);
    return pending.entry < 0;
}

bool ConnectionInference::proves(Side side, const CapturedSegment& captured, const Pending& pending) const
{
    const Segment& seen = captured.segment;
    const Segment segment = pending.segment();
    if (segment.flags.rst || !seen.flags.ack || (seen.flags.rst && !isSeenOpen(m_ends[side].state())))
        return false;
    if (segment.flags.syn && segment.seq != m_ends[other(side)].numbers.iss())
        return false;         // what is acknowledged is another SYN
    if (segment.length() > 0) // of a copy, unless there was no time for that, what came before may be acknowledged
        return atOrBefore(segment.end(), seen.ack) && (!pending.repeated || isDue(side, captured, pending));
    if (pending.tellsByEcho && seen.options.timestamps && seen.options.timestamps->echo == pending.timestamp)
        return true;
    // An end in SYN_RECEIVED sends no text, and acknowledges none.
    const CapturedEnd& end = m_ends[side];
    const State reached = pending.entry < 0 ? end.state() : end.states[static_cast<std::size_t>(pending.entry)].state;
    const bool opens = pending.entry < 0 ? reached == State::SynReceived : reached == State::Established;
    const ObservedEnd& peer = m_ends[other(side)].numbers;
    const Seq afterSyn = peer.iss() + 1;
    // A FIN behind the SYN may have opened it as well, had the ACK been lost.
    const bool hasOnlyFin = peer.sentFin() && peer.fin() == afterSyn && before(afterSyn, seen.ack);
    return opens && !seen.flags.syn && !hasOnlyFin && (!seen.text.empty() || before(afterSyn, seen.ack));
}

/// The end goes on as it could not if the segment had come to it before.
bool ConnectionInference::disproves(Side side, const CapturedSegment& captured, const Pending& pending) const
{
    const CapturedEnd& end = m_ends[side];
    const Segment& seen = captured.segment;
    // What is no answer may have set out just before; what can be nothing else may come sooner than any answer so far.
    const Duration roundTrip = end.roundTrip.value_or(Duration{});
    const bool isChallenge =
        asksForChallenge(end, pending.segment()) && isPureAck(seen) && seen.ack == end.numbers.acknowledged();
    const Duration least = seen.length() > 0 ? roundTrip + leeway(side)
                           : isChallenge     ? roundTrip - leeway(side)
                                             : roundTrip;
    if (captured.at - pending.at < least)
        return false;
    if (pending.flags.rst)
        return !seen.flags.rst && !seen.flags.syn && end.roundTrip.has_value();
    if (pending.flags.syn && !pending.flags.ack && isSynchronized(end.state()))
        return !seen.flags.rst && !(end.state() == State::SynReceived && seen.flags.syn);
    const bool repeatsSyn = seen.flags.syn && end.numbers.sentSyn() && seen.seq == end.numbers.iss();
    const bool repeatsFin = seen.flags.fin && end.numbers.sentFin() && seen.end() == end.numbers.fin() + 1;
    return (repeatsSyn || repeatsFin) && pending.flags.ack && atOrBefore(seen.end(), pending.ack);
}

/// It has had the time to arrive, and the end the time to send this after it.
bool ConnectionInference::isDue(Side side, const CapturedSegment& captured, const Pending& pending) const
{
    return captured.at - pending.at >= m_ends[side].roundTrip.value_or(Duration{});
}

/// A FIN, and an ACK of the FIN of `side`, are both on their way to it: who comes first decides where it goes.
bool ConnectionInference::isOrderUnknown(Side side, const CapturedSegment& captured, std::size_t index) const
{
    const std::pmr::vector<Pending>& pending = m_ends[side].pending;
    const ObservedEnd& numbers = m_ends[side].numbers;
    const auto acknowledgesFin = [&](const Pending& each) {
        return numbers.sentFin() && each.flags.ack && each.ack == numbers.fin() + 1;
    };
    if (!pending[index].flags.fin || acknowledgesFin(pending[index]))
        return false;
    return std::any_of(
        pending.begin() + static_cast<std::ptrdiff_t>(index) + 1, pending.end(), [&](const Pending& later) {
            return acknowledgesFin(later) && isDue(side, captured, later) && !disproves(side, captured, later);
        });
}

/// Whoever receives a SYN or a FIN acknowledges it at once: of several copies the last is the one that came. But what a
/// SYN,ACK answers is a SYN and not a SYN,ACK. nullptr: there is no later one.
const Pending* ConnectionInference::laterCopy(Side side, const CapturedSegment& captured, std::size_t index) const
{
    const std::pmr::vector<Pending>& pending = m_ends[side].pending;
    const auto copy = std::find_if(pending.begin() + static_cast<std::ptrdiff_t>(index) + 1, pending.end(),
                                   [&](const Pending& later) {
                                       const bool isForSyn = captured.segment.flags.syn && later.flags.ack;
                                       return isSameSegment(later.segment(), pending[index].segment()) && !isForSyn
                                              && isDue(side, captured, later);
                                   });
    return copy == pending.end() ? nullptr : &*copy;
}

void ConnectionInference::arrive(Side side, Pending& pending, bool isProven, std::optional<Time> answered)
{
    CapturedEnd& end = m_ends[side];
    if (!end.isKnown() || end.state() == State::Closed)
        assumeListener(side, pending);
    if (!end.isKnown())
        return;
    const bool isRstInTimeWait = pending.flags.rst && end.state() == State::TimeWait;
    if (isRstInTimeWait)
        note(FindingKind::RstInTimeWait, other(side), pending.at, pending.packet);
    const bool isCertain = isProven && !m_isAmbiguous;
    const Segment segment = pending.segment();
    const Tcb tcb = end.meeting(segment, m_ends[other(side)].numbers);
    const Verdict verdict = classify(tcb, profile(), segment, pending.at);
    if (!pending.repeated && !pending.flags.syn && !isRstInTimeWait)
        noteReason(verdict.reason, other(side), pending);
    for (const std::optional<Trigger>& trigger : {verdict.whole, verdict.onAck, verdict.onFin}) {
        const std::optional<RowIndex> row = trigger ? findRow(end.state(), *trigger) : std::nullopt;
        if (!row)
            continue;
        if (*trigger == Trigger::RcvSyn)
            end.origin = end.state() == State::Listen ? Origin::Passive : Origin::Active;
        pending.entry = static_cast<std::int8_t>(end.states.size());
        take(side, *row,
             StateSighting{.seen = pending.at,
                           .answeredAfter = after(pending.at, answered),
                           .packet = pending.packet,
                           .state = transitionRow(*row).to,
                           .row = *row,
                           .evidence = StateSighting::Evidence::Arrived,
                           .isProven = isCertain && verdict.reason != Reason::Duplicate,
                           .isDoubted = isDoubtful(transitionRow(*row).to)});
    }
}

/// `captured` was acknowledged before it came into the capture.
void ConnectionInference::arriveAnswered(Side side, const CapturedSegment& captured)
{
    std::pmr::vector<Pending>& pending = m_ends[side].pending;
    if (pending.empty() || pending.back().packet != captured.packet)
        return;
    Pending answered = pending.back();
    pending.pop_back();
    arrive(side, answered, true, captured.at);
}

/// Whoever answers a SYN was in LISTEN, or still in the TIME_WAIT of the connection before.
void ConnectionInference::assumeListener(Side side, const Pending& pending)
{
    if (!pending.flags.syn || pending.flags.ack || m_ends[side].hasOpened())
        return;
    const bool isReopened = m_hasFormer && !m_ends[side].isKnown() && m_formerStates[side] == State::TimeWait;
    find(side, isReopened ? State::TimeWait : State::Listen, pending.at, pending.packet);
    m_ends[side].states.back().isProven = isReopened; // its own SYN may have been lost on its way to the capture
}

/// The way to an end and back does not always take the least time that was seen.
Duration ConnectionInference::leeway(Side side) const
{
    constexpr int part = 8;
    return m_ends[side].roundTrip.value_or(Duration{}) / part + 500us;
}

void ConnectionInference::noteLessAcknowledged(Side side, const CapturedSegment& captured)
{
    const Segment& segment = captured.segment;
    for (Pending& pending : m_ends[side].pending) {
        if (pending.flags.fin && segment.flags.ack && before(segment.ack, pending.end())) {
            const Duration after = std::min(captured.at - pending.at, Duration{Pending::never - 1});
            pending.lessAcknowledgedAfter = static_cast<std::uint32_t>(after.count());
        }
    }
}

/// It should have come, and the end acknowledges less: what was sent before it is missing.
bool ConnectionInference::isHeldUp(Side side, const Pending& pending, Duration leeway) const
{
    return pending.lessAcknowledgedAfter != Pending::never
           && Duration{pending.lessAcknowledgedAfter} + leeway >= m_ends[side].roundTrip.value_or(Duration{});
}

/// `text` comes late, or once more: the FIN after it, which waits for it, comes into its own as `text` arrives.
void ConnectionInference::goOn(Side side, const CapturedSegment& text)
{
    std::pmr::vector<Pending>& pending = m_ends[side].pending;
    const ObservedEnd& sender = m_ends[other(side)].numbers;
    const auto waits = [&](const Pending& each) {
        const bool isBehind = each.flags.fin && each.entry < 0 && before(text.segment.seq, each.end() - 1);
        return isBehind && (isHeldUp(side, each, leeway(side)) || (each.isBeyondHole && !sender.hasHole()));
    };
    const auto first =
        std::stable_partition(pending.begin(), pending.end(), [&](const Pending& each) { return !waits(each); });
    for (auto each = first; each != pending.end(); ++each) {
        each->at = text.at;
        each->lessAcknowledgedAfter = Pending::never;
        each->isBeyondHole = false;
    }
}

void ConnectionInference::confirm(Side side, const Pending& pending)
{
    m_ends[side].states[static_cast<std::size_t>(pending.entry)].isProven = true;
}

/// The end did not enter that state, nor what came after it; unless something proves what came after.
void ConnectionInference::retract(Side side, std::size_t entry)
{
    CapturedEnd& end = m_ends[side];
    if (entry == 0 || entry >= end.states.size())
        return;
    const auto first = end.states.begin() + static_cast<std::ptrdiff_t>(entry);
    if (std::any_of(first, end.states.end(), [](const StateSighting& sighting) { return sighting.isProven; }))
        return;
    end.states.erase(first, end.states.end());
    for (Pending& pending : end.pending) {
        if (pending.entry >= static_cast<std::int8_t>(entry))
            pending.entry = -1; // what it had brought about is taken back as well
    }
}

bool ConnectionInference::arrivesAtEnd(Side side, const Pending& pending, Time end) const
{
    const CapturedEnd& receiver = m_ends[side];
    if (pending.entry >= 0)
        return false;
    if (isPureAck(pending.segment()))
        return true;
    const Duration longest = receiver.roundTrip.value_or(Duration{}) + leeway(side);
    const bool hasGoneOn = receiver.numbers.lastSeen() - pending.at > longest;
    if (pending.flags.rst)
        return !hasGoneOn;
    const bool wasTimeToAnswer = end - pending.at > longest + latestAck;
    const bool waits = pending.isBeyondHole || isHeldUp(side, pending, {});
    return !pending.flags.syn && !pending.repeated && !waits && !hasGoneOn && !wasTimeToAnswer;
}

void ConnectionInference::settleAtEnd(Side side, Time end)
{
    for (Pending& pending : m_ends[side].pending) {
        if (arrivesAtEnd(side, pending, end))
            arrive(side, pending, false, std::nullopt);
    }
}

/// At the latest; nullopt: the end is not in TIME_WAIT.
std::optional<Time> ConnectionInference::endOfTimeWait(Side side) const
{
    const CapturedEnd& end = m_ends[side];
    if (end.state() != State::TimeWait)
        return std::nullopt;
    return std::max(end.states.back().seen, end.numbers.lastSeen()) + longestTimeWait;
}

State ConnectionInference::stateAt(Side side, Time time) const
{
    const std::optional<Time> over = endOfTimeWait(side);
    return over && *over <= time ? State::Closed : m_ends[side].state();
}

void ConnectionInference::outliveTimeWait(Side side, Time end)
{
    const std::optional<Time> over = endOfTimeWait(side);
    const std::optional<RowIndex> row = findRow(State::TimeWait, Trigger::Timeout2Msl);
    if (!over || *over > end || !row)
        return;
    take(side, *row,
         StateSighting{.seen = *over,
                       .answeredAfter = StateSighting::notAnswered,
                       .packet = 0,
                       .state = State::Closed,
                       .row = *row,
                       .evidence = StateSighting::Evidence::Elapsed,
                       .isProven = false,
                       .isDoubted = false});
}

} // namespace finwait
