// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Shows all of what is in it where there is room, and scrolls where there is not.
#pragma once

#include <QEvent>
#include <QScrollArea>

namespace finwait {

class RoomyScrollArea : public QScrollArea
{
public:
    explicit RoomyScrollArea(QWidget* parent = nullptr) : QScrollArea(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
    }

    [[nodiscard]] QSize sizeHint() const override { return widget() ? widget()->minimumSizeHint() : QSize(); }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        constexpr QSize least(320, 120);
        return least.boundedTo(sizeHint());
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry(); // what is in it needs another size
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace finwait
