// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The ways in which one message may be labelled: in full or in part, in one line or in two, here or there along its
// arrow, and what speaks against each of them.
#pragma once

#include "view/oriented_box.h"
#include "view/sequence_layout.h"

#include <QFont>
#include <QLineF>
#include <QString>

#include <utility>
#include <vector>

namespace finwait {

struct MessageLabel {
    FlightIndex flight = 0;
    OrientedBox box;
    QString name;    ///< empty if there was no room beside the role of a copy
    QString numbers; ///< empty if there was no room
    QString role;    ///< "retransmission"; empty for a regular segment, or if there was no room
    double nameWidth = 0;
    double numbersWidth = 0;
    double roleWidth = 0;
    bool inTwoLines = false; ///< the numbers stand below the rest
    bool crossed = false;    ///< an arrow runs through it
};

/// What stands in the way of labels.
struct LabelObstacles {
    std::vector<std::pair<FlightIndex, QLineF>> arrows;
    std::vector<OrientedBox> boxes;
    std::vector<std::pair<FlightIndex, OrientedBox>> crosses; ///< of lost segments
};

struct LabelChoice {
    MessageLabel label;
    double cost = 0; ///< what is missing, what runs through it, how far it is from the best place
};

/// What it costs that a message has no label: more than any label does.
inline constexpr double noLabelCost = 1000;

/// Those that are free of boxes and crosses, the best first.
[[nodiscard]] std::vector<LabelChoice> labelChoices(const SequenceLayout& layout, FlightIndex flight,
                                                    const LabelObstacles& obstacles);

/// With the space between two labels.
[[nodiscard]] OrientedBox spacedBox(const SequenceLayout& layout, const MessageLabel& label);

/// The font of a message's name: the chart's, bold.
[[nodiscard]] QFont nameFont(const SequenceLayout& layout);
/// Between the parts of a label.
[[nodiscard]] double labelSpacing(const SequenceLayout& layout);

} // namespace finwait
