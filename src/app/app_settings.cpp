// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/app_settings.h"

#include "core/stack_profile.h"
#include "session/session.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace finwait {

namespace {

constexpr int themeModeCount = 3;
constexpr int languageModeCount = 3;
constexpr int exportGroundCount = 3;
constexpr int exportContentCount = 3;
constexpr double usualSpeed = 0.1; // a segment is seen to travel

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

/// "open/clientProfile" and the like.
QString sideKey(const char* group, Side side, const char* name)
{
    const std::string_view sideName = identifier(side);
    return QStringLiteral("%1/%2%3").arg(QLatin1StringView(group),
                                         QLatin1StringView(sideName.data(), qsizetype(sideName.size())),
                                         QLatin1StringView(name));
}

} // namespace

AppSettings::AppSettings() = default;
AppSettings::AppSettings(std::unique_ptr<QSettings> store) : m_store(std::move(store)) {}
AppSettings::~AppSettings() = default;

std::unique_ptr<QSettings> AppSettings::userStore()
{
    return std::make_unique<QSettings>(QStringLiteral("Finwait"), QStringLiteral("Finwait"));
}

QVariant AppSettings::value(const QString& key, const QVariant& otherwise) const
{
    if (m_store)
        return m_store->value(key, otherwise);
    const auto found = m_values.find(key);
    return found == m_values.end() ? otherwise : found->second;
}

void AppSettings::setValue(const QString& key, const QVariant& value)
{
    if (m_store)
        m_store->setValue(key, value);
    else
        m_values[key] = value;
}

