// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The one account of what happened. The simulator, a capture, a script and a search all write a Trace; the diagram, the
// chart, the event list and every export read only that.
#pragma once

#include "core/call.h"
#include "core/endpoint.h"
#include "core/fault_rule.h"
#include "core/host.h"
#include "core/reason.h"
#include "core/segment.h"
#include "core/seq.h"
#include "core/side.h"
#include "core/state.h"
#include "core/system_setting.h"
#include "core/timer.h"
#include "core/transition_table.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace finwait {

using RecordIndex = std::uint32_t;
using FlightIndex = std::uint32_t;
using StepIndex = std::uint32_t;

inline constexpr RecordIndex noRecord = ~RecordIndex{0};

/// Why a segment did not arrive.
enum class LossCause : std::uint8_t {
    DroppedByUser,
    DroppedByRule,
    HostIsDown,      ///< it came to a host that had crashed
    HostIsSilent,    ///< it came to, or from, a host whose cable was out
    NetworkIsFull,   ///< when it set out, there was no room for it on the way (mostInFlight)
    NotSeenToArrive, ///< of a capture: nothing in it shows that it arrived
};

/// How well a state is known. In a simulation everything is sure.
enum class Certainty : std::uint8_t {
    Sure,
    Inferred, ///< of a capture: the likeliest, which nothing in the capture proves
};

/// What is done to a running timer by hand.
enum class TimerDeed : std::uint8_t { RunOut, Stopped, Stretched };

/// Whose faults are changed by hand.
enum class FaultsOf : std::uint8_t { Network, Clockwork };

namespace record {
struct CallMade {
    Call call;
    friend bool operator==(const CallMade&, const CallMade&) = default;
};
struct CallRefused {
    Call call;
    Refusal refusal;
    friend bool operator==(const CallRefused&, const CallRefused&) = default;
};
struct SegmentSent {
    FlightIndex flight;
    friend bool operator==(const SegmentSent&, const SegmentSent&) = default;
};
struct SegmentArrived {
    FlightIndex flight;
    friend bool operator==(const SegmentArrived&, const SegmentArrived&) = default;
};
struct SegmentLost {
    FlightIndex flight;
    LossCause why;
    friend bool operator==(const SegmentLost&, const SegmentLost&) = default;
};
/// The segment arrived, but not everything in it was used, and why.
struct NotProcessed {
    FlightIndex flight;
    Reason reason;
    friend bool operator==(const NotProcessed&, const NotProcessed&) = default;
};
/// A fault rule of the network met the segment.
struct FaultMet {
    FlightIndex flight;
    std::uint32_t rule; ///< its place among the network's rules, from 0
    FaultKind kind;
    friend bool operator==(const FaultMet&, const FaultMet&) = default;
};
/// The network made another one of a segment; the copy is a flight of its own.
struct SegmentDuplicated {
    FlightIndex flight;
    friend bool operator==(const SegmentDuplicated&, const SegmentDuplicated&) = default;
};
/// The segment waits on its way until it is delivered by hand.
struct SegmentHeld {
    FlightIndex flight;
    friend bool operator==(const SegmentHeld&, const SegmentHeld&) = default;
};
/// It goes on, and is to arrive at another time than was known before.
struct SegmentRescheduled {
    FlightIndex flight;
    Time due;
    Time before; ///< when it was to arrive so far
    friend bool operator==(const SegmentRescheduled&, const SegmentRescheduled&) = default;
};
struct HostChanged {
    HostEvent event;
    friend bool operator==(const HostChanged&, const HostChanged&) = default;
};
/// Somebody has meddled with a running timer.
struct TimerTouched {
    TimerKind kind;
    TimerDeed deed;
    friend bool operator==(const TimerTouched&, const TimerTouched&) = default;
};
/// From now on the network has other delays or rules, or the side's clockwork other values.
struct FaultsChanged {
    FaultsOf of;
    friend bool operator==(const FaultsChanged&, const FaultsChanged&) = default;
};
/// A setting of the side's system, or of its socket, has this value from now on.
struct SettingChanged {
    SettingIndex setting;
    std::int64_t value;
    friend bool operator==(const SettingChanged&, const SettingChanged&) = default;
};
struct Transition {
    RowIndex row;
    Certainty certainty = Certainty::Sure;
    friend bool operator==(const Transition&, const Transition&) = default;
};
/// A capture shows the side in this state; what led there was not captured.
struct StateFound {
    State state;
    Certainty certainty;
    friend bool operator==(const StateFound&, const StateFound&) = default;
};
using effect::Signalled;
using effect::TimerRestarted;
using effect::TimerStarted;
using effect::TimerStopped;
struct TimerFired {
    TimerKind kind;
    friend bool operator==(const TimerFired&, const TimerFired&) = default;
};
} // namespace record

using RecordBody =
    std::variant<record::CallMade, record::CallRefused, record::SegmentSent, record::SegmentArrived,
                 record::SegmentLost, record::NotProcessed, record::Transition, record::TimerStarted,
                 record::TimerRestarted, record::TimerStopped, record::TimerFired, record::Signalled, record::FaultMet,
                 record::SegmentDuplicated, record::SegmentHeld, record::SegmentRescheduled, record::HostChanged,
                 record::TimerTouched, record::FaultsChanged, record::SettingChanged, record::StateFound>;

