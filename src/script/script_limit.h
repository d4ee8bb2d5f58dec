// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What happens in a trace and cannot be said in a script.
#pragma once

#include "core/message.h"

#include <cstdint>

namespace finwait {

enum class ScriptLimit : std::uint8_t {
    // nothing can be written
    NothingHappens, ///< nothing was sent, called or received at that end
    NoEndpoint,     ///< of that side only the segments are known
    ClockSpeed,     ///< its clock is too fast or too slow
    SettingUnknown, ///< its clockwork or its socket has a value that no command sets
    // the script ends before it
    CallBeforeAnswer, ///< a call at the moment of an arrival, before that was answered
    NoSuchCall,       ///< connect() or write() on a listening socket
    AfterTimer,       ///< something is done at the moment of a timer of which nothing is to be seen, and after it
    TextBeforeAccept, ///< text that is read before the segment which brings the connection is answered
    NotAccepted,      ///< a call on a connection that accept() does not return yet
    NoDescriptor,     ///< a call after close()
    NoListener,       ///< TIME_WAIT is left for a new connection, and no socket listens
    TimerTouched,     ///< a timer was stopped, stretched or fired by hand
    UserTimeout,      ///< a user time-out ran out
    ClockworkChanged, ///< the clockwork was changed on the way
    StateFound,       ///< what led to a state was not captured
    SettingChanged,   ///< a socket's setting was changed while it was connected
    NumbersWrap,      ///< the text of a segment reaches over the end of the sequence numbers
    TooLong,          ///< it would be longer than anybody reads
};

/// What it is that cannot be said: "the application has called...". A part of a sentence, without a full stop.
[[nodiscard]] Message description(ScriptLimit limit);

} // namespace finwait
