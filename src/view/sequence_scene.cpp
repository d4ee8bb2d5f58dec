// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the scene shows; what is done to it with the mouse is in sequence_scene_pointer.cpp.
#include "view/sequence_scene.h"

#include "session/session.h"
#include "view/playhead_item.h"
#include "view/sequence_item.h"
#include "view/sequence_painter.h"
#include "view/sequence_text.h"
#include "view/trace_reading.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <variant>

namespace finwait {

namespace {

/// The time to look through a trace grows with its length. Where it is more than this, a trace that grows may do so for
/// `restFactor` times as long before it is looked through again: that takes no more than a third of all time.
constexpr qint64 quickIndex = 2'000'000; // nanoseconds
constexpr qint64 restFactor = 2;

/// Whether the record has something in the chart that can be selected.
bool isSelectable(const Record& record)
{
    if (const auto* signalled = std::get_if<record::Signalled>(&record.body))
        return isError(signalled->signal);
    return std::holds_alternative<record::SegmentSent>(record.body)
           || std::holds_alternative<record::SegmentDuplicated>(record.body)
           || std::holds_alternative<record::HostChanged>(record.body) || entersState(record)
           || std::holds_alternative<record::CallMade>(record.body)
           || std::holds_alternative<record::CallRefused>(record.body)
           || std::holds_alternative<record::TimerFired>(record.body);
}

} // namespace

SequenceScene::SequenceScene(QObject* parent)
    : QGraphicsScene(parent)
    , m_theme(Theme::lightTheme())
    , m_font(QGuiApplication::font())
    , m_catchUp(new QTimer(this))
{
    m_catchUp->setSingleShot(true);
    connect(m_catchUp, &QTimer::timeout, this, &SequenceScene::reindex);
    // What lies where is asked of the layout: an index of two items would only cost.
    setItemIndexMethod(NoIndex);
    m_chart = new SequenceItem([this](QPainter& painter) {
        if (m_layout)
            SequencePainter(*m_layout, m_labels, m_theme, m_moment, m_trail).paint(painter, m_window);
    });
    m_playhead = new PlayheadItem;
    m_playhead->setVisible(false);
    addItem(m_chart);
    addItem(m_playhead);
    setTheme(m_theme);
}

SequenceScene::~SequenceScene() = default;

void SequenceScene::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_playhead->setTheme(theme);
    setBackgroundBrush(theme.panel);
    update();
}

void SequenceScene::setLabelFont(const QFont& font)
{
    m_font = font;
    relayout();
}

void SequenceScene::setAvailableWidth(double width)
{
    if (width == m_width)
        return;
    m_width = width;
    if (!m_layout || m_catchUp->isActive())
        return relayout();
    m_layout->setWidth(std::max(m_width, leastWidth())); // the axis of a long trace takes time to make
    resize();
}

void SequenceScene::setAxisMode(AxisMode mode)
{
    if (mode == m_options.axisMode)
        return;
    m_options.axisMode = mode;
    reindex();
}

void SequenceScene::setFoldAbove(std::uint32_t flights)
{
    if (flights == m_options.foldAbove)
        return;
    m_options.foldAbove = flights;
    reindex();
}

void SequenceScene::setZoom(double zoom)
{
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    if (!m_layout)
        return;
    m_layout->setZoom(zoom);
    resize();
}

double SequenceScene::zoom() const
{
    return m_zoom;
}

void SequenceScene::retranslate()
{
    relayout();
}

void SequenceScene::showSession(const Session& session)
{
    show(session.trace(), session.rewrites(), {session.playhead(), session.recordsBefore()});
}

void SequenceScene::show(const Trace& trace, std::uint64_t rewrites, const SequenceMoment& moment)
{
    const bool sameTrace = &trace == m_trace && rewrites == m_rewrites;
    const bool known = sameTrace && trace.records().size() == m_recordCount;
    if (known && moment == m_moment)
        return;
    if (!sameTrace)
        foldRunsFrom(std::min(m_moment.recordsBefore, moment.recordsBefore));
    m_trace = &trace;
    m_rewrites = rewrites;
    m_recordCount = trace.records().size();
    m_moment = moment;
    if (!sameTrace)
        retrace();
    if (known)
        movePlayhead();
    else if (sameTrace)
        reindexInTime();
    else
        reindex();
}

/// Behind the playhead a rewritten trace has other records with the numbers of the former ones.
void SequenceScene::foldRunsFrom(RecordIndex first)
{
    m_options.openRuns.erase(m_options.openRuns.lower_bound(first), m_options.openRuns.end());
}

void SequenceScene::showSelection(const SelectedThing& thing)
{
    const auto* record = std::get_if<SelectedRecord>(&thing);
    const auto* state = std::get_if<SelectedState>(&thing);
    m_selected = record != nullptr ? record->record : noRecord;
    m_selectedState = state != nullptr ? std::optional(state->state) : std::nullopt;
    retrace();
    update();
}

void SequenceScene::retrace()
{
    if (m_selectedState)
        m_trail = CauseTrail(*m_selectedState);
    else
        m_trail = m_trace != nullptr ? CauseTrail(*m_trace, m_selected) : CauseTrail();
}

