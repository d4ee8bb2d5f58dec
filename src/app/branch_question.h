// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Nothing is lost without being asked: whatever makes a session forget its branches goes through here.
#pragma once

#include <functional>

class QWidget;

namespace finwait {

class Session;

/// Does `next` at once or, if the session has branches, after the person has agreed. `session` must outlive `window`.
void whenBranchesMayGo(Session& session, QWidget& window, std::function<void()> next);

} // namespace finwait
