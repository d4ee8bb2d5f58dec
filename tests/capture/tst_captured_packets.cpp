// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is seen of one packet: through each kind of link, as far as the snap length lets it, with headers as the RFCs
// have them and with such as they forbid. Each is read from a file of its own.
#include "capture/capture_bytes.h"
#include "capture/octets_text.h"

#include <QTest>

using namespace finwait;

namespace {

constexpr std::size_t ipv4Size = 20;
constexpr std::size_t ipv6Size = 40;
constexpr std::size_t totalLengthPlace = 2;
constexpr std::size_t fragmentPlace = 6;
constexpr std::size_t payloadLengthPlace = 4;

void setNumber16(Octets& octets, std::size_t place, unsigned number)
{
    octets.at(place) = static_cast<std::uint8_t>(number >> 8U);
    octets.at(place + 1) = static_cast<std::uint8_t>(number);
}

/// The one segment of a packet of IP.
CapturedSegment only(const Octets& packet, std::size_t snapLength = SIZE_MAX)
{
    const WholeCapture capture = readAll(fileOf(packet, linkTypeRawIp, snapLength));
    return capture.segments.size() == 1 ? capture.segments.front() : CapturedSegment{};
}

/// A SYN with these options, already padded.
Octets synWith(const QByteArray& options)
{
    Segment syn;
    syn.flags.syn = true;
    Octets segment = segmentOctets(syn, client4, server4);
    put(segment, octetsOf(options));
    segment.at(12) = static_cast<std::uint8_t>(segment.size() / 4 << 4U);
    return packetOctets(segment, client4, server4, 1);
}

/// With extension headers of IPv6 before the segment; the first of them is of the kind `next`.
Octets withExtensions(std::uint8_t next, const QByteArray& headers)
{
    Octets packet = packet6(dataSegment());
    const Octets extensions = octetsOf(headers);
    packet.insert(packet.begin() + ipv6Size, extensions.begin(), extensions.end());
    packet.at(6) = next;
    setNumber16(packet, payloadLengthPlace, static_cast<unsigned>(packet.size() - ipv6Size));
    return packet;
}

CaptureCounts oneOf(std::uint64_t CaptureCounts::*kind)
{
    CaptureCounts counts;
    counts.packets = 1;
    counts.*kind = 1;
    return counts;
}

} // namespace

class TestCapturedPackets : public QObject
{
    Q_OBJECT

private slots:
    void link_data();
    void link();
    void otherFrame_isCounted_data();
    void otherFrame_isCounted();
    void addressesAndPorts();
    void flags_eachAlone_data();
    void flags_eachAlone();
    void urgentPointer();
    void options_ofASyn();
    void options_ofTheHandshakeOutsideOfIt_areLeftOut();
    void windowScale_aboveFourteen_isFourteen();
    void options_broken_data();
    void options_broken();
    void ipv4_optionsArePassedOver();
    void ipv4_lengthZero_isThatOnTheWire();
    void ipv4_firstFragment();
    void ipv4_laterFragment_isCounted();
    void ipv4_paddingIsNoText();
    void ipv6_extensionHeaders_data();
    void ipv6_extensionHeaders();
    void ipv6_firstFragment();
    void ipv6_laterFragment_isCounted();
    void ipv6_lengthZero_isThatOnTheWire();
    void wrongChecksum_isNotLookedAt();
    void snapLength_cutsText();
    void snapLength_cutsOptions();
    void snapLength_cutsTheHeader();
    void brokenHeader_isCounted_data();
    void brokenHeader_isCounted();
    void cutAnywhere_isNeverMoreThanItIs();
};

