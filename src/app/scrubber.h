// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The line under the playhead: all of the run from left to right, with a mark wherever an endpoint changes its state.
// Dragging seeks. Idle stretches are shortened, or four minutes of 2 MSL would leave nothing to see of the rest.
#pragma once

#include "core/side.h"
#include "core/virtual_time.h"
#include "view/theme.h"
#include "view/time_axis.h"

#include <QAbstractSlider>

#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

class Session;

class Scrubber : public QAbstractSlider
{
    Q_OBJECT

public:
    /// Shows `session`, which must outlive it.
    explicit Scrubber(const Session& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The session's playhead or trace changed.
    void refresh();

    /// Where `time` is shown, in the widget's coordinates.
    [[nodiscard]] double xOf(Time time) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The person wants to be there.
    void seekRequested(finwait::Time time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Mark {
        Time at{};
        Side side{};
    };

    /// What of the session's trace is shown.
    struct Content {
        std::uint64_t rewrites = 0;
        std::size_t records = 0;

        friend bool operator==(const Content&, const Content&) = default;
    };

    void rebuild();
    void seekTo(double x);
    void retranslate();
    [[nodiscard]] Time timeAt(double x) const;
    [[nodiscard]] double placeOf(Time time) const;
    [[nodiscard]] Time timeAtPlace(double place) const;
    [[nodiscard]] double grooveWidth() const;
    void paintMarks(QPainter& painter) const;

    const Session& m_session;
    const Theme* m_theme;
    TimeAxis m_axis;
    std::vector<Mark> m_marks;
    std::optional<Content> m_content; // that axis and marks were made from
};

} // namespace finwait
