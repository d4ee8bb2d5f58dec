// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// An entry in the list of the library: its picture, its title and the beginning of what it teaches.
#pragma once

#include "app/scenario_thumbnails.h"

#include <QStyledItemDelegate>

namespace finwait {

class LibraryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `thumbnails` must outlive it; the list shows a LibraryModel, or a proxy of one.
    explicit LibraryDelegate(ScenarioThumbnails& thumbnails, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPicture(QPainter& painter, const QRect& room, const QModelIndex& index) const;
    void paintTexts(QPainter& painter, const QRect& room, const QModelIndex& index) const;

    ScenarioThumbnails& m_thumbnails;
};

} // namespace finwait
