// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said about commands: on an edge that can be clicked, and of a branch that one of them began.
#include "view/overloaded.h"
#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

namespace {

QString callSentence(Side side, const Call& call)
{
    if (side == Side::Client) {
        //: %1: "close", "send 100 octets"
        return Words::tr("The client's application calls: %1.").arg(callText(call));
    }
    //: %1: "close", "send 100 octets"
    return Words::tr("The server's application calls: %1.").arg(callText(call));
}

/// Time may have to go on until then.
QString arrivalSentence(const Trace& trace, FlightIndex flight)
{
    if (other(trace.flight(flight).from) == Side::Client) {
        //: %1: "SYN,ACK seq 0 ack 1"
        return Words::tr("The segment %1 arrives at the client.").arg(segmentText(trace, flight));
    }
    //: %1: "SYN,ACK seq 0 ack 1"
    return Words::tr("The segment %1 arrives at the server.").arg(segmentText(trace, flight));
}

QString firingSentence(const command::FireTimer& fired)
{
    if (fired.side == Side::Client) {
        //: %1: "RTO", "2 MSL"
        return Words::tr("The client's timer runs out: %1.").arg(timerName(fired.kind));
    }
    //: %1: "RTO", "2 MSL"
    return Words::tr("The server's timer runs out: %1.").arg(timerName(fired.kind));
}

QString stoppingSentence(const command::StopTimer& stopped)
{
    if (stopped.side == Side::Client) {
        //: %1: "RTO", "2 MSL"
        return Words::tr("The client's timer is stopped: %1.").arg(timerName(stopped.kind));
    }
    //: %1: "RTO", "2 MSL"
    return Words::tr("The server's timer is stopped: %1.").arg(timerName(stopped.kind));
}

QString stretchingSentence(const command::StretchTimer& stretched)
{
    const QString name = timerName(stretched.kind);
    const QString longer = duration(stretched.by);
    if (stretched.side == Side::Client) {
        //: %1: "RTO", "2 MSL"; %2: a duration
        return Words::tr("The client's timer takes longer: %1, by %2.").arg(name, longer);
    }
    //: %1: "RTO", "2 MSL"; %2: a duration
    return Words::tr("The server's timer takes longer: %1, by %2.").arg(name, longer);
}

QString hostSentence(Side side, HostEvent event)
{
    const bool isClient = side == Side::Client;
    switch (event) {
    case HostEvent::Crash:
        return isClient ? Words::tr("The client's computer crashes.") : Words::tr("The server's computer crashes.");
    case HostEvent::Restart:
        return isClient ? Words::tr("The client's computer restarts.") : Words::tr("The server's computer restarts.");
    case HostEvent::FallSilent:
        return isClient ? Words::tr("The client's cable is pulled.") : Words::tr("The server's cable is pulled.");
    case HostEvent::SpeakAgain:
        return isClient ? Words::tr("The client's cable is plugged in again.")
                        : Words::tr("The server's cable is plugged in again.");
    }
    Q_UNREACHABLE();
}

QString injectionSentence(Side side)
{
    return side == Side::Client ? Words::tr("A segment sets out that seems to come from the client.")
                                : Words::tr("A segment sets out that seems to come from the server.");
}

QString planSentence(const PlannedDeed& planned)
{
    const auto* call = std::get_if<Call>(&planned.deed);
    if (call && planned.side == Side::Client) {
        //: %1: "close", "send 100 octets"
        return Words::tr("The client's application will call: %1.").arg(callText(*call));
    }
    if (call) {
        //: %1: "close", "send 100 octets"
        return Words::tr("The server's application will call: %1.").arg(callText(*call));
    }
    if (const auto* event = std::get_if<HostEvent>(&planned.deed))
        return hostSentence(planned.side, *event);
    return injectionSentence(planned.side);
}

} // namespace

QString commandText(const Command& command, const Trace& trace)
{
    const auto segment = [&trace](FlightIndex flight) { return segmentText(trace, flight); };
    return std::visit(
        Overloaded{
            [](const command::MakeCall& made) { return callSentence(made.side, made.call); },
            [&](const command::Deliver& delivered) { return arrivalSentence(trace, delivered.flight); },
            [&](const command::Drop& dropped) {
                //: %1: "SYN,ACK seq 0 ack 1"
                return Words::tr("The segment %1 is lost now.").arg(segment(dropped.flight));
            },
            [&](const command::Duplicate& duplicated) {
                //: %1: "SYN,ACK seq 0 ack 1"
                return Words::tr("The segment %1 is duplicated.").arg(segment(duplicated.flight));
            },
            [&](const command::Hold& held) {
                //: %1: "SYN,ACK seq 0 ack 1"
                return Words::tr("The segment %1 is held on its way.").arg(segment(held.flight));
            },
            [](const command::FireTimer& fired) { return firingSentence(fired); },
            [](const command::StopTimer& stopped) { return stoppingSentence(stopped); },
            [](const command::StretchTimer& stretched) { return stretchingSentence(stretched); },
            [](const command::ChangeHost& changed) { return hostSentence(changed.side, changed.event); },
            [](const command::Inject& injected) { return injectionSentence(injected.side); },
            [](const command::ChangeNetwork&) { return Words::tr("The network is another one from now on."); },
            [](const command::ChangeClockwork& changed) {
                return changed.side == Side::Client ? Words::tr("The client's clockwork is another one from now on.")
                                                    : Words::tr("The server's clockwork is another one from now on.");
            },
            [](const command::ChangeSetting& changed) {
                const QString setting = settingText(changed.setting, changed.value);
                //: %1: "net.inet.tcp.msl = 500"
                return changed.side == Side::Client
                           ? Words::tr("The client has another setting from now on: %1.").arg(setting)
                           : Words::tr("The server has another setting from now on: %1.").arg(setting);
            },
            [](const command::Plan& planned) { return planSentence(planned.deed); },
            [](const command::ForgetPlan& forgotten) {
                return forgotten.side == Side::Client
                           ? Words::tr("The client's application gives up what it had planned.")
                           : Words::tr("The server's application gives up what it had planned.");
            },
        },
        command);
}

} // namespace finwait::words
