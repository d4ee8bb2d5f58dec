// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/connection_search.h"

#include "core/side.h"
#include "view/words.h"
#include "view/words_finding.h"
#include "view/words_tr.h"

#include <algorithm>
#include <compare>
#include <iterator>
#include <numeric>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>

namespace finwait {

namespace {

constexpr std::size_t rowsPerQuestion = 4096;

template <typename Enum>
constexpr std::uint64_t bit(Enum value)
{
    return std::uint64_t{1} << static_cast<unsigned>(value);
}

/// The kinds that a word of theirs has `term` in, one bit for each.
template <typename Enum, typename Name>
std::uint64_t kindsNamed(const QString& term, Enum last, const Name& name)
{
    std::uint64_t kinds = 0;
    for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) {
        const auto kind = static_cast<Enum>(i);
        if (name(kind).contains(term, Qt::CaseInsensitive)
            || words::fromCore(identifier(kind)).contains(term, Qt::CaseInsensitive))
            kinds |= bit(kind);
    }
    return kinds;
}

/// A term, held against all that is not of one connection alone once and for all.
struct Term {
    explicit Term(const QString& term)
        : text(term.toLower().toStdString())
        , openings(kindsNamed(term, Opening::Simultaneous, words::openingName))
        , closings(kindsNamed(term, Closing::ResetByServer, words::closingName))
        , states(kindsNamed(term, static_cast<State>(stateCount - 1), words::stateName))
        , findings(kindsNamed(term, FindingKind::AckMissing, words::findingTitle))
        , mayBeAddress(text.find_first_not_of("0123456789abcdef.:[]") == std::string::npos)
    {}

