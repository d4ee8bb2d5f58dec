// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Going back and doing something else: what had happened stays as a branch, and can be gone back to.
#include "session/session.h"

#include "machine/fail_on_warnings.h"
#include "session/session_log.h"
#include "session/trace_difference.h"

#include <QSignalSpy>
#include <QTest>

#include <vector>

using namespace finwait;
using namespace finwait::test;

namespace {

bool sameTraces(const Trace& one, const Trace& two)
{
    return !firstDifference(one, two) && one.records().size() == two.records().size();
}

const Branch& find(const std::vector<Branch>& branches, BranchId id)
{
    for (const Branch& branch : branches) {
        if (branch.id == id)
            return branch;
    }
    qFatal("no such branch");
}

/// The client's FIN is under way; it was not lost when the scenario was loaded.
class BeforeTheFin
{
public:
    BeforeTheFin()
    {
        session.load(shipped("client-closes-first"));
        while (session.simulator().endpoint(Side::Client).state() != State::FinWait1)
            session.stepForward();
        first = session.currentBranch();
        whole = session.trace();
        at = session.playhead();
        position = session.position();
    }

    [[nodiscard]] Command loseTheFin() const
    {
        return command::Drop{session.simulator().network().inFlight().back().flight};
    }

    Session session;
    BranchId first = 0;
    Trace whole;
    Time at{};
    StepIndex position = 0;
};

} // namespace

class TestBranches : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { failOnWarnings(); }
    static void a_scenario_is_one_branch();
    static void acting_in_the_past_keeps_what_had_happened();
    static void acting_at_the_end_makes_no_branch();
    static void a_branch_is_known_by_what_was_done_first_and_not_by_its_plans();
    static void what_is_refused_makes_no_branch();
    static void a_plan_that_would_be_forgotten_is_kept();
    static void switching_goes_to_the_same_time();
    static void switching_to_a_shorter_branch_goes_to_its_end();
    static void switching_there_and_back_changes_nothing();
    static void switching_passes_by_where_the_two_part();
    static void switching_pauses_and_tells_once();
    static void a_branch_off_what_is_shared_leaves_the_parent();
    static void a_branch_off_a_branch_leaves_it();
    static void branches_have_names();
    static void removed_branches_come_back_to_their_places();
    static void the_current_branch_cannot_be_removed();
    static void loading_forgets_all_branches();
    static void kept_branches_come_back();
    static void a_kept_branch_that_does_not_fit_is_told();
    static void branches_of_two_sessions_are_known();
    static void cut_short_belongs_to_a_branch();
    static void first_difference_of_traces();
    static void first_difference_where_one_trace_ends();
    static void first_difference_is_the_segment_that_is_sent();
};

void TestBranches::a_scenario_is_one_branch()
{
    Session session;
    QCOMPARE(session.branches().size(), 1U);
    session.load(shipped("client-closes-first"));
    const std::vector<Branch> branches = session.branches();
    QCOMPARE(branches.size(), 1U);
    QVERIFY(branches[0].isCurrent);
    QVERIFY(!branches[0].parent);
    QVERIFY(!branches[0].command);
    QCOMPARE(branches[0].id, session.currentBranch());
    QCOMPARE(session.branchTrace(session.currentBranch()), &session.trace());
    QCOMPARE(session.branchTrace(99), nullptr);
}

void TestBranches::acting_in_the_past_keeps_what_had_happened()
{
    BeforeTheFin before;
    Session& session = before.session;
    QSignalSpy changed(&session, &Session::branchesChanged);
    const Command loss = before.loseTheFin();
    session.submit(loss);
    QCOMPARE(changed.size(), 1);

    const std::vector<Branch> branches = session.branches();
    QCOMPARE(branches.size(), 2U);
    QVERIFY(!branches[0].isCurrent);
    QVERIFY(branches[1].isCurrent);
    QCOMPARE(branches[1].parent, std::optional(before.first));
    QCOMPARE(branches[1].forkTime, before.at);
    QCOMPARE(branches[1].forkStep, before.position);
    QVERIFY(branches[1].command == loss);
    QVERIFY(sameTraces(*session.branchTrace(before.first), before.whole));
    QVERIFY(!sameTraces(session.trace(), before.whole));
    const auto difference = firstDifference(session.trace(), before.whole);
    QVERIFY(difference);
    QCOMPARE(difference->step, before.position);
    QCOMPARE(difference->at, before.at);
}

