// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/panel_frame.h"

#include "app/style_sheet.h"

#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <optional>

namespace finwait {

namespace {

constexpr double ringWidth = 2;  // pixels: within the frame's border and padding
constexpr double ringRadius = 6; // follows the border's

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

/// The focus only makes way for a menu or another window, or comes back from there.
bool isInterrupted(Qt::FocusReason reason)
{
    return reason == Qt::PopupFocusReason || reason == Qt::MenuBarFocusReason || reason == Qt::ActiveWindowFocusReason;
}

/// Whether `event`, of the widget that has the focus or gets or loses it, calls for the ring; nullopt: it changes
/// nothing.
std::optional<bool> callsForRing(const QEvent& event)
{
    if (event.type() == QEvent::FocusIn || event.type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<const QFocusEvent&>(event).reason();
        return isInterrupted(reason) ? std::nullopt
                                     : std::optional(event.type() == QEvent::FocusIn && isByKeyboard(reason));
    }
    if (event.type() == QEvent::MouseButtonPress)
        return false; // who clicks knows where he is
    if (event.type() != QEvent::KeyPress)
        return std::nullopt;
    const int key = static_cast<const QKeyEvent&>(event).key();
    return key == Qt::Key_Tab || key == Qt::Key_Backtab ? std::optional(true) : std::nullopt;
}

} // namespace

PanelFrame::PanelFrame(QWidget* content, QWidget* parent) : QFrame(parent)
{
    setProperty(panelProperty, true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    qApp->installEventFilter(this); // why the focus came is only told to the widget that gets it
}

bool PanelFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (const std::optional<bool> ring = callsForRing(*event)) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && isAncestorOf(widget))
            setRing(*ring);
    }
    return QFrame::eventFilter(watched, event);
}

void PanelFrame::setRing(bool on)
{
    if (on == m_hasRing)
        return;
    m_hasRing = on;
    update();
}

void PanelFrame::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!m_hasRing)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), ringWidth));
    const double inset = ringWidth / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), ringRadius, ringRadius);
}

} // namespace finwait
