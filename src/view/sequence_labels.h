// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Places the labels of messages along their arrows so that they can be read: turned with the arrow but never upside
// down, not over each other, away from other arrows where there is room.
#pragma once

#include "view/oriented_box.h"
#include "view/sequence_label_choice.h"
#include "view/sequence_layout.h"
#include "view/sequence_visible.h"

#include <QRectF>
#include <QString>

#include <map>
#include <vector>

namespace finwait {

/// The band of a run, with what is written in it, shortened where the band is too narrow.
struct BandLabel {
    QString text;
    OrientedBox box;
};

/// Where labels are is settled in blocks of flights, each of which depends on its neighbours only: what is seen does
/// not depend on how it was scrolled to, and a long trace costs no more than a short one.
class SequenceLabels
{
public:
    /// Settles what the window needs and is not settled yet. Call clear() when the layout has changed.
    void prepare(const SequenceLayout& layout, const SequenceWindow& window);
    void clear() { m_blocks.clear(); }
    /// No label stands there. Settles everything anew.
    void keepClearOf(const std::vector<QRectF>& areas);
    /// nullptr: there was no room for it, or it was not prepared.
    [[nodiscard]] const MessageLabel* find(FlightIndex flight) const;

private:
    using Block = std::vector<MessageLabel>; // in order of flight

    const Block& settle(const SequenceLayout& layout, FlightIndex block);

    std::map<FlightIndex, Block> m_blocks;
    std::vector<QRectF> m_taken; // by something else
};

/// The band's text and where it stands.
[[nodiscard]] BandLabel bandLabel(const SequenceLayout& layout, const DataRun& run);

} // namespace finwait
