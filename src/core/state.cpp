// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/state.h"

#include <algorithm>
#include <cctype>

namespace finwait {

namespace {

struct Spelling {
    std::string_view own;
    std::string_view rfc;
    std::string_view ss;
};

// In the order of State.
constexpr std::array<Spelling, stateCount> spellings = {{
    {"CLOSED", "CLOSED", "UNCONN"},
    {"LISTEN", "LISTEN", "LISTEN"},
    {"SYN_SENT", "SYN-SENT", "SYN-SENT"},
    {"SYN_RECEIVED", "SYN-RECEIVED", "SYN-RECV"},
    {"ESTABLISHED", "ESTABLISHED", "ESTAB"},
    {"FIN_WAIT_1", "FIN-WAIT-1", "FIN-WAIT-1"},
    {"FIN_WAIT_2", "FIN-WAIT-2", "FIN-WAIT-2"},
    {"CLOSING", "CLOSING", "CLOSING"},
    {"TIME_WAIT", "TIME-WAIT", "TIME-WAIT"},
    {"CLOSE_WAIT", "CLOSE-WAIT", "CLOSE-WAIT"},
    {"LAST_ACK", "LAST-ACK", "LAST-ACK"},
}};

const Spelling& spellingOf(State state)
{
    return spellings[static_cast<std::size_t>(state)];
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b,
                              [](unsigned char x, unsigned char y) { return std::toupper(x) == std::toupper(y); });
}

} // namespace

std::string_view identifier(State state)
{
    return spellingOf(state).own;
}

std::string_view rfcSpelling(State state)
{
    return spellingOf(state).rfc;
}

std::string_view ssSpelling(State state)
{
    return spellingOf(state).ss;
}

std::optional<State> stateFromText(std::string_view text)
{
    for (const State state : allStates) {
        const Spelling& spelling = spellingOf(state);
        if (equalIgnoringCase(text, spelling.own) || equalIgnoringCase(text, spelling.rfc)
            || equalIgnoringCase(text, spelling.ss))
            return state;
    }
    return std::nullopt;
}

bool maySend(State state)
{
    return state == State::Established || state == State::CloseWait;
}

bool queuesSend(State state)
{
    return state == State::SynSent || state == State::SynReceived;
}

bool mayReceive(State state)
{
    return state == State::Established || state == State::FinWait1 || state == State::FinWait2;
}

bool isSynchronized(State state)
{
    return state != State::Closed && state != State::Listen && state != State::SynSent;
}

} // namespace finwait