QString AppSettings::folder(const QString& key) const
{
    for (const QString& folder :
         {value(key, QString()).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

template <typename Enum>
Enum AppSettings::enumerator(const QString& key, Enum otherwise, int count) const
{
    const int stored = value(key, static_cast<int>(otherwise)).toInt();
    return stored >= 0 && stored < count ? static_cast<Enum>(stored) : otherwise;
}

template <typename Enum>
void AppSettings::setEnumerator(const QString& key, Enum value)
{
    setValue(key, static_cast<int>(value));
}

ThemeMode AppSettings::themeMode() const
{
    return enumerator(key("window/theme"), ThemeMode::FollowDesktop, themeModeCount);
}

void AppSettings::setThemeMode(ThemeMode mode)
{
    setEnumerator(key("window/theme"), mode);
}

LanguageMode AppSettings::languageMode() const
{
    return enumerator(key("window/language"), LanguageMode::FollowDesktop, languageModeCount);
}

void AppSettings::setLanguageMode(LanguageMode mode)
{
    setEnumerator(key("window/language"), mode);
}

double AppSettings::speed() const
{
    return std::clamp(value(key("play/speed"), usualSpeed).toDouble(), Session::slowest, Session::fastest);
}

void AppSettings::setSpeed(double factor)
{
    setValue(key("play/speed"), factor);
}

bool AppSettings::skipsIdle() const
{
    return value(key("play/skipsIdle"), true).toBool();
}

void AppSettings::setSkipsIdle(bool skips)
{
    setValue(key("play/skipsIdle"), skips);
}

bool AppSettings::compressedTime() const
{
    return value(key("view/compressedTime"), true).toBool();
}

void AppSettings::setCompressedTime(bool compressed)
{
    setValue(key("view/compressedTime"), compressed);
}

bool AppSettings::everyTransition() const
{
    return value(key("view/everyTransition"), false).toBool();
}

void AppSettings::setEveryTransition(bool every)
{
    setValue(key("view/everyTransition"), every);
}

QByteArray AppSettings::windowGeometry() const
{
    return value(key("window/geometry"), {}).toByteArray();
}

void AppSettings::setWindowGeometry(const QByteArray& geometry)
{
    setValue(key("window/geometry"), geometry);
}

QByteArray AppSettings::comparisonGeometry() const
{
    return value(key("comparison/geometry"), {}).toByteArray();
}

void AppSettings::setComparisonGeometry(const QByteArray& geometry)
{
    setValue(key("comparison/geometry"), geometry);
}

QByteArray AppSettings::windowState() const
{
    return value(key("window/state"), {}).toByteArray();
}

void AppSettings::setWindowState(const QByteArray& state)
{
    setValue(key("window/state"), state);
}

WindowShares AppSettings::windowShares() const
{
    const auto share = [this](const char* name) -> std::optional<double> {
        bool isNumber = false;
        const double number = value(key(name), {}).toDouble(&isNumber);
        return isNumber && number > 0 && number < 1 ? std::optional(number) : std::nullopt;
    };
    return {share("window/diagramWidth"), share("window/panelHeight"), share("window/leftWidth"),
            share("window/besideWidth")};
}

void AppSettings::setWindowShares(const WindowShares& shares)
{
    const auto set = [this](const char* name, std::optional<double> share) {
        setValue(key(name), share ? QVariant(*share) : QVariant());
    };
    set("window/diagramWidth", shares.diagramWidth);
    set("window/panelHeight", shares.panelHeight);
    set("window/leftWidth", shares.leftWidth);
    set("window/besideWidth", shares.besideWidth);
}

OpenChoice AppSettings::openChoice() const
{
    OpenChoice choice;
    choice.opening = enumerator(key("open/how"), choice.opening, openingCount);
    for (const Side side : allSides) {
        const std::string profile =
            value(sideKey("open", side, "Profile"), QString::fromStdString(choice.profile[side]))
                .toString()
                .toStdString();
        if (findProfile(profile))
            choice.profile[side] = profile;
        choice.address[side] = value(sideKey("open", side, "Address"), QString::fromStdString(choice.address[side]))
                                   .toString()
                                   .toStdString();
        choice.reading[side] = value(sideKey("open", side, "Reading"), choice.reading[side]).toBool();
        choice.keepAlive[side] = value(sideKey("open", side, "KeepAlive"), choice.keepAlive[side]).toBool();
        const qlonglong delay =
            value(sideKey("open", side, "DelayUs"), static_cast<qlonglong>(choice.delay[side].count())).toLongLong();
        choice.delay[side] = Duration{std::max(delay, 0LL)};
    }
    return choice;
}

void AppSettings::setOpenChoice(const OpenChoice& choice)
{
    setEnumerator(key("open/how"), choice.opening);
    for (const Side side : allSides) {
        setValue(sideKey("open", side, "Profile"), QString::fromStdString(choice.profile[side]));
        setValue(sideKey("open", side, "Address"), QString::fromStdString(choice.address[side]));
        setValue(sideKey("open", side, "Reading"), choice.reading[side]);
        setValue(sideKey("open", side, "KeepAlive"), choice.keepAlive[side]);
        setValue(sideKey("open", side, "DelayUs"), static_cast<qlonglong>(choice.delay[side].count()));
    }
}

CloseChoice AppSettings::closeChoice() const
{
    CloseChoice choice;
    choice.closing = enumerator(key("close/how"), choice.closing, closingCount);
    choice.aborter = enumerator(key("close/aborter"), choice.aborter, int(allSides.size()));
    choice.reaction = enumerator(key("close/reaction"), choice.reaction, reactionCount);
    const qlonglong wait = value(key("close/waitUs"), static_cast<qlonglong>(choice.wait.count())).toLongLong();
    choice.wait = Duration{std::max(wait, 0LL)};
    choice.octets = std::max(value(key("close/octets"), choice.octets).toUInt(), 1U);
    return choice;
}

void AppSettings::setCloseChoice(const CloseChoice& choice)
{
    setEnumerator(key("close/how"), choice.closing);
    setEnumerator(key("close/aborter"), choice.aborter);
    setEnumerator(key("close/reaction"), choice.reaction);
    setValue(key("close/waitUs"), static_cast<qlonglong>(choice.wait.count()));
    setValue(key("close/octets"), choice.octets);
}

std::uint32_t AppSettings::sendOctets() const
{
    constexpr std::uint32_t usual = 1000;
    return std::max(value(key("send/octets"), usual).toUInt(), 1U);
}

void AppSettings::setSendOctets(std::uint32_t octets)
{
    setValue(key("send/octets"), octets);
}

QStringList AppSettings::recentFiles() const
{
    return value(key("files/recent"), QStringList()).toStringList().mid(0, mostRecentFiles);
}

void AppSettings::setRecentFiles(const QStringList& paths)
{
    setValue(key("files/recent"), paths.mid(0, mostRecentFiles));
}

QString AppSettings::scenarioFolder() const
{
    return folder(key("files/folder"));
}

void AppSettings::setScenarioFolder(const QString& folder)
{
    setValue(key("files/folder"), folder);
}

ExportContent AppSettings::exportContent() const
{
    return enumerator(key("export/content"), ExportContent::Both, exportContentCount);
}

void AppSettings::setExportContent(ExportContent content)
{
    setEnumerator(key("export/content"), content);
}

ExportGround AppSettings::exportGround() const
{
    return enumerator(key("export/ground"), ExportGround::Light, exportGroundCount);
}

void AppSettings::setExportGround(ExportGround ground)
{
    setEnumerator(key("export/ground"), ground);
}

QString AppSettings::exportFolder() const
{
    return folder(key("export/folder"));
}

void AppSettings::setExportFolder(const QString& folder)
{
    setValue(key("export/folder"), folder);
}

} // namespace finwait
