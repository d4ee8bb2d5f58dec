// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The engine at work on one input: the endpoint's TCB while it changes, and the effects in the order in which they
// happen. Internal to the core; its parts are in step_calls.cpp (RFC 9293 sections 3.10.1 to 3.10.6), step_arrival.cpp
// (3.10.7), step_timers.cpp (3.10.8) and step_transmit.cpp (3.8).
#pragma once

#include "core/classify.h"
#include "core/endpoint.h"

namespace finwait {

class Step
{
public:
    Step(Endpoint& endpoint, Time now, Effects& effects);

    void call(const Call& call);
    void arrive(const Segment& segment);
    void expire(TimerKind kind);
    void transmit();
    void stopTimer(TimerKind kind);
    void moveTimer(TimerKind kind, Time deadline);
    void crash();

private:
    // step.cpp: what all parts use
    void take(Trigger trigger);
    void moveTo(const TransitionRow& row);
    void enter(State state, State from);
    void deleteTcb();
    void returnToListen();
    void signal(Signal signal, std::uint64_t octets = 0);
    void signalLostSends();
    void listenAgain(Trigger trigger);
    void endQueuedCalls(Signal signal);
    void remark(Reason reason);
    void refuse(Refusal refusal);
    /// `after` on the endpoint's own clock.
    void startTimer(TimerKind kind, Duration after);
    void stopAllTimers();
    [[nodiscard]] bool isRunning(TimerKind kind) const { return m_tcb.timers[indexOf(kind)].has_value(); }

    // step_calls.cpp
    void openActive();
    void openPassive();
    void send(const Send& call);
    void receive(const Receive& call);
    void close(const Close& call);
    void stopReading(const Close& call);
    void abort();
    void status();
    void beginIncarnation();
    void sendSyn();
    void deliverToApplication();
    void discardUnread();
    [[nodiscard]] bool wouldLoseUnreadData() const;

    // step_arrival.cpp
    void applyWhole(const Verdict& verdict, const Segment& segment);
    void acceptSyn(const Segment& segment, bool takesText);
    void learnFromSyn(const Segment& segment);
    void keepText(const Segment& segment);
    void reset(Trigger trigger);
    void reopen(const Segment& segment, bool takesText);
    void returnToTimeWait(Trigger trigger);
    void repeatSynAck();
    void completeHandshake(const Segment& segment);
    void negotiate(const Options& options);
    void answer(Answer answer, const Segment& segment);
    void recordTimestamp(const Segment& segment);
    void processAck(const Segment& segment, const Verdict& verdict);
    void advanceUna(Seq ack, const Segment& segment);
    void removeAcknowledged(Seq ack, std::uint64_t& octets, std::optional<Time>& sampleFrom);
    void measureRoundTrip(const Segment& segment, std::optional<Time> sampleFrom);
    void updateSendWindow(const Segment& segment);
    void allowClosedWindow();
    void endProbing();
    void processUrgent(const Segment& segment);
    void processText(const Segment& segment, const Verdict& verdict);
    void scheduleAck(const Segment& segment, const ReceiveBuffer::Advance& advance);
    void noteText(std::uint32_t octets);
    [[nodiscard]] bool isWorthAnAck() const;
    void noteActivity();

    // step_timers.cpp
    void retransmit();
    void giveUp();
    void endUnanswered(Trigger trigger);
    void probeWindow();
    void keepAlive();
    void endDelay();
    [[nodiscard]] bool isLinear() const;
    [[nodiscard]] std::uint32_t retryLimit() const;
    void armKeepAlive(Duration after);
    void armRetransmission();
    [[nodiscard]] Duration probeInterval() const;
    void armUserTimer();

    // step_transmit.cpp
    struct Portion {
        std::uint32_t octets = 0;
        bool fin = false;
    };
    [[nodiscard]] bool maySendText() const;
    [[nodiscard]] bool finIsPending() const;
    [[nodiscard]] std::uint32_t usableWindow() const;
    [[nodiscard]] std::uint32_t segmentRoom() const;
    [[nodiscard]] Portion nextPortion() const;
    void sendPortion(const Portion& portion, SegmentRole role);
    void resendProbe();
    void waitForWindow();
    void sendAck(SegmentRole role);
    [[nodiscard]] bool finGoesWithAcks() const;
    void repeatFin();
    void sendLimitedAck(SegmentRole role);
    void sendReset(bool withAck);
    void resetInReply(const Segment& offending);
    void resend(const Outstanding& outstanding, SegmentRole role);
    [[nodiscard]] Segment frame(Seq seq, bool withAck);
    void updateReceiveWindow();
    [[nodiscard]] std::uint32_t offeredAtMost() const;
    [[nodiscard]] bool windowCanMove() const;
    [[nodiscard]] bool windowUpdateIsDue() const;
    [[nodiscard]] bool isWorthOffering(std::uint32_t window) const;
    void roundWindow();
    [[nodiscard]] std::optional<std::uint8_t> windowScale() const;
    [[nodiscard]] Options synOptions() const;
    void emit(const Segment& segment, SegmentRole role);
    [[nodiscard]] Seq chooseIss() const;

    Endpoint& m_endpoint;
    const EndpointConfig& m_config;
    const StackProfile& m_profile;
    Tcb& m_tcb;
    const LocalClock& m_clock;
    const Time m_now;
    Effects& m_effects;
};

} // namespace finwait
