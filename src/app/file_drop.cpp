// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/file_drop.h"

#include <QAbstractScrollArea>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace finwait {

namespace {

/// Of the one file that is dragged; empty: something else is.
QString draggedFile(const QDropEvent& event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

FileDrop::FileDrop(QWidget& window) : QObject(&window)
{
    for (QAbstractScrollArea* area : window.findChildren<QAbstractScrollArea*>()) {
        area->setAcceptDrops(false);
        area->viewport()->setAcceptDrops(false);
    }
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool FileDrop::eventFilter(QObject* /*watched*/, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return false;
    auto& drag = *static_cast<QDropEvent*>(event);
    const QString path = draggedFile(drag);
    if (path.isEmpty())
        return false;
    drag.setDropAction(Qt::CopyAction); // the file stays where it is
    drag.accept();
    if (event->type() == QEvent::Drop)
        emit dropped(path);
    return true;
}

} // namespace finwait
