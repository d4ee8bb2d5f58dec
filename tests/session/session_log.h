// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the tests of the session share: scenarios to play, and an account of what a session signals.
#pragma once

#include "core/transition_table.h"
#include "scenario/library.h"
#include "session/session.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdlib>
#include <string_view>

namespace finwait::test {

inline QString text(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// A scenario of the library; a name that is not there ends the test program.
inline const Scenario& shipped(std::string_view name)
{
    const Scenario* const scenario = findScenario(name);
    if (scenario == nullptr)
        std::abort();
    return *scenario;
}

/// Nothing is planned: everything has to be done by commands.
inline Scenario nothingPlanned()
{
    Scenario scenario;
    scenario.name = "nothing-planned";
    return scenario;
}

inline Command call(Side side, const Call& what)
{
    return command::MakeCall{side, what};
}

/// The signals of a session in order, as text: "client SYN_SENT", "changed", "refused", "playing", "paused", "loaded".
class SessionLog : public QObject
{
public:
    explicit SessionLog(const Session& session)
    {
        connect(&session, &Session::changed, this, [this] { lines << QStringLiteral("changed"); });
        connect(&session, &Session::loaded, this, [this] { lines << QStringLiteral("loaded"); });
        connect(&session, &Session::refused, this, [this] { lines << QStringLiteral("refused"); });
        connect(&session, &Session::playingChanged, this,
                [this](bool on) { lines << (on ? QStringLiteral("playing") : QStringLiteral("paused")); });
        connect(&session, &Session::transitionTaken, this, [this](Side side, RowIndex row) {
            lines << text(identifier(side)) + u' ' + text(identifier(transitionRow(row).to));
        });
    }

    /// What was signalled since the last time.
    QStringList take()
    {
        QStringList taken;
        taken.swap(lines);
        return taken;
    }

    QStringList lines;
};

/// Both machines are where the engine is, and where the trace says.
inline bool agrees(const Session& session)
{
    for (const Side side : allSides) {
        const State engine = session.simulator().endpoint(side).state();
        if (session.machine(side).state() != engine
            || session.trace().stateAfter(side, session.recordsBefore()) != engine)
            return false;
    }
    return true;
}

} // namespace finwait::test