void TestCapturedPackets::link_data()
{
    QTest::addColumn<unsigned>("linkType");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("isIpv6");
    const QByteArray hosts = "060708090a0b 010203040506";
    const QByteArray cooked = "0000 0001 0006 0102030405060000";
    QTest::newRow("Ethernet, IPv4") << 1U << hosts + "0800" << false;
    QTest::newRow("Ethernet, IPv6") << 1U << hosts + "86dd" << true;
    QTest::newRow("802.1Q") << 1U << hosts + "8100 0064 86dd" << true;
    QTest::newRow("802.1ad") << 1U << hosts + "88a8 0064 8100 0065 0800" << false;
    QTest::newRow("QinQ before it had a standard") << 1U << hosts + "9100 0064 8100 0065 0800" << false;
    QTest::newRow("three tags") << 1U << hosts + "8100 0064 8100 0065 8100 0066 86dd" << true;
    QTest::newRow("PPPoE over Ethernet") << 1U << hosts + "8864 11000001 0040 0021" << false;
    QTest::newRow("PPPoE in a VLAN") << 1U << hosts + "8100 0064 8864 11000001 0054 0057" << true;
    QTest::newRow("Linux cooked, IPv4") << 113U << cooked + "0800" << false;
    QTest::newRow("Linux cooked, IPv6") << 113U << cooked + "86dd" << true;
    QTest::newRow("Linux cooked, VLAN") << 113U << cooked + "8100 0064 0800" << false;
    QTest::newRow("Linux cooked 2, IPv4")
        << 276U << QByteArray("0800 0000 00000003 0001 00 06 0102030405060000") << false;
    QTest::newRow("Linux cooked 2, IPv6")
        << 276U << QByteArray("86dd 0000 00000003 0001 00 06 0102030405060000") << true;
    QTest::newRow("null, IPv4 of a little machine") << 0U << QByteArray("02000000") << false;
    QTest::newRow("null, IPv4 of a big machine") << 0U << QByteArray("00000002") << false;
    QTest::newRow("null, IPv6 of Linux") << 0U << QByteArray("0a000000") << true;
    QTest::newRow("null, IPv6 of NetBSD") << 0U << QByteArray("18000000") << true;
    QTest::newRow("null, IPv6 of FreeBSD") << 0U << QByteArray("1c000000") << true;
    QTest::newRow("null, IPv6 of macOS") << 0U << QByteArray("0000001e") << true;
    QTest::newRow("loop, IPv4") << 108U << QByteArray("00000002") << false;
    QTest::newRow("loop, IPv6") << 108U << QByteArray("00000018") << true;
    QTest::newRow("raw, 12") << 12U << QByteArray() << false;
    QTest::newRow("raw, 14") << 14U << QByteArray() << true;
    QTest::newRow("raw, 101") << 101U << QByteArray() << true;
    QTest::newRow("IPv4") << 228U << QByteArray() << false;
    QTest::newRow("IPv6") << 229U << QByteArray() << true;
    QTest::newRow("PPP") << 9U << QByteArray("0021") << false;
    QTest::newRow("PPP, IPv6") << 9U << QByteArray("0057") << true;
    QTest::newRow("PPP, address and control") << 9U << QByteArray("ff03 0021") << false;
    QTest::newRow("PPP, short protocol") << 9U << QByteArray("57") << true;
    QTest::newRow("PPP, address and short protocol") << 9U << QByteArray("ff03 21") << false;
    QTest::newRow("PPP in HDLC") << 50U << QByteArray("ff03 0057") << true;
    QTest::newRow("PPPoE") << 51U << QByteArray("11000001 0040 0021") << false;
}

void TestCapturedPackets::link()
{
    QFETCH(unsigned, linkType);
    QFETCH(QByteArray, before);
    QFETCH(bool, isIpv6);
    Octets frame = octetsOf(before);
    put(frame, isIpv6 ? packet6(dataSegment()) : packet4(dataSegment()));
    const WholeCapture capture = readAll(fileOf(frame, linkType));
    QCOMPARE(capture.error, QString());
    QCOMPARE(capture.segments.size(), std::size_t{1});
    QCOMPARE(capture.segments[0].segment, dataSegment());
    QCOMPARE(capture.segments[0].from, isIpv6 ? client6 : client4);
    QCOMPARE(capture.segments[0].to, isIpv6 ? server6 : server4);
    QCOMPARE(capture.counts, oneOf(&CaptureCounts::segments));
}

