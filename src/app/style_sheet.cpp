// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/style_sheet.h"

namespace finwait {

namespace {

/// %1 window, %2 panel, %3 border, %4 faint text, %5 button ground, %6 button ground under the pointer, %7 lit, %8
/// text.
constexpr const char* sheet = R"(
QMainWindow, QDialog { background: %1; }
QMainWindow::separator { background: transparent; width: 7px; height: 7px; }
QSplitter::handle { background: transparent; }

QMenuBar { background: %1; border-bottom: 1px solid %3; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: %6; }

QToolBar { background: %2; border: none; border-bottom: 1px solid %3; padding: 5px 10px; spacing: 5px; }
QToolBar QToolButton { background: %5; border: 1px solid transparent; border-radius: 5px; padding: 5px; }
QToolBar QToolButton:hover { background: %6; }
QToolBar QToolButton:pressed { background: %3; }
QToolBar QToolButton:focus { border-color: %7; }
QToolBar QToolButton:disabled { background: transparent; }

*[panel="true"] { background: %2; border: 1px solid %3; border-radius: 7px; padding: 3px; }

QStatusBar { background: %1; padding-left: 8px; padding-right: 8px; }
QStatusBar::item { border: none; }

QHeaderView { background: %2; border: none; }
QHeaderView::section { background: %2; color: %4; border: none; padding: 4px 6px; font-weight: bold; }

QToolTip { background: %2; color: %8; border: 1px solid %3; padding: 4px; }
)";

/// The ground of a control under the pointer.
QColor hovered(const Theme& theme)
{
    constexpr int lighter = 120; // percent
    constexpr int darker = 106;
    return theme.dark ? theme.control.lighter(lighter) : theme.control.darker(darker);
}

} // namespace

QString styleSheet(const Theme& theme)
{
    return QString::fromLatin1(sheet).arg(theme.window.name(), theme.panel.name(), theme.border.name(),
                                          theme.faint.name(), theme.control.name(), hovered(theme).name(),
                                          theme.lit.name(), theme.text.name());
}

} // namespace finwait
