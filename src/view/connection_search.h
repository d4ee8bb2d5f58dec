// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Which connections of a capture are to be listed, and in which order. Fifty thousand of them take longer than a frame,
// so this is made to run beside the window: it reads what does not change any more, and can be stopped.
#pragma once

#include "capture/captured_connections.h"

#include <QString>
#include <QStringList>
#include <Qt>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace finwait {

/// What an incident is about comes first: a narrow window does not show all of them at once.
enum class ConnectionColumn : std::uint8_t {
    Number,
    Client,
    Server,
    Closed,
    ClientState,
    ServerState,
    Findings,
    Start,
    Lasted,
    Packets,
    Opened,
};
inline constexpr std::size_t connectionColumnCount = static_cast<std::size_t>(ConnectionColumn::Opened) + 1;

/// What is asked of a connection's findings.
struct FindingDemand {
    enum class Kind : std::uint8_t {
        Anything,
        WithFault,
        WithWarning, ///< of that severity at least
        Nothing,     ///< it has none
        OneOfKind,
    };
    Kind kind = Kind::Anything;
    FindingKind finding{}; ///< with OneOfKind

    friend bool operator==(const FindingDemand&, const FindingDemand&) = default;
};

struct ConnectionQuery {
    /// Each of them is in an address with its port, in one of the states at the end, or in a word or an identifier of
    /// how the connection was opened or closed, or of a finding. Capitals are as good as small letters.
    QStringList terms = {};
    std::optional<Closing> closing = {};
    std::optional<State> state = {}; ///< that at least one of the ends was left in
    FindingDemand findings = {};
    ConnectionColumn sortedBy = ConnectionColumn::Number;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const ConnectionQuery&, const ConnectionQuery&) = default;
};

/// The words of a text that somebody types to find connections.
[[nodiscard]] QStringList termsOf(const QString& text);

using ConnectionPlaces = std::vector<std::size_t>;

/// In the order that is asked for; those of which it does not tell which comes first, in that of the capture. Nothing,
/// as soon as `isStopped`.
[[nodiscard]] ConnectionPlaces findConnections(const CapturedConnections& connections, const ConnectionQuery& query,
                                               const std::function<bool()>& isStopped = {});

/// How many connections there are of each kind.
struct ConnectionCounts {
    std::array<std::size_t, static_cast<std::size_t>(Closing::ResetByServer) + 1> closings{};
    std::array<std::size_t, stateCount> states{}; ///< left in, by one end at least
    std::array<std::size_t, findingKindCount> findings{};
    std::size_t withFault = 0;
    std::size_t withWarning = 0; ///< and no fault
    std::size_t withNothing = 0;
};
[[nodiscard]] ConnectionCounts countConnections(const CapturedConnections& connections);

/// The worst of a connection's findings; nullopt: it has none.
[[nodiscard]] std::optional<Severity> worstOf(const ConnectionInference& connection);

} // namespace finwait
