// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where everything of the state diagram is, for one font, one language and the space there is: the hand-placed plan of
// diagram_plan, with every distance made wide enough for the labels that it has to hold.
#pragma once

#include "core/state.h"
#include "core/transition_table.h"
#include "view/diagram_totals.h"

#include <QFont>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <array>
#include <optional>
#include <set>
#include <vector>

namespace finwait {

struct DiagramOptions {
    QFont font;                   ///< of the labels; nothing is smaller
    bool everyTransition = false; ///< also the rows beyond the RFC's figure
    QSizeF available;             ///< to be filled if it is larger than what is needed; empty: no more than needed
    std::set<RowIndex> beyond{};  ///< these of the rows beyond the figure in any case
    std::optional<DiagramTotals> totals{}; ///< how often each row was taken stands beside its label
};

/// One line of text on an edge: "close / FIN". `rect` holds the text and the ground that lights up behind it.
struct EdgeLabel {
    RowIndex row = 0;
    QString text;
    int triggerLength = 0; ///< how much of `text` is the trigger; the rest is the reply
    QRectF rect;
    QPointF baseline; ///< where the text begins
    QString count;    ///< how often it was taken, of many connections; empty: nothing is said of it
    QRectF pill;      ///< the ground of the count, within `rect`
    QPointF countBaseline;
};

struct PlacedEdge {
    State from{};
    State to{};
    std::vector<RowIndex> rows; ///< that this edge stands for, each with its label
    std::vector<EdgeLabel> labels;
    QPolygonF route;          ///< from border to border, corners not yet rounded
    QRectF gap;               ///< where the line makes room for its own label; empty: nowhere
    bool inDrawer = false;    ///< a thin line that shares most of its way with others
    bool sharesLanes = false; ///< other edges take the same way for a part
};

struct PlacedFrame {
    QRectF rect;
    QString title;
    QRectF titleRect;
    QPointF titleBaseline;
};

/// What a diagram of many connections is headed by.
struct PlacedHeading {
    QString text;
    QRectF rect;
    QPointF baseline;
    PerSide<QString> name;  ///< of each side
    PerSide<QPointF> names; ///< where it begins
    PerSide<QPointF> marks; ///< the same for the mark before it
};

struct DiagramLayout {
    double unit = 0; ///< height of the font; all measures are multiples of it
    QRectF bounds;
    std::array<QRectF, stateCount> nodes;
    std::array<PlacedFrame, 2> frames; ///< active close, passive close
    std::vector<PlacedEdge> edges;
    std::optional<PlacedHeading> heading; ///< where there are totals
    bool stacksCounts = false;            ///< the clients' count of a state stands above the servers'

    [[nodiscard]] const QRectF& node(State state) const { return nodes[static_cast<std::size_t>(state)]; }
    /// The edge that stands for a row; nullptr: it is not shown.
    [[nodiscard]] const PlacedEdge* edgeOf(RowIndex row) const;
};

[[nodiscard]] DiagramLayout layoutDiagram(const DiagramOptions& options);

} // namespace finwait
