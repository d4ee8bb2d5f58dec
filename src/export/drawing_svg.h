// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Drawings as an SVG: one, or several side by side. They are drawn by the code that draws the screen; text stays text.
#pragma once

#include "export/exporter.h"

#include <QColor>
#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace finwait {

/// Something that can be drawn: from the painter's origin, as large as `size`, in pixels.
struct Drawing {
    QSizeF size;
    std::function<void(QPainter&)> paint;
};

class DrawingSvg : public Exporter
{
public:
    /// From left to right. `title` and `description` say what is shown to those who cannot see it.
    DrawingSvg(std::vector<Drawing> drawings, const QString& title, const QString& description);

    /// None, as at first: transparent.
    void setGround(std::optional<QColor> ground) { m_ground = ground; }

    /// Of the whole picture, in whole pixels.
    [[nodiscard]] QSize size() const;
    [[nodiscard]] QByteArray contents() override;

private:
    void draw(QPainter& painter) const;

    std::vector<Drawing> m_drawings;
    QString m_title;
    QString m_description;
    std::optional<QColor> m_ground;
};

} // namespace finwait
