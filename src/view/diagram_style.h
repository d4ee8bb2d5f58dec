// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The colours and fonts that all items of one diagram share. The scene owns it; the items only read it.
#pragma once

#include "view/theme.h"

#include <QFont>

namespace finwait {

struct DiagramStyle {
    Theme theme;
    QFont font;      ///< of labels
    QFont stateFont; ///< of the names of states
    QFont frameFont; ///< of the titles of frames
    double unit = 0; ///< height of `font`
};

/// Of the lines that none of many connections took.
inline constexpr float faintOpacity = 0.45F;

/// How the items of the diagram lie above each other.
namespace layer {
inline constexpr double frame = 0;
inline constexpr double drawers = 1;
inline constexpr double edge = 2;
inline constexpr double takenEdge = 3;
inline constexpr double litEdge = 4;
inline constexpr double state = 5;
inline constexpr double token = 6;
} // namespace layer

} // namespace finwait