void TestCapturedPackets::otherFrame_isCounted_data()
{
    QTest::addColumn<unsigned>("linkType");
    QTest::addColumn<QByteArray>("frame");
    const QByteArray hosts = "060708090a0b 010203040506";
    QTest::newRow("nothing") << 1U << QByteArray();
    QTest::newRow("half a header") << 1U << QByteArray("060708090a0b");
    QTest::newRow("ARP") << 1U << hosts + "0806 0001080006040001";
    QTest::newRow("a length and no type") << 1U << hosts + "0026 424203";
    QTest::newRow("nothing after the header") << 1U << hosts + "0800";
    QTest::newRow("half a tag") << 1U << hosts + "8100 00";
    QTest::newRow("PPPoE discovery") << 1U << hosts + "8863 11090000 0000";
    QTest::newRow("half of PPPoE") << 1U << hosts + "8864 1100";
    QTest::newRow("PPPoE without a protocol") << 1U << hosts + "8864 11000001 0000";
    QTest::newRow("half a cooked header") << 113U << QByteArray("0000 0001 0006");
    QTest::newRow("half a cooked header 2") << 276U << QByteArray("0800 0000");
    QTest::newRow("IPX") << 0U << QByteArray("17000000 45000028");
    QTest::newRow("half a family") << 0U << QByteArray("0200");
    QTest::newRow("LCP") << 9U << QByteArray("ff03 c021 01010004");
    QTest::newRow("half of PPP") << 9U << QByteArray("ff03");
    QTest::newRow("IP, version 5") << 101U << QByteArray("55000028000000004006") + QByteArray(60, '0');
    QTest::newRow("half a header of IPv4") << 101U << QByteArray("4500002800000000 4006 0000 0a000001");
    QTest::newRow("half a header of IPv6") << 101U << QByteArray("6000000000140640");
    QTest::newRow("UDP") << 101U << QByteArray("4500001c00000000 4011 0000 0a000001 0a000002 0035003500080000");
    QTest::newRow("later fragment of UDP")
        << 101U << QByteArray("4500001c00000064 4011 0000 0a000001 0a000002 00350035");
    QTest::newRow("ICMPv6") << 101U << QByteArray("6000000000083aff") + QByteArray(64, '1') + "8000000000000000";
    QTest::newRow("no next header") << 101U << QByteArray("6000000000003bff") + QByteArray(64, '1');
    QTest::newRow("half an extension header")
        << 101U << QByteArray("60000000002000ff") + QByteArray(64, '1') + "0602000000000000";
    QTest::newRow("half a fragment header") << 101U << QByteArray("6000000000082cff") + QByteArray(64, '1') + "060000";
}

void TestCapturedPackets::otherFrame_isCounted()
{
    QFETCH(unsigned, linkType);
    QFETCH(QByteArray, frame);
    const WholeCapture capture = readAll(fileOf(octetsOf(frame), linkType));
    QCOMPARE(capture.error, QString());
    QCOMPARE(capture.flaw, QString());
    QCOMPARE(capture.counts, oneOf(&CaptureCounts::otherPackets));
}

void TestCapturedPackets::addressesAndPorts()
{
    const CapturedSegment back =
        only(packetOctets(segmentOctets(dataSegment(), server4, client4), server4, client4, 1));
    QCOMPARE(back.from, server4);
    QCOMPARE(back.to, client4);
    QCOMPARE(back.packet, 1U);
}

void TestCapturedPackets::flags_eachAlone_data()
{
    QTest::addColumn<unsigned>("bits");
    QTest::addColumn<QString>("names");
    QTest::newRow("FIN") << 0x01U << "FIN";
    QTest::newRow("SYN") << 0x02U << "SYN";
    QTest::newRow("RST") << 0x04U << "RST";
    QTest::newRow("ACK") << 0x10U << "ACK";
    QTest::newRow("URG") << 0x20U << "URG";
}

void TestCapturedPackets::flags_eachAlone()
{
    QFETCH(unsigned, bits);
    QFETCH(QString, names);
    Octets packet = packet4(Segment{});
    packet.at(ipv4Size + 13) = static_cast<std::uint8_t>(bits);
    QCOMPARE(QString::fromStdString(flagNames(only(packet).segment.flags)), names);
    QVERIFY(!only(packet).segment.flags.psh);
}

void TestCapturedPackets::urgentPointer()
{
    Segment urgent = dataSegment();
    urgent.flags.urg = true;
    urgent.urgentPointer = 7;
    QCOMPARE(only(packet4(urgent)).segment, urgent);
}

void TestCapturedPackets::options_ofASyn()
{
    Segment syn;
    syn.seq = Seq{0xFFFFFFFF};
    syn.flags.syn = true;
    syn.window = 0xFFFF;
    syn.options = {.mss = 1460, .windowScale = 7, .sackPermitted = true, .timestamps = Timestamps{10, 0}};
    const CapturedSegment captured = only(packet4(syn));
    QCOMPARE(captured.segment, syn);
    QVERIFY(!captured.optionsCut);
}

void TestCapturedPackets::options_ofTheHandshakeOutsideOfIt_areLeftOut()
{
    Segment data = dataSegment();
    data.options = {.mss = 1460, .windowScale = 7, .sackPermitted = true, .timestamps = Timestamps{10, 0}};
    const Options seen = only(packet4(data)).segment.options;
    QCOMPARE(seen, (Options{.mss = {}, .windowScale = {}, .sackPermitted = false, .timestamps = Timestamps{10, 0}}));
}

void TestCapturedPackets::windowScale_aboveFourteen_isFourteen()
{
    QCOMPARE(unsigned{only(synWith("0303ff00")).segment.options.windowScale.value_or(0)}, 14U);
    QCOMPARE(unsigned{only(synWith("03030d00")).segment.options.windowScale.value_or(0)}, 13U);
}

