// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QScreen>
#include <QWidget>

namespace finwait {

/// A window that is about to be shown is no larger than its screen.
inline void fitScreen(QWidget& window)
{
    constexpr QSize windowFrame(16, 48); // about so much
    window.resize(window.size().boundedTo(window.screen()->availableSize() - windowFrame));
}

} // namespace finwait
