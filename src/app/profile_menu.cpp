// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/profile_menu.h"

#include "app/profile_names.h"
#include "core/stack_profile.h"
#include "session/session.h"
#include "view/words.h"

#include <QActionGroup>

namespace finwait {

ProfileMenu::ProfileMenu(const Session& session, QWidget* parent)
    : QMenu(parent)
    , m_session(session)
    , m_group(new QActionGroup(this))
    , m_each(m_group->addAction(QString()))
{
    setToolTipsVisible(true);
    for (const StackProfile& profile : stackProfiles())
        addProfile(std::string(profile.name));
    m_each->setObjectName(QStringLiteral("profilesThatDiffer"));
    m_each->setCheckable(true);
    m_each->setEnabled(false);
    addAction(m_each);
    connect(&m_session, &Session::loaded, this, &ProfileMenu::refresh);
    retranslate();
}

void ProfileMenu::addProfile(const std::string& name)
{
    QAction* action = m_group->addAction(QString());
    action->setObjectName(QStringLiteral("profile-") + QString::fromStdString(name));
    action->setCheckable(true);
    addAction(action);
    m_profiles.push_back(action);
    connect(action, &QAction::triggered, this, [this, name] {
        refresh(); // the mark moves when it is in force
        if (m_session.scenario().profile != PerSide<std::string>{name, name})
            emit chosen(name);
    });
}

void ProfileMenu::retranslate()
{
    setTitle(tr("S&tack profile"));
    for (std::size_t i = 0; i < m_profiles.size(); ++i) {
        m_profiles[i]->setText(profileTitle(stackProfiles()[i].name));
    }
    refresh();
}

void ProfileMenu::refresh()
{
    for (QAction* profile : m_profiles)
        profile->setToolTip(m_session.recordedSteps()
                                ? tr("Let both stacks be like this where a simulation goes on from what was captured")
                                : tr("Play the scenario from its start with both stacks like this"));
    const PerSide<std::string>& now = m_session.scenario().profile;
    const bool differ = now.client != now.server;
    m_each->setVisible(differ);
    //: A side's name and its profile, twice
    m_each->setText(tr("%1 %2, %3 %4")
                        .arg(words::sideName(Side::Client), profileShortName(now.client), words::sideName(Side::Server),
                             profileShortName(now.server)));
    m_each->setChecked(differ);
    for (std::size_t i = 0; i < m_profiles.size(); ++i)
        m_profiles[i]->setChecked(!differ && stackProfiles()[i].name == now.client);
}

} // namespace finwait
