// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the menus do to the network, to timers and to computers, in the window.
#include "app/window_fixture.h"

#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace finwait;

class TestFaultMenus
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void manual_letsEverySegmentWait();
    void manual_followsThePlayhead();
    void segment_isDuplicatedAndHeld();
    void segmentsOfTheSameNumbers_areToldApart();
    void timer_isStoppedOrStretched();
    void computer_crashesAndRestarts();
    void cable_isPulledAndPluggedIn();
    void delay_isChangedFromHereOn();
    void faults_areTriedFromTheStart();
    void faults_areTriedFromHereOn();

private:
    [[nodiscard]] const Network& network() const { return m_session->simulator().network(); }
    /// The entries of a submenu, as they are when it opens.
    [[nodiscard]] QList<QAction*> entriesOf(const char* menu) const
    {
        auto* opened = child<QMenu>(menu);
        emit opened->aboutToShow();
        return opened->actions();
    }
    [[nodiscard]] QString waiting() const
    {
        const auto* label = child<QLabel>("waiting");
        return label->isVisible() ? label->text() : QString();
    }
    void toFirstSegment()
    {
        while (network().inFlight().empty())
            m_session->stepForward();
    }
};

void TestFaultMenus::manual_letsEverySegmentWait()
{
    QCOMPARE(waiting(), QString());
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(network().config().manual);
    QVERIFY(action("manualDelivery")->isChecked());
    QCOMPARE(waiting(), QStringLiteral("Delivery by hand"));
    toFirstSegment();
    QCOMPARE(waiting(), QStringLiteral("1 segment waits for a hand"));
    QVERIFY(entriesOf("deliverMenu").constFirst()->text().contains(QStringLiteral("waiting")));
    QVERIFY(!action("holdNext")->isEnabled());
    QVERIFY(action("holdNext")->toolTip().contains(QStringLiteral("waiting already")));
    QVERIFY(action("duplicateNext")->isEnabled());

    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(stateOf(Side::Server), State::SynReceived);
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!network().config().manual);
    QCOMPARE(waiting(), QString());
    m_session->toEnd();
    QCOMPARE(stateOf(Side::Client), State::Closed);
}

void TestFaultMenus::manual_followsThePlayhead()
{
    toFirstSegment();
    pick("manualDelivery");
    QVERIFY(action("manualDelivery")->isChecked());
    m_session->toStart();
    QVERIFY(!action("manualDelivery")->isChecked());
    m_session->toEnd();
    QVERIFY(action("manualDelivery")->isChecked());
}

void TestFaultMenus::segment_isDuplicatedAndHeld()
{
    for (const char* name : {"duplicateNext", "holdNext", "dropNext", "deliverNext"}) {
        QVERIFY2(!action(name)->isEnabled(), name);
        QVERIFY2(action(name)->toolTip().contains(QStringLiteral("No segment is on its way")), name);
    }
    toFirstSegment();
    pick("duplicateNext");
    QCOMPARE(network().inFlight().size(), std::size_t(2));
    pick("holdNext");
    QCOMPARE(waiting(), QStringLiteral("1 segment waits for a hand"));
    const QList<QAction*> held = entriesOf("holdMenu");
    QCOMPARE(held.size(), 1); // the other one waits already
    held.front()->trigger();
    QCOMPARE(waiting(), QStringLiteral("2 segments wait for a hand"));
    QVERIFY(!child<QMenu>("holdMenu")->menuAction()->isEnabled());
    QCOMPARE(entriesOf("duplicateMenu").size(), 2);
}

void TestFaultMenus::segmentsOfTheSameNumbers_areToldApart()
{
    pick("manualDelivery");
    toFirstSegment();
    while (network().inFlight().size() < 3) // it is retransmitted
        m_session->stepForward();
    pick("duplicateNext");
    QStringList texts;
    for (const QAction* entry : entriesOf("deliverMenu"))
        texts << entry->text();
    QCOMPARE(texts.size(), 4);
    QVERIFY2(texts.front().contains(QStringLiteral("SYN seq 0, waiting")), qPrintable(texts.front()));
    QVERIFY2(texts.filter(QStringLiteral("retransmission, sent at")).size() == 2, qPrintable(texts.join(u'\n')));
    QVERIFY2(texts.filter(QStringLiteral("duplicate")).size() == 1, qPrintable(texts.join(u'\n')));
    QCOMPARE(texts.removeDuplicates(), 0);
}

