// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The playhead of the chart: a dashed line across, and a handle among the times that says which moment it is.
#pragma once

#include "view/sequence_layout.h"
#include "view/theme.h"

#include <QGraphicsItem>
#include <QString>

#include <vector>

namespace finwait {

class PlayheadItem : public QGraphicsItem
{
public:
    PlayheadItem() = default;

    void setTheme(const Theme& theme);
    /// `text`: the moment, for the handle.
    void place(const SequenceLayout& layout, const QString& text);
    /// The line is interrupted where it would run through these texts; in coordinates of the scene. To be called
    /// before it is painted.
    void keepClearOf(const std::vector<QRectF>& texts) { m_texts = texts; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintLine(QPainter& painter, double from, double to) const;

    Theme m_theme;
    QFont m_font;
    QString m_text;
    double m_width = 0;
    std::vector<QRectF> m_texts; // at the line's height
    PerSide<double> m_textFrom;  ///< where names begin beside the lifelines
    double m_handleLeft = 0;
    double m_handleRight = 0;
    double m_handleHeight = 0;
};

} // namespace finwait
