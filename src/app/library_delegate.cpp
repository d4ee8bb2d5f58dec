// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/library_delegate.h"

#include "app/library_model.h"

#include <QPainter>
#include <QSortFilterProxyModel>
#include <QTextLayout>

namespace finwait {

namespace {

constexpr int margin = 8; // pixels, around everything
constexpr int gap = 14;   // between picture and texts
constexpr qreal radius = 6;
constexpr double titleSize = 1.1; // in sizes of the font

const Scenario& scenarioOf(const QModelIndex& index)
{
    const auto* filter = qobject_cast<const QSortFilterProxyModel*>(index.model());
    return LibraryModel::scenarioAt(filter ? filter->mapToSource(index).row() : index.row());
}

QFont titleFont(QFont font)
{
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * titleSize);
    return font;
}

/// As many lines as there is room for; the last one says by an ellipsis that there is more.
void drawElided(QPainter& painter, const QRect& room, const QString& text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    for (int y = room.top(); y + metrics.height() <= room.bottom() + 1; y += metrics.lineSpacing()) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(room.width());
        const int end = line.textStart() + line.textLength();
        const bool isLast = y + metrics.lineSpacing() + metrics.height() > room.bottom() + 1 && end < text.size();
        const QString shown = isLast ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, room.width())
                                     : text.mid(line.textStart(), line.textLength());
        painter.drawText(room.left(), y + metrics.ascent(), shown);
    }
    layout.endLayout();
}

} // namespace

LibraryDelegate::LibraryDelegate(ScenarioThumbnails& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_thumbnails(thumbnails)
{}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    return {ScenarioThumbnails::size.width() * 2, ScenarioThumbnails::size.height() + 2 * margin};
}

void LibraryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_thumbnails.theme().control);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius, radius);
    }
    const QRect room = option.rect.adjusted(margin, margin, -margin, -margin);
    const QRect picture(room.topLeft(), ScenarioThumbnails::size);
    paintPicture(*painter, picture, index);
    paintTexts(*painter, room.adjusted(picture.width() + gap, 0, 0, 0), index);
    painter->restore();
}

void LibraryDelegate::paintPicture(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const QPixmap picture = m_thumbnails.of(scenarioOf(index), painter.device()->devicePixelRatioF());
    painter.fillRect(room, m_thumbnails.theme().panel);
    painter.drawPixmap(room, picture);
    painter.setPen(m_thumbnails.theme().border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(room).adjusted(-0.5, -0.5, 0.5, 0.5));
}

void LibraryDelegate::paintTexts(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const QFont font = painter.font();
    painter.setFont(titleFont(font));
    painter.setPen(m_thumbnails.theme().text);
    const QFontMetrics title = painter.fontMetrics();
    painter.drawText(room.left(), room.top() + title.ascent(),
                     title.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter.setFont(font);
    painter.setPen(m_thumbnails.theme().faint);
    const QString description =
        index.data(LibraryModel::DescriptionRole).toString().section(QStringLiteral("\n\n"), 0, 0);
    drawElided(painter, room.adjusted(0, title.lineSpacing() + 2, 0, 0), description);
}

} // namespace finwait
