// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The inspector says what the endpoints hold, and explains what is selected; its links lead on.
#include "scenario/library.h"
#include "session/session.h"
#include "view/inspector.h"
#include "view/permission.h"
#include "view/pill.h"
#include "view/selection.h"
#include "view/selection_text.h"
#include "view/tcb_reading.h"
#include "view/timer_bars.h"
#include "view/words.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <QTranslator>
#include <QWheelEvent>

#include <algorithm>
#include <memory>

using namespace finwait;

namespace {

QString labelText(const QWidget& page, const char* name)
{
    const auto* label = page.findChild<QLabel*>(QString::fromLatin1(name));
    return label == nullptr ? QString() : label->text();
}

QString valueOf(const Endpoint& endpoint, const QString& name)
{
    for (const Variable& variable : tcbVariables(endpoint)) {
        if (variable.name == name)
            return variable.value;
    }
    return {};
}

/// Knows how often the page of the selected thing asked for words.
class Counting : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* /*source*/, const char* /*comment*/,
                                    int /*number*/) const override
    {
        asked += qstrcmp(context, "finwait::SelectionText") == 0 ? 1 : 0;
        return {};
    }

    mutable int asked = 0;
};

} // namespace

class TestInspector : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_inspector.reset(); }

    void state_followsThePlayhead();
    void tabs_showEitherSide();
    void wheel_doesNotTurnPages();
    void scenarioPage_comesToTheFrontAndStaysBehindASelection();
    void pills_sayWhatIsAllowed();
    void receiving_endsWithTheApplication();
    void state_isToldBeforeItsVariables_inASmallDock();
    void chainOfCauses_isOneTabStop();
    void variables_countFromTheIss();
    void variables_areFewWithoutAConnection();
    void timers_areNamed();
    void smallDock_scrollsInsteadOfCutting();
    void selection_comesToTheFrontAndGoes_data();
    void selection_comesToTheFrontAndGoes();
    void selectedPage_isWrittenOnce();
    void longWhy_isCutShort();
    void selectedSegment_showsItsFields();
    void selectedTransition_explainsItself();
    void selectedState_listsItsWaysOut();
    void everySelectable_hasAPage();
    void links_leadOn();
    void goneRecords_showNothing();

private:
    [[nodiscard]] QTabBar& tabs() const { return *m_inspector->findChild<QTabBar*>(); }
    [[nodiscard]] QTextBrowser& selectedPage() const { return *m_inspector->findChild<QTextBrowser*>(); }
    [[nodiscard]] QScrollArea& page(const char* name) const
    {
        return *m_inspector->findChild<QScrollArea*>(QString::fromLatin1(name));
    }

    Session m_session;
    Selection m_selection;
    std::unique_ptr<Inspector> m_inspector;
};

void TestInspector::init()
{
    m_selection.clear();
    m_session.load(*findScenario("client-closes-first"));
    m_inspector = std::make_unique<Inspector>(m_session, m_selection);
    m_inspector->resize(500, 170);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
}

void TestInspector::state_followsThePlayhead()
{
    const QWidget& client = page("clientPage");
    for (const StateSpan& span : m_session.trace().states(Side::Client)) {
        if (span.entered != noRecord)
            m_session.seekToRecord(span.entered);
        const State state = m_session.simulator().endpoint(Side::Client).state();
        QCOMPARE(labelText(client, "heading"), words::sideIsIn(Side::Client, state));
        QCOMPARE(labelText(client, "meaning"), words::stateMeaning(state));
        QVERIFY(labelText(client, "next").contains(words::stateLeavesOn(state)));
        QVERIFY(labelText(client, "elsewhere").contains(words::otherSpellings(state)));
    }
}

void TestInspector::tabs_showEitherSide()
{
    m_session.seek(350ms);
    QTest::mouseClick(&tabs(), Qt::LeftButton, Qt::NoModifier, tabs().tabRect(1).center());
    QCOMPARE(tabs().currentIndex(), 1);
    QCOMPARE(labelText(page("serverPage"), "heading"), QStringLiteral("server is in CLOSE_WAIT"));
    QTest::mouseClick(&tabs(), Qt::LeftButton, Qt::NoModifier, tabs().tabRect(0).center());
    QCOMPARE(tabs().currentIndex(), 0);
}

