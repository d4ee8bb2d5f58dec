// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How the clockwork of an endpoint differs from its profile's, as files say it.
#pragma once

#include "core/clockwork.h"
#include "scenario/json_fields.h"

namespace finwait {

/// What an object with the fields of one clockwork holds; fails (json_fields.h) on what cannot be.
[[nodiscard]] Clockwork readClockwork(const Fields& fields);

} // namespace finwait
