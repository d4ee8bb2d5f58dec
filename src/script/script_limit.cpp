// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_limit.h"

namespace finwait {

Message description(ScriptLimit limit)
{
    switch (limit) {
    case ScriptLimit::NothingHappens: return Message::tr("nothing is called, sent or received at that end");
    case ScriptLimit::NoEndpoint: return Message::tr("of that end only the segments are known");
    case ScriptLimit::ClockSpeed: return Message::tr("the clock of that end is not right, and a script has only one");
    case ScriptLimit::SettingUnknown: return Message::tr("that end has a value of its own that no sysctl sets");
    case ScriptLimit::CallBeforeAnswer:
        return Message::tr(
            "the application makes a call in the very moment of an arrival, and one segment answers both; "
            "the calls of a script come after the answer");
    case ScriptLimit::NoSuchCall:
        return Message::tr("a listener sends or opens actively, which a listening socket cannot");
    case ScriptLimit::AfterTimer:
        return Message::tr("something is done in the very moment of a timer, after it has run out in silence; in a "
                           "script it comes before");
    case ScriptLimit::TextBeforeAccept:
        return Message::tr("text comes with the connection and is read before the answer to it; accept() comes after "
                           "that in a script");
    case ScriptLimit::NotAccepted:
        return Message::tr("the application makes a call on a connection that accept() does not return yet");
    case ScriptLimit::NoDescriptor:
        return Message::tr("the application makes a call on a connection that it has closed");
    case ScriptLimit::NoListener:
        return Message::tr("TIME_WAIT is left for a new connection, and no socket listens for it");
    case ScriptLimit::TimerTouched: return Message::tr("somebody meddles with a timer");
    case ScriptLimit::UserTimeout: return Message::tr("a user timeout runs out, and no sysctl sets it");
    case ScriptLimit::ClockworkChanged: return Message::tr("the clockwork of that end is changed");
    case ScriptLimit::StateFound:
        return Message::tr("that end is found in another state, and what led there was not captured");
    case ScriptLimit::SettingChanged: return Message::tr("an option of a connected socket is changed");
    case ScriptLimit::NumbersWrap:
        return Message::tr("the text of a segment reaches beyond the largest sequence number of a script");
    case ScriptLimit::TooLong: return Message::tr("a script of more events would be longer than anybody reads");
    }
    return {};
}

} // namespace finwait
