// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/comparison_view.h"

#include "view/common_axis.h"
#include "view/sequence_hit.h"
#include "view/sequence_painter.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QRegion>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace finwait {

namespace {

constexpr double zoomStep = 1.25;
constexpr double mostZoom = 200;
constexpr double gutter = 9;           // pixels between the charts
constexpr double markTarget = 0.4;     // of the window's height, where it is scrolled to
constexpr double besideOpacity = 0.35; // of the mark where names of states and flags stand
// Multiples of the height of a line of text.
constexpr double titleHeight = 1.9;
constexpr double markRoom = 2.8; // above a label that stands above the first arrow
constexpr double markTop = 0.7;  // of the line, below the upper end of that room
constexpr double pillHeight = 1.35;
constexpr double pillMargin = 0.6;
/// Where the mark's text may stand between the lifelines, the best place first.
constexpr std::array pillPlaces = {0.5, 0.35, 0.65, 0.2, 0.8, 0.0, 1.0};
constexpr double apart = 3; // pixels: the mark's line from what is written there

} // namespace

ComparisonView::ComparisonView(QWidget* parent) : QAbstractScrollArea(parent), m_theme(Theme::lightTheme())
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

ComparisonView::~ComparisonView() = default;

void ComparisonView::setTheme(const Theme& theme)
{
    m_theme = theme;
    viewport()->update();
}

void ComparisonView::retranslate()
{
    setAccessibleName(tr("Two branches side by side"));
    relayout();
}

void ComparisonView::compare(ComparedBranches branches)
{
    const bool same = branches[0].title == m_branches[0].title && branches[1].title == m_branches[1].title;
    m_branches = std::move(branches);
    m_difference = firstDifference(m_branches[0].trace, m_branches[1].trace);
    SequenceOptions options;
    options.foldAbove = 0;
    for (std::size_t chart = 0; chart < m_charts.size(); ++chart)
        m_charts[chart].index = SequenceIndex(m_branches[chart].trace, options);
    relayout();
    if (same)
        return;
    m_showsDifference = true;
    if (isVisible())
        showDifference();
}

void ComparisonView::relayout()
{
    const SequenceMeasures measures(font());
    const auto at = m_difference ? std::optional(m_difference->at) : std::nullopt;
    TimeAxis axis = commonAxis({m_branches[0].trace, m_charts[0].index}, {m_branches[1].trace, m_charts[1].index},
                               measures, at, markHeight());
    axis.extendTo(std::max(m_branches[0].trace.end(), m_branches[1].trace.end()));
    for (std::size_t chart = 0; chart < m_charts.size(); ++chart)
        m_charts[chart].layout = std::make_unique<SequenceLayout>(m_branches[chart].trace, m_charts[chart].index,
                                                                  font(), chartWidth(), axis);
    applyZoom();
}

void ComparisonView::applyZoom()
{
    const double filling = m_charts[0].layout->zoomForHeight(viewHeight() - 1);
    if (m_isFitted)
        m_zoom = filling;
    for (Chart& chart : m_charts) {
        chart.layout->setZoom(m_zoom);
        chart.labels.keepClearOf(m_difference ? std::vector{markPill(*chart.layout)} : std::vector<QRectF>());
    }
    updateScrollBar();
    viewport()->update();
}

void ComparisonView::updateScrollBar()
{
    const auto page = static_cast<int>(viewHeight());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(static_cast<int>(2 * m_charts[0].layout->measures().line));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(m_charts[0].layout->height())) - page));
}

void ComparisonView::zoomIn()
{
    setZoom(m_zoom * zoomStep, viewHeight() / 2);
}

void ComparisonView::zoomOut()
{
    setZoom(m_zoom / zoomStep, viewHeight() / 2);
}

void ComparisonView::fit()
{
    m_isFitted = true;
    applyZoom();
}

/// The moment at `viewportY`, below the headings, stays where it is.
void ComparisonView::setZoom(double zoom, double viewportY)
{
    const SequenceLayout& layout = *m_charts[0].layout;
    const double y = verticalScrollBar()->value() + viewportY;
    const Time time = layout.timeAt(y);
    const double past = y - layout.y(time);
    m_isFitted = false;
    m_zoom = std::clamp(zoom, std::min(1.0, layout.zoomForHeight(viewHeight() - 1)), mostZoom);
    applyZoom();
    verticalScrollBar()->setValue(static_cast<int>(std::lround(layout.y(time) + past - viewportY)));
}

void ComparisonView::showDifference()
{
    m_showsDifference = false;
    if (const std::optional<double> y = markY())
        verticalScrollBar()->setValue(static_cast<int>(std::lround(*y - markTarget * viewHeight())));
}

std::optional<double> ComparisonView::markY() const
{
    if (!m_difference)
        return std::nullopt;
    const SequenceLayout& layout = *m_charts[0].layout;
    const double above = markHeight() - markTop * layout.measures().line;
    return std::max(layout.y(m_difference->at) - layout.axis().scaled(above), layout.measures().line * markTop);
}

QString ComparisonView::markText() const
{
    return tr("First difference");
}

/// Where the mark's text stands in a chart, between its arrows where there is room; there has to be a mark.
QRectF ComparisonView::markPill(const SequenceLayout& layout) const
{
    const double line = layout.measures().line;
    const double width = QFontMetricsF(font()).horizontalAdvance(markText()) + 2 * pillMargin * line;
    const double left = layout.innerEdge(Side::Client) + pillMargin * line;
    const double room = layout.innerEdge(Side::Server) - pillMargin * line - left - width;
    QRectF best;
    std::ptrdiff_t fewest = std::numeric_limits<std::ptrdiff_t>::max();
    for (const double part : pillPlaces) {
        const QRectF pill(left + part * room, *markY() - pillHeight * line / 2, width, pillHeight * line);
        const std::vector<FlightIndex> flights = visibleFlights(layout, {pill.top(), pill.bottom()});
        const OrientedBox box{pill.center(), pill.width(), pill.height(), 0};
        const auto hidden =
            std::ranges::count_if(flights, [&](FlightIndex flight) { return box.meets(layout.arrow(flight)); });
        if (hidden < fewest) {
            fewest = hidden;
            best = pill;
        }
    }
    return best;
}

