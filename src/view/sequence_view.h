// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The window on the chart: scrolls and stretches it, keeps names and addresses on top, and keeps the playhead in sight
// when it moves.
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
    /// `scene` must outlive the view, or be its child.
    explicit SequenceView(SequenceScene* scene, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void zoomIn();
    void zoomOut();
    /// All of the chart in the window.
    void zoomToFit();
    /// Scrolls to what is selected.
    void showSelection();

signals:
    /// A menu is wanted: by the mouse for what is under it, by the keyboard for what is selected.
    void menuRequested(QPointF scenePosition, QPoint globalPosition);

protected:
    void changeEvent(QEvent* event) override;
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

    SequenceScene* m_scene;
    QWidget* m_heading;
    Stretch m_stretch = Stretch::Comfortable;
    bool m_dragging = false;
    bool m_applying = false;
    bool m_panning = false;
    QPoint m_pressedAt;
    int m_scrolledAt = 0;
};

} // namespace finwait
