// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Capture files as such: their forms, their times and the order in which segments come, files that are compressed, cut
// off or broken, and what is no capture file.
#include "capture/capture_bytes.h"
#include "capture/pcapng_writer.h"

#include <zlib.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <algorithm>

using namespace finwait;

namespace {

constexpr std::uint32_t someSecond = 1'700'000'000;

/// A segment whose sequence number is its name.
Octets named(std::uint32_t seq)
{
    return packet4(dataSegment(seq));
}

/// Packets named from 1 on, at these microseconds after some second.
Octets fileAt(const std::vector<std::uint32_t>& times)
{
    Octets file = pcapFile(linkTypeRawIp);
    std::uint32_t seq = 0;
    for (const std::uint32_t time : times)
        putPcapPacket(file, someSecond, time, named(++seq));
    return file;
}

std::vector<std::uint32_t> names(const WholeCapture& capture)
{
    std::vector<std::uint32_t> seqs;
    for (const CapturedSegment& each : capture.segments)
        seqs.push_back(each.segment.seq.value);
    return seqs;
}

std::vector<std::int64_t> times(const WholeCapture& capture)
{
    std::vector<std::int64_t> microseconds;
    for (const CapturedSegment& each : capture.segments)
        microseconds.push_back(each.at.count());
    return microseconds;
}

using Names = std::vector<std::uint32_t>;
using Times = std::vector<std::int64_t>;

/// A file of three packets in the form pcapng, and where each packet ends.
struct PcapngSample {
    Octets file;
    std::vector<std::size_t> ends;
};

PcapngSample pcapngSample()
{
    PcapngSample sample;
    PcapngWriter writer({.application = "a test", .comment = "", .interface = "eth0"});
    for (std::uint32_t seq = 1; seq <= 3; ++seq) {
        writer.add(Time{someSecond * 1'000'000LL + seq}, PacketDirection::Inbound, named(seq), "");
        sample.ends.push_back(writer.octets().size());
    }
    sample.file = writer.octets();
    return sample;
}

Octets gzipped(const Octets& octets)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    Octets packed(octets.size() + 1000);
    stream.next_in = const_cast<Bytef*>(octets.data());
    stream.avail_in = static_cast<uInt>(octets.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

Octets first(const Octets& octets, std::size_t count)
{
    return {octets.begin(), octets.begin() + static_cast<std::ptrdiff_t>(count)};
}

} // namespace

class TestCaptureReader : public QObject
{
    Q_OBJECT

private slots:
    void pcapng_asFinwaitWritesIt();
    void pcap_ofABigMachine();
    void nanoseconds_areRoundedDownwards();
    void twoInterfaces_withTheirOwnResolutions();
    void start_isThatOfTheFirstPacketOfAnyKind();
    void order_ofNearNeighbours();
    void order_withinOneMicrosecond();
    void order_sameTime_staysAsItWas();
    void order_reversed_asFarAsTheWindowGoes();
    void order_farTooLate_hasTheTimeOfTheOneBefore();
    void order_oneFarAhead_comesLast();
    void time_beforeTheFirstPacket_isNegative();
    void time_absurd_data();
    void time_absurd();
    void truncatedPcap_givesWhatIsWhole();
    void truncatedPcapng_givesWhatIsWhole();
    void truncatedGzip_givesWhatIsWhole();
    void damagedGzip_isSaid();
    void gzip_isReadAsWhatItWas();
    void gzip_ofSeveralMembers();
    void brokenPacketHeader_isSaid();
    void everyOctetWrong_isNeverACrash();
    void noCaptureFile_isSaid_data();
    void noCaptureFile_isSaid();
    void unknownLinkType_isNamed();
    void path_isRead();
    void path_thatCannotBeRead_data();
    void path_thatCannotBeRead();
    void progress_goesFromNothingToAll();
    void counts_addUp();
    void nothingIsLeftOfSegmentsBefore();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::string write(const QString& name, const Octets& octets) const;
};

std::string TestCaptureReader::write(const QString& name, const Octets& octets) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(reinterpret_cast<const char*>(octets.data()), static_cast<qint64>(octets.size()));
    return file.fileName().toStdString();
}

void TestCaptureReader::pcapng_asFinwaitWritesIt()
{
    const WholeCapture capture = readAll(pcapngSample().file);
    QCOMPARE(capture.error, QString());
    QCOMPARE(capture.flaw, QString());
    QCOMPARE(names(capture), (Names{1, 2, 3}));
    QCOMPARE(times(capture), (Times{0, 1, 2}));
    QCOMPARE(capture.start.count(), someSecond * 1'000'000LL + 1);
    QCOMPARE(capture.end.count(), 2);
    QCOMPARE(capture.segments[2].packet, 3U);
}

