// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace finwait {

namespace {

double seconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// What people count in: decimal below a minute, then halves and quarters of minutes and hours.
constexpr std::array roundSteps = {
    Duration(1us),   Duration(2us),   Duration(5us),   Duration(10us),  Duration(20us), Duration(50us), Duration(100us),
    Duration(200us), Duration(500us), Duration(1ms),   Duration(2ms),   Duration(5ms),  Duration(10ms), Duration(20ms),
    Duration(50ms),  Duration(100ms), Duration(200ms), Duration(500ms), Duration(1s),   Duration(2s),   Duration(5s),
    Duration(10s),   Duration(20s),   Duration(30s),   Duration(1min),  Duration(2min), Duration(5min), Duration(10min),
    Duration(20min), Duration(30min), Duration(1h),    Duration(2h),    Duration(6h),   Duration(12h),  Duration(24h),
};

/// The first multiple of `step` that is not before `time`.
Time roundUp(Time time, Duration step)
{
    const auto rest = time % step;
    return rest == Time::zero() ? time : time - rest + step;
}

} // namespace

TimeAxis::TimeAxis(const Settings& settings, std::span<const Instant> instants, std::span<const Band> bands)
    : m_settings(settings)
{
    const bool compressed = settings.mode == AxisMode::Compressed;
    auto band = bands.begin();
    bool busy = false;
    for (const Instant& instant : instants) {
        const Duration threshold = std::exchange(busy, instant.busy) ? settings.busyThreshold : settings.idleThreshold;
        if (m_knots.empty()) {
            m_knots.push_back({instant.at, 0, 0, instant.extra});
            continue;
        }
        const Time from = m_knots.back().at;
        const Duration length = instant.at - from;
        while (band != bands.end() && band->to <= from)
            ++band;
        const bool inBand = compressed && band != bands.end() && band->from <= from && instant.at <= band->to;
        if (inBand && seconds(band->to - band->from) * settings.pixelsPerSecond > band->height)
            appendInstant(instant, Stretch::Band, band->height * (seconds(length) / seconds(band->to - band->from)));
        else if (compressed && !inBand && length > threshold)
            appendInstant(instant, Stretch::Gap, settings.gapHeight);
        else
            appendInstant(instant, Stretch::Linear, 0);
    }
    m_recorded = m_knots.size();
    findRuns();
}

void TimeAxis::appendInstant(const Instant& instant, Stretch stretch, double fixedHeight)
{
    // A plain instant in the middle of linear time needs no knot of its own.
    const std::size_t count = m_knots.size();
    const bool plain = stretch == Stretch::Linear && count > 1 && m_knots[count - 2].after == Stretch::Linear
                       && m_knots.back().extra == 0;
    if (!plain) {
        append(instant.at, instant.extra, stretch, fixedHeight);
        return;
    }
    Knot& last = m_knots.back();
    last.seconds += seconds(instant.at - last.at);
    last.at = instant.at;
    last.extra = instant.extra;
}

void TimeAxis::append(Time at, double extra, Stretch stretch, double fixedHeight)
{
    Knot& last = m_knots.back();
    last.after = stretch;
    const double linear = stretch == Stretch::Linear ? seconds(at - last.at) : 0;
    m_knots.push_back({at, last.seconds + linear, last.fixed + last.extra + fixedHeight, extra});
}

void TimeAxis::findRuns()
{
    m_runs.clear();
    for (std::size_t knot = 0; knot < m_knots.size(); ++knot) {
        if (knot == 0 || m_knots[knot - 1].after != Stretch::Linear)
            m_runs.push_back({knot, knot});
        else
            m_runs.back().last = knot;
    }
}

void TimeAxis::setZoom(double zoom)
{
    m_zoom = zoom;
}

double TimeAxis::zoomForHeight(double height) const
{
    if (m_knots.empty())
        return 1;
    const double linear = m_knots.back().seconds * m_settings.pixelsPerSecond;
    const double fixed = m_knots.back().fixed + m_knots.back().extra;
    if (linear + fixed <= 0)
        return 1;
    if (height <= linear + fixed || linear <= 0)
        return std::min(1.0, height / (linear + fixed));
    return (height - fixed) / linear;
}

void TimeAxis::extendTo(Time end)
{
    const bool wasExtended = m_knots.size() > m_recorded;
    if (m_knots.empty() || (!wasExtended && end <= m_knots.back().at))
        return;
    takeExtensionBack();
    const Duration length = end - m_knots.back().at;
    if (length <= Duration::zero())
        return;
    if (mode() == AxisMode::Compressed && length > m_settings.idleThreshold) {
        append(end, 0, Stretch::Gap, m_settings.gapHeight);
        m_runs.push_back({m_recorded, m_recorded});
    } else {
        append(end, 0, Stretch::Linear, 0);
        m_runs.back().last = m_recorded;
    }
}

void TimeAxis::takeExtensionBack()
{
    m_knots.resize(m_recorded);
    m_knots.back().after = Stretch::Linear;
    if (m_runs.back().first == m_recorded)
        m_runs.pop_back();
    m_runs.back().last = m_recorded - 1;
}

