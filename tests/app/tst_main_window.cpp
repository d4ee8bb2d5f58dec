// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The window as a person uses it: keys, menus, tool bar, dialogs, themes and languages, all with real events.
#include "app/app_settings.h"
#include "app/appearance.h"
#include "app/box_click.h"
#include "app/connection_choices.h"
#include "app/dialog_checks.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/open_window.h"
#include "app/panel_frame.h"
#include "app/pictures.h"
#include "scenario/library.h"
#include "session/session.h"
#include "view/diagram_view.h"
#include "view/edge_item.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFile>
#include <QGraphicsView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <set>

using namespace finwait;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keys_moveThePlayhead();
    void space_playsAndPauses();
    void space_atTheEnd_playsAgain();
    void space_belongsToAFocusedButton();
    void toolButtons_moveThePlayhead();
    void impossibleActions_sayWhy();
    void possibleAction_isDone();
    void litEdge_firesOnAClick();
    void scenarioBox_playsAnother();
    void scenarioBox_leavesTheKeysToTheWindow();
    void scenarioBox_wheelLoadsNothing();
    void openDialog_opensAConnection();
    void sendAndCloseDialogs_runAConnectionToItsEnd();
    void deliverAndDrop_actOnWhatIsOnItsWay();
    void exportDialog_writesAnSvg();
    void export_drawsTheChartAsItIsShown();
    void refusal_isSaid();
    void refusalWhilePlaying_staysUntilTheNextStep();
    void runCutShort_isSaid();
    void language_changesEverythingAtOnce();
    void theme_changesAtOnce();
    void choices_areRemembered();
    void layout_isRemembered();
    void smallerWindow_takesFromTheDocks();
    void diagram_hasTheFocusAtFirst();
    void fullScreen_followsTheWindowManager();
    void everyTransition_isSeenAsAWhole();
    void narrowWindow_showsTheWholeScenarioBox();
    void keys_areNotGivenTwice();
    void everyEntry_hasAKeyOrAMnemonic();
    void mnemonics_areNotGivenTwice();
    void tab_reachesEverything();
    void panel_hasARingOnlyForTheKeyboard();
    void screenshot_isTheSameTwice();

private:
    void makeWindow();
    [[nodiscard]] QAction* action(const char* name) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    void pick(const char* name);
    [[nodiscard]] QDialog* dialog() const;
    void acceptDialog();
    [[nodiscard]] State stateOf(Side side) const { return m_session->simulator().endpoint(side).state(); }
    [[nodiscard]] QString statusText() const;
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QByteArray exported(const QString& path);

    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Languages> m_languages;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

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

void TestMainWindow::init()
{
    m_settings = std::make_unique<AppSettings>();
    m_settings->setThemeMode(ThemeMode::Light);
    m_settings->setLanguageMode(LanguageMode::English);
    makeWindow();
}

void TestMainWindow::makeWindow()
{
    m_window.reset();
    m_languages = std::make_unique<Languages>(*qApp, m_settings->languageMode());
    m_appearance = std::make_unique<Appearance>(*qApp, m_settings->themeMode());
    m_session = std::make_unique<Session>();
    m_session->load(*findScenario("client-closes-first"));
    m_window = std::make_unique<MainWindow>(*m_session, *m_settings, *m_appearance, *m_languages);
    m_window->restoreLayout();
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_languages->setMode(LanguageMode::English);
}

QAction* TestMainWindow::action(const char* name) const
{
    auto* found = m_window->findChild<QAction*>(QString::fromLatin1(name));
    Q_ASSERT_X(found, "action", name);
    return found;
}

void TestMainWindow::pick(const char* name)
{
    QVERIFY2(action(name)->isEnabled(), name);
    action(name)->trigger();
}

QDialog* TestMainWindow::dialog() const
{
    return qobject_cast<QDialog*>(QApplication::activeModalWidget());
}

