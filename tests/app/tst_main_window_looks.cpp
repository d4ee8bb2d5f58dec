// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The window as it is seen and found about in: languages, themes, sizes, keys and focus.
#include "app/dialog_checks.h"
#include "app/elided_label.h"
#include "app/open_window.h"
#include "app/panel_frame.h"
#include "app/pictures.h"
#include "app/scrubber.h"
#include "app/window_fixture.h"
#include "scenario/library.h"
#include "view/diagram_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QGraphicsView>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

#include <set>

using namespace finwait;

class TestMainWindowLooks
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void language_changesEverythingAtOnce();
    void language_leavesThePanesAsTheyAre();
    void playing_movesNothingInTheToolBar();
    void theme_changesAtOnce();
    void choices_areRemembered();
    void layout_isRemembered();
    void smallerWindow_takesFromTheDocks();
    void diagram_hasTheFocusAtFirst();
    void fullScreen_followsTheWindowManager();
    void everyTransition_staysReadable_andGoesWithoutATrace();
    void diagramThatScrollsAnyway_leavesTheChartItsWidth();
    void narrowWindow_showsTheWholeScenarioBox();
    void keys_areNotGivenTwice();
    void everyEntry_hasAKeyOrAMnemonic();
    void mnemonics_areNotGivenTwice();
    void tab_reachesEverything();
    void panel_hasARingOnlyForTheKeyboard();
    void textThatIsTooLong_endsInAnEllipsis();
    void screenshot_isTheSameTwice();
};

namespace {

/// What is called the same in every language.
bool isProperName(const QString& text)
{
    return text == QStringLiteral("Linux") || text == QStringLiteral("FreeBSD");
}

/// The entries of a menu and of those below it.
QList<QAction*> entriesOf(const QList<QAction*>& actions)
{
    QList<QAction*> entries;
    for (QAction* action : actions) {
        if (const QMenu* menu = action->menu())
            entries += entriesOf(menu->actions());
        else if (!action->isSeparator())
            entries.push_back(action);
    }
    return entries;
}

} // namespace

void TestMainWindowLooks::language_changesEverythingAtOnce()
{
    const auto texts = [this] {
        QStringList all;
        for (const QAction* menu : m_window->menuBar()->actions())
            all.push_back(menu->text());
        for (const QAction* entry : entriesOf(m_window->menuBar()->actions())) {
            if (entry->objectName().isEmpty())
                continue;
            all.push_back(entry->toolTip());
            if (!isProperName(entry->text()))
                all.push_back(entry->text());
        }
        all += {m_window->windowTitle(), statusText(),
                m_window->findChild<QComboBox*>(QStringLiteral("scenarios"))->currentText(),
                m_window->findChild<QDockWidget*>(QStringLiteral("eventsDock"))->windowTitle()};
        return all;
    };
    const QStringList english = texts();
    m_languages->setMode(LanguageMode::SimplifiedChinese);
    QCoreApplication::sendPostedEvents();
    const QStringList chinese = texts();
    QCOMPARE(chinese.size(), english.size());
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(chinese[i] != english[i], qPrintable(english[i]));
    m_languages->setMode(LanguageMode::English);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(texts(), english);
}

void TestMainWindowLooks::language_leavesThePanesAsTheyAre()
{
    const auto rooms = [this] {
        return QList<QSize>{child<QDockWidget>("eventsDock")->size(), child<QDockWidget>("inspectorDock")->size()};
    };
    const QList<QSize> before = rooms();
    for (const LanguageMode mode : {LanguageMode::SimplifiedChinese, LanguageMode::English}) {
        m_languages->setMode(mode);
        QTest::qWait(50); // layouts are made later
        QCOMPARE(rooms(), before);
    }
}

