// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The transition table as a state chart in the language of the W3C, for whatever runs or draws such charts.
#pragma once

#include <string>

namespace finwait {

/// SCXML 1.0 with the null data model: a state for each state of the connection, named as everywhere, CLOSED to begin
/// with; a transition for each row, whose event is the row's trigger; and what the row replies as an event that the
/// chart sends: "reply.SYN", "reply.SYN_ACK", "reply.ACK", "reply.FIN", "reply.RST".
[[nodiscard]] std::string tableScxml();

} // namespace finwait
