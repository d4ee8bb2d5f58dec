// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The whole chart of a trace as one picture, for files and paper: everything at full strength, no playhead.
#pragma once

#include "view/cause_trail.h"
#include "view/sequence_index.h"
#include "view/sequence_labels.h"
#include "view/sequence_layout.h"
#include "view/theme.h"

#include <QFont>
#include <QSizeF>

class QPainter;

namespace finwait {

/// Drawn by the same code as the chart on the screen, with nothing that a vector format does not know.
class SequencePicture
{
public:
    /// The trace and the theme must outlive it. `width` in pixels of the font's resolution.
    SequencePicture(const Trace& trace, const Theme& theme, const QFont& font, double width,
                    const SequenceOptions& options = {});

    SequencePicture(const SequencePicture&) = delete;
    SequencePicture& operator=(const SequencePicture&) = delete;

    /// The height follows from the trace.
    [[nodiscard]] QSizeF size() const;
    /// Paints it with its upper left corner at the painter's origin, on a ground of the theme's panel colour.
    void paint(QPainter& painter) const;

private:
    const Theme& m_theme;
    SequenceIndex m_index;
    SequenceLayout m_layout;
    SequenceLabels m_labels;
    CauseTrail m_trail; // nothing is selected
};

} // namespace finwait
