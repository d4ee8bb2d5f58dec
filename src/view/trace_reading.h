// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Small questions about a trace that several views ask.
#pragma once

#include "core/trace.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

/// What kind of thing a record tells: what the event list is filtered by.
enum class RecordKind : std::uint8_t { Transition, Segment, Timer, Application };

[[nodiscard]] RecordKind kindOf(const Record& record);

/// Other faults of the network, which is on neither side.
[[nodiscard]] bool changesNetwork(const Record& record);

/// The segment that a record is about: sent, arrived, lost, not processed. nullopt for the other records.
[[nodiscard]] std::optional<FlightIndex> flightOf(const Record& record);

/// The segment that was sent in the same step in answer to a transition; nullopt where the row has no reply, or where
/// the reply was sent later (a delayed ACK, a FIN that waits for data before it).
[[nodiscard]] std::optional<FlightIndex> replyTo(const Trace& trace, RecordIndex transition);

/// Whether the record is a transition into that state, or finds a side in it.
[[nodiscard]] bool enters(const Record& record, State state);

/// How either side entered a state the last time before that record; else the first time from there on; else noRecord.
[[nodiscard]] RecordIndex entryOf(const Trace& trace, State state, RecordIndex before);

/// The record, what caused it, what caused that, and so on to the first causes, the latest first. Where a segment goes
/// out again this has two lines: the timer that was set, and what became of the segment or of its ACK on the way.
[[nodiscard]] std::vector<RecordIndex> causeChain(const Trace& trace, RecordIndex record);

} // namespace finwait
