// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Two charts side by side on one time axis, scrolled and stretched together; where they part is marked in both. It is
// only to be looked at.
#pragma once

#include "session/trace_difference.h"
#include "view/branch_text.h"
#include "view/cause_trail.h"
#include "view/sequence_index.h"
#include "view/sequence_labels.h"
#include "view/sequence_layout.h"
#include "view/sequence_visible.h"
#include "view/theme.h"

#include <QAbstractScrollArea>

#include <array>
#include <memory>
#include <optional>

namespace finwait {

class ComparisonView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ComparisonView(QWidget* parent = nullptr);
    ~ComparisonView() override;

    void setTheme(const Theme& theme);
    /// Keeps its place if the branches have the same titles as before; otherwise shows where they part.
    void compare(ComparedBranches branches);
    /// To be called when the language has changed.
    void retranslate();

    [[nodiscard]] const ComparedBranches& branches() const { return m_branches; }
    [[nodiscard]] const std::optional<TraceDifference>& difference() const { return m_difference; }
    /// Of one of the two charts; nullptr: nothing was shown yet.
    [[nodiscard]] const SequenceLayout* layout(std::size_t chart) const { return m_charts[chart].layout.get(); }
    /// Where the line of the mark is, in the coordinates of the charts; nullopt: they do not part.
    [[nodiscard]] std::optional<double> markY() const;
    /// Where the mark's text stands in one of them; there has to be a mark.
    [[nodiscard]] QRectF markPill(const SequenceLayout& layout) const;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void zoomIn();
    void zoomOut();
    /// All of both charts in the window.
    void fit();
    /// Scrolls to where the two part.
    void showDifference();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Chart {
        SequenceIndex index;
        std::unique_ptr<SequenceLayout> layout;
        SequenceLabels labels;
    };

    void relayout();
    void setZoom(double zoom, double viewportY);
    void applyZoom();
    void updateScrollBar();
    void paintChart(QPainter& painter, std::size_t chart);
    [[nodiscard]] QString markText() const;
    void paintMark(QPainter& painter, std::size_t chart, const SequenceWindow& window) const;
    void paintHeading(QPainter& painter, std::size_t chart) const;
    [[nodiscard]] double headingHeight() const;
    [[nodiscard]] double markHeight() const;
    [[nodiscard]] double chartWidth() const;
    [[nodiscard]] double chartLeft(std::size_t chart) const;
    [[nodiscard]] double viewHeight() const;
    [[nodiscard]] SequenceMoment endOf(std::size_t chart) const;

    Theme m_theme;
    ComparedBranches m_branches;
    std::optional<TraceDifference> m_difference;
    std::array<Chart, 2> m_charts;
    CauseTrail m_trail; // nothing is selected
    double m_zoom = 1;
    bool m_isFitted = false;
    bool m_showsDifference = false; // once it has a size
};

} // namespace finwait
