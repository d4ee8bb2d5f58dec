// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is set is there again after the next start, whatever else stands in the file.
#include "app/app_settings.h"

#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

class TestAppSettings : public QObject
{
    Q_OBJECT

private slots:
    void values_areThereInTheNextRun();
    void withoutAStore_valuesEndWithTheObject();
    void folderThatIsGone_isNotSuggested();
    void nonsenseInTheFile_givesTheDefaults();

private:
    [[nodiscard]] std::unique_ptr<QSettings> store() const
    {
        return std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("finwait.ini")), QSettings::IniFormat);
    }

    QTemporaryDir m_folder;
};

namespace {

OpenChoice unusualOpening()
{
    OpenChoice choice;
    choice.opening = WayToOpen::BothAtOnce;
    choice.profile = {"linux", "freebsd"};
    choice.address = {"192.0.2.1:1", "192.0.2.2:2"};
    choice.reading = {false, true};
    choice.keepAlive = {true, false};
    choice.delay = {1500us, 2s};
    return choice;
}

CloseChoice unusualClosing()
{
    return CloseChoice{WayToClose::ServerFirst, Side::Server, Reaction::AfterSending, 123ms, 77};
}

} // namespace

void TestAppSettings::values_areThereInTheNextRun()
{
    {
        AppSettings settings(store());
        settings.setThemeMode(ThemeMode::Dark);
        settings.setLanguageMode(LanguageMode::SimplifiedChinese);
        settings.setSpeed(0.25);
        settings.setSkipsIdle(false);
        settings.setCompressedTime(false);
        settings.setEveryTransition(true);
        settings.setWindowGeometry("geometry");
        settings.setWindowState("state");
        settings.setWindowShares({0.5, std::nullopt, 0.25, 0.3});
        settings.setOpenChoice(unusualOpening());
        settings.setCloseChoice(unusualClosing());
        settings.setSendOctets(4321);
        settings.setExportContent(ExportContent::Chart);
        settings.setExportGround(ExportGround::Transparent);
        settings.setExportFolder(m_folder.path());
    }
    const AppSettings settings(store());
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
    QCOMPARE(settings.languageMode(), LanguageMode::SimplifiedChinese);
    QCOMPARE(settings.speed(), 0.25);
    QCOMPARE(settings.skipsIdle(), false);
    QCOMPARE(settings.compressedTime(), false);
    QCOMPARE(settings.everyTransition(), true);
    QCOMPARE(settings.windowGeometry(), QByteArray("geometry"));
    QCOMPARE(settings.windowState(), QByteArray("state"));
    QVERIFY((settings.windowShares() == WindowShares{0.5, std::nullopt, 0.25, 0.3}));
    QVERIFY(settings.openChoice() == unusualOpening());
    QVERIFY(settings.closeChoice() == unusualClosing());
    QCOMPARE(settings.sendOctets(), 4321U);
    QCOMPARE(settings.exportContent(), ExportContent::Chart);
    QCOMPARE(settings.exportGround(), ExportGround::Transparent);
    QCOMPARE(settings.exportFolder(), m_folder.path());
}

void TestAppSettings::withoutAStore_valuesEndWithTheObject()
{
    {
        AppSettings settings;
        settings.setThemeMode(ThemeMode::Dark);
        QCOMPARE(settings.themeMode(), ThemeMode::Dark);
    }
    QCOMPARE(AppSettings().themeMode(), ThemeMode::FollowDesktop);
}

void TestAppSettings::folderThatIsGone_isNotSuggested()
{
    AppSettings settings;
    QVERIFY(QFileInfo(settings.exportFolder()).isDir()); // even in a home without a folder for documents
    settings.setExportFolder(m_folder.filePath(QStringLiteral("gone")));
    QVERIFY(QFileInfo(settings.exportFolder()).isDir());
}

void TestAppSettings::nonsenseInTheFile_givesTheDefaults()
{
    const std::unique_ptr<QSettings> file = store();
    file->clear();
    file->setValue(QStringLiteral("window/theme"), 99);
    file->setValue(QStringLiteral("window/language"), QStringLiteral("klingon"));
    file->setValue(QStringLiteral("play/speed"), -3);
    file->setValue(QStringLiteral("open/clientProfile"), QStringLiteral("minix"));
    file->setValue(QStringLiteral("open/serverDelayUs"), -40);
    file->setValue(QStringLiteral("close/reaction"), -1);
    file->setValue(QStringLiteral("send/octets"), 0);
    file->sync();

    const AppSettings settings(store());
    QCOMPARE(settings.themeMode(), ThemeMode::FollowDesktop);
    QCOMPARE(settings.languageMode(), LanguageMode::FollowDesktop);
    QVERIFY(settings.speed() > 0);
    QCOMPARE(settings.openChoice().profile.client, OpenChoice().profile.client);
    QVERIFY(settings.openChoice().delay.server >= Duration::zero());
    QCOMPARE(settings.closeChoice().reaction, Reaction::AtOnce);
    QVERIFY(settings.sendOctets() > 0);
}

QTEST_MAIN(TestAppSettings)
#include "tst_app_settings.moc"
