// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The numbered requirements of RFC 9293 (its Appendix B), and what of each the engine keeps. In English only, as the
// rest of what is written for developers.
#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace finwait {

enum class Conformance : std::uint8_t {
    Met,        ///< the tests named show it
    Partly,     ///< the note says what is missing
    NotMet,     ///< the note says why
    OutOfScope, ///< it is about something that is no part of the engine; the note says what
};

struct Requirement {
    std::string_view id;      ///< "MUST-1"
    std::string_view section; ///< of RFC 9293, where it stands
    std::string_view text;    ///< what it asks for, in our words
    Conformance conformance;
    /// Separated by ", ": "room/unit slot", that slot in tests/room/tst_unit.cpp, or "script/name.pkt", in tests/.
    std::string_view tests;
    std::string_view note; ///< why not, or what is to be known; may be empty where it is met
};

/// All of them: MUST, SHLD, MAY and REC, each in order of number.
[[nodiscard]] std::span<const Requirement> requirements();

/// The page that docs/conformance.md is.
[[nodiscard]] QString conformanceMarkdown();
/// The same for programs. UTF-8; the form is stable and described in docs/json.md.
[[nodiscard]] std::string conformanceJson();

} // namespace finwait
