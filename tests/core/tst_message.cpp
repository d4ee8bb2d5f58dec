// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Messages keep what is translated apart from what is not, and put the two together wherever the places are.
#include "core/message.h"

#include <QTest>

using namespace finwait;

class MessageTest : public QObject
{
    Q_OBJECT

private slots:
    void nothing_isEmpty();
    void arguments_areInTheirPlaces();
    void translation_mayHaveThemInAnotherOrder();
    void whatComesFromAFile_isNoPattern();
    void whatIsNoPlace_stays();
    void openMessage_canBeFilledTwice();
};

void MessageTest::nothing_isEmpty()
{
    QVERIFY(Message().empty());
    QCOMPARE(Message().inEnglish(), "");
    QVERIFY(!Message::tr("a value").empty());
}

void MessageTest::arguments_areInTheirPlaces()
{
    QCOMPARE(Message::tr("a whole number from %1 to %2").arg(-7).arg(18446744073709551615U).inEnglish(),
             "a whole number from -7 to 18446744073709551615");
    QCOMPARE(Message::tr("%1 is not %2, nor %1").arg("a").arg(std::string("b")).inEnglish(), "a is not b, nor a");
}

void MessageTest::translation_mayHaveThemInAnotherOrder()
{
    const Message message = Message::tr("%1 of %2").arg("one").arg("many");
    QCOMPARE(message.pattern(), "%1 of %2");
    QCOMPARE(message.filledInto("%2 中的 %1"), "many 中的 one");
}

void MessageTest::whatComesFromAFile_isNoPattern()
{
    QCOMPARE(Message::tr("%1 and %2").arg("%2").arg("%1").inEnglish(), "%2 and %1");
    QCOMPARE(Message::verbatim("%1 and %2").inEnglish(), "%1 and %2");
}

void MessageTest::whatIsNoPlace_stays()
{
    QCOMPARE(Message::tr("100%, \"%{\", %2 and %").arg("one").inEnglish(), "100%, \"%{\", %2 and %");
}

void MessageTest::openMessage_canBeFilledTwice()
{
    const Message open = Message::tr("%1 is not a state");
    QCOMPARE(open.arg("A").inEnglish(), "A is not a state");
    QCOMPARE(open.arg("B").inEnglish(), "B is not a state");
}

QTEST_APPLESS_MAIN(MessageTest)
#include "tst_message.moc"
