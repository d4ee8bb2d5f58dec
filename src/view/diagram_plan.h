// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The state diagram as it was placed by hand: where each state stands, the way each edge takes, where its label is.
// Nothing here is in pixels; diagram_layout makes pixels of it for a font and a language.
#pragma once

#include "core/state.h"

#include <cstdint>
#include <span>
#include <vector>

namespace finwait {

enum class DiagramColumn : std::uint8_t { Left, Middle, Right };
enum class DiagramRow : std::uint8_t { Closed, Listen, Syn, Established, FirstFin, SecondFin };
inline constexpr int diagramColumnCount = 3;
inline constexpr int diagramRowCount = 6;

struct StatePlan {
    State state;
    DiagramColumn column;
    DiagramRow row;
};

/// One for each state, in the order of the enumeration.
[[nodiscard]] std::span<const StatePlan> statePlans();
[[nodiscard]] const StatePlan& statePlan(State state);

/// The lines along which edges travel between the states. Right, Left, Inner and the first of each pair below are
/// vertical, the others horizontal.
enum class Lane : std::uint8_t {
    Top,        ///< above everything: the way back into CLOSED
    Fork,       ///< below ESTABLISHED, where the two ways of closing part
    Bottom,     ///< below everything: from the last states to Right
    Right,      ///< from the bottom to the top
    Left,       ///< the same on the left; only with every transition
    Inner,      ///< from the middle column down to Bottom; only with every transition
    RevertLeft, ///< SYN_RECEIVED back to TIME_WAIT
    RevertBottom,
    ReopenLeft, ///< TIME_WAIT to SYN_RECEIVED, around the former
    ReopenBottom,
};

enum class Face : std::uint8_t { Top, Bottom, Left, Right };

/// Where an edge meets a state: `at` goes from -1 (left or upper end of the face) to 1.
struct Port {
    Face face;
    double at;
};

/// On which side of its line a label stands. Slanted: to the right of a line that goes straight down to the right.
enum class Beside : std::uint8_t { Above, Below, LeftOf, RightOf, Slanted };

/// The part of a line, from above to below, along which its label may stand.
enum class Stretch : std::uint8_t {
    Whole,
    ClosedToListen,
    EstablishedToFork,
    SynToFrame,
    BetweenFins,
    BelowClosing,
    BelowLastStates
};

struct LabelPlan {
    int segment; ///< of the route, counted from the state that is left
    Beside beside;
    double along; ///< 0: at the left or upper end of the stretch, 1: at the other
    Stretch stretch = Stretch::Whole;
};

/// One edge for all rows of the transition table that lead from `from` to `to`, except those in a drawer.
/// The route leaves a port at a right angle and turns into each lane in order; without lanes it is a straight line,
/// or has one corner where the two faces stand at a right angle.
struct EdgePlan {
    State from;
    Port leave;
    std::vector<Lane> lanes;
    State to;
    Port enter;
    LabelPlan label;
};

[[nodiscard]] const std::vector<EdgePlan>& edgePlans();

/// Where the drawers of one bank stand: beside the left column, beside the right one, within "active close".
enum class Bank : std::uint8_t { Left, Right, Inner };

/// The transitions into CLOSED that are beyond the RFC's figure, as a comb beside the state that they leave: one line
/// for each, its label within it.
struct DrawerPlan {
    State from;
    Port leave;
    Bank bank;
    std::vector<Lane> lanes; ///< to CLOSED, the one where the comb ends first
    Port enter;              ///< of CLOSED
};

/// From top to bottom.
[[nodiscard]] const std::vector<DrawerPlan>& drawerPlans();
/// nullptr: that state has none.
[[nodiscard]] const DrawerPlan* drawerPlan(State from);

} // namespace finwait
