// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/drawing_svg.h"

#include "export/svg_polish.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <utility>

namespace finwait {

namespace {

constexpr double padding = 16.0;  // around every drawing, so that no line or letter touches the edge
constexpr int pixelsPerInch = 96; // CSS: a pixel is a pixel

} // namespace

DrawingSvg::DrawingSvg(std::vector<Drawing> drawings, const QString& title, const QString& description)
    : m_drawings(std::move(drawings))
    , m_title(title)
    , m_description(description)
{}

QSize DrawingSvg::size() const
{
    double width = padding;
    double height = 0.0;
    for (const Drawing& drawing : m_drawings) {
        width += drawing.size.width() + padding;
        height = std::max(height, drawing.size.height());
    }
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height + 2.0 * padding))};
}

QByteArray DrawingSvg::contents()
{
    QByteArray raw;
    QBuffer buffer(&raw);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pixelsPerInch);
    generator.setSize(size());
    generator.setViewBox(QRect(QPoint(), size()));
    generator.setTitle(svgEscaped(m_title));
    generator.setDescription(svgEscaped(m_description));
    QPainter painter(&generator);
    draw(painter);
    painter.end();
    return polishedSvg(raw, size());
}

void DrawingSvg::draw(QPainter& painter) const
{
    if (m_ground)
        painter.fillRect(QRect(QPoint(), size()), *m_ground);
    double left = padding;
    for (const Drawing& drawing : m_drawings) {
        painter.save();
        painter.translate(left, padding);
        drawing.paint(painter);
        painter.restore();
        left += drawing.size.width() + padding;
    }
}

} // namespace finwait
