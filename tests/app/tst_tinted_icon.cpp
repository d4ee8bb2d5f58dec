// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Every icon of the program can be drawn, in the colour of the palette, sharp at any scale.
#include "app/tinted_icon.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPalette>
#include <QTest>

using namespace finwait;

class TestTintedIcon : public QObject
{
    Q_OBJECT

private slots:
    void everyIcon_isDrawnInTheTextColour_data();
    void everyIcon_isDrawnInTheTextColour();
    void anotherPalette_tintsAgain();
    void largeSize_isDrawnAnew();
};

namespace {

/// The colour of the most opaque pixel.
QColor inkOf(const QIcon& icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = icon.pixmap(QSize(48, 48), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > ink.alpha())
                ink = image.pixelColor(x, y);
        }
    }
    return ink;
}

void setTextColor(const QColor& color)
{
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::ButtonText, color);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(1, 2, 3));
    QApplication::setPalette(palette);
}

} // namespace

void TestTintedIcon::everyIcon_isDrawnInTheTextColour_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(!files.isEmpty());
    for (const QString& file : files) {
        if (file != QLatin1String("finwait.svg")) // the program's own, in colours
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
}

void TestTintedIcon::everyIcon_isDrawnInTheTextColour()
{
    QFETCH(QString, name);
    setTextColor(QColor(200, 10, 30));
    QCOMPARE(inkOf(tintedIcon(name)), QColor(200, 10, 30));
    QCOMPARE(inkOf(tintedIcon(name), QIcon::Disabled), QColor(1, 2, 3));
}

void TestTintedIcon::anotherPalette_tintsAgain()
{
    const QIcon icon = tintedIcon(QStringLiteral("play"));
    setTextColor(Qt::red);
    QCOMPARE(inkOf(icon), QColor(Qt::red));
    setTextColor(Qt::green);
    QCOMPARE(inkOf(icon), QColor(Qt::green));
}

void TestTintedIcon::largeSize_isDrawnAnew()
{
    const QPixmap pixmap = tintedIcon(QStringLiteral("play")).pixmap(QSize(20, 20), 3.0);
    QCOMPARE(pixmap.size(), QSize(60, 60));
    QCOMPARE(pixmap.devicePixelRatio(), 3.0);
}

QTEST_MAIN(TestTintedIcon)
#include "tst_tinted_icon.moc"
