// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace finwait {

namespace {

const QString english = QStringLiteral("en");
const QString simplifiedChinese = QStringLiteral("zh_CN");

/// The first language that the desktop asks for and that is here.
QString desktopLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    const auto known = std::find_if(wanted.begin(), wanted.end(), [](const QString& name) {
        return name.startsWith(QLatin1String("zh")) || name.startsWith(QLatin1String("en"));
    });
    return known != wanted.end() && known->startsWith(QLatin1String("zh")) ? simplifiedChinese : english;
}

} // namespace

Languages::Languages(QCoreApplication& application, LanguageMode mode, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_mode(mode)
{
    apply();
}

void Languages::setMode(LanguageMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

QString Languages::code() const
{
    switch (m_mode) {
    case LanguageMode::FollowDesktop: return desktopLanguage();
    case LanguageMode::English: return english;
    case LanguageMode::SimplifiedChinese: return simplifiedChinese;
    }
    return english;
}

void Languages::apply()
{
    const QString language = code();
    QLocale::setDefault(QLocale(language));
    m_application.removeTranslator(&m_own);
    m_application.removeTranslator(&m_qt);
    if (language == english)
        return; // the texts in the source are English
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qt);
    const bool loaded = m_own.load(QStringLiteral(":/i18n/finwait_%1.qm").arg(language));
    Q_ASSERT_X(loaded, "Languages", qPrintable(language));
    m_application.installTranslator(&m_own);
}

} // namespace finwait
