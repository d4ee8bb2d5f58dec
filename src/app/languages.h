// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The language of the window, switchable while it is open: widgets hear of it by QEvent::LanguageChange.
#pragma once

#include "app/app_settings.h"

#include <QObject>
#include <QString>
#include <QTranslator>

class QCoreApplication;

namespace finwait {

class Languages : public QObject
{
    Q_OBJECT

public:
    /// Sets the language at once.
    Languages(QCoreApplication& application, LanguageMode mode, QObject* parent = nullptr);

    [[nodiscard]] LanguageMode mode() const { return m_mode; }
    void setMode(LanguageMode mode);
    /// Of the language in force: "en" or "zh_CN".
    [[nodiscard]] QString code() const;

private:
    void apply();

    QCoreApplication& m_application;
    LanguageMode m_mode;
    QTranslator m_own; // Finwait's texts
    QTranslator m_qt;  // those of Qt's file dialog and the like
};

} // namespace finwait
