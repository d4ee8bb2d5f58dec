// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_picture.h"

#include "view/sequence_painter.h"

#include <QPainter>

namespace finwait {

SequencePicture::SequencePicture(const Trace& trace, const Theme& theme, const QFont& font, double width,
                                 const SequenceOptions& options)
    : m_theme(theme)
    , m_index(trace, options)
    , m_layout(trace, m_index, font, width)
{
    m_labels.prepare(m_layout, {0, m_layout.height()});
}

QSizeF SequencePicture::size() const
{
    return {m_layout.columns().width, SequencePainter::headingHeight(m_layout) + m_layout.height()};
}

void SequencePicture::paint(QPainter& painter) const
{
    const SequencePainter chart(m_layout, m_labels, m_theme, std::nullopt, m_trail);
    painter.save();
    painter.fillRect(QRectF({}, size()), m_theme.panel);
    chart.paintHeading(painter);
    painter.translate(0, SequencePainter::headingHeight(m_layout));
    chart.paint(painter, {0, m_layout.height()});
    painter.restore();
}

} // namespace finwait