void TestInspector::wheel_doesNotTurnPages()
{
    const QPointF at = tabs().tabRect(0).center();
    QWheelEvent event(at, tabs().mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&tabs(), &event);
    QCOMPARE(tabs().currentIndex(), 0);
}

void TestInspector::scenarioPage_comesToTheFrontAndStaysBehindASelection()
{
    QCOMPARE(tabs().count(), 3);
    auto* about = new QLabel(QStringLiteral("about"));
    m_inspector->addScenarioPage(about);
    QCOMPARE(tabs().count(), 4);
    QCOMPARE(tabs().currentIndex(), 0);
    m_inspector->showScenario();
    QVERIFY(about->isVisible());
    m_selection.select(SelectedState{State::TimeWait});
    QVERIFY(!about->isVisible());
    QVERIFY(selectedPage().isVisible());
    m_selection.clear();
    QVERIFY(about->isVisible());
}

void TestInspector::pills_sayWhatIsAllowed()
{
    m_session.seek(350ms); // FIN_WAIT_2
    const auto pills = page("clientPage").findChildren<Pill*>();
    QCOMPARE(pills.size(), 2);
    QCOMPARE(pills[0]->permission(), Permission::Denied);
    QCOMPARE(pills[1]->permission(), Permission::Granted);
    m_session.seek(20ms); // SYN_SENT
    QCOMPARE(pills[0]->permission(), Permission::Queued);
    QCOMPARE(pills[1]->permission(), Permission::Denied);
}

void TestInspector::receiving_endsWithTheApplication()
{
    m_session.load(*findScenario("stuck-in-close-wait"));
    m_session.seekToRecord(static_cast<RecordIndex>(m_session.trace().records().size() - 1));
    const Endpoint& client = m_session.simulator().endpoint(Side::Client);
    QCOMPARE(client.state(), State::FinWait2);
    QVERIFY(client.tcb().applicationGone);
    const Allowance receiving = receivingNow(client);
    QCOMPARE(receiving.permission, Permission::Denied);
    QCOMPARE(receiving.text, client.profile().resetOnDataAfterClose ? QStringLiteral("new data is answered with a RST")
                                                                    : QStringLiteral("new data is thrown away"));
    const Endpoint& server = m_session.simulator().endpoint(Side::Server);
    QCOMPARE(server.state(), State::CloseWait);
    QCOMPARE(sendingNow(server).permission, Permission::Granted);
    QCOMPARE(receivingNow(server).permission, Permission::Denied);
}

void TestInspector::state_isToldBeforeItsVariables_inASmallDock()
{
    m_inspector->resize(410, 190); // the panel's at 1280x800
    m_session.seek(350ms);
    QTest::qWait(0);
    const QScrollArea& client = page("clientPage");
    const auto isSeen = [&](const QWidget* part) {
        return client.viewport()->rect().contains(
            QRect(part->mapTo(client.viewport(), QPoint()), QSize(1, part->height())));
    };
    QVERIFY(isSeen(client.findChild<QLabel*>(QStringLiteral("next"))));
    const auto labels = client.findChildren<QLabel*>();
    const auto first = std::ranges::find(labels, QStringLiteral("SND.UNA"), &QLabel::text);
    QVERIFY(first != labels.end());
    QVERIFY(isSeen(*first));
}

void TestInspector::chainOfCauses_isOneTabStop()
{
    m_selection.select(SelectedRecord{static_cast<RecordIndex>(m_session.trace().records().size() - 1)});
    selectedPage().setFocus(Qt::TabFocusReason);
    QVERIFY(selectedPage().hasFocus());
    QVERIFY(selectedPage().toHtml().count(QStringLiteral("href=")) > 2);
    QTest::keyClick(&selectedPage(), Qt::Key_Down);
    const QString first = selectedPage().textCursor().selectedText();
    QTest::keyClick(&selectedPage(), Qt::Key_Down);
    QVERIFY(!first.isEmpty());
    QVERIFY(selectedPage().textCursor().selectedText() != first);
    QTest::keyClick(&selectedPage(), Qt::Key_Up);
    QCOMPARE(selectedPage().textCursor().selectedText(), first);
    const RecordIndex cause = m_session.trace().record(m_selection.record()).cause;
    QTest::keyClick(&selectedPage(), Qt::Key_Return);
    QCOMPARE(m_selection.record(), cause);
    QTest::keyClick(&selectedPage(), Qt::Key_Tab);
    QVERIFY(!selectedPage().hasFocus());
}

