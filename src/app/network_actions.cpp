// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/network_actions.h"

#include "app/tinted_icon.h"
#include "session/session.h"
#include "view/words.h"

#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::NetworkActions";

/// In the order of NetworkAction.
constexpr std::array rows = {
    ActionRow{"networkDelay", nullptr, "Ctrl+D", QT_TRANSLATE_NOOP("finwait::NetworkActions", "D&elay..."),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "How long segments take in each direction")},
    ActionRow{"deliverNext", nullptr, "Ctrl+Return; Ctrl+Enter",
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Deliver the &next segment"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Let the segment arrive now that is to arrive first")},
    ActionRow{"dropNext", nullptr, "Ctrl+Del", QT_TRANSLATE_NOOP("finwait::NetworkActions", "&Lose the next segment"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Let the network lose the segment that is to arrive first")},
    ActionRow{"fireNextTimer", nullptr, "Ctrl+T",
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Run the ne&xt timer out"),
              QT_TRANSLATE_NOOP("finwait::NetworkActions", "Let the timer run out that is the first to do so")},
};

QMenu* subMenu(QMenu* parent, const char* icon)
{
    auto* menu = new QMenu(parent);
    menu->setIcon(tintedIcon(QString::fromLatin1(icon)));
    menu->setToolTipsVisible(true);
    return menu;
}

/// What is on its way, the first to arrive first.
std::vector<InFlight> byArrival(const Network& network)
{
    std::vector<InFlight> segments = network.inFlight();
    std::stable_sort(segments.begin(), segments.end(),
                     [](const InFlight& a, const InFlight& b) { return a.due < b.due; });
    return segments;
}

} // namespace

NetworkActions::NetworkActions(Session& session, QWidget& owner)
    : QObject(&owner)
    , m_session(session)
    , m_table(rows, context, this)
    , m_menu(new QMenu(&owner))
    , m_deliverMenu(subMenu(m_menu, "deliver"))
    , m_dropMenu(subMenu(m_menu, "drop"))
    , m_timerMenu(subMenu(m_menu, "timer"))
{
    m_menu->setToolTipsVisible(true);
    connect(&action(NetworkAction::Delay), &QAction::triggered, this, &NetworkActions::delayRequested);
    connect(&action(NetworkAction::DeliverNext), &QAction::triggered, this, [this] { submitFirst(deliveries()); });
    connect(&action(NetworkAction::DropNext), &QAction::triggered, this, [this] { submitFirst(drops()); });
    connect(&action(NetworkAction::FireNextTimer), &QAction::triggered, this, [this] { submitFirst(timers()); });
    connect(m_deliverMenu, &QMenu::aboutToShow, this, [this] { fill(*m_deliverMenu, deliveries()); });
    connect(m_dropMenu, &QMenu::aboutToShow, this, [this] { fill(*m_dropMenu, drops()); });
    connect(m_timerMenu, &QMenu::aboutToShow, this, [this] { fill(*m_timerMenu, timers()); });
    connect(&m_session, &Session::changed, this, &NetworkActions::refresh);
    retranslate();
}

void NetworkActions::addTo(QMenuBar& bar)
{
    m_menu->addAction(&action(NetworkAction::Delay));
    m_menu->addSeparator();
    m_menu->addAction(&action(NetworkAction::DeliverNext));
    m_menu->addMenu(m_deliverMenu);
    m_menu->addSeparator();
    m_menu->addAction(&action(NetworkAction::DropNext));
    m_menu->addMenu(m_dropMenu);
    m_menu->addSeparator();
    m_menu->addAction(&action(NetworkAction::FireNextTimer));
    m_menu->addMenu(m_timerMenu);
    bar.addMenu(m_menu);
}

void NetworkActions::retranslate()
{
    m_menu->setTitle(tr("&Network"));
    m_deliverMenu->setTitle(tr("&Deliver"));
    m_dropMenu->setTitle(tr("L&ose"));
    m_timerMenu->setTitle(tr("Run a &timer out"));
    m_table.retranslate();
    refresh();
}

