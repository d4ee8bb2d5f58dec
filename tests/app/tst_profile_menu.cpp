// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The stack profile of what is played: shown on both sides, and changed without leaving the scenario.
#include "app/scenario_files.h"
#include "app/window_fixture.h"
#include "scenario/library.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>

using namespace finwait;

class TestProfileMenu
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void profile_playsTheScenarioAnew();
    void profileInForce_changesNothing();
    void whatWasDoneByHand_isAskedFor();
    void sidesThatDiffer_areShown();
    void statusLine_saysWhichOnes();

private:
    [[nodiscard]] const std::string& profileOf(Side side) const { return m_session->scenario().profile[side]; }
};

void TestProfileMenu::profile_playsTheScenarioAnew()
{
    m_window->files().choose(*findScenario("stuck-in-close-wait"));
    QVERIFY(action("profile-rfc9293")->isChecked());
    QVERIFY(!m_window->isWindowModified());
    press(Qt::Key_End);
    pick("profile-linux");
    for (const Side side : allSides) {
        QCOMPARE(profileOf(side), std::string("linux"));
        QVERIFY(m_session->simulator().endpoint(side).profile().name == "linux");
    }
    QCOMPARE(m_session->scenario().name, std::string("stuck-in-close-wait"));
    QVERIFY(m_session->isPlaying());
    QVERIFY(m_window->isWindowModified());
    QVERIFY(action("profile-linux")->isChecked());
    QVERIFY(!action("profile-rfc9293")->isChecked());
    pick("profile-rfc9293");
    QVERIFY(!m_window->isWindowModified());
}

void TestProfileMenu::profileInForce_changesNothing()
{
    press(Qt::Key_Right);
    pick("profile-rfc9293");
    QCOMPARE(m_session->position(), 1U);
    QVERIFY(action("profile-rfc9293")->isChecked());
}

void TestProfileMenu::whatWasDoneByHand_isAskedFor()
{
    press(Qt::Key_Right);
    m_session->submit(command::MakeCall{Side::Server, Abort{}});
    pick("profile-freebsd");
    QVERIFY(dialog());
    QCOMPARE(dialog()->objectName(), QStringLiteral("branchQuestion"));
    dialog()->reject();
    QCOMPARE(profileOf(Side::Client), std::string("rfc9293"));
    QVERIFY(action("profile-rfc9293")->isChecked());
    pick("profile-freebsd");
    for (QPushButton* button : dialog()->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("&Go on"))
            button->click();
    }
    QCOMPARE(profileOf(Side::Client), std::string("freebsd"));
    QVERIFY(m_session->done().empty());
}

void TestProfileMenu::sidesThatDiffer_areShown()
{
    QVERIFY(!action("profilesThatDiffer")->isVisible());
    Scenario scenario = *findScenario("abort");
    scenario.profile = {"linux", "freebsd"};
    m_window->files().begin(scenario);
    QVERIFY(action("profilesThatDiffer")->isVisible());
    QVERIFY(action("profilesThatDiffer")->isChecked());
    QCOMPARE(action("profilesThatDiffer")->text(), QStringLiteral("client Linux, server FreeBSD"));
    QVERIFY(!action("profile-linux")->isChecked());
    pick("profile-linux");
    QVERIFY(!action("profilesThatDiffer")->isVisible());
    QCOMPARE(profileOf(Side::Server), std::string("linux"));
}

void TestProfileMenu::statusLine_saysWhichOnes()
{
    Scenario scenario = *findScenario("abort");
    scenario.profile = {"linux", "freebsd"};
    m_window->files().begin(scenario);
    QVERIFY(child<QLabel>("clientState")->text().contains(QStringLiteral("Linux")));
    QVERIFY(child<QLabel>("serverState")->text().contains(QStringLiteral("FreeBSD")));
}

QTEST_MAIN(TestProfileMenu)
#include "tst_profile_menu.moc"
