// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the mouse does in the chart: it drags the playhead, selects, opens a run, and offers what can be done now.
#include "view/sequence_scene.h"

#include "view/command_offers.h"
#include "view/sequence_item.h"
#include "view/sequence_text.h"

#include <QApplication>
#include <QCursor>
#include <QGraphicsSceneHelpEvent>
#include <QGraphicsSceneMouseEvent>
#include <QMenu>
#include <QToolTip>

#include <variant>

namespace finwait {

void SequenceScene::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
    if (event->button() != Qt::LeftButton)
        return;
    const SequenceHit hit = hitAt(event->scenePos());
    if (const auto* axis = std::get_if<hit::Axis>(&hit)) {
        m_dragging = true;
        emit draggingChanged(true);
        emit seekRequested(axis->at);
    }
}

void SequenceScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
    if (m_dragging)
        emit seekRequested(m_layout->timeAt(event->scenePos().y()));
    else if (event->buttons() == Qt::NoButton)
        pointAt(event->scenePos());
}

void SequenceScene::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
    if (event->button() != Qt::LeftButton)
        return;
    if (m_dragging) {
        m_dragging = false;
        emit draggingChanged(false);
        return;
    }
    const QPoint moved = event->screenPos() - event->buttonDownScreenPos(Qt::LeftButton);
    if (moved.manhattanLength() < QApplication::startDragDistance())
        click(event->scenePos(), event->screenPos());
}

void SequenceScene::click(QPointF point, QPoint screenPosition)
{
    const SequenceHit hit = hitAt(point);
    if (const auto* run = std::get_if<hit::Run>(&hit)) {
        toggleRun(*run->run);
        return;
    }
    const RecordIndex record = recordOf(*m_layout, hit);
    if (record != noRecord)
        emit selected(SelectedRecord{record});
    else if (const auto* strip = std::get_if<hit::Strip>(&hit))
        emit selected(SelectedState{m_trace->states(strip->side)[strip->span].state});
    else
        emit selected({});
    if (std::holds_alternative<hit::Message>(hit))
        popUp(point, screenPosition);
}

void SequenceScene::toggleRun(const DataRun& run)
{
    if (run.open)
        m_options.openRuns.erase(run.firstRecord);
    else
        m_options.openRuns.insert(run.firstRecord);
    reindex();
}

std::unique_ptr<QMenu> SequenceScene::menuAt(QPointF point)
{
    const SequenceHit hit = hitAt(point);
    auto menu = std::make_unique<QMenu>();
    menu->setToolTipsVisible(true);
    addCommands(*menu, hit);
    return menu->isEmpty() ? nullptr : std::move(menu);
}

void SequenceScene::addCommands(QMenu& menu, const SequenceHit& hit)
{
    const auto submit = [this](const Command& command) { emit commandRequested(command); };
    const auto* message = std::get_if<hit::Message>(&hit);
    const auto* timer = std::get_if<hit::Timer>(&hit);
    const auto* strip = std::get_if<hit::Strip>(&hit);
    if (message != nullptr && m_layout->partBehind(message->flight, m_moment))
        addOffers(menu, segmentOffers(*m_trace, message->flight, m_moment.recordsBefore), this, submit);
    else if (timer != nullptr && timer->bar->runsAfter(m_moment.recordsBefore))
        addOffers(menu, timerOffers(timer->side, timer->bar->kind, timer->bar->deadline - timer->bar->from), this,
                  submit);
    else if (strip != nullptr)
        menu.addActions(m_sideActions[strip->side]);
    const auto* data = std::get_if<hit::Run>(&hit);
    if (data != nullptr) {
        const RecordIndex first = data->run->firstRecord;
        connect(menu.addAction(data->run->open ? tr("Fold this run of data") : tr("Show each segment")),
                &QAction::triggered, this, [this, first] {
                    for (const DataRun& run : m_index.runs()) {
                        if (run.firstRecord == first) {
                            toggleRun(run);
                            return;
                        }
                    }
                });
    }
}

void SequenceScene::popUp(QPointF point, QPoint screenPosition)
{
    std::unique_ptr<QMenu> menu = menuAt(point);
    if (!menu)
        return;
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu.release()->popup(screenPosition); // closing it deletes it
}

void SequenceScene::helpEvent(QGraphicsSceneHelpEvent* event)
{
    const QString text = m_layout ? aboutHit(*m_layout, hitAt(event->scenePos())) : QString();
    QToolTip::showText(event->screenPos(), text, event->widget());
    event->setAccepted(!text.isEmpty());
}

void SequenceScene::pointAt(QPointF point)
{
    const SequenceHit hit = hitAt(point);
    if (std::holds_alternative<hit::Axis>(hit))
        m_chart->setCursor(Qt::SizeVerCursor);
    else if (std::holds_alternative<std::monostate>(hit))
        m_chart->unsetCursor();
    else
        m_chart->setCursor(Qt::PointingHandCursor);
}

} // namespace finwait
