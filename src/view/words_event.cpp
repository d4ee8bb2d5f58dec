// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the event list says of a record: what happened, and why. The records are RFC 9293 section 3.10's events.
#include "view/overloaded.h"
#include "view/trace_reading.h"
#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

namespace {

QString sentText(SegmentRole role)
{
    switch (role) {
    case SegmentRole::Regular: return Words::tr("segment sent");
    case SegmentRole::Retransmission: return Words::tr("segment sent again");
    case SegmentRole::WindowProbe: return Words::tr("window probe sent");
    case SegmentRole::KeepAlive: return Words::tr("keep-alive sent");
    case SegmentRole::ChallengeAck: return Words::tr("challenge ACK sent");
    case SegmentRole::Reset: return Words::tr("reset sent");
    case SegmentRole::Injected: return Words::tr("forged segment sent");
    }
    Q_UNREACHABLE();
}

QString lossText(LossCause why)
{
    switch (why) {
    case LossCause::DroppedByUser: return Words::tr("dropped by hand");
    case LossCause::DroppedByRule: return Words::tr("the network's rules drop it");
    case LossCause::HostIsDown: return Words::tr("the computer that it reaches has crashed");
    case LossCause::HostIsSilent: return Words::tr("a cable is out");
    case LossCause::NetworkIsFull: return Words::tr("there is no room for it on the way");
    case LossCause::NotSeenToArrive: return Words::tr("nothing in the capture shows that it arrived");
    }
    Q_UNREACHABLE();
}

/// What a rule does to a segment.
QString faultText(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Drop: return Words::tr("fault: dropped");
    case FaultKind::Delay: return Words::tr("fault: delayed");
    case FaultKind::Duplicate: return Words::tr("fault: duplicated");
    case FaultKind::Reorder: return Words::tr("fault: held back");
    case FaultKind::Corrupt: return Words::tr("fault: damaged");
    }
    Q_UNREACHABLE();
}

QString hostWhy(HostEvent event)
{
    switch (event) {
    case HostEvent::Crash: return Words::tr("nothing is remembered, and nobody is told");
    case HostEvent::Restart: return Words::tr("it knows of no connection");
    case HostEvent::FallSilent: return Words::tr("nothing gets out, and nothing gets in");
    case HostEvent::SpeakAgain: return Words::tr("what comes and goes arrives again");
    }
    Q_UNREACHABLE();
}

/// Which of the network's rules it was; people count from one.
QString ruleText(std::uint32_t rule)
{
    return Words::tr("rule %1 of the network").arg(rule + 1);
}

/// Why a timer runs.
QString timerWhy(TimerKind kind)
{
    switch (kind) {
    case TimerKind::Retransmission: return Words::tr("an ACK is awaited");
    case TimerKind::TimeWait: return Words::tr("both FINs are acknowledged");
    case TimerKind::DelayedAck: return Words::tr("the ACK may ride on data");
    case TimerKind::Persist: return Words::tr("the peer's window is too small");
    case TimerKind::KeepAlive: return Words::tr("nothing has come from the peer");
    case TimerKind::FinWait2: return Words::tr("the peer's FIN has not come");
    case TimerKind::User: return Words::tr("data is not acknowledged");
    case TimerKind::Establishment: return Words::tr("the connection is not established yet");
    }
    Q_UNREACHABLE();
}

QString callWhy(const Call& call)
{
    return std::visit(Overloaded{
                          [](const OpenActive&) { return triggerWhy(Trigger::OpenActive); },
                          [](const OpenPassive&) { return triggerWhy(Trigger::OpenPassive); },
                          [](const Send&) { return triggerWhy(Trigger::Send); },
                          [](const Receive&) { return Words::tr("application reads"); },
                          [](const Close&) { return triggerWhy(Trigger::Close); },
                          [](const Abort&) { return triggerWhy(Trigger::Abort); },
                          [](const Status&) { return Words::tr("application asked for the status"); },
                      },
                      call);
}

/// What happens to a segment, which goes by its name alone: "FIN,ACK arrived".
QString segmentIs(const QString& what, const Trace& trace, FlightIndex flight)
{
    return spaced(what.arg(segmentLabel(trace, flight).name));
}

QString timerIs(const QString& what, TimerKind kind)
{
    return spaced(what.arg(timerName(kind)));
}

/// What somebody has done to a timer.
QString touchText(TimerDeed deed)
{
    switch (deed) {
    case TimerDeed::RunOut: return Words::tr("run out by hand");
    case TimerDeed::Stopped: return Words::tr("stopped by hand");
    case TimerDeed::Stretched: return Words::tr("stretched by hand");
    }
    Q_UNREACHABLE();
}

QString faultsText(FaultsOf what)
{
    switch (what) {
    case FaultsOf::Network: return Words::tr("other delays or faults from here on");
    case FaultsOf::Clockwork: return Words::tr("another clockwork from here on");
    }
    Q_UNREACHABLE();
}

QString foundText(State state)
{
    //: of a side; %1: a state
    return Words::tr("is found in %1").arg(stateName(state));
}

