// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The text of a script while it is read: a place in it, and what stands there. Comments are white space. The first
// thing that is wrong ends the reading, so inside the room it is thrown; readScript() catches it and makes a ReadError
// of it.
#pragma once

#include "core/message.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finwait {

/// Thrown by everything in this file, and caught within the room.
struct ScriptFailure {
    std::size_t offset;
    Message what;
    Message expected;
};

class ScriptText
{
public:
    /// A byte order mark at its beginning is passed over.
    explicit ScriptText(std::string_view text) : m_text(text), m_at(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

    [[nodiscard]] std::size_t offset() const { return m_at; }
    [[nodiscard]] std::size_t line() const { return m_line; }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    /// What comes next; '\0' at the end.
    [[nodiscard]] char next() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] bool startsWith(std::string_view what) const { return m_text.substr(m_at).starts_with(what); }
    /// Nothing but white space and comments comes before the line's end.
    [[nodiscard]] bool atLineEnd();

    /// Over white space and comments, but not to another line.
    void skipBlanks();
    /// Over white space, comments and line ends.
    void skipLines();
    void skip(std::size_t characters);
    /// Over `what`, and blanks before it, if it comes next.
    bool accept(std::string_view what);
    /// Fails if it does not.
    void expect(std::string_view what);

    /// Letters, digits and '_'; empty if none comes next.
    std::string_view word();
    /// Up to `end`, which is skipped and may stand on a later line; fails without one.
    std::string_view upTo(std::string_view end);
    /// To the end of the line.
    std::string_view restOfLine();
    /// A whole number, decimal or after "0x", with a sign; nullopt if none comes next. Fails beyond 64 bits.
    std::optional<std::int64_t> number();
    /// The same, where nothing else may stand; fails outside the range. `expected`: "a window from %1 to %2".
    std::int64_t number(std::int64_t least, std::int64_t most, const Message& expected);
    /// Seconds with at most six decimals; nullopt if none comes next.
    std::optional<Duration> seconds();

    [[noreturn]] void fail(Message what, Message expected) const { failAt(m_at, std::move(what), std::move(expected)); }
    [[noreturn]] static void failAt(std::size_t offset, Message what, Message expected);
    /// For what stands here and should be something else.
    [[noreturn]] void failHere(Message expected) const;

private:
    bool skipComment();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

} // namespace finwait
