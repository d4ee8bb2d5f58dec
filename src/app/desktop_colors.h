// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Whether the desktop wants dark windows. Qt knows from 6.5 on; before, the desktop portal is asked, and where there is
// none the palette Qt started with decides.
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusVariant>
#include <QObject>

class QDBusPendingCallWatcher;

namespace finwait {

/// org.freedesktop.portal.Settings, as far as it is needed: the signal is D-Bus's own and keeps its spelling.
class PortalSettings : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit PortalSettings(QObject* parent);

signals:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

class DesktopColors : public QObject
{
    Q_OBJECT

public:
    /// To be made before the application's palette is changed.
    explicit DesktopColors(QObject* parent = nullptr);

    [[nodiscard]] bool prefersDark() const { return m_prefersDark; }

signals:
    void changed();

private:
    void watchStyleHints();
    void watchPortal();
    void readPortal(QDBusPendingCallWatcher* answer);
    void setPrefersDark(bool prefersDark);

    bool m_prefersDark = false;
};

} // namespace finwait