void TestCaptureReader::pcap_ofABigMachine()
{
    Octets file;
    putNetworkOrder(file, microsecondsMagic);
    putNetworkOrder(file, std::uint32_t{0x00020004});
    putNetworkOrder(file, std::uint64_t{0});
    putNetworkOrder(file, std::uint32_t{65535});
    putNetworkOrder(file, linkTypeRawIp);
    const Octets packet = named(1);
    putNetworkOrder(file, someSecond);
    putNetworkOrder(file, std::uint32_t{5});
    putNetworkOrder(file, static_cast<std::uint32_t>(packet.size()));
    putNetworkOrder(file, static_cast<std::uint32_t>(packet.size()));
    put(file, packet);
    const WholeCapture capture = readAll(file);
    QCOMPARE(names(capture), Names{1});
    QCOMPARE(capture.start.count(), someSecond * 1'000'000LL + 5);
}

void TestCaptureReader::nanoseconds_areRoundedDownwards()
{
    Octets file = pcapFile(linkTypeRawIp, nanosecondsMagic);
    putPcapPacket(file, someSecond, 999, named(1));
    putPcapPacket(file, someSecond, 1'000, named(2));
    putPcapPacket(file, someSecond, 999'999'999, named(3));
    const WholeCapture capture = readAll(file);
    QCOMPARE(times(capture), (Times{0, 1, 999'999}));
    QCOMPARE(capture.start.count(), someSecond * 1'000'000LL);
}

void TestCaptureReader::twoInterfaces_withTheirOwnResolutions()
{
    Octets file = pcapngFile();
    putPcapngInterface(file, linkTypeEthernet, 6);
    putPcapngInterface(file, linkTypeEthernet, 9);
    putPcapngPacket(file, 1, 2'000'000'000, onEthernet(named(1)));
    putPcapngPacket(file, 0, 2'000'003, onEthernet(named(2)));
    putPcapngPacket(file, 1, 2'000'002'000, onEthernet(named(3)));
    const WholeCapture capture = readAll(file);
    QCOMPARE(capture.flaw, QString());
    QCOMPARE(names(capture), (Names{1, 3, 2}));
    QCOMPARE(times(capture), (Times{0, 2, 3}));
    QCOMPARE(capture.counts.outOfOrder, std::uint64_t{1});
}

void TestCaptureReader::start_isThatOfTheFirstPacketOfAnyKind()
{
    Octets file = pcapFile(linkTypeRawIp);
    putPcapPacket(file, someSecond, 0, Octets{1, 2, 3});
    putPcapPacket(file, someSecond, 100, named(1));
    putPcapPacket(file, someSecond, 300, Octets{1, 2, 3});
    const WholeCapture capture = readAll(file);
    QCOMPARE(times(capture), Times{100});
    QCOMPARE(capture.segments.at(0).packet, 2U);
    QCOMPARE(capture.start.count(), someSecond * 1'000'000LL);
    QCOMPARE(capture.end.count(), 300);
}

void TestCaptureReader::order_ofNearNeighbours()
{
    const WholeCapture capture = readAll(fileAt({0, 20, 10, 50, 40, 30, 60}));
    QCOMPARE(names(capture), (Names{1, 3, 2, 6, 5, 4, 7}));
    QCOMPARE(times(capture), (Times{0, 10, 20, 30, 40, 50, 60}));
    QCOMPARE(capture.counts.outOfOrder, std::uint64_t{3});
    QCOMPARE(capture.segments[1].packet, 3U);
}

void TestCaptureReader::order_withinOneMicrosecond()
{
    Octets file = pcapFile(linkTypeRawIp, nanosecondsMagic);
    putPcapPacket(file, someSecond, 500, named(1));
    putPcapPacket(file, someSecond, 400, named(2));
    QCOMPARE(names(readAll(file)), (Names{2, 1}));
}

void TestCaptureReader::order_sameTime_staysAsItWas()
{
    const WholeCapture capture = readAll(fileAt({5, 5, 5, 4, 4}));
    QCOMPARE(names(capture), (Names{4, 5, 1, 2, 3}));
}

void TestCaptureReader::order_reversed_asFarAsTheWindowGoes()
{
    std::vector<std::uint32_t> reversed;
    for (std::uint32_t time = 256; time > 0; --time)
        reversed.push_back(time);
    const WholeCapture capture = readAll(fileAt(reversed));
    QCOMPARE(capture.segments.size(), reversed.size());
    QCOMPARE(capture.counts.outOfOrder, std::uint64_t{255});
    for (std::uint32_t index = 0; index < 256; ++index)
        QCOMPARE(capture.segments[index].segment.seq.value, 256 - index);
    QCOMPARE(capture.segments.front().at.count(), -255);
}

void TestCaptureReader::order_farTooLate_hasTheTimeOfTheOneBefore()
{
    std::vector<std::uint32_t> late;
    for (std::uint32_t time = 1000; time < 2000; ++time)
        late.push_back(time);
    late.push_back(1500);
    const WholeCapture capture = readAll(fileAt(late));
    QCOMPARE(capture.segments.size(), std::size_t{1001});
    const auto found = std::ranges::find(capture.segments, 1001U, &CapturedSegment::packet);
    QVERIFY(found != capture.segments.begin() && found != capture.segments.end());
    QVERIFY(std::ranges::is_sorted(times(capture)));
    QVERIFY(found->at.count() > 500); // it could not be handed out in its place
    QCOMPARE(found->at, std::prev(found)->at);
    QCOMPARE(capture.counts.outOfOrder, std::uint64_t{1});
}

/// It waits; those behind it do not.
void TestCaptureReader::order_oneFarAhead_comesLast()
{
    std::vector<std::uint32_t> ahead{0, 999'999};
    for (std::uint32_t time = 1; time <= 1000; ++time)
        ahead.push_back(time);
    const WholeCapture capture = readAll(fileAt(ahead));
    QCOMPARE(capture.segments.size(), std::size_t{1002});
    QCOMPARE(capture.segments.back().packet, 2U);
    for (std::uint32_t index = 0; index <= 1000; ++index)
        QCOMPARE(capture.segments[index].at.count(), std::int64_t{index});
}

void TestCaptureReader::time_beforeTheFirstPacket_isNegative()
{
    Octets file = pcapFile(linkTypeRawIp, nanosecondsMagic);
    putPcapPacket(file, someSecond, 0, named(1));
    putPcapPacket(file, someSecond - 1, 999'999'999, named(2));
    const WholeCapture capture = readAll(file);
    QCOMPARE(names(capture), (Names{2, 1}));
    QCOMPARE(times(capture), (Times{-1, 0}));
    QCOMPARE(capture.end.count(), 0);
}

void TestCaptureReader::time_absurd_data()
{
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("second");
    constexpr quint64 most = ~quint64{0};
    QTest::newRow("far ahead") << quint64{0} << most;
    QTest::newRow("far behind") << most << quint64{0};
    QTest::newRow("the sign") << (most >> 1U) << (most >> 1U) + 1;
    QTest::newRow("both") << most << most;
}

void TestCaptureReader::time_absurd()
{
    QFETCH(quint64, first);
    QFETCH(quint64, second);
    for (const std::uint8_t resolution : Octets{0, 6, 9, 19, 0x80, 0xBF}) {
        Octets file = pcapngFile();
        putPcapngInterface(file, linkTypeRawIp, resolution);
        putPcapngPacket(file, 0, first, named(1));
        putPcapngPacket(file, 0, second, named(2));
        const WholeCapture capture = readAll(file);
        QCOMPARE(capture.segments.size(), std::size_t{2});
        QVERIFY(std::ranges::is_sorted(times(capture)));
    }
}

void TestCaptureReader::truncatedPcap_givesWhatIsWhole()
{
    const Octets file = fileAt({0, 1, 2});
    const std::size_t header = pcapFile(linkTypeRawIp).size();
    const std::size_t packet = (file.size() - header) / 3;
    for (std::size_t length = 1; length <= file.size(); ++length) {
        const WholeCapture capture = readAll(first(file, length));
        QCOMPARE(capture.error, QString(length < header ? "the file ends within its header" : ""));
        if (length < header)
            continue;
        const std::size_t whole = (length - header) / packet;
        QCOMPARE(capture.segments.size(), whole);
        const bool isCut = (length - header) % packet != 0;
        QCOMPARE(capture.flaw,
                 isCut ? QStringLiteral("after packet %1 the file is cut off, at octet %2").arg(whole).arg(length)
                       : QString());
    }
}

void TestCaptureReader::truncatedPcapng_givesWhatIsWhole()
{
    const PcapngSample sample = pcapngSample();
    const std::size_t header =
        PcapngWriter({.application = "a test", .comment = "", .interface = "eth0"}).octets().size();
    for (std::size_t length = 1; length <= sample.file.size(); ++length) {
        const WholeCapture capture = readAll(first(sample.file, length));
        QCOMPARE(!capture.error.isEmpty(), length < header);
        const auto whole = std::ranges::count_if(sample.ends, [&](std::size_t end) { return end <= length; });
        QCOMPARE(capture.segments.size(), static_cast<std::size_t>(whole));
        const bool isEnd = length == header || std::ranges::find(sample.ends, length) != sample.ends.end();
        QCOMPARE(capture.flaw.contains("cut off"), length > header && !isEnd);
    }
}

void TestCaptureReader::truncatedGzip_givesWhatIsWhole()
{
    const Octets file = fileAt({0, 1, 2});
    const Octets packed = gzipped(file);
    std::size_t most = 0;
    for (std::size_t length = 2; length < packed.size(); ++length) {
        const WholeCapture capture = readAll(first(packed, length));
        const QString said = capture.error + capture.flaw;
        QCOMPARE(said, QStringLiteral("after packet %1 the compressed file is cut off, at octet %2")
                           .arg(capture.segments.size())
                           .arg(length));
        QVERIFY(capture.segments.size() >= most);
        most = capture.segments.size();
    }
    QCOMPARE(most, std::size_t{3}); // only the checksum was missing
}

void TestCaptureReader::damagedGzip_isSaid()
{
    Octets packed = gzipped(fileAt({0, 1, 2}));
    packed.at(packed.size() - 8) ^= 1; // the checksum
    const WholeCapture capture = readAll(packed);
    QCOMPARE(names(capture), (Names{1, 2, 3}));
    QVERIFY2(capture.flaw.contains("after packet 3 the compressed file is damaged"), qPrintable(capture.flaw));
}

void TestCaptureReader::gzip_isReadAsWhatItWas()
{
    for (const Octets& file : {fileAt({0, 1, 2}), pcapngSample().file}) {
        const WholeCapture capture = readAll(gzipped(file));
        QCOMPARE(capture.error, QString());
        QCOMPARE(capture.flaw, QString());
        QCOMPARE(names(capture), (Names{1, 2, 3}));
    }
}

void TestCaptureReader::gzip_ofSeveralMembers()
{
    const Octets file = fileAt({0, 1, 2});
    Octets packed = gzipped(first(file, 100));
    put(packed, gzipped({file.begin() + 100, file.end()}));
    packed.resize(packed.size() + 512); // filled up, as on tape
    const WholeCapture capture = readAll(packed);
    QCOMPARE(capture.flaw, QString());
    QCOMPARE(names(capture), (Names{1, 2, 3}));
}

void TestCaptureReader::brokenPacketHeader_isSaid()
{
    Octets file = fileAt({0, 1, 2});
    const std::size_t header = pcapFile(linkTypeRawIp).size();
    const std::size_t packet = (file.size() - header) / 3;
    file.at(header + packet + 11) = 0x7F; // the length of the second
    const WholeCapture capture = readAll(file);
    QCOMPARE(names(capture), Names{1});
    QVERIFY2(capture.flaw.startsWith("after packet 1 the file cannot be read any further, at octet "),
             qPrintable(capture.flaw));
    QVERIFY2(capture.flaw.contains("invalid packet capture length"), qPrintable(capture.flaw));
}

void TestCaptureReader::everyOctetWrong_isNeverACrash()
{
    for (const Octets& file : {fileAt({0, 1, 2}), pcapngSample().file, gzipped(fileAt({0, 1, 2}))}) {
        for (std::size_t place = 0; place < file.size(); ++place) {
            for (const std::uint8_t octet : Octets{0x00, 0x7F, 0x80, 0xFF}) {
                Octets wrong = file;
                wrong[place] = octet;
                const WholeCapture capture = readAll(wrong);
                const CaptureCounts& counts = capture.counts;
                QCOMPARE(counts.segments, capture.segments.size());
                QVERIFY(counts.packets <= 3);
            }
        }
    }
}

void TestCaptureReader::noCaptureFile_isSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    const QString unknown = "libpcap does not take this for a capture file: \"unknown file format\"";
    QTest::newRow("nothing") << QByteArray() << "the file is empty";
    QTest::newRow("one octet") << QByteArray("x") << "the file ends within its header";
    QTest::newRow("text") << QByteArray("{ \"this\": \"is a scenario\" }") << unknown;
    QTest::newRow("zeros") << QByteArray(1000, '\0') << unknown;
}

void TestCaptureReader::noCaptureFile_isSaid()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    const Octets octets(content.begin(), content.end());
    QCOMPARE(readAll(octets).error, said);
    QCOMPARE(readAll(CaptureReader::open(write("none", octets))).error, said);
}

void TestCaptureReader::unknownLinkType_isNamed()
{
    constexpr std::uint32_t wireless = 105;
    constexpr std::uint32_t nobodys = 4000;
    QVERIFY(readAll(pcapFile(wireless)).error.contains("link type IEEE802_11 "));
    QVERIFY(readAll(pcapFile(nobodys)).error.contains("link type 4000 "));
}

void TestCaptureReader::path_isRead()
{
    const Octets file = fileAt({0, 1, 2});
    QCOMPARE(names(readAll(CaptureReader::open(write("plain", file)))), (Names{1, 2, 3}));
    QCOMPARE(names(readAll(CaptureReader::open(write("packed", gzipped(file))))), (Names{1, 2, 3}));
}

void TestCaptureReader::path_thatCannotBeRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("said");
    QTest::newRow("a folder") << m_folder.path() << "this is a folder";
    QTest::newRow("nothing there") << m_folder.filePath("nothing") << "No such file or directory";
    QTest::newRow("a device") << "/dev/zero"
                              << "this is not a regular file";
    if (geteuid() != 0) {
        const QString path = QString::fromStdString(write("mine", fileAt({0})));
        QFile::setPermissions(path, QFile::WriteOwner);
        QTest::newRow("not permitted") << path << "Permission denied";
    }
}

void TestCaptureReader::path_thatCannotBeRead()
{
    QFETCH(QString, path);
    QFETCH(QString, said);
    QCOMPARE(readAll(CaptureReader::open(path.toStdString())).error, said);
}

void TestCaptureReader::progress_goesFromNothingToAll()
{
    Octets file = pcapFile(linkTypeRawIp);
    for (std::uint32_t seq = 1; seq <= 20'000; ++seq)
        putPcapPacket(file, someSecond, seq, named(seq));
    for (const Octets& each : {file, gzipped(file)}) {
        CaptureReader reader = *CaptureReader::read(each);
        double before = 0;
        for (int count = 0; reader.next() != nullptr; ++count) {
            const double now = reader.progress();
            QVERIFY(now >= before && now >= count / 20'000.0 - 0.05 && now <= count / 20'000.0 + 0.25);
            before = now;
        }
        QCOMPARE(before, 1.0);
        QVERIFY(reader.next() == nullptr);
    }
}

void TestCaptureReader::counts_addUp()
{
    Octets file = fileAt({0, 1});
    Octets fragment = named(3);
    fragment.at(7) = 1;
    putPcapPacket(file, someSecond, 2, fragment);
    putPcapPacket(file, someSecond, 3, named(4), 30);
    putPcapPacket(file, someSecond, 4, Octets{0x50});
    const CaptureCounts counts = readAll(file).counts;
    QCOMPARE(
        counts,
        (CaptureCounts{
            .packets = 5, .segments = 2, .laterFragments = 1, .otherPackets = 1, .brokenPackets = 1, .outOfOrder = 0}));
}

/// Segments are read into the places of those that were handed out.
void TestCaptureReader::nothingIsLeftOfSegmentsBefore()
{
    Segment syn;
    syn.flags = {.syn = true, .ack = true, .fin = true, .rst = true, .psh = true, .urg = true};
    syn.options = {.mss = 1460, .windowScale = 7, .sackPermitted = true, .timestamps = Timestamps{1, 2}};
    const Octets other = packet6(syn);
    Segment ack;
    ack.flags.ack = true;
    Octets file = pcapFile(linkTypeRawIp);
    for (std::uint32_t index = 0; index < 1000; ++index) {
        Octets fragment = packet4(syn);
        fragment.at(6) = 0x20;
        putPcapPacket(file, someSecond, index, index % 2 == 0 ? fragment : other, 66);
    }
    for (std::uint32_t index = 0; index < 1000; ++index)
        putPcapPacket(file, someSecond, 1000 + index, packet4(ack));
    const WholeCapture capture = readAll(file);
    QCOMPARE(capture.segments.size(), std::size_t{2000});
    QVERIFY(capture.segments[998].isFragment && capture.segments[999].optionsCut);
    for (std::size_t index = 1000; index < 2000; ++index) {
        const CapturedSegment& each = capture.segments[index];
        QCOMPARE(each.segment, ack);
        QVERIFY(each.from == client4 && each.to == server4 && !each.isFragment && !each.optionsCut);
    }
}

QTEST_GUILESS_MAIN(TestCaptureReader)
#include "tst_capture_reader.moc"
