// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A packet as scripts write it: "< S. 0:0(0) ack 1 win 32767 <mss 1460,sackOK,eol,eol>".
#pragma once

#include "script/script.h"
#include "script/script_text.h"

namespace finwait {

/// From the '<' or '>' on; fails (script_text.h) on what cannot be. What Finwait does not play is passed over, and
/// ScriptForeign says what it was.
[[nodiscard]] ScriptAction readPacket(ScriptText& text);

} // namespace finwait