void TestCapturedPackets::options_broken_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<bool>("isBroken");
    QTest::addColumn<unsigned>("mss"); // 0: none
    QTest::newRow("unknown ones are passed over") << QByteArray("fd06 01020304 0101 0204 05b4") << false << 1460U;
    QTest::newRow("nothing after the end") << QByteArray("00ff0000 020405b4") << false << 0U;
    QTest::newRow("length zero") << QByteArray("020405b4 fd000000") << true << 1460U;
    QTest::newRow("length one") << QByteArray("fd010000 020405b4") << true << 0U;
    QTest::newRow("longer than the header") << QByteArray("020405b4 08060000") << true << 1460U;
    QTest::newRow("kind without a length") << QByteArray("020405b4 010101fd") << true << 1460U;
    QTest::newRow("MSS of three octets") << QByteArray("02030501 020405b4") << true << 1460U;
    QTest::newRow("window scale of four") << QByteArray("03040501 020405b4") << true << 1460U;
    QTest::newRow("SACK permitted of four") << QByteArray("04040501 020405b4") << true << 1460U;
    QTest::newRow("time stamps of four") << QByteArray("08040501 020405b4") << true << 1460U;
}

void TestCapturedPackets::options_broken()
{
    QFETCH(QByteArray, options);
    QFETCH(bool, isBroken);
    QFETCH(unsigned, mss);
    const CapturedSegment captured = only(synWith(options));
    QCOMPARE(captured.optionsCut, isBroken);
    QCOMPARE(unsigned{captured.segment.options.mss.value_or(0)}, mss);
    QVERIFY(captured.segment.flags.syn);
    QVERIFY(!captured.segment.options.windowScale);
    QVERIFY(!captured.segment.options.sackPermitted);
    QVERIFY(!captured.segment.options.timestamps);
}

void TestCapturedPackets::ipv4_optionsArePassedOver()
{
    Octets packet = packet4(dataSegment());
    packet.insert(packet.begin() + ipv4Size, 40, std::uint8_t{1}); // no operation
    packet.at(0) = 0x4F;
    setNumber16(packet, totalLengthPlace, static_cast<unsigned>(packet.size()));
    QCOMPARE(only(packet).segment, dataSegment());
}

