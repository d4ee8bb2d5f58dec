// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/words_totals.h"

#include "view/words.h"
#include "view/words_tr.h"

#include <QLocale>

namespace finwait::words {

namespace {

QString sideCount(Side side, quint64 count)
{
    if (side == Side::Client)
        return count == 1 ? Words::tr("1 client") : Words::tr("%1 clients").arg(countText(count));
    return count == 1 ? Words::tr("1 server") : Words::tr("%1 servers").arg(countText(count));
}

/// "12,408 clients and 3 servers", or one of the two.
QString sideCounts(PerSide<std::uint64_t> counts)
{
    if (counts.client == 0)
        return sideCount(Side::Server, counts.server);
    if (counts.server == 0)
        return sideCount(Side::Client, counts.client);
    //: %1: "12,408 clients", %2: "3 servers"
    return Words::tr("%1 and %2").arg(sideCount(Side::Client, counts.client), sideCount(Side::Server, counts.server));
}

} // namespace

QString countText(quint64 count)
{
    return count == 0 ? QString() : QLocale().toString(count);
}

QString connectionTotal(quint64 count)
{
    return Words::tr("All connections: %1").arg(QLocale().toString(count));
}

QString takenSentence(PerSide<std::uint64_t> by)
{
    if (by.client + by.server == 0)
        return Words::tr("No client and no server took this transition.");
    //: %1: "12,408 clients and 3 servers", "1 client"
    return Words::tr("%1 took this transition.").arg(sideCounts(by));
}

QString endedSentence(State state, PerSide<std::uint64_t> in)
{
    const quint64 both = in.client + in.server;
    if (both == 0)
        return Words::tr("At the end of the capture nobody was in %1.").arg(stateName(state));
    if (both == 1) {
        //: %1: "1 client", %2: a state
        return Words::tr("At the end of the capture %1 was in %2.").arg(sideCounts(in), stateName(state));
    }
    //: %1: "12,408 clients and 3 servers", %2: a state
    return Words::tr("At the end of the capture %1 were in %2.").arg(sideCounts(in), stateName(state));
}

} // namespace finwait::words