void TestInspector::variables_countFromTheIss()
{
    m_session.seek(350ms);
    const Endpoint& client = m_session.simulator().endpoint(Side::Client);
    QCOMPARE(valueOf(client, QStringLiteral("SND.UNA")), QStringLiteral("122")); // SYN, 120 octets, FIN
    QCOMPARE(valueOf(client, QStringLiteral("SND.NXT")), QStringLiteral("122"));
    QCOMPARE(valueOf(client, QStringLiteral("RCV.NXT")), QStringLiteral("381"));
    QCOMPARE(valueOf(client, QStringLiteral("delivered")), QStringLiteral("380"));
    QCOMPARE(valueOf(client, QStringLiteral("ISS")), QString::number(client.tcb().snd.iss.value));
    for (const Variable& variable : tcbVariables(client)) {
        QVERIFY(!variable.value.isEmpty());
        QVERIFY(!variable.toolTip.contains(u'%'));
    }
}

void TestInspector::variables_areFewWithoutAConnection()
{
    QVERIFY(tcbVariables(m_session.simulator().endpoint(Side::Client)).empty());
    m_session.seek(20ms);
    const Endpoint& synSent = m_session.simulator().endpoint(Side::Client);
    QCOMPARE(synSent.state(), State::SynSent);
    QVERIFY(valueOf(synSent, QStringLiteral("RCV.NXT")).isEmpty());
    QCOMPARE(valueOf(synSent, QStringLiteral("SND.NXT")), QStringLiteral("1"));
}

void TestInspector::timers_areNamed()
{
    const auto* bars = page("clientPage").findChild<TimerBars*>();
    m_session.seek(500ms); // TIME_WAIT
    QVERIFY2(bars->accessibleName().contains(QLatin1String("2 MSL")), qPrintable(bars->accessibleName()));
    const QString name = bars->accessibleName();
    m_session.seek(20s);
    QCOMPARE(bars->accessibleName(), name); // as long as no other timer runs
    QVERIFY(bars->height() > 0);
    m_session.toEnd();
    QVERIFY(bars->accessibleName().isEmpty());
}

