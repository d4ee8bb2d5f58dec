// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 5961 as a whole: sections 3, 4 and 5 together.
#pragma once

#include "core/stack_profile.h"

namespace finwait::bench {

inline void followRfc5961(StackProfile& profile, bool follows)
{
    profile.challengeRst = follows;
    profile.challengeSyn = follows;
    profile.challengeAck = follows;
}

} // namespace finwait::bench