/// Why a side has come into a state; of what is only inferred, that it is.
QString knownWhy(const QString& why, Certainty certainty)
{
    switch (certainty) {
    case Certainty::Sure: return why;
    //: %1: why a side is in a state
    case Certainty::Inferred: return Words::tr("inferred: %1").arg(why);
    }
    Q_UNREACHABLE();
}

/// What a record is for those that it causes.
QString asCause(const Trace& trace, const Record& cause)
{
    return std::visit(
        Overloaded{
            [](const record::CallMade& body) { return callWhy(body.call); },
            [](const record::CallRefused& body) { return callWhy(body.call); },
            [&](const record::SegmentSent& body) { return segmentIs(Words::tr("%1 sent"), trace, body.flight); },
            [&](const record::SegmentArrived& body) { return segmentIs(Words::tr("%1 arrived"), trace, body.flight); },
            [&](const record::SegmentLost& body) { return segmentIs(Words::tr("%1 lost"), trace, body.flight); },
            [](const record::NotProcessed& body) { return reasonText(body.reason); },
            [](const record::Transition& body) { return triggerWhy(transitionRow(body.row).trigger); },
            [](const record::TimerStarted& body) { return timerWhy(body.kind); },
            [](const record::TimerRestarted& body) { return timerWhy(body.kind); },
            [](const record::TimerStopped& body) { return timerIs(Words::tr("%1 stopped"), body.kind); },
            [](const record::TimerFired& body) { return timerIs(Words::tr("%1 expired"), body.kind); },
            [](const record::Signalled& body) { return signalText(body.signal, body.octets); },
            [](const record::FaultMet& body) { return ruleText(body.rule); },
            [](const record::SegmentDuplicated&) { return Words::tr("the network made a copy"); },
            [](const record::SegmentHeld&) { return Words::tr("held by hand"); },
            [](const record::SegmentRescheduled&) { return Words::tr("let go"); },
            [](const record::HostChanged& body) { return hostText(body.event); },
            [](const record::TimerTouched& body) { return touchText(body.deed); },
            [](const record::FaultsChanged& body) { return faultsText(body.of); },
            [](const record::SettingChanged& body) { return settingText(body.setting, body.value); },
            [](const record::StateFound& body) { return foundText(body.state); },
        },
        cause.body);
}

QString causeText(const Trace& trace, const Record& record)
{
    return record.cause == noRecord ? QString() : asCause(trace, trace.record(record.cause));
}

/// A call has no cause but the application's will; one that waited for a state says for which.
QString plannedText(const Trace& trace, const Record& call)
{
    if (call.cause == noRecord)
        return {};
    const Record& cause = trace.record(call.cause);
    if (const auto* moved = std::get_if<record::Transition>(&cause.body)) {
        const QString state = stateName(transitionRow(moved->row).to);
        if (cause.side == call.side) {
            //: %1: a state
            return Words::tr("planned for when it is in %1").arg(state);
        }
        //: %1: a state
        return cause.side == Side::Client ? Words::tr("planned for when the client is in %1").arg(state)
                                          //: %1: a state
                                          : Words::tr("planned for when the server is in %1").arg(state);
    }
    return asCause(trace, cause);
}

/// Somebody has meddled with a timer, and this came of it.
bool isByHand(const Trace& trace, const Record& record)
{
    return record.cause != noRecord && std::holds_alternative<record::TimerTouched>(trace.record(record.cause).body);
}

/// By a rule of the network, or else by hand.
QString duplicatedWhy(const Trace& trace, const Record& record)
{
    const bool isOfARule =
        record.cause != noRecord && std::holds_alternative<record::FaultMet>(trace.record(record.cause).body);
    return isOfARule ? causeText(trace, record) : Words::tr("by hand");
}

QString sentWhy(const Trace& trace, const Record& record, FlightIndex flight)
{
    switch (trace.flight(flight).role) {
    case SegmentRole::Retransmission: // unless something that arrived, or somebody, has brought it about
        if (record.cause == noRecord)
            return Words::tr("no ACK came in time");
        if (std::holds_alternative<record::TimerFired>(trace.record(record.cause).body)
            && !isByHand(trace, trace.record(record.cause)))
            return Words::tr("no ACK came in time");
        return causeText(trace, record);
    case SegmentRole::WindowProbe: return Words::tr("has the peer's window opened?");
    case SegmentRole::KeepAlive: return Words::tr("is the peer still there?");
    case SegmentRole::Injected: return Words::tr("no endpoint has sent it");
    case SegmentRole::Regular:
    case SegmentRole::ChallengeAck:
    case SegmentRole::Reset: return causeText(trace, record);
    }
    Q_UNREACHABLE();
}

QString arrivedWhy(const Trace& trace, FlightIndex index)
{
    const Flight& flight = trace.flight(index);
    //: %1: a moment
    return Words::tr("sent at %1").arg(moment(flight.sent));
}

/// The record that set a timer going which has now fired.
QString firedWhy(const Trace& trace, const Record& record)
{
    if (record.cause == noRecord)
        return {};
    const Record& started = trace.record(record.cause);
    if (isByHand(trace, record))
        return causeText(trace, record);
    //: %1: a duration
    return Words::tr("started %1 ago").arg(duration(record.at - started.at));
}

} // namespace

