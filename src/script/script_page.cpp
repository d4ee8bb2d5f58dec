// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_page.h"

#include "script/segment_text.h"

#include <algorithm>
#include <cassert>

namespace finwait {

namespace {

/// Where the actions begin, if the time leaves room for that.
constexpr std::size_t actionColumn = 10;

/// One line, whatever it was.
std::string oneLine(std::string_view text)
{
    constexpr unsigned char deleteCharacter = 0x7F;
    std::string line(text);
    const auto isControl = [](char each) {
        const auto code = static_cast<unsigned char>(each);
        return code < ' ' || code == deleteCharacter;
    };
    std::ranges::replace_if(line, isControl, ' ');
    return line;
}

} // namespace

void ScriptPage::comment(std::string_view text)
{
    m_text += "// " + oneLine(text) + "\n";
}

void ScriptPage::emptyLine()
{
    if (!m_text.ends_with("\n\n"))
        m_text += "\n";
}

void ScriptPage::event(Time at, std::string_view action, std::string_view remark)
{
    line(timeOf(at), action, remark);
}

void ScriptPage::waitingCall(Time at, std::string_view action)
{
    const std::string time = timeOf(at);
    line(time + "..." + time.substr(time.find_first_not_of('+')), action, {});
}

void ScriptPage::line(const std::string& time, std::string_view action, std::string_view remark)
{
    ++m_events;
    m_text += time;
    m_text.append(actionColumn - std::min(time.size(), actionColumn - 1), ' ');
    m_text += action;
    if (!remark.empty())
        m_text += " // " + oneLine(remark);
    m_text += "\n";
}

/// The first one counts from the script's beginning, the others from the one before.
std::string ScriptPage::timeOf(Time at)
{
    assert(!m_last || *m_last <= at);
    std::string time = m_last ? "+" + secondsNumber(at - *m_last) : secondsNumber(at);
    m_last = at;
    return time;
}

} // namespace finwait