void TestCapturedPackets::ipv4_lengthZero_isThatOnTheWire()
{
    Segment large = dataSegment();
    large.text.length = 60'000;
    Octets packet = packet4(large);
    packet.resize(packet.size() + 40'000);
    large.text.length += 40'000;
    setNumber16(packet, totalLengthPlace, 0);
    QCOMPARE(only(packet).segment, large);
    QCOMPARE(only(packet, 96).segment, large);
}

void TestCapturedPackets::ipv4_firstFragment()
{
    Octets packet = packet4(dataSegment());
    setNumber16(packet, fragmentPlace, 0x4000); // don't fragment
    QVERIFY(!only(packet).isFragment);
    setNumber16(packet, fragmentPlace, 0x2000);
    QCOMPARE(only(packet).segment, dataSegment());
    QVERIFY(only(packet).isFragment);
}

void TestCapturedPackets::ipv4_laterFragment_isCounted()
{
    Octets packet = packet4(dataSegment());
    for (const unsigned fragment : {0x2001U, 0x0001U, 0x1000U}) {
        setNumber16(packet, fragmentPlace, fragment);
        QCOMPARE(readAll(fileOf(packet)).counts, oneOf(&CaptureCounts::laterFragments));
    }
}

void TestCapturedPackets::ipv4_paddingIsNoText()
{
    Segment ack;
    ack.flags.ack = true;
    Octets frame = onEthernet(packet4(ack));
    frame.resize(60);
    const WholeCapture capture = readAll(fileOf(frame, linkTypeEthernet));
    QCOMPARE(capture.segments.at(0).segment, ack);
}

void TestCapturedPackets::ipv6_extensionHeaders_data()
{
    QTest::addColumn<unsigned>("next");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("hop-by-hop") << 0U << QByteArray("0600 0104 00000000");
    QTest::newRow("destination") << 60U << QByteArray("0601 010c 000000000000000000000000");
    QTest::newRow("routing") << 43U << QByteArray("0602 0000 0000000000000000000000000000000000000000");
    QTest::newRow("authentication") << 51U << QByteArray("0604 0000 0000000000000000000000000000000000000000");
    QTest::newRow("a fragment that is all") << 44U << QByteArray("0600 0000 00000001");
    QTest::newRow("four of them") << 0U
                                  << QByteArray("3c00 0104 00000000  2b00 0104 00000000  2c00 0000 00000000"
                                                "0600 0000 00000001");
}

void TestCapturedPackets::ipv6_extensionHeaders()
{
    QFETCH(unsigned, next);
    QFETCH(QByteArray, headers);
    const CapturedSegment captured = only(withExtensions(static_cast<std::uint8_t>(next), headers));
    QCOMPARE(captured.segment, dataSegment());
    QCOMPARE(captured.from, client6);
    QVERIFY(!captured.isFragment);
}

void TestCapturedPackets::ipv6_firstFragment()
{
    const CapturedSegment captured = only(withExtensions(44, "0600 0001 00000001"));
    QCOMPARE(captured.segment, dataSegment());
    QVERIFY(captured.isFragment);
}

void TestCapturedPackets::ipv6_laterFragment_isCounted()
{
    QCOMPARE(readAll(fileOf(withExtensions(44, "0600 0008 00000001"))).counts, oneOf(&CaptureCounts::laterFragments));
    QCOMPARE(readAll(fileOf(withExtensions(44, "1100 0008 00000001"))).counts, oneOf(&CaptureCounts::otherPackets));
}

void TestCapturedPackets::ipv6_lengthZero_isThatOnTheWire()
{
    Segment large = dataSegment();
    large.text.length = 100'000;
    Octets packet = packet6(dataSegment());
    packet.resize(packet.size() + 100'000 - dataSegment().text.length);
    setNumber16(packet, payloadLengthPlace, 0);
    QCOMPARE(only(packet).segment, large);
}

void TestCapturedPackets::wrongChecksum_isNotLookedAt()
{
    const Octets segment = segmentOctets(dataSegment(), client4, server4, Checksum::Wrong);
    Octets packet = packetOctets(segment, client4, server4, 1);
    packet.at(10) ^= 0xFF; // IP's own
    QCOMPARE(only(packet).segment, dataSegment());
}

void TestCapturedPackets::snapLength_cutsText()
{
    const CapturedSegment captured = only(packet4(dataSegment()), ipv4Size + 32 + 3);
    QCOMPARE(captured.segment, dataSegment());
    QVERIFY(!captured.optionsCut);
}

void TestCapturedPackets::snapLength_cutsOptions()
{
    Segment expected = dataSegment();
    expected.options = {};
    for (const std::size_t left : {20U, 21U, 22U, 23U, 31U}) {
        const CapturedSegment captured = only(packet4(dataSegment()), ipv4Size + left);
        QCOMPARE(captured.segment, expected);
        QVERIFY(captured.optionsCut);
    }
}

void TestCapturedPackets::snapLength_cutsTheHeader()
{
    const Octets file = fileOf(packet4(dataSegment()), linkTypeRawIp, ipv4Size + 19);
    QCOMPARE(readAll(file).counts, oneOf(&CaptureCounts::brokenPackets));
}

void TestCapturedPackets::brokenHeader_isCounted_data()
{
    QTest::addColumn<unsigned>("place");
    QTest::addColumn<unsigned>("value");
    QTest::newRow("header of TCP of four words") << 32U << 0x40U;
    QTest::newRow("header of TCP longer than the packet") << 32U << 0xF0U;
    QTest::newRow("header of IP of four words") << 0U << 0x44U;
    QTest::newRow("header of IP longer than the packet") << 3U << 0x13U;
    QTest::newRow("packet without room for TCP") << 3U << 0x27U;
}

void TestCapturedPackets::brokenHeader_isCounted()
{
    QFETCH(unsigned, place);
    QFETCH(unsigned, value);
    Octets packet = packet4(dataSegment());
    packet.at(place) = static_cast<std::uint8_t>(value);
    QCOMPARE(readAll(fileOf(packet)).counts, oneOf(&CaptureCounts::brokenPackets));
}

/// The segment is seen if its header is there; then only its options may be missing.
void TestCapturedPackets::cutAnywhere_isNeverMoreThanItIs()
{
    const Octets packet = withExtensions(0, "2c00 0104 00000000  0600 0000 00000001");
    const std::size_t headerEnd = packet.size() - 32 - 10 + 20;
    for (std::size_t length = 0; length <= packet.size(); ++length) {
        const WholeCapture capture = readAll(fileOf(packet, linkTypeRawIp, length));
        QCOMPARE(capture.counts.packets, std::uint64_t{1});
        QCOMPARE(capture.segments.size(), std::size_t{length >= headerEnd ? 1U : 0U});
        if (!capture.segments.empty())
            QCOMPARE(capture.segments[0].optionsCut, length < headerEnd + 12);
    }
}

QTEST_GUILESS_MAIN(TestCapturedPackets)
#include "tst_captured_packets.moc"
