// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/action_table.h"

#include "app/tinted_icon.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace finwait {

namespace {

constexpr const char* reasonProperty = "whyNotNow"; // of an action

QAction* makeAction(const ActionRow& row, QObject* parent)
{
    auto* action = new QAction(parent);
    action->setObjectName(QString::fromLatin1(row.name));
    action->setCheckable(row.checkable);
    if (row.icon)
        action->setIcon(tintedIcon(QString::fromLatin1(row.icon)));
    if (row.keys)
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(row.keys), QKeySequence::PortableText));
    return action;
}

} // namespace

ActionTable::ActionTable(std::span<const ActionRow> rows, const char* context, QObject* parent)
    : m_rows(rows)
    , m_context(context)
{
    for (const ActionRow& row : rows)
        m_actions.push_back(makeAction(row, parent));
    retranslate();
}

void ActionTable::retranslate()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_actions[i]->setText(QCoreApplication::translate(m_context, m_rows[i].text));
        setTip(i);
    }
}

void ActionTable::allowAt(std::size_t row, const QString& whyNot)
{
    m_actions[row]->setEnabled(whyNot.isEmpty());
    if (whyNotNow(*m_actions[row]) == whyNot)
        return;
    m_actions[row]->setProperty(reasonProperty, whyNot);
    setTip(row);
}

void ActionTable::setTip(std::size_t row)
{
    const QString tip = actionTip(QCoreApplication::translate(m_context, m_rows[row].tip), m_actions[row]->shortcut(),
                                  whyNotNow(*m_actions[row]));
    m_actions[row]->setToolTip(tip);
    m_actions[row]->setStatusTip({});
}

QString whyNotNow(const QAction& action)
{
    return action.property(reasonProperty).toString();
}

const QAction* impossibleAction(const QObject& window, const QKeyEvent& key)
{
    const QList<QAction*> actions = window.findChildren<QAction*>();
    const auto found = std::ranges::find_if(actions, [&](const QAction* action) {
        return !whyNotNow(*action).isEmpty() && action->shortcuts().contains(QKeySequence(key.keyCombination()));
    });
    return found == actions.end() ? nullptr : *found;
}

QString actionTip(const QString& tip, const QKeySequence& keys, const QString& whyNot)
{
    //: A tool tip: what an action does, and its key in brackets
    const QString withKeys = keys.isEmpty() ? tip
                                            : QCoreApplication::translate("finwait::ActionTable", "%1 (%2)")
                                                  .arg(tip, keys.toString(QKeySequence::NativeText));
    return whyNot.isEmpty() ? withKeys : withKeys + QLatin1Char('\n') + whyNot;
}

} // namespace finwait
