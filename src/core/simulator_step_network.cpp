// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The part of a step in which segments set out, are met by faults, and come to their end.
#include "core/simulator_step.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>
#include <vector>

namespace finwait {

namespace {

/// Where a segment that is doomed dies: half-way.
Time halfWay(Time from, Time due)
{
    return from + (due - from) / 2;
}

/// A forged segment's text belongs to no endpoint's stream.
constexpr std::uint32_t foreignStream = ~std::uint32_t{0};

} // namespace

void SimulatorStep::sendSegment(Side side, const effect::Sent& sent)
{
    if (sent.segment.flags.syn)
        m_simulator.m_iss[side] = sent.segment.seq;
    Network& network = m_simulator.m_network;
    InFlight segment = launch(side, sent.segment);
    const auto rule = network.meet(side, sent.segment, m_simulator.m_now);
    if (rule)
        foresee(segment, network.config().rules[*rule].action);
    recordFlight(segment, sent.role, std::nullopt, m_cause);
    if (rule)
        meetFault(segment, *rule);
    setOut(segment);
    if (rule)
        copyFor(segment, network.config().rules[*rule].action);
}

/// A segment as it sets out now, with nothing wrong yet.
InFlight SimulatorStep::launch(Side side, const Segment& segment)
{
    const Network& network = m_simulator.m_network;
    InFlight launched;
    launched.flight = m_simulator.m_nextFlight++;
    launched.from = side;
    launched.due = network.arrivalOf(side, m_simulator.m_now);
    launched.segment = segment;
    launched.cause = m_simulator.m_nextRecord++;
    launched.waits = network.config().manual;
    return launched;
}

void SimulatorStep::recordFlight(const InFlight& segment, SegmentRole role, std::optional<FlightIndex> copyOf,
                                 RecordIndex cause)
{
    if (!m_trace)
        return;
    const Bases bases = basesOf(segment, role);
    const Flight flight{.segment = segment.segment,
                        .from = segment.from,
                        .role = role,
                        .sent = m_simulator.m_now,
                        .due = segment.due,
                        .seqBase = bases.seq,
                        .ackBase = bases.ack,
                        .copyOf = copyOf,
                        .corrupted = segment.corrupted};
    const FlightIndex appended = m_trace->appendFlight(flight, cause, segment.waits);
    assert(appended == segment.flight);
}

/// From where readers count a segment's numbers: from the initial ones of the connection that its sender means, which
/// may not be the peer's any more; those of a foreign side, as it has them itself. A RST in reply speaks in the numbers
/// of what it answers; if that had no ACK, its own sequence number is plainly zero (RFC 9293 section 3.10.7.1).
SimulatorStep::Bases SimulatorStep::basesOf(const InFlight& segment, SegmentRole role) const
{
    const Side from = segment.from;
    const Tcb& tcb = m_simulator.m_endpoints[from].tcb();
    if (role == SegmentRole::Reset && m_arrived) {
        const Flight& answered = m_trace->flight(*m_arrived);
        const bool isPlainZero = segment.segment.flags.ack && segment.segment.seq == Seq{0};
        return {isPlainZero ? Seq{0} : answered.ackBase, answered.seqBase};
    }
    const bool knowsPeer = isSynchronized(tcb.state) && m_simulator.m_hosts[other(from)] != HostState::Foreign;
    return {m_simulator.m_iss[from], knowsPeer ? tcb.rcv.irs : m_simulator.m_iss[other(from)]};
}

/// What a fault will make of a segment is known when it sets out.
void SimulatorStep::foresee(InFlight& segment, const FaultAction& action)
{
    if (const auto* delay = std::get_if<fault::Delay>(&action)) {
        segment.due += delay->by;
    } else if (const auto* reorder = std::get_if<fault::Reorder>(&action)) {
        segment.behind = reorder->behind;
        segment.due += reorder->patience;
    }
    segment.corrupted = std::holds_alternative<fault::Corrupt>(action);
}

void SimulatorStep::meetFault(InFlight& segment, std::size_t rule)
{
    const FaultKind kind = kindOf(m_simulator.m_network.config().rules[rule].action);
    segment.cause =
        record(segment.from, segment.cause, record::FaultMet{segment.flight, static_cast<std::uint32_t>(rule), kind});
    if (kind == FaultKind::Drop)
        segment.doom = LossCause::DroppedByRule;
}

void SimulatorStep::setOut(InFlight& segment)
{
    if (m_simulator.m_hosts[segment.from] == HostState::Silent)
        segment.doom = LossCause::HostIsSilent;
    if (segment.doom) {
        segment.due = halfWay(m_simulator.m_now, segment.due);
        segment.waits = false;
    }
    if (!carry(segment))
        return;
    for (const FlightIndex freed : m_simulator.m_network.overtake(segment))
        reschedule(freed, segment.cause);
}

/// False: there is no room for it.
bool SimulatorStep::carry(const InFlight& segment)
{
    if (m_simulator.m_network.isFull()) {
        record(segment.from, segment.cause, record::SegmentLost{segment.flight, LossCause::NetworkIsFull});
        return false;
    }
    m_simulator.m_network.carry(segment);
    return true;
}

void SimulatorStep::copyFor(const InFlight& segment, const FaultAction& action)
{
    const auto* duplicate = std::get_if<fault::Duplicate>(&action);
    for (std::uint32_t i = 1; duplicate && i <= duplicate->copies; ++i)
        copy(segment, segment.due + i * duplicate->gap, segment.cause);
}

void SimulatorStep::copy(const InFlight& segment, Time due, RecordIndex cause)
{
    InFlight copy = launch(segment.from, segment.segment);
    copy.due = due;
    copy.corrupted = segment.corrupted;
    recordFlight(copy, SegmentRole::Regular, segment.flight, cause);
    carry(copy);
}

/// The trace learns when a segment that was held back, or waited, is to arrive now.
void SimulatorStep::reschedule(FlightIndex flight, RecordIndex cause)
{
    const InFlight& segment = *m_simulator.m_network.find(flight);
    const Time before = m_trace ? m_trace->flight(flight).due : Time{};
    record(segment.from, cause, record::SegmentRescheduled{flight, segment.due, before});
}

void SimulatorStep::duplicate(const InFlight& segment)
{
    const InFlight original = segment; // carrying another one moves it
    copy(original, std::max(original.due, m_simulator.m_now) + copyGap, original.cause);
    end();
}

void SimulatorStep::hold(FlightIndex flight)
{
    const InFlight& segment = *m_simulator.m_network.find(flight);
    record(segment.from, segment.cause, record::SegmentHeld{flight});
    m_simulator.m_network.hold(flight);
    end();
}

/// A network that becomes manual holds all that is on its way; one that is manual no more lets it go.
void SimulatorStep::changeNetwork(const NetworkConfig& config)
{
    Network& network = m_simulator.m_network;
    const bool wasManual = network.config().manual;
    network.configure(config);
    for (const Side side : allSides) // a condition that holds already
        network.entered({side, m_simulator.m_endpoints[side].state()});
    record(Side::Client, noRecord, record::FaultsChanged{FaultsOf::Network});
    const bool turns = wasManual != config.manual;
    const std::vector<InFlight> segments = turns ? network.inFlight() : std::vector<InFlight>();
    for (const InFlight& segment : segments) {
        if (config.manual && !segment.waits && !segment.doom) {
            network.hold(segment.flight);
            record(segment.from, segment.cause, record::SegmentHeld{segment.flight});
        } else if (!config.manual && segment.waits) {
            network.letGo(segment.flight, std::max(segment.due, m_simulator.m_now));
            reschedule(segment.flight, segment.cause);
        }
    }
    end();
}

void SimulatorStep::inject(Side side, const Injection& injection, RecordIndex cause)
{
    const auto counted = [](Seq base, std::int64_t offset) { return base + static_cast<std::uint32_t>(offset); };
    Segment segment;
    segment.seq = counted(m_simulator.m_iss[side], injection.seq);
    segment.ack = injection.flags.ack ? counted(m_simulator.m_iss[other(side)], injection.ack) : Seq{};
    segment.flags = injection.flags;
    segment.window = injection.window;
    segment.urgentPointer = injection.urgentPointer;
    segment.options = injection.options;
    segment.text = Text{.stream = foreignStream, .length = injection.octets, .offset = 0};
    const InFlight inFlight = launch(side, segment);
    const bool isForged = m_simulator.m_hosts[side] != HostState::Foreign;
    recordFlight(inFlight, isForged ? SegmentRole::Injected : SegmentRole::Regular, std::nullopt, cause);
    carry(inFlight);
    end();
}

void SimulatorStep::arrive(const InFlight& segment)
{
    if (segment.doom)
        return lose(segment, *segment.doom);
    const Side side = other(segment.from);
    switch (m_simulator.m_hosts[side]) {
    case HostState::Down: return lose(segment, LossCause::HostIsDown);
    case HostState::Silent: return lose(segment, LossCause::HostIsSilent);
    case HostState::Up:
    case HostState::Foreign: break;
    }
    m_arrived = segment.flight;
    m_cause = record(side, segment.cause, record::SegmentArrived{segment.flight});
    if (m_simulator.m_hosts[side] == HostState::Foreign)
        return end();
    if (segment.corrupted) {
        record(side, m_cause, record::NotProcessed{segment.flight, Reason::ChecksumFailed});
        return end();
    }
    m_simulator.m_endpoints[side].process(SegmentArrives{segment.segment}, m_simulator.m_now, m_effects);
    recordEffects(side);
    finish(side);
}

void SimulatorStep::lose(const InFlight& segment, LossCause why)
{
    record(segment.from, segment.cause, record::SegmentLost{segment.flight, why});
    end();
}

} // namespace finwait
