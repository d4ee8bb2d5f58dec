// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// From the command line to the window: what was asked for, already checked, and the function that shows it.
#pragma once

#include <QSize>
#include <QString>

#include <cstdint>
#include <optional>

class QApplication;

namespace finwait {

enum class ThemeChoice : std::uint8_t { Light, Dark };

/// A picture of the window instead of the window: saved as PNG once everything is painted; then the program ends.
/// Of the window, in device-independent pixels, where nothing else is known.
inline constexpr QSize usualWindowSize(1280, 800);

struct Screenshot {
    QString path;
    QSize size = usualWindowSize; ///< of the whole window, in device-independent pixels
};

struct WindowRequest {
    /// A name of the library, known to be there; none: the window's own first choice.
    std::optional<QString> scenarioName;
    /// A file that is there, and for a screenshot one that can be read.
    std::optional<QString> path;
    /// None: as the preferences say.
    std::optional<ThemeChoice> theme;
    /// A language that ships ("en", "zh_CN"); none: as the preferences say.
    std::optional<QString> language;
    std::optional<Screenshot> screenshot;
};

/// Shows the window and runs until it is closed, or saves the screenshot and returns. The exit code: 0, or 2 with one
/// line on standard error when the screenshot cannot be written. A screenshot is of the window as it is with everything
/// at its default: preferences and remembered layouts are neither read nor written for it.
[[nodiscard]] int openWindow(QApplication& application, const WindowRequest& request);

} // namespace finwait
