// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Nothing is lost without being asked: whatever makes a session forget its branches goes through here.
#pragma once

#include "scenario/done.h"

#include <cstddef>
#include <functional>
#include <vector>

class QWidget;

namespace finwait {

class Session;

/// How many branches there are in which something was done by hand, and not just what is in `kept`.
[[nodiscard]] std::size_t branchesBeside(const Session& session, const std::vector<Done>& kept);

/// Does `next` at once or, if there are branches beside what is `kept` when the session forgets them all, after the
/// person has agreed. `session` must outlive `window`.
void whenBranchesMayGo(Session& session, QWidget& window, const std::vector<Done>& kept, std::function<void()> next);

} // namespace finwait
