// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Capture files as tshark reads them: what it finds in each packet against what the trace says was on the wire.
#include "capture/sightings.h"
#include "export/connection_pcapng.h"
#include "export/packet_comments.h"
#include "scenario/library.h"
#include "view/words.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace finwait;

namespace {

/// What is asked of tshark, in this order.
enum Field {
    At,
    From,
    FromPort,
    To,
    ToPort,
    FlagBits,
    SequenceNumber,
    Acknowledgment,
    TextLength,
    WindowField,
    UrgentPointer,
    Mss,
    WindowScale,
    SackPermitted,
    TimestampValue,
    TimestampEcho,
    ChecksumStatus,
    Direction,
    Comment,
    Analysis,
    Identification,
    Payload,
    fieldCount
};
constexpr std::array<const char*, fieldCount> fieldNames = {
    "frame.time_epoch",
    "ip.src",
    "tcp.srcport",
    "ip.dst",
    "tcp.dstport",
    "tcp.flags",
    "tcp.seq",
    "tcp.ack",
    "tcp.len",
    "tcp.window_size_value",
    "tcp.urgent_pointer",
    "tcp.options.mss_val",
    "tcp.options.wscale.shift",
    "tcp.options.sack_perm",
    "tcp.options.timestamp.tsval",
    "tcp.options.timestamp.tsecr",
    "tcp.checksum.status",
    "frame.packet_flags_direction",
    "frame.comment",
    "tcp.analysis.retransmission",
    "ip.id",
    "tcp.payload",
};

const QString goodChecksum = QStringLiteral("1");
const QString badChecksum = QStringLiteral("0");

using Row = QStringList;

QString tshark()
{
    return QStandardPaths::findExecutable(QStringLiteral("tshark"));
}

QByteArray outputOfTshark(const QString& path, const QStringList& arguments)
{
    QProcess reader;
    reader.start(tshark(), QStringList{QStringLiteral("-n"), QStringLiteral("-r"), path} + arguments);
    if (!reader.waitForFinished(60'000) || reader.exitStatus() != QProcess::NormalExit || reader.exitCode() != 0)
        qFatal("tshark: %s", reader.readAllStandardError().constData());
    return reader.readAllStandardOutput();
}

std::vector<Row> read(const QString& path)
{
    QStringList arguments = {QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-E"),
                             QStringLiteral("separator=/t")};
    for (const char* preference :
         {"tcp.check_checksum:TRUE", "ip.check_checksum:TRUE", "tcp.relative_sequence_numbers:FALSE"})
        arguments << QStringLiteral("-o") << QString::fromLatin1(preference);
    for (const char* name : fieldNames)
        arguments << QStringLiteral("-e") << QString::fromLatin1(name);
    std::vector<Row> rows;
    for (const QString& line : QString::fromUtf8(outputOfTshark(path, arguments)).split(u'\n', Qt::SkipEmptyParts))
        rows.push_back(line.split(u'\t'));
    return rows;
}

Trace traceOf(const char* name)
{
    return runScenario(*findScenario(name)).trace;
}

QString number(std::uint64_t value)
{
    return QString::number(value);
}

template <typename Value>
QString numberOr(const std::optional<Value>& value)
{
    return value ? number(*value) : QString();
}

QString seconds(Time time)
{
    const QString microseconds = QStringLiteral("%1").arg(time % 1s / 1us, 6, 10, QLatin1Char('0'));
    return number(std::uint64_t(time / 1s)) + u'.' + microseconds + QStringLiteral("000");
}

QString hexText(const Text& text)
{
    QByteArray octets;
    for (std::uint64_t offset = text.offset; offset < text.end(); ++offset)
        octets += static_cast<char>(octetAt(text.stream, offset));
    return QString::fromLatin1(octets.toHex());
}

/// RFC 9293 section 3.1: the flags from the lowest bit on.
QString flagBits(const Flags& flags)
{
    unsigned bits = 0;
    bits += flags.fin ? 1 : 0;
    bits += flags.syn ? 2 : 0;
    bits += flags.rst ? 4 : 0;
    bits += flags.psh ? 8 : 0;
    bits += flags.ack ? 16 : 0;
    bits += flags.urg ? 32 : 0;
    return QStringLiteral("0x%1").arg(bits, 4, 16, QLatin1Char('0'));
}

/// What tshark is to find, from the trace alone: all but its analysis and the identification.
Row expectedRow(const Trace& trace, const PacketComments& comments, const Sighting& sighting)
{
    const Flight& flight = trace.flight(sighting.flight);
    const Segment& segment = flight.segment;
    const QStringList from = QString::fromStdString(trace.addresses[flight.from]).split(u':');
    const QStringList to = QString::fromStdString(trace.addresses[other(flight.from)]).split(u':');
    const auto& timestamps = segment.options.timestamps;
    Row row(fieldCount);
    row[At] = seconds(trace.record(sighting.record).at);
    row[From] = from[0];
    row[FromPort] = from[1];
    row[To] = to[0];
    row[ToPort] = to[1];
    row[FlagBits] = flagBits(segment.flags);
    row[SequenceNumber] = number(segment.seq.value);
    row[Acknowledgment] = number(segment.flags.ack ? segment.ack.value : 0);
    row[TextLength] = number(segment.text.length);
    row[WindowField] = number(segment.window);
    row[UrgentPointer] = number(segment.urgentPointer);
    row[Mss] = numberOr(segment.options.mss);
    row[WindowScale] = numberOr(segment.options.windowScale);
    row[SackPermitted] = segment.options.sackPermitted ? QStringLiteral("04:02") : QString();
    row[TimestampValue] = timestamps ? number(timestamps->value) : QString();
    row[TimestampEcho] = timestamps ? number(timestamps->echo) : QString();
    row[ChecksumStatus] = flight.corrupted && !sighting.isSent ? badChecksum : goodChecksum;
    row[Direction] = sighting.isSent ? QStringLiteral("0x00000002") : QStringLiteral("0x00000001");
    row[Comment] = comments.of(sighting.flight).replace(u'\n', QStringLiteral("\\n"));
    row[Payload] = hexText(segment.text);
    return row;
}

} // namespace

class TestConnectionPcapng : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void packets_areThoseOfTheTrace_data();
    void packets_areThoseOfTheTrace();
    void lostFin_isCalledARetransmission();
    void lostFin_isNotSeenWhereItDidNotArrive();
    void copyOfTheNetwork_hasTheSameIdentification();
    void damagedSegment_arrivesWithAWrongChecksum();
    void comments_nameEachTransitionOnce();
    void comments_sayWhatBecameOfASegment();
    void ipv6_isReadToo();
    void file_saysWhatItIs();
    void sameTrace_sameOctets();
    void addressOfNoNumbers_isRefused();
    void fileThatCannotBeWritten_isNamed();

private:
    [[nodiscard]] QString written(const Trace& trace, Side at) const
    {
        QString path = m_folder.filePath(QStringLiteral("packets.pcapng"));
        const QString wrong = writePackets(trace, {.at = at, .title = QStringLiteral("A title")}, path);
        if (!wrong.isEmpty())
            qFatal("%s", qPrintable(wrong));
        return path;
    }
    [[nodiscard]] std::vector<Row> rowsOf(const Trace& trace, Side at) const { return read(written(trace, at)); }

    QTemporaryDir m_folder;
};

void TestConnectionPcapng::initTestCase()
{
    if (tshark().isEmpty())
        QSKIP("there is no tshark here; ./run test installs it");
}

void TestConnectionPcapng::packets_areThoseOfTheTrace_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<Side>("at");
    for (const char* name : {"client-closes-first", "lost-fin", "half-close-with-data", "duplicated-fin",
                             "old-duplicate-syn", "simultaneous-open", "zero-window"}) {
        for (const Side at : allSides)
            QTest::addRow("%s, %s", name, identifier(at).data()) << QString::fromLatin1(name) << at;
    }
}

