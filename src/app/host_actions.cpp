// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/host_actions.h"

#include "session/session.h"
#include "view/words.h"

#include <QMenu>

#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::HostActions";

/// In the order of HostEvent.
constexpr std::array<ActionRow, hostEventCount> rowsFor(Side side)
{
    const bool client = side == Side::Client;
    return {
        ActionRow{client ? "clientCrash" : "serverCrash", nullptr, nullptr,
                  QT_TRANSLATE_NOOP("finwait::HostActions", "Crash the com&puter"),
                  QT_TRANSLATE_NOOP("finwait::HostActions", "All that it knows is lost, and nobody is told")},
        ActionRow{client ? "clientRestart" : "serverRestart", nullptr, nullptr,
                  QT_TRANSLATE_NOOP("finwait::HostActions", "Res&tart the computer"),
                  QT_TRANSLATE_NOOP("finwait::HostActions", "It comes back and knows of no connection")},
        ActionRow{client ? "clientFallSilent" : "serverFallSilent", nullptr, nullptr,
                  QT_TRANSLATE_NOOP("finwait::HostActions", "Pull the ca&ble"),
                  QT_TRANSLATE_NOOP("finwait::HostActions", "Time goes on for it, but nothing gets out or in")},
        ActionRow{client ? "clientSpeakAgain" : "serverSpeakAgain", nullptr, nullptr,
                  QT_TRANSLATE_NOOP("finwait::HostActions", "Plug the cable &in again"),
                  QT_TRANSLATE_NOOP("finwait::HostActions", "What it sends gets out again, and what comes gets in")},
    };
}

constexpr std::array clientRows = rowsFor(Side::Client);
constexpr std::array serverRows = rowsFor(Side::Server);

} // namespace

HostActions::HostActions(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_tables{ActionTable(clientRows, context, this), ActionTable(serverRows, context, this)}
{
    for (const Side side : allSides) {
        for (const HostEvent event : allHostEvents) {
            connect(&action(side, event), &QAction::triggered, this, [this, side, event] {
                m_session.submit(command::ChangeHost{side, event});
            });
        }
    }
    connect(&m_session, &Session::changed, this, &HostActions::refresh);
    refresh();
}

void HostActions::addTo(QMenu& menu, Side side) const
{
    menu.addSeparator();
    menu.addActions({m_tables[side].actions().begin(), m_tables[side].actions().end()});
}

void HostActions::retranslate()
{
    for (const Side side : allSides)
        m_tables[side].retranslate();
    refresh();
}

void HostActions::refresh()
{
    for (const Side side : allSides) {
        for (const HostEvent event : allHostEvents) {
            const Refusal refusal = m_session.check(command::ChangeHost{side, event});
            m_tables[side].allow(event, refusal == Refusal::None ? QString() : words::refusalText(refusal));
        }
    }
}

} // namespace finwait