void NetworkActions::refresh()
{
    const bool anySegment = !m_session.simulator().network().inFlight().empty();
    const QString noSegment = anySegment ? QString() : tr("No segment is on its way.");
    m_table.allow(NetworkAction::DeliverNext, noSegment);
    m_table.allow(NetworkAction::DropNext, noSegment);
    for (QMenu* menu : {m_deliverMenu, m_dropMenu}) {
        menu->menuAction()->setEnabled(anySegment);
        menu->menuAction()->setToolTip(noSegment);
    }
    const bool anyTimer = std::any_of(allSides.begin(), allSides.end(), [this](Side side) {
        return m_session.simulator().endpoint(side).nextDeadline().has_value();
    });
    const QString noTimer = anyTimer ? QString() : tr("No timer is running.");
    m_table.allow(NetworkAction::FireNextTimer, noTimer);
    m_timerMenu->menuAction()->setEnabled(anyTimer);
    m_timerMenu->menuAction()->setToolTip(noTimer);
}

void NetworkActions::fill(QMenu& menu, const std::vector<Entry>& entries)
{
    menu.clear();
    for (const Entry& entry : entries) {
        QAction* action = menu.addAction(entry.text);
        connect(action, &QAction::triggered, &m_session,
                [this, command = entry.command] { m_session.submit(command); });
    }
}

QString NetworkActions::segmentText(FlightIndex flight) const
{
    const Trace& trace = m_session.trace();
    const QString segment = words::segmentText(trace, flight);
    const QString due = words::moment(trace.flight(flight).due);
    //: An entry of a menu: a segment (%1) on its way, and the moment (%2) at which it is to arrive
    return trace.flight(flight).from == Side::Client ? tr("To the server: %1, due at %2").arg(segment, due)
                                                     : tr("To the client: %1, due at %2").arg(segment, due);
}

std::vector<NetworkActions::Entry> NetworkActions::deliveries() const
{
    std::vector<Entry> entries;
    for (const InFlight& segment : byArrival(m_session.simulator().network()))
        entries.push_back(Entry{segmentText(segment.flight), command::Deliver{segment.flight}});
    return entries;
}

std::vector<NetworkActions::Entry> NetworkActions::drops() const
{
    std::vector<Entry> entries;
    for (const InFlight& segment : byArrival(m_session.simulator().network()))
        entries.push_back(Entry{segmentText(segment.flight), command::Drop{segment.flight}});
    return entries;
}

std::vector<NetworkActions::Entry> NetworkActions::timers() const
{
    struct Running {
        Side side{};
        TimerKind kind{};
        Time deadline{};
    };
    std::vector<Running> running;
    for (const Side side : allSides) {
        for (const TimerKind kind : allTimers) {
            if (const auto& timer = m_session.simulator().endpoint(side).tcb().timer(kind))
                running.push_back(Running{side, kind, timer->deadline});
        }
    }
    std::stable_sort(running.begin(), running.end(),
                     [](const Running& a, const Running& b) { return a.deadline < b.deadline; });
    std::vector<Entry> entries;
    for (const Running& timer : running) {
        const QString name = words::timerName(timer.kind);
        const QString due = words::moment(timer.deadline);
        //: An entry of a menu: a timer (%1) and the moment (%2) at which it runs out
        const QString text = timer.side == Side::Client ? tr("Client: %1, due at %2").arg(name, due)
                                                        : tr("Server: %1, due at %2").arg(name, due);
        entries.push_back(Entry{text, command::FireTimer{timer.side, timer.kind}});
    }
    return entries;
}

void NetworkActions::submitFirst(const std::vector<Entry>& entries)
{
    if (!entries.empty())
        m_session.submit(entries.front().command);
}

} // namespace finwait
