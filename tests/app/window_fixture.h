// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The whole window, with a session in it, as a test uses it: by the names of its actions and children.
#pragma once

#include "app/app_settings.h"
#include "app/appearance.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "session/session.h"

#include <QAction>
#include <QTest>

#include <memory>

class QDialog;

namespace finwait {

class WindowFixture
{
protected:
    /// With preferences of its own, light and English.
    void begin();
    /// As after a new start: the window is another one, the preferences stay.
    void makeWindow();
    void end();

    [[nodiscard]] QAction* action(const char* name) const;
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    void pick(const char* name);
    [[nodiscard]] QDialog* dialog() const;
    void acceptDialog();
    /// In the file dialog that is open, as a click on a file, or typing its name, and Return.
    void chooseFile(const QString& path);
    /// Empty: it cannot be read.
    [[nodiscard]] static QByteArray contentsOf(const QString& path);
    [[nodiscard]] State stateOf(Side side) const { return m_session->simulator().endpoint(side).state(); }
    [[nodiscard]] QString statusText() const;

    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Languages> m_languages;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace finwait
