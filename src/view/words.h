// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Everything that the pictures, the event list, the inspector and the command line say about the protocol, in the
// reader's language. Protocol words (state names, flags, SND.NXT) are the same in every language.
#pragma once

#include "core/call.h"
#include "core/command.h"
#include "core/host.h"
#include "core/reason.h"
#include "core/segment.h"
#include "core/side.h"
#include "core/state.h"
#include "core/timer.h"
#include "core/trace.h"
#include "core/transition_table.h"

#include <QString>

namespace finwait::words {

[[nodiscard]] QString sideName(Side side);              ///< "client"
[[nodiscard]] QString stateName(State state);           ///< "FIN_WAIT_1", never translated
[[nodiscard]] QString otherSpellings(State state);      ///< "RFC: FIN-WAIT-1; ss: FIN-WAIT-1"
[[nodiscard]] QString stateMeaning(State state);        ///< one or two sentences
[[nodiscard]] QString stateLeavesOn(State state);       ///< what comes next
[[nodiscard]] QString sideIsIn(Side side, State state); ///< "client is in FIN_WAIT_2"
[[nodiscard]] QString sendingText(State state);         ///< "may send", "may send: queued", "may not send"
[[nodiscard]] QString receivingText(State state);       ///< "may receive", "nothing to receive"
[[nodiscard]] QString triggerLabel(Trigger trigger); ///< short, for an edge: "active open", "ACK of FIN", "2 MSL over"
[[nodiscard]] QString triggerWhy(Trigger trigger);   ///< what has happened: "application closed", "FIN arrived"
[[nodiscard]] QString triggerSentence(Trigger trigger); ///< the same for a learner, a sentence or two
[[nodiscard]] QString replyLabel(Reply reply);          ///< "SYN,ACK"; empty for none
[[nodiscard]] QString rowTitle(RowIndex row);           ///< "ESTABLISHED → FIN_WAIT_1"
[[nodiscard]] QString rowLabel(RowIndex row);           ///< "close / FIN"
[[nodiscard]] QString figureText(Figure5 figure);       ///< where Figure 5 has a row; a sentence
[[nodiscard]] QString timerName(TimerKind kind);        ///< "RTO", "2 MSL", "delayed ACK", ...
[[nodiscard]] QString timerMeaning(TimerKind kind);     ///< a sentence
[[nodiscard]] QString octets(quint64 count);            ///< "120 octets"
[[nodiscard]] QString callText(const Call& call);       ///< "open (active)", "send 120 octets"
[[nodiscard]] QString reasonText(Reason reason);        ///< a sentence
[[nodiscard]] QString refusalText(Refusal refusal);     ///< a sentence; holds the RFC's wording where there is one
[[nodiscard]] QString signalText(Signal signal, quint64 count); ///< short: "signal: connected", "120 octets delivered"
[[nodiscard]] QString signalMeaning(Signal signal); ///< a sentence; holds the RFC's wording where there is one
[[nodiscard]] QString hostText(HostEvent event);    ///< short: "computer crashes"
[[nodiscard]] QString settingText(SettingIndex setting, std::int64_t value); ///< "net.inet.tcp.msl = 500"
/// What a segment is besides its flags: "retransmission", "challenge ACK", "duplicate"; empty for a regular one.
[[nodiscard]] QString noteText(const Flight& flight);

/// What a command does to a connection whose trace this is; a sentence: "The client's application calls: close."
[[nodiscard]] QString commandText(const Command& command, const Trace& trace);

/// A duration for reading: "250 µs", "40 ms", "1.5 s", "4 min".
[[nodiscard]] QString duration(Duration duration);
/// A moment for reading: "0.412 s", "4:02.120".
[[nodiscard]] QString moment(Time time);

/// `text` as it is set in its language: Chinese has a space beside "RTO", and none between its own words. For a text
/// with a name in it that may be either.
[[nodiscard]] QString spaced(QString text);

/// The two parts of a message's label; numbers are relative to each side's ISS.
struct SegmentLabel {
    QString name;    ///< "SYN,ACK", "data"
    QString numbers; ///< "seq 0 ack 1", "seq 1, 120 octets"
};
[[nodiscard]] SegmentLabel segmentLabel(const Trace& trace, FlightIndex index);
/// Both parts in one line: "SYN,ACK seq 0 ack 1".
[[nodiscard]] QString segmentText(const Trace& trace, FlightIndex flight);
/// Its options in one line: "MSS 1460, window scale 7, SACK permitted, timestamps 12/0"; empty if there are none.
[[nodiscard]] QString optionsText(const Options& options);
/// What became of it: "on its way, arrives at 0.254 s", "arrived at 0.254 s", "lost at 0.387 s".
[[nodiscard]] QString fateText(const Flight& flight);

/// What happened, for the event list: "ESTABLISHED → FIN_WAIT_1", "segment lost", "RTO started".
[[nodiscard]] QString eventText(const Trace& trace, RecordIndex index);
/// At whose end it happened, for the event list: a side's name, or "network" for what is lost between them.
[[nodiscard]] QString placeText(const Record& record);
/// "inferred: no captured segment proves it", "known for sure".
[[nodiscard]] QString certaintyText(Certainty certainty);
/// Why a side is found in a state (record::StateFound).
[[nodiscard]] QString foundWhy();
/// "packet 17 of the capture"; empty if it is of none.
[[nodiscard]] QString packetText(const Flight& flight);
/// Why it happened, one step back along its causes: "application closed", "FIN arrived".
[[nodiscard]] QString whyText(const Trace& trace, RecordIndex index);
/// "RFC 9293 3.10.7.4", or empty.
[[nodiscard]] QString referenceText(const Trace& trace, RecordIndex record);

} // namespace finwait::words
