// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scenario_titles.h"

#include "app/connection_choices.h"

#include <QCoreApplication>
#include <QLocale>

namespace finwait {

QString scenarioTitle(const Scenario& scenario)
{
    if (scenario.name == ownScenarioName)
        return QCoreApplication::translate("finwait::ScenarioTitles", "A connection of your own");
    return QString::fromStdString(scenario.title.in(QLocale().name().toStdString()));
}

QString scenarioDescription(const Scenario& scenario)
{
    if (scenario.name == ownScenarioName)
        return {};
    return QString::fromStdString(scenario.description.in(QLocale().name().toStdString()));
}

} // namespace finwait