void TestInspector::smallDock_scrollsInsteadOfCutting()
{
    m_session.seek(350ms);
    QTest::qWait(0);
    const QScrollArea& client = page("clientPage");
    QVERIFY(client.widget()->width() <= client.viewport()->width());
    QVERIFY(client.verticalScrollBar()->maximum() > 0);
    for (const auto* label : client.widget()->findChildren<QLabel*>()) {
        if (label->isVisible())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

void TestInspector::selection_comesToTheFrontAndGoes_data()
{
    QTest::addColumn<int>("side");
    QTest::newRow("client") << 0;
    QTest::newRow("server") << 1;
}

void TestInspector::selection_comesToTheFrontAndGoes()
{
    QFETCH(int, side);
    tabs().setCurrentIndex(side);
    QVERIFY(!tabs().isTabEnabled(2));
    m_selection.select(SelectedState{State::TimeWait});
    QCOMPARE(tabs().currentIndex(), 2);
    QVERIFY(selectedPage().toPlainText().contains(words::stateMeaning(State::TimeWait)));
    m_selection.clear();
    QCOMPARE(tabs().currentIndex(), side);
    QVERIFY(page(side == 0 ? "clientPage" : "serverPage").isVisible());
    QVERIFY(!tabs().isTabEnabled(2));
}

void TestInspector::selectedPage_isWrittenOnce()
{
    m_session.toEnd();
    m_selection.select(SelectedRecord{static_cast<RecordIndex>(m_session.trace().records().size() - 1)});
    Counting counting;
    QVERIFY(QApplication::installTranslator(&counting));
    QTRY_VERIFY(counting.asked > 0); // for another language it is written anew
    counting.asked = 0;
    m_session.toStart();
    while (!m_session.atEnd())
        m_session.stepForward();
    QCOMPARE(counting.asked, 0);
    m_session.submit(command::MakeCall{Side::Client, OpenActive{}}); // the trace is another
    QVERIFY(counting.asked > 0);
    QApplication::removeTranslator(&counting);
}

void TestInspector::longWhy_isCutShort()
{
    Trace trace;
    for (RecordIndex record = 0; record < 50; ++record)
        trace.append({Time{}, record == 0 ? noRecord : record - 1, Side::Client, record::CallMade{Close{}}});
    const auto links = [&](RecordIndex record) {
        return selectionHtml(trace, SelectedRecord{record}, Theme::lightTheme()).count(QLatin1String("<a href"));
    };
    const auto rest = [&](RecordIndex record) {
        return selectionHtml(trace, SelectedRecord{record}, Theme::lightTheme()).contains(QLatin1String(" more<"));
    };
    QCOMPARE(links(30), 30);
    QVERIFY(!rest(30));
    QCOMPARE(links(49), 30);
    QVERIFY(selectionHtml(trace, SelectedRecord{49}, Theme::lightTheme()).contains(QLatin1String("and 19 more")));
}

void TestInspector::selectedSegment_showsItsFields()
{
    const Flight& syn = m_session.trace().flights().front();
    m_selection.select(SelectedRecord{syn.sentRecord});
    const QString shown = selectedPage().toPlainText();
    QVERIFY(shown.contains(QLatin1String("SYN seq 0")));
    QVERIFY(shown.contains(QString::number(syn.segment.seq.value)));
    QVERIFY(shown.contains(words::fateText(syn)));
    QVERIFY(shown.contains(words::optionsText(syn.segment.options)));
    QVERIFY(shown.contains(QLatin1String("client to server")));
}

void TestInspector::selectedTransition_explainsItself()
{
    const RecordIndex entered = m_session.trace().states(Side::Client)[5].entered; // TIME_WAIT
    m_selection.select(SelectedRecord{entered});
    const QString shown = selectedPage().toPlainText();
    QVERIFY(shown.contains(QStringLiteral("FIN_WAIT_2 → TIME_WAIT")));
    QVERIFY(shown.contains(words::triggerSentence(Trigger::RcvFin)));
    QVERIFY(shown.contains(words::referenceText(m_session.trace(), entered)));
    QVERIFY(shown.contains(QLatin1String("segment arrived: FIN,ACK")));
}

void TestInspector::selectedState_listsItsWaysOut()
{
    m_selection.select(SelectedState{State::FinWait1});
    const QString shown = selectedPage().toPlainText();
    for (const TransitionRow& row : transitionTable()) {
        const auto index = static_cast<RowIndex>(&row - transitionTable().data());
        QCOMPARE(shown.contains(words::rowTitle(index)), row.from == State::FinWait1);
    }
}

void TestInspector::everySelectable_hasAPage()
{
    const Theme& theme = Theme::lightTheme();
    for (const Scenario& scenario : scenarioLibrary()) {
        const Trace trace = runScenario(scenario).trace;
        for (RecordIndex index = 0; index < trace.records().size(); ++index) {
            const QString html = selectionHtml(trace, SelectedRecord{index}, theme);
            QVERIFY(!html.isEmpty() && !html.contains(QLatin1String("%1")));
        }
    }
    for (std::size_t row = 0; row < transitionTable().size(); ++row)
        QVERIFY(selectionHtml({}, SelectedRow{static_cast<RowIndex>(row)}, theme).contains(QLatin1String("RFC")));
    for (const State state : allStates)
        QVERIFY(selectionHtml({}, SelectedState{state}, theme).contains(words::stateName(state)));
}

void TestInspector::links_leadOn()
{
    QCOMPARE(linkTarget(QUrl(QStringLiteral("record:12"))), SelectedThing(SelectedRecord{12}));
    QCOMPARE(linkTarget(QUrl(QStringLiteral("row:3"))), SelectedThing(SelectedRow{3}));
    QVERIFY(!linkTarget(QUrl(QStringLiteral("row:9999"))));
    QVERIFY(!linkTarget(QUrl(QStringLiteral("https://example.org/1"))));

    const auto last = static_cast<RecordIndex>(m_session.trace().records().size() - 1);
    m_selection.select(SelectedRecord{last});
    const RecordIndex cause = m_session.trace().record(last).cause;
    emit selectedPage().anchorClicked(QUrl(QStringLiteral("record:%1").arg(cause)));
    QCOMPARE(m_selection.record(), cause);
}

void TestInspector::goneRecords_showNothing()
{
    QVERIFY(selectionHtml(m_session.trace(), SelectedRecord{100'000}, Theme::lightTheme()).isEmpty());
    QVERIFY(selectionHtml(m_session.trace(), {}, Theme::lightTheme()).isEmpty());
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
