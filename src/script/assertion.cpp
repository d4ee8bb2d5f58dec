// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/assertion.h"

#include "core/read_error.h"
#include "script/script_sockets.h"
#include "script/script_text.h"
#include "script/state_word.h"

namespace finwait {

namespace {

[[noreturn]] void refuse(std::string_view assertion)
{
    throw NotPlayed{Message::tr("the assertion %1").arg(quotation(assertion))};
}

/// The word for a state; empty if something else is asserted, or nothing that can be read.
std::string_view assertedWord(std::string_view assertion)
{
    try {
        ScriptText text(assertion);
        text.skipLines();
        if (text.word() != "assert" || text.word() != "tcpi_state" || !text.accept("=="))
            return {};
        const std::string_view name = text.word();
        text.skipLines();
        return text.atEnd() ? name : std::string_view();
    } catch (const ScriptFailure&) { // a comment without an end
        return {};
    }
}

} // namespace

State assertedState(std::string_view assertion)
{
    std::string_view name = assertedWord(assertion);
    for (const std::string_view prefix : {"TCPI_", "TCP_"}) {
        if (name.starts_with(prefix)) {
            name.remove_prefix(prefix.size());
            break;
        }
    }
    const auto state = stateCalled(name);
    if (!state)
        refuse(assertion);
    return *state;
}

} // namespace finwait
