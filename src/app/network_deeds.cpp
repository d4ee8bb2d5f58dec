// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/network_deeds.h"

#include "session/session.h"
#include "view/overloaded.h"
#include "view/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <variant>

namespace finwait {

namespace {

struct NetworkDeeds {
    Q_DECLARE_TR_FUNCTIONS(finwait::NetworkDeeds)
};

struct Target {
    Command command;
    Time at{}; ///< when it arrives or runs out
};

bool isForTimers(NetworkDeed deed)
{
    switch (deed) {
    case NetworkDeed::Deliver:
    case NetworkDeed::Drop:
    case NetworkDeed::Duplicate:
    case NetworkDeed::Hold: return false;
    case NetworkDeed::FireTimer:
    case NetworkDeed::StopTimer:
    case NetworkDeed::StretchTimer: return true;
    }
    Q_UNREACHABLE();
}

Command toSegment(NetworkDeed deed, FlightIndex flight)
{
    switch (deed) {
    case NetworkDeed::Drop: return command::Drop{flight};
    case NetworkDeed::Duplicate: return command::Duplicate{flight};
    case NetworkDeed::Hold: return command::Hold{flight};
    case NetworkDeed::Deliver:
    case NetworkDeed::FireTimer:
    case NetworkDeed::StopTimer:
    case NetworkDeed::StretchTimer: break;
    }
    return command::Deliver{flight};
}

Command toTimer(NetworkDeed deed, Side side, TimerKind kind, const RunningTimer& timer)
{
    switch (deed) {
    case NetworkDeed::StopTimer: return command::StopTimer{side, kind};
    case NetworkDeed::StretchTimer: return command::StretchTimer{side, kind, timer.deadline - timer.started};
    case NetworkDeed::FireTimer:
    case NetworkDeed::Deliver:
    case NetworkDeed::Drop:
    case NetworkDeed::Duplicate:
    case NetworkDeed::Hold: break;
    }
    return command::FireTimer{side, kind};
}

std::vector<Target> targets(const Simulator& simulator, NetworkDeed deed)
{
    std::vector<Target> found;
    if (!isForTimers(deed)) {
        for (const InFlight& segment : simulator.network().inFlight())
            found.push_back({toSegment(deed, segment.flight), segment.due});
        return found;
    }
    for (const Side side : allSides) {
        for (const TimerKind kind : allTimers) {
            if (const auto& timer = simulator.endpoint(side).tcb().timer(kind))
                found.push_back({toTimer(deed, side, kind, *timer), timer->deadline});
        }
    }
    return found;
}

/// As it is told apart from others of the same numbers.
QString segmentName(const Session& session, FlightIndex index)
{
    const QString text = words::segmentText(session.trace(), index);
    const QString note = words::noteText(session.trace().flight(index));
    //: %1: a segment, %2: what it is, such as "retransmission"
    return note.isEmpty() ? text : NetworkDeeds::tr("%1, %2").arg(text, note);
}

/// Another one on its way would be called the same.
bool hasTwin(const Session& session, FlightIndex index)
{
    const QString name = segmentName(session, index);
    return std::ranges::any_of(session.simulator().network().inFlight(), [&](const InFlight& other) {
        return other.flight != index && other.waits && segmentName(session, other.flight) == name;
    });
}

QString segmentTarget(const Session& session, FlightIndex index)
{
    const Flight& flight = session.trace().flight(index);
    QString segment = segmentName(session, index);
    if (session.simulator().network().find(index)->waits) {
        if (hasTwin(session, index))
            //: %1: a segment, %2: a moment
            segment = NetworkDeeds::tr("%1, sent at %2").arg(segment, words::moment(flight.sent));
        //: An entry of a menu: a segment (%1) that waits on its way
        return flight.from == Side::Client ? NetworkDeeds::tr("To the server: %1, waiting").arg(segment)
                                           //: An entry of a menu: a segment (%1) that waits on its way
                                           : NetworkDeeds::tr("To the client: %1, waiting").arg(segment);
    }
    const QString due = words::moment(flight.due);
    //: An entry of a menu: a segment (%1) on its way, and the moment (%2) at which it is to arrive
    return flight.from == Side::Client ? NetworkDeeds::tr("To the server: %1, due at %2").arg(segment, due)
                                       //: An entry of a menu: a segment (%1) on its way, and the moment (%2) at which
                                       //: it is to arrive
                                       : NetworkDeeds::tr("To the client: %1, due at %2").arg(segment, due);
}

QString timerTarget(const Session& session, Side side, TimerKind kind)
{
    const QString name = words::timerName(kind);
    const QString due = words::moment(session.simulator().endpoint(side).tcb().timer(kind)->deadline);
    //: An entry of a menu: a timer (%1) and the moment (%2) at which it runs out
    return side == Side::Client ? NetworkDeeds::tr("Client: %1, due at %2").arg(name, due)
                                //: An entry of a menu: a timer (%1) and the moment (%2) at which it runs out
                                : NetworkDeeds::tr("Server: %1, due at %2").arg(name, due);
}

} // namespace

std::vector<Command> networkCommands(const Session& session, NetworkDeed deed)
{
    std::vector<Target> found = targets(session.simulator(), deed);
    std::stable_sort(found.begin(), found.end(), [](const Target& a, const Target& b) { return a.at < b.at; });
    std::vector<Command> commands;
    for (const Target& target : found) {
        if (session.check(target.command) == Refusal::None)
            commands.push_back(target.command);
    }
    return commands;
}

QString networkTarget(const Session& session, const Command& command)
{
    return std::visit(Overloaded{
                          [&](const auto& toSegment) requires requires { toSegment.flight;
}
{
    return segmentTarget(session, toSegment.flight);
}
, [&](const auto& toTimer) requires requires
{
    toTimer.kind;
}
{
    return timerTarget(session, toTimer.side, toTimer.kind);
}
, [](const auto& /*not one of ours*/) { return QString(); },
} // namespace finwait
,
                      command);
}

QString whyNot(const Session& session, NetworkDeed deed)
{
    if (!networkCommands(session, deed).empty())
        return {};
    if (isForTimers(deed))
        return NetworkDeeds::tr("No timer is running.");
    return session.simulator().network().inFlight().empty()
               ? NetworkDeeds::tr("No segment is on its way.")
               : NetworkDeeds::tr("Every segment that is on its way is waiting already.");
}

} // namespace finwait
