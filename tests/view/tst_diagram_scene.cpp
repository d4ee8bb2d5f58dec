// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The state diagram as a person uses it: clicks on a real view become commands, tokens glide and arrive, what was taken
// stays marked, Tab walks what can be taken, and the view keeps its text readable.
#include "scenario/library.h"
#include "session/session.h"
#include "view/diagram_view.h"
#include "view/edge_item.h"
#include "view/state_item.h"
#include "view/token_item.h"
#include "view/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <memory>

using namespace finwait;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(finwait::Command)
Q_DECLARE_METATYPE(finwait::SelectedThing)

namespace {

RowIndex row(State from, Trigger trigger)
{
    return findRow(from, trigger).value();
}

DiagramChoice choice(Side side, RowIndex row, const QString& text)
{
    return {side, row, command::MakeCall{side, Close{}}, text};
}

/// What can be seen of a menu and chosen.
QList<QAction*> entries(const QMenu& menu)
{
    QList<QAction*> result;
    for (QAction* action : menu.actions()) {
        if (!action->isSeparator() && action->isVisible())
            result << action;
    }
    return result;
}

std::vector<Command> commandsOf(const QSignalSpy& spy)
{
    std::vector<Command> result;
    for (const QList<QVariant>& call : spy)
        result.push_back(call.first().value<Command>());
    return result;
}

} // namespace

class TestDiagramScene : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void clickOnALitEdgeAsksForItsCommand();
    void clickOnAnEdgeThatBothCanTakeAsksWhich();
    void clickOnAnotherEdgeSelectsIt();
    void clickOnATakenEdgeSelectsTheLastTime();
    void clickOnAStateSelectsIt();
    void clickOnOneOfManyInADrawer();
    void selectedTransitionShowsOnItsEdge();
    void otherButtonOnALitEdgeTakesNothing();
    void menuOfALitEdgeExplainsItAndOffersItsChoices();
    void menuOfAStateOrATokenExplainsTheState();
    void menuOfAnArrivalOffersTheSegmentsFate();
    void menuOfArrivalsAtBothHasAMenuForEach();
    void menuOfATimersEdgeOffersItsFate();
    void menuOfARingOffersItsTimersTheNextOneFirst();
    void menuOfATokenOffersWhatCanBeDoneToItsSide();
    void menuOfAStateOfBothHasAMenuForEach();
    void menuOfAStateOfNobodyOffersNothing();
    void menuOfNothingIsNone();
    void mouseAsksForAMenuOnceAndWhereItIs();
    void keyboardAsksForAMenuOfWhatIsFocusedOrSelected();

    void tokenGlidesAndArrives();
    void aNewTransitionFinishesTheFormer();
    void goingBackWhileGlidingRestsAtOnce();
    void aHiddenRowIsGlidedAllTheSame();
    void whatBothTookIsMarkedForBoth();
    void stateOfBothIsShownForBoth();
    void runningTimerIsNamedAndEmpties();
    void traceAloneShowsTheSame();

    void tabWalksWhatCanBeTaken();
    void everyTransitionComesAndGoes();
    void whatTheTraceTakesIsShown();
    void animatedRowBeyondTheFigure_isShown();
    void fitKeepsTextReadable();
    void shiftAndArrowsScroll();
    void enteredStateIsKeptInSight();
    void fontOfTheViewIsTheFontOfTheDiagram();
    void zoomByKeyAndWheel();
    void descriptionTellsWhoIsWhere();
    void timeAloneTellsNothingNew();

private:
    [[nodiscard]] QPoint on(const QRectF& rect) const { return m_view->mapFromScene(rect.center()); }
    [[nodiscard]] QPoint onLabel(RowIndex row) const;
    void click(QPoint where) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, where); }
    void show(const DiagramState& state) { m_scene->showState(state); }
    /// On the ring around it, and on nothing else.
    [[nodiscard]] QPointF besideTheToken(Side side) const
    {
        const TokenItem& token = *m_scene->token(side);
        return token.pos() + QPointF(0, token.boundingRect().top() - 1);
    }
    [[nodiscard]] QSignalSpy commands() const { return QSignalSpy(m_scene.get(), &DiagramScene::commandRequested); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<DiagramScene> m_scene;
    std::unique_ptr<DiagramView> m_view;
};

