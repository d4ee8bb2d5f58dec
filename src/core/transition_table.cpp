// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/transition_table.h"

#include <array>

namespace finwait {

namespace {

using enum State;
using enum Trigger;
using enum Figure5;

constexpr std::string_view open = "RFC 9293 3.10.1";
constexpr std::string_view send = "RFC 9293 3.10.2";
constexpr std::string_view close = "RFC 9293 3.10.4";
constexpr std::string_view halfDuplexClose = "RFC 9293 3.6.1";
constexpr std::string_view abort = "RFC 9293 3.10.5";
constexpr std::string_view listen = "RFC 9293 3.10.7.2";
constexpr std::string_view synSent = "RFC 9293 3.10.7.3";
constexpr std::string_view otherStates = "RFC 9293 3.10.7.4";
constexpr std::string_view reopen = "RFC 9293 3.6.1 (MAY-2)";
constexpr std::string_view failures = "RFC 9293 3.8.3";
constexpr std::string_view keepAlives = "RFC 9293 3.8.4";
constexpr std::string_view timeouts = "RFC 9293 3.10.8";
constexpr std::string_view crashes = "RFC 9293 3.5.1";
constexpr std::string_view realStacks = "not in RFC 9293; Linux tcp_fin_timeout, FreeBSD finwait2_timeout";
constexpr std::string_view establishment = "not in RFC 9293; FreeBSD net.inet.tcp.keepinit";

constexpr auto rows = std::to_array<TransitionRow>({
    // Opening
    {Closed, OpenActive, SynSent, Reply::Syn, open, Drawn},
    {Closed, OpenPassive, Listen, Reply::None, open, Drawn},
    {Listen, OpenActive, SynSent, Reply::Syn, open, Beyond},
    {Listen, Trigger::Send, SynSent, Reply::Syn, send, Drawn},
    {Listen, RcvSyn, SynReceived, Reply::SynAck, listen, Drawn},
    {SynSent, RcvSynAck, Established, Reply::Ack, synSent, Drawn},
    {SynSent, RcvSyn, SynReceived, Reply::SynAck, synSent, Drawn},
    {SynReceived, RcvAckOfSyn, Established, Reply::None, otherStates, Drawn},
    {SynReceived, RcvRstPassive, Listen, Reply::None, otherStates, Drawn},
    {SynReceived, RcvRstReopened, TimeWait, Reply::None, reopen, Beyond},
    {SynReceived, RetriesExhaustedReopened, TimeWait, Reply::None, reopen, Beyond},
    {SynReceived, RcvSynPassive, Listen, Reply::None, otherStates, Beyond},
    {SynReceived, RetriesExhaustedPassive, Listen, Reply::None, failures, Beyond},

    // Closing, by the application
    {Listen, Trigger::Close, Closed, Reply::None, close, Drawn},
    {SynSent, Trigger::Close, Closed, Reply::None, close, Drawn},
    {SynReceived, Trigger::Close, FinWait1, Reply::Fin, close, Drawn},
    {Established, Trigger::Close, FinWait1, Reply::Fin, close, Drawn},
    {CloseWait, Trigger::Close, LastAck, Reply::Fin, close, Drawn},

    // Closing, by segments and time
    {Established, RcvFin, CloseWait, Reply::Ack, otherStates, Drawn},
    {FinWait1, RcvAckOfFin, FinWait2, Reply::None, otherStates, Drawn},
    {FinWait1, RcvFin, Closing, Reply::Ack, otherStates, Drawn},
    {FinWait1, RcvFinAckOfFin, TimeWait, Reply::Ack, otherStates, Note},
    {FinWait1, RcvRstReopened, TimeWait, Reply::None, reopen, Beyond},
    {FinWait1, RetriesExhaustedReopened, TimeWait, Reply::None, reopen, Beyond},
    {FinWait2, RcvFin, TimeWait, Reply::Ack, otherStates, Drawn},
    {Closing, RcvAckOfFin, TimeWait, Reply::None, otherStates, Drawn},
    {LastAck, RcvAckOfFin, Closed, Reply::None, otherStates, Drawn},
    {TimeWait, Timeout2Msl, Closed, Reply::None, timeouts, Drawn},
    {TimeWait, RcvNewSyn, SynReceived, Reply::SynAck, reopen, Beyond},
    {FinWait2, FinWait2Timeout, Closed, Reply::None, realStacks, Beyond},

    // The application gives up
    {Listen, Abort, Closed, Reply::None, abort, Beyond},
    {SynSent, Abort, Closed, Reply::None, abort, Beyond},
    {SynReceived, Abort, Closed, Reply::Rst, abort, Beyond},
    {Established, Abort, Closed, Reply::Rst, abort, Beyond},
    {FinWait1, Abort, Closed, Reply::Rst, abort, Beyond},
    {FinWait2, Abort, Closed, Reply::Rst, abort, Beyond},
    {CloseWait, Abort, Closed, Reply::Rst, abort, Beyond},
    {Closing, Abort, Closed, Reply::None, abort, Beyond},
    {LastAck, Abort, Closed, Reply::None, abort, Beyond},
    {TimeWait, Abort, Closed, Reply::None, abort, Beyond},
    {SynReceived, CloseWithUnreadData, Closed, Reply::Rst, halfDuplexClose, Beyond},
    {Established, CloseWithUnreadData, Closed, Reply::Rst, halfDuplexClose, Beyond},
    {CloseWait, CloseWithUnreadData, Closed, Reply::Rst, halfDuplexClose, Beyond},
    {FinWait1, CloseWithUnreadData, Closed, Reply::Rst, halfDuplexClose, Beyond},
    {FinWait2, CloseWithUnreadData, Closed, Reply::Rst, halfDuplexClose, Beyond},

    // The peer resets
    {SynSent, RcvRst, Closed, Reply::None, synSent, Beyond},
    {SynReceived, RcvRst, Closed, Reply::None, otherStates, Beyond},
    {Established, RcvRst, Closed, Reply::None, otherStates, Beyond},
    {FinWait1, RcvRst, Closed, Reply::None, otherStates, Beyond},
    {FinWait2, RcvRst, Closed, Reply::None, otherStates, Beyond},
    {CloseWait, RcvRst, Closed, Reply::None, otherStates, Beyond},
    {Closing, RcvRst, Closed, Reply::None, otherStates, Beyond},
    {LastAck, RcvRst, Closed, Reply::None, otherStates, Beyond},
    {TimeWait, RcvRst, Closed, Reply::None, otherStates, Beyond},

    // We reset: a SYN in the window where RFC 5961 is not followed, data for nobody
    {SynReceived, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {Established, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {FinWait1, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {FinWait2, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {CloseWait, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {Closing, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {LastAck, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {TimeWait, RcvSynInWindow, Closed, Reply::Rst, otherStates, Beyond},
    {SynReceived, RcvDataAfterClose, Closed, Reply::Rst, halfDuplexClose, Beyond},
    {FinWait1, RcvDataAfterClose, Closed, Reply::Rst, halfDuplexClose, Beyond},
    {FinWait2, RcvDataAfterClose, Closed, Reply::Rst, halfDuplexClose, Beyond},

    // Nobody answers
    {SynSent, RetriesExhausted, Closed, Reply::None, failures, Beyond},
    {SynReceived, RetriesExhausted, Closed, Reply::None, failures, Beyond},
    {Established, RetriesExhausted, Closed, Reply::None, failures, Beyond},
    {FinWait1, RetriesExhausted, Closed, Reply::None, failures, Beyond},
    {CloseWait, RetriesExhausted, Closed, Reply::None, failures, Beyond},
    {Closing, RetriesExhausted, Closed, Reply::None, failures, Beyond},
    {LastAck, RetriesExhausted, Closed, Reply::None, failures, Beyond},
    {SynSent, EstablishmentTimeout, Closed, Reply::None, establishment, Beyond},
    {SynReceived, EstablishmentTimeout, Closed, Reply::None, establishment, Beyond},
    {SynSent, UserTimeout, Closed, Reply::None, timeouts, Beyond},
    {SynReceived, UserTimeout, Closed, Reply::None, timeouts, Beyond},
    {Established, UserTimeout, Closed, Reply::None, timeouts, Beyond},
    {FinWait1, UserTimeout, Closed, Reply::None, timeouts, Beyond},
    {CloseWait, UserTimeout, Closed, Reply::None, timeouts, Beyond},
    {Closing, UserTimeout, Closed, Reply::None, timeouts, Beyond},
    {LastAck, UserTimeout, Closed, Reply::None, timeouts, Beyond},
    {Established, KeepAliveExhausted, Closed, Reply::None, keepAlives, Beyond},
    {CloseWait, KeepAliveExhausted, Closed, Reply::None, keepAlives, Beyond},
    {FinWait2, KeepAliveExhausted, Closed, Reply::None, keepAlives, Beyond},

    // The computer crashes
    {Listen, HostCrash, Closed, Reply::None, crashes, Beyond},
    {SynSent, HostCrash, Closed, Reply::None, crashes, Beyond},
    {SynReceived, HostCrash, Closed, Reply::None, crashes, Beyond},
    {Established, HostCrash, Closed, Reply::None, crashes, Beyond},
    {FinWait1, HostCrash, Closed, Reply::None, crashes, Beyond},
    {FinWait2, HostCrash, Closed, Reply::None, crashes, Beyond},
    {CloseWait, HostCrash, Closed, Reply::None, crashes, Beyond},
    {Closing, HostCrash, Closed, Reply::None, crashes, Beyond},
    {LastAck, HostCrash, Closed, Reply::None, crashes, Beyond},
    {TimeWait, HostCrash, Closed, Reply::None, crashes, Beyond},
});

constexpr RowIndex noRow = 0xFF;
static_assert(rows.size() < noRow);

using Lookup = std::array<std::array<RowIndex, triggerCount>, stateCount>;

struct Index {
    Lookup rowOf{};
    bool twoRowsForOnePair = false;
};

constexpr Index makeIndex()
{
    Index index;
    for (auto& perState : index.rowOf)
        perState.fill(noRow);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowIndex& slot = index.rowOf[static_cast<std::size_t>(rows[i].from)][static_cast<std::size_t>(rows[i].trigger)];
        if (slot != noRow)
            index.twoRowsForOnePair = true;
        slot = static_cast<RowIndex>(i);
    }
    return index;
}

constexpr Index rowIndex = makeIndex();
static_assert(!rowIndex.twoRowsForOnePair, "a (state, trigger) pair leads to one state only");

} // namespace

std::string_view identifier(Reply reply)
{
    constexpr std::array<std::string_view, 6> names = {"", "SYN", "SYN,ACK", "ACK", "FIN", "RST"};
    return names[static_cast<std::size_t>(reply)];
}

std::span<const TransitionRow> transitionTable()
{
    return rows;
}

const TransitionRow& transitionRow(RowIndex index)
{
    return rows[index];
}

std::optional<RowIndex> findRow(State from, Trigger trigger)
{
    const RowIndex row = rowIndex.rowOf[static_cast<std::size_t>(from)][static_cast<std::size_t>(trigger)];
    if (row == noRow)
        return std::nullopt;
    return row;
}

} // namespace finwait
