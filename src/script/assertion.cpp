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
    const auto state = stateCalled(name);
    if (!state)
        refuse(assertion);
    return *state;
}

} // namespace finwait
