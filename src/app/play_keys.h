// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Space, arrows, Home and End belong to the playhead in all of the window, except where a control that has the focus
// cannot be used without them.
#pragma once

class QKeyEvent;
class QWidget;

namespace finwait {

/// Whether `focused`, which may be nullptr, needs this key itself.
[[nodiscard]] bool controlNeedsKey(const QWidget* focused, const QKeyEvent& event);

} // namespace finwait
