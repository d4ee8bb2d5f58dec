// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/branch_text.h"

#include "view/words.h"

#include <QCoreApplication>

namespace finwait::branch_text {

namespace {

struct BranchText {
    Q_DECLARE_TR_FUNCTIONS(BranchText)
};

/// A title is no sentence.
QString withoutFullStop(QString text)
{
    while (text.endsWith(u'.') || text.endsWith(u'。'))
        text.chop(1);
    return text;
}

QString eventAt(const ComparedBranch& branch, RecordIndex record)
{
    if (record >= branch.trace.records().size())
        return BranchText::tr("In “%1” nothing more has happened.").arg(branch.title);
    const Record& what = branch.trace.record(record);
    //: The name of a branch; a moment; a side or the network; what happens there, such as "segment lost"
    return BranchText::tr("In “%1” this comes next, at %2: %3, %4.")
        .arg(branch.title, words::moment(what.at), words::placeText(what), words::eventText(branch.trace, record));
}

QString endingIn(Side side, State state)
{
    //: The state in which a branch ends: a side's name and its state
    return BranchText::tr("%1 %2").arg(words::sideName(side), words::stateName(state));
}

QString endingIn(State client, State server)
{
    //: The states in which a branch ends: a side's name and its state, twice
    return BranchText::tr("%1 %2, %3 %4")
        .arg(words::sideName(Side::Client), words::stateName(client), words::sideName(Side::Server),
             words::stateName(server));
}

} // namespace

QString description(const Branch& branch, const Trace& trace)
{
    if (branch.isRecorded)
        return BranchText::tr("The connection as it was captured");
    if (branch.goesOn)
        return BranchText::tr("The simulation goes on from the capture");
    if (!branch.command) // a file's scenario, one that ships, or a connection of one's own
        return BranchText::tr("The connection as it was begun");
    return withoutFullStop(words::commandText(*branch.command, trace));
}

QString title(const Branch& branch, const Trace& trace)
{
    return branch.name.isEmpty() ? description(branch, trace) : branch.name;
}

QString ending(const Trace& trace)
{
    const auto all = static_cast<RecordIndex>(trace.records().size());
    if (trace.endpoints().size() == 1)
        return endingIn(trace.endpoints().front(), trace.stateAfter(trace.endpoints().front(), all));
    return endingIn(trace.stateAfter(Side::Client, all), trace.stateAfter(Side::Server, all));
}

QString longestEnding()
{
    return endingIn(State::SynReceived, State::SynReceived);
}

QString difference(const ComparedBranches& branches, const std::optional<TraceDifference>& where)
{
    if (!where)
        return BranchText::tr("The same has happened in both so far.");
    //: Three sentences
    return BranchText::tr("%1 %2 %3")
        .arg(BranchText::tr("The two part at %1.").arg(words::moment(where->at)), eventAt(branches[0], where->record),
             eventAt(branches[1], where->record));
}

} // namespace finwait::branch_text
