// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is searched for: all spellings of a state come to the same word, and what is half typed still fits.
#include "app/search_text.h"

#include <QTest>

using namespace finwait;

class TestSearchText : public QObject
{
    Q_OBJECT

private slots:
    void state_isOneWordHoweverItIsSpelled_data();
    void state_isOneWordHoweverItIsSpelled();
    void otherWords_stayApart();
    void halfTypedState_isPartOfTheWholeOne_data();
    void halfTypedState_isPartOfTheWholeOne();
    void stateInsideAWord_isNone();
};

void TestSearchText::state_isOneWordHoweverItIsSpelled_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    for (const char* typed : {"CLOSE_WAIT", "close_wait", "CLOSE-WAIT", "close wait", " Close  Wait ", "closewait"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << QStringLiteral("close_wait");
    for (const char* typed : {"FIN_WAIT_1", "FIN-WAIT-1", "fin wait 1", "FIN_WAIT1"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << QStringLiteral("fin_wait_1");
    for (const char* typed : {"SYN_RECEIVED", "SYN-RECEIVED", "SYN-RECV", "syn_recv", "syn received"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << QStringLiteral("syn_received");
    QTest::newRow("ESTAB") << QStringLiteral("ESTAB") << QStringLiteral("established");
    QTest::newRow("UNCONN") << QStringLiteral("UNCONN") << QStringLiteral("closed");
}

void TestSearchText::state_isOneWordHoweverItIsSpelled()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, word);
    QCOMPARE(searchWords(typed), QStringList{word});
    QVERIFY(searchable(QStringLiteral("Stuck in %1, for ever").arg(typed.simplified())).contains(word));
}

void TestSearchText::otherWords_stayApart()
{
    QCOMPARE(searchWords(QStringLiteral("Lost  FIN, close wait 关闭")),
             (QStringList{QStringLiteral("lost"), QStringLiteral("fin,"), QStringLiteral("close_wait"),
                          QStringLiteral("关闭")}));
    QVERIFY(searchWords(QString()).isEmpty());
}

void TestSearchText::halfTypedState_isPartOfTheWholeOne_data()
{
    QTest::addColumn<QString>("whole");
    for (const char* whole : {"close_wait", "CLOSE-WAIT", "Fin-Wait-1", "SYN-RECV", "ESTAB"})
        QTest::newRow(whole) << QString::fromLatin1(whole);
}

void TestSearchText::halfTypedState_isPartOfTheWholeOne()
{
    QFETCH(const QString, whole);
    for (qsizetype typed = 1; typed <= whole.size(); ++typed) {
        const QStringList words = searchWords(whole.first(typed));
        QCOMPARE(words.size(), qsizetype(1));
        QVERIFY2(searchable(whole).contains(words.first()), qPrintable(words.first()));
    }
}

void TestSearchText::stateInsideAWord_isNone()
{
    QCOMPARE(searchable(QStringLiteral("establish a listener, enclosed")),
             QStringLiteral("establish a listener, enclosed"));
}

QTEST_MAIN(TestSearchText)
#include "tst_search_text.moc"
