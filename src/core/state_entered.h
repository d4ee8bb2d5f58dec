// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A condition for what is planned: an endpoint has entered a state.
#pragma once

#include "core/side.h"
#include "core/state.h"

namespace finwait {

struct StateEntered {
    Side side{};
    State state{};
    friend bool operator==(const StateEntered&, const StateEntered&) = default;
};

} // namespace finwait
