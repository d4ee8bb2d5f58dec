// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A script while it is written: its lines, and how their times follow each other.
#pragma once

#include "core/virtual_time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace finwait {

class ScriptPage
{
public:
    /// A line of its own. What is no text there (line ends, control characters) becomes blanks.
    void comment(std::string_view text);
    /// Never two of them.
    void emptyLine();
    /// Never before the event before. `remark`: a comment behind it; empty: none.
    void event(Time at, std::string_view action, std::string_view remark = {});
    /// A call that blocks, and returns at the same moment because of what comes next.
    void waitingCall(Time at, std::string_view action);

    [[nodiscard]] std::size_t events() const { return m_events; }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void line(const std::string& time, std::string_view action, std::string_view remark);
    [[nodiscard]] std::string timeOf(Time at);

    std::string m_text;
    std::size_t m_events = 0;
    std::optional<Time> m_last; // when the event before was
};

} // namespace finwait
