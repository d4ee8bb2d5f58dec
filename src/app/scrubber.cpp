// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scrubber.h"

#include "app/slider_look.h"
#include "session/session.h"
#include "view/words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace finwait {

namespace {

constexpr int positions = 10000; // of the slider, for keys and assistive technology
constexpr double margin = 10;    // left and right of the groove: room for the handle
constexpr double markLength = 6;
constexpr double markWidth = 2;
constexpr double markDistance = 9;  // from the middle of the groove
constexpr double snapDistance = 4;  // pixels within which dragging catches a mark
constexpr int preferredWidth = 240; // and all that is left over
constexpr int leastWidth = 90;
constexpr int fixedHeight = 34;

/// An idle stretch is shown no longer than this many usual steps.
constexpr int longestStretch = 4;
constexpr double pixelsPerSecond = 1000; // of the axis, which is stretched to the groove's width

/// The usual distance between two instants: the median, so that a few long waits do not count.
Duration usualDistance(const std::vector<TimeAxis::Instant>& instants)
{
    std::vector<Duration> distances;
    for (std::size_t i = 1; i < instants.size(); ++i) {
        if (instants[i].at > instants[i - 1].at)
            distances.push_back(instants[i].at - instants[i - 1].at);
    }
    if (distances.empty())
        return Duration{1};
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

/// From zero to the last of `instants`, which are in order of time.
TimeAxis axisOver(const std::vector<TimeAxis::Instant>& instants)
{
    const Duration longest = usualDistance(instants) * longestStretch;
    const double longestHeight = std::chrono::duration<double>(longest).count() * pixelsPerSecond;
    const TimeAxis::Settings settings{AxisMode::Compressed, pixelsPerSecond, longest, longest, longestHeight};
    return {settings, instants, {}};
}

} // namespace

Scrubber::Scrubber(const Session& session, QWidget* parent)
    : QAbstractSlider(parent)
    , m_session(session)
    , m_theme(&Theme::lightTheme())
{
    setOrientation(Qt::Horizontal);
    setRange(0, positions);
    setPageStep(positions / 20);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractSlider::actionTriggered, this,
            [this] { emit seekRequested(timeAtPlace(double(sliderPosition()) / positions)); });
    retranslate();
    refresh();
}

void Scrubber::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

void Scrubber::refresh()
{
    rebuild();
    m_axis.extendTo(m_session.end()); // which goes on with every tick once nothing more is recorded
    const QSignalBlocker blocker(this);
    setValue(int(std::lround(placeOf(m_session.playhead()) * positions)));
    update();
}

void Scrubber::rebuild()
{
    const Trace& trace = m_session.trace();
    const Content content{m_session.rewrites(), trace.records().size()};
    if (content == m_content)
        return;
    m_content = content;

    std::vector<TimeAxis::Instant> instants = {TimeAxis::Instant{}};
    for (const StepMark& step : trace.steps()) {
        if (step.at > instants.back().at)
            instants.push_back(TimeAxis::Instant{step.at});
    }
    m_axis = axisOver(instants);

    m_marks.clear();
    for (const Side side : allSides) {
        for (const StateSpan& span : trace.states(side)) {
            if (span.entered != noRecord)
                m_marks.push_back(Mark{span.from, side});
        }
    }
}

double Scrubber::grooveWidth() const
{
    return std::max(width() - 2 * margin, 1.0);
}

double Scrubber::placeOf(Time time) const
{
    return m_axis.height() > 0 ? std::min(m_axis.y(time) / m_axis.height(), 1.0) : 0.0;
}

Time Scrubber::timeAtPlace(double place) const
{
    return m_axis.timeAt(place * m_axis.height());
}

double Scrubber::xOf(Time time) const
{
    return margin + placeOf(time) * grooveWidth();
}

Time Scrubber::timeAt(double x) const
{
    for (const Mark& mark : m_marks) {
        if (std::abs(xOf(mark.at) - x) <= snapDistance)
            return mark.at;
    }
    return timeAtPlace((x - margin) / grooveWidth());
}

void Scrubber::seekTo(double x)
{
    emit seekRequested(timeAt(x));
}

QSize Scrubber::sizeHint() const
{
    return {preferredWidth, fixedHeight};
}

QSize Scrubber::minimumSizeHint() const
{
    return {leastWidth, fixedHeight};
}

void Scrubber::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double head = xOf(m_session.playhead());

    slider::paintGroove(painter, margin, margin + grooveWidth(), middle, m_theme->border);
    slider::paintGroove(painter, margin, head, middle, m_theme->lit);
    paintMarks(painter);

    slider::paintHandle(painter, {head, middle}, m_theme->lit,
                        hasFocus() ? std::optional(m_theme->text) : std::nullopt);
}

/// The client's marks are bars above the groove, the server's dots below it.
void Scrubber::paintMarks(QPainter& painter) const
{
    const double middle = height() / 2.0;
    painter.setPen(Qt::NoPen);
    for (const Mark& mark : m_marks) {
        const double x = xOf(mark.at);
        painter.setBrush(m_theme->accent[mark.side]);
        if (mark.side == Side::Client)
            painter.drawRect(QRectF(x - markWidth / 2, middle - markDistance - markLength, markWidth, markLength));
        else
            painter.drawEllipse(QPointF(x, middle + markDistance + markLength / 2), markLength / 2.4, markLength / 2.4);
    }
}

void Scrubber::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    seekTo(event->position().x());
}

void Scrubber::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        seekTo(event->position().x());
}

void Scrubber::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void Scrubber::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // a wheel over the tool bar must not throw the playhead about
}

bool Scrubber::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), words::moment(timeAt(help->pos().x())), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

void Scrubber::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractSlider::changeEvent(event);
}

void Scrubber::retranslate()
{
    setAccessibleName(tr("Playhead"));
    setAccessibleDescription(tr("All of the run from its start to its end; marks stand where an endpoint changes its "
                                "state."));
}

} // namespace finwait