void SequenceScene::reindex()
{
    if (m_trace == nullptr)
        return;
    m_catchUp->stop();
    QElapsedTimer clock;
    clock.start();
    m_index = SequenceIndex(*m_trace, m_options);
    relayout();
    const qint64 took = clock.nsecsElapsed();
    m_nextIndex.setPreciseRemainingTime(0, took > quickIndex ? restFactor * took : 0);
}

/// What has come since the last time is drawn, but neither folded nor given rows, timers and flags before the next.
void SequenceScene::reindexInTime()
{
    if (m_nextIndex.hasExpired()) {
        reindex();
        return;
    }
    movePlayhead();
    if (!m_catchUp->isActive())
        m_catchUp->start(static_cast<int>(m_nextIndex.remainingTime()));
}

void SequenceScene::relayout()
{
    if (m_trace == nullptr)
        return;
    if (m_catchUp->isActive()) // there are records that the index does not know yet
        return reindex();
    m_layout = std::make_unique<SequenceLayout>(*m_trace, m_index, m_font, std::max(m_width, leastWidth()));
    m_layout->setZoom(m_zoom);
    m_layout->extendTo(m_moment.playhead);
    resize();
}

void SequenceScene::resize()
{
    m_labels.clear();
    const QSizeF size(m_layout->columns().width, m_layout->height());
    m_window = {0, size.height()};
    m_chart->setSize(size);
    setSceneRect({{}, size});
    movePlayhead();
    emit layoutChanged();
}

void SequenceScene::movePlayhead()
{
    const double height = m_layout->height();
    const double tickRight = m_layout->columns().tickRight;
    m_layout->extendTo(m_moment.playhead);
    if (m_layout->columns().tickRight != tickRight)
        m_labels.clear();
    if (m_layout->height() != height) {
        m_chart->setSize({m_layout->columns().width, m_layout->height()});
        setSceneRect(m_chart->boundingRect());
        emit layoutChanged();
    }
    m_playhead->place(*m_layout, sequence_text::moment(m_moment.playhead, m_layout->axis().tickStep(1)));
    m_playhead->setPos(0, playheadY());
    m_playhead->setVisible(true);
    update();
    emit playheadMoved();
}

double SequenceScene::leastWidth() const
{
    return SequenceLayout::leastWidth(SequenceMeasures(m_font));
}

double SequenceScene::playheadY() const
{
    return m_layout ? m_layout->y(m_moment) : 0;
}

std::optional<double> SequenceScene::selectionY() const
{
    if (!m_layout)
        return std::nullopt;
    const RecordIndex place =
        m_selectedState ? entryOf(*m_trace, *m_selectedState, m_moment.recordsBefore) : m_selected;
    if (place == noRecord || place >= m_trace->records().size())
        return std::nullopt;
    return m_layout->y(place);
}

std::optional<QPointF> SequenceScene::selectionAnchor() const
{
    const std::optional<double> y = selectionY();
    if (!y || m_selectedState)
        return std::nullopt;
    const Record& record = m_trace->record(m_selected);
    if (const std::optional<FlightIndex> flight = flightOf(record)) {
        if (m_index.bandOf(*flight) == nullptr)
            return m_layout->arrow(*flight).center();
    }
    if (const std::optional<FoundBar> bar = m_index.barOf(record.side, m_selected))
        return m_layout->bar(record.side, bar->lane, *bar->bar).center();
    return QPointF(m_layout->columns().lifeline[record.side], *y + 1);
}

SequenceHit SequenceScene::hitAt(QPointF point) const
{
    return m_layout ? hitTest(*m_layout, m_labels, m_window, point) : SequenceHit();
}

RecordIndex SequenceScene::neighbourOfSelection(bool forward) const
{
    if (m_trace == nullptr)
        return noRecord;
    const auto count = static_cast<RecordIndex>(m_trace->records().size());
    // noRecord + 1 is 0: without a selection, begin at that end.
    RecordIndex index = forward ? m_selected + 1 : std::min(m_selected, count) - 1;
    while (index < count) {
        const std::optional<FlightIndex> flight = flightOf(m_trace->record(index));
        const DataRun* band = flight ? m_index.bandOf(*flight) : nullptr;
        if (band == nullptr && isSelectable(m_trace->record(index)))
            return index;
        if (band != nullptr && index == band->firstRecord)
            return index;
        if (band != nullptr && forward)
            index = std::max(index, m_trace->flight(band->last).sentRecord);
        else if (band != nullptr && index > band->firstRecord && index <= m_trace->flight(band->last).sentRecord)
            index = band->firstRecord + 1;
        index += forward ? 1 : RecordIndex(-1);
    }
    return noRecord;
}

void SequenceScene::prepare(const SequenceWindow& window)
{
    m_window = window;
    if (!m_layout)
        return;
    m_labels.prepare(*m_layout, window);
    const double y = playheadY();
    const bool isSeen = y >= window.top && y <= window.bottom;
    m_playhead->keepClearOf(isSeen ? textsAcross(*m_layout, m_labels, window, y) : std::vector<QRectF>());
}

void SequenceScene::paintHeading(QPainter& painter) const
{
    if (m_layout)
        SequencePainter(*m_layout, m_labels, m_theme, m_moment, m_trail).paintHeading(painter);
}

double SequenceScene::headingHeight() const
{
    return m_layout ? SequencePainter::headingHeight(*m_layout) : 0;
}

} // namespace finwait
