// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The look of the whole program: which theme is in force, and the palette and style that follow from it.
#pragma once

#include "app/app_settings.h"
#include "view/theme.h"

#include <QObject>

class QApplication;

namespace finwait {

class DesktopColors;

class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Gives `application` Finwait's style at once.
    Appearance(QApplication& application, ThemeMode mode, QObject* parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    [[nodiscard]] const Theme& theme() const;

signals:
    /// The theme in force is another one; palette and style sheet are set already.
    void themeChanged(const finwait::Theme& theme);

private:
    [[nodiscard]] bool wantsDark() const;
    void apply();
    void update();

    QApplication& m_application;
    DesktopColors* m_desktop;
    ThemeMode m_mode;
    bool m_dark = false;
};

} // namespace finwait