void TestMainWindow::acceptDialog()
{
    QDialog* open = dialog();
    QVERIFY(open);
    QTest::keyClick(open, Qt::Key_Return);
    QVERIFY(!open->isVisible());
}

QString TestMainWindow::statusText() const
{
    return m_window->findChild<QLabel*>(QStringLiteral("lastEvent"))->text();
}

void TestMainWindow::keys_moveThePlayhead()
{
    press(Qt::Key_Right);
    QCOMPARE(m_session->position(), 1U);
    press(Qt::Key_Right);
    press(Qt::Key_Left);
    QCOMPARE(m_session->position(), 1U);
    press(Qt::Key_End);
    QVERIFY(m_session->atEnd());
    QCOMPARE(stateOf(Side::Client), State::Closed);
    press(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(stateOf(Side::Client), State::TimeWait);
    press(Qt::Key_Home);
    QVERIFY(m_session->atStart());
    press(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(!m_session->atStart());
}

void TestMainWindow::space_playsAndPauses()
{
    press(Qt::Key_Space);
    QVERIFY(m_session->isPlaying());
    QCOMPARE(action("play")->text(), QStringLiteral("&Pause"));
    press(Qt::Key_Space);
    QVERIFY(!m_session->isPlaying());
    QCOMPARE(action("play")->text(), QStringLiteral("&Play"));
}

void TestMainWindow::space_atTheEnd_playsAgain()
{
    press(Qt::Key_End);
    QVERIFY(m_session->atEnd());
    press(Qt::Key_Space);
    QVERIFY(m_session->isPlaying());
    QVERIFY(m_session->playhead() < m_session->end());
}

void TestMainWindow::space_belongsToAFocusedButton()
{
    auto* bar = m_window->findChild<QToolBar*>(QStringLiteral("playBar"));
    QWidget* step = bar->widgetForAction(action("stepForward"));
    step->setFocus(Qt::TabFocusReason);
    QTest::keyClick(step, Qt::Key_Space);
    QVERIFY(!m_session->isPlaying());
    QCOMPARE(m_session->position(), 1U);
}

void TestMainWindow::toolButtons_moveThePlayhead()
{
    auto* bar = m_window->findChild<QToolBar*>(QStringLiteral("playBar"));
    QTest::mouseClick(bar->widgetForAction(action("toEnd")), Qt::LeftButton);
    QVERIFY(m_session->atEnd());
    QTest::mouseClick(bar->widgetForAction(action("stepBack")), Qt::LeftButton);
    QVERIFY(!m_session->atEnd());
    QTest::mouseClick(bar->widgetForAction(action("toStart")), Qt::LeftButton);
    QVERIFY(m_session->atStart());
}

void TestMainWindow::impossibleActions_sayWhy()
{
    for (const char* name : {"toStart", "stepBack", "clientSend", "clientClose", "serverAbort", "deliverNext",
                             "fireNextTimer", "closeConnection"}) {
        QVERIFY2(!action(name)->isEnabled(), name);
        QVERIFY2(action(name)->toolTip().contains(QLatin1Char('\n')), name);
    }
    QVERIFY(action("clientClose")->toolTip().contains(QStringLiteral("connection does not exist")));
    press(Qt::Key_End);
    QVERIFY(!action("stepForward")->isEnabled());
    QVERIFY2(action("play")->isEnabled(), "it would play again");
}

void TestMainWindow::possibleAction_isDone()
{
    pick("clientOpenActive");
    QCOMPARE(stateOf(Side::Client), State::SynSent);
    QVERIFY(!action("clientOpenActive")->isEnabled());
    QVERIFY(action("clientOpenActive")->toolTip().contains(QStringLiteral("connection already exists")));
    QVERIFY(statusText().contains(QStringLiteral("SYN_SENT")));
}

void TestMainWindow::litEdge_firesOnAClick()
{
    auto* view = m_window->findChild<DiagramView*>(QStringLiteral("diagram"));
    const std::optional<RowIndex> row = findRow(State::Closed, Trigger::OpenPassive);
    const EdgeItem* edge = view->diagram()->edgeItem(*row);
    QVERIFY(edge->isLit());
    const QPoint at = view->mapFromScene(edge->mapToScene(edge->placed().labels.front().rect.center()));
    QTest::mouseMove(view->viewport(), at);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) { // which of the two sides?
        menu->actions().front()->trigger();
        menu->close();
    }
    QCOMPARE(std::max(stateOf(Side::Client), stateOf(Side::Server)), State::Listen);
}

void TestMainWindow::scenarioBox_playsAnother()
{
    auto* box = m_window->findChild<QComboBox*>(QStringLiteral("scenarios"));
    QCOMPARE(box->count(), int(scenarioLibrary().size()));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[1].name);
    QVERIFY(m_window->windowTitle().startsWith(box->currentText()));
    press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[2].name);
    QCOMPARE(box->currentIndex(), 2);
}

