// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Every colour and every measure of the pictures, once. Colours are Okabe-Ito's for what carries meaning; nothing is
// told by colour alone.
#pragma once

#include "core/side.h"

#include <QColor>
#include <QPainterPath>
#include <QPalette>
#include <QPen>
#include <Qt>

namespace finwait {

struct Theme {
    bool dark = false;
    QColor window; ///< behind the panels
    QColor panel;  ///< ground of the pictures
    QColor border;
    QColor frame; ///< ground of "active close" and "passive close"
    QColor grid;
    QColor control; ///< ground of a button; a selected row of a list
    QColor text;
    QColor faint;     ///< second-rank text
    QColor line;      ///< an edge that was not taken
    QColor ink;       ///< arrows of the chart
    QColor node;      ///< ground of a state
    QColor lit;       ///< enabled, clickable; the playhead
    QColor selection; ///< halo around what is selected
    QColor error;     ///< loss, refusal
    PerSide<QColor> accent;
    PerSide<QColor> accentFill;
    QColor onAccent; ///< text on an accent

    [[nodiscard]] static const Theme& lightTheme();
    [[nodiscard]] static const Theme& darkTheme();
    /// The palette for the widgets around the pictures.
    [[nodiscard]] QPalette palette() const;
    /// `colors` with the ground and the text of a panel, for what can be read or edited there.
    [[nodiscard]] QPalette onPanel(QPalette colors) const;
};

/// Widths of lines, in pixels that know no scale factor.
namespace stroke {
inline constexpr double hair = 0.9;   ///< second-rank lines: transitions beyond the RFC's figure, grids
inline constexpr double thin = 1.3;   ///< an edge that was not taken, the outline of a state
inline constexpr double arrow = 1.8;  ///< a message of the chart
inline constexpr double strong = 2.6; ///< taken, current
inline constexpr double halo = 9.0;   ///< behind what is selected or under the pointer
} // namespace stroke

/// Lengths as multiples of the height of the pictures' font (QFontMetricsF::height()).
namespace measure {
inline constexpr double cornerRadius = 0.65; ///< of a state, of a bend
inline constexpr double drawerRadius = 0.3;  ///< of a bend where many lines are close together
inline constexpr double frameRadius = 1.0;
inline constexpr double arrowLength = 0.66;
inline constexpr double arrowWidth = 0.56;
inline constexpr double arrowNotch = 0.25; ///< of the arrow's own length
} // namespace measure

/// Client solid, server dashed: the second way, besides colour, in which the sides are told apart.
[[nodiscard]] Qt::PenStyle penStyle(Side side);
/// A pen in a side's colour and line style; the dashes of the server are the same in all pictures.
[[nodiscard]] QPen sidePen(const Theme& theme, Side side, double width);

/// A notched arrow head that ends in `tip`. `direction` is where it points; its length does not matter. `fontHeight`
/// gives the size.
[[nodiscard]] QPainterPath arrowHead(QPointF tip, QPointF direction, double fontHeight);

} // namespace finwait
