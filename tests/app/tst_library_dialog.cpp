// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The library: it is found by keyboard, by search in both languages and by double click, and its pictures hold up
// nobody.
#include "app/dialog_checks.h"
#include "app/library_dialog.h"
#include "app/scenario_thumbnails.h"
#include "app/window_fixture.h"
#include "scenario/library.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>

using namespace finwait;

class TestLibraryDialog
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }

    void beginsAtWhatIsPlayed();
    void search_findsInBothLanguages_data();
    void search_findsInBothLanguages();
    void search_findsAStateHoweverItIsSpelled_data();
    void search_findsAStateHoweverItIsSpelled();
    void search_selectsWhatIsCalledSo();
    void search_withoutResult_saysSo();
    void returnInTheSearch_loads();
    void arrows_walkWhileSearching();
    void doubleClick_loads();
    void escape_loadsNothing();
    void button_opensIt();
    void description_isShown();
    void thumbnails_comeOneByOneAndStay();
    void thumbnails_areDrawnAnewInAnotherLanguage();
    void smallScreen_showsAllOfIt();
    void everyFieldHasAName();

private:
    template <typename T>
    [[nodiscard]] T* part(const char* name) const
    {
        return dialog()->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QListView* list() const { return part<QListView>("scenarios"); }
    [[nodiscard]] QLineEdit* search() const { return part<QLineEdit>("search"); }
};

void TestLibraryDialog::init()
{
    begin();
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(qobject_cast<LibraryDialog*>(dialog()));
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
}

void TestLibraryDialog::beginsAtWhatIsPlayed()
{
    QCOMPARE(list()->model()->rowCount(), int(scenarioLibrary().size()));
    QCOMPARE(list()->currentIndex().row(), 0);
    QCOMPARE(list()->currentIndex().data().toString(), QStringLiteral("Client closes first"));
    dialog()->reject();
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(list()->currentIndex().row(), 2);
}

void TestLibraryDialog::search_findsInBothLanguages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("title") << "client closes"
                           << "client-closes-first";
    QTest::newRow("name") << "simultaneous-open"
                          << "simultaneous-open";
    QTest::newRow("description") << "firewall swallows"
                                 << "refused";
    QTest::newRow("Chinese title") << "连接被拒绝"
                                   << "refused";
    QTest::newRow("Chinese description") << "防火墙"
                                         << "refused";
    QTest::newRow("words in any order") << "REFUSED  connection"
                                        << "refused";
}

void TestLibraryDialog::search_findsInBothLanguages()
{
    QFETCH(const QString, text);
    QFETCH(const QString, first);
    search()->setText(text);
    QVERIFY(list()->model()->rowCount() >= 1);
    QVERIFY(list()->model()->rowCount() < int(scenarioLibrary().size()));
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QCOMPARE(qobject_cast<LibraryDialog*>(dialog())->scenario()->name, first.toStdString());
}

void TestLibraryDialog::search_findsAStateHoweverItIsSpelled_data()
{
    QTest::addColumn<QStringList>("spellings");
    QTest::newRow("CLOSE_WAIT") << QStringList{QStringLiteral("close_wait"), QStringLiteral("CLOSE-WAIT"),
                                               QStringLiteral("close wait"), QStringLiteral("CloseWait")};
    QTest::newRow("FIN_WAIT_1") << QStringList{QStringLiteral("FIN_WAIT_1"), QStringLiteral("FIN-WAIT-1"),
                                               QStringLiteral("fin wait 1"), QStringLiteral("FIN_WAIT1")};
    QTest::newRow("SYN_RECEIVED") << QStringList{QStringLiteral("SYN_RECEIVED"), QStringLiteral("SYN-RECV"),
                                                 QStringLiteral("syn_recv"), QStringLiteral("syn received")};
    QTest::newRow("ESTABLISHED") << QStringList{QStringLiteral("ESTABLISHED"), QStringLiteral("ESTAB")};
}

void TestLibraryDialog::search_findsAStateHoweverItIsSpelled()
{
    QFETCH(const QStringList, spellings);
    std::vector<QStringList> found;
    for (const QString& spelling : spellings) {
        search()->setText(spelling);
        QStringList& titles = found.emplace_back();
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            titles << list()->model()->index(row, 0).data().toString();
        QVERIFY2(!titles.isEmpty(), qPrintable(spelling));
        QVERIFY2(titles.size() < int(scenarioLibrary().size()), qPrintable(spelling));
        QCOMPARE(titles, found.front());
    }
}

void TestLibraryDialog::search_selectsWhatIsCalledSo()
{
    const auto* library = qobject_cast<LibraryDialog*>(dialog());
    list()->setCurrentIndex(list()->model()->index(3, 0));
    search()->setText(QStringLiteral("CLOSE-WAIT"));
    QVERIFY(list()->model()->rowCount() > 1); // it comes up in others
    QCOMPARE(list()->currentIndex().row(), 0);
    QCOMPARE(library->scenario()->name, std::string("stuck-in-close-wait"));
    search()->setText(QStringLiteral("reset"));
    QCOMPARE(list()->currentIndex().row(), 0);
    search()->clear();
    QCOMPARE(list()->model()->rowCount(), int(scenarioLibrary().size()));
    QCOMPARE(list()->model()->index(0, 0).data().toString(), QStringLiteral("Client closes first"));
}

