// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/path_check.h"

#include "export/run_text.h"
#include "view/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace finwait {

namespace {

struct PathCheck {
    Q_DECLARE_TR_FUNCTIONS(finwait::PathCheck)
};

QString stateAt(const std::vector<State>& path, std::size_t index)
{
    return index < path.size() ? words::stateName(path[index]) : PathCheck::tr("the end");
}

QString difference(Side side, const std::vector<State>& expected, const std::vector<State>& found)
{
    const auto [inExpected, inFound] = std::ranges::mismatch(expected, found);
    const auto index = static_cast<std::size_t>(inExpected - expected.begin());
    //: %1: client or server, %2: which state of the path, %3 and %4: states, %5 and %6: whole paths
    return PathCheck::tr("%1: state %2 should be %3 and is %4; expected %5, found %6")
        .arg(words::sideName(side))
        .arg(index + 1)
        .arg(stateAt(expected, index), stateAt(found, index), pathText(expected), pathText(found));
}

} // namespace

std::vector<QString> pathDifferences(const Scenario& scenario, const Trace& trace)
{
    std::vector<QString> differences;
    for (const Side side : allSides) {
        const std::vector<State>& expected = expectedPaths(scenario)[side];
        const std::vector<State> found = pathOf(trace, side);
        if (!expected.empty() && found != expected)
            differences.push_back(difference(side, expected, found));
    }
    return differences;
}

} // namespace finwait