void TestMainWindowLooks::playing_movesNothingInTheToolBar()
{
    const auto* scrubber = m_window->findChild<Scrubber*>();
    m_session->toStart();
    QTest::qWait(0);
    const QRect before = scrubber->geometry();
    const auto* moment = child<QLabel>("moment");
    for (const Time time : {Time(123'456us), m_session->end() - 1us, m_session->end()}) {
        m_session->seek(time);
        QTest::qWait(0);
        QCOMPARE(scrubber->geometry(), before);
        QVERIFY(moment->contentsRect().width() >= moment->fontMetrics().horizontalAdvance(moment->text()));
    }
}

void TestMainWindowLooks::theme_changesAtOnce()
{
    const auto ground = [this](const char* view) {
        const QImage image = m_window->findChild<QGraphicsView*>(QString::fromLatin1(view))->grab().toImage();
        return image.pixelColor(2, image.height() - 3).lightness();
    };
    for (const char* view : {"diagram", "chart"})
        QVERIFY2(ground(view) > 128, view);
    m_appearance->setMode(ThemeMode::Dark);
    for (const char* view : {"diagram", "chart"})
        QVERIFY2(ground(view) < 128, view);
    QVERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
}

void TestMainWindowLooks::choices_areRemembered()
{
    action("everyTransition")->toggle();
    action("compressedTime")->toggle();
    action("skipsIdle")->toggle();
    m_session->setSpeed(4);
    const bool every = action("everyTransition")->isChecked();
    const bool compressed = action("compressedTime")->isChecked();
    const bool skips = m_session->skipsIdle();
    makeWindow();
    QCOMPARE(action("everyTransition")->isChecked(), every);
    QCOMPARE(action("compressedTime")->isChecked(), compressed);
    QCOMPARE(m_session->skipsIdle(), skips);
    QCOMPARE(m_session->speed(), 4.0);
}

void TestMainWindowLooks::layout_isRemembered()
{
    auto* dock = m_window->findChild<QDockWidget*>(QStringLiteral("inspectorDock"));
    QVERIFY(dock->isVisible());
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!dock->isVisible());
    m_window->close();
    makeWindow();
    QVERIFY(!m_window->findChild<QDockWidget*>(QStringLiteral("inspectorDock"))->isVisible());
}

// As after a window manager has put a frame around it.
void TestMainWindowLooks::smallerWindow_takesFromTheDocks()
{
    const auto* docks = child<QDockWidget>("eventsDock");
    const int before = docks->height();
    m_window->resize(1280, 770);
    QCoreApplication::sendPostedEvents();
    QVERIFY(docks->height() < before);
    QVERIFY(m_window->pictures().height() >= m_window->pictures().comfortableHeight());
}

void TestMainWindowLooks::diagram_hasTheFocusAtFirst()
{
    QCOMPARE(QApplication::focusWidget(), child<QWidget>("diagram"));
    m_window->close();
    makeWindow();
    QCOMPARE(QApplication::focusWidget(), child<QWidget>("diagram"));
}

void TestMainWindowLooks::fullScreen_followsTheWindowManager()
{
    pick("fullScreen");
    QVERIFY(m_window->isFullScreen());
    m_window->setWindowState(Qt::WindowNoState);
    QVERIFY(!action("fullScreen")->isChecked());
}

void TestMainWindowLooks::everyTransition_staysReadable_andGoesWithoutATrace()
{
    const auto* view = child<DiagramView>("diagram");
    const QTransform before = view->transform();
    const QRectF room = view->sceneRect();
    QVERIFY(!action("everyTransition")->isChecked());
    pick("everyTransition");
    QTRY_VERIFY(view->verticalScrollBar()->isVisible() || view->horizontalScrollBar()->isVisible());
    QVERIFY(view->transform().m11() >= 1.0);
    pick("everyTransition");
    QTRY_VERIFY(!view->verticalScrollBar()->isVisible() && !view->horizontalScrollBar()->isVisible());
    QCOMPARE(view->transform(), before);
    QCOMPARE(view->sceneRect(), room);
}

void TestMainWindowLooks::diagramThatScrollsAnyway_leavesTheChartItsWidth()
{
    const auto* before = child<QGraphicsView>("chart");
    const int usual = before->width();
    m_settings->setEveryTransition(true);
    makeWindow();
    const auto* chart = child<QGraphicsView>("chart");
    QVERIFY(child<DiagramView>("diagram")->horizontalScrollBar()->isVisible());
    QVERIFY(chart->width() >= usual);
}

void TestMainWindowLooks::narrowWindow_showsTheWholeScenarioBox()
{
    m_window->resize(800, 600);
    QCoreApplication::sendPostedEvents();
    const auto* box = child<QComboBox>("scenarios");
    QVERIFY(box->isVisible());
    QVERIFY(box->mapTo(m_window.get(), box->rect().topRight()).x() < m_window->width());
}

void TestMainWindowLooks::keys_areNotGivenTwice()
{
    std::set<QString> keys;
    for (const QAction* entry : entriesOf(m_window->menuBar()->actions())) {
        for (const QKeySequence& key : entry->shortcuts())
            QVERIFY2(keys.insert(key.toString()).second, qPrintable(key.toString()));
    }
    QVERIFY(keys.size() > 40);
}

void TestMainWindowLooks::everyEntry_hasAKeyOrAMnemonic()
{
    for (const QAction* entry : entriesOf(m_window->menuBar()->actions())) {
        QVERIFY2(!entry->shortcut().isEmpty() || entry->text().contains(QLatin1Char('&')) || entry->isCheckable(),
                 qPrintable(entry->text()));
    }
}

void TestMainWindowLooks::mnemonics_areNotGivenTwice()
{
    const auto shared = [](const QList<QAction*>& entries) {
        QStringList texts;
        for (const QAction* entry : entries)
            texts << entry->text();
        return sharedMnemonics(texts);
    };
    for (const LanguageMode language : {LanguageMode::SimplifiedChinese, LanguageMode::English}) {
        m_languages->setMode(language);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(shared(m_window->menuBar()->actions()), QStringList());
        for (const QMenu* menu : m_window->menuBar()->findChildren<QMenu*>() + m_window->findChildren<QMenu*>())
            QCOMPARE(shared(menu->actions()), QStringList());
    }
}

void TestMainWindowLooks::tab_reachesEverything()
{
    std::set<const QWidget*> reached;
    constexpr int enough = 150; // the diagram's edges are stations too
    for (int i = 0; i < enough; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const auto isReached = [&reached](const QWidget* widget) {
        return std::any_of(reached.begin(), reached.end(), [widget](const QWidget* focused) {
            return focused && (focused == widget || widget->isAncestorOf(focused));
        });
    };
    QVERIFY(isReached(m_window->findChild<QComboBox*>(QStringLiteral("scenarios"))));
    QVERIFY(isReached(m_window->findChild<QGraphicsView*>(QStringLiteral("diagram"))));
    QVERIFY(isReached(m_window->findChild<QGraphicsView*>(QStringLiteral("chart"))));
    QVERIFY(isReached(m_window->findChild<QDockWidget*>(QStringLiteral("eventsDock"))));
    QVERIFY(isReached(m_window->findChild<QDockWidget*>(QStringLiteral("inspectorDock"))));
    auto* bar = m_window->findChild<QToolBar*>(QStringLiteral("playBar"));
    QVERIFY(isReached(bar->widgetForAction(action("play"))));
}

void TestMainWindowLooks::panel_hasARingOnlyForTheKeyboard()
{
    const auto ringed = [this] {
        QList<PanelFrame*> found;
        for (PanelFrame* panel : m_window->findChildren<PanelFrame*>()) {
            if (panel->hasRing())
                found << panel;
        }
        return found;
    };
    QCOMPARE(ringed(), {});
    auto* diagram = child<QWidget>("diagram");
    QTest::keyClick(diagram, Qt::Key_Tab); // to its first edge
    QCOMPARE(ringed(), {qobject_cast<PanelFrame*>(diagram->parentWidget())});
    auto* filter = child<QComboBox>("kindFilter");
    filter->setFocus(Qt::TabFocusReason);
    QCOMPARE(ringed().size(), 1);
    QVERIFY(ringed().constFirst()->isAncestorOf(filter));
    QVERIFY(ringed().constFirst()->grab().toImage().pixelColor(1, ringed().constFirst()->height() / 2)
            == Theme::lightTheme().lit);
    auto* chart = child<QGraphicsView>("chart");
    QTest::mouseClick(chart->viewport(), Qt::LeftButton);
    QCOMPARE(ringed(), {});
}

void TestMainWindowLooks::textThatIsTooLong_endsInAnEllipsis()
{
    const QString text = QStringLiteral("[2001:db8:1:2:3:4:5:6]:40000");
    constexpr int width = 120;
    const auto looksLikeACutOne = [&text](QWidget& widget, int room, const auto& show) {
        show(text);
        const QImage shown = widget.grab().toImage();
        for (qsizetype length = 1; length < text.size(); ++length) {
            const QString cut = text.left(length) + u'\u2026';
            show(cut);
            if (widget.fontMetrics().horizontalAdvance(cut) <= room && widget.grab().toImage() == shown)
                return true;
        }
        return false;
    };
    QComboBox box;
    box.addItem(QString());
    box.resize(width, box.sizeHint().height());
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    QVERIFY(looksLikeACutOne(box, field.width(), [&box](const QString& shown) { box.setItemText(0, shown); }));
    ElidedLabel label;
    label.resize(width, label.fontMetrics().height());
    QVERIFY(looksLikeACutOne(label, width, [&label](const QString& shown) { label.setText(shown); }));
    QVERIFY(dynamic_cast<ElidedLabel*>(child<QLabel>("lastEvent")));
}

void TestMainWindowLooks::screenshot_isTheSameTwice()
{
    m_window.reset();
    QTemporaryDir folder;
    const auto shot = [&folder](const QString& name, std::optional<ThemeChoice> theme) {
        const QString path = folder.filePath(name);
        const WindowRequest request{
            QStringLiteral("simultaneous-close"), {}, theme, QStringLiteral("en"), Screenshot{path, {1000, 700}}};
        return openWindow(*qApp, request) == 0 ? QImage(path) : QImage();
    };
    const QImage first = shot(QStringLiteral("a.png"), {});
    QCOMPARE(first.size(), QSize(1000, 700));
    QCOMPARE(shot(QStringLiteral("b.png"), {}), first);
    QVERIFY(shot(QStringLiteral("c.png"), ThemeChoice::Dark) != first);

    const WindowRequest impossible{
        {}, {}, {}, {}, Screenshot{folder.filePath(QStringLiteral("no/such.png")), {800, 600}}};
    QCOMPARE(openWindow(*qApp, impossible), 2);
}

QTEST_MAIN(TestMainWindowLooks)
#include "tst_main_window_looks.moc"