void TestFaultMenus::timer_isStoppedOrStretched()
{
    for (const char* name : {"fireMenu", "stopMenu", "stretchMenu"})
        QVERIFY2(!child<QMenu>(name)->menuAction()->isEnabled(), name);
    toFirstSegment();
    const auto rto = [this] {
        return m_session->simulator().endpoint(Side::Client).tcb().timer(TimerKind::Retransmission);
    };
    const Time deadline = rto()->deadline;
    const Duration length = deadline - rto()->started;
    entriesOf("stretchMenu").constFirst()->trigger();
    QVERIFY(rto()->deadline == deadline + length);
    entriesOf("stopMenu").constFirst()->trigger();
    QVERIFY(!rto());
    QVERIFY(!child<QMenu>("stopMenu")->menuAction()->isEnabled());
    QVERIFY(child<QMenu>("stopMenu")->menuAction()->toolTip().contains(QStringLiteral("No timer")));
}

void TestFaultMenus::computer_crashesAndRestarts()
{
    QVERIFY(!action("serverRestart")->isEnabled());
    QVERIFY(action("serverRestart")->toolTip().contains(QStringLiteral("This computer is running.")));
    pick("serverCrash");
    QVERIFY(m_session->simulator().host(Side::Server) == HostState::Down);
    QVERIFY(m_session->simulator().host(Side::Client) == HostState::Up);
    QVERIFY(!action("serverCrash")->isEnabled());
    QVERIFY(!action("serverFallSilent")->isEnabled());
    pick("serverRestart");
    QVERIFY(m_session->simulator().host(Side::Server) == HostState::Up);
    QVERIFY(action("serverCrash")->isEnabled());
}

void TestFaultMenus::cable_isPulledAndPluggedIn()
{
    QVERIFY(!action("clientSpeakAgain")->isEnabled());
    pick("clientFallSilent");
    QVERIFY(m_session->simulator().host(Side::Client) == HostState::Silent);
    QVERIFY(!action("clientFallSilent")->isEnabled());
    pick("clientSpeakAgain");
    QVERIFY(m_session->simulator().host(Side::Client) == HostState::Up);
}

void TestFaultMenus::delay_isChangedFromHereOn()
{
    m_session->stepForward();
    m_session->stepForward();
    const StepIndex position = m_session->position();
    press(Qt::Key_D, Qt::ControlModifier);
    auto* delay = dialog()->findChild<QWidget*>(QStringLiteral("serverDelay"));
    delay->setFocus();
    QTest::keyClick(delay, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(delay, QStringLiteral("70"));
    QTest::keyClick(delay, Qt::Key_Return);
    QVERIFY(dialog()); // of what?
    QVERIFY(dialog()->findChild<QLabel*>(QStringLiteral("serverNote"))->isVisible());
    QTest::keyClicks(delay, QStringLiteral(" ms"));
    QVERIFY(!dialog()->findChild<QLabel*>(QStringLiteral("serverNote"))->isVisible());
    acceptDialog();
    QVERIFY(network().config().delay.server == 70ms);
    QVERIFY(m_session->position() >= position);
    QVERIFY(m_session->scenario().network.delay.server != 70ms);
}

void TestFaultMenus::faults_areTriedFromTheStart()
{
    m_session->toEnd();
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    acceptDialog(); // Return does what is proposed
    QVERIFY(m_session->isPlaying());
    QCOMPARE(m_session->scenario().network.rules.size(), std::size_t(1));
    QCOMPARE(m_session->trace().flight(0).fate, Fate::Lost);
}

void TestFaultMenus::faults_areTriedFromHereOn()
{
    m_session->stepForward();
    const StepIndex position = m_session->position();
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("fromHere")), Qt::LeftButton);
    QVERIFY(!dialog());
    QVERIFY(m_session->scenario().network.rules.empty());
    QCOMPARE(network().config().rules.size(), std::size_t(1));
    QVERIFY(m_session->position() >= position);
}

QTEST_MAIN(TestFaultMenus)
#include "tst_fault_menus.moc"
