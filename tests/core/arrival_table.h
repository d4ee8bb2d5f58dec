// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 9293 section 3.10.7 as a table that is read by the tests of arriving segments: eleven kinds of segments, at five
// places of the receive window, with and without RFC 5961. A rule says for a set of these what comes of it; for each
// combination there must be one rule, no more and no less.
#pragma once

#include "core/endpoint_fixture.h"
#include "core/rfc5961.h"

#include <algorithm>
#include <functional>

namespace finwait::bench {

/// What arrives. SEG.ACK is SND.UNA, or SND.NXT where it acknowledges something of ours.
enum class Kind { Syn, SynAck, Ack, AckOfOurs, Fin, FinAckOfOurs, Rst, RstAck, Data, Urg, Nothing };
/// Where SEG.SEQ lies: at RCV.NXT, behind it, the last number in the window, or wholly outside.
enum class Place { LeftEdge, InWindow, RightEdge, OutsideLeft, OutsideRight };
enum class Rfc5961 { Either, With, Without };

using Kinds = std::vector<Kind>;
using Places = std::vector<Place>;

inline const Kinds everyKind = {Kind::Syn, Kind::SynAck, Kind::Ack,  Kind::AckOfOurs, Kind::Fin,    Kind::FinAckOfOurs,
                                Kind::Rst, Kind::RstAck, Kind::Data, Kind::Urg,       Kind::Nothing};
inline const Kinds resets = {Kind::Rst, Kind::RstAck};
inline const Kinds allButResets = {Kind::Syn,          Kind::SynAck, Kind::Ack, Kind::AckOfOurs, Kind::Fin,
                                   Kind::FinAckOfOurs, Kind::Data,   Kind::Urg, Kind::Nothing};

inline const Places everywhere = {Place::LeftEdge, Place::InWindow, Place::RightEdge, Place::OutsideLeft,
                                  Place::OutsideRight};
inline const Places inside = {Place::LeftEdge, Place::InWindow, Place::RightEdge};
inline const Places leftEdge = {Place::LeftEdge};
inline const Places beyondLeftEdge = {Place::InWindow, Place::RightEdge};
inline const Places outside = {Place::OutsideLeft, Place::OutsideRight};

// Answers, as the RFC writes them.
inline constexpr auto silence = "";
inline constexpr auto emptyAck = "<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>";
inline constexpr auto synAckAnswer = "<SEQ=ISS><ACK=SEG.SEQ+1><CTL=SYN,ACK>";
inline constexpr auto resetToAck = "<SEQ=SEG.ACK><CTL=RST>";
inline constexpr auto ownReset = "<SEQ=SND.NXT><ACK=RCV.NXT><CTL=RST,ACK>"; // in this connection's numbers
inline constexpr auto resetToNoAck = "<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>";

struct Rule {
    Kinds kinds;
    Places places;
    Rfc5961 rfc5961;
    State after;
    QString answer;
    Reason reason = Reason::None;
    QString heard = {};        ///< by the application
    std::uint32_t advance = 0; ///< of RCV.NXT
};

using Rules = std::vector<Rule>;

/// A state, how it is reached, and its variables as the fixture's exchange leaves them.
struct Situation {
    const char* name;
    std::function<void(Bench&)> bring;
    std::uint32_t sndUna;
    std::uint32_t sndNxt;
    std::uint32_t rcvNxt;
    std::uint32_t lastInWindow;
    Rules rules;
};

inline std::uint32_t sequenceAt(Place place, const Situation& situation)
{
    switch (place) {
    case Place::LeftEdge: return situation.rcvNxt;
    case Place::InWindow: return situation.rcvNxt + 100;
    case Place::RightEdge: return situation.lastInWindow;
    case Place::OutsideLeft: return situation.rcvNxt - 20;
    case Place::OutsideRight: return situation.lastInWindow + 1;
    }
    return 0;
}

inline Segment segmentOf(Kind kind, Place place, const Situation& situation)
{
    const std::uint32_t seq = sequenceAt(place, situation);
    const std::uint32_t octets = 10;
    switch (kind) {
    case Kind::Syn: return segment(syn, seq);
    case Kind::SynAck: return segment(synAck, seq, situation.sndNxt);
    case Kind::Ack: return segment(ack, seq, situation.sndUna);
    case Kind::AckOfOurs: return segment(ack, seq, situation.sndNxt);
    case Kind::Fin: return segment(finAck, seq, situation.sndUna);
    case Kind::FinAckOfOurs: return segment(finAck, seq, situation.sndNxt);
    case Kind::Rst: return segment(rst, seq);
    case Kind::RstAck: return segment(rstAck, seq, situation.sndNxt);
    case Kind::Data: return segment(ack, seq, situation.sndUna, octets);
    case Kind::Urg: {
        Segment urgent = segment(urgAck, seq, situation.sndUna, octets);
        urgent.urgentPointer = 5;
        return urgent;
    }
    case Kind::Nothing: return segment(none, seq);
    }
    return {};
}

/// Puts numbers into an answer of the RFC's.
inline QString filledIn(QString answer, const Situation& situation, const Segment& arriving, std::uint32_t advance)
{
    const auto put = [&answer](const char* name, std::uint32_t value) {
        answer.replace(QLatin1String(name), QString::number(value));
    };
    put("SEG.SEQ+SEG.LEN", arriving.end().value);
    put("SEG.SEQ+1", arriving.seq.value + 1);
    put("SEG.ACK", arriving.ack.value);
    put("SND.NXT", situation.sndNxt);
    put("RCV.NXT", situation.rcvNxt + advance);
    put("ISS", ourIss.value);
    return answer;
}

inline bool applies(const Rule& rule, Kind kind, Place place, bool with5961)
{
    return std::ranges::count(rule.kinds, kind) > 0 && std::ranges::count(rule.places, place) > 0
           && (rule.rfc5961 == Rfc5961::Either || with5961 == (rule.rfc5961 == Rfc5961::With));
}

/// Everything is acknowledged at once, so that an answer shows what was taken; the window is a thousand octets.
inline EndpointConfig arrivalConfig(bool with5961)
{
    EndpointConfig config = bench::config();
    followRfc5961(config.profile, with5961);
    config.profile.delayedAck = Duration::zero();
    config.profile.receiveBuffer = 1000;
    return config;
}

/// One combination against its rule.
inline void checkArrival(const Situation& situation, Kind kind, Place place, bool with5961)
{
    const auto matches = [&](const Rule& rule) { return applies(rule, kind, place, with5961); };
    QCOMPARE(std::ranges::count_if(situation.rules, matches), 1);
    const Rule& rule = *std::ranges::find_if(situation.rules, matches);

    Bench bench(arrivalConfig(with5961));
    situation.bring(bench);
    QCOMPARE(bench.tcb().snd.una.value, situation.sndUna);
    const Segment arriving = segmentOf(kind, place, situation);
    QCOMPARE(bench.arrive(arriving), filledIn(rule.answer, situation, arriving, rule.advance));
    QCOMPARE(bench.state(), rule.after);
    QCOMPARE(bench.reason(), rule.reason);
    QCOMPARE(bench.heard(), rule.heard);
}

/// One row for each situation, kind, place, and RFC 5961 on and off.
inline void addArrivals(const std::vector<Situation>& situations)
{
    static constexpr std::array kindNames = {"SYN", "SYN,ACK", "ACK",  "ACK of ours", "FIN",    "FIN and ACK of ours",
                                             "RST", "RST,ACK", "data", "URG",         "nothing"};
    static constexpr std::array placeNames = {"left edge", "in window", "right edge", "outside left", "outside right"};
    QTest::addColumn<std::size_t>("situation");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Place>("place");
    QTest::addColumn<bool>("with5961");
    for (std::size_t i = 0; i < situations.size(); ++i) {
        for (const Kind kind : everyKind) {
            for (const Place place : everywhere) {
                for (const bool with5961 : {true, false})
                    QTest::addRow("%s: %s, %s, %s RFC 5961", situations[i].name,
                                  kindNames.at(static_cast<std::size_t>(kind)),
                                  placeNames.at(static_cast<std::size_t>(place)), with5961 ? "with" : "without")
                        << i << kind << place << with5961;
            }
        }
    }
}

inline Rules operator+(Rules first, const Rules& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// What holds in every state of 3.10.7.4 for segments outside the window (first), without ACK (fifth), and for RST
/// beyond the left edge where RFC 5961 is followed (second).
inline Rules inEverySynchronizedState(State state)
{
    return {
        {allButResets, outside, Rfc5961::Either, state, emptyAck, Reason::OutsideWindow},
        {resets, outside, Rfc5961::Either, state, silence, Reason::RstOutsideWindow},
        {resets, beyondLeftEdge, Rfc5961::With, state, emptyAck, Reason::RstNotAtLeftEdge},
        {{Kind::Nothing}, inside, Rfc5961::Either, state, silence, Reason::AckMissing},
    };
}

/// A RST that is believed (second) leads from `state` to `after`.
inline Rules resetLeadsTo(State after, const QString& heard)
{
    return {
        {resets, leftEdge, Rfc5961::Either, after, silence, Reason::None, heard},
        {resets, beyondLeftEdge, Rfc5961::Without, after, silence, Reason::None, heard},
    };
}

/// A SYN in the window (fourth), SYN alone or SYN,ACK: challenged, or an error.
inline Rules synAloneInWindow(State state, const QString& heard)
{
    return {
        {{Kind::Syn}, inside, Rfc5961::With, state, emptyAck, Reason::SynChallenged},
        {{Kind::Syn}, inside, Rfc5961::Without, State::Closed, ownReset, Reason::None, heard},
    };
}

inline Rules synAckInWindow(State state, const QString& heard)
{
    return {
        {{Kind::SynAck}, inside, Rfc5961::With, state, emptyAck, Reason::SynChallenged},
        {{Kind::SynAck}, inside, Rfc5961::Without, State::Closed, ownReset, Reason::None, heard},
    };
}

} // namespace finwait::bench

Q_DECLARE_METATYPE(finwait::bench::Kind)
Q_DECLARE_METATYPE(finwait::bench::Place)
