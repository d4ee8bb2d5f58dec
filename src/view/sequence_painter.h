// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Draws the chart: on the screen, into an SVG and on paper alike. It only reads; text stays text.
#pragma once

#include "view/cause_trail.h"
#include "view/sequence_labels.h"
#include "view/sequence_layout.h"
#include "view/sequence_margin.h"
#include "view/sequence_visible.h"
#include "view/theme.h"

#include <QColor>
#include <QPainter>
#include <QPen>
#include <QRectF>

#include <optional>

namespace finwait {

class SequencePainter
{
public:
    /// All must outlive it; `labels` must have been prepared for what is painted.
    SequencePainter(const SequenceLayout& layout, const SequenceLabels& labels, const Theme& theme,
                    std::optional<SequenceMoment> moment, const CauseTrail& trail);

    /// Paints what lies in `window`. Names of states keep to the window.
    void paint(QPainter& painter, const SequenceWindow& window) const;

    /// Names and addresses, from the upper left corner of the painter; headingHeight() high.
    void paintHeading(QPainter& painter) const;
    [[nodiscard]] static double headingHeight(const SequenceLayout& layout);

private:
    /// A line at the playhead divides what is drawn in full from what is drawn faint.
    struct Divided {
        QRectF before;
        QRectF after;
    };

    void paintAxis(QPainter& painter, const SequenceWindow& window) const;
    void paintGaps(QPainter& painter, const SequenceWindow& window) const;
    void paintRuns(QPainter& painter, const SequenceWindow& window) const;
    void paintBand(QPainter& painter, const DataRun& run) const;
    void paintOpenRun(QPainter& painter, const DataRun& run) const;

    void paintSide(QPainter& painter, Side side, const SequenceWindow& window) const;
    void paintForeign(QPainter& painter, Side side, const SequenceWindow& window) const;
    void paintStrip(QPainter& painter, Side side, std::size_t index, const SequenceWindow& window) const;
    static void hatch(QPainter& painter, const QRectF& rect, const QColor& color, const SequenceWindow& window);
    void paintTimer(QPainter& painter, Side side, const MarginTimer& timer) const;
    void paintTimerEnd(QPainter& painter, const MarginTimer& timer, const QColor& color) const;
    void paintFlag(QPainter& painter, Side side, const MarginFlag& flag) const;
    void paintName(QPainter& painter, Side side, const MarginState& state) const;

    void paintArrow(QPainter& painter, FlightIndex index) const;
    void paintHead(QPainter& painter, const QLineF& line, const QColor& color, bool hollow) const;
    void paintCross(QPainter& painter, QPointF where, const QColor& color) const;
    void paintLabel(QPainter& painter, FlightIndex index) const;
    void paintHalo(QPainter& painter, TrailMark mark, const QLineF& line) const;
    void paintHalo(QPainter& painter, TrailMark mark, const QRectF& rect) const;

    [[nodiscard]] bool isFuture(RecordIndex record) const;
    /// Around what is selected, and fainter around its causes.
    [[nodiscard]] QPen haloPen(TrailMark mark) const;
    [[nodiscard]] QColor shade(const QColor& color, bool future) const;
    [[nodiscard]] Divided divide(const QRectF& rect) const;

    const SequenceLayout& m_layout;
    const SequenceLabels& m_labels;
    const Theme& m_theme;
    const SequenceMeasures& m_measures;
    std::optional<SequenceMoment> m_moment;
    double m_playheadY = 0;
    const CauseTrail& m_trail;
};

} // namespace finwait
