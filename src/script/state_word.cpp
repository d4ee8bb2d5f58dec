// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/state_word.h"

#include <algorithm>
#include <array>

namespace finwait {

namespace {

struct StateWord {
    std::string_view word;
    State state;
};

/// Where they differ from the RFC's: sockstat, FreeBSD's netinet/tcp.h, Linux' net/tcp_states.h.
constexpr std::array<StateWord, 5> otherWords = {{{"CLOSE", State::Closed},
                                                  {"SYN_RCVD", State::SynReceived},
                                                  {"SYN_RECV", State::SynReceived},
                                                  {"FIN_WAIT1", State::FinWait1},
                                                  {"FIN_WAIT2", State::FinWait2}}};

} // namespace

std::optional<State> stateCalled(std::string_view word)
{
    for (const State state : allStates) {
        if (identifier(state) == word)
            return state;
    }
    const auto found = std::ranges::find(otherWords, word, &StateWord::word);
    return found == otherWords.end() ? std::nullopt : std::optional(found->state);
}

} // namespace finwait
