// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The dialog that opens a connection: what is put in comes out, and what cannot be is not accepted.
#include "app/box_click.h"
#include "app/dialog_checks.h"
#include "app/open_connection_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace finwait;

class TestOpenConnectionDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void choice_comesBackAsGiven();
    void clicks_changeTheChoice();
    void preview_followsTheChoice();
    void badAddress_isNotAccepted_data();
    void badAddress_isNotAccepted();
    void sameAddress_isNotAccepted();
    void enter_opens();
    void everyField_hasANameAndAKeyOfItsOwn();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton* openButton() const
    {
        return child<QDialogButtonBox>("buttons")->button(QDialogButtonBox::Ok);
    }
    [[nodiscard]] QString previewText() const;

    std::unique_ptr<OpenConnectionDialog> m_dialog;
};

void TestOpenConnectionDialog::init()
{
    m_dialog = std::make_unique<OpenConnectionDialog>(OpenChoice{}, Theme::lightTheme());
    m_dialog->show();
}

QString TestOpenConnectionDialog::previewText() const
{
    QString text;
    for (const QLabel* label : child<QWidget>("preview")->findChildren<QLabel*>())
        text += label->text() + QLatin1Char('\n');
    return text;
}

void TestOpenConnectionDialog::choice_comesBackAsGiven()
{
    OpenChoice choice;
    choice.opening = WayToOpen::NobodyListens;
    choice.profile = {"linux", "freebsd"};
    choice.address = {"h:1", "h:2"};
    choice.reading = {false, true};
    choice.keepAlive = {false, true};
    choice.delay = {1500us, 60s};
    const OpenConnectionDialog dialog(choice, Theme::darkTheme());
    QVERIFY(dialog.choice() == choice);
}

void TestOpenConnectionDialog::clicks_changeTheChoice()
{
    clickBox(child<QRadioButton>("bothAtOnce"));
    clickBox(child<QCheckBox>("serverReading"));
    clickBox(child<QCheckBox>("clientKeepAlive"));
    QTest::keyClick(child<QComboBox>("clientProfile"), Qt::Key_Down);
    const OpenChoice choice = m_dialog->choice();
    QCOMPARE(choice.opening, WayToOpen::BothAtOnce);
    QCOMPARE(choice.reading.server, false);
    QCOMPARE(choice.keepAlive.client, true);
    QVERIFY(choice.profile.client != choice.profile.server);
}

void TestOpenConnectionDialog::preview_followsTheChoice()
{
    QVERIFY(previewText().contains(QStringLiteral("LISTEN")));
    clickBox(child<QRadioButton>("nobodyListens"));
    QVERIFY(!previewText().contains(QStringLiteral("LISTEN")));
    QVERIFY(!previewText().contains(QStringLiteral("ESTABLISHED")));
}

void TestOpenConnectionDialog::badAddress_isNotAccepted_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("empty") << QString();
    QTest::newRow("no port") << QStringLiteral("10.0.0.1");
    QTest::newRow("port zero") << QStringLiteral("10.0.0.1:0");
    QTest::newRow("port too large") << QStringLiteral("10.0.0.1:65536");
    QTest::newRow("with a blank") << QStringLiteral("10.0.0.1 or so:80");
    QTest::newRow("no host") << QStringLiteral(":80");
}

void TestOpenConnectionDialog::badAddress_isNotAccepted()
{
    QFETCH(QString, address);
    QVERIFY(openButton()->isEnabled());
    child<QLineEdit>("serverAddress")->setText(address);
    QVERIFY(!openButton()->isEnabled());
    QVERIFY(child<QLabel>("complaint")->isVisible());
    QVERIFY(child<QLabel>("complaint")->text().startsWith(QStringLiteral("The server's address")));
    child<QLineEdit>("serverAddress")->setText(QStringLiteral("[2001:db8::1]:80"));
    QVERIFY(openButton()->isEnabled());
    QVERIFY(!child<QLabel>("complaint")->isVisible());
}

void TestOpenConnectionDialog::sameAddress_isNotAccepted()
{
    child<QLineEdit>("clientAddress")->setText(child<QLineEdit>("serverAddress")->text());
    QVERIFY(!openButton()->isEnabled());
}

void TestOpenConnectionDialog::enter_opens()
{
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
}

void TestOpenConnectionDialog::everyField_hasANameAndAKeyOfItsOwn()
{
    QCOMPARE(fieldsWithoutName(*m_dialog), QStringList());
    QCOMPARE(sharedMnemonics(*m_dialog), QStringList());
}

QTEST_MAIN(TestOpenConnectionDialog)
#include "tst_open_connection_dialog.moc"
