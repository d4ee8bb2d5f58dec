// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_view.h"

#include "view/state_item.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace finwait {

namespace {

constexpr double zoomStep = 1.2;
constexpr double leastZoom = 0.3;
constexpr double mostZoom = 5.0;

// A diagram with room to spare spreads out first, and grows with a part of what is left.
constexpr double airBeforeGrowing = 1.12;
constexpr double shareOfGrowing = 0.6;
constexpr double edgePixels = 2.0; // kept free, so that rounding brings no scroll bars

constexpr int around = 40; // pixels, of a state that is scrolled to: for its token and its ring

constexpr double comfortable = 1.08; // of the least size, as a hint
constexpr double smallest = 0.5;

} // namespace

DiagramView::DiagramView(DiagramScene* scene, QWidget* parent) : QGraphicsView(scene, parent), m_diagram(scene)
{
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(SmartViewportUpdate);
    setAlignment(Qt::AlignCenter);
    setResizeAnchor(AnchorViewCenter);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_diagram, &QGraphicsScene::sceneRectChanged, this, &DiagramView::updateDragMode);
    connect(m_diagram, &DiagramScene::minimumSizeChanged, this, [this] {
        adjust();
        follow(true);
    });
    connect(m_diagram, &DiagramScene::described, this, [this] { follow(false); });
    connect(m_diagram, &DiagramScene::described, this, &DiagramView::describe);
    m_diagram->setLabelFont(font());
    setAccessibleName(tr("State diagram"));
    describe();
}

QSize DiagramView::sizeHint() const
{
    return (m_diagram->minimumSize() * comfortable).toSize();
}

QSize DiagramView::minimumSizeHint() const
{
    return (m_diagram->minimumSize() * smallest).toSize();
}

void DiagramView::zoomIn()
{
    zoomBy(zoomStep);
}

void DiagramView::zoomOut()
{
    zoomBy(1.0 / zoomStep);
}

void DiagramView::zoomBy(double factor)
{
    m_scale = Scale::ByHand;
    const double now = transform().m11();
    const double wanted = std::clamp(now * factor, leastZoom, mostZoom);
    scale(wanted / now, wanted / now);
    updateDragMode();
}

void DiagramView::fit()
{
    m_scale = Scale::Fitted;
    adjust();
}

/// Finds scale and spread for the room there is, unless the person has chosen the scale.
void DiagramView::adjust()
{
    if (m_scale == Scale::ByHand) {
        updateDragMode();
        return;
    }
    const QSizeF room = maximumViewportSize() - QSizeF(edgePixels, edgePixels).toSize();
    const QSizeF least = m_diagram->minimumSize();
    const double ratio = std::min(room.width() / least.width(), room.height() / least.height());
    const double smallestByItself = m_diagram->totals() ? leastReadableOfMany : leastReadable;
    const bool shrinks = ratio < 1.0 && (m_scale == Scale::Fitted || ratio >= smallestByItself);
    const double wanted = shrinks ? ratio : std::max(1.0, 1.0 + (ratio - airBeforeGrowing) * shareOfGrowing);
    setTransform(QTransform::fromScale(wanted, wanted));
    m_diagram->setAvailable(room / wanted);
    updateDragMode();
}

/// The hand that pans is there only where there is something to pan.
void DiagramView::updateDragMode()
{
    const QSizeF size = m_diagram->sceneRect().size() * transform().m11();
    const bool larger = size.width() > maximumViewportSize().width() || size.height() > maximumViewportSize().height();
    setDragMode(larger ? ScrollHandDrag : NoDrag);
}

void DiagramView::scroll(Qt::Key arrow)
{
    const bool isHorizontal = arrow == Qt::Key_Left || arrow == Qt::Key_Right;
    const bool isBack = arrow == Qt::Key_Left || arrow == Qt::Key_Up;
    QScrollBar& bar = isHorizontal ? *horizontalScrollBar() : *verticalScrollBar();
    bar.triggerAction(isBack ? QScrollBar::SliderSingleStepSub : QScrollBar::SliderSingleStepAdd);
}

/// Scrolls to the states that have been entered, or to the states of both.
void DiagramView::follow(bool all)
{
    for (const Side side : m_diagram->sides()) {
        const State state = m_diagram->currentState(side);
        if (std::exchange(m_followed[side], state) != state || all)
            ensureVisible(m_diagram->stateItem(state)->rect(), around, around);
    }
}

void DiagramView::describe()
{
    const QString text = m_diagram->description();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void DiagramView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_diagram->setLabelFont(font());
    } else if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("State diagram"));
    }
}

void DiagramView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    adjust();
}

void DiagramView::showEvent(QShowEvent* event)
{
    QGraphicsView::showEvent(event);
    adjust();
    follow(true);
}

void DiagramView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    setTransformationAnchor(AnchorUnderMouse);
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / double(QWheelEvent::DefaultDeltasPerStep)));
    setTransformationAnchor(AnchorViewCenter);
    event->accept();
}

void DiagramView::keyPressEvent(QKeyEvent* event)
{
    const auto key = static_cast<Qt::Key>(event->key());
    const bool isArrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (isArrow && event->modifiers().testFlag(Qt::ShiftModifier)) {
        scroll(key);
        return;
    }
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); break;
    case Qt::Key_Minus: zoomOut(); break;
    case Qt::Key_0: fit(); break;
    default: QGraphicsView::keyPressEvent(event);
    }
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    if (event->reason() != QContextMenuEvent::Keyboard) {
        emit menuRequested(mapToScene(event->pos()), event->globalPos());
        return;
    }
    const QPointF at = m_diagram->menuAnchor().value_or(mapToScene(viewport()->rect().center()));
    ensureVisible(QRectF(at, QSizeF()));
    emit menuRequested(at, viewport()->mapToGlobal(mapFromScene(at)));
}

void DiagramView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_diagram->focusNextEdge(event->reason() == Qt::TabFocusReason);
}

bool DiagramView::focusNextPrevChild(bool next)
{
    return m_diagram->focusNextEdge(next) || QGraphicsView::focusNextPrevChild(next);
}

} // namespace finwait
