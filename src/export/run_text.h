// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A run for reading in a terminal: every event, then the states that each side went through.
#pragma once

#include "core/trace.h"
#include "scenario/scenario.h"

#include <QString>

namespace finwait {

/// "CLOSED → SYN_SENT → ESTABLISHED".
[[nodiscard]] QString pathText(const std::vector<State>& path);

/// In the language that is in force; `language` is the one for the scenario's own texts.
[[nodiscard]] QString runText(const Scenario& scenario, const Trace& trace, const QString& language);

} // namespace finwait
