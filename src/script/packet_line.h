// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A segment as a line of a script has it, options in the octets in which a system sends them: packetdrill compares
// their order and their padding, too.
#pragma once

#include "script/host_system.h"
#include "script/script.h"

#include <string>

namespace finwait {

/// "> S. 0:0(0) ack 1 win 65535 <mss 1460,nop,wscale 6,sackOK,TS val 51 ecr 11>"
[[nodiscard]] std::string packetLine(const ScriptSegment& segment, HostSystem system);

} // namespace finwait