Time TimeAxis::begin() const
{
    return m_knots.empty() ? Time{} : m_knots.front().at;
}

Time TimeAxis::end() const
{
    return m_knots.empty() ? Time{} : m_knots.back().at;
}

double TimeAxis::height() const
{
    return m_knots.empty() ? 0 : bottom(m_knots.size() - 1);
}

double TimeAxis::top(std::size_t knot) const
{
    return m_knots[knot].seconds * m_settings.pixelsPerSecond * m_zoom + m_knots[knot].fixed * fixedScale();
}

double TimeAxis::bottom(std::size_t knot) const
{
    return top(knot) + m_knots[knot].extra * fixedScale();
}

std::size_t TimeAxis::knotAt(Time time) const
{
    const auto after = std::upper_bound(m_knots.begin(), m_knots.end(), time,
                                        [](Time value, const Knot& knot) { return value < knot.at; });
    return after == m_knots.begin() ? 0 : static_cast<std::size_t>(after - m_knots.begin()) - 1;
}

std::size_t TimeAxis::knotAtHeight(double y) const
{
    std::size_t low = 0;
    std::size_t high = m_knots.size();
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (top(middle) <= y ? low : high) = middle;
    }
    return low;
}

double TimeAxis::y(Time time) const
{
    if (m_knots.empty() || time <= begin())
        return 0;
    const std::size_t knot = knotAt(time);
    const Duration past = time - m_knots[knot].at;
    if (past == Duration::zero())
        return top(knot);
    if (knot + 1 == m_knots.size())
        return bottom(knot) + seconds(past) * m_settings.pixelsPerSecond * m_zoom;
    const double part = seconds(past) / seconds(m_knots[knot + 1].at - m_knots[knot].at);
    return bottom(knot) + part * (top(knot + 1) - bottom(knot));
}

double TimeAxis::yAfter(Time time) const
{
    if (m_knots.empty() || time < begin())
        return 0;
    const std::size_t knot = knotAt(time);
    return m_knots[knot].at == time ? bottom(knot) : y(time);
}

Time TimeAxis::timeAt(double y) const
{
    if (m_knots.empty() || y <= 0)
        return begin();
    const std::size_t knot = knotAtHeight(y);
    const double from = bottom(knot);
    if (y <= from || knot + 1 == m_knots.size())
        return m_knots[knot].at;
    const double part = (y - from) / (top(knot + 1) - from);
    const Duration length = m_knots[knot + 1].at - m_knots[knot].at;
    return m_knots[knot].at + Duration(std::llround(part * static_cast<double>(length.count())));
}

std::vector<TimeAxis::Gap> TimeAxis::gaps(double top, double bottom) const
{
    std::vector<Gap> found;
    if (m_knots.empty())
        return found;
    for (std::size_t knot = knotAtHeight(top); knot + 1 < m_knots.size() && this->bottom(knot) <= bottom; ++knot) {
        if (m_knots[knot].after == Stretch::Gap)
            found.push_back({m_knots[knot].at, m_knots[knot + 1].at, this->bottom(knot), this->top(knot + 1)});
    }
    return found;
}

Duration TimeAxis::tickStep(double distance) const
{
    const double wanted = distance / (m_settings.pixelsPerSecond * m_zoom);
    for (const Duration step : roundSteps) {
        if (seconds(step) >= wanted)
            return step;
    }
    Duration step = roundSteps.back();
    while (seconds(step) < wanted)
        step *= 2;
    return step;
}

std::vector<TimeAxis::Tick> TimeAxis::ticks(double top, double bottom, double distance, double labelHeight) const
{
    std::vector<Tick> found;
    if (m_knots.empty())
        return found;
    const Duration step = tickStep(distance);
    const std::size_t firstKnot = knotAtHeight(top);
    auto run = std::partition_point(m_runs.begin(), m_runs.end(),
                                    [firstKnot](const Run& candidate) { return candidate.last < firstKnot; });
    for (; run != m_runs.end() && this->top(run->first) <= bottom; ++run)
        appendTicks(static_cast<std::size_t>(run - m_runs.begin()), timeAt(top), timeAt(bottom), step, labelHeight,
                    found);
    return found;
}

void TimeAxis::appendTicks(std::size_t run, Time from, Time to, Duration step, double labelHeight,
                           std::vector<Tick>& ticks) const
{
    const auto [first, last] = m_runs[run];
    const double start = top(first);
    // The run before may have its last tick at its very end: the stretch between has to hold a label, or the first
    // ticks here give way.
    const double room = first == 0 ? labelHeight : start - bottom(first - 1);
    const double earliest = start + std::max(0.0, labelHeight - room);
    bool any = false;
    for (Time at = roundUp(m_knots[first].at, step); at <= m_knots[last].at; at += step) {
        const double height = y(at);
        if (height < earliest)
            continue;
        any = true;
        if (at < from)
            at = std::max(at, roundUp(from, step) - step);
        else if (at <= to)
            ticks.push_back({at, height, true});
        else
            return;
    }
    if (!any && earliest <= start && m_knots[first].at >= from && m_knots[first].at <= to)
        ticks.push_back({m_knots[first].at, start, false});
}

} // namespace finwait