void TestBranches::acting_at_the_end_makes_no_branch()
{
    Session session;
    session.load(nothingPlanned());
    session.submit(call(Side::Server, OpenPassive{}));
    session.submit(call(Side::Client, OpenActive{}));
    session.toEnd();
    session.submit(call(Side::Client, Close{}));
    QCOMPARE(session.branches().size(), 1U);
}

void TestBranches::a_branch_is_known_by_what_was_done_first_and_not_by_its_plans()
{
    BeforeTheFin before;
    Session& session = before.session;
    QSignalSpy changed(&session, &Session::branchesChanged);
    const auto beginning = [&session] { return find(session.branches(), session.currentBranch()).command; };
    const Command forget = command::ForgetPlan{Side::Server};
    const Command abort = command::MakeCall{Side::Server, Abort{}};
    session.submit(forget);
    QVERIFY(beginning() == forget); // as long as there is nothing else
    session.submit(command::Plan{{Side::Client, Abort{}, {}, 5s}});
    QVERIFY(beginning() == forget);
    QCOMPARE(changed.size(), 1);
    session.submit(abort);
    QVERIFY(beginning() == abort);
    QCOMPARE(changed.size(), 2);
    session.submit(command::MakeCall{Side::Client, Abort{}});
    QVERIFY(beginning() == abort);
    QCOMPARE(changed.size(), 2);
    session.switchTo(before.first);
    QVERIFY(find(session.branches(), 2).command == abort);
    QVERIFY(!beginning());
}

void TestBranches::what_is_refused_makes_no_branch()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.submit(call(Side::Client, Close{}));
    QCOMPARE(session.branches().size(), 1U);
}

void TestBranches::a_plan_that_would_be_forgotten_is_kept()
{
    Session session;
    session.load(nothingPlanned());
    session.submit(command::Plan{{Side::Server, OpenPassive{}, std::nullopt, 1s}});
    const BranchId planned = session.currentBranch();
    session.toEnd();
    session.toStart();
    session.submit(command::Plan{{Side::Client, OpenActive{}, std::nullopt, 2s}});
    QCOMPARE(session.branches().size(), 2U);
    session.switchTo(planned);
    session.toEnd();
    QCOMPARE(session.simulator().endpoint(Side::Server).state(), State::Listen);
}

void TestBranches::switching_goes_to_the_same_time()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    session.toEnd();
    const Time later = before.at + 1ms;
    session.seek(later);
    session.switchTo(before.first);
    QCOMPARE(session.playhead(), later);
    QCOMPARE(session.position(), before.whole.stepsUntil(later));
    QCOMPARE(session.currentBranch(), before.first);
    QVERIFY(sameTraces(session.trace(), before.whole));
    QVERIFY(agrees(session));
}

void TestBranches::switching_to_a_shorter_branch_goes_to_its_end()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    const BranchId shorter = session.currentBranch();
    session.switchTo(before.first);
    session.toEnd();
    session.switchTo(shorter);
    QCOMPARE(session.playhead(), before.at);
    QCOMPARE(session.playhead(), session.end());
    QVERIFY(agrees(session));
    session.toEnd(); // and it goes on from there
    QCOMPARE(session.simulator().endpoint(Side::Client).state(), State::Closed);
}

void TestBranches::switching_there_and_back_changes_nothing()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    session.toEnd();
    session.seek(before.at + 50ms);
    const BranchId second = session.currentBranch();
    const Trace trace = session.trace();
    const Simulator here = session.simulator();
    session.switchTo(before.first);
    session.switchTo(second);
    QVERIFY(sameTraces(session.trace(), trace));
    QVERIFY(session.simulator() == here);
    QVERIFY(agrees(session));
    session.switchTo(second); // it is the current one
    session.switchTo(99);
    QCOMPARE(session.currentBranch(), second);
}

/// Views keep the records before the playhead of the last changed() when the trace is rewritten.
void TestBranches::switching_passes_by_where_the_two_part()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    session.toEnd();
    Trace shown = session.trace();
    RecordIndex kept = session.recordsBefore();
    std::uint64_t rewrites = session.rewrites();
    int rewritten = 0;
    connect(&session, &Session::changed, &session, [&] {
        if (rewrites != session.rewrites()) {
            ++rewritten;
            shown.truncate(shown.stepOf(kept - 1) + 1);
            const auto difference = firstDifference(shown, session.trace());
            QVERIFY(!difference || difference->step == shown.steps().size());
        }
        rewrites = session.rewrites();
        kept = session.recordsBefore();
        shown = session.trace();
    });
    session.switchTo(before.first);
    QCOMPARE(rewritten, 1);
}

