// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A connection that has a lot to tell, for what must not depend on the length of a trace.
#pragma once

#include "scenario/library.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace finwait::test {

/// The client sends so often that the trace has several times as many records.
inline Scenario talkative(std::uint32_t sends)
{
    Scenario scenario = *findScenario("client-closes-first");
    std::erase_if(scenario.plan, [](const PlannedDeed& planned) {
        const auto* call = std::get_if<Call>(&planned.deed);
        return call && (std::holds_alternative<Send>(*call) || std::holds_alternative<Close>(*call));
    });
    for (std::uint32_t i = 0; i < sends; ++i)
        scenario.plan.push_back(PlannedDeed{Side::Client, Send{100}, {}, 1s + i * 200ms});
    return scenario;
}

} // namespace finwait::test
