// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The window onto the state diagram: fits it into the room there is, zooms, pans, walks its edges by keyboard, and
// keeps the states in sight that the endpoints enter.
#pragma once

#include "view/diagram_scene.h"

#include <QGraphicsView>

#include <cstdint>

namespace finwait {

class DiagramView : public QGraphicsView
{
    Q_OBJECT

public:
    /// By itself the diagram becomes no smaller than this: where there is no room even so, it scrolls.
    static constexpr double leastReadable = 0.75;
    /// The same for many connections at once, which are looked at as a whole.
    static constexpr double leastReadableOfMany = 0.6;

    /// `scene` must outlive the view, or be its child.
    explicit DiagramView(DiagramScene* scene, QWidget* parent = nullptr);

    [[nodiscard]] DiagramScene* diagram() const { return m_diagram; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void zoomIn();
    void zoomOut();
    /// All of the diagram in sight, and so again whenever the size changes. At first it is the same, except that text
    /// gets only a little smaller than the desktop's: where there is no room for that, it scrolls, by wheel, by
    /// dragging, or with Shift and the arrow keys.
    void fit();

signals:
    /// A menu is wanted: by the mouse for what is under it, by the keyboard for what is focused or selected.
    void menuRequested(QPointF scenePosition, QPoint globalPosition);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Scale : std::uint8_t { Readable, Fitted, ByHand };

    void zoomBy(double factor);
    void adjust();
    void scroll(Qt::Key arrow);
    void follow(bool all);
    void updateDragMode();
    void describe();

    DiagramScene* m_diagram;
    PerSide<State> m_followed;
    Scale m_scale = Scale::Readable;
};

} // namespace finwait
