// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/network_actions.h"

#include "app/tinted_icon.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::NetworkActions";

/// In the order of NetworkAction.
constexpr std::array rows = {
    ActionRow{"faults", "faults", "Ctrl+F", QT_TRANSLATE_NOOP("finwait::NetworkActions", "&Faults..."),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "What goes wrong with segments, and with clocks")},
    ActionRow{"networkDelay", nullptr, "Ctrl+D", QT_TRANSLATE_NOOP("finwait::NetworkActions", "D&elay..."),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "How long segments take in each direction")},
    ActionRow{"manualDelivery", nullptr, "Ctrl+M", QT_TRANSLATE_NOOP("finwait::NetworkActions", "Delivery by &hand"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Let each segment wait on its way for what you do to it"),
              true},
    ActionRow{"deliverNext", nullptr, "Ctrl+Return; Ctrl+Enter",
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Deliver the &next segment"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions",
                                "Time goes on until the segment arrives that is to arrive first; one that waits "
                                "arrives at once")},
    ActionRow{"dropNext", nullptr, "Ctrl+Del", QT_TRANSLATE_NOOP("finwait::NetworkActions", "&Lose the next segment"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Let the network lose the segment that is to arrive first")},
    ActionRow{"duplicateNext", nullptr, "Ctrl+Ins",
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "D&uplicate the next segment"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions",
                                "Let the network make another one of the segment that is to arrive first")},
    ActionRow{"holdNext", nullptr, "Ctrl+H",
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Hold the next segment bac&k"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions",
                                "Let the segment wait on its way that is to arrive first, until you deliver it")},
    ActionRow{"fireNextTimer", nullptr, "Ctrl+T",
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Run the ne&xt timer out"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Let the timer run out that is the first to do so")},
};

struct DeedRow {
    const char* name;
    const char* icon;
    const char* text;
};

/// The submenus, in the order of NetworkDeed.
constexpr std::array<DeedRow, networkDeedCount> deedRows = {{
    {"deliverMenu", "deliver", QT_TRANSLATE_NOOP("finwait::NetworkActions", "&Deliver")},
    {"dropMenu", "drop", QT_TRANSLATE_NOOP("finwait::NetworkActions", "L&ose")},
    {"duplicateMenu", nullptr, QT_TRANSLATE_NOOP("finwait::NetworkActions", "Dupli&cate")},
    {"holdMenu", nullptr, QT_TRANSLATE_NOOP("finwait::NetworkActions", "Hold &back")},
    {"fireMenu", "timer", QT_TRANSLATE_NOOP("finwait::NetworkActions", "Run a &timer out")},
    {"stopMenu", nullptr, QT_TRANSLATE_NOOP("finwait::NetworkActions", "&Stop a timer")},
    {"stretchMenu", nullptr, QT_TRANSLATE_NOOP("finwait::NetworkActions", "Let a timer run t&wice as long")},
}};

QMenu* makeSubmenu(const DeedRow& row, QMenu* parent)
{
    auto* menu = new QMenu(parent);
    menu->setObjectName(QLatin1String(row.name));
    if (row.icon)
        menu->setIcon(tintedIcon(QLatin1String(row.icon)));
    menu->setToolTipsVisible(true);
    return menu;
}

} // namespace

NetworkActions::NetworkActions(Session& session, QWidget& owner)
    : QObject(&owner)
    , m_session(session)
    , m_table(rows, context, this)
    , m_menu(new QMenu(&owner))
{
    m_menu->setToolTipsVisible(true);
    for (const NetworkDeed deed : allNetworkDeeds) {
        QMenu* menu = makeSubmenu(deedRows[std::size_t(deed)], m_menu);
        m_submenus[std::size_t(deed)] = menu;
        connect(menu, &QMenu::aboutToShow, this, [this, deed] { fill(deed); });
    }
    connect(&action(NetworkAction::Faults), &QAction::triggered, this, &NetworkActions::faultsRequested);
    connect(&action(NetworkAction::Delay), &QAction::triggered, this, &NetworkActions::delayRequested);
    connect(&action(NetworkAction::Manual), &QAction::triggered, this, &NetworkActions::setManual);
    const auto connectNext = [this](NetworkAction next, NetworkDeed deed) {
        connect(&action(next), &QAction::triggered, this, [this, deed] { doToFirst(deed); });
    };
    connectNext(NetworkAction::DeliverNext, NetworkDeed::Deliver);
    connectNext(NetworkAction::DropNext, NetworkDeed::Drop);
    connectNext(NetworkAction::DuplicateNext, NetworkDeed::Duplicate);
    connectNext(NetworkAction::HoldNext, NetworkDeed::Hold);
    connectNext(NetworkAction::FireNextTimer, NetworkDeed::FireTimer);
    connect(&m_session, &Session::changed, this, &NetworkActions::refresh);
    retranslate();
}

