// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Files of the form pcapng: sections and interfaces, each with its own order of octets, link type, snap length and unit
// of time; what is skipped, what is cut off, what is broken. And against tshark, with files that mergecap made.
#include "capture/capture_bytes.h"
#include "capture/pcapng_bytes.h"
#include "capture/pcapng_time.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

namespace {

constexpr std::uint16_t ethernet = 1;
constexpr std::uint16_t rawIp = 101;
constexpr std::uint16_t wireless = 105;
constexpr std::uint16_t cooked2 = 276;
constexpr std::uint64_t someSecond = 1'700'000'000;
constexpr std::int64_t microsecondsOfSecond = 1'000'000;

/// A segment whose sequence number is its name.
Octets named(std::uint32_t seq)
{
    return packet4(dataSegment(seq));
}

Octets onCooked2(const Octets& packet)
{
    Octets frame = {8, 0, 0, 0, 0, 0, 0, 7, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0};
    put(frame, packet);
    return frame;
}

using Names = std::vector<std::uint32_t>;
using Times = std::vector<std::int64_t>;

Names names(const WholeCapture& capture)
{
    Names seqs;
    for (const CapturedSegment& each : capture.segments)
        seqs.push_back(each.segment.seq.value);
    return seqs;
}

/// In microseconds.
Times times(const WholeCapture& capture)
{
    Times all;
    for (const CapturedSegment& each : capture.segments)
        all.push_back(each.at.count());
    return all;
}

/// Two interfaces in a section of either order, two others in the next one, of the other order.
PcapngBytes manyInterfaces(Order first)
{
    PcapngBytes file(first);
    file.interface(ethernet, 96, -1);
    file.interface(cooked2, 0x40000, 9);
    file.packet(1, someSecond * 1'000'000'000 + 999, onCooked2(named(1)));
    file.packet(0, someSecond * 1'000'000 + 2, onEthernet(named(2)), 60);
    file.packet(1, someSecond * 1'000'000'000 + 4'001, onCooked2(named(3)), 64);
    file.section(first == Order::Big ? Order::Little : Order::Big);
    file.interface(rawIp, 0, 0x94);
    file.interface(ethernet, 0, 6, someSecond);
    file.packet(0, (someSecond << 20U) + (1U << 19U), named(4)); // half a second
    file.packet(1, 500'001, onEthernet(named(5)));
    return file;
}

} // namespace

class TestPcapngFile : public QObject
{
    Q_OBJECT

private slots:
    void interfaces_eachWithItsOwnLinkAndTime();
    void interfaces_ofRawIp();
    void interface_describedLate();
    void section_forgetsInterfaces();
    void sectionLength_isNotNeeded();
    void unknownLink_amongKnownOnes();
    void unknownLinks_only();
    void unknownLink_first_knownAfterPackets();
    void simplePackets();
    void obsoletePackets();
    void otherBlocks_areSkipped();
    void longBlocks_areSkipped();
    void longPacket_hasItsBeginning();
    void truncatedAnywhere_givesWhatIsWhole();
    void broken_data();
    void broken();
    void brokenAtTheBeginning_data();
    void brokenAtTheBeginning();
    void everyOctetWrong_isNeverACrash();
    void time_data();
    void time();
    void mergedByOthers_asTsharkReadsIt();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString write(const char* name, const Octets& octets) const;
};

QString TestPcapngFile::write(const char* name, const Octets& octets) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(reinterpret_cast<const char*>(octets.data()), static_cast<qint64>(octets.size()));
    return file.fileName();
}

void TestPcapngFile::interfaces_eachWithItsOwnLinkAndTime()
{
    for (const Order order : {Order::Little, Order::Big}) {
        const WholeCapture capture = readAll(manyInterfaces(order).octets());
        QCOMPARE(capture.error + capture.flaw, QString());
        QCOMPARE(names(capture), (Names{1, 2, 3, 4, 5}));
        QCOMPARE(times(capture), (Times{0, 2, 4, 500'000, 500'001}));
        QCOMPARE(capture.start.count(), static_cast<std::int64_t>(someSecond) * microsecondsOfSecond);
        for (const CapturedSegment& each : capture.segments)
            QCOMPARE(each.segment.text.length, 10U);
        // The snap lengths of 60 and 64 cut off octets of the options.
        QVERIFY(capture.segments[1].optionsCut && capture.segments[2].optionsCut);
        QVERIFY(!capture.segments[0].optionsCut && !capture.segments[3].optionsCut && !capture.segments[4].optionsCut);
        QCOMPARE(capture.counts.packets, std::uint64_t{5});
    }
}

void TestPcapngFile::interfaces_ofRawIp()
{
    PcapngBytes file;
    file.interface(rawIp, 100);
    file.interface(rawIp, 200);
    file.packet(1, 1, named(1));
    file.packet(0, 2, named(2));
    const WholeCapture capture = readAll(file.octets());
    QCOMPARE(capture.flaw, QString());
    QCOMPARE(names(capture), (Names{1, 2}));
}

void TestPcapngFile::interface_describedLate()
{
    PcapngBytes file;
    file.interface(rawIp);
    file.packet(0, 1, named(1));
    file.interface(ethernet, 0, 3);
    file.packet(1, 2, onEthernet(named(2)));
    const WholeCapture capture = readAll(file.octets());
    QCOMPARE(names(capture), (Names{1, 2}));
    QCOMPARE(times(capture), (Times{0, 1'999}));
}

void TestPcapngFile::section_forgetsInterfaces()
{
    PcapngBytes file;
    file.interface(rawIp);
    file.packet(0, 1, named(1));
    const std::size_t end = file.octets().size();
    file.section(Order::Little);
    const std::size_t after = file.octets().size();
    file.packet(0, 2, named(2));
    const WholeCapture capture = readAll(file.octets());
    QCOMPARE(names(capture), Names{1});
    QVERIFY(end < after);
    QCOMPARE(capture.flaw, QStringLiteral("after packet 1 the file is broken, at octet %1: a packet is of no interface "
                                          "of its section")
                               .arg(after));
}

/// It may be unknown, and whoever joins files may not have set it right.
void TestPcapngFile::sectionLength_isNotNeeded()
{
    for (const std::uint64_t length : {std::uint64_t{0}, std::uint64_t{5}, ~std::uint64_t{0} - 1}) {
        PcapngBytes file;
        file.section(Order::Little, 1, length);
        file.interface(rawIp);
        file.packet(0, 1, named(1));
        QCOMPARE(names(readAll(file.octets())), Names{1});
    }
}

void TestPcapngFile::unknownLink_amongKnownOnes()
{
    PcapngBytes file;
    file.interface(wireless);
    file.interface(ethernet);
    file.packet(0, 1, onEthernet(named(1))); // what it looks like does not count
    file.packet(1, 2, onEthernet(named(2)));
    file.packet(0, 3, onEthernet(named(3)));
    const WholeCapture capture = readAll(file.octets());
    QCOMPARE(capture.error + capture.flaw, QString());
    QCOMPARE(names(capture), Names{2});
    QCOMPARE(capture.counts.otherPackets, std::uint64_t{2});
    QCOMPARE(capture.segments.at(0).packet, 2U);
    QCOMPARE(times(capture), Times{1});
}

void TestPcapngFile::unknownLinks_only()
{
    PcapngBytes file;
    file.interface(wireless);
    file.interface(4000);
    file.packet(0, 1, onEthernet(named(1)));
    const QString said = readAll(file.octets()).error;
    QVERIFY2(said.contains("link type IEEE802_11 are not read"), qPrintable(said));
    QCOMPARE(readAll(CaptureReader::open(write("wireless", file.octets()).toStdString())).error, said);
}

void TestPcapngFile::unknownLink_first_knownAfterPackets()
{
    PcapngBytes file;
    file.interface(wireless);
    file.packet(0, 1, onEthernet(named(1)));
    file.section(Order::Big);
    file.interface(ethernet);
    file.packet(0, 2, onEthernet(named(2)));
    for (const WholeCapture& capture :
         {readAll(file.octets()), readAll(CaptureReader::open(write("late", file.octets()).toStdString()))}) {
        QCOMPARE(capture.error + capture.flaw, QString());
        QCOMPARE(names(capture), Names{2});
        QCOMPARE(capture.segments.at(0).packet, 2U);
        QCOMPARE(times(capture), Times{1});
    }
}

/// They are of the first interface, have its snap length, and no time.
void TestPcapngFile::simplePackets()
{
    PcapngBytes file(Order::Big);
    file.interface(ethernet, 60);
    file.interface(rawIp);
    file.simplePacket(onEthernet(named(1)), 60);
    file.packet(1, 7'000'000, named(2));
    file.simplePacket(onEthernet(named(3)), 60);
    const WholeCapture capture = readAll(file.octets());
    QCOMPARE(capture.flaw, QString());
    QCOMPARE(names(capture), (Names{1, 2, 3}));
    QCOMPARE(times(capture), (Times{0, 7'000'000, 7'000'000}));
    QCOMPARE(capture.segments[0].segment.text.length, 10U);
    QVERIFY(capture.segments[0].optionsCut);
}

void TestPcapngFile::obsoletePackets()
{
    for (const Order order : {Order::Little, Order::Big}) {
        PcapngBytes file(order);
        file.interface(ethernet);
        file.interface(rawIp, 0, 9);
        file.obsoletePacket(1, 5'000'000'000, named(1));
        file.obsoletePacket(0, 5'000'007, onEthernet(named(2)));
        const WholeCapture capture = readAll(file.octets());
        QCOMPARE(capture.flaw, QString());
        QCOMPARE(names(capture), (Names{1, 2}));
        QCOMPARE(times(capture), (Times{0, 7}));
    }
}

void TestPcapngFile::otherBlocks_areSkipped()
{
    PcapngBytes file;
    file.block(4, Octets(20));        // names of hosts
    file.block(0x80000BAD, Octets{}); // somebody's own
    file.interface(rawIp);
    file.block(5, Octets(40, 0xFF)); // statistics
    file.packet(0, 1, named(1));
    file.block(10, Octets(33)); // secrets
    file.packet(0, 2, named(2));
    file.block(0xFFFFFFFF, Octets(8));
    const WholeCapture capture = readAll(file.octets());
    QCOMPARE(capture.error + capture.flaw, QString());
    QCOMPARE(names(capture), (Names{1, 2}));
    QCOMPARE(capture.counts.packets, std::uint64_t{2});
}

void TestPcapngFile::longBlocks_areSkipped()
{
    // Around the size of the buffer, and its multiples.
    constexpr std::size_t buffer = std::size_t{256} * 1024;
    for (const std::size_t size : {buffer - 16, buffer - 12, buffer - 8, buffer, buffer + 4, 3 * buffer + 40}) {
        PcapngBytes file;
        file.interface(rawIp);
        file.packet(0, 1, named(1));
        file.block(10, Octets(size, 0x0A));
        file.packet(0, 2, named(2));
        const WholeCapture capture = readAll(file.octets());
        QCOMPARE(capture.error + capture.flaw, QString());
        QCOMPARE(names(capture), (Names{1, 2}));
        Octets cut = file.octets();
        cut.resize(file.ends()[0] + size / 2);
        QCOMPARE(readAll(cut).flaw, QStringLiteral("after packet 1 the file is cut off, at octet %1").arg(cut.size()));
    }
}

void TestPcapngFile::longPacket_hasItsBeginning()
{
    PcapngBytes file;
    file.interface(rawIp);
    Octets packet = named(1);
    packet.at(2) = packet.at(3) = 0; // left to the hardware: it is as long as it is
    packet.resize(1'000'000);
    file.packet(0, 1, packet);
    file.packet(0, 2, named(2));
    const WholeCapture capture = readAll(file.octets());
    QCOMPARE(capture.error + capture.flaw, QString());
    QCOMPARE(names(capture), (Names{1, 2}));
    QCOMPARE(capture.segments[0].segment.text.length, 1'000'000U - 52);
}

void TestPcapngFile::truncatedAnywhere_givesWhatIsWhole()
{
    for (const Order order : {Order::Little, Order::Big}) {
        const PcapngBytes sample = manyInterfaces(order);
        std::vector<std::size_t> borders; // of blocks
        for (std::size_t at = 0; at < sample.octets().size();) {
            const bool isBig = sample.octets()[at + 4] == 0;
            at += sample.octets()[at + (isBig ? 7 : 4)];
            borders.push_back(at);
        }
        for (std::size_t length = 1; length <= sample.octets().size(); ++length) {
            const Octets cut(sample.octets().begin(), sample.octets().begin() + static_cast<std::ptrdiff_t>(length));
            const WholeCapture capture = readAll(cut);
            const auto whole = std::ranges::count_if(sample.ends(), [&](std::size_t end) { return end <= length; });
            const bool isCut = std::ranges::find(borders, length) == borders.end();
            const QString said =
                QStringLiteral("after packet %1 the file is cut off, at octet %2").arg(whole).arg(length);
            if (length < borders.at(1)) { // within the section's header, or the first interface
                QCOMPARE(capture.error,
                         isCut ? said : QStringLiteral("the file says of no interface, and so it has no packets"));
                continue;
            }
            QCOMPARE(capture.segments.size(), static_cast<std::size_t>(whole));
            QCOMPARE(capture.flaw, isCut ? said : QString());
        }
    }
}

/// What comes after two packets of a file.
void TestPcapngFile::broken_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* hex, const char* said) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << QString::fromLatin1(said);
    };
    row("length of zero", "05000000 00000000 00000000", "no block has such a length");
    row("shorter than any", "05000000 08000000 08000000", "no block has such a length");
    row("no whole words", "05000000 0d000000 00 0d000000", "no block has such a length");
    row("four gibibytes", "06000000 fcffffff 00000000", "no block has such a length");
    row("two lengths", "05000000 10000000 00000000 14000000", "the two lengths of a block differ");
    row("no interface 7", "06000000 20000000 07000000 00000000 00000000 00000000 00000000 20000000",
        "a packet is of no interface of its section");
    row("cut to nothing", "06000000 0c000000 0c000000", "a packet is of no interface of its section");
    row("an octet too long", "06000000 20000000 00000000 00000000 00000000 01000000 01000000 20000000",
        "a packet is longer than its block");
    row("as long as can be", "06000000 20000000 00000000 00000000 00000000 ffffffff ffffffff 20000000",
        "a packet is longer than its block");
    row("simple one too long", "03000000 10000000 01000000 10000000", "a packet is longer than its block");
    row("simple one without length", "03000000 0c000000 0c000000", "a packet is of no interface of its section");
    row("short interface", "01000000 10000000 01000000 10000000", "this cannot be an interface");
    row("section without order", "0a0d0d0a 1c000000 4d3c2b1b 01000000 ffffffff ffffffff 1c000000",
        "a section has no order of octets");
}

void TestPcapngFile::broken()
{
    QFETCH(QByteArray, tail);
    QFETCH(QString, said);
    PcapngBytes sample;
    sample.interface(rawIp);
    sample.packet(0, 1, named(1));
    sample.packet(0, 2, named(2));
    Octets file = sample.octets();
    put(file, Octets(tail.begin(), tail.end()));
    const WholeCapture capture = readAll(file);
    QCOMPARE(names(capture), (Names{1, 2}));
    QCOMPARE(
        capture.flaw,
        QStringLiteral("after packet 2 the file is broken, at octet %1: %2").arg(sample.octets().size()).arg(said));
}

void TestPcapngFile::brokenAtTheBeginning_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("said");
    QTest::newRow("text") << QByteArray("\n\nonce upon a time\n")
                          << "this is no capture file: it is neither of the form pcap nor of the form pcapng";
    QTest::newRow("version 2")
        << QByteArray::fromHex("0a0d0d0a 1c000000 4d3c2b1a 02000000 ffffffff ffffffff 1c000000")
        << "after packet 0 begins, at octet 0, a section of a version of pcapng that is not known";
    QTest::newRow("short section") << QByteArray::fromHex("0a0d0d0a 10000000 4d3c2b1a 10000000")
                                   << "after packet 0 begins, at octet 0, a section of a version of pcapng that is not "
                                      "known";
    QTest::newRow("no interface") << QByteArray::fromHex("0a0d0d0a 1c000000 4d3c2b1a 01000000 ffffffff ffffffff "
                                                         "1c000000 05000000 0c000000 0c000000")
                                  << "the file says of no interface, and so it has no packets";
}

void TestPcapngFile::brokenAtTheBeginning()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, said);
    QCOMPARE(readAll(Octets(file.begin(), file.end())).error, said);
}