void TestDiagramScene::init()
{
    m_session = std::make_unique<Session>();
    m_session->load(*findScenario("client-closes-first"));
    m_scene = std::make_unique<DiagramScene>();
    m_view = std::make_unique<DiagramView>(m_scene.get());
    m_view->resize(1000, 760);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestDiagramScene::cleanup()
{
    m_view.reset();
    m_scene.reset();
    m_session.reset();
}

QPoint TestDiagramScene::onLabel(RowIndex row) const
{
    for (const EdgeLabel& label : m_scene->edgeItem(row)->placed().labels) {
        if (label.row == row)
            return on(label.rect);
    }
    return {};
}

void TestDiagramScene::clickOnALitEdgeAsksForItsCommand()
{
    m_scene->showSession(*m_session);
    connect(m_scene.get(), &DiagramScene::commandRequested, m_session.get(), &Session::submit);
    const RowIndex open = row(State::Closed, Trigger::OpenActive);
    QVERIFY(m_scene->edgeItem(open)->isLit());
    QCOMPARE(m_scene->edgeItem(open)->cursor().shape(), Qt::PointingHandCursor);

    click(onLabel(open));
    // At the start both sides are closed and both can open: the menu asks, and its first entry is the client.
    if (auto* menu = m_view->findChild<QMenu*>())
        menu->actions().constFirst()->trigger();
    QCOMPARE(m_session->simulator().endpoint(Side::Client).state(), State::SynSent);
}

void TestDiagramScene::clickOnAnEdgeThatBothCanTakeAsksWhich()
{
    const RowIndex close = row(State::Established, Trigger::Close);
    DiagramState state;
    state.state = {State::Established, State::Established};
    state.choices = {choice(Side::Client, close, QStringLiteral("first")),
                     choice(Side::Server, close, QStringLiteral("second"))};
    show(state);
    QSignalSpy spy = commands();
    click(onLabel(close));
    QCOMPARE(spy.count(), 0);
    auto* menu = m_view->findChild<QMenu*>();
    QVERIFY(menu != nullptr && menu->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().at(1)->text(), QStringLiteral("second"));
    menu->actions().at(1)->trigger();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().value<Command>(), Command(command::MakeCall{Side::Server, Close{}}));
}

void TestDiagramScene::clickOnAnotherEdgeSelectsIt()
{
    const RowIndex fin = row(State::FinWait1, Trigger::RcvFin);
    QSignalSpy spy = commands();
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    click(onLabel(fin));
    QCOMPARE(spy.count(), 0);
    QCOMPARE(selections.count(), 1);
    QCOMPARE(selections.first().first().value<SelectedThing>(), SelectedThing(SelectedRow{fin}));
}

void TestDiagramScene::clickOnATakenEdgeSelectsTheLastTime()
{
    const RowIndex syn = row(State::SynSent, Trigger::RcvSynAck);
    DiagramState state;
    state.taken.client[syn] = 7;
    state.taken.server[syn] = 12;
    show(state);
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    click(onLabel(syn));
    QCOMPARE(selections.count(), 1);
    QCOMPARE(selections.first().first().value<SelectedThing>(), SelectedThing(SelectedRecord{12}));
}

void TestDiagramScene::clickOnAStateSelectsIt()
{
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    click(on(m_scene->stateItem(State::Closing)->rect()));
    QCOMPARE(selections.count(), 1);
    QCOMPARE(selections.first().first().value<SelectedThing>(), SelectedThing(SelectedState{State::Closing}));
}

void TestDiagramScene::clickOnOneOfManyInADrawer()
{
    m_view->resize(1600, 900);
    m_scene->setEveryTransition(true);
    const RowIndex reset = row(State::CloseWait, Trigger::RcvRst);
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    click(onLabel(reset));
    QCOMPARE(selections.count(), 1);
    QCOMPARE(selections.first().first().value<SelectedThing>(), SelectedThing(SelectedRow{reset}));
}

