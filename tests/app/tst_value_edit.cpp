// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Durations and numbers as they are typed.
#include "app/duration_text.h"
#include "app/value_edit.h"

#include <QLabel>
#include <QTest>

using namespace finwait;

class TestValueEdit : public QObject
{
    Q_OBJECT

private slots:
    void duration_isReadAsItIsWritten_data();
    void duration_isReadAsItIsWritten();
    void typed_data();
    void typed();
    void complaint_isShownAtTheField();
    void complaint_isNotShownWhereNothingCanBeEntered();
};

void TestValueEdit::duration_isReadAsItIsWritten_data()
{
    QTest::addColumn<Duration>("duration");
    QTest::addColumn<QString>("text");
    const auto row = [](Duration duration, const char* text) {
        QTest::newRow(text) << duration << QString::fromUtf8(text);
    };
    row(0us, "0 s");
    row(7us, "7 us");
    row(1500us, "1.5 ms");
    row(200ms, "200 ms");
    row(1500ms, "1.5 s");
    row(75s, "75 s");
    row(2min, "2 min");
    row(90min, "90 min");
    row(2h, "2 h");
    row(1234567us, "1.234567 s");
    row(24h - 1us, "86399.999999 s");
}

void TestValueEdit::duration_isReadAsItIsWritten()
{
    QFETCH(const Duration, duration);
    QFETCH(const QString, text);
    QCOMPARE(typedDuration(duration), text);
    QVERIFY(parseDuration(text) == duration);
}

void TestValueEdit::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("microseconds"); // -1: cannot be read
    const auto row = [](const char* text, qint64 count) { QTest::newRow(text) << QString::fromUtf8(text) << count; };
    row("200ms", 200'000);
    row(" 1 min 30 s ", 90'000'000);
    row("1,5 s", 1'500'000);
    row("3 µs", 3);
    row("", -1);
    row("200", -1);
    row("2 days", -1);
    row("-1 s", -1);
    row("1 s!", -1);
    row("99999999999999 s x", -1);
    row("99999999999999 s 1", -1);
    constexpr qint64 tooLong = Duration::max().count();
    row("99999999999999 s", tooLong);
    row("9999999999999999999999999999999999999 us", tooLong);
    row("999999999999 h", tooLong);
    row("80000 h 80000 h", tooLong);
}

void TestValueEdit::typed()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, microseconds);
    const auto duration = parseDuration(text);
    QCOMPARE(duration ? qint64(duration->count()) : qint64(-1), microseconds);
}

void TestValueEdit::complaint_isShownAtTheField()
{
    ValueEdit field;
    QLabel note;
    const auto complaint = [&](const char* text) {
        field.setText(QString::fromUtf8(text));
        field.complain(note, Qt::red);
        return note.isHidden() ? QString() : note.text();
    };
    field.setRange({true, 1000, 60'000'000, true});
    QCOMPARE(complaint(""), QString());
    QCOMPARE(complaint("1 min"), QString());
    QVERIFY(field.value() == 60'000'000);
    QVERIFY(complaint("1").contains(QStringLiteral("unit")));
    QVERIFY(!field.value());
    QCOMPARE(field.palette().color(QPalette::Mid), QColor(Qt::red));
    QCOMPARE(complaint("61 s"), QStringLiteral("This is too long: it may be 1 min at most."));
    QCOMPARE(complaint("99999999999999 s"), QStringLiteral("This is too long: it may be 1 min at most."));
    QCOMPARE(complaint("0 s"), QStringLiteral("This must be from 1 ms to 1 min."));
    field.setRange({false, 0, 255, false});
    QCOMPARE(complaint("255"), QString());
    QVERIFY(!complaint("").isEmpty());
    QVERIFY(!complaint("1.5").isEmpty());
    QCOMPARE(complaint("256"), QStringLiteral("This must be from 0 to 255."));
}

void TestValueEdit::complaint_isNotShownWhereNothingCanBeEntered()
{
    ValueEdit field;
    QLabel note;
    field.setRange({false, 0, 255, false});
    field.setText(QStringLiteral("many"));
    field.setEnabled(false);
    field.complain(note, Qt::red);
    QVERIFY(note.isHidden());
    QVERIFY(field.palette().color(QPalette::Mid) != QColor(Qt::red));
    field.setEnabled(true);
    field.complain(note, Qt::red);
    QVERIFY(!note.isHidden());
}

QTEST_MAIN(TestValueEdit)
#include "tst_value_edit.moc"
