// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is planned in a scenario, as files say it: the other way of plan_reader.h.
#pragma once

#include "core/command.h"
#include "scenario/write_values.h"

namespace finwait {

/// Puts the fields that tell a deed and its side into an object.
void writeDeed(Json& fields, Side side, const Deed& deed);
/// One entry of "plan".
[[nodiscard]] Json jsonOf(const PlannedDeed& planned);

} // namespace finwait