void TestDiagramScene::selectedTransitionShowsOnItsEdge()
{
    const Trace& trace = m_session->trace();
    RecordIndex record = 0;
    while (!std::holds_alternative<record::Transition>(trace.record(record).body))
        ++record;
    const RowIndex taken = std::get<record::Transition>(trace.record(record).body).row;
    m_scene->showSelection(SelectedRecord{record}, trace);
    QVERIFY(m_scene->edgeItem(taken)->look().selected);
    m_scene->showSelection(SelectedState{State::Listen}, trace);
    QVERIFY(!m_scene->edgeItem(taken)->look().selected);
    QVERIFY(m_scene->stateItem(State::Listen)->look().selected);
}

void TestDiagramScene::otherButtonOnALitEdgeTakesNothing()
{
    m_scene->showSession(*m_session);
    QSignalSpy spy = commands();
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, onLabel(row(State::Closed, Trigger::OpenActive)));
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, on(m_scene->stateItem(State::Closing)->rect()));
    QCOMPARE(spy.count(), 0);
    QCOMPARE(selections.count(), 0); // the menu does that
}

void TestDiagramScene::menuOfALitEdgeExplainsItAndOffersItsChoices()
{
    const RowIndex close = row(State::Established, Trigger::Close);
    DiagramState state;
    state.state = {State::Established, State::Established};
    state.choices = {choice(Side::Server, close, QStringLiteral("close it"))};
    show(state);
    const std::unique_ptr<QMenu> menu = m_scene->menuAt(m_view->mapToScene(onLabel(close)));
    QVERIFY(menu != nullptr);
    QCOMPARE(entries(*menu).size(), 2);
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    QSignalSpy spy = commands();
    menu->actions().at(0)->trigger();
    QCOMPARE(selections.first().first().value<SelectedThing>(), SelectedThing(SelectedRow{close}));
    QCOMPARE(spy.count(), 0);
    QCOMPARE(entries(*menu).at(1)->text(), QStringLiteral("close it"));
    entries(*menu).at(1)->trigger();
    QCOMPARE(spy.first().first().value<Command>(), state.choices.front().command);
}

void TestDiagramScene::menuOfAStateOrATokenExplainsTheState()
{
    show(DiagramState{}); // both are CLOSED
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    for (const QPointF at : {m_scene->stateItem(State::Closed)->rect().center(), m_scene->token(Side::Client)->pos()}) {
        const std::unique_ptr<QMenu> menu = m_scene->menuAt(at);
        QVERIFY(menu != nullptr);
        QCOMPARE(entries(*menu).size(), 1);
        entries(*menu).constFirst()->trigger();
        QCOMPARE(selections.takeFirst().constFirst().value<SelectedThing>(),
                 SelectedThing(SelectedState{State::Closed}));
    }
}

void TestDiagramScene::menuOfAnArrivalOffersTheSegmentsFate()
{
    m_session->stepForward(); // to the first segment on its way
    while (m_session->simulator().network().inFlight().empty())
        m_session->stepForward();
    m_scene->showSession(*m_session);
    const FlightIndex syn = m_session->simulator().network().inFlight().front().flight;
    const RowIndex arrival = row(State::Listen, Trigger::RcvSyn);
    const auto menu = m_scene->menuAt(m_view->mapToScene(onLabel(arrival)));
    QSignalSpy spy = commands();
    for (QAction* entry : entries(*menu).mid(1))
        entry->trigger();
    const std::vector<Command> fate = {command::Deliver{syn}, command::Drop{syn}, command::Duplicate{syn},
                                       command::Hold{syn}};
    QVERIFY(commandsOf(spy) == fate);

    m_session->submit(command::Hold{syn});
    m_scene->showSession(*m_session);
    const auto held = m_scene->menuAt(m_view->mapToScene(onLabel(arrival)));
    QCOMPARE(entries(*held).size(), 5);
    QAction* hold = entries(*held).constLast();
    QVERIFY(!hold->isEnabled());
    QCOMPARE(hold->toolTip(), words::refusalText(Refusal::SegmentWaitsAlready));
    QVERIFY(held->toolTipsVisible());
}

