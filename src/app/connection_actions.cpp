// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/connection_actions.h"

#include "app/close_connection_dialog.h"
#include "app/host_actions.h"
#include "app/profile_menu.h"
#include "core/choices.h"
#include "session/session.h"
#include "view/words.h"

#include <QMenu>
#include <QMenuBar>

#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::ConnectionActions";

/// In the order of ConnectionAction.
constexpr std::array rows = {
    ActionRow{"openConnection", "open-connection", "Ctrl+Shift+O",
              QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Open a connection..."),
              QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Begin a connection of your own")},
    ActionRow{"closeConnection", "close-connection", "Ctrl+W",
              QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Close the connection..."),
              QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Choose who closes, and what the other side does then")},
    ActionRow{"continueFromHere", "continue-from-here", "Ctrl+Shift+H",
              QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Continue from &here"),
              QT_TRANSLATE_NOOP("finwait::ConnectionActions",
                                "Let a simulation go on from the captured moment that is shown, in a branch")},
};

/// In the order of CallAction. The server's keys are the client's with Shift.
constexpr std::array<ActionRow, 7> rowsFor(Side side)
{
    const bool client = side == Side::Client;
    return {
        ActionRow{client ? "clientOpenActive" : "serverOpenActive", nullptr, client ? "F2" : "Shift+F2",
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Open actively"),
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Connect to the other side: send a SYN")},
        ActionRow{client ? "clientOpenPassive" : "serverOpenPassive", nullptr, client ? "F3" : "Shift+F3",
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Listen"),
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Open passively: wait for a SYN")},
        ActionRow{client ? "clientSend" : "serverSend", "send-data", client ? "F4" : "Shift+F4",
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Send..."),
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Hand over data to be sent")},
        ActionRow{client ? "clientReceive" : "serverReceive", nullptr, client ? "F6" : "Shift+F6",
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Read what has arrived"),
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Take what has arrived out of the receive buffer")},
        ActionRow{
            client ? "clientClose" : "serverClose", nullptr, client ? "F7" : "Shift+F7",
            QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Close"),
            QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Nothing more to send, but still reading: send a FIN")},
        ActionRow{client ? "clientCloseAndLeave" : "serverCloseAndLeave", nullptr, client ? "F8" : "Shift+F8",
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Close and lea&ve"),
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions",
                                    "Nothing more to send and nobody left to read: send a FIN")},
        ActionRow{client ? "clientAbort" : "serverAbort", "abort", client ? "F9" : "Shift+F9",
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "&Abort"),
                  QT_TRANSLATE_NOOP("finwait::ConnectionActions", "Give the connection up at once: send a RST")},
    };
}

constexpr std::array clientRows = rowsFor(Side::Client);
constexpr std::array serverRows = rowsFor(Side::Server);

} // namespace

ConnectionActions::ConnectionActions(Session& session, QWidget& owner)
    : QObject(&owner)
    , m_session(session)
    , m_table(rows, context, this)
    , m_tables{ActionTable(clientRows, context, this), ActionTable(serverRows, context, this)}
    , m_menu(new QMenu(&owner))
    , m_menus{new QMenu(m_menu), new QMenu(m_menu)}
    , m_hosts(new HostActions(session, this))
    , m_profiles(new ProfileMenu(session, m_menu))
{
    connect(&action(ConnectionAction::Open), &QAction::triggered, this, &ConnectionActions::openRequested);
    connect(&action(ConnectionAction::Close), &QAction::triggered, this, &ConnectionActions::closeRequested);
    connect(&action(ConnectionAction::Continue), &QAction::triggered, this, &ConnectionActions::goOn);
    connect(m_profiles, &ProfileMenu::chosen, this, &ConnectionActions::profileChosen);
    for (const Side side : allSides) {
        connectActions(side);
        m_menus[side]->setToolTipsVisible(true);
        m_menus[side]->addActions({m_tables[side].actions().begin(), m_tables[side].actions().end()});
        m_menus[side]->insertSeparator(&action(side, CallAction::Send));
        m_menus[side]->insertSeparator(&action(side, CallAction::Close));
        m_hosts->addTo(*m_menus[side], side);
    }
    retranslate();
    connect(&m_session, &Session::changed, this, &ConnectionActions::refresh);
}

void ConnectionActions::connectActions(Side side)
{
    const auto on = [this, side](CallAction which, const Call& what) {
        connect(&action(side, which), &QAction::triggered, this, [this, side, what] { call(side, what); });
    };
    on(CallAction::OpenActive, OpenActive{});
    on(CallAction::OpenPassive, OpenPassive{});
    on(CallAction::Close, Close{true});
    on(CallAction::CloseAndLeave, Close{false});
    on(CallAction::Abort, Abort{});
    connect(&action(side, CallAction::Send), &QAction::triggered, this, [this, side] { emit sendRequested(side); });
    connect(&action(side, CallAction::Receive), &QAction::triggered, this,
            [this, side] { call(side, Receive{m_session.simulator().endpoint(side).tcb().received.unread()}); });
}

void ConnectionActions::addTo(QMenuBar& bar)
{
    m_menu->setToolTipsVisible(true);
    m_menu->addActions({m_table.actions().begin(), m_table.actions().end()});
    m_menu->addSeparator();
    for (const Side side : allSides)
        m_menu->addMenu(m_menus[side]);
    m_menu->addSeparator();
    m_menu->addMenu(m_profiles);
    bar.addMenu(m_menu);
}

void ConnectionActions::goOn()
{
    m_session.continueFromHere();
    m_session.play();
}

QString ConnectionActions::whyNotGoOn() const
{
    if (!m_session.recordedSteps())
        return tr("This is simulated already: it goes on by itself.");
    return m_session.canContinueFromHere() ? QString()
                                           : tr("From this moment on it is simulated already: it goes on by itself.");
}

QList<QAction*> ConnectionActions::sideActions(Side side) const
{
    return m_menus[side]->actions();
}

void ConnectionActions::call(Side side, const Call& call)
{
    m_session.submit(command::MakeCall{side, call});
}

void ConnectionActions::retranslate()
{
    m_menu->setTitle(tr("&Connection"));
    m_table.retranslate();
    m_menus.client->setTitle(tr("C&lient"));
    m_menus.server->setTitle(tr("&Server"));
    for (const Side side : allSides)
        m_tables[side].retranslate();
    m_hosts->retranslate();
    m_profiles->retranslate();
    refresh();
}

void ConnectionActions::refresh()
{
    for (const Side side : allSides)
        refreshSide(side);
    m_table.allow(ConnectionAction::Continue, whyNotGoOn());
    if (m_session.trace().foreign)
        m_table.allow(ConnectionAction::Close, tr("One side alone closes by the menu of its own."));
    else
        m_table.allow(ConnectionAction::Close,
                      CloseConnectionDialog::isPossible(m_session) ? QString() : whyNot(Side::Client, Close{}));
}

void ConnectionActions::refreshSide(Side side)
{
    ActionTable& table = m_tables[side];
    table.allow(CallAction::OpenActive, whyNot(side, OpenActive{}));
    table.allow(CallAction::OpenPassive, whyNot(side, OpenPassive{}));
    table.allow(CallAction::Send, whyNot(side, Send{1}));
    table.allow(CallAction::Receive, whyNotReceive(side));
    table.allow(CallAction::Close, whyNot(side, Close{true}));
    table.allow(CallAction::CloseAndLeave, whyNot(side, Close{false}));
    table.allow(CallAction::Abort, whyNot(side, Abort{}));
}

QString ConnectionActions::whyNot(Side side, const Call& call) const
{
    const Refusal refusal = m_session.check(command::MakeCall{side, call});
    return refusal == Refusal::None ? QString() : words::refusalText(refusal);
}

QString ConnectionActions::whyNotReceive(Side side) const
{
    if (m_session.trace().foreign == side)
        return whyNot(side, Receive{1});
    const Endpoint& endpoint = m_session.simulator().endpoint(side);
    if (endpoint.config().reading)
        return tr("The application reads what arrives by itself.");
    const std::uint32_t unread = endpoint.tcb().received.unread();
    if (unread == 0)
        return tr("Nothing has arrived that is not read yet.");
    return whyNot(side, Receive{unread});
}

} // namespace finwait
