// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/desktop_colors.h"

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

namespace finwait {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
constexpr const char* portalInterface = "org.freedesktop.portal.Settings";
const QString colorGroup = QStringLiteral("org.freedesktop.appearance");
const QString colorKey = QStringLiteral("color-scheme");

// The portal's values for color-scheme; 0 is "no preference".
constexpr uint portalDark = 1;
constexpr uint portalLight = 2;

/// Answers come wrapped in one variant more than the interface says.
uint colorScheme(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

PortalSettings::PortalSettings(QObject* parent)
    : QDBusAbstractInterface(portalService, portalPath, portalInterface, QDBusConnection::sessionBus(), parent)
{}

DesktopColors::DesktopColors(QObject* parent) : QObject(parent)
{
    const QPalette palette = QGuiApplication::palette();
    m_prefersDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    watchStyleHints();
}

void DesktopColors::watchStyleHints()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const QStyleHints* hints = QGuiApplication::styleHints();
    if (hints->colorScheme() != Qt::ColorScheme::Unknown)
        m_prefersDark = hints->colorScheme() == Qt::ColorScheme::Dark;
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setPrefersDark(scheme == Qt::ColorScheme::Dark);
    });
#else
    watchPortal();
#endif
}

void DesktopColors::watchPortal()
{
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    auto* portal = new PortalSettings(this);
    connect(portal, &PortalSettings::SettingChanged, this,
            [this](const QString& group, const QString& key, const QDBusVariant& value) {
                const uint scheme = colorScheme(QVariant::fromValue(value));
                if (group == colorGroup && key == colorKey && scheme != 0)
                    setPrefersDark(scheme == portalDark);
            });
    auto* answer = new QDBusPendingCallWatcher(portal->asyncCall(QStringLiteral("Read"), colorGroup, colorKey), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, &DesktopColors::readPortal);
}

void DesktopColors::readPortal(QDBusPendingCallWatcher* answer)
{
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    answer->deleteLater();
    if (reply.isError())
        return; // no portal on this desktop: the palette has decided
    const uint scheme = colorScheme(QVariant::fromValue(reply.value()));
    if (scheme == portalDark || scheme == portalLight)
        setPrefersDark(scheme == portalDark);
}

void DesktopColors::setPrefersDark(bool prefersDark)
{
    if (m_prefersDark == prefersDark)
        return;
    m_prefersDark = prefersDark;
    emit changed();
}

} // namespace finwait
