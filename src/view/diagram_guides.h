// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The columns, rows and lanes of the diagram in scene coordinates: as close together as the labels allow, then spread
// over the space there is.
#pragma once

#include "view/diagram_plan.h"
#include "view/diagram_text.h"

#include <QRectF>
#include <QSizeF>

#include <array>

namespace finwait {

inline constexpr std::size_t laneCount = 10;

struct DiagramGuides {
    double unit = 0;
    double nodeWidth = 0;
    double nodeHeight = 0;
    std::array<double, diagramColumnCount> columns{}; ///< centres
    std::array<double, diagramRowCount> rows{};       ///< centres
    std::array<double, laneCount> lanes{};
    std::array<double, 3> bars{};  ///< by Bank: where the lines of a comb begin
    std::array<double, 3> combs{}; ///< by Bank: the side of its labels that is near the bar
    QPointF heading;               ///< its upper left corner, where there is one
    QRectF activeFrame;
    QRectF passiveFrame;
    QRectF bounds;

    [[nodiscard]] double x(DiagramColumn column) const { return columns[static_cast<std::size_t>(column)]; }
    [[nodiscard]] double y(DiagramRow row) const { return rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] double at(Lane lane) const { return lanes[static_cast<std::size_t>(lane)]; }
    [[nodiscard]] double bar(Bank bank) const { return bars[static_cast<std::size_t>(bank)]; }
    [[nodiscard]] double comb(Bank bank) const { return combs[static_cast<std::size_t>(bank)]; }
};

/// `available` is what is to be filled; it may be smaller than what is needed, which is then ignored.
[[nodiscard]] DiagramGuides diagramGuides(const DiagramText& text, QSizeF available);

} // namespace finwait
