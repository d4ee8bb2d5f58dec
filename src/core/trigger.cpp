// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/trigger.h"

namespace finwait {

namespace {

struct TriggerInfo {
    std::string_view name;
    TriggerClass kind;
};

// In the order of Trigger.
constexpr std::array<TriggerInfo, triggerCount> triggers = {{
    {"OpenActive", TriggerClass::Application},
    {"OpenPassive", TriggerClass::Application},
    {"Send", TriggerClass::Application},
    {"Close", TriggerClass::Application},
    {"CloseWithUnreadData", TriggerClass::Application},
    {"Abort", TriggerClass::Application},
    {"RcvSyn", TriggerClass::Peer},
    {"RcvNewSyn", TriggerClass::Peer},
    {"RcvSynAck", TriggerClass::Peer},
    {"RcvAckOfSyn", TriggerClass::Peer},
    {"RcvFin", TriggerClass::Peer},
    {"RcvFinAckOfFin", TriggerClass::Peer},
    {"RcvAckOfFin", TriggerClass::Peer},
    {"RcvRst", TriggerClass::Peer},
    {"RcvRstPassive", TriggerClass::Peer},
    {"RcvRstReopened", TriggerClass::Peer},
    {"RcvSynPassive", TriggerClass::Peer},
    {"RcvSynInWindow", TriggerClass::Peer},
    {"RcvDataAfterClose", TriggerClass::Peer},
    {"RetriesExhausted", TriggerClass::Timer},
    {"RetriesExhaustedPassive", TriggerClass::Timer},
    {"RetriesExhaustedReopened", TriggerClass::Timer},
    {"EstablishmentTimeout", TriggerClass::Timer},
    {"UserTimeout", TriggerClass::Timer},
    {"KeepAliveExhausted", TriggerClass::Timer},
    {"FinWait2Timeout", TriggerClass::Timer},
    {"Timeout2Msl", TriggerClass::Timer},
    {"HostCrash", TriggerClass::Host},
}};

} // namespace

std::string_view identifier(Trigger trigger)
{
    return triggers[static_cast<std::size_t>(trigger)].name;
}

TriggerClass classOf(Trigger trigger)
{
    return triggers[static_cast<std::size_t>(trigger)].kind;
}

} // namespace finwait
