// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What one side's application may do at a moment. The state says the rule; the TCB may know better: the application may
// have closed already, or be gone, and a window may be full.
#pragma once

#include "core/endpoint.h"

#include <QString>

#include <cstdint>

namespace finwait {

enum class Permission : std::uint8_t { Granted, Queued, Denied };

struct Allowance {
    Permission permission = Permission::Denied;
    QString text;
    friend bool operator==(const Allowance&, const Allowance&) = default;
};

/// What becomes of a SEND (RFC 9293 section 3.10.2).
[[nodiscard]] Allowance sendingNow(const Endpoint& endpoint);
/// What becomes of new data from the peer (sections 3.6.1 and 3.10.7).
[[nodiscard]] Allowance receivingNow(const Endpoint& endpoint);

} // namespace finwait