struct Record {
    Time at{};
    RecordIndex cause = noRecord; ///< always an earlier record
    Side side{};                  ///< at whose endpoint it happened; for a loss, the sender
    RecordBody body;
    friend bool operator==(const Record&, const Record&) = default;
};

/// Whether a state begins with it: a transition, or a state that is found.
[[nodiscard]] bool entersState(const Record& record);

enum class Fate : std::uint8_t { InFlight, Arrived, Lost };

/// A segment's way through the network.
struct Flight {
    Segment segment;
    Side from{};
    SegmentRole role{};
    Time sent{};
    Time due{};                        ///< when it is to arrive if nothing happens to it
    Seq seqBase;                       ///< the sender's ISS: readers count seq from here
    Seq ackBase;                       ///< the receiver's ISS: readers count ack from here
    std::optional<FlightIndex> copyOf; ///< the network made it of this one
    bool corrupted = false;            ///< its checksum will be found wrong
    std::uint32_t packet = 0;          ///< its number in the capture that it was seen in, from 1; 0: it is of none
    RecordIndex sentRecord = noRecord; ///< SegmentSent; of a copy, SegmentDuplicated
    RecordIndex heldRecord = noRecord; ///< since which it waits for a hand: SegmentHeld, or sentRecord
    Fate fate = Fate::InFlight;
    Time ended{}; ///< of arrival or loss; meaningful unless in flight
    RecordIndex endRecord = noRecord;
};

/// A stretch of records with one cause from outside: one event of the simulator.
struct StepMark {
    Time at{};
    RecordIndex end = 0; ///< one past its last record
};

/// A state that an endpoint was in, from a moment on.
struct StateSpan {
    State state = State::Closed;
    Time from{};
    std::optional<Time> until;      ///< none: to the end of the trace
    RecordIndex entered = noRecord; ///< the transition's record, or StateFound; none for the state at the start
    Certainty certainty = Certainty::Sure;
};

class Trace
{
public:
    /// "10.0.0.1:40000" and the like, for headings.
    PerSide<std::string> addresses;
    /// Of this side only the segments are known: it is no endpoint of ours, and has no states.
    std::optional<Side> foreign;
    /// The others.
    [[nodiscard]] std::span<const Side> endpoints() const;

    // Writing. Records are appended in order of time.
    RecordIndex append(Record record);
    /// Appends a flight together with its SegmentSent record, or SegmentDuplicated if it is a copy. `waits`: until it
    /// is delivered by hand.
    FlightIndex appendFlight(Flight flight, RecordIndex cause, bool waits = false);
    /// All records since the last step belong to one step.
    void endStep(Time at);
    /// Forgets everything after the first `steps` steps.
    void truncate(StepIndex steps);

    // Reading.
    [[nodiscard]] const std::vector<Record>& records() const { return m_records; }
    [[nodiscard]] const std::vector<Flight>& flights() const { return m_flights; }
    [[nodiscard]] const std::vector<StepMark>& steps() const { return m_steps; }
    [[nodiscard]] const Record& record(RecordIndex index) const { return m_records[index]; }
    [[nodiscard]] const Flight& flight(FlightIndex index) const { return m_flights[index]; }
    /// Time of the last step; zero for an empty trace.
    [[nodiscard]] Time end() const;
    /// How many steps have happened at `time` or before.
    [[nodiscard]] StepIndex stepsUntil(Time time) const;
    /// How many records the first `steps` steps have.
    [[nodiscard]] RecordIndex recordsOf(StepIndex steps) const;
    /// The step that a record belongs to.
    [[nodiscard]] StepIndex stepOf(RecordIndex record) const;
    /// The state of `side` after the first `records` records.
    [[nodiscard]] State stateAfter(Side side, RecordIndex records) const { return spanAfter(side, records).state; }
    [[nodiscard]] const StateSpan& spanAfter(Side side, RecordIndex records) const;
    /// The states that `side` went through, in order.
    [[nodiscard]] const std::vector<StateSpan>& states(Side side) const { return m_states[side]; }
    /// Flights are in order of sending; their ends are not. The first flight that was to be on its way at `from` or
    /// later: all before it had ended by then.
    [[nodiscard]] FlightIndex firstFlightReaching(Time from) const;

private:
    void note(RecordIndex index);
    void enter(RecordIndex index, State state, Certainty certainty);
    void endFlight(FlightIndex flight, Fate fate, RecordIndex record);
    void noteReach(FlightIndex flight, Time until);
    static void forgetFate(Flight& flight, RecordIndex keep);

    std::vector<Record> m_records;
    std::vector<Flight> m_flights;
    std::vector<Time> m_latestDue; // for each flight: until when it, or one sent before it, was to be on its way
    std::vector<StepMark> m_steps;
    PerSide<std::vector<StateSpan>> m_states = {{StateSpan{}}, {StateSpan{}}};
};

} // namespace finwait