void TestDiagramScene::menuOfArrivalsAtBothHasAMenuForEach()
{
    m_session->load(*findScenario("simultaneous-open"));
    while (m_session->simulator().network().inFlight().size() < 2)
        m_session->stepForward();
    m_scene->showSession(*m_session);
    const auto menu = m_scene->menuAt(m_view->mapToScene(onLabel(row(State::SynSent, Trigger::RcvSyn))));
    QCOMPARE(entries(*menu).size(), 3);
    QSignalSpy spy = commands();
    for (QAction* side : entries(*menu).mid(1)) {
        QCOMPARE(entries(*side->menu()).size(), 4);
        entries(*side->menu()).at(1)->trigger();
    }
    const std::vector<InFlight> flying = m_session->simulator().network().inFlight();
    QCOMPARE(commandsOf(spy).size(), std::size_t(2));
    for (const Command& command : commandsOf(spy)) {
        const FlightIndex dropped = std::get<command::Drop>(command).flight;
        QVERIFY(std::ranges::find(flying, dropped, &InFlight::flight) != flying.end());
    }
    QVERIFY(commandsOf(spy).front() != commandsOf(spy).back());
}

void TestDiagramScene::menuOfATimersEdgeOffersItsFate()
{
    while (m_session->simulator().endpoint(Side::Client).state() != State::TimeWait)
        m_session->stepForward();
    m_scene->showSession(*m_session);
    const RowIndex over = row(State::TimeWait, Trigger::Timeout2Msl);
    const auto menu = m_scene->menuAt(m_view->mapToScene(onLabel(over)));
    QSignalSpy spy = commands();
    for (QAction* entry : entries(*menu).mid(1))
        entry->trigger();
    const Duration length = m_session->simulator().endpoint(Side::Client).config().profile.msl * 2;
    constexpr TimerKind kind = TimerKind::TimeWait;
    const std::vector<Command> fate = {command::FireTimer{Side::Client, kind}, command::StopTimer{Side::Client, kind},
                                       command::StretchTimer{Side::Client, kind, length}};
    QVERIFY(commandsOf(spy) == fate);
}

void TestDiagramScene::menuOfARingOffersItsTimersTheNextOneFirst()
{
    DiagramState state;
    state.state = {State::Established, State::Closed};
    state.now = 1s;
    state.timers.client[indexOf(TimerKind::Retransmission)] = RunningTimer{0s, 4s};
    state.timers.client[indexOf(TimerKind::DelayedAck)] = RunningTimer{1s, 2s};
    show(state);
    const auto menu = m_scene->menuAt(besideTheToken(Side::Client));
    QVERIFY(menu != nullptr);
    QSignalSpy spy = commands();
    for (QAction* entry : entries(*menu).mid(1))
        entry->trigger();
    constexpr TimerKind ack = TimerKind::DelayedAck;
    constexpr TimerKind rto = TimerKind::Retransmission;
    const std::vector<Command> fate = {
        command::FireTimer{Side::Client, ack},        command::StopTimer{Side::Client, ack},
        command::StretchTimer{Side::Client, ack, 1s}, command::FireTimer{Side::Client, rto},
        command::StopTimer{Side::Client, rto},        command::StretchTimer{Side::Client, rto, 4s}};
    QVERIFY(commandsOf(spy) == fate);
}

void TestDiagramScene::menuOfATokenOffersWhatCanBeDoneToItsSide()
{
    QAction client;
    QAction server;
    m_scene->setSideActions({{&client}, {&server}});
    DiagramState state;
    state.state = {State::Closed, State::Closed};
    state.timers.server[indexOf(TimerKind::User)] = RunningTimer{0s, 4s};
    show(state);
    const auto ofClient = m_scene->menuAt(m_scene->token(Side::Client)->pos());
    QCOMPARE(entries(*ofClient).mid(1), QList<QAction*>{&client});
    const auto ofServer = m_scene->menuAt(m_scene->token(Side::Server)->pos());
    QCOMPARE(entries(*ofServer).size(), 5); // with its timer
    QCOMPARE(entries(*ofServer).constLast(), &server);
}

void TestDiagramScene::menuOfAStateOfBothHasAMenuForEach()
{
    QAction client;
    QAction server;
    m_scene->setSideActions({{&client}, {&server}});
    show(DiagramState{});
    const auto both = m_scene->menuAt(m_scene->stateItem(State::Closed)->rect().center());
    QCOMPARE(entries(*both).size(), 3);
    QCOMPARE(entries(*entries(*both).at(1)->menu()), QList<QAction*>{&client});
    QCOMPARE(entries(*entries(*both).at(2)->menu()), QList<QAction*>{&server});

    DiagramState state;
    state.state = {State::SynSent, State::Closed};
    show(state);
    const auto one = m_scene->menuAt(m_scene->stateItem(State::Closed)->rect().center());
    QCOMPARE(entries(*one).mid(1), QList<QAction*>{&server});
}