void TestConnectionPcapng::packets_areThoseOfTheTrace()
{
    QFETCH(const QString, scenario);
    QFETCH(const Side, at);
    const Trace trace = traceOf(scenario.toLatin1().constData());
    const PacketComments comments(trace);
    const std::vector<Sighting> seen = sightings(trace, at);
    const std::vector<Row> rows = rowsOf(trace, at);
    QVERIFY(!seen.empty());
    QCOMPARE(rows.size(), seen.size());
    for (std::size_t index = 0; index < rows.size(); ++index) {
        Row found = rows[index];
        QCOMPARE(found.size(), int(fieldCount));
        found[Analysis].clear();
        found[Identification].clear();
        QCOMPARE(found, expectedRow(trace, comments, seen[index]));
    }
}

/// The application that closes is the one whose end is listened at: it sees the lost FIN and the next one.
void TestConnectionPcapng::lostFin_isCalledARetransmission()
{
    const std::vector<Row> rows = rowsOf(traceOf("lost-fin"), Side::Client);
    QCOMPARE(std::ranges::count_if(rows, [](const Row& row) { return !row[Analysis].isEmpty(); }), 1);
    const auto again = std::ranges::find_if(rows, [](const Row& row) { return !row[Analysis].isEmpty(); });
    const auto first = std::ranges::find(rows, (*again)[FlagBits], [](const Row& row) { return row[FlagBits]; });
    QVERIFY(first < again);
    QCOMPARE((*first)[SequenceNumber], (*again)[SequenceNumber]);
    QVERIFY((*first)[Identification] != (*again)[Identification]);
}

void TestConnectionPcapng::lostFin_isNotSeenWhereItDidNotArrive()
{
    const Trace trace = traceOf("lost-fin");
    const auto atClient = rowsOf(trace, Side::Client);
    const auto atServer = rowsOf(trace, Side::Server);
    QCOMPARE(atServer.size() + 1, atClient.size());
    QVERIFY(std::ranges::all_of(atServer, [](const Row& row) { return row[Analysis].isEmpty(); }));
}

