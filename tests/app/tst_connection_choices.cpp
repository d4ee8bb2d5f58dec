// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the two connection dialogs ask for leads where they say.
#include "app/connection_choices.h"
#include "scenario/library.h"
#include "session/session.h"

#include <QTest>

using namespace finwait;

class TestConnectionChoices : public QObject
{
    Q_OBJECT

private slots:
    void opening_leadsToItsPaths_data();
    void opening_leadsToItsPaths();
    void scenario_isWhatWasAskedFor();
    void closing_leadsToItsPaths_data();
    void closing_leadsToItsPaths();
    void preview_isWhatHappens();
    void secondClose_plansNoReaction();
    void closing_takesThePlaceOfWhatTheScenarioPlanned();
    void closingBeforeTheOtherSideOpens_leavesItsOpening();
    void waiting_reactsLater();
};

namespace {

/// A connection that is open, at the playhead.
void openIn(Session& session)
{
    session.load(scenarioFor(OpenChoice{}, "test"));
    session.toEnd();
}

PerSide<State> statesOf(const Session& session)
{
    return {session.simulator().endpoint(Side::Client).state(), session.simulator().endpoint(Side::Server).state()};
}

std::uint64_t deliveredTo(Side side, const Trace& trace)
{
    std::uint64_t octets = 0;
    for (const Record& record : trace.records()) {
        const auto* signal = std::get_if<record::Signalled>(&record.body);
        if (signal && record.side == side && signal->signal == Signal::DataDelivered)
            octets += signal->octets;
    }
    return octets;
}

void play(Session& session, const std::vector<Command>& commands)
{
    for (const Command& command : commands)
        session.submit(command);
    session.toEnd();
}

} // namespace

void TestConnectionChoices::opening_leadsToItsPaths_data()
{
    using enum State;
    QTest::addColumn<WayToOpen>("opening");
    QTest::addColumn<Path>("client");
    QTest::addColumn<Path>("server");
    QTest::newRow("server listens") << WayToOpen::ServerListens << Path{Closed, SynSent, Established}
                                    << Path{Closed, Listen, SynReceived, Established};
    QTest::newRow("both at once") << WayToOpen::BothAtOnce << Path{Closed, SynSent, SynReceived, Established}
                                  << Path{Closed, SynSent, SynReceived, Established};
    QTest::newRow("nobody listens") << WayToOpen::NobodyListens << Path{Closed, SynSent, Closed} << Path{Closed};
}

void TestConnectionChoices::opening_leadsToItsPaths()
{
    QFETCH(WayToOpen, opening);
    OpenChoice choice;
    choice.opening = opening;
    const Run run = runScenario(scenarioFor(choice, "test"));
    QTEST(pathOf(run.trace, Side::Client), "client");
    QTEST(pathOf(run.trace, Side::Server), "server");
}

void TestConnectionChoices::scenario_isWhatWasAskedFor()
{
    OpenChoice choice;
    choice.profile = {"linux", "freebsd"};
    choice.address = {"a:1", "b:2"};
    choice.reading = {false, true};
    choice.keepAlive = {false, true};
    choice.delay = {5ms, 70ms};
    const Scenario scenario = scenarioFor(choice, "mine");
    QCOMPARE(scenario.title.in("en"), std::string("mine"));
    QVERIFY(scenario.profile == choice.profile);
    QVERIFY(scenario.address == choice.address);
    QVERIFY(scenario.reading == choice.reading);
    QVERIFY(scenario.keepAlive == choice.keepAlive);
    QVERIFY(scenario.network.delay == choice.delay);
}

void TestConnectionChoices::closing_leadsToItsPaths_data()
{
    using enum State;
    const Path first = {Established, FinWait1, FinWait2, TimeWait, Closed};
    const Path second = {Established, CloseWait, LastAck, Closed};
    QTest::addColumn<CloseChoice>("choice");
    QTest::addColumn<Path>("client");
    QTest::addColumn<Path>("server");
    QTest::newRow("client first") << CloseChoice{WayToClose::ClientFirst, {}, Reaction::AfterWhile} << first << second;
    QTest::newRow("server first") << CloseChoice{WayToClose::ServerFirst, {}, Reaction::AfterWhile} << second << first;
    QTest::newRow("both") << CloseChoice{WayToClose::BothAtOnce, {}, Reaction::Never}
                          << Path{Established, FinWait1, Closing, TimeWait, Closed}
                          << Path{Established, FinWait1, Closing, TimeWait, Closed};
    QTest::newRow("never") << CloseChoice{WayToClose::ClientFirst, {}, Reaction::Never}
                           << Path{Established, FinWait1, FinWait2} << Path{Established, CloseWait};
    QTest::newRow("after sending") << CloseChoice{WayToClose::ClientFirst, {}, Reaction::AfterSending, {}, 5000}
                                   << first << second;
    QTest::newRow("abort by the server") << CloseChoice{WayToClose::Abort, Side::Server} << Path{Established, Closed}
                                         << Path{Established, Closed};
}

