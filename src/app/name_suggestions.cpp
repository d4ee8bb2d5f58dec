// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/name_suggestions.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace finwait {

namespace {

constexpr std::size_t mostSuggestions = 3;
constexpr qsizetype lettersPerSlip = 3;
constexpr qsizetype leastPart = 3; // letters
constexpr qsizetype fartherThanTheBest = 2;

/// How many letters have to be put in, taken out or replaced (Levenshtein).
qsizetype slipsBetween(const QString& one, const QString& other)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 0; i < one.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < other.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            const qsizetype replaced = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = std::exchange(row[at], std::min({replaced, row[at] + 1, row[at - 1] + 1}));
        }
    }
    return row.back();
}

} // namespace

QStringList namesLike(const QString& typed, const QStringList& names)
{
    const QString wanted = typed.toLower().replace(u'_', u'-').replace(u' ', u'-');
    std::vector<std::pair<qsizetype, QString>> similar;
    for (const QString& name : names) {
        const qsizetype slips = slipsBetween(wanted, name);
        const bool isPart = wanted.size() >= leastPart && name.contains(wanted);
        if (isPart || slips <= wanted.size() / lettersPerSlip)
            similar.emplace_back(slips, name);
    }
    std::ranges::stable_sort(similar, {}, &std::pair<qsizetype, QString>::first);
    QStringList best;
    for (std::size_t i = 0; i < std::min(similar.size(), mostSuggestions); ++i) {
        if (similar[i].first <= similar.front().first * fartherThanTheBest)
            best << similar[i].second;
    }
    return best;
}

} // namespace finwait
