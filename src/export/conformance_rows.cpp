// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The rows themselves. tests/packaging/test_conformance.py holds them to the tests that they name and to the RFC.

#include "export/conformance.h"

#include <array>

namespace finwait {

namespace {

using enum Conformance;

constexpr std::string_view noOctets = "Nothing here reads the octets of a segment: to the engine it is a structure";
constexpr std::string_view exportOnly =
    "In the packets that are exported, the only octets there are: to the engine a segment is a structure";
constexpr std::string_view noAddresses =
    "The simulated network has two hosts, known to each other: no addresses are chosen or checked";
constexpr std::string_view noIp = "There is no IP layer under the engine";
constexpr std::string_view noIcmp = "The simulated network carries no ICMP";
constexpr std::string_view noPushCall = "SEND has no PUSH flag: data is pushed always (MUST-60, MUST-61)";
constexpr std::string_view noCongestion = "Congestion control is outside of what Finwait is about";
constexpr std::string_view oneRecord = "An endpoint has one connection record";

constexpr std::array rows = std::to_array<Requirement>({
    {"MUST-1", "3.1", "The window is an unsigned number", Met,
     "core/sending window_above32767_isUsedWhole, core/options windowWithoutScale_isAtMost65535", ""},
    {"MUST-2", "3.1", "The sender computes the checksum", Met,
     "capture/packet_octets syn_hasItsOptionsPadded, capture/packet_octets data_overIpv6", exportOnly},
    {"MUST-3", "3.1", "The receiver checks the checksum", Partly, "core/faults corrupt_arrivesAndIsIgnored",
     "That a segment was damaged on its way is a mark on it, which the receiver heeds; nothing is summed up"},
    {"MUST-4", "3.1", "End of Option List, No-Operation and MSS are supported", Partly,
     "core/options mss_isTheSmallerOfBoth, capture/packet_octets syn_hasItsOptionsPadded",
     "MSS is. No-Operation is written into the packets that are exported; End of Option List is not, and neither is "
     "read"},
    {"MUST-5", "3.1", "Options may come in any segment", Met,
     "core/options optionsWithoutASyn_areReadAndMeanNothing, core/timestamps echo_inSequence_isTheLatest, "
     "core/timestamps notAgreedUpon_theyAreIgnored",
     ""},
    {"MUST-6", "3.1", "Unknown options are ignored", OutOfScope, "", noOctets},
    {"MUST-7", "3.1", "Illegal option lengths do no harm", OutOfScope, "", noOctets},
    {"MUST-8", "3.4.1", "Initial sequence numbers follow a clock", Met,
     "core/calls initialSequenceNumbersFollowTheClockAndASecret", ""},
    {"MUST-9", "3.4.1", "The function that makes them cannot be computed from outside", Partly,
     "core/calls initialSequenceNumbersFollowTheClockAndASecret",
     "There is a secret, made from the scenario's seed: a simulation is to be repeated exactly, not to withstand "
     "attacks, so the function is not a cryptographic one"},
    {"MUST-10", "3.5", "Both sides may open at once", Met,
     "scenario/rfc_figures figure7_simultaneousSynchronization, script/syn-sent-rcv-syn.pkt", ""},
    {"MUST-11", "3.5", "SYN_RECEIVED knows whether it came from a passive or an active OPEN", Met,
     "core/resets synReceived_reset_listensAsIfNothingHadHappened, core/arrival_opening everySegmentAtEveryPlace, "
     "script/syn-received-passive-rcv-rst.pkt, script/syn-received-active-rcv-rst.pkt",
     ""},
    {"MUST-12", "3.6", "The application learns whether the peer closed or aborted", Met,
     "core/arrival_synchronized everySegmentAtEveryPlace, core/reason signalsThatAreErrors, "
     "script/established-rcv-fin.pkt, script/established-rcv-rst.pkt",
     ""},
    {"MUST-13", "3.6.1", "TIME_WAIT lasts 2 MSL", Met, "core/time_wait lastsTwoMsl, script/time-wait-2-msl.pkt",
     "A RST ends it earlier, as section 3.10.7.4 has it; the profile freebsd follows RFC 1337 instead"},
    {"MUST-14", "3.7.1", "The MSS option is sent and received", Met,
     "core/options synOffersWhatTheProfileHas, core/options mss_isTheSmallerOfBoth", ""},
    {"MUST-15", "3.7.1", "Without an MSS option 536 octets (IPv4) or 1220 (IPv6) are assumed", Partly,
     "core/options mss_isTheSmallerOfBoth",
     "536 always: the engine does not know of which family the addresses are that a scenario names"},
    {"MUST-16", "3.7.1", "The effective send MSS is the smaller of what both sides take", Met,
     "core/options mss_isTheSmallerOfBoth, core/options mss_withTimestamps_leavesRoomForThem", ""},
    {"MUST-17", "3.7.4", "An application can turn off the Nagle algorithm", Met,
     "core/sending nagle_canBeTurnedOff, script/established-write-small-nodelay.pkt", ""},
    {"MUST-18", "3.8.1", "Retransmission time-outs after RFC 6298, with Karn's algorithm", Met,
     "core/rto rule21_beforeAnyMeasurementItIsOneSecond, core/rto rule22_theFirstMeasurement, core/rto "
     "rule23_theSecondMeasurement, core/rto rule24_atLeastOneSecond, core/rto rule54_theEarliestSegmentIsRepeated, "
     "core/rto rule56_theTimerRunsForTheDoubledTime, core/rto rule57_holdsAfterARepeatedSyn, core/rto "
     "karn_aRepeatedSegmentIsNotMeasured, core/rto karn_anAckThatCoversARepeatedSegmentIsNotMeasured, core/rto "
     "karn_theBackOffStaysUntilSomethingNewIsAcknowledged",
     "The profiles linux and freebsd have shorter time-outs than RFC 6298 allows, as those do"},
    {"MUST-19", "3.8.2", "Exponential back-off, slow start, congestion avoidance", Partly,
     "core/rto rule55_doublesUntilTheNextMeasurement",
     "Back-off only. Congestion control is outside of what Finwait is about"},
    {"MUST-20", "3.8.3", "Thresholds R1 and R2 for retransmissions", Partly,
     "core/handshake_ends retransmissions_areReportedAtR1, core/timers retransmissionsHaveALimit",
     "At R1 the application is told; there is no IP layer to be advised"},
    {"MUST-21", "3.8.3", "An application can set R2", Met, "core/timers aLimitCanBeSetForOneConnection",
     "For each side, in the Faults dialog or in a scenario"},
    {"MUST-22", "3.8.3", "SYNs are retransmitted in the same way, and the application is told", Met,
     "core/timers retransmissionRepeatsTheSegment, core/timers retransmissionsHaveALimit, core/handshake_ends "
     "retransmissions_areReportedAtR1",
     ""},
    {"MUST-23", "3.8.3", "A SYN is retransmitted for three minutes at least", Met,
     "core/timers rfc9293_aSynIsRepeatedForThreeMinutes, core/handshake_ends activeOpen_isGivenUpInTime",
     "The profiles linux and freebsd give up after 131 and 75 seconds, as those do"},
    {"MUST-24", "3.8.4", "An application can turn keep-alives on and off", Met,
     "core/keep_alive isOffByDefault, core/keep_alive runsOnlyWhereAConnectionCanBeIdle", ""},
    {"MUST-25", "3.8.4", "Keep-alives are off by default", Met, "core/keep_alive isOffByDefault", ""},
    {"MUST-26", "3.8.4", "They are sent only if nothing is outstanding and nothing came for a whole interval", Met,
     "core/keep_alive segments_postponeTheProbe, core/keep_alive outstandingData_postponesTheProbe", ""},
    {"MUST-27", "3.8.4", "The interval can be set", Met, "core/keep_alive interval_canBeSet",
     "For each side, in the Faults dialog or in a scenario"},
    {"MUST-28", "3.8.4", "By default it is two hours or more", Met,
     "core/keep_alive runsOnlyWhereAConnectionCanBeIdle, core/profiles everyStackKeepsTheMusts", ""},
    {"MUST-29", "3.8.4", "One unanswered probe does not mean a dead connection", Met,
     "core/keep_alive probe_unanswered_isRepeatedNineTimes", ""},
    {"MUST-30", "3.8.5", "Urgent data is supported", Met,
     "core/sending urgent_isMarkedOnEverySegmentBeforeIt, core/receiving urgent_isToldOnceUntilItIsReached", ""},
    {"MUST-31", "3.8.5", "Urgent data may have any length", Met, "core/sending urgent_farAhead_pointsAsFarAsItCan", ""},
    {"MUST-32", "3.8.5", "The application is told of urgent data, and whenever its end moves on", Met,
     "core/receiving urgent_isToldOnceUntilItIsReached, core/receiving urgent_isToldAgainForNewUrgentData, "
     "core/receiving urgent_isToldAgainWhereThePointerAdvances",
     "In urgent mode as well, where the prose of the same section would not have it seen"},
    {"MUST-33", "3.8.5", "The application can learn whether urgent data remains to be read", Met,
     "core/receiving urgent_remainsUntilItIsRead", "From RCV.UP in the TCB; the window does not show it"},
    {"MUST-34", "3.8.6", "A sender survives a window that shrinks", Met, "core/sending window_shrinks_nothingNewIsSent",
     ""},
    {"MUST-35", "3.8.6", "A window that has shrunk to zero is probed", Met,
     "core/sending window_shrinksToZero_livePeerIsNotGivenUp", "What is outstanding is what probes it"},
    {"MUST-36", "3.8.6.1", "Zero windows are probed", Met,
     "core/window closed_isProbedAfterAnRtoWithOneOctet, core/window "
     "receiver_zeroWindow_answersProbesWithWhatItExpects, script/established-closed-window.pkt",
     ""},
    {"MUST-37", "3.8.6.1", "As long as probes are answered the connection stays open", Met,
     "core/window closed_answeredProbesGoOnForever, core/window closed_userTimeoutIsForPeersThatDoNotAnswer, "
     "core/sending window_shrinksToZero_livePeerIsNotGivenUp",
     ""},
    {"MUST-38", "3.8.6.2.1", "The sender avoids silly windows", Met,
     "core/sending sillyWindow_smallRoomIsNotUsed, core/sending sillyWindow_halfOfTheLargestWindowIsUsed, "
     "core/sending sillyWindow_theOverrideSendsAllTheSame",
     ""},
    {"MUST-39", "3.8.6.2.2", "The receiver avoids silly windows", Met,
     "core/window receiver_keepsTheRightEdgeUntilItIsWorthWhile", ""},
    {"MUST-40", "3.8.6.3", "An ACK is delayed by less than half a second", Met,
     "core/receiving delayedAck_isLessThanHalfASecond, core/receiving delayedAck_waits200Milliseconds, "
     "script/established-rcv-text.pkt",
     ""},
    {"MUST-41", "3.9.1.1", "A passive OPEN makes a new record or is refused, and leaves other records alone", Met,
     "core/calls everyCallInEveryState", oneRecord},
    {"MUST-42", "3.9.1.1", "A port can listen while another block of the same port opens", OutOfScope, "", oneRecord},
    {"MUST-43", "3.9.1.1", "OPEN may name the local address", OutOfScope, "", noAddresses},
    {"MUST-44", "3.9.1.1", "Otherwise the IP layer is asked for it", OutOfScope, "", noAddresses},
    {"MUST-45", "3.9.1.1", "Segments of a connection keep its local address", OutOfScope, "", noAddresses},
    {"MUST-46", "3.9.1.1", "OPEN to broadcast or multicast addresses is refused", OutOfScope, "", noAddresses},
    {"MUST-47", "3.9.1.8", "Soft errors are reported to the application", Met,
     "core/handshake_ends retransmissions_areReportedAtR1", "Retransmissions are; ICMP there is none"},
    {"MUST-48", "3.9.1.9", "An application can set the Differentiated Services field", OutOfScope, "", noIp},
    {"MUST-49", "3.9.2", "The time to live can be set", OutOfScope, "", noIp},
    {"MUST-50", "3.9.2", "Unknown IP options are ignored", OutOfScope, "", noIp},
    {"MUST-51", "3.9.2.1", "An application can give a source route", OutOfScope, "", noIp},
    {"MUST-52", "3.9.2.1", "It comes before one that was received", OutOfScope, "", noIp},
    {"MUST-53", "3.9.2.1", "A passive opener returns by the route that was received", OutOfScope, "", noIp},
    {"MUST-54", "3.9.2.2", "ICMP errors find their connection", OutOfScope, "", noIcmp},
    {"MUST-55", "3.9.2.2", "ICMP Source Quench is discarded", OutOfScope, "", noIcmp},
    {"MUST-56", "3.9.2.2", "Soft ICMP errors do not abort a connection", OutOfScope, "", noIcmp},
    {"MUST-57", "3.9.2.3", "SYNs to broadcast or multicast addresses are discarded", OutOfScope, "", noAddresses},
    {"MUST-58", "3.10.7.4", "ACKs are put together wherever possible", Met,
     "core/receiving delayedAck_everySecondFullSizedSegmentIsAnsweredAtOnce, core/receiving delayedAck_ridesOnData",
     ""},
    {"MUST-59", "3.10.7.4", "All queued segments are processed before an ACK is sent", Partly,
     "core/receiving seriesOfSegments_isAnsweredOnce",
     "An endpoint does it, but for challenge ACKs (RFC 5961), which go out at once. The simulator hands it one segment "
     "after the other, even of those that arrive at the same moment, so that each can be seen with its answer"},
    {"MUST-60", "3.9.1.2", "Without a PUSH flag in SEND nothing is buffered for ever", Met,
     "core/sending sillyWindow_theOverrideSendsAllTheSame, core/sending nagle_smallDataWaitsForTheAck, core/window "
     "opens_everythingGoesOutAtOnce",
     ""},
    {"MUST-61", "3.9.1.2", "Without a PUSH flag in SEND the last segment of the buffer has PSH", Met,
     "core/sending dataIsCutIntoFullSegmentsAndPushed, core/sending nagle_fullSegmentsDoNotWait", ""},
    {"MUST-62", "3.8.5", "The urgent pointer points behind the urgent data", Met,
     "core/sending urgent_pointsBehindTheUrgentData", "Many stacks point at its last octet"},
    {"MUST-63", "3.9.2.3", "SYNs from invalid addresses are ignored", OutOfScope, "", noAddresses},
    {"MUST-64", "3.2", "Options may begin at any octet", OutOfScope, "", noOctets},
    {"MUST-65", "3.2", "Only SYNs carry the MSS option", Met, "core/options onlySynsCarryMssScaleAndSack", ""},
    {"MUST-66", "3.4", "RST and URG are processed even with a window of zero", Met,
     "core/unread_data zeroWindow_reset_isBelieved, core/unread_data zeroWindow_urgent_isTold", ""},
    {"MUST-67", "3.7.1", "The MSS offered follows from what the IP layer can receive", OutOfScope, "",
     "The MSS is the profile's: Ethernet's, over IPv4"},
    {"MUST-68", "3.1", "All options but two have a length", Met, "capture/packet_octets syn_hasItsOptionsPadded",
     exportOnly},
    {"MUST-69", "3.1", "Behind an End of Option List the header is padded with zeros", Met,
     "capture/packet_octets syn_hasItsOptionsPadded, capture/packet_octets timestampsAlone_areOneOptionOfThreeWords",
     "No End of Option List is written: No-Operation fills up the words in the packets that are exported"},

    {"SHLD-1", "3.4.1", "Initial sequence numbers are a clock plus a keyed function of the sockets", Partly,
     "core/calls initialSequenceNumbersFollowTheClockAndASecret",
     "A clock plus a number made from a secret, without the sockets; see MUST-9 for why no more"},
    {"SHLD-2", "3.5.3", "A RST may contain data", Met,
     "core/resets resetWithText_isBelieved, core/unread_data zeroWindow_reset_isBelieved", ""},
    {"SHLD-3", "3.6.1", "CLOSE with unread data, or data after it, draws a RST", Met,
     "core/unread_data closeWithUnreadData_isAReset, core/unread_data finWait_newDataForNobody_isReset",
     "The profile freebsd throws unread data away without one, as FreeBSD does"},
    {"SHLD-4", "3.6.1", "Timestamps decide about a SYN in TIME_WAIT", Partly,
     "core/time_wait timestampsDecideWhetherASynIsNew",
     "In the profiles linux and freebsd; rfc9293 neither offers timestamps nor leaves TIME_WAIT for a SYN"},
    {"SHLD-5", "3.7.1", "MSS is sent in every SYN that needs it", Met,
     "core/options synOffersWhatTheProfileHas, core/options synAckAnswersOnlyWhatTheSynOffered", ""},
    {"SHLD-6", "3.7.3", "MSS accounts for links whose MTU varies", OutOfScope, "", noIp},
    {"SHLD-7", "3.7.4", "The Nagle algorithm", Met,
     "core/sending nagle_smallDataWaitsForTheAck, core/sending nagle_fullSegmentsDoNotWait, "
     "script/established-write-small.pkt",
     ""},
    {"SHLD-8", "3.8.2", "Explicit congestion notification", OutOfScope, "", noCongestion},
    {"SHLD-9", "3.8.3", "The application is told at R1", Met, "core/handshake_ends retransmissions_areReportedAtR1",
     ""},
    {"SHLD-10", "3.8.3", "R1 is three retransmissions or more", Met,
     "core/handshake_ends retransmissions_areReportedAtR1", ""},
    {"SHLD-11", "3.8.3", "R2 is 100 seconds or more", Met, "core/timers rfc9293_dataIsRepeatedForAHundredSeconds", ""},
    {"SHLD-12", "3.8.4", "A keep-alive carries no data", Met,
     "core/keep_alive probe_hasTheNumberBeforeTheNextAndNoText", ""},
    {"SHLD-13", "3.8.5", "New applications do not use urgent data", OutOfScope, "",
     "It is for applications; Finwait shows what happens if one does"},
    {"SHLD-14", "3.8.6", "A receiver does not shrink its window", Met, "core/window receiver_neverTakesTheWindowBack",
     "Where windows are scaled, what is less than one unit of the scale is not offered (RFC 7323 section 2.4)"},
    {"SHLD-15", "3.8.6", "Nothing new is sent into a window that has shrunk", Met,
     "core/sending window_shrinks_nothingNewIsSent", ""},
    {"SHLD-16", "3.8.6", "What was sent before is retransmitted as usual", Met,
     "core/sending window_shrinks_nothingNewIsSent", ""},
    {"SHLD-17", "3.8.6", "Data beyond the window's new edge does not end the connection", Met,
     "core/sending window_shrinksToZero_livePeerIsNotGivenUp", ""},
    {"SHLD-18", "3.8.6.3", "ACKs are delayed", Met,
     "core/receiving delayedAck_waits200Milliseconds, script/established-rcv-text.pkt", ""},
    {"SHLD-19", "3.8.6.3", "Every second full-sized segment is acknowledged at once", Met,
     "core/receiving delayedAck_everySecondFullSizedSegmentIsAnsweredAtOnce", ""},
    {"SHLD-20", "3.9.1.8", "An application can turn off the reports", NotMet, "",
     "They are records of the trace, which nobody has to look at"},
    {"SHLD-21", "3.9.1.9", "An application can change the Differentiated Services field later", OutOfScope, "", noIp},
    {"SHLD-22", "3.9.1.9", "It is passed to the IP layer unchanged", OutOfScope, "", noIp},
    {"SHLD-23", "3.9.2", "It is not changed within a connection without need", OutOfScope, "", noIp},
    {"SHLD-24", "3.9.2.1", "A later source route replaces the earlier", OutOfScope, "", noIp},
    {"SHLD-25", "3.9.2.2", "Soft ICMP errors are told to the application", OutOfScope, "", noIcmp},
    {"SHLD-26", "3.9.2.2", "Hard ICMP errors abort the connection", OutOfScope, "", noIcmp},
    {"SHLD-27", "3.9.1.2", "PSH does not keep segments apart", Met,
     "core/sending nagle_smallDataWaitsForTheAck, core/sending dataQueuedBeforeEstablished_goesOutOnceItIsReached", ""},
    {"SHLD-28", "3.9.1.2", "Segments are as large as possible", Met, "core/sending dataIsCutIntoFullSegmentsAndPushed",
     ""},
    {"SHLD-29", "3.8.6.1", "The first probe of a zero window comes after an RTO", Met,
     "core/window closed_isProbedAfterAnRtoWithOneOctet, script/established-closed-window.pkt", ""},
    {"SHLD-30", "3.8.6.1", "Probes come ever more seldom", Met,
     "core/window closed_probesComeEverMoreSeldom, script/established-closed-window.pkt", ""},
    {"SHLD-31", "3.10.7.4", "Segments out of order are kept", Met,
     "core/receiving textOutOfOrder_isKeptUntilTheGapIsFilled, script/established-rcv-text-out-of-order.pkt", ""},

    {"MAY-1", "3.6.1", "CLOSE may mean that the application reads no more", Met,
     "core/unread_data finWait_newDataForNobody_isReset, core/calls afterCloseForGood_nothingCanBeReceived", ""},
    {"MAY-2", "3.6.1", "A new SYN may reopen a connection from TIME_WAIT", Partly,
     "core/time_wait newSyn_beginsANewIncarnation, core/time_wait newSyn_getsAnIssBeyondTheOldSequenceNumbers, "
     "core/time_wait reopened_reset_goesBackToTimeWait",
     "In the profiles linux and freebsd; rfc9293 answers with a challenge ACK"},
    {"MAY-3", "3.7.1", "MSS may be sent always", Met, "core/options synOffersWhatTheProfileHas", ""},
    {"MAY-4", "3.8.1", "A retransmission may have the same IP identification", OutOfScope, "", noIp},
    {"MAY-5", "3.8.4", "Keep-alives", Met,
     "core/keep_alive probe_drawsAnAckFromAPeerThatIsAlive, core/keep_alive "
     "probe_hasTheNumberBeforeTheNextAndNoText",
     ""},
    {"MAY-6", "3.8.4", "They may carry one octet of garbage", NotMet, "", "It is for peers older than RFC 1122"},
    {"MAY-7", "3.8.6", "Old data beyond the window may be retransmitted", Met,
     "core/sending window_shrinks_nothingNewIsSent", "A segment goes out again whole, whatever the window is by then"},
    {"MAY-8", "3.8.6.1", "A receiver may keep its window closed for ever", Met,
     "core/window receiver_zeroWindow_answersProbesWithWhatItExpects, core/window closed_answeredProbesGoOnForever",
     "Where the application does not read"},
    {"MAY-9", "3.9.1.9", "The Differentiated Services field may be passed up", OutOfScope, "", noIp},
    {"MAY-10", "3.9.2", "IP's Timestamp option", OutOfScope, "", noIp},
    {"MAY-11", "3.9.2", "IP's Record Route option", OutOfScope, "", noIp},
    {"MAY-12", "3.10.7.4", "RFC 5961's check of acknowledgment numbers", Met,
     "core/resets ackOlderThanAnyWindow_isAnsweredAndDropped", ""},
    {"MAY-13", "3.10.7.4", "A segment in the window but out of order may be acknowledged at once", Met,
     "core/receiving delayedAck_isNotForGaps, script/established-rcv-text-out-of-order.pkt", ""},
    {"MAY-14", "3.9.1.7", "A FLUSH call", NotMet, "", "No stack that Finwait has a profile of has it"},
    {"MAY-15", "3.9.1.2", "A PUSH flag in SEND", NotMet, "", noPushCall},
    {"MAY-16", "3.9.1.2", "Data without PUSH may be gathered", NotMet, "", noPushCall},
    {"MAY-17", "3.9.1.3", "The receiver may be told of a PSH", NotMet, "",
     "Data is delivered as soon as it is in order, with PSH or without"},
    {"MAY-18", "3.8.2", "Other algorithms of congestion control", OutOfScope, "", noCongestion},

    {"REC-1", "3.1", "Windows are kept as 32-bit numbers", Met,
     "core/unread_data receiveBufferOfItsOwn_boundsTheWindow, core/options windowScale_takesBothSides", ""},
});

} // namespace

std::span<const Requirement> requirements()
{
    return rows;
}

} // namespace finwait
