// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A clockwork, as scenario files say it: the other way of clockwork_reader.h.
#pragma once

#include "core/clockwork.h"
#include "scenario/write_values.h"

namespace finwait {

[[nodiscard]] Json jsonOf(const Clockwork& clockwork);

} // namespace finwait