void TestMainWindow::scenarioBox_leavesTheKeysToTheWindow()
{
    auto* box = child<QComboBox>("scenarios");
    QTest::mouseClick(box, Qt::LeftButton);
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Return);
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[1].name);
    QTRY_VERIFY(QApplication::focusWidget() && !QApplication::activePopupWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(m_session->isPlaying());
    for (const char* name : {"sideFilter", "kindFilter"})
        QCOMPARE(child<QComboBox>(name)->focusPolicy(), Qt::TabFocus);
}

void TestMainWindow::scenarioBox_wheelLoadsNothing()
{
    auto* box = child<QComboBox>("scenarios");
    const QPointF middle = QRectF(box->rect()).center();
    QWheelEvent wheel(middle, box->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
    QCOMPARE(m_session->scenario().name, scenarioLibrary().front().name);
}

void TestMainWindow::openDialog_opensAConnection()
{
    press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(dialog());
    clickBox(dialog()->findChild<QRadioButton*>(QStringLiteral("bothAtOnce")));
    acceptDialog();
    QVERIFY(m_session->isPlaying());
    press(Qt::Key_End);
    QCOMPARE(pathOf(m_session->trace(), Side::Server),
             (std::vector<State>{State::Closed, State::SynSent, State::SynReceived, State::Established}));
    QCOMPARE(m_window->findChild<QComboBox*>(QStringLiteral("scenarios"))->currentText(),
             QStringLiteral("A connection of your own"));

    pick("openConnection"); // what was chosen is still chosen
    QVERIFY(dialog()->findChild<QRadioButton*>(QStringLiteral("bothAtOnce"))->isChecked());
    dialog()->reject();
}

void TestMainWindow::sendAndCloseDialogs_runAConnectionToItsEnd()
{
    pick("openConnection");
    acceptDialog();
    press(Qt::Key_End);
    press(Qt::Key_F4);
    dialog()->findChild<QSpinBox*>(QStringLiteral("octets"))->setValue(777);
    acceptDialog();
    press(Qt::Key_End);
    QCOMPARE(m_session->simulator().endpoint(Side::Server).tcb().received.delivered(), 777U);

    press(Qt::Key_W, Qt::ControlModifier);
    clickBox(dialog()->findChild<QRadioButton*>(QStringLiteral("serverFirst")));
    acceptDialog();
    press(Qt::Key_End);
    QCOMPARE(stateOf(Side::Client), State::Closed);
    QCOMPARE(stateOf(Side::Server), State::Closed);
    press(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(stateOf(Side::Server), State::TimeWait);
}

void TestMainWindow::deliverAndDrop_actOnWhatIsOnItsWay()
{
    pick("serverOpenPassive");
    pick("clientOpenActive");
    pick("deliverNext");
    QCOMPARE(stateOf(Side::Server), State::SynReceived);
    pick("dropNext");
    QCOMPARE(m_session->simulator().network().inFlight().size(), 0U);
    pick("fireNextTimer"); // the SYN or the SYN,ACK is sent again
    QCOMPARE(m_session->simulator().network().inFlight().size(), 1U);
}

void TestMainWindow::exportDialog_writesAnSvg()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.svg"));
    press(Qt::Key_End);
    press(Qt::Key_E, Qt::ControlModifier);
    dialog()->findChild<QLineEdit*>(QStringLiteral("file"))->setText(path);
    acceptDialog();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("TIME_WAIT"));
    QVERIFY(statusText().contains(path));

    pick("export");
    dialog()
        ->findChild<QLineEdit*>(QStringLiteral("file"))
        ->setText(folder.filePath(QStringLiteral("no/such/place.svg")));
    QTest::keyClick(dialog(), Qt::Key_Return);
    QVERIFY(dialog());
    QVERIFY(dialog()->findChild<QLabel*>(QStringLiteral("complaint"))->isVisible());
    dialog()->reject();
}