void TestConnectionChoices::closing_leadsToItsPaths()
{
    QFETCH(CloseChoice, choice);
    Session session;
    openIn(session);
    Trace trace = session.trace();
    const PerSide<std::vector<State>> paths =
        pathsAfter(session.simulator(), trace, commandsFor(choice, statesOf(session)));
    QCOMPARE(trace.records().size(), session.trace().records().size());
    QTEST(paths.client, "client");
    QTEST(paths.server, "server");
}

void TestConnectionChoices::preview_isWhatHappens()
{
    const CloseChoice choice{WayToClose::ServerFirst, {}, Reaction::AfterSending, {}, 3000};
    Session session;
    openIn(session);
    const std::vector<Command> commands = commandsFor(choice, statesOf(session));
    Trace trace = session.trace();
    const PerSide<Path> preview = pathsAfter(session.simulator(), trace, commands);
    play(session, commands);
    for (const Side side : allSides) {
        const Path whole = pathOf(session.trace(), side);
        QCOMPARE(Path(whole.end() - std::ptrdiff_t(preview[side].size()), whole.end()), preview[side]);
    }
    QCOMPARE(deliveredTo(Side::Server, session.trace()), 3000U);
}

void TestConnectionChoices::secondClose_plansNoReaction()
{
    Session session;
    openIn(session);
    play(session, commandsFor({WayToClose::ClientFirst, {}, Reaction::Never}, statesOf(session)));
    QCOMPARE(statesOf(session).server, State::CloseWait);

    const CloseChoice second{WayToClose::ServerFirst, {}, Reaction::AtOnce};
    QVERIFY(!reactionMatters(second, statesOf(session)));
    QVERIFY((commandsFor(second, statesOf(session))
             == std::vector<Command>{command::ForgetPlan{Side::Client}, command::ForgetPlan{Side::Server},
                                     command::MakeCall{Side::Server, Close{}}}));
    play(session, commandsFor(second, statesOf(session)));
    QCOMPARE(statesOf(session).client, State::Closed);
    QCOMPARE(statesOf(session).server, State::Closed);
}

// The scenario would close from the client's side, and answer with a close; it is asked for something else.
void TestConnectionChoices::closing_takesThePlaceOfWhatTheScenarioPlanned()
{
    using enum State;
    Session session;
    session.load(*findScenario("half-close-with-data"));
    while (statesOf(session).server != Established)
        session.nextTransition();
    play(session, commandsFor({WayToClose::ServerFirst, {}, Reaction::Never}, statesOf(session)));
    session.toEnd();
    QCOMPARE(pathOf(session.trace(), Side::Server),
             (Path{Closed, Listen, SynReceived, Established, FinWait1, FinWait2}));
    QCOMPARE(pathOf(session.trace(), Side::Client), (Path{Closed, SynSent, Established, CloseWait}));
    QCOMPARE(deliveredTo(Side::Client, session.trace()), 0U);
}

void TestConnectionChoices::closingBeforeTheOtherSideOpens_leavesItsOpening()
{
    Session session;
    session.load(*findScenario("client-closes-first"));
    session.stepForward();
    QCOMPARE(statesOf(session).server, State::Listen);
    QCOMPARE(statesOf(session).client, State::Closed);
    play(session, commandsFor({WayToClose::ServerFirst, {}, Reaction::Never}, statesOf(session)));
    session.toEnd();
    using enum State;
    QCOMPARE(pathOf(session.trace(), Side::Client), (Path{Closed, SynSent, Closed}));
}

void TestConnectionChoices::waiting_reactsLater()
{
    Session session;
    openIn(session);
    play(session, commandsFor({WayToClose::ClientFirst, {}, Reaction::AfterWhile, 700ms}, statesOf(session)));
    const std::vector<StateSpan>& spans = session.trace().states(Side::Server);
    const auto closeWait =
        std::find_if(spans.begin(), spans.end(), [](const StateSpan& span) { return span.state == State::CloseWait; });
    QVERIFY(closeWait != spans.end());
    QCOMPARE(*closeWait->until - closeWait->from, Duration(700ms));
}

QTEST_GUILESS_MAIN(TestConnectionChoices)
#include "tst_connection_choices.moc"