void TestBranches::switching_pauses_and_tells_once()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    session.play();
    QSignalSpy changed(&session, &Session::branchesChanged);
    session.switchTo(before.first);
    QVERIFY(!session.isPlaying());
    QCOMPARE(changed.size(), 1);
    session.switchTo(before.first);
    QCOMPARE(changed.size(), 1);
}

void TestBranches::a_branch_off_what_is_shared_leaves_the_parent()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    session.toStart();
    session.submit(call(Side::Client, OpenActive{}));
    const std::vector<Branch> branches = session.branches();
    QCOMPARE(branches.size(), 3U);
    QCOMPARE(branches[2].parent, std::optional(before.first));
    QCOMPARE(branches[2].forkTime, Time{});
}

void TestBranches::a_branch_off_a_branch_leaves_it()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    const BranchId second = session.currentBranch();
    session.toEnd();
    session.seek(before.at + 1ms);
    session.submit(call(Side::Client, Abort{}));
    QCOMPARE(session.branches().size(), 3U);
    QCOMPARE(session.branches()[2].parent, std::optional(second));
}

void TestBranches::branches_have_names()
{
    Session session;
    QSignalSpy changed(&session, &Session::branchesChanged);
    session.renameBranch(session.currentBranch(), QStringLiteral("as it was"));
    QCOMPARE(session.branches()[0].name, QStringLiteral("as it was"));
    QCOMPARE(changed.size(), 1);
    session.renameBranch(session.currentBranch(), QStringLiteral("as it was"));
    session.renameBranch(99, QStringLiteral("nobody"));
    QCOMPARE(changed.size(), 1);
}

void TestBranches::removed_branches_come_back_to_their_places()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    const BranchId second = session.currentBranch();
    session.toStart();
    session.submit(call(Side::Client, OpenActive{}));
    const BranchId third = session.currentBranch();
    session.renameBranch(second, QStringLiteral("lost"));

    QVERIFY(!session.hasRemovedBranches());
    session.removeBranch(second);
    session.removeBranch(before.first);
    QCOMPARE(session.branches().size(), 1U);
    QCOMPARE(session.branchTrace(second), nullptr);
    session.restoreRemovedBranch();
    session.restoreRemovedBranch();
    QVERIFY(!session.hasRemovedBranches());
    session.restoreRemovedBranch();
    const std::vector<Branch> branches = session.branches();
    QCOMPARE(branches.size(), 3U);
    QCOMPARE(branches[0].id, before.first);
    QCOMPARE(branches[1].id, second);
    QCOMPARE(branches[2].id, third);
    QCOMPARE(find(branches, second).name, QStringLiteral("lost"));
    QVERIFY(sameTraces(*session.branchTrace(before.first), before.whole));
}

void TestBranches::the_current_branch_cannot_be_removed()
{
    Session session;
    session.removeBranch(session.currentBranch());
    QCOMPARE(session.branches().size(), 1U);
    QVERIFY(!session.hasRemovedBranches());
}

void TestBranches::loading_forgets_all_branches()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    session.removeBranch(before.first);
    session.toStart();
    session.submit(call(Side::Client, OpenActive{}));
    QSignalSpy changed(&session, &Session::branchesChanged);
    session.load(shipped("client-closes-first"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(session.branches().size(), 1U);
    QVERIFY(!session.hasRemovedBranches());
}

void TestBranches::kept_branches_come_back()
{
    BeforeTheFin before;
    Session& session = before.session;
    session.submit(before.loseTheFin());
    const BranchId second = session.currentBranch();
    session.toEnd();
    session.seek(before.at);
    session.submit(command::MakeCall{Side::Server, Abort{}});
    session.toEnd();
    session.renameBranch(second, QStringLiteral("lost"));
    session.switchTo(second);
    session.seek(before.at);

    Session again;
    const QSignalSpy changed(&again, &Session::branchesChanged);
    again.load(session.scenario(), session.keptBranches());
    QCOMPARE(changed.size(), 1);
    QVERIFY(again.branchMisfits().empty());
    const std::vector<Branch> branches = session.branches();
    const std::vector<Branch> found = again.branches();
    QCOMPARE(found.size(), 3U);
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const BranchId id = branches[i].id;
        QCOMPARE(found[i].id, id);
        QCOMPARE(found[i].name, branches[i].name);
        QVERIFY(found[i].parent == branches[i].parent);
        QVERIFY(found[i].forkTime == branches[i].forkTime);
        QCOMPARE(found[i].forkStep, branches[i].forkStep);
        QVERIFY(found[i].command == branches[i].command);
        QCOMPARE(found[i].isCurrent, branches[i].isCurrent);
        QVERIFY(sameTraces(*again.branchTrace(id), *session.branchTrace(id)));
    }
    QVERIFY(again.atStart());
    again.seek(before.at);
    QVERIFY(agrees(again));
    again.submit(command::MakeCall{Side::Client, Abort{}});
    QVERIFY(again.currentBranch() > found.back().id);
}

