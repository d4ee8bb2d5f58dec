// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The vertical axis of the chart: which height belongs to which moment. Linear, or compressed where nothing happens: an
// idle stretch then takes a small fixed height, however long it lasts.
#pragma once

#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace finwait {

enum class AxisMode : std::uint8_t { Compressed, Linear };

/// Heights are in pixels from the first instant downwards. Time to height is monotone, and so is the way back.
class TimeAxis
{
public:
    /// A moment at which something happens. What happens at one and the same moment is drawn one below the other and
    /// takes `extra` pixels.
    struct Instant {
        Time at{};
        double extra = 0;
        bool busy = false; ///< a segment is under way from here to the next instant
    };

    /// A stretch that is told in one band, and takes no more than `height` pixels on a compressed axis.
    struct Band {
        Time from{};
        Time to{};
        double height = 0;
    };

    struct Settings {
        AxisMode mode = AxisMode::Compressed;
        double pixelsPerSecond = 1000; ///< at zoom 1
        Duration idleThreshold{};      ///< what is longer without an instant is a gap
        Duration busyThreshold{};      ///< the same while a segment is under way
        double gapHeight = 0;          ///< pixels
    };

    /// An idle stretch that was compressed.
    struct Gap {
        Time from{};
        Time to{};
        double top = 0;
        double bottom = 0;
    };

    struct Tick {
        Time at{};
        double y = 0;
        bool round = true; ///< false: an exact moment, for a stretch too short to hold a round one
    };

    TimeAxis() = default;
    /// Both lists in order of time. Bands do not overlap, and their ends are instants.
    TimeAxis(const Settings& settings, std::span<const Instant> instants, std::span<const Band> bands);

    /// Stretches time. Below 1 the fixed heights shrink too, so that any trace can be fitted into any height.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// The zoom at which height() is `height`.
    [[nodiscard]] double zoomForHeight(double height) const;
    /// Lets the axis reach `end` if its last instant is earlier; replaces what an earlier call did. Costs the same
    /// however long the axis is.
    void extendTo(Time end);

    [[nodiscard]] AxisMode mode() const { return m_settings.mode; }
    [[nodiscard]] Time begin() const;
    [[nodiscard]] Time end() const;
    [[nodiscard]] double height() const;
    /// Where `time` begins. Before begin() it is 0, after end() it goes on linearly.
    [[nodiscard]] double y(Time time) const;
    /// Where `time` ends: below all that happens at that moment.
    [[nodiscard]] double yAfter(Time time) const;
    /// The inverse of y(), held between begin() and end().
    [[nodiscard]] Time timeAt(double y) const;
    /// A fixed height as it comes out at this zoom.
    [[nodiscard]] double scaled(double fixedHeight) const { return fixedHeight * fixedScale(); }

    /// The gaps that reach into [top, bottom].
    [[nodiscard]] std::vector<Gap> gaps(double top, double bottom) const;
    /// The distance of round ticks: 1, 2 or 5 times a power of ten microseconds, up to seconds; then parts of minutes
    /// and hours. At least `distance` pixels.
    [[nodiscard]] Duration tickStep(double distance) const;
    /// Ticks in [top, bottom]: at least `distance` pixels apart where time is linear, and nowhere closer than
    /// `labelHeight`. What is found does not depend on where the window lies.
    [[nodiscard]] std::vector<Tick> ticks(double top, double bottom, double distance, double labelHeight) const;

private:
    enum class Stretch : std::uint8_t { Linear, Gap, Band };

    /// Height above a knot: seconds * pixelsPerSecond * zoom + fixed * fixedScale.
    struct Knot {
        Time at{};
        double seconds = 0;
        double fixed = 0;
        double extra = 0;
        Stretch after = Stretch::Linear;
    };

    /// Knots with linear time between them.
    struct Run {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    void appendInstant(const Instant& instant, Stretch stretch, double fixedHeight);
    void append(Time at, double extra, Stretch stretch, double fixedHeight);
    void findRuns();
    void takeExtensionBack();
    [[nodiscard]] double fixedScale() const { return m_zoom < 1 ? m_zoom : 1; }
    [[nodiscard]] double top(std::size_t knot) const;
    [[nodiscard]] double bottom(std::size_t knot) const;
    [[nodiscard]] std::size_t knotAt(Time time) const;
    [[nodiscard]] std::size_t knotAtHeight(double y) const;
    void appendTicks(std::size_t run, Time from, Time to, Duration step, double labelHeight,
                     std::vector<Tick>& ticks) const;

    Settings m_settings;
    double m_zoom = 1;
    std::vector<Knot> m_knots;
    std::vector<Run> m_runs;
    std::size_t m_recorded = 0; // knots that extendTo() did not add
};

} // namespace finwait
