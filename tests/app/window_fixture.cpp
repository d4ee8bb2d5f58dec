// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/window_fixture.h"

#include "scenario/library.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>

namespace finwait {

void WindowFixture::begin()
{
    m_settings = std::make_unique<AppSettings>();
    m_settings->setThemeMode(ThemeMode::Light);
    m_settings->setLanguageMode(LanguageMode::English);
    makeWindow();
}

void WindowFixture::makeWindow()
{
    m_window.reset();
    m_languages = std::make_unique<Languages>(*qApp, m_settings->languageMode());
    m_appearance = std::make_unique<Appearance>(*qApp, m_settings->themeMode());
    m_session = std::make_unique<Session>();
    m_session->load(*findScenario("client-closes-first"));
    m_window = std::make_unique<MainWindow>(*m_session, *m_settings, *m_appearance, *m_languages);
    m_window->restoreLayout();
    m_window->setWindowState(Qt::WindowNoState); // the screen that tests have is small
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowFixture::end()
{
    m_window.reset();
    m_languages->setMode(LanguageMode::English);
}

QAction* WindowFixture::action(const char* name) const
{
    auto* found = m_window->findChild<QAction*>(QString::fromLatin1(name));
    Q_ASSERT_X(found, "action", name);
    return found;
}

void WindowFixture::pick(const char* name)
{
    QVERIFY2(action(name)->isEnabled(), name);
    action(name)->trigger();
}

QDialog* WindowFixture::dialog() const
{
    return qobject_cast<QDialog*>(QApplication::activeModalWidget());
}

void WindowFixture::acceptDialog()
{
    QDialog* open = dialog();
    QVERIFY(open);
    QTest::keyClick(open, Qt::Key_Return);
    QVERIFY(!open->isVisible());
}

void WindowFixture::chooseFile(const QString& path)
{
    auto* chooser = qobject_cast<QFileDialog*>(dialog());
    QVERIFY(chooser);
    auto* name = chooser->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    chooser->selectFile(path);
    QTest::keyClick(name, Qt::Key_Return);
}

QByteArray WindowFixture::contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString WindowFixture::statusText() const
{
    return m_window->findChild<QLabel*>(QStringLiteral("lastEvent"))->text();
}

} // namespace finwait
