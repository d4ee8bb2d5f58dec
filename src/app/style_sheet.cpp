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

QToolBar { background: %2; border: none; border-bottom: 1px solid %3; padding: 3px 8px; spacing: 5px; }
QToolBar QToolButton { background: %5; border: 1px solid transparent; border-radius: 5px; padding: 5px; }
QToolBar QToolButton:hover { background: %6; }
QToolBar QToolButton:pressed { background: %3; }
QToolBar QToolButton:focus { border-color: %7; }
QToolBar QToolButton:disabled { background: transparent; }

*[panel="true"] { background: %2; border: 1px solid %3; border-radius: 7px; padding: 3px; }

QStatusBar { background: %1; }
QStatusBar::item { border: none; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: %3; border: 2px solid %2; border-radius: 5px; }
QScrollBar::handle:hover { background: %9; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

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
                                          theme.lit.name(), theme.text.name(), theme.line.name());
}

} // namespace finwait
