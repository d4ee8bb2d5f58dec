// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/theme.h"

#include <QLineF>

namespace finwait {

namespace {

constexpr double serverDash = 7.0; // pixels
constexpr double serverGap = 4.0;

Theme makeLightTheme()
{
    Theme theme;
    theme.dark = false;
    theme.window = QColor(0xf6, 0xf7, 0xf9);
    theme.panel = QColor(0xff, 0xff, 0xff);
    theme.border = QColor(0xc9, 0xd0, 0xd9);
    theme.frame = QColor(0xee, 0xf1, 0xf5);
    theme.grid = QColor(0xec, 0xef, 0xf3);
    theme.control = QColor(0xe6, 0xea, 0xef);
    theme.text = QColor(0x1d, 0x24, 0x30);
    theme.faint = QColor(0x5f, 0x6a, 0x78);
    theme.line = QColor(0x8a, 0x95, 0xa5);
    theme.ink = QColor(0x1d, 0x24, 0x30);
    theme.node = QColor(0xff, 0xff, 0xff);
    theme.lit = QColor(0x00, 0x9e, 0x73);                                // bluish green
    theme.selection = QColor(0xf0, 0xe4, 0x42);                          // yellow
    theme.error = QColor(0xa6, 0x3d, 0x7c);                              // reddish purple, darkened
    theme.accent = {QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00)}; // blue, vermillion
    theme.accentFill = {QColor(0xd6, 0xe8, 0xf5), QColor(0xfb, 0xe3, 0xd3)};
    theme.onAccent = QColor(0xff, 0xff, 0xff);
    return theme;
}

Theme makeDarkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x17, 0x1a, 0x20);
    theme.panel = QColor(0x1f, 0x24, 0x2c);
    theme.border = QColor(0x3a, 0x42, 0x4e);
    theme.frame = QColor(0x25, 0x2b, 0x34);
    theme.grid = QColor(0x26, 0x2c, 0x35);
    theme.control = QColor(0x2a, 0x30, 0x3a);
    theme.text = QColor(0xe6, 0xea, 0xf0);
    theme.faint = QColor(0x98, 0xa3, 0xb3);
    theme.line = QColor(0x6d, 0x78, 0x89);
    theme.ink = QColor(0xe6, 0xea, 0xf0);
    theme.node = QColor(0x2a, 0x31, 0x3b);
    theme.lit = QColor(0x2f, 0xc7, 0x9a);                                // bluish green, lightened
    theme.selection = QColor(0x8f, 0x88, 0x2e);                          // yellow, darkened
    theme.error = QColor(0xd9, 0x8c, 0xb5);                              // reddish purple, lightened
    theme.accent = {QColor(0x56, 0xb4, 0xe9), QColor(0xe6, 0x9f, 0x00)}; // sky blue, orange
    theme.accentFill = {QColor(0x1d, 0x3a, 0x4d), QColor(0x4a, 0x36, 0x16)};
    theme.onAccent = QColor(0x10, 0x14, 0x1a);
    return theme;
}

} // namespace

const Theme& Theme::lightTheme()
{
    static const Theme theme = makeLightTheme();
    return theme;
}

const Theme& Theme::darkTheme()
{
    static const Theme theme = makeDarkTheme();
    return theme;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, panel);
    palette.setColor(QPalette::AlternateBase, frame);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Button, control);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, error);
    palette.setColor(QPalette::ToolTipBase, node);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, lit);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent.client);
    palette.setColor(QPalette::LinkVisited, accent.client);
    palette.setColor(QPalette::Light, panel);
    palette.setColor(QPalette::Midlight, grid);
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, line);
    palette.setColor(QPalette::Shadow, dark ? onAccent : line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, line);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, border);
    return palette;
}

QPalette Theme::onPanel(QPalette colors) const
{
    colors.setColor(QPalette::Base, panel);
    colors.setColor(QPalette::Text, text);
    return colors;
}

Qt::PenStyle penStyle(Side side)
{
    return side == Side::Client ? Qt::SolidLine : Qt::DashLine;
}

QPen sidePen(const Theme& theme, Side side, double width)
{
    QPen pen(theme.accent[side], width, penStyle(side), Qt::FlatCap, Qt::RoundJoin);
    if (side == Side::Server)
        pen.setDashPattern({serverDash / width, serverGap / width});
    return pen;
}

QPainterPath arrowHead(QPointF tip, QPointF direction, double fontHeight)
{
    const QLineF along = QLineF({}, direction).unitVector();
    const QPointF forward = along.p2();
    const QPointF aside = QPointF(-forward.y(), forward.x()) * (measure::arrowWidth * fontHeight / 2.0);
    const QPointF back = forward * (measure::arrowLength * fontHeight);
    QPainterPath path(tip);
    path.lineTo(tip - back + aside);
    path.lineTo(tip - back * (1.0 - measure::arrowNotch));
    path.lineTo(tip - back - aside);
    path.closeSubpath();
    return path;
}

} // namespace finwait