void TestDiagramScene::menuOfAStateOfNobodyOffersNothing()
{
    QAction client;
    m_scene->setSideActions({{&client}, {&client}});
    show(DiagramState{});
    const auto menu = m_scene->menuAt(m_scene->stateItem(State::TimeWait)->rect().center());
    QCOMPARE(entries(*menu).size(), 1);
}

void TestDiagramScene::menuOfNothingIsNone()
{
    QVERIFY(m_scene->menuAt(m_scene->sceneRect().topLeft() + QPointF(1, 1)) == nullptr);
}

void TestDiagramScene::mouseAsksForAMenuOnceAndWhereItIs()
{
    QSignalSpy asked(m_view.get(), &DiagramView::menuRequested);
    const QPoint at(310, 120);
    const QPoint global(1234, 567);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, global);
    QApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).toPointF(), m_view->mapToScene(at));
    QCOMPARE(asked.first().at(1).toPoint(), global);
}

void TestDiagramScene::keyboardAsksForAMenuOfWhatIsFocusedOrSelected()
{
    QSignalSpy asked(m_view.get(), &DiagramView::menuRequested);
    const auto ask = [&] {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(3, 3), QPoint(3, 3));
        QApplication::sendEvent(m_view->viewport(), &event);
        return asked.takeFirst().constFirst().toPointF();
    };
    m_scene->showSelection(SelectedState{State::TimeWait}, m_session->trace());
    QVERIFY(m_scene->stateItem(State::TimeWait)->rect().contains(ask()));
    QVERIFY(asked.isEmpty()); // once

    const RowIndex close = row(State::Established, Trigger::Close);
    m_scene->showSelection(SelectedRow{close}, m_session->trace());
    QCOMPARE(m_scene->edgeItem(close)->rowsAt(ask()), std::vector<RowIndex>{close});

    DiagramState state;
    state.state = {State::SynSent, State::Closed};
    const RowIndex synAck = row(State::SynSent, Trigger::RcvSynAck);
    state.choices = {choice(Side::Client, synAck, QStringLiteral("arrives"))};
    show(state);
    m_scene->focusNextEdge(true);
    QCOMPARE(m_scene->edgeItem(synAck)->rowsAt(ask()), std::vector<RowIndex>{synAck});
}

void TestDiagramScene::tokenGlidesAndArrives()
{
    const RowIndex open = row(State::Closed, Trigger::OpenActive);
    const QPointF before = m_scene->token(Side::Client)->pos();
    m_scene->animate(Side::Client, open);
    DiagramState after;
    after.state.client = State::SynSent;
    after.taken.client[open] = 0;
    show(after);
    QVERIFY(m_scene->token(Side::Client)->isGliding());
    QVERIFY(!m_scene->stateItem(State::SynSent)->look().current.client);
    QVERIFY(m_scene->edgeItem(open)->look().taken.client < 1.0); // not before the token has passed
    double share = 0;
    bool onlyForward = true;
    connect(m_scene->token(Side::Client), &TokenItem::moved, this, [&] {
        const double now = m_scene->edgeItem(open)->look().taken.client;
        onlyForward = onlyForward && now >= share;
        share = now;
    });
    QTRY_VERIFY(!m_scene->token(Side::Client)->isGliding());
    QVERIFY(onlyForward);
    QCOMPARE(m_scene->edgeItem(open)->look().taken.client, 1.0);
    QVERIFY(m_scene->stateItem(State::SynSent)->look().current.client);
    QVERIFY(m_scene->token(Side::Client)->pos() != before);
    const QRectF reach = m_scene->stateItem(State::SynSent)->rect().adjusted(-20, -20, 20, 20);
    QVERIFY(reach.contains(m_scene->token(Side::Client)->pos()));
}