    std::string text;
    std::uint64_t openings;
    std::uint64_t closings;
    std::uint64_t states;
    std::uint64_t findings;
    bool mayBeAddress;
};

std::uint64_t statesOf(const ConnectionInference& connection)
{
    std::uint64_t states = 0;
    for (const Side side : allSides) {
        if (connection.end(side).isKnown())
            states |= bit(connection.end(side).state());
    }
    return states;
}

std::uint64_t findingsOf(const ConnectionInference& connection)
{
    std::uint64_t findings = 0;
    for (const Finding& finding : connection.findings())
        findings |= bit(finding.kind);
    return findings;
}

bool hasInAddress(const ConnectionInference& connection, const std::string& term)
{
    return std::ranges::any_of(
        allSides, [&](Side side) { return text(connection.sockets()[side]).find(term) != std::string::npos; });
}

bool matches(const ConnectionInference& connection, const Term& term)
{
    return (bit(connection.closing()) & term.closings) != 0 || (bit(connection.opening()) & term.openings) != 0
           || (statesOf(connection) & term.states) != 0 || (findingsOf(connection) & term.findings) != 0
           || (term.mayBeAddress && hasInAddress(connection, term.text));
}

bool matches(const ConnectionInference& connection, const FindingDemand& demand)
{
    switch (demand.kind) {
    case FindingDemand::Kind::Anything: return true;
    case FindingDemand::Kind::WithFault: return worstOf(connection) == Severity::Fault;
    case FindingDemand::Kind::WithWarning: return worstOf(connection) >= Severity::Warning;
    case FindingDemand::Kind::Nothing: return connection.findings().empty();
    case FindingDemand::Kind::OneOfKind: return (findingsOf(connection) & bit(demand.finding)) != 0;
    }
    Q_UNREACHABLE();
}

bool matches(const ConnectionInference& connection, const ConnectionQuery& query, const std::vector<Term>& terms)
{
    if (query.closing && connection.closing() != *query.closing)
        return false;
    if (query.state && (statesOf(connection) & bit(*query.state)) == 0)
        return false;
    return matches(connection, query.findings)
           && std::ranges::all_of(terms, [&](const Term& term) { return matches(connection, term); });
}

/// By number, not by how it is written: 10.0.0.9 is before 10.0.0.10.
std::strong_ordering compare(const SocketAddress& a, const SocketAddress& b)
{
    if (const auto order = a.host.index() <=> b.host.index(); std::is_neq(order))
        return order;
    if (const auto order = a.host <=> b.host; std::is_neq(order))
        return order;
    return a.port <=> b.port;
}

/// An end of which nothing is known is before all others.
int rank(const CapturedEnd& end)
{
    return end.isKnown() ? static_cast<int>(end.state()) : -1;
}

std::uint64_t badness(const ConnectionInference& connection)
{
    constexpr std::uint64_t perSeverity = std::uint64_t{1} << 32U;
    const auto worst = worstOf(connection);
    const FindingList& findings = connection.findings();
    const auto many = static_cast<std::uint64_t>(std::distance(findings.begin(), findings.end()));
    return worst ? (static_cast<std::uint64_t>(*worst) + 1) * perSeverity + many : 0;
}

template <typename Key>
void sortBy(ConnectionPlaces& places, const CapturedConnections& connections, Qt::SortOrder order, const Key& key)
{
    using Value = decltype(key(connections[0]));
    std::vector<std::pair<Value, std::size_t>> keys;
    keys.reserve(places.size());
    for (const std::size_t place : places)
        keys.emplace_back(key(connections[place]), place);
    const auto isBefore = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (order == Qt::AscendingOrder)
        std::ranges::stable_sort(keys, isBefore);
    else
        std::ranges::stable_sort(keys, [&](const auto& a, const auto& b) { return isBefore(b, a); });
    std::ranges::transform(keys, places.begin(), [](const auto& each) { return each.second; });
}

struct AddressKey {
    SocketAddress address;
    bool operator<(const AddressKey& other) const { return std::is_lt(compare(address, other.address)); }
};

void sort(ConnectionPlaces& places, const CapturedConnections& connections, const ConnectionQuery& query)
{
    const auto by = [&](const auto& key) { sortBy(places, connections, query.order, key); };
    using Connection = ConnectionInference;
    switch (query.sortedBy) {
    case ConnectionColumn::Number:
        if (query.order == Qt::DescendingOrder)
            std::ranges::reverse(places);
        return;
    case ConnectionColumn::Start: return by([](const Connection& each) { return each.firstSeen(); });
    case ConnectionColumn::Client: return by([](const Connection& each) { return AddressKey{each.sockets().client}; });
    case ConnectionColumn::Server: return by([](const Connection& each) { return AddressKey{each.sockets().server}; });
    case ConnectionColumn::Packets: return by([](const Connection& each) { return each.segments(); });
    case ConnectionColumn::Lasted: return by([](const Connection& each) { return each.lastSeen() - each.firstSeen(); });
    case ConnectionColumn::Opened: return by([](const Connection& each) { return each.opening(); });
    case ConnectionColumn::Closed: return by([](const Connection& each) { return each.closing(); });
    case ConnectionColumn::ClientState: return by([](const Connection& each) { return rank(each.end(Side::Client)); });
    case ConnectionColumn::ServerState: return by([](const Connection& each) { return rank(each.end(Side::Server)); });
    case ConnectionColumn::Findings: return by(badness);
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList termsOf(const QString& text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

ConnectionPlaces findConnections(const CapturedConnections& connections, const ConnectionQuery& query,
                                 const std::function<bool()>& isStopped)
{
    const std::vector<Term> terms(query.terms.begin(), query.terms.end());
    ConnectionPlaces places;
    for (std::size_t place = 0; place < connections.size(); ++place) {
        if (isStopped && place % rowsPerQuestion == 0 && isStopped())
            return {};
        if (matches(connections[place], query, terms))
            places.push_back(place);
    }
    sort(places, connections, query);
    return places;
}

ConnectionCounts countConnections(const CapturedConnections& connections)
{
    ConnectionCounts counts;
    for (std::size_t place = 0; place < connections.size(); ++place) {
        const ConnectionInference& connection = connections[place];
        ++counts.closings[static_cast<std::size_t>(connection.closing())];
        const std::uint64_t states = statesOf(connection);
        for (std::size_t state = 0; state < counts.states.size(); ++state)
            counts.states[state] += states >> state & 1U;
        const std::uint64_t findings = findingsOf(connection);
        for (std::size_t kind = 0; kind < counts.findings.size(); ++kind)
            counts.findings[kind] += findings >> kind & 1U;
        const auto worst = worstOf(connection);
        counts.withFault += worst == Severity::Fault ? 1U : 0U;
        counts.withWarning += worst == Severity::Warning ? 1U : 0U;
        counts.withNothing += worst ? 0U : 1U;
    }
    return counts;
}

std::optional<Severity> worstOf(const ConnectionInference& connection)
{
    std::optional<Severity> worst;
    for (const Finding& finding : connection.findings())
        worst = std::max(worst, std::optional(severityOf(finding.kind)));
    return worst;
}

} // namespace finwait
