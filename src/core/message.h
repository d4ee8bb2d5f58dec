// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the rooms without Qt have to say to a person: an English text with places in it for what must not be translated.
// It stays in two parts until it is shown, so that the app can say it in the reader's language.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace finwait {

// lupdate takes every #ifdef to hold. It knows a class with a tr() by a macro of Qt's, and "std::string f()" for a
// function f of a class std, which it would not find.
#ifdef FINWAIT_READ_BY_LUPDATE
namespace std {}
#endif

class Message
{
public:
    /// Says nothing.
    Message() = default;

    /// A literal, since lupdate reads it and it is kept as it is. %1 to %9 in it are places for arg().
    [[nodiscard]] static Message tr(const char* pattern);

    /// Nothing to be translated: what stands in a file, or would.
    [[nodiscard]] static Message verbatim(std::string_view foreign);

    /// With this in the next place: a quotation, a number, a word of a language for programs.
    [[nodiscard]] Message arg(std::string_view foreign) const;
    [[nodiscard]] Message arg(char) const = delete;
    template <std::integral Number>
    [[nodiscard]] Message arg(Number number) const
    {
        return arg(std::to_string(number));
    }

    [[nodiscard]] bool empty() const { return *m_pattern == '\0'; }
    [[nodiscard]] const char* pattern() const { return m_pattern; }

    /// `pattern`, or a translation of it, with everything in its place.
    [[nodiscard]] std::string filledInto(std::string_view pattern) const;
    [[nodiscard]] std::string inEnglish() const { return filledInto(m_pattern); }

private:
    const char* m_pattern = "";
    std::vector<std::string> m_arguments;

#ifdef FINWAIT_READ_BY_LUPDATE
    Q_DECLARE_TR_FUNCTIONS(finwait::Message)
#endif
};

} // namespace finwait