void TestConnectionPcapng::copyOfTheNetwork_hasTheSameIdentification()
{
    const Trace trace = traceOf("duplicated-fin");
    const auto copy =
        std::ranges::find_if(trace.flights(), [](const Flight& flight) { return flight.copyOf.has_value(); });
    QVERIFY(copy != trace.flights().end());
    const std::vector<Row> rows = rowsOf(trace, other(copy->from));
    const QString at = seconds(copy->ended);
    const auto second = std::ranges::find(rows, at, [](const Row& row) { return row[At]; });
    QVERIFY(second != rows.end());
    const auto copies =
        std::ranges::count_if(trace.flights(), [](const Flight& flight) { return flight.copyOf.has_value(); });
    QCOMPARE(std::ranges::count(rows, (*second)[Identification], [](const Row& row) { return row[Identification]; }),
             1 + copies);
}

void TestConnectionPcapng::damagedSegment_arrivesWithAWrongChecksum()
{
    Scenario scenario = *findScenario("client-closes-first");
    FaultRule rule;
    rule.match.from = Side::Client;
    rule.match.first = 2; // not the SYN
    rule.match.times = 1;
    rule.action = fault::Corrupt{};
    scenario.network.rules = {rule};
    const Trace trace = runScenario(scenario).trace;
    const auto bad = [&](Side at) {
        const std::vector<Row> rows = rowsOf(trace, at);
        return std::ranges::count(rows, badChecksum, [](const Row& row) { return row[ChecksumStatus]; });
    };
    QCOMPARE(bad(Side::Client), 0);
    QCOMPARE(bad(Side::Server), 1);
}

void TestConnectionPcapng::comments_nameEachTransitionOnce()
{
    const Trace trace = traceOf("client-closes-first");
    QStringList lines;
    for (const Row& row : rowsOf(trace, Side::Client))
        lines << row[Comment].split(QStringLiteral("\\n"), Qt::SkipEmptyParts);
    // Those that no packet has to do with: LISTEN at the start, CLOSED after 2 MSL.
    const QStringList expected = {
        QStringLiteral("0.010 s, client: CLOSED → SYN_SENT (%1)").arg(words::triggerWhy(Trigger::OpenActive)),
        QStringLiteral("0.050 s, server: LISTEN → SYN_RECEIVED (%1)").arg(words::triggerWhy(Trigger::RcvSyn)),
    };
    QCOMPARE(lines.mid(0, 2), expected);
    const QStringList steps = lines.filter(QStringLiteral(" → "));
    QCOMPARE(steps.size(), 10);
    QVERIFY(steps.filter(QStringLiteral("FIN_WAIT_1 → FIN_WAIT_2")).size() == 1);
}

void TestConnectionPcapng::comments_sayWhatBecameOfASegment()
{
    const std::vector<Row> rows = rowsOf(traceOf("lost-fin"), Side::Client);
    const auto said = [&](const QString& words) {
        return std::ranges::count_if(rows, [&](const Row& row) { return row[Comment].contains(words); });
    };
    QCOMPARE(said(QStringLiteral("segment lost")), 1);
    QCOMPARE(said(QStringLiteral("segment sent again")), 1);
}

void TestConnectionPcapng::ipv6_isReadToo()
{
    Scenario scenario = *findScenario("client-closes-first");
    scenario.address = {"[2001:db8::1]:40000", "[2001:db8::2]:80"};
    const Trace trace = runScenario(scenario).trace;
    const QString path = written(trace, Side::Client);
    const QByteArray output = outputOfTshark(
        path, {QStringLiteral("-o"), QStringLiteral("tcp.check_checksum:TRUE"), QStringLiteral("-Y"),
               QStringLiteral("ipv6.addr == 2001:db8::1 && ipv6.addr == 2001:db8::2 && tcp.checksum.status == 1")});
    QCOMPARE(std::size_t(output.count('\n')), sightings(trace, Side::Client).size());
}

void TestConnectionPcapng::file_saysWhatItIs()
{
    QFile file(written(traceOf("refused"), Side::Server));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    for (const char* part : {"A title", "Finwait ", "server"})
        QVERIFY2(octets.contains(part), part);
}

void TestConnectionPcapng::sameTrace_sameOctets()
{
    const auto octets = [&] {
        QFile file(written(traceOf("lost-fin"), Side::Client));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray first = octets();
    QVERIFY(!first.isEmpty());
    QCOMPARE(octets(), first);
}

void TestConnectionPcapng::addressOfNoNumbers_isRefused()
{
    Trace trace = traceOf("refused");
    const QString path = m_folder.filePath(QStringLiteral("none.pcapng"));
    trace.addresses.server = "web:80";
    QVERIFY(writePackets(trace, {}, path).contains(QStringLiteral("web:80")));
    trace.addresses.server = "[::1]:80";
    QVERIFY(writePackets(trace, {}, path).contains(QStringLiteral("[::1]:80")));
    QVERIFY(!QFile::exists(path));
}

void TestConnectionPcapng::fileThatCannotBeWritten_isNamed()
{
    const QString path = m_folder.filePath(QStringLiteral("no such folder/packets.pcapng"));
    QVERIFY(writePackets(traceOf("refused"), {}, path).contains(path));
}

QTEST_GUILESS_MAIN(TestConnectionPcapng)
#include "tst_connection_pcapng.moc"
