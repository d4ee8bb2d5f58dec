// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The one truth about transitions. The engine's step, the QStateMachine, the diagram's edges, `finwait table` and every
// export are made from this table.
#pragma once

#include "core/state.h"
#include "core/trigger.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace finwait {

/// What is sent as a row is taken. Ack stands for "an acknowledgment, alone or riding on something else".
enum class Reply : std::uint8_t { None, Syn, SynAck, Ack, Fin, Rst };

/// "", "SYN", "SYN,ACK", "ACK", "FIN", "RST".
[[nodiscard]] std::string_view identifier(Reply reply);

/// Where RFC 9293's Figure 5 has the row: drawn, only in its note 2, or not at all.
enum class Figure5 : std::uint8_t { Drawn, Note, Beyond };

struct TransitionRow {
    State from;
    Trigger trigger;
    State to;
    Reply reply;
    std::string_view reference; ///< where it is written: "RFC 9293 3.10.7.4"
    Figure5 figure5;
};

/// Index of a row in transitionTable().
using RowIndex = std::uint8_t;

[[nodiscard]] std::span<const TransitionRow> transitionTable();
[[nodiscard]] const TransitionRow& transitionRow(RowIndex index);
/// The row for (state, trigger), if that pair moves anything.
[[nodiscard]] std::optional<RowIndex> findRow(State from, Trigger trigger);

} // namespace finwait