void TestDiagramScene::aNewTransitionFinishesTheFormer()
{
    const RowIndex open = row(State::Closed, Trigger::OpenActive);
    const RowIndex synAck = row(State::SynSent, Trigger::RcvSynAck);
    m_scene->animate(Side::Client, open);
    m_scene->animate(Side::Client, synAck);
    DiagramState after;
    after.state.client = State::Established;
    after.taken.client = {{open, 0}, {synAck, 1}};
    show(after);
    QCOMPARE(m_scene->edgeItem(open)->look().taken.client, 1.0);
    QVERIFY(m_scene->token(Side::Client)->isGliding());
    m_scene->finishAnimations();
    QVERIFY(m_scene->stateItem(State::Established)->look().current.client);
}

void TestDiagramScene::goingBackWhileGlidingRestsAtOnce()
{
    const QPointF before = m_scene->token(Side::Server)->pos();
    m_scene->animate(Side::Server, row(State::Closed, Trigger::OpenPassive));
    show(DiagramState{});
    QVERIFY(!m_scene->token(Side::Server)->isGliding());
    QCOMPARE(m_scene->token(Side::Server)->pos(), before);
}

void TestDiagramScene::aHiddenRowIsGlidedAllTheSame()
{
    const RowIndex reset = row(State::Established, Trigger::RcvRst);
    DiagramState open;
    open.state = {State::Established, State::Established};
    show(open);
    QVERIFY(m_scene->edgeItem(reset) == nullptr);
    m_scene->animate(Side::Client, reset);
    open.state.client = State::Closed;
    show(open);
    QVERIFY(m_scene->token(Side::Client)->isGliding());
    m_scene->finishAnimations();
    QVERIFY(m_scene->stateItem(State::Closed)->look().current.client);
}

void TestDiagramScene::whatBothTookIsMarkedForBoth()
{
    const RowIndex close = row(State::Established, Trigger::Close);
    DiagramState state;
    state.taken.client[close] = 1;
    show(state);
    QCOMPARE(m_scene->edgeItem(close)->look().taken.client, 1.0);
    QCOMPARE(m_scene->edgeItem(close)->look().taken.server, 0.0);
    state.taken.server[close] = 2;
    show(state);
    QCOMPARE(m_scene->edgeItem(close)->look().taken.server, 1.0);

    // Both strokes are really there to be seen.
    const QRectF area = m_scene->edgeItem(close)->boundingRect();
    QImage image(area.size().toSize() * 2, QImage::Format_RGB32);
    QPainter painter(&image);
    m_scene->render(&painter, QRectF(), area);
    painter.end();
    PerSide<bool> seen;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            for (const Side side : allSides)
                seen[side] = seen[side] || image.pixelColor(x, y) == m_scene->theme().accent[side];
        }
    }
    QVERIFY(seen.client);
    QVERIFY(seen.server);
}

void TestDiagramScene::stateOfBothIsShownForBoth()
{
    DiagramState state;
    state.state = {State::Established, State::Established};
    show(state);
    const StateLook& look = m_scene->stateItem(State::Established)->look();
    QVERIFY(look.current.client && look.current.server);
    QVERIFY(m_scene->token(Side::Client)->pos() != m_scene->token(Side::Server)->pos());
}

void TestDiagramScene::runningTimerIsNamedAndEmpties()
{
    DiagramState state;
    state.state.client = State::TimeWait;
    state.timers.client[indexOf(TimerKind::TimeWait)] = RunningTimer{0s, 240s};
    state.now = 60s;
    show(state);
    QCOMPARE(m_scene->stateItem(State::TimeWait)->look().timer.client, words::timerName(TimerKind::TimeWait));
    QVERIFY(m_scene->stateItem(State::TimeWait)->look().timer.server.isEmpty());
    QCOMPARE(m_scene->token(Side::Client)->timerShare(), 0.75);
    QVERIFY(m_scene->token(Side::Server)->timerShare() < 0.0);
    state.now = 180s;
    show(state);
    QCOMPARE(m_scene->token(Side::Client)->timerShare(), 0.25);
}

void TestDiagramScene::traceAloneShowsTheSame()
{
    while (!m_session->atEnd()) {
        m_session->stepForward();
        const DiagramState played = diagramState(*m_session);
        const DiagramState read = diagramState(m_session->trace(), m_session->recordsBefore(), m_session->playhead());
        for (const Side side : allSides) {
            QCOMPARE(read.state[side], played.state[side]);
            QCOMPARE(read.taken[side], played.taken[side]);
            for (const TimerKind kind : allTimers) {
                const auto& a = read.timers[side][indexOf(kind)];
                const auto& b = played.timers[side][indexOf(kind)];
                QCOMPARE(a.has_value(), b.has_value());
                if (a)
                    QCOMPARE(a->deadline, b->deadline);
            }
        }
    }
}

