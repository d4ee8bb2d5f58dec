// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/assertion.h"

#include "script/script_sockets.h"
#include "script/script_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace finwait {

namespace {

struct StateWord {
    std::string_view word;
    State state;
};

/// FreeBSD's header calls them TCPI_..., Linux' TCP_...; both have two spellings of some.
constexpr std::array<StateWord, 15> stateWords = {{{"CLOSED", State::Closed},
                                                   {"CLOSE", State::Closed},
                                                   {"LISTEN", State::Listen},
                                                   {"SYN_SENT", State::SynSent},
                                                   {"SYN_RECEIVED", State::SynReceived},
                                                   {"SYN_RECV", State::SynReceived},
                                                   {"ESTABLISHED", State::Established},
                                                   {"FIN_WAIT_1", State::FinWait1},
                                                   {"FIN_WAIT1", State::FinWait1},
                                                   {"FIN_WAIT_2", State::FinWait2},
                                                   {"FIN_WAIT2", State::FinWait2},
                                                   {"CLOSING", State::Closing},
                                                   {"TIME_WAIT", State::TimeWait},
                                                   {"CLOSE_WAIT", State::CloseWait},
                                                   {"LAST_ACK", State::LastAck}}};

[[noreturn]] void refuse(std::string_view assertion)
{
    throw NotPlayed{"the assertion" + std::string(assertion)};
}

} // namespace

State assertedState(std::string_view assertion)
{
    ScriptText text(assertion);
    text.skipLines();
    if (text.word() != "assert" || text.word() != "tcpi_state" || !text.accept("=="))
        refuse(assertion);
    std::string_view name = text.word();
    text.skipLines();
    if (!text.atEnd())
        refuse(assertion);
    for (const std::string_view prefix : {"TCPI_", "TCP_"}) {
        if (name.starts_with(prefix)) {
            name.remove_prefix(prefix.size());
            break;
        }
    }
    const auto found = std::ranges::find(stateWords, name, &StateWord::word);
    if (found == stateWords.end())
        refuse(assertion);
    return found->state;
}

} // namespace finwait