void TestLibraryDialog::search_withoutResult_saysSo()
{
    QVERIFY(!part<QLabel>("nothing")->isVisible());
    search()->setText(QStringLiteral("xyzzy"));
    QVERIFY(part<QLabel>("nothing")->isVisible());
    QVERIFY(!dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open)->isEnabled());
    QVERIFY(!qobject_cast<LibraryDialog*>(dialog())->scenario());
    QCOMPARE(part<QTextBrowser>("about")->toPlainText(), QString());
    search()->clear();
    QVERIFY(!part<QTextBrowser>("about")->toPlainText().isEmpty());
    QVERIFY(!part<QLabel>("nothing")->isVisible());
    QVERIFY(qobject_cast<LibraryDialog*>(dialog())->scenario());
}

void TestLibraryDialog::returnInTheSearch_loads()
{
    QCOMPARE(dialog()->focusWidget(), search());
    QTest::keyClicks(search(), QStringLiteral("refused"));
    QTest::keyClick(search(), Qt::Key_Return);
    QVERIFY(!dialog());
    QCOMPARE(m_session->scenario().name, std::string("refused"));
}

void TestLibraryDialog::arrows_walkWhileSearching()
{
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[1].name);
}

void TestLibraryDialog::doubleClick_loads()
{
    const QPoint second = list()->visualRect(list()->model()->index(1, 0)).center();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, second);
    QVERIFY(!dialog());
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[1].name);
}

void TestLibraryDialog::escape_loadsNothing()
{
    QTest::keyClick(search(), Qt::Key_Down);
    QTest::keyClick(search(), Qt::Key_Escape);
    QVERIFY(!dialog());
    QCOMPARE(m_session->scenario().name, std::string("client-closes-first"));
}

void TestLibraryDialog::button_opensIt()
{
    dialog()->reject();
    QTest::mouseClick(child<QToolBar>("playBar")->widgetForAction(action("library")), Qt::LeftButton);
    QVERIFY(qobject_cast<LibraryDialog*>(dialog()));
}

void TestLibraryDialog::description_isShown()
{
    search()->setText(QStringLiteral("firewall swallows"));
    list()->setCurrentIndex(list()->model()->index(0, 0));
    const QString text = part<QTextBrowser>("about")->toPlainText();
    QVERIFY2(text.contains(QStringLiteral("there is nothing to close and no TIME_WAIT")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("CLOSED → SYN_SENT → CLOSED")), qPrintable(text));
}

void TestLibraryDialog::thumbnails_comeOneByOneAndStay()
{
    ScenarioThumbnails thumbnails;
    thumbnails.setTheme(Theme::darkTheme());
    QSignalSpy drawn(&thumbnails, &ScenarioThumbnails::drawn);
    for (const Scenario& scenario : scenarioLibrary())
        QVERIFY(thumbnails.of(scenario, 2).isNull());
    QCoreApplication::processEvents();
    QVERIFY2(drawn.size() <= 1, "one at a time");
    QTRY_COMPARE(drawn.size(), qsizetype(scenarioLibrary().size()));
    const QPixmap picture = thumbnails.of(scenarioLibrary().front(), 2);
    QCOMPARE(picture.deviceIndependentSize(), QSizeF(ScenarioThumbnails::size));
    QCOMPARE(picture.toImage().pixelColor(1, 1), Theme::darkTheme().panel);
    QVERIFY2(thumbnails.of(scenarioLibrary()[0], 2).toImage() != thumbnails.of(scenarioLibrary()[1], 2).toImage(),
             "the ways differ");
    thumbnails.setTheme(Theme::lightTheme());
    QVERIFY(thumbnails.of(scenarioLibrary().front(), 2).isNull());
}

void TestLibraryDialog::thumbnails_areDrawnAnewInAnotherLanguage()
{
    ScenarioThumbnails thumbnails;
    const Scenario& scenario = scenarioLibrary().front();
    const auto drawn = [&] {
        (void)thumbnails.of(scenario, 1);
        QSignalSpy(&thumbnails, &ScenarioThumbnails::drawn).wait();
        return thumbnails.of(scenario, 1).toImage();
    };
    const QImage english = drawn();
    m_languages->setMode(LanguageMode::SimplifiedChinese);
    QVERIFY(thumbnails.of(scenario, 1).isNull());
    QVERIFY2(drawn() != english, "its edges have other words");
    m_languages->setMode(LanguageMode::English);
    QCOMPARE(drawn(), english);
}

void TestLibraryDialog::smallScreen_showsAllOfIt()
{
    const QSize room = dialog()->screen()->availableSize();
    QVERIFY2(dialog()->width() <= room.width() && dialog()->height() <= room.height(), "it sticks out");
}

void TestLibraryDialog::everyFieldHasAName()
{
    QCOMPARE(fieldsWithoutName(*dialog()), QStringList());
    QCOMPARE(sharedMnemonics(*dialog()), QStringList());
}

QTEST_MAIN(TestLibraryDialog)
#include "tst_library_dialog.moc"