void TestDiagramScene::tabWalksWhatCanBeTaken()
{
    const RowIndex close = row(State::Established, Trigger::Close);
    const RowIndex fin = row(State::Established, Trigger::RcvFin);
    DiagramState state;
    state.state = {State::Established, State::Established};
    state.choices = {choice(Side::Client, close, QStringLiteral("close")),
                     choice(Side::Server, fin, QStringLiteral("fin"))};
    show(state);
    m_view->activateWindow();
    m_view->setFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(m_view->hasFocus());

    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_scene->focusItem() == m_scene->edgeItem(close));
    QCOMPARE(m_scene->description(), QStringLiteral("close"));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_scene->focusItem() == m_scene->edgeItem(fin));
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QVERIFY(m_scene->focusItem() == m_scene->edgeItem(close));

    QSignalSpy spy = commands();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    show(DiagramState{});
    QVERIFY(m_scene->focusItem() == nullptr);
}

void TestDiagramScene::everyTransitionComesAndGoes()
{
    const RowIndex abort = row(State::LastAck, Trigger::Abort);
    QVERIFY(m_scene->edgeItem(abort) == nullptr);
    m_scene->setEveryTransition(true);
    QVERIFY(m_scene->edgeItem(abort) != nullptr);
    const auto items = m_scene->items().size();
    m_scene->setEveryTransition(false);
    QVERIFY(m_scene->edgeItem(abort) == nullptr);
    m_scene->setEveryTransition(true);
    QCOMPARE(m_scene->items().size(), items);
}

void TestDiagramScene::fitKeepsTextReadable()
{
    const auto scrolls = [this] {
        return m_view->horizontalScrollBar()->maximum() > 0 || m_view->verticalScrollBar()->maximum() > 0;
    };
    for (const QSize size : {QSize(720, 560), QSize(900, 900), QSize(1500, 700), QSize(1900, 1000)}) {
        m_view->resize(size);
        QVERIFY(m_view->transform().m11() >= 1.0);
        QVERIFY(!scrolls());
    }
    m_view->resize(400, 300);
    QCOMPARE(m_view->transform().m11(), 1.0);
    QVERIFY(scrolls());
    m_view->zoomOut();
    QVERIFY(m_view->transform().m11() < 1.0);
    m_view->fit();
    QVERIFY2(m_view->transform().m11() < 1.0, "who asks for all of it gets it");
    QVERIFY(!scrolls());
    m_scene->setEveryTransition(true);
    QVERIFY(!scrolls());
    m_view->resize(1500, 900);
    m_scene->setEveryTransition(false);
    QVERIFY(m_view->transform().m11() >= 1.0);
}

void TestDiagramScene::whatTheTraceTakesIsShown()
{
    const RowIndex abort = row(State::Established, Trigger::Abort);
    const RowIndex other = row(State::LastAck, Trigger::Abort);
    DiagramState state;
    state.state = {State::Established, State::Established};
    m_scene->showState(state);
    QVERIFY(m_scene->edgeItem(abort) == nullptr);
    state.beyond = {abort}; // some time later
    m_scene->showState(state);
    QVERIFY(m_scene->edgeItem(abort) != nullptr);
    QVERIFY(m_scene->edgeItem(other) == nullptr);
    const QRectF bounds = m_scene->layout().bounds;
    state.taken.client[abort] = 0;
    state.state.client = State::Closed;
    m_scene->showState(state);
    QCOMPARE(m_scene->layout().bounds, bounds);
}

/// A click aborts: the token sets out before the trace is shown.
void TestDiagramScene::animatedRowBeyondTheFigure_isShown()
{
    const RowIndex abort = row(State::Established, Trigger::Abort);
    DiagramState state;
    state.state = {State::Established, State::Established};
    m_scene->showState(state);
    m_scene->animate(Side::Client, abort);
    QVERIFY(m_scene->edgeItem(abort) != nullptr);
    state.beyond = {abort};
    state.state.client = State::Closed;
    m_scene->showState(state);
    QVERIFY2(m_scene->token(Side::Client)->isGliding(), "it was not relaid out on its way");
}

