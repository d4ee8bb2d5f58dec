// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The addresses that packets can have, and those that they cannot.
#include "capture/socket_address.h"

#include <QTest>

using namespace finwait;

class TestSocketAddress : public QObject
{
    Q_OBJECT

private slots:
    void ipv4();
    void ipv6();
    void otherTexts_areNone_data();
    void otherTexts_areNone();
    void pair_saysWhichEndIsWrong();
};

void TestSocketAddress::ipv4()
{
    const auto address = parseSocketAddress("10.0.0.1:40000");
    QVERIFY(address.has_value());
    QVERIFY(address->host == decltype(address->host)(Ipv4Address{10, 0, 0, 1}));
    QCOMPARE(address->port, std::uint16_t{40000});
}

void TestSocketAddress::ipv6()
{
    const auto address = parseSocketAddress("[2001:db8::1]:65535");
    QVERIFY(address.has_value());
    QVERIFY(address->host
            == decltype(address->host)(Ipv6Address{0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    QCOMPARE(address->port, std::uint16_t{65535});
}

void TestSocketAddress::otherTexts_areNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", ":", "10.0.0.1", "10.0.0.1:", "10.0.0.1:0", "10.0.0.1:65536", "10.0.0.1:80 ",
                             "10.0.0.1:+80", "10.0.0:80", "10.0.0.256:80", "web:80", "2001:db8::1:80", "[10.0.0.1]:80",
                             "[2001:db8::1]80", "[2001:db8::1:80", "[]:80", "[", "[fe80::1%eth0]:80"})
        QTest::newRow(qPrintable(QStringLiteral("“%1”").arg(QString::fromLatin1(text)))) << QString::fromLatin1(text);
}

void TestSocketAddress::otherTexts_areNone()
{
    QFETCH(const QString, text);
    QVERIFY(!parseSocketAddress(text.toStdString()));
}

void TestSocketAddress::pair_saysWhichEndIsWrong()
{
    const auto good = parseSockets({"10.0.0.1:40000", "10.0.0.2:80"});
    QVERIFY(good.has_value());
    QCOMPARE(good->client.port, std::uint16_t{40000});
    QCOMPARE(good->server.port, std::uint16_t{80});
    QVERIFY(parseSockets({"browser:40000", "10.0.0.2:80"}).error() == SocketsFlaw::ClientNotNumeric);
    QVERIFY(parseSockets({"10.0.0.1:40000", "web:80"}).error() == SocketsFlaw::ServerNotNumeric);
    QVERIFY(parseSockets({"10.0.0.1:40000", "[::1]:80"}).error() == SocketsFlaw::TwoFamilies);
}

QTEST_GUILESS_MAIN(TestSocketAddress)
#include "tst_socket_address.moc"
