// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What any dialog owes to those who use it by keyboard or by ear.
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QStringList>
#include <QWidget>

namespace finwait {

/// The fields that have neither a label nor a name of their own.
inline QStringList fieldsWithoutName(const QWidget& dialog)
{
    QSet<const QWidget*> named;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        named.insert(label->buddy());
    QStringList unnamed;
    for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
        const bool inSpinBox = qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
        const bool isField = qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget)
                             || (qobject_cast<const QLineEdit*>(widget) && !inSpinBox);
        if (isField && !named.contains(widget) && widget->accessibleName().isEmpty())
            unnamed << widget->objectName();
    }
    return unnamed;
}

/// The keys after Alt that more than one of `texts` asks for, with the texts.
inline QStringList sharedMnemonics(const QStringList& texts)
{
    QHash<QString, QString> owners;
    QStringList shared;
    for (const QString& text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty() && owners.contains(key))
            shared << owners[key] + QStringLiteral(" / ") + text;
        owners.insert(key, text);
    }
    return shared;
}

inline QStringList sharedMnemonics(const QWidget& dialog)
{
    QStringList texts;
    for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>())
        texts << button->text();
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (label->buddy())
            texts << label->text();
    }
    return sharedMnemonics(texts);
}

} // namespace finwait