void NetworkActions::addTo(QMenuBar& bar)
{
    const auto addDeed = [this](NetworkAction next, NetworkDeed deed) {
        m_menu->addAction(&action(next));
        m_menu->addMenu(submenu(deed));
    };
    m_menu->addAction(&action(NetworkAction::Faults));
    m_menu->addAction(&action(NetworkAction::Delay));
    m_menu->addAction(&action(NetworkAction::Manual));
    m_menu->addSeparator();
    addDeed(NetworkAction::DeliverNext, NetworkDeed::Deliver);
    addDeed(NetworkAction::DropNext, NetworkDeed::Drop);
    addDeed(NetworkAction::DuplicateNext, NetworkDeed::Duplicate);
    addDeed(NetworkAction::HoldNext, NetworkDeed::Hold);
    m_menu->addSeparator();
    addDeed(NetworkAction::FireNextTimer, NetworkDeed::FireTimer);
    m_menu->addMenu(submenu(NetworkDeed::StopTimer));
    m_menu->addMenu(submenu(NetworkDeed::StretchTimer));
    bar.addMenu(m_menu);
}

void NetworkActions::retranslate()
{
    m_menu->setTitle(tr("&Network"));
    for (const NetworkDeed deed : allNetworkDeeds)
        submenu(deed)->setTitle(QCoreApplication::translate(context, deedRows[std::size_t(deed)].text));
    m_table.retranslate();
    refresh();
}

void NetworkActions::refresh()
{
    const auto allowNext = [this](NetworkAction next, NetworkDeed deed) {
        m_table.allow(next, whyNot(m_session, deed));
    };
    const QString noNetwork =
        m_session.trace().foreign ? tr("There is no network between a script and its endpoint.") : QString();
    m_table.allow(NetworkAction::Faults, noNetwork);
    m_table.allow(NetworkAction::Delay, noNetwork);
    allowNext(NetworkAction::DeliverNext, NetworkDeed::Deliver);
    allowNext(NetworkAction::DropNext, NetworkDeed::Drop);
    allowNext(NetworkAction::DuplicateNext, NetworkDeed::Duplicate);
    allowNext(NetworkAction::HoldNext, NetworkDeed::Hold);
    allowNext(NetworkAction::FireNextTimer, NetworkDeed::FireTimer);
    for (const NetworkDeed deed : allNetworkDeeds) {
        const QString reason = whyNot(m_session, deed);
        submenu(deed)->menuAction()->setEnabled(reason.isEmpty());
        submenu(deed)->menuAction()->setToolTip(reason);
    }
    action(NetworkAction::Manual).setChecked(m_session.simulator().network().config().manual);
}

void NetworkActions::fill(NetworkDeed deed)
{
    QMenu& menu = *submenu(deed);
    menu.clear();
    for (const Command& command : networkCommands(m_session, deed)) {
        const QAction* entry = menu.addAction(networkTarget(m_session, command));
        connect(entry, &QAction::triggered, &m_session, [this, command] { m_session.submit(command); });
    }
}

void NetworkActions::doToFirst(NetworkDeed deed)
{
    const std::vector<Command> commands = networkCommands(m_session, deed);
    if (!commands.empty())
        m_session.submit(commands.front());
}

void NetworkActions::setManual(bool manual)
{
    NetworkConfig network = m_session.simulator().network().config();
    network.manual = manual;
    m_session.submit(command::ChangeNetwork{network});
}

} // namespace finwait
