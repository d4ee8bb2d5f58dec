// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/fault_list.h"

#include "app/fault_words.h"
#include "core/profile_sources.h"
#include "core/stack_profile.h"
#include "view/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <variant>

namespace finwait {

namespace {

struct FaultListText {
    Q_DECLARE_TR_FUNCTIONS(finwait::FaultList)
};

QString ruleText(const FaultRule& rule)
{
    //: A fault: from which side to which, which segments, which ones of these, and what happens to them
    return FaultListText::tr("%1, %2, %3: %4")
        .arg(fault_words::direction(rule.match.from), fault_words::segments(rule.match),
             fault_words::whichOnes(rule.match), fault_words::whatHappens(rule.action));
}

QString fromThenOn(Time at, const QString& what)
{
    //: %1: a moment, %2: what goes wrong from then on
    return FaultListText::tr("from %1 on: %2").arg(words::moment(at), what);
}

/// When it is to happen, and what.
QString plannedText(const PlannedDeed& planned)
{
    const QString what = words::commandText(command::Plan{planned}, Trace{});
    if (!planned.when)
        //: %1: a moment, %2: a sentence that says what happens then
        return FaultListText::tr("at %1: %2").arg(words::moment(planned.after), what);
    const QString later = words::duration(planned.after);
    const QString state = words::stateName(planned.when->state);
    if (planned.when->side == Side::Client)
        //: %1: a duration, %2: a state, %3: a sentence that says what happens then
        return FaultListText::tr("%1 after the client has come to %2: %3").arg(later, state, what);
    //: %1: a duration, %2: a state, %3: a sentence that says what happens then
    return FaultListText::tr("%1 after the server has come to %2: %3").arg(later, state, what);
}

bool isFault(const PlannedDeed& planned)
{
    return !std::holds_alternative<Call>(planned.deed);
}

bool holds(const std::vector<FaultRule>& rules, const FaultRule& rule)
{
    return rule.enabled && std::ranges::find(rules, rule) != rules.end();
}

/// What is not as it was before.
QStringList changesOf(const NetworkConfig& before, const NetworkConfig& after)
{
    QStringList changes;
    for (const FaultRule& rule : before.rules) {
        if (rule.enabled && !holds(after.rules, rule))
            //: %1: a fault
            changes << FaultListText::tr("no longer: %1").arg(ruleText(rule));
    }
    for (const FaultRule& rule : after.rules) {
        if (rule.enabled && !holds(before.rules, rule))
            changes << ruleText(rule);
    }
    if (after.delay != before.delay)
        //: %1 and %2: durations
        changes << FaultListText::tr("A segment takes %1 from the client to the server, and %2 back.")
                       .arg(words::duration(after.delay.client), words::duration(after.delay.server));
    if (after.manual != before.manual)
        changes << (after.manual ? FaultListText::tr("Every segment waits for a hand.")
                                 : FaultListText::tr("Segments arrive by themselves."));
    return changes;
}

QString valueText(std::optional<std::int64_t> value, ClockField field)
{
    if (!value)
        return FaultListText::tr("none");
    return rangeOf(field).isDuration ? words::duration(Duration(*value)) : QString::number(*value);
}

QString speedText(std::uint32_t permille)
{
    constexpr double permillePerCent = 10;
    return FaultListText::tr("%1 %").arg(permille / permillePerCent);
}

QString clockText(Side side, const QString& what, const QString& now, const QString& otherwise)
{
    //: A side's name, what is timed there, a value of it, and the one that it would have
    return FaultListText::tr("%1, “%2”: %3 instead of %4").arg(words::sideName(side), what, now, otherwise);
}

/// What `after` has otherwise than `before`; a missing value is the profile's.
QStringList changesOf(Side side, const StackProfile& profile, const Clockwork& before, const Clockwork& after)
{
    QStringList changes;
    const StackProfile was = withClockwork(profile, before);
    const StackProfile is = withClockwork(profile, after);
    for (const ClockField field : allClockFields) {
        if (valueOf(was, field) != valueOf(is, field))
            changes << clockText(side, fault_words::fieldName(field), valueText(valueOf(is, field), field),
                                 valueText(valueOf(was, field), field));
    }
    if (before.clockPermille != after.clockPermille)
        changes << clockText(side, fault_words::speedName(), speedText(after.clockPermille),
                             speedText(before.clockPermille));
    return changes;
}

/// Follows what was done by hand, and what was changed by it.
class Changes
{
public:
    Changes(const Scenario& scenario, FaultList& list)
        : m_list(list)
        , m_network(scenario.network)
        , m_clockwork(scenario.clockwork)
        , m_profile{findProfile(scenario.profile.client), findProfile(scenario.profile.server)}
    {
        NetworkConfig faultless = m_network;
        faultless.rules.clear();
        m_list.wrong << changesOf(faultless, m_network);
        for (const Side side : allSides) {
            if (m_profile[side])
                m_list.timing << changesOf(side, *m_profile[side], Clockwork{}, m_clockwork[side]);
        }
    }

    void follow(const Done& done)
    {
        if (const auto* network = std::get_if<command::ChangeNetwork>(&done.command)) {
            for (const QString& change : changesOf(m_network, network->config))
                m_list.wrong << fromThenOn(done.at, change);
            m_network = network->config;
        } else if (const auto* clock = std::get_if<command::ChangeClockwork>(&done.command)) {
            const StackProfile* profile = m_profile[clock->side];
            const QStringList changes =
                profile ? changesOf(clock->side, *profile, m_clockwork[clock->side], clock->clockwork) : QStringList();
            for (const QString& change : changes)
                m_list.timing << fromThenOn(done.at, change);
            m_clockwork[clock->side] = clock->clockwork;
        }
    }

private:
    FaultList& m_list;
    NetworkConfig m_network;
    PerSide<Clockwork> m_clockwork;
    PerSide<const StackProfile*> m_profile;
};

} // namespace

FaultList faultList(const Scenario& scenario)
{
    FaultList list;
    Changes changes(scenario, list);
    for (const PlannedDeed& planned : scenario.plan) {
        if (isFault(planned))
            list.wrong << plannedText(planned);
    }
    for (const Done& done : scenario.done)
        changes.follow(done);
    return list;
}

} // namespace finwait