QByteArray TestMainWindow::exported(const QString& path)
{
    pick("export");
    dialog()->findChild<QLineEdit*>(QStringLiteral("file"))->setText(path);
    acceptDialog();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestMainWindow::export_drawsTheChartAsItIsShown()
{
    QTemporaryDir folder;
    const QByteArray compressed = exported(folder.filePath(QStringLiteral("a.svg")));
    pick("compressedTime");
    const QByteArray linear = exported(folder.filePath(QStringLiteral("b.svg")));
    pick("compressedTime");
    QVERIFY(!compressed.isEmpty());
    QVERIFY(linear != compressed);
    QVERIFY(exported(folder.filePath(QStringLiteral("c.svg"))) == compressed);
}

void TestMainWindow::refusal_isSaid()
{
    m_session->submit(command::MakeCall{Side::Client, Close{}});
    QVERIFY(statusText().contains(QStringLiteral("connection does not exist")));
}

void TestMainWindow::refusalWhilePlaying_staysUntilTheNextStep()
{
    press(Qt::Key_Right);
    m_session->play();
    m_session->submit(command::MakeCall{Side::Client, Close{}});
    const QString refusal = statusText();
    QVERIFY(refusal.contains(QStringLiteral("connection does not exist")));
    m_session->advance(1ms);
    QCOMPARE(statusText(), refusal);
    press(Qt::Key_Right);
    QVERIFY(statusText() != refusal);

    m_session->submit(command::MakeCall{Side::Client, OpenActive{}});
    m_session->load(*findScenario("refused"));
    QVERIFY(!statusText().contains(QStringLiteral("connection already exists")));
}

void TestMainWindow::runCutShort_isSaid()
{
    const auto* note = child<QLabel>("cutShort");
    QVERIFY(!note->isVisible());
    OpenChoice choice;
    choice.keepAlive = {true, true};
    m_session->load(scenarioFor(choice, "keep-alives go on for ever"));
    QVERIFY(m_session->isCutShort());
    QVERIFY(note->isVisible());
}

void TestMainWindow::language_changesEverythingAtOnce()
{
    const auto texts = [this] {
        QStringList all;
        for (const QAction* menu : m_window->menuBar()->actions())
            all.push_back(menu->text());
        for (const QAction* entry : entriesOf(m_window->menuBar()->actions())) {
            if (!entry->objectName().isEmpty())
                all += {entry->text(), entry->toolTip()};
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

void TestMainWindow::theme_changesAtOnce()
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

void TestMainWindow::choices_areRemembered()
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

void TestMainWindow::layout_isRemembered()
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
void TestMainWindow::smallerWindow_takesFromTheDocks()
{
    const auto* docks = child<QDockWidget>("eventsDock");
    const int before = docks->height();
    m_window->resize(1280, 770);
    QCoreApplication::sendPostedEvents();
    QVERIFY(docks->height() < before);
    QVERIFY(m_window->pictures().height() >= m_window->pictures().comfortableHeight());

    m_window->close(); // arranged once, it stays as it was
    makeWindow();
    const int kept = child<QDockWidget>("eventsDock")->height();
    m_window->resize(1280, 750);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(child<QDockWidget>("eventsDock")->height(), kept);
}

void TestMainWindow::diagram_hasTheFocusAtFirst()
{
    QCOMPARE(QApplication::focusWidget(), child<QWidget>("diagram"));
    m_window->close();
    makeWindow();
    QCOMPARE(QApplication::focusWidget(), child<QWidget>("diagram"));
}

void TestMainWindow::fullScreen_followsTheWindowManager()
{
    pick("fullScreen");
    QVERIFY(m_window->isFullScreen());
    m_window->setWindowState(Qt::WindowNoState);
    QVERIFY(!action("fullScreen")->isChecked());
}

void TestMainWindow::everyTransition_isSeenAsAWhole()
{
    const auto* view = child<DiagramView>("diagram");
    QVERIFY(!action("everyTransition")->isChecked());
    pick("everyTransition");
    m_window->resize(1280, 700);
    QTRY_VERIFY(!view->horizontalScrollBar()->isVisible());
    QVERIFY(!view->verticalScrollBar()->isVisible());
    const double small = view->transform().m11();
    pick("everyTransition");
    QTRY_VERIFY(view->transform().m11() > small);
}

void TestMainWindow::narrowWindow_showsTheWholeScenarioBox()
{
    m_window->resize(800, 600);
    QCoreApplication::sendPostedEvents();
    const auto* box = child<QComboBox>("scenarios");
    QVERIFY(box->isVisible());
    QVERIFY(box->mapTo(m_window.get(), box->rect().topRight()).x() < m_window->width());
}

void TestMainWindow::keys_areNotGivenTwice()
{
    std::set<QString> keys;
    for (const QAction* entry : entriesOf(m_window->menuBar()->actions())) {
        for (const QKeySequence& key : entry->shortcuts())
            QVERIFY2(keys.insert(key.toString()).second, qPrintable(key.toString()));
    }
    QVERIFY(keys.size() > 40);
}

void TestMainWindow::everyEntry_hasAKeyOrAMnemonic()
{
    for (const QAction* entry : entriesOf(m_window->menuBar()->actions())) {
        QVERIFY2(!entry->shortcut().isEmpty() || entry->text().contains(QLatin1Char('&')) || entry->isCheckable(),
                 qPrintable(entry->text()));
    }
}

void TestMainWindow::mnemonics_areNotGivenTwice()
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

void TestMainWindow::tab_reachesEverything()
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

void TestMainWindow::panel_hasARingOnlyForTheKeyboard()
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
    QVERIFY(ringed().front()->isAncestorOf(filter));
    QVERIFY(ringed().front()->grab().toImage().pixelColor(1, ringed().front()->height() / 2)
            == Theme::lightTheme().lit);
    auto* chart = child<QGraphicsView>("chart");
    QTest::mouseClick(chart->viewport(), Qt::LeftButton);
    QCOMPARE(ringed(), {});
}

void TestMainWindow::screenshot_isTheSameTwice()
{
    m_window.reset();
    QTemporaryDir folder;
    const auto shot = [&folder](const QString& name, std::optional<ThemeChoice> theme) {
        const QString path = folder.filePath(name);
        const WindowRequest request{QStringLiteral("simultaneous-close"), theme, QStringLiteral("en"),
                                    Screenshot{path, {1000, 700}}};
        return openWindow(*qApp, request) == 0 ? QImage(path) : QImage();
    };
    const QImage first = shot(QStringLiteral("a.png"), {});
    QCOMPARE(first.size(), QSize(1000, 700));
    QCOMPARE(shot(QStringLiteral("b.png"), {}), first);
    QVERIFY(shot(QStringLiteral("c.png"), ThemeChoice::Dark) != first);

    const WindowRequest impossible{{}, {}, {}, Screenshot{folder.filePath(QStringLiteral("no/such.png")), {800, 600}}};
    QCOMPARE(openWindow(*qApp, impossible), 2);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