void TestBranches::a_kept_branch_that_does_not_fit_is_told()
{
    BeforeTheFin before;
    before.session.submit(before.loseTheFin());
    std::vector<KeptBranch> kept = before.session.keptBranches();
    kept[0].branch.isCurrent = true;
    kept[1].branch.isCurrent = false;
    kept[1].done.push_back({1'000'000, 1h, command::ForgetPlan{Side::Client}});
    Session again;
    again.load(before.session.scenario(), kept);
    QVERIFY(!again.misfit());
    QCOMPARE(again.branchMisfits().size(), 1U);
    QCOMPARE(again.branchMisfits().at(kept[1].branch.id).place, 1U);
    again.load(before.session.scenario());
    QVERIFY(again.branchMisfits().empty());
}

void TestBranches::branches_of_two_sessions_are_known()
{
    const auto branch = [](BranchId id, std::optional<BranchId> parent, bool isCurrent) {
        KeptBranch kept;
        kept.branch.id = id;
        kept.branch.parent = parent;
        kept.branch.isCurrent = isCurrent;
        return kept;
    };
    const KeptBranch first = branch(1, {}, true);
    const KeptBranch second = branch(2, 1, false);
    const KeptBranch current = branch(2, 1, true);
    const KeptBranch ofItself = branch(2, 2, false);
    QVERIFY(areOfOneSession({first, second}));
    QVERIFY(!areOfOneSession({}));
    QVERIFY(!areOfOneSession({second}));
    QVERIFY(!areOfOneSession({second, first}));
    QVERIFY(!areOfOneSession({first, current}));
    QVERIFY(!areOfOneSession({first, ofItself}));
}

void TestBranches::cut_short_belongs_to_a_branch()
{
    Scenario endless = shipped("client-closes-first");
    endless.plan.clear();
    endless.plan = {PlannedDeed{Side::Server, OpenPassive{}, std::nullopt, 0s},
                    PlannedDeed{Side::Client, OpenActive{}, std::nullopt, 1ms}};
    endless.keepAlive = {true, true};
    Session session;
    session.load(endless);
    QVERIFY(session.isCutShort());
    const BranchId first = session.currentBranch();
    session.seek(1s);
    session.submit(call(Side::Client, Abort{}));
    session.toEnd();
    QVERIFY(!session.isCutShort());
    session.switchTo(first);
    QVERIFY(session.isCutShort());
}

void TestBranches::first_difference_of_traces()
{
    BeforeTheFin before;
    QCOMPARE(firstDifference(before.whole, before.whole), std::nullopt);
    QCOMPARE(firstDifference(Trace(), Trace()), std::nullopt);
    before.session.submit(before.loseTheFin());
    const TraceDifference expected{before.position, before.whole.recordsOf(before.position), before.at};
    QCOMPARE(firstDifference(before.whole, before.session.trace()), expected);
    before.session.toEnd();
    QCOMPARE(firstDifference(before.whole, before.session.trace()), expected);
    QCOMPARE(firstDifference(before.session.trace(), before.whole), expected);
}

void TestBranches::first_difference_where_one_trace_ends()
{
    const BeforeTheFin before;
    Trace shorter = before.whole;
    shorter.truncate(before.position);
    const TraceDifference expected{before.position, before.whole.recordsOf(before.position),
                                   before.whole.steps()[before.position].at};
    QCOMPARE(firstDifference(before.whole, shorter), expected);
    QCOMPARE(firstDifference(shorter, before.whole), expected);
    QCOMPARE(firstDifference(Trace(), before.whole), (TraceDifference{0, 0, before.whole.steps().front().at}));
}

void TestBranches::first_difference_is_the_segment_that_is_sent()
{
    const auto sending = [](std::uint32_t window) {
        Trace trace;
        Flight flight;
        flight.segment.window = static_cast<std::uint16_t>(window);
        flight.sent = 5ms;
        trace.appendFlight(flight, noRecord);
        trace.endStep(5ms);
        return trace;
    };
    QCOMPARE(firstDifference(sending(100), sending(100)), std::nullopt);
    QCOMPARE(firstDifference(sending(100), sending(101)), (TraceDifference{0, 0, 5ms}));
}

QTEST_GUILESS_MAIN(TestBranches)

#include "tst_branches.moc"
