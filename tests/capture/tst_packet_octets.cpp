// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Checksums, segments and packets against octets that were put together by hand from the figures of the RFCs.
#include "capture/internet_checksum.h"
#include "capture/octets_text.h"
#include "capture/packet_octets.h"
#include "capture/segment_octets.h"

#include <QTest>

using namespace finwait;

namespace {

const SocketAddress client4 = *parseSocketAddress("10.0.0.1:40000");
const SocketAddress server4 = *parseSocketAddress("10.0.0.2:80");
const SocketAddress client6 = *parseSocketAddress("[2001:db8::1]:40000");
const SocketAddress server6 = *parseSocketAddress("[2001:db8::2]:80");

std::uint16_t checksumOf(const Octets& octets)
{
    InternetChecksum checksum;
    checksum.add(octets);
    return checksum.value();
}

Segment synWithOptions()
{
    Segment syn;
    syn.seq = Seq{0x01020304};
    syn.ack = Seq{0xFFFFFFFF}; // means nothing without the flag
    syn.flags.syn = true;
    syn.window = 0xFFFF;
    syn.urgentPointer = 9; // means nothing without the flag
    syn.options = {.mss = 1460, .windowScale = 7, .sackPermitted = true, .timestamps = Timestamps{10, 0}};
    return syn;
}

/// One flag at its place in the octet that holds them all.
unsigned flagsOctet(const Flags& flags)
{
    Segment segment;
    segment.flags = flags;
    return segmentOctets(segment, client4, server4).at(13);
}

} // namespace

class TestPacketOctets : public QObject
{
    Q_OBJECT

private slots:
    void checksum_isThatOfRfc1071();
    void checksum_ofAnOddNumberOfOctets();
    void checksum_carriesAroundMoreThanOnce();
    void syn_hasItsOptionsPadded();
    void data_overIpv6();
    void flags_haveTheirPlaces();
    void text_isTheSameAgain();
    void timestampsAlone_areOneOptionOfThreeWords();
    void wrongChecksum_isOtherwiseTheSame();
    void packet_ofIpv4();
    void packet_ofIpv6();
    void largestPacket();
};

void TestPacketOctets::checksum_isThatOfRfc1071()
{
    QCOMPARE(checksumOf(octetsOf("0001 f203 f4f5 f6f7")), std::uint16_t{0x220d}); // section 3: not ddf2
}

void TestPacketOctets::checksum_ofAnOddNumberOfOctets()
{
    QCOMPARE(checksumOf(octetsOf("0001 f2")), checksumOf(octetsOf("0001 f200")));
}

void TestPacketOctets::checksum_carriesAroundMoreThanOnce()
{
    QCOMPARE(checksumOf(octetsOf("ffff ffff 0001")), std::uint16_t{0xfffe});
    QCOMPARE(checksumOf(Octets(200'000, 0xFF)), std::uint16_t{0});
}

void TestPacketOctets::syn_hasItsOptionsPadded()
{
    QCOMPARE(hexOf(segmentOctets(synWithOptions(), client4, server4)),
             hexOf(octetsOf("9c40 0050 01020304 00000000 b0 02 ffff 8157 0000"
                            "02 04 05b4  01 03 03 07  01 01 04 02  01 01 08 0a 0000000a 00000000")));
}

void TestPacketOctets::data_overIpv6()
{
    Segment data;
    data.seq = Seq{1};
    data.ack = Seq{2};
    data.flags = {.ack = true, .psh = true, .urg = true};
    data.window = 0x1000;
    data.urgentPointer = 3;
    data.text = Text{.stream = 0, .length = 3, .offset = 0};
    QCOMPARE(hexOf(segmentOctets(data, client6, server6)),
             hexOf(octetsOf("9c40 0050 00000001 00000002 50 38 1000 637c 0003 212223")));
}

void TestPacketOctets::flags_haveTheirPlaces()
{
    QCOMPARE(flagsOctet({.fin = true}), 0x01U);
    QCOMPARE(flagsOctet({.syn = true}), 0x02U);
    QCOMPARE(flagsOctet({.rst = true}), 0x04U);
    QCOMPARE(flagsOctet({.psh = true}), 0x08U);
    QCOMPARE(flagsOctet({.ack = true}), 0x10U);
    QCOMPARE(flagsOctet({.urg = true}), 0x20U);
    QCOMPARE(flagsOctet({.syn = true, .ack = true, .fin = true, .rst = true, .psh = true, .urg = true}), 0x3FU);
}

void TestPacketOctets::text_isTheSameAgain()
{
    Segment whole;
    whole.text = Text{.stream = 3, .length = 100, .offset = 50};
    Segment part = whole;
    part.text = whole.text.dropFirst(60);
    const Octets all = segmentOctets(whole, client4, server4);
    const Octets some = segmentOctets(part, client4, server4);
    QCOMPARE(all.size(), std::size_t{120});
    QVERIFY(std::equal(some.begin() + 20, some.end(), all.begin() + 80, all.end()));
    part.text.stream = 4;
    QVERIFY(segmentOctets(part, client4, server4) != some);
}

void TestPacketOctets::timestampsAlone_areOneOptionOfThreeWords()
{
    Segment segment;
    segment.options.timestamps = Timestamps{0x01020304, 0xF1F2F3F4};
    const Octets octets = segmentOctets(segment, client4, server4);
    QCOMPARE(hexOf(Octets(octets.begin() + 20, octets.end())), hexOf(octetsOf("0101 080a 01020304 f1f2f3f4")));
    QCOMPARE(unsigned{octets.at(12)}, 0x80U);
}

void TestPacketOctets::wrongChecksum_isOtherwiseTheSame()
{
    const Octets right = segmentOctets(synWithOptions(), client4, server4);
    Octets wrong = segmentOctets(synWithOptions(), client4, server4, Checksum::Wrong);
    QCOMPARE(unsigned{wrong.at(17)}, 0x56U);
    wrong.at(17) = right.at(17);
    QCOMPARE(hexOf(wrong), hexOf(right));
}

void TestPacketOctets::packet_ofIpv4()
{
    QCOMPARE(hexOf(packetOctets(octetsOf("212223"), client4, server4, 7)),
             hexOf(octetsOf("45 00 0017 0007 4000 40 06 26d8 0a000001 0a000002 212223")));
}

void TestPacketOctets::packet_ofIpv6()
{
    QCOMPARE(hexOf(packetOctets(octetsOf("212223"), client6, server6, 7)),
             hexOf(octetsOf("60000000 0003 06 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                            "212223")));
}

/// The most that a forged segment can have, without options: 65535 octets less both headers.
void TestPacketOctets::largestPacket()
{
    Segment large;
    large.text.length = 65535 - 20 - 20;
    const Octets packet = packetOctets(segmentOctets(large, client4, server4), client4, server4, 1);
    QCOMPARE(packet.size(), std::size_t{65535});
    QCOMPARE(hexOf(Octets(packet.begin() + 2, packet.begin() + 4)), QByteArray("ffff"));
}

QTEST_GUILESS_MAIN(TestPacketOctets)
#include "tst_packet_octets.moc"
