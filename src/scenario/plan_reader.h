// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is planned in a scenario: calls, what happens to the computers, and segments that nobody has sent.
#pragma once

#include "core/command.h"
#include "scenario/json_fields.h"

#include <string_view>
#include <vector>

namespace finwait {

struct SideDeed {
    Side side{};
    Deed deed;
};

/// A field that tells a deed is there: "call", "host" or "inject".
[[nodiscard]] bool tellsDeed(const Fields& fields);
/// The deed that an object tells, and its side. Beside their fields only `others` may stand. This and what follows
/// fails (json_fields.h) on what cannot be.
[[nodiscard]] SideDeed readDeed(const Fields& fields, const std::vector<std::string_view>& others);
/// One entry of "plan".
[[nodiscard]] PlannedDeed readPlannedDeed(const Fields& fields);

} // namespace finwait
