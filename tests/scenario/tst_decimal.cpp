// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/decimal.h"

#include <QTest>

using namespace finwait;

class DecimalTest : public QObject
{
    Q_OBJECT

private slots:
    void shifted_data();
    void shifted();
};

void DecimalTest::shifted_data()
{
    constexpr qint64 notWhole = -1; // no row has this as its value
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("shift");
    QTest::addColumn<qint64>("value");
    const auto row = [](const char* number, int shift, qint64 value) {
        QTest::addRow("%s shifted by %d", number, shift) << QByteArray(number) << shift << value;
    };
    row("0", 0, 0);
    row("-0.000", 0, 0);
    row("0e99999999999999999999", 3, 0);
    row("7", 3, 7000);
    row("-7", 3, -7000);
    row("0.1", 3, 100);
    row("0.3", 3, 300);
    row("12.345", 3, 12345);
    row("12.3450", 3, 12345);
    row("12.3456", 3, notWhole);
    row("1.5e2", 3, 150000);
    row("1.5E+2", 0, 150);
    row("150e-2", 3, 1500);
    row("150e-2", 0, notWhole);
    row("1e-99999999999999999999", 3, notWhole);
    row("1e99999999999999999999", 3, notWhole);
    row("999999999999999999", 0, 999999999999999999);
    row("1000000000000000000", 0, notWhole);
    row("123456789012345.678", 3, 123456789012345678);
}

void DecimalTest::shifted()
{
    QFETCH(QByteArray, number);
    QFETCH(int, shift);
    QFETCH(qint64, value);
    QCOMPARE(qint64{shiftedDecimal(number.toStdString(), shift).value_or(-1)}, value);
}

QTEST_APPLESS_MAIN(DecimalTest)
#include "tst_decimal.moc"