void TestPcapngFile::everyOctetWrong_isNeverACrash()
{
    const Octets file = manyInterfaces(Order::Big).octets();
    for (std::size_t place = 0; place < file.size(); ++place) {
        for (int octet = 0; octet < 256; ++octet) {
            Octets wrong = file;
            wrong[place] = static_cast<std::uint8_t>(octet);
            const WholeCapture capture = readAll(wrong);
            QVERIFY(capture.segments.size() <= 5 && capture.counts.segments == capture.segments.size());
        }
    }
}

void TestPcapngFile::time_data()
{
    QTest::addColumn<int>("resolution");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<quint64>("number");
    QTest::addColumn<qint64>("nanoseconds");
    constexpr quint64 most = ~quint64{0};
    constexpr qint64 limit = 8'000'000'000'000'000'000;
    const auto row = [](const char* name, int resolution, qint64 offset, quint64 number, qint64 nanoseconds) {
        QTest::newRow(name) << resolution << offset << number << nanoseconds;
    };
    row("unless it is said", -1, 0, 7, 7'000);
    row("seconds", 0, 0, 7, 7'000'000'000);
    row("milliseconds", 3, 0, 7, 7'000'000);
    row("microseconds", 6, 0, someSecond * 1'000'000 + 1, 1'700'000'000'000'001'000);
    row("nanoseconds", 9, 0, someSecond * 1'000'000'000 + 1, 1'700'000'000'000'000'001);
    row("tenths of a nanosecond", 10, 0, 79, 7);
    row("10^-19 s", 19, 0, most, 1'844'674'407);
    row("10^-28 s", 28, 0, most, 1);
    row("10^-127 s", 127, 0, most, 0);
    row("whole seconds by bits", 0x80, 0, 7, 7'000'000'000);
    row("halves", 0x81, 0, 7, 3'500'000'000);
    row("2^-20 s", 0x94, 0, (someSecond << 20U) + 1, 1'700'000'000'000'000'953);
    row("2^-30 s", 0x9E, 0, (someSecond << 30U) + (3U << 28U), 1'700'000'000'750'000'000);
    row("2^-34 s", 0xA2, 0, (std::uint64_t{7} << 34U) - 1, 6'999'999'999);
    row("2^-35 s", 0xA3, 0, (std::uint64_t{7} << 35U) - 1, 6'999'999'999);
    row("2^-63 s", 0xBF, 0, most, 1'999'999'999);
    row("2^-64 s", 0xC0, 0, most, 999'999'999);
    row("2^-65 s", 0xC1, 0, most, 499'999'999);
    row("2^-98 s", 0xE2, 0, most, 0);
    row("2^-127 s", 0xFF, 0, most, 0);
    row("an offset", 6, 1'000, 5, 1'000'000'005'000);
    row("an offset backwards", 6, -1'000, 5, -999'999'995'000);
    row("far too late", 6, 0, most, limit);
    row("far too late, in seconds", 0, 0, most, limit);
    row("far too late, by bits", 0x80, 0, most, limit);
    row("more than 64 bits", 0x80, 0, 18'446'744'074, limit); // 2^64 ns, and a little
    row("more than 64 bits, of seconds", 0, 0, 18'446'744'074, limit);
    row("far too late, nanoseconds", 9, 0, most, limit);
    row("far too late by the offset", 6, std::numeric_limits<qint64>::max(), 1, limit);
    row("far too early by the offset", 6, std::numeric_limits<qint64>::min(), 0, -limit);
    row("both", 6, std::numeric_limits<qint64>::max(), most, limit);
    row("one far up, one far down", 6, std::numeric_limits<qint64>::min(), most, 0);
}

void TestPcapngFile::time()
{
    QFETCH(int, resolution);
    QFETCH(qint64, offset);
    QFETCH(quint64, number);
    PcapngTime time;
    if (resolution >= 0)
        time.setResolution(static_cast<std::uint8_t>(resolution));
    time.setOffset(offset);
    QTEST(static_cast<qint64>(time.nanoseconds(number)), "nanoseconds");
}

/// What one program says, in lines of fields.
QStringList linesOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void TestPcapngFile::mergedByOthers_asTsharkReadsIt()
{
    const QString tshark = QStandardPaths::findExecutable("tshark");
    const QString mergecap = QStandardPaths::findExecutable("mergecap");
    const QString editcap = QStandardPaths::findExecutable("editcap");
    if (tshark.isEmpty() || mergecap.isEmpty() || editcap.isEmpty())
        QSKIP("tshark, mergecap and editcap are needed");
    Octets first = pcapFile(ethernet, microsecondsMagic);
    Octets second = pcapFile(cooked2, nanosecondsMagic);
    Octets third = pcapFile(rawIp, microsecondsMagic);
    for (std::uint32_t i = 0; i < 300; ++i) {
        putPcapPacket(first, someSecond, 10 * i, onEthernet(named(1 + i)));
        putPcapPacket(second, someSecond, 10'000 * i + 3'999, onCooked2(named(1'000 + i)));
        putPcapPacket(third, someSecond, 10 * i + 7, named(2'000 + i));
    }
    const QString merged = m_folder.filePath("merged.pcapng");
    const QString cut = m_folder.filePath("cut.pcapng");
    (void)linesOf(mergecap, {"-F", "pcapng", "-I", "none", "-w", merged, write("first", first), write("second", second),
                             write("third", third)});
    (void)linesOf(editcap, {"-F", "pcapng", "-s", "70", "-t", "3600", merged, cut});
    for (const QString& path : {merged, cut}) {
        const WholeCapture capture = readAll(CaptureReader::open(path.toStdString()));
        QCOMPARE(capture.error + capture.flaw, QString());
        QCOMPARE(capture.counts.segments, std::uint64_t{900});
        QStringList ours;
        for (const CapturedSegment& each : capture.segments) {
            const std::int64_t at = (capture.start + each.at).count();
            ours.append(QStringLiteral("%1\t%2.%3\t%4\t%5")
                            .arg(each.packet)
                            .arg(at / microsecondsOfSecond)
                            .arg(at % microsecondsOfSecond, 6, 10, QChar(u'0'))
                            .arg(each.segment.seq.value)
                            .arg(each.segment.text.length));
        }
        QStringList theirs =
            linesOf(tshark, {"-n", "-r", path, "-o", "tcp.relative_sequence_numbers:FALSE", "-T", "fields", "-e",
                             "frame.number", "-e", "frame.time_epoch", "-e", "tcp.seq", "-e", "tcp.len"});
        for (QString& line : theirs) // tshark says nanoseconds
            line.remove(line.indexOf(u'.') + 7, 3);
        QCOMPARE(ours, theirs);
        QCOMPARE(linesOf(tshark, {"-r", path, "-T", "fields", "-e", "frame.interface_id"}).filter("2").size(), 300);
    }
}

QTEST_GUILESS_MAIN(TestPcapngFile)
#include "tst_pcapng_file.moc"
