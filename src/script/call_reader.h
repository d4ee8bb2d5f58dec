// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A call of the sockets as scripts write it: "connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)".
#pragma once

#include "script/script.h"
#include "script/script_text.h"

namespace finwait {

/// From its name on; fails (script_text.h) on what cannot be.
[[nodiscard]] ScriptCall readCall(ScriptText& text);

} // namespace finwait