void TestDiagramScene::shiftAndArrowsScroll()
{
    m_view->resize(400, 300);
    const QScrollBar& across = *m_view->horizontalScrollBar();
    const QScrollBar& down = *m_view->verticalScrollBar();
    const QPoint before(across.value(), down.value());
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(across.value() > before.x());
    QVERIFY(down.value() > before.y());
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(QPoint(across.value(), down.value()), before);
}

void TestDiagramScene::enteredStateIsKeptInSight()
{
    m_view->resize(400, 300);
    const auto isInSight = [this](State state) {
        const QRect item = m_view->mapFromScene(m_scene->stateItem(state)->rect()).boundingRect();
        return m_view->viewport()->rect().contains(item);
    };
    DiagramState state;
    for (const State entered : {State::TimeWait, State::LastAck, State::SynReceived, State::Closed}) {
        state.state.client = entered;
        show(state);
        QVERIFY(isInSight(entered));
    }
    // Where nobody goes, the person stays where he is.
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    const int value = m_view->verticalScrollBar()->value();
    show(state);
    QCOMPARE(m_view->verticalScrollBar()->value(), value);
}

void TestDiagramScene::fontOfTheViewIsTheFontOfTheDiagram()
{
    const QSizeF before = m_scene->minimumSize();
    QFont font = m_view->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    m_view->setFont(font);
    QVERIFY(m_scene->minimumSize().width() > before.width() * 1.3);
}

void TestDiagramScene::zoomByKeyAndWheel()
{
    const auto scale = [this] { return m_view->transform().m11(); };
    const double fitted = scale();
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    const double zoomed = scale();
    QVERIFY(zoomed > fitted);
    m_view->resize(800, 600);
    QCOMPARE(scale(), zoomed); // the person's choice stays
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(scale() < zoomed);
    const auto turn = [this](int angle) {
        const QPointF at = m_view->viewport()->rect().center();
        QWheelEvent event(at, m_view->viewport()->mapToGlobal(at), {}, QPoint(0, angle), Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->viewport(), &event);
    };
    const double before = scale();
    turn(120);
    QVERIFY(scale() > before);
    turn(-120);
    QVERIFY(qFuzzyCompare(scale(), before));
    for (int i = 0; i < 100; ++i)
        m_view->zoomOut();
    QVERIFY(scale() > 0.1);
}

void TestDiagramScene::descriptionTellsWhoIsWhere()
{
    DiagramState state;
    state.state = {State::FinWait2, State::LastAck};
    show(state);
    QVERIFY(m_view->accessibleDescription().contains(words::sideIsIn(Side::Client, State::FinWait2)));
    QVERIFY(m_view->accessibleDescription().contains(words::sideIsIn(Side::Server, State::LastAck)));
    QVERIFY(!m_view->accessibleName().isEmpty());
}

void TestDiagramScene::timeAloneTellsNothingNew()
{
    m_session->toEnd();
    const Time end = m_session->playhead();
    m_session->seek(m_session->trace().states(Side::Client).back().from - 1ms); // 2 MSL runs
    m_scene->showSession(*m_session);
    const QString before = m_view->accessibleDescription();
    QVERIFY2(before.contains(words::timerName(TimerKind::TimeWait)), qPrintable(before));
    const double share = m_scene->token(Side::Client)->timerShare();
    QSignalSpy told(m_scene.get(), &DiagramScene::described);
    m_session->seek(m_session->playhead() - 500ms);
    m_scene->showSession(*m_session);
    QCOMPARE(told.count(), 0);
    QVERIFY(m_scene->token(Side::Client)->timerShare() > share);
    m_scene->retranslate(); // the words may be others
    m_scene->showSession(*m_session);
    QCOMPARE(told.count(), 1);
    QCOMPARE(m_view->accessibleDescription(), before);
    m_session->seek(end);
    m_scene->showSession(*m_session);
    QVERIFY(m_view->accessibleDescription() != before);
}

QTEST_MAIN(TestDiagramScene)
#include "tst_diagram_scene.moc"