QSize ComparisonView::minimumSizeHint() const
{
    const SequenceMeasures measures(font());
    const double width = 2 * SequenceLayout::leastWidth(measures) + gutter + verticalScrollBar()->sizeHint().width();
    return {static_cast<int>(std::ceil(width)), static_cast<int>(headingHeight() + 10 * measures.line)};
}

double ComparisonView::headingHeight() const
{
    return titleHeight * SequenceMeasures(font()).line + SequencePainter::headingHeight(*m_charts[0].layout);
}

double ComparisonView::markHeight() const
{
    return markRoom * SequenceMeasures(font()).line;
}

double ComparisonView::chartWidth() const
{
    return std::max((viewport()->width() - gutter) / 2, SequenceLayout::leastWidth(SequenceMeasures(font())));
}

double ComparisonView::chartLeft(std::size_t chart) const
{
    return static_cast<double>(chart) * (chartWidth() + gutter);
}

double ComparisonView::viewHeight() const
{
    return viewport()->height() - headingHeight();
}

/// What a chart shows after its trace has ended is not known yet, and drawn as the future.
SequenceMoment ComparisonView::endOf(std::size_t chart) const
{
    const Trace& trace = m_branches[chart].trace;
    return {trace.end(), static_cast<RecordIndex>(trace.records().size())};
}

void ComparisonView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        relayout();
    QAbstractScrollArea::changeEvent(event);
}

void ComparisonView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
    if (m_showsDifference)
        showDifference();
}

void ComparisonView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(zoomStep, event->angleDelta().y() / double(QWheelEvent::DefaultDeltasPerStep)),
            event->position().y() - headingHeight());
    event->accept();
}

void ComparisonView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar& bar = *verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_Home: return bar.setValue(bar.minimum());
    case Qt::Key_End: return bar.setValue(bar.maximum());
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void ComparisonView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_theme.panel);
    for (std::size_t chart = 0; chart < m_charts.size(); ++chart) {
        paintChart(painter, chart);
        paintHeading(painter, chart);
    }
    const double middle = chartWidth() + gutter / 2;
    painter.fillRect(QRectF(middle - 0.5, 0, 1, viewport()->height()), m_theme.border);
    painter.fillRect(QRectF(0, headingHeight() - 1, viewport()->width(), 1), m_theme.grid);
}

void ComparisonView::paintChart(QPainter& painter, std::size_t chart)
{
    Chart& shown = m_charts[chart];
    const double top = verticalScrollBar()->value();
    const SequenceWindow window{top, top + viewHeight()};
    shown.labels.prepare(*shown.layout, window);
    painter.save();
    painter.setClipRect(QRectF(chartLeft(chart), headingHeight(), chartWidth(), viewHeight()));
    painter.translate(chartLeft(chart), headingHeight() - top);
    SequencePainter(*shown.layout, shown.labels, m_theme, endOf(chart), m_trail).paint(painter, window);
    paintMark(painter, chart, window);
    painter.restore();
}

void ComparisonView::paintMark(QPainter& painter, std::size_t chart, const SequenceWindow& window) const
{
    const std::optional<double> y = markY();
    if (!y || *y < window.top - markHeight() || *y > window.bottom + markHeight())
        return;
    const SequenceLayout& layout = *m_charts[chart].layout;
    const SequenceColumns& columns = layout.columns();
    const std::vector<QRectF> texts = textsAcross(layout, m_charts[chart].labels, window, *y);
    const auto draw = [&](double from, double to) {
        QRegion line(QRectF(from, 0, to - from, 1).toAlignedRect());
        for (const QRectF& text : texts)
            line -= QRectF(text.left() - apart, 0, text.width() + 2 * apart, 1).toAlignedRect();
        for (const QRect& part : line)
            painter.drawLine(QPointF(part.left(), *y), QPointF(part.left() + part.width(), *y));
    };
    painter.setPen(QPen(m_theme.lit, stroke::strong, Qt::SolidLine, Qt::FlatCap));
    draw(columns.textNear.client, columns.textNear.server);
    painter.setOpacity(besideOpacity);
    draw(0, columns.textNear.client);
    draw(columns.textNear.server, columns.width);
    painter.setOpacity(1);
    const QRectF pill = markPill(layout);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.lit);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setFont(font());
    painter.setPen(m_theme.onAccent);
    painter.drawText(pill, Qt::AlignCenter, markText());
}

void ComparisonView::paintHeading(QPainter& painter, std::size_t chart) const
{
    const SequenceLayout& layout = *m_charts[chart].layout;
    const double line = layout.measures().line;
    painter.save();
    painter.translate(chartLeft(chart), 0);
    painter.setFont(nameFont(layout));
    painter.setPen(m_theme.text);
    const QRectF room(line, 0.35 * line, chartWidth() - 2 * line, titleHeight * line);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(m_branches[chart].title, Qt::ElideRight, room.width()));
    painter.translate(0, titleHeight * line);
    SequencePainter(layout, m_charts[chart].labels, m_theme, endOf(chart), m_trail).paintHeading(painter);
    painter.restore();
}

} // namespace finwait
