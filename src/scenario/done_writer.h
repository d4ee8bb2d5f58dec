// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What was done by hand, as scenario files say it: the other way of done_reader.h.
#pragma once

#include "scenario/done.h"
#include "scenario/write_values.h"

namespace finwait {

/// One entry of "done".
[[nodiscard]] Json jsonOf(const Done& done);

} // namespace finwait
