// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How the window divides its room, and that it does so again after a new start.
#include "app/pictures.h"
#include "app/window_fixture.h"

#include <QDockWidget>
#include <QGraphicsView>
#include <QMouseEvent>
#include <QSplitter>
#include <QTabBar>

using namespace finwait;

namespace {

struct Sizes {
    QSize diagram;
    QSize chart;
    QSize events;
    QSize inspector;

    friend bool operator==(const Sizes&, const Sizes&) = default;
};

} // namespace

class TestWindowLayout
    : public QObject
    , protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void restart_changesNothing_data();
    void restart_changesNothing();
    void draggedSeparator_isRememberedAsAShare();
    void draggedSplitter_isRememberedAsAShare();
    void whatThePersonHasNotTouched_goesOnFitting();
    void closedPanel_staysClosed();
    void tabsOfThePanels_takeTheFocusOnlyWhereTheyAreSeen();

private:
    [[nodiscard]] Sizes sizes() const;
    [[nodiscard]] int panelHeight() const { return child<QDockWidget>("inspectorDock")->height(); }
    void restart(QSize size);
    void dragSeparator(int by);
};

Sizes TestWindowLayout::sizes() const
{
    return {child<QGraphicsView>("diagram")->size(), child<QGraphicsView>("chart")->size(),
            child<QDockWidget>("eventsDock")->size(), child<QDockWidget>("inspectorDock")->size()};
}

void TestWindowLayout::restart(QSize size)
{
    QVERIFY(m_window->close());
    makeWindow();
    m_window->resize(size);
    QCoreApplication::processEvents();
}

/// The one between the pictures and the panels.
void TestWindowLayout::dragSeparator(int by)
{
    const auto* panel = child<QDockWidget>("inspectorDock");
    const int bottom = m_window->pictures().geometry().bottom();
    const QPoint from(panel->geometry().center().x(), (bottom + panel->geometry().top() + 1) / 2);
    const QPoint to = from + QPoint(0, by);
    QTest::mousePress(m_window.get(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, m_window->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &move);
    QCoreApplication::processEvents(); // which moves it a little later
    QTest::mouseRelease(m_window.get(), Qt::LeftButton, {}, to);
    QCoreApplication::processEvents();
}

void TestWindowLayout::restart_changesNothing_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addRow("small") << QSize(1100, 700);
    QTest::addRow("usual") << QSize(1280, 800);
    QTest::addRow("large") << QSize(1920, 1080);
}

void TestWindowLayout::restart_changesNothing()
{
    QFETCH(QSize, size);
    m_window->resize(size);
    QCoreApplication::processEvents();
    const Sizes first = sizes();
    for (int start = 0; start < 4; ++start) {
        restart(size);
        QVERIFY(sizes() == first);
    }
}

void TestWindowLayout::draggedSeparator_isRememberedAsAShare()
{
    const int before = panelHeight();
    dragSeparator(-60);
    const int dragged = panelHeight();
    QVERIFY(dragged > before + 40);
    restart(m_window->size());
    QVERIFY(std::abs(panelHeight() - dragged) <= 1);
    restart(m_window->size());
    QVERIFY(std::abs(panelHeight() - dragged) <= 1);

    const double share = double(dragged) / m_window->height();
    m_window->resize(1600, 1200);
    QCoreApplication::processEvents();
    QVERIFY(std::abs(double(panelHeight()) / m_window->height() - share) < 0.04);
}

void TestWindowLayout::draggedSplitter_isRememberedAsAShare()
{
    auto* splitter = child<QGraphicsView>("diagram")->window()->findChild<QSplitter*>();
    const int before = splitter->sizes().at(0);
    QSplitterHandle* handle = splitter->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, handle->rect().center() - QPoint(80, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center());
    const int dragged = splitter->sizes().at(0);
    QVERIFY(dragged < before - 20);
    restart(m_window->size());
    QVERIFY(std::abs(m_window->findChild<QSplitter*>()->sizes().at(0) - dragged) <= 1);
}

void TestWindowLayout::whatThePersonHasNotTouched_goesOnFitting()
{
    dragSeparator(0);
    restart(m_window->size());
    QVERIFY(m_settings->windowShares() == WindowShares());
    dragSeparator(-60);
    m_window->close();
    QVERIFY(m_settings->windowShares().panelHeight);
    QVERIFY(!m_settings->windowShares().diagramWidth);
    QVERIFY(!m_settings->windowShares().leftWidth);
}

void TestWindowLayout::closedPanel_staysClosed()
{
    child<QDockWidget>("inspectorDock")->close();
    restart(m_window->size());
    QVERIFY(child<QDockWidget>("inspectorDock")->isHidden());
    QVERIFY(child<QDockWidget>("eventsDock")->isVisible());
}

void TestWindowLayout::tabsOfThePanels_takeTheFocusOnlyWhereTheyAreSeen()
{
    const auto focusable = [this] {
        QCoreApplication::processEvents();
        int found = 0;
        for (const QTabBar* tabs : m_window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
            found += tabs->focusPolicy() != Qt::NoFocus ? 1 : 0;
        return found;
    };
    QCOMPARE(focusable(), 0);
    child<QDockWidget>("branchesDock")->show();
    QCOMPARE(focusable(), 1);
    child<QDockWidget>("branchesDock")->hide();
    QCOMPARE(focusable(), 0);
}

QTEST_MAIN(TestWindowLayout)
#include "tst_window_layout.moc"
