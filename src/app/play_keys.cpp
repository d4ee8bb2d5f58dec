// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/play_keys.h"

#include "app/scrubber.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>

namespace finwait {

namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right;
}

bool isHomeOrEnd(int key)
{
    return key == Qt::Key_Home || key == Qt::Key_End;
}

} // namespace

bool controlNeedsKey(const QWidget* focused, const QKeyEvent& event)
{
    if (event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier))
        return false;
    const int key = event.key();
    if (qobject_cast<const QAbstractButton*>(focused))
        return key == Qt::Key_Space;
    if (qobject_cast<const QComboBox*>(focused))
        return key == Qt::Key_Space || isHomeOrEnd(key);
    if (qobject_cast<const QTabBar*>(focused))
        return isArrow(key);
    if (qobject_cast<const Scrubber*>(focused))
        return false; // what it does with these keys is what they do everywhere
    if (qobject_cast<const QAbstractSlider*>(focused))
        return isArrow(key) || isHomeOrEnd(key);
    return false;
}

} // namespace finwait
