// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The dialog that closes a connection: it offers what is possible in the state that there is.
#include "app/box_click.h"
#include "app/close_connection_dialog.h"
#include "app/dialog_checks.h"
#include "session/session.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace finwait;

class TestCloseConnectionDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void choice_comesBackAsGiven();
    void openConnection_offersEverything();
    void commands_closeTheConnection();
    void reaction_isOnlyAskedForWhereThereIsOne();
    void preview_saysWhatNeverMeans();
    void halfClosed_offersTheOtherSide();
    void whatWasNotChosenFreely_isNotItsOwnChoice();
    void valueOutOfRange_staysAndIsComplainedAbout();
    void closed_isNotPossible();
    void everyField_hasANameAndAKeyOfItsOwn();

private:
    void makeDialog(const CloseChoice& choice = {});
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }
    void click(const char* name) { clickBox(child<QRadioButton>(name)); }
    [[nodiscard]] QString previewText() const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<CloseConnectionDialog> m_dialog;
};

void TestCloseConnectionDialog::init()
{
    m_dialog.reset();
    m_session = std::make_unique<Session>();
    m_session->load(scenarioFor(OpenChoice{}, "test"));
    m_session->toEnd();
}

void TestCloseConnectionDialog::makeDialog(const CloseChoice& choice)
{
    m_dialog = std::make_unique<CloseConnectionDialog>(choice, *m_session, Theme::lightTheme());
    m_dialog->show();
}

QString TestCloseConnectionDialog::previewText() const
{
    QString text;
    for (const QLabel* label : child<QWidget>("preview")->findChildren<QLabel*>())
        text += label->text() + QLatin1Char('\n');
    return text;
}

void TestCloseConnectionDialog::choice_comesBackAsGiven()
{
    const CloseChoice choice{WayToClose::Abort, Side::Server, Reaction::AfterSending, 1234ms, 99};
    makeDialog(choice);
    QVERIFY(m_dialog->choice() == choice);
}

void TestCloseConnectionDialog::openConnection_offersEverything()
{
    makeDialog();
    for (const char* name : {"clientFirst", "serverFirst", "bothAtOnce", "abort"})
        QVERIFY2(child<QRadioButton>(name)->isEnabled(), name);
}

void TestCloseConnectionDialog::commands_closeTheConnection()
{
    makeDialog();
    click("serverFirst");
    for (const Command& command : m_dialog->commands())
        m_session->submit(command);
    m_session->toEnd();
    QCOMPARE(m_session->simulator().endpoint(Side::Client).state(), State::Closed);
    QCOMPARE(m_session->simulator().endpoint(Side::Server).state(), State::Closed);
    const std::vector<State> server = pathOf(m_session->trace(), Side::Server);
    QVERIFY(std::find(server.begin(), server.end(), State::TimeWait) != server.end());
}

void TestCloseConnectionDialog::reaction_isOnlyAskedForWhereThereIsOne()
{
    makeDialog();
    const auto* reaction = child<QGroupBox>("reactionGroup");
    QVERIFY(reaction->isEnabled());
    click("bothAtOnce");
    QVERIFY(!reaction->isEnabled());
    click("abort");
    QVERIFY(!reaction->isEnabled());
    QVERIFY(child<QWidget>("aborter")->isEnabled());
    click("clientFirst");
    QVERIFY(reaction->isEnabled());
    QVERIFY(!child<QWidget>("aborter")->isEnabled());
    QVERIFY(!child<QWidget>("octets")->isEnabled());
    QVERIFY(!child<QWidget>("octetsLabel")->isEnabled());
    click("afterSending");
    QVERIFY(child<QWidget>("octets")->isEnabled());
}

void TestCloseConnectionDialog::preview_saysWhatNeverMeans()
{
    makeDialog();
    QVERIFY(previewText().contains(QStringLiteral("LAST_ACK")));
    click("never");
    QVERIFY(previewText().contains(QStringLiteral("CLOSE_WAIT")));
    QVERIFY(!previewText().contains(QStringLiteral("LAST_ACK")));
}

void TestCloseConnectionDialog::halfClosed_offersTheOtherSide()
{
    m_session->submit(command::MakeCall{Side::Client, Close{}});
    m_session->toEnd();
    makeDialog();
    QVERIFY(!child<QRadioButton>("clientFirst")->isEnabled());
    QVERIFY(!child<QRadioButton>("clientFirst")->toolTip().isEmpty());
    QVERIFY(!child<QRadioButton>("bothAtOnce")->isEnabled());
    QVERIFY(child<QRadioButton>("serverFirst")->isChecked());
    QVERIFY(!child<QGroupBox>("reactionGroup")->isEnabled());
    QCOMPARE(m_dialog->commands(),
             (std::vector<Command>{command::ForgetPlan{Side::Client}, command::ForgetPlan{Side::Server},
                                   command::MakeCall{Side::Server, Close{}}}));
}

void TestCloseConnectionDialog::whatWasNotChosenFreely_isNotItsOwnChoice()
{
    const CloseChoice usual{WayToClose::ClientFirst, Side::Client, Reaction::AfterSending, 1234ms, 10'000'000};
    for (const Side side : allSides)
        m_session->submit(command::MakeCall{side, Close{}});
    while (m_session->simulator().endpoint(Side::Client).state() != State::TimeWait)
        m_session->stepForward();
    makeDialog(usual);
    QVERIFY(child<QRadioButton>("abort")->isChecked()); // nothing else is possible
    QVERIFY(m_dialog->choice().closing == WayToClose::Abort);
    QVERIFY(m_dialog->ownChoice() == usual);

    init();
    makeDialog(usual);
    QVERIFY(m_dialog->ownChoice() == usual);
    click("abort"); // of its own accord
    QVERIFY(m_dialog->ownChoice().closing == WayToClose::Abort);
    QCOMPARE(m_dialog->ownChoice().octets, usual.octets); // more than the buffer takes
}

void TestCloseConnectionDialog::valueOutOfRange_staysAndIsComplainedAbout()
{
    makeDialog();
    const auto* ok = child<QDialogButtonBox>("buttons")->button(QDialogButtonBox::Ok);
    const auto check = [&](const char* field, const char* note, const char* typed, bool usable) {
        child<QLineEdit>(field)->setText(QString::fromLatin1(typed));
        QCOMPARE(child<QLineEdit>(field)->text(), QString::fromLatin1(typed));
        QCOMPARE(child<QLabel>(note)->isVisible(), !usable);
        QCOMPARE(ok->isEnabled(), usable);
    };
    click("afterSending");
    check("octets", "octetsNote", "70000", false);
    check("octets", "octetsNote", "65535", true);
    check("octets", "octetsNote", "0", false);
    click("afterWhile"); // where it does not matter
    QVERIFY(ok->isEnabled());
    check("wait", "waitNote", "-1 s", false);
    check("wait", "waitNote", "1.5 h", true);
    QCOMPARE(m_dialog->choice().wait, Duration(90min));
}

void TestCloseConnectionDialog::closed_isNotPossible()
{
    QVERIFY(CloseConnectionDialog::isPossible(*m_session));
    m_session->toStart();
    QVERIFY(!CloseConnectionDialog::isPossible(*m_session));
}

void TestCloseConnectionDialog::everyField_hasANameAndAKeyOfItsOwn()
{
    makeDialog();
    QCOMPARE(fieldsWithoutName(*m_dialog), QStringList());
    QCOMPARE(sharedMnemonics(*m_dialog), QStringList());
}

QTEST_MAIN(TestCloseConnectionDialog)
#include "tst_close_connection_dialog.moc"