QString eventText(const Trace& trace, RecordIndex index)
{
    return std::visit(
        Overloaded{
            [](const record::CallMade& body) { return Words::tr("call: %1").arg(callText(body.call)); },
            [](const record::CallRefused& body) { return Words::tr("call refused: %1").arg(callText(body.call)); },
            [&](const record::SegmentSent& body) { return sentText(trace.flight(body.flight).role); },
            [](const record::SegmentArrived&) { return Words::tr("segment arrived"); },
            [](const record::SegmentLost&) { return Words::tr("segment lost"); },
            [](const record::NotProcessed&) { return Words::tr("segment not used"); },
            [](const record::Transition& body) { return rowTitle(body.row); },
            [](const record::TimerStarted& body) { return timerIs(Words::tr("%1 started"), body.kind); },
            [](const record::TimerRestarted& body) { return timerIs(Words::tr("%1 restarted"), body.kind); },
            [](const record::TimerStopped& body) { return timerIs(Words::tr("%1 stopped"), body.kind); },
            [](const record::TimerFired& body) { return timerIs(Words::tr("%1 expired"), body.kind); },
            [](const record::Signalled& body) { return signalText(body.signal, body.octets); },
            [](const record::FaultMet& body) { return faultText(body.kind); },
            [](const record::SegmentDuplicated&) { return Words::tr("segment duplicated"); },
            [](const record::SegmentHeld&) { return Words::tr("segment held"); },
            [](const record::SegmentRescheduled&) { return Words::tr("segment let go"); },
            [](const record::HostChanged& body) { return hostText(body.event); },
            [](const record::TimerTouched& body) {
                //: %1: a timer; %2: what is done to it
                return Words::tr("%1: %2").arg(timerName(body.kind), touchText(body.deed));
            },
            [](const record::FaultsChanged& body) { return faultsText(body.of); },
            [](const record::SettingChanged& body) { return settingText(body.setting, body.value); },
            [](const record::StateFound& body) { return foundText(body.state); },
        },
        trace.record(index).body);
}

QString certaintyText(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Sure: return Words::tr("known for sure");
    case Certainty::Inferred: return Words::tr("inferred: no captured segment proves it");
    }
    Q_UNREACHABLE();
}

QString foundWhy()
{
    return Words::tr("the capture begins in the middle of the connection, or a part of it is missing");
}

QString packetText(const Flight& flight)
{
    if (flight.packet == 0)
        return {};
    //: %1: its number
    return Words::tr("packet %1 of the capture").arg(flight.packet);
}

QString placeText(const Record& record)
{
    const bool inNetwork = std::holds_alternative<record::SegmentLost>(record.body)
                           || std::holds_alternative<record::FaultMet>(record.body)
                           || std::holds_alternative<record::SegmentDuplicated>(record.body)
                           || std::holds_alternative<record::SegmentHeld>(record.body)
                           || std::holds_alternative<record::SegmentRescheduled>(record.body) || changesNetwork(record);
    return inNetwork ? Words::tr("network") : sideName(record.side);
}

QString whyText(const Trace& trace, RecordIndex index)
{
    const Record& record = trace.record(index);
    return std::visit(Overloaded{
                          [&](const record::CallMade&) { return plannedText(trace, record); },
                          [](const record::CallRefused& body) { return refusalText(body.refusal); },
                          [&](const record::SegmentSent& body) { return sentWhy(trace, record, body.flight); },
                          [&](const record::SegmentArrived& body) { return arrivedWhy(trace, body.flight); },
                          [](const record::SegmentLost& body) { return lossText(body.why); },
                          [](const record::NotProcessed& body) { return reasonText(body.reason); },
                          [](const record::Transition& body) {
                              return knownWhy(triggerWhy(transitionRow(body.row).trigger), body.certainty);
                          },
                          [](const record::TimerStarted& body) { return timerWhy(body.kind); },
                          [&](const record::TimerRestarted& body) {
                              return isByHand(trace, record) ? causeText(trace, record) : timerWhy(body.kind);
                          },
                          [&](const record::TimerStopped&) { return causeText(trace, record); },
                          [&](const record::TimerFired&) { return firedWhy(trace, record); },
                          [&](const record::Signalled&) { return causeText(trace, record); },
                          [](const record::FaultMet& body) { return ruleText(body.rule); },
                          [&](const record::SegmentDuplicated&) { return duplicatedWhy(trace, record); },
                          [](const record::SegmentHeld&) { return Words::tr("until it is delivered by hand"); },
                          [](const record::SegmentRescheduled& body) {
                              //: %1: a moment
                              return Words::tr("to arrive at %1").arg(moment(body.due));
                          },
                          [](const record::HostChanged& body) { return hostWhy(body.event); },
                          [&](const record::TimerTouched&) { return firedWhy(trace, record); },
                          [](const record::FaultsChanged&) { return Words::tr("by hand"); },
                          [](const record::SettingChanged&) { return QString(); },
                          [](const record::StateFound& body) { return knownWhy(foundWhy(), body.certainty); },
                      },
                      record.body);
}

} // namespace finwait::words
