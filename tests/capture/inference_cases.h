// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Captures in a few lines, and what they say of their connections.
#pragma once

#include <string>
#include <vector>

namespace finwait::test {

struct ExpectedConnection {
    std::string client; ///< as pathOf()
    std::string server;
    std::string course;   ///< how it was opened, how it was closed, where it was captured
    std::string findings; ///< as findingsOf()
};

struct InferenceCase {
    std::string name;
    std::vector<std::string> lines; ///< as segmentsFrom()
    int quiet;                      ///< seconds from the last segment to the end of the capture
    std::vector<ExpectedConnection> connections;
};

[[nodiscard]] const std::vector<InferenceCase>& inferenceCases();

} // namespace finwait::test
