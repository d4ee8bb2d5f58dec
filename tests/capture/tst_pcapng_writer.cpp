// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The blocks of a capture file, octet by octet as draft-ietf-opsawg-pcapng draws them.
#include "capture/octets_text.h"
#include "capture/pcapng_writer.h"

#include <QTest>

#include <string>

using namespace finwait;

namespace {

/// The file's octets after the heading of an empty one.
QByteArray blocksAfter(const PcapngHeading& heading, const PcapngWriter& writer)
{
    return hexOf(writer.octets()).mid(hexOf(PcapngWriter(heading).octets()).size());
}

} // namespace

class TestPcapngWriter : public QObject
{
    Q_OBJECT

private slots:
    void heading_ofNothing();
    void heading_saysWhoAndWhere();
    void packet_withComment();
    void packet_withoutComment();
    void lateTime_hasTwoHalves();
    void longComment_endsWithACharacter();
};

void TestPcapngWriter::heading_ofNothing()
{
    QCOMPARE(hexOf(PcapngWriter({}).octets()), hexOf(octetsOf("0a0d0d0a 20000000 4d3c2b1a 0100 0000 ffffffffffffffff"
                                                              "00000000 20000000"
                                                              "01000000 20000000 6500 0000 00000000"
                                                              "0900 0100 06000000 00000000 20000000")));
}

void TestPcapngWriter::heading_saysWhoAndWhere()
{
    const PcapngWriter writer({.application = "Fin", .comment = "wait", .interface = "server"});
    QCOMPARE(hexOf(writer.octets()), hexOf(octetsOf("0a0d0d0a 30000000 4d3c2b1a 0100 0000 ffffffffffffffff"
                                                    "0100 0400 77616974  0400 0300 46696e00  00000000 30000000"
                                                    "01000000 2c000000 6500 0000 00000000"
                                                    "0200 0600 7365727665720000"
                                                    "0900 0100 06000000 00000000 2c000000")));
}

void TestPcapngWriter::packet_withComment()
{
    PcapngWriter writer({});
    writer.add(10ms, PacketDirection::Outbound, octetsOf("4500 ff"), "ok");
    QCOMPARE(blocksAfter({}, writer), hexOf(octetsOf("06000000 38000000 00000000 00000000 10270000 03000000 03000000"
                                                     "4500ff00"
                                                     "0100 0200 6f6b0000  0200 0400 02000000  00000000 38000000")));
}

void TestPcapngWriter::packet_withoutComment()
{
    PcapngWriter writer({});
    writer.add(0ms, PacketDirection::Inbound, octetsOf("4500 ff01"), "");
    QCOMPARE(blocksAfter({}, writer), hexOf(octetsOf("06000000 30000000 00000000 00000000 00000000 04000000 04000000"
                                                     "4500ff01"
                                                     "0200 0400 01000000  00000000 30000000")));
}

void TestPcapngWriter::lateTime_hasTwoHalves()
{
    PcapngWriter writer({});
    writer.add(Time{0x0000000100000002}, PacketDirection::Inbound, {}, "");
    QCOMPARE(blocksAfter({}, writer).mid(24, 16), QByteArray("0100000002000000"));
}

void TestPcapngWriter::longComment_endsWithACharacter()
{
    // 65535 octets would end in the middle of the last character: each has three.
    std::string comment = "x";
    while (comment.size() < 70'000)
        comment += "状";
    PcapngWriter writer({});
    writer.add(0ms, PacketDirection::Inbound, {}, comment);
    const Octets kept(comment.begin(), comment.begin() + 65533);
    const QByteArray option = blocksAfter({}, writer).mid(56);
    QVERIFY(option.startsWith("0100fdff" + hexOf(kept) + "000000" + "0200"));
}

QTEST_GUILESS_MAIN(TestPcapngWriter)
#include "tst_pcapng_writer.moc"
