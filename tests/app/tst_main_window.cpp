// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The window as a person works with it: keys, tool bar, menus and dialogs, all with real events.
#include "app/box_click.h"
#include "app/connection_choices.h"
#include "app/window_fixture.h"
#include "scenario/library.h"
#include "view/diagram_view.h"
#include "view/edge_item.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QWheelEvent>

using namespace finwait;

class TestMainWindow
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

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
    void speedSlider_leavesTheKeysToTheWindow();
    void openDialog_opensAConnection();
    void sendDialog_leavesTimeAsItWas();
    void sendAndCloseDialogs_runAConnectionToItsEnd();
    void deliverAndDrop_actOnWhatIsOnItsWay();
    void exportDialog_writesAnSvg();
    void export_drawsTheChartAsItIsShown();
    void refusal_isSaid();
    void refusalWhilePlaying_staysUntilTheNextStep();
    void impossibleKey_saysWhy();
    void emptyScenario_saysWhatCanBeDone();
    void runCutShort_isSaid();

private:
    [[nodiscard]] QByteArray exported(const QString& path);
};

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
        menu->actions().constFirst()->trigger();
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

void TestMainWindow::speedSlider_leavesTheKeysToTheWindow()
{
    auto* slider = child<QSlider>("speed");
    const double before = m_session->speed();
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 3, slider->height() / 2));
    const double chosen = m_session->speed();
    QVERIFY(chosen > before);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(m_session->position(), 1U);
    QCOMPARE(m_session->speed(), chosen);
}

void TestMainWindow::openDialog_opensAConnection()
{
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
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

/// As a click on an edge does.
void TestMainWindow::sendDialog_leavesTimeAsItWas()
{
    while (stateOf(Side::Client) != State::Established)
        m_session->stepForward();
    const Time stood = m_session->playhead();
    press(Qt::Key_F4);
    acceptDialog();
    QVERIFY(!m_session->isPlaying());
    QCOMPARE(m_session->playhead(), stood);
    QCOMPARE(m_session->done().size(), 1U);
    m_session->play();
    press(Qt::Key_F4);
    QVERIFY(!m_session->isPlaying());
    acceptDialog();
    QVERIFY(m_session->isPlaying());
}

void TestMainWindow::sendAndCloseDialogs_runAConnectionToItsEnd()
{
    pick("openConnection");
    acceptDialog();
    press(Qt::Key_End);
    press(Qt::Key_F4);
    auto* octets = dialog()->findChild<QLineEdit*>(QStringLiteral("octets"));
    octets->selectAll();
    QTest::keyClicks(octets, QStringLiteral("65536"));
    QCOMPARE(octets->text(), QStringLiteral("65536")); // more than the buffer takes: it is said, not changed
    QVERIFY(dialog()->findChild<QLabel*>(QStringLiteral("octetsNote"))->text().contains(QStringLiteral("65535")));
    QTest::keyClick(octets, Qt::Key_Return);
    QVERIFY(dialog());
    octets->setText(QStringLiteral("777"));
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
    const QByteArray svg = contentsOf(path);
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
    return contentsOf(path);
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

void TestMainWindow::impossibleKey_saysWhy()
{
    while (stateOf(Side::Client) != State::FinWait1)
        m_session->stepForward();
    const StepIndex before = m_session->position();
    const QString event = statusText();
    press(Qt::Key_F4);
    QVERIFY(!dialog());
    QCOMPARE(m_session->position(), before);
    QVERIFY2(statusText().startsWith(QStringLiteral("Send (F4): ")), qPrintable(statusText()));
    QVERIFY2(statusText().contains(QStringLiteral("connection closing")), qPrintable(statusText()));
    press(Qt::Key_F11, Qt::MetaModifier); // nobody's
    QVERIFY(statusText() != event);
    press(Qt::Key_Right);
    QVERIFY2(!statusText().contains(QStringLiteral("F4")), qPrintable(statusText()));
}

void TestMainWindow::emptyScenario_saysWhatCanBeDone()
{
    QVERIFY2(statusText().contains(QStringLiteral("Space")), qPrintable(statusText()));
    pick("newScenario");
    QVERIFY(!action("play")->isEnabled());
    QVERIFY2(!statusText().contains(QStringLiteral("Space")), qPrintable(statusText()));
    QVERIFY2(statusText().contains(QStringLiteral("lit edge")), qPrintable(statusText()));
    QVERIFY2(statusText().contains(action("openConnection")->shortcut().toString(QKeySequence::NativeText)),
             qPrintable(statusText()));
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

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
