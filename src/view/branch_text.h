// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the branches of a session are called, how they end and where two of them part, in words.
#pragma once

#include "core/trace.h"
#include "session/branch.h"
#include "session/trace_difference.h"

#include <QString>

#include <array>
#include <optional>

namespace finwait {

class Session;

/// A branch that is shown beside another one.
struct ComparedBranch {
    QString title;
    Trace trace;
};
using ComparedBranches = std::array<ComparedBranch, 2>;

namespace branch_text {

/// Its name or, if it has none, what was done there: "The client's application calls: close".
[[nodiscard]] QString title(const Branch& branch, const Trace& trace);
/// The same without its name.
[[nodiscard]] QString description(const Branch& branch, const Trace& trace);
/// "client TIME_WAIT, server CLOSED"
[[nodiscard]] QString ending(const Trace& trace);
[[nodiscard]] QString longestEnding();
/// Where two branches part, and what happens there in each.
[[nodiscard]] QString difference(const ComparedBranches& branches, const std::optional<TraceDifference>& where);

} // namespace branch_text

} // namespace finwait
