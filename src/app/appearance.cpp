// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/appearance.h"

#include "app/desktop_colors.h"
#include "app/flat_style.h"
#include "app/style_sheet.h"

#include <QApplication>

namespace finwait {

Appearance::Appearance(QApplication& application, ThemeMode mode, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_desktop(new DesktopColors(this))
    , m_mode(mode)
{
    connect(m_desktop, &DesktopColors::changed, this, &Appearance::update);
    QApplication::setStyle(new FlatStyle);
    m_dark = wantsDark();
    apply();
}

void Appearance::setMode(ThemeMode mode)
{
    m_mode = mode;
    update();
}

const Theme& Appearance::theme() const
{
    return m_dark ? Theme::darkTheme() : Theme::lightTheme();
}

bool Appearance::wantsDark() const
{
    switch (m_mode) {
    case ThemeMode::FollowDesktop: return m_desktop->prefersDark();
    case ThemeMode::Light: return false;
    case ThemeMode::Dark: return true;
    }
    return false;
}

void Appearance::update()
{
    if (wantsDark() == m_dark)
        return;
    m_dark = !m_dark;
    apply();
    emit themeChanged(theme());
}

void Appearance::apply()
{
    QApplication::setPalette(theme().palette());
    m_application.setStyleSheet(styleSheet(theme()));
}

} // namespace finwait
