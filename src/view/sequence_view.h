// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The window on the chart: scrolls and stretches it, keeps names and addresses on top, and follows the playhead.
#pragma once

#include "view/sequence_scene.h"

#include <QGraphicsView>
#include <QPoint>

#include <cstdint>

namespace finwait {

class SequenceView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit SequenceView(SequenceScene* scene, QWidget* parent = nullptr);

    /// Keep the playhead in sight when it moves. At first it is kept.
    void setFollowing(bool following) { m_following = following; }
    [[nodiscard]] bool isFollowing() const { return m_following; }

    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void zoomIn();
    void zoomOut();
    /// As stretched as is comfortable to read; the view scrolls.
    void zoomToComfort();
    /// All of the chart in the window.
    void zoomToFit();
    /// Scrolls to what is selected.
    void showSelection();
    void showPlayhead();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// How the stretch of time is chosen when the chart or the window changes.
    enum class Stretch : std::uint8_t { Comfortable, Fitted, ByHand };

    void chartChanged();
    void applyStretch();
    void zoomAbout(double factor, double viewportY);
    void follow();
    void scrollTo(double y, double part);
    void ensureVisible(double y);
    [[nodiscard]] double top() const;
    [[nodiscard]] QPoint menuPosition() const;

    SequenceScene* m_scene;
    QWidget* m_heading;
    Stretch m_stretch = Stretch::Comfortable;
    bool m_following = true;
    bool m_dragging = false;
    bool m_applying = false;
    bool m_panning = false;
    QPoint m_pressedAt;
    int m_scrolledAt = 0;
};

} // namespace finwait
