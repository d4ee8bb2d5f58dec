// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace finwait {

namespace {

constexpr double zoomStep = 1.25;
constexpr double mostZoom = 200;
/// So far a chart may be squeezed to fit into the window, or stretched to fill it.
constexpr double leastComfortable = 0.85;
constexpr double mostComfortable = 1.5;
/// Where the playhead is kept: parts of the window's height from the top.
constexpr double highestPlayhead = 0.12;
constexpr double lowestPlayhead = 0.72;
constexpr double jumpTarget = 0.4;

double comfortableZoom(double filling)
{
    return filling < leastComfortable ? 1 : std::min(filling, mostComfortable);
}

/// What stays above the chart while it scrolls.
class Heading : public QWidget
{
public:
    Heading(const SequenceScene& scene, QWidget* parent) : QWidget(parent), m_scene(scene) {}

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_scene.theme().panel);
        m_scene.paintHeading(painter);
        painter.setPen(m_scene.theme().grid);
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    }

private:
    const SequenceScene& m_scene;
};

} // namespace

SequenceView::SequenceView(SequenceScene* scene, QWidget* parent)
    : QGraphicsView(scene, parent)
    , m_scene(scene)
    , m_heading(new Heading(*scene, this))
{
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    // Names of states move with the window: scrolling repaints all of it.
    setViewportUpdateMode(FullViewportUpdate);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    connect(scene, &SequenceScene::layoutChanged, this, &SequenceView::chartChanged);
    connect(scene, &SequenceScene::playheadMoved, this, &SequenceView::follow);
    connect(scene, &SequenceScene::draggingChanged, this, [this](bool dragging) { m_dragging = dragging; });
    connect(scene, &SequenceScene::changed, m_heading, qOverload<>(&QWidget::update));
    scene->setLabelFont(font());
}

void SequenceView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_scene->setLabelFont(font());
}

QSize SequenceView::minimumSizeHint() const
{
    const auto width = static_cast<int>(std::ceil(m_scene->leastWidth())) + verticalScrollBar()->sizeHint().width();
    return {width, QGraphicsView::minimumSizeHint().height()};
}

void SequenceView::chartChanged()
{
    const auto height = static_cast<int>(std::ceil(m_scene->headingHeight()));
    if (viewportMargins().top() != height)
        setViewportMargins(0, height, 0, 0);
    m_heading->setGeometry(0, 0, width(), height);
    m_heading->update();
    applyStretch();
}

void SequenceView::applyStretch()
{
    const SequenceLayout* layout = m_scene->layout();
    if (layout == nullptr || m_applying)
        return;
    const QScopedValueRollback<bool> guard(m_applying, true);
    const double filling = layout->zoomForHeight(viewport()->height() - 1);
    switch (m_stretch) {
    case Stretch::Comfortable: m_scene->setZoom(comfortableZoom(filling)); break;
    case Stretch::Fitted: m_scene->setZoom(filling); break;
    case Stretch::ByHand: break;
    }
}

void SequenceView::zoomIn()
{
    zoomAbout(zoomStep, std::clamp(m_scene->playheadY() - top(), 0.0, double(viewport()->height())));
}

void SequenceView::zoomOut()
{
    zoomAbout(1 / zoomStep, std::clamp(m_scene->playheadY() - top(), 0.0, double(viewport()->height())));
}

void SequenceView::zoomToFit()
{
    m_stretch = Stretch::Fitted;
    applyStretch();
}

void SequenceView::zoomAbout(double factor, double viewportY)
{
    const SequenceLayout* layout = m_scene->layout();
    if (layout == nullptr)
        return;
    // The moment there stays there, and so does what lies a little below it at the same moment.
    const double y = top() + viewportY;
    const Time time = layout->timeAt(y);
    const double past = y - layout->y(time);
    const double least = std::min(1.0, layout->zoomForHeight(viewport()->height() - 1));
    m_stretch = Stretch::ByHand;
    m_scene->setZoom(std::clamp(m_scene->zoom() * factor, least, mostZoom));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(m_scene->layout()->y(time) + past - viewportY)));
}

double SequenceView::top() const
{
    return mapToScene(0, 0).y();
}

void SequenceView::scrollTo(double y, double part)
{
    verticalScrollBar()->setValue(static_cast<int>(std::lround(y - part * viewport()->height())));
}

void SequenceView::ensureVisible(double y)
{
    const double height = viewport()->height();
    const double at = y - top();
    if (at < highestPlayhead * height || at > (1 - highestPlayhead) * height)
        scrollTo(y, jumpTarget);
}

void SequenceView::showSelection()
{
    if (const std::optional<double> y = m_scene->selectionY())
        ensureVisible(*y);
}

void SequenceView::follow()
{
    if (m_dragging || m_panning)
        return;
    const double height = viewport()->height();
    const double at = m_scene->playheadY() - top();
    if (at > height || at < highestPlayhead * height)
        scrollTo(m_scene->playheadY(), jumpTarget);
    else if (at > lowestPlayhead * height)
        scrollTo(m_scene->playheadY(), lowestPlayhead);
}

void SequenceView::paintEvent(QPaintEvent* event)
{
    m_scene->prepare({top(), top() + viewport()->height()});
    QGraphicsView::paintEvent(event);
}

void SequenceView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    m_scene->setAvailableWidth(viewport()->width());
    chartChanged();
}

void SequenceView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoomAbout(std::pow(zoomStep, event->angleDelta().y() / double(QWheelEvent::DefaultDeltasPerStep)),
              event->position().y());
    event->accept();
}

void SequenceView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)) {
        zoomIn();
    } else if (plain && event->key() == Qt::Key_Minus) {
        zoomOut();
    } else if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const RecordIndex record = m_scene->neighbourOfSelection(event->key() == Qt::Key_Down);
        if (record != noRecord) {
            emit m_scene->selected(SelectedRecord{record});
            showSelection();
        }
    } else {
        QGraphicsView::keyPressEvent(event);
    }
}

void SequenceView::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->pos();
    m_scrolledAt = verticalScrollBar()->value();
    QGraphicsView::mousePressEvent(event);
}

void SequenceView::mouseMoveEvent(QMouseEvent* event)
{
    const bool held = (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) && !m_dragging;
    const int moved = event->pos().y() - m_pressedAt.y();
    if (held && (m_panning || std::abs(moved) >= QApplication::startDragDistance())) {
        m_panning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        verticalScrollBar()->setValue(m_scrolledAt - moved);
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
}

void SequenceView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panning) {
        m_panning = false;
        viewport()->unsetCursor();
    }
    QGraphicsView::mouseReleaseEvent(event);
}

void SequenceView::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    if (event->reason() != QContextMenuEvent::Keyboard) {
        emit menuRequested(mapToScene(event->pos()), event->globalPos());
        return;
    }
    showSelection();
    const QPointF at = m_scene->selectionAnchor().value_or(mapToScene(viewport()->rect().center()));
    emit menuRequested(at, viewport()->mapToGlobal(mapFromScene(at)));
}

} // namespace finwait
