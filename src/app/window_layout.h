// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How the main window divides its room between the pictures and the panels: as everything fits best, or as the person
// has divided it, which is remembered as shares and so holds for a window of any size.
#pragma once

#include "app/app_settings.h"

#include <QMargins>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace finwait {

class Pictures;

class WindowLayout : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. It belongs to `window`, whose central widget `pictures` is.
    WindowLayout(QMainWindow& window, Pictures& pictures, AppSettings& settings);

    /// A panel under the pictures, with `margins` around it. These share the left place as tabs.
    QDockWidget& addPanel(const QString& name, QWidget* content, const QMargins& margins);
    /// The one under the pictures on the right.
    QDockWidget& addPanelOnTheRight(const QString& name, QWidget* content, const QMargins& margins);
    /// The one beside the pictures; where the window is too narrow for that, it is one more tab on the left.
    QDockWidget& addPanelBeside(const QString& name, QWidget* content, const QMargins& margins);

    /// Size, place, panels and shares as they were left last time, if there was one.
    void restore();
    void save();

public slots:
    /// As everything fits, or as the person has divided it. To be called when what fits has changed.
    void arrange();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QDockWidget& makePanel(const QString& name, QWidget* content, const QMargins& margins, Qt::DockWidgetArea area);
    void takeUsualSize();
    void setTabStops() const;
    /// Those that share the left place now.
    [[nodiscard]] QList<QDockWidget*> leftPanels() const;
    /// Of them the one in front; nullptr: none is open.
    [[nodiscard]] QDockWidget* leftPanel() const;
    [[nodiscard]] int panelHeight() const;
    [[nodiscard]] int fittingPanelHeight(int whole) const;
    [[nodiscard]] bool isBeside() const;
    void placeBeside();
    void arrangeBeside();
    /// How the room is divided now.
    [[nodiscard]] WindowShares currentShares() const;
    /// After a separator was moved: the shares that have changed by that are the person's.
    void takeShares();

    QMainWindow& m_window;
    Pictures& m_pictures;
    AppSettings& m_settings;
    QList<QDockWidget*> m_left;
    QDockWidget* m_right = nullptr;
    QDockWidget* m_beside = nullptr;
    QMargins m_besideMargins;
    WindowShares m_shares; // as the person wants them
    WindowShares m_before; // when the mouse was pressed
};

} // namespace finwait
