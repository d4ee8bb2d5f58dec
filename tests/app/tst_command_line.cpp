// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The command line: what the arguments ask for, and the program itself, run without anything that could be a display.
#include "app/command_line.h"
#include "scenario/library.h"
#include "scenario/scenario_file.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

namespace {

Request parsed(const QStringList& arguments)
{
    return parseCommandLine(QStringList{QStringLiteral("finwait")} + arguments);
}

struct Finished {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Finished run(const QStringList& arguments, const QString& display = {})
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    if (!display.isEmpty())
        environment.insert(QStringLiteral("DISPLAY"), display);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(FINWAIT_PROGRAM), arguments);
    if (!program.waitForFinished(60'000) || program.exitStatus() != QProcess::NormalExit)
        return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

/// The packets of a scenario in a file of its own.
struct Captured {
    explicit Captured(const char* scenario) : path(directory.filePath(QStringLiteral("c.pcapng")))
    {
        run({QStringLiteral("run"), QString::fromLatin1(scenario), QStringLiteral("--pcapng"), path});
    }

    QTemporaryDir directory;
    QString path;
};

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void run_takesItsOptions();
    void run_printsTextUnlessAskedForElse();
    void capture_takesItsOptions();
    void window_takesItsOptions();
    void nothing_opensTheWindow();
    void unusable_data();
    void unusable();

    void program_runsAScenario();
    void program_checks();
    void program_writesPictures();
    void program_writesPackets();
    void program_writesAScript();
    void program_runsAFile();
    void program_runsAScript();
    void program_neverWritesOverWhatItReads();
    void program_tellsOfACapture();
    void program_drawsAConnectionOfACapture();
    void program_saysWhichConnectionsThereAre();
    void program_readsACaptureThatIsCutOff();
    void program_saysWhyACaptureIsUnusable();
    void program_needsADisplayThatCanBeUsed();
    void screenshot_hasTheSizeThatWasAskedFor();
    void program_saysWhereAFileIsBroken_data();
    void program_saysWhereAFileIsBroken();
    void nameOfTheLibrary_winsOverAFile();
    void program_listsScenariosAndTheTable();
    void program_helps();
    void program_saysInOneLineWhatIsWrong_data();
    void program_saysInOneLineWhatIsWrong();
    void program_noticesAFullDisk();
};

void TestCommandLine::run_takesItsOptions()
{
    const Request request =
        parsed({QStringLiteral("run"), QStringLiteral("simultaneous-close"), QStringLiteral("--json"),
                QStringLiteral("--check"), QStringLiteral("--profile"), QStringLiteral("linux"),
                QStringLiteral("--seed"), QStringLiteral("18446744073709551615"), QStringLiteral("--svg"),
                QStringLiteral("a.svg"), QStringLiteral("--diagram-svg=b.svg")});
    const auto* run = std::get_if<RunRequest>(&request);
    QVERIFY(run != nullptr);
    QCOMPARE(run->scenario.name, std::string("simultaneous-close"));
    QCOMPARE(run->scenario.profile.client, std::string("linux"));
    QCOMPARE(run->scenario.profile.server, std::string("linux"));
    QCOMPARE(run->scenario.seed, ~std::uint64_t{0});
    QVERIFY(run->output == RunOutput::Json);
    QVERIFY(run->check);
    QCOMPARE(run->chartPath, QStringLiteral("a.svg"));
    QCOMPARE(run->diagramPath, QStringLiteral("b.svg"));
}

void TestCommandLine::run_printsTextUnlessAskedForElse()
{
    const QString name = QStringLiteral("refused");
    const auto outputOf = [&](const QStringList& options) {
        return std::get<RunRequest>(parsed(QStringList{QStringLiteral("run"), name} + options)).output;
    };
    QVERIFY(outputOf({}) == RunOutput::Text);
    QVERIFY(outputOf({QStringLiteral("--check")}) == RunOutput::None);
    QVERIFY(outputOf({QStringLiteral("--pkt"), QStringLiteral("a.pkt")}) == RunOutput::None);
    QVERIFY(outputOf({QStringLiteral("--svg"), QStringLiteral("x")}) == RunOutput::None);
    QVERIFY(outputOf({QStringLiteral("--pcapng"), QStringLiteral("x")}) == RunOutput::None);
    QVERIFY(outputOf({QStringLiteral("--svg"), QStringLiteral("x"), QStringLiteral("--text")}) == RunOutput::Text);
}

void TestCommandLine::capture_takesItsOptions()
{
    const auto requestOf = [](const QStringList& options) {
        return std::get<CaptureRequest>(
            parsed(QStringList{QStringLiteral("capture"), QStringLiteral("a.pcap")} + options));
    };
    const QString number = QStringLiteral("--connection=3");
    QVERIFY(requestOf({}).output == CaptureOutput::Text);
    QVERIFY(requestOf({QStringLiteral("--json")}).output == CaptureOutput::Json);
    QVERIFY(requestOf({QStringLiteral("--csv")}).output == CaptureOutput::Csv);
    QVERIFY(requestOf({number, QStringLiteral("--svg=a.svg")}).output == CaptureOutput::None);
    QVERIFY(requestOf({number, QStringLiteral("--svg=a.svg"), QStringLiteral("--text")}).output == CaptureOutput::Text);
    QCOMPARE(requestOf({number, QStringLiteral("--svg=a.svg")}).chartPath, QStringLiteral("a.svg"));
    QVERIFY(requestOf({number}).connection == quint64{3});
    QVERIFY(!requestOf({}).connection);
    QCOMPARE(requestOf({}).path, QStringLiteral("a.pcap"));
}

void TestCommandLine::window_takesItsOptions()
{
    const Request request = parsed({QStringLiteral("--screenshot"), QStringLiteral("f.png"), QStringLiteral("--size"),
                                    QStringLiteral("1920x1080"), QStringLiteral("--theme"), QStringLiteral("dark"),
                                    QStringLiteral("--language"), QStringLiteral("zh_CN"), QStringLiteral("abort")});
    const auto* window = std::get_if<WindowRequest>(&request);
    QVERIFY(window != nullptr && window->screenshot);
    QCOMPARE(window->screenshot->path, QStringLiteral("f.png"));
    QCOMPARE(window->screenshot->size, QSize(1920, 1080));
    QVERIFY(window->theme == ThemeChoice::Dark);
    QCOMPARE(window->language, QStringLiteral("zh_CN"));
    QCOMPARE(window->scenarioName, QStringLiteral("abort"));
}

void TestCommandLine::nothing_opensTheWindow()
{
    const Request request = parsed({});
    const auto* window = std::get_if<WindowRequest>(&request);
    QVERIFY(window != nullptr);
    QVERIFY(!window->screenshot && !window->theme && !window->language && !window->scenarioName);
}

void TestCommandLine::unusable_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("names");    // what is wrong
    QTest::addColumn<QString>("possible"); // what would be possible
    QTest::newRow("no scenario") << "run"
                                 << "scenario"
                                 << "finwait scenarios";
    QTest::newRow("unknown scenario") << "run nonsense"
                                      << "nonsense"
                                      << "finwait scenarios";
    QTest::newRow("mistyped scenario") << "run client-close-first"
                                       << "client-close-first"
                                       << "did you mean client-closes-first?";
    QTest::newRow("mistyped scenario for the window") << "simultanous-close"
                                                      << "simultanous-close"
                                                      << "did you mean simultaneous-close?";
    QTest::newRow("standard input") << "run -"
                                    << "standard input"
                                    << "file";
    QTest::newRow("two pictures in one file") << "run refused --svg a.svg --diagram-svg ./a.svg"
                                              << "--svg"
                                              << "--diagram-svg";
    QTest::newRow("picture of another kind") << "--screenshot x.jpg"
                                             << ".jpg"
                                             << ".png";
    QTest::newRow("no command, and more") << "captures x.pcap"
                                          << "captures"
                                          << "finwait scenarios";
    QTest::newRow("no capture") << "capture"
                                << "capture"
                                << "file";
    QTest::newRow("two captures") << "capture a.pcap b.pcap"
                                  << "b.pcap"
                                  << "";
    QTest::newRow("capture from standard input") << "capture -"
                                                 << "standard input"
                                                 << "file";
    QTest::newRow("two kinds of output") << "capture a.pcap --json --csv"
                                         << "--json"
                                         << "--csv";
    QTest::newRow("connection by its name") << "capture a.pcap --connection first"
                                            << "first"
                                            << "from 1";
    QTest::newRow("connection 0") << "capture a.pcap --connection 0"
                                  << "0"
                                  << "from 1";
    QTest::newRow("chart of all connections") << "capture a.pcap --svg a.svg"
                                              << "--svg"
                                              << "--connection";
    QTest::newRow("chart over the capture") << "capture a.pcap --connection 1 --svg ./a.pcap"
                                            << "--svg"
                                            << "a.pcap";
    QTest::newRow("two scenarios") << "run refused abort"
                                   << "abort"
                                   << "";
    QTest::newRow("unknown profile") << "run refused --profile vms"
                                     << "vms"
                                     << "freebsd";
    QTest::newRow("seed") << "run refused --seed many"
                          << "many"
                          << "--seed";
    QTest::newRow("negative seed") << "run refused --seed=-1"
                                   << "-1"
                                   << "--seed";
    QTest::newRow("text and json") << "run refused --text --json"
                                   << "--text"
                                   << "--json";
    QTest::newRow("empty path") << "run refused --svg="
                                << "--svg"
                                << "file";
    QTest::newRow("unknown option") << "run refused --pcap"
                                    << "pcap"
                                    << "";
    QTest::newRow("unknown end") << "run refused --pcapng a.pcapng --capture-at middle"
                                 << "middle"
                                 << "client or server";
    QTest::newRow("end alone") << "run refused --capture-at server"
                               << "--capture-at"
                               << "--pcapng";
    QTest::newRow("empty path of packets") << "run refused --pcapng="
                                           << "--pcapng"
                                           << "file";
    QTest::newRow("unknown end of a script") << "run refused --pkt a.pkt --pkt-of middle"
                                             << "--pkt-of"
                                             << "client or server";
    QTest::newRow("end of no script") << "run refused --pcapng a.pcapng --pkt-of server"
                                      << "--pkt-of"
                                      << "--pkt";
    QTest::newRow("one file for two") << "run refused --pcapng a --pkt a"
                                      << "--pkt"
                                      << "--pcapng";
    QTest::newRow("missing value") << "run refused --seed"
                                   << "seed"
                                   << "";
    QTest::newRow("scenarios") << "scenarios abort"
                               << "abort"
                               << "";
    QTest::newRow("table") << "table --markdown --json"
                           << "--markdown"
                           << "--json";
    QTest::newRow("conformance is no state chart") << "table --scxml --conformance"
                                                   << "--scxml"
                                                   << "--conformance";
    QTest::newRow("unknown command") << "nonsense"
                                     << "nonsense"
                                     << "scenarios";
    QTest::newRow("size") << "--screenshot f.png --size huge"
                          << "huge"
                          << "--size";
    QTest::newRow("no size") << "--screenshot f.png --size 0x800"
                             << "0x800"
                             << "1280x800";
    QTest::newRow("huge size") << "--screenshot f.png --size 99999x800"
                               << "99999x800"
                               << "16384";
    QTest::newRow("size alone") << "--size 800x600"
                                << "--size"
                                << "--screenshot";
    QTest::newRow("theme") << "--theme pink"
                           << "pink"
                           << "dark";
    QTest::newRow("language") << "--language tlh"
                              << "tlh"
                              << "zh_CN";
}

void TestCommandLine::unusable()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, names);
    QFETCH(const QString, possible);
    const Request request = parsed(arguments.split(u' '));
    const auto* error = std::get_if<UsageError>(&request);
    QVERIFY(error != nullptr);
    QVERIFY2(error->message.contains(names), qPrintable(error->message));
    QVERIFY2(error->message.contains(possible), qPrintable(error->message));
    QVERIFY2(error->message.size() < 200, qPrintable(error->message));
}

void TestCommandLine::program_runsAScenario()
{
    const Finished text = run({QStringLiteral("run"), QStringLiteral("client-closes-first")});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.errors.isEmpty(), text.errors.constData());
    QVERIFY(text.output.contains("FIN_WAIT_2"));

    const Finished json = run({QStringLiteral("run"), QStringLiteral("client-closes-first"), QStringLiteral("--json")});
    QCOMPARE(json.exitCode, 0);
    const QJsonObject states = QJsonDocument::fromJson(json.output).object()[QLatin1String("states")].toObject();
    QStringList path;
    const QJsonArray ofClient = states[QLatin1String("client")].toArray();
    for (const auto& entry : ofClient)
        path << entry.toObject()[QLatin1String("state")].toString();
    QCOMPARE(path.join(u' '), QStringLiteral("CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED"));
}

void TestCommandLine::program_checks()
{
    const Finished good =
        run({QStringLiteral("run"), QStringLiteral("client-closes-first"), QStringLiteral("--check")});
    QCOMPARE(good.exitCode, 0);
    QCOMPARE(good.output, QByteArray("client-closes-first: as expected\n"));
}

void TestCommandLine::program_writesPictures()
{
    QTemporaryDir directory;
    const QString chart = directory.filePath(QStringLiteral("chart.svg"));
    const QString diagram = directory.filePath(QStringLiteral("diagram.svg"));
    const Finished good = run({QStringLiteral("run"), QStringLiteral("abort"), QStringLiteral("--svg"), chart,
                               QStringLiteral("--diagram-svg"), diagram});
    QCOMPARE(good.exitCode, 0);
    QVERIFY2(good.errors.isEmpty(), good.errors.constData());
    for (const QString& path : {chart, diagram}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("<text"));
    }
    const Finished bad = run({QStringLiteral("run"), QStringLiteral("abort"), QStringLiteral("--svg"),
                              QStringLiteral("/no/such/directory/x.svg")});
    QCOMPARE(bad.exitCode, 2);
    QVERIFY2(bad.errors.contains("/no/such/directory/x.svg"), bad.errors.constData());
    QCOMPARE(bad.errors.count('\n'), 1);
}

namespace {

/// A scenario that ships, in a file of its own.
void copyScenario(const char* name, const QString& path)
{
    const Scenario* scenario = findScenario(name);
    QVERIFY(scenario);
    QVERIFY(!writeScenarioFile(path.toStdString(), *scenario));
}

} // namespace

void TestCommandLine::program_writesPackets()
{
    const QTemporaryDir directory;
    const auto octetsOf = [&directory](const QStringList& more) {
        const QString path = directory.filePath(QStringLiteral("packets.pcapng"));
        const Finished done = run(
            QStringList{QStringLiteral("run"), QStringLiteral("lost-fin"), QStringLiteral("--pcapng"), path} + more);
        QFile file(path);
        const bool isQuiet = done.exitCode == 0 && done.output.isEmpty() && done.errors.isEmpty();
        return isQuiet && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray atClient = octetsOf({});
    QVERIFY(atClient.startsWith(QByteArray::fromHex("0a0d0d0a")));
    QCOMPARE(octetsOf({QStringLiteral("--capture-at"), QStringLiteral("client")}), atClient);
    const QByteArray atServer = octetsOf({QStringLiteral("--capture-at"), QStringLiteral("server")});
    QVERIFY(!atServer.isEmpty() && atServer != atClient);

    const Finished bad = run({QStringLiteral("run"), QStringLiteral("lost-fin"), QStringLiteral("--pcapng"),
                              directory.filePath(QStringLiteral("no/such/place.pcapng"))});
    QCOMPARE(bad.exitCode, 2);
    QCOMPARE(bad.errors.count('\n'), 1);
    QVERIFY2(bad.errors.contains("place.pcapng"), bad.errors.constData());
}

/// It is played by the program itself, passes, and can be written again.
void TestCommandLine::program_writesAScript()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("lost-fin.pkt"));
    const QString again = directory.filePath(QStringLiteral("again.pkt"));
    const auto write = [](const QString& name, const QString& to, const QStringList& more) {
        return run(QStringList{QStringLiteral("run"), name, QStringLiteral("--pkt"), to} + more);
    };
    for (const char* side : {"client", "server"}) {
        const Finished done =
            write(QStringLiteral("lost-fin"), path, {QStringLiteral("--pkt-of"), QString::fromLatin1(side)});
        QVERIFY2(done.exitCode == 0 && done.output.isEmpty() && done.errors.isEmpty(), done.errors.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith("// The " + QByteArray(side) + "'s end of a TCP connection"), text.constData());
        const Finished played = run({QStringLiteral("script"), QStringLiteral("--strict"), path});
        QVERIFY2(played.exitCode == 0 && played.output.startsWith("PASS "), played.output.constData());
        const Finished rewritten = write(path, again, {}); // the end that it is about
        QVERIFY2(rewritten.exitCode == 0 && rewritten.errors.isEmpty(), rewritten.errors.constData());
        QVERIFY(run({QStringLiteral("script"), again}).output.startsWith("PASS "));
    }
    const Finished early = write(QStringLiteral("user-timeout"), path, {});
    QCOMPARE(early.exitCode, 0);
    QCOMPARE(early.errors, QByteArray("finwait: The script ends before 5.550 s: a user timeout runs out, and no sysctl "
                                      "sets it.\n"));
    QFile::remove(path);
    const Finished none =
        write(QStringLiteral("no-answer"), path, {QStringLiteral("--pkt-of"), QStringLiteral("server")});
    QCOMPARE(none.exitCode, 2);
    QCOMPARE(none.errors, QByteArray("finwait: There is no script of the server's end: nothing is called, sent or "
                                     "received at that end.\n"));
    QVERIFY(!QFile::exists(path));
}

void TestCommandLine::program_runsAScript()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("closing.pkt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 fcntl(3, F_SETFL, O_RDWR | O_NONBLOCK) = 0\n"
               "+0 connect(3, ..., ...) = -1 EINPROGRESS\n+0 > S 0:0(0)\n"
               "+.1 < S. 0:0(0) ack 1 win 32767\n+0 > . 1:1(0) ack 1\n+.1 close(3) = 0\n+0 > F. 1:1(0) ack 1\n"
               "+.1 < F. 1:1(0) ack 1 win 32767\n+0 > F. 1:1(0) ack 2\n"); // as FreeBSD does
    file.close();
    const Finished freebsd = run({QStringLiteral("run"), path, QStringLiteral("--profile"), QStringLiteral("freebsd"),
                                  QStringLiteral("--check"), QStringLiteral("--json")});
    QVERIFY2(freebsd.exitCode == 0 && freebsd.errors.isEmpty(), freebsd.errors.constData());
    const QJsonObject json = QJsonDocument::fromJson(freebsd.output).object();
    QCOMPARE(json.value(QStringLiteral("states")).toObject().keys(), QStringList{QStringLiteral("client")});
    QCOMPARE(json.value(QStringLiteral("profile")).toString(), QStringLiteral("freebsd"));

    const Finished rfc = run({QStringLiteral("run"), path, QStringLiteral("--check")});
    QCOMPARE(rfc.exitCode, 1);
    QVERIFY2(rfc.errors.contains("closing.pkt:10: expected F. 1:1(0) ack 2, got . 2:2(0) ack 2"),
             rfc.errors.constData());
    const Finished shown = run({QStringLiteral("run"), path});
    QCOMPARE(shown.exitCode, 0); // what happened up to there is told all the same
    QVERIFY(shown.output.contains("CLOSING") && !shown.errors.isEmpty());
}

void TestCommandLine::program_neverWritesOverWhatItReads()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("lab.finwait"));
    copyScenario("refused", path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const QString link = directory.filePath(QStringLiteral("chart.svg"));
    QVERIFY(QFile::link(path, link));
    for (const QString& output : {path, directory.filePath(QStringLiteral("./lab.finwait")), link}) {
        for (const char* option : {"--svg", "--diagram-svg", "--pcapng"}) {
            const Finished refused = run({QStringLiteral("run"), path, QString::fromLatin1(option), output});
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.errors.contains(option) && refused.errors.contains(output.toUtf8()),
                     refused.errors.constData());
            QCOMPARE(refused.errors.count('\n'), 1);
        }
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

void TestCommandLine::program_tellsOfACapture()
{
    const Captured file("lost-fin");
    const Finished text = run({QStringLiteral("capture"), file.path});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.errors.isEmpty());
    QVERIFY2(text.output.contains("FIN retransmitted"), text.output.constData());
    const Finished json = run({QStringLiteral("capture"), file.path, QStringLiteral("--json")});
    const QJsonObject object = QJsonDocument::fromJson(json.output).object();
    QCOMPARE(object.value(QLatin1String("file")).toString(), file.path);
    QCOMPARE(object.value(QLatin1String("connections")).toArray().size(), 1);
    const Finished csv = run({QStringLiteral("capture"), file.path, QStringLiteral("--csv")});
    QCOMPARE(csv.output.count('\n'), 2);
    QVERIFY(csv.output.contains("retransmitted-fin"));
    const Finished one = run({QStringLiteral("capture"), file.path, QStringLiteral("--connection=1")});
    QVERIFY2(one.output.contains("The client sent its FIN again"), one.output.constData());
}

void TestCommandLine::program_drawsAConnectionOfACapture()
{
    const Captured file("lost-fin");
    const QString chart = file.directory.filePath(QStringLiteral("chart.svg"));
    const Finished drawn =
        run({QStringLiteral("capture"), file.path, QStringLiteral("--connection=1"), QStringLiteral("--svg"), chart});
    QCOMPARE(drawn.exitCode, 0);
    QVERIFY(drawn.output.isEmpty() && drawn.errors.isEmpty());
    QFile svg(chart);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray picture = svg.readAll();
    QVERIFY(picture.contains("<svg") && picture.contains("FIN_WAIT_1") && picture.contains("10.0.0.1:40000"));
    const Finished refused = run({QStringLiteral("capture"), file.path, QStringLiteral("--connection=1"),
                                  QStringLiteral("--svg"), QStringLiteral("/nowhere/chart.svg")});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("/nowhere/chart.svg"), refused.errors.constData());
}

void TestCommandLine::program_saysWhichConnectionsThereAre()
{
    const Captured one("lost-fin");
    const Captured several("time-wait-left-early");
    for (const auto& [path, said] : {std::pair{one.path, "only number 1"}, std::pair{several.path, "from 1 to 2"}}) {
        const Finished refused = run({QStringLiteral("capture"), path, QStringLiteral("--connection=7")});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY(refused.output.isEmpty());
        QCOMPARE(refused.errors.count('\n'), 1);
        QVERIFY2(refused.errors.contains(said) && refused.errors.contains("7"), refused.errors.constData());
    }
}

void TestCommandLine::program_readsACaptureThatIsCutOff()
{
    const Captured file("lost-fin");
    QFile cut(file.path);
    QVERIFY(cut.resize(cut.size() - 10));
    const Finished json = run({QStringLiteral("capture"), file.path, QStringLiteral("--json")});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.errors.count('\n'), 1);
    QVERIFY2(json.errors.startsWith(file.path.toUtf8() + ": after packet "), json.errors.constData());
    const QJsonObject object = QJsonDocument::fromJson(json.output).object();
    QCOMPARE(object.value(QLatin1String("connections")).toArray().size(), 1);
    const QString flaw = object[QLatin1String("capture")].toObject()[QLatin1String("flaw")].toString();
    QVERIFY2(flaw.startsWith(QLatin1String("after packet ")), qPrintable(flaw));
}

void TestCommandLine::program_saysWhyACaptureIsUnusable()
{
    const QTemporaryDir directory;
    const QString empty = directory.filePath(QStringLiteral("empty.pcap"));
    QVERIFY(QFile(empty).open(QIODevice::WriteOnly));
    const QString text = directory.filePath(QStringLiteral("text.pcap"));
    copyScenario("refused", text);
    for (const QString& path : {empty, text, directory.filePath(QStringLiteral("none.pcap")), directory.path()}) {
        for (const char* output : {"--text", "--json", "--csv"}) {
            const Finished refused = run({QStringLiteral("capture"), path, QString::fromLatin1(output)});
            QCOMPARE(refused.exitCode, 2);
            QVERIFY(refused.output.isEmpty());
            QCOMPARE(refused.errors.count('\n'), 1);
            QVERIFY2(refused.errors.startsWith(path.toUtf8() + ": "), refused.errors.constData());
        }
    }
}

void TestCommandLine::program_needsADisplayThatCanBeUsed()
{
    for (const char* display : {"", ":9999"}) {
        const Finished refused = run({}, QString::fromLatin1(display));
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(refused.errors.count('\n'), 1);
        QVERIFY2(refused.errors.contains("display") && refused.errors.contains("finwait --help"),
                 refused.errors.constData());
        QVERIFY2(refused.errors.contains(display), refused.errors.constData());
    }
}

void TestCommandLine::program_runsAFile()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("lab.finwait"));
    copyScenario("refused", path);
    const Finished run1 = run({QStringLiteral("run"), path, QStringLiteral("--check")});
    QCOMPARE(run1.errors, QByteArray());
    QCOMPARE(run1.output, QByteArray("refused: as expected\n"));
    QCOMPARE(run1.exitCode, 0);

    const QString picture = directory.filePath(QStringLiteral("f.png"));
    const Finished shot = run({QStringLiteral("--screenshot"), picture, path});
    QCOMPARE(shot.errors, QByteArray());
    QCOMPARE(shot.exitCode, 0);
    QVERIFY(QFile::exists(picture));

    const Request request = parsed({path});
    const auto* window = std::get_if<WindowRequest>(&request);
    QVERIFY(window != nullptr);
    QCOMPARE(window->path, path);
    QVERIFY(!window->scenarioName);
}

void TestCommandLine::screenshot_hasTheSizeThatWasAskedFor()
{
    const QTemporaryDir directory;
    const QString picture = directory.filePath(QStringLiteral("f.png"));
    const auto shoot = [&picture](const QString& size) {
        return run({QStringLiteral("--screenshot"), picture, QStringLiteral("--size"), size});
    };
    const Finished tooSmall = shoot(QStringLiteral("100x90"));
    QCOMPARE(tooSmall.exitCode, 2);
    QCOMPARE(tooSmall.errors.count('\n'), 1);
    QVERIFY(!QFile::exists(picture));
    static const QRegularExpression form(QStringLiteral("\\d+x\\d+"));
    const QString least = form.match(QString::fromLocal8Bit(tooSmall.errors)).captured();
    QVERIFY2(!least.isEmpty(), tooSmall.errors.constData());
    for (const QString& size : {least, QStringLiteral("1300x850")}) {
        const Finished good = shoot(size);
        QVERIFY2(good.exitCode == 0, good.errors.constData());
        const QSize taken = QImage(picture).size();
        QCOMPARE(QStringLiteral("%1x%2").arg(taken.width()).arg(taken.height()), size);
    }
}

void TestCommandLine::program_saysWhereAFileIsBroken_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::newRow("run") << QStringList(QStringLiteral("run"));
    QTest::newRow("screenshot") << QStringList{QStringLiteral("--screenshot"), QStringLiteral("/dev/null")};
}

void TestCommandLine::program_saysWhereAFileIsBroken()
{
    QFETCH(const QStringList, before);
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("broken.finwait"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"finwait\": 1,\n  \"name\": 7\n}\n");
    file.close();
    const Finished broken = run(before + QStringList(path));
    QCOMPARE(broken.exitCode, 2);
    QVERIFY(broken.output.isEmpty());
    QVERIFY2(broken.errors.startsWith(path.toLocal8Bit() + ":3:11: "), broken.errors.constData());
    QCOMPARE(broken.errors.count('\n'), 1);

    const Finished missing = run(before + QStringList(directory.filePath(QStringLiteral("none.finwait"))));
    QCOMPARE(missing.exitCode, 2);
    QVERIFY2(missing.errors.contains("none.finwait: "), missing.errors.constData());
    QCOMPARE(missing.errors.count('\n'), 1);
}

void TestCommandLine::nameOfTheLibrary_winsOverAFile()
{
    const QTemporaryDir directory;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(directory.path()));
    copyScenario("abort", QStringLiteral("refused"));
    copyScenario("abort", QStringLiteral("mine"));
    const auto playedBy = [](const char* argument) {
        return std::get<RunRequest>(parsed({QStringLiteral("run"), QString::fromLatin1(argument)})).scenario.name;
    };
    QCOMPARE(playedBy("refused"), std::string("refused"));
    QCOMPARE(playedBy("./refused"), std::string("abort"));
    QCOMPARE(playedBy("mine"), std::string("abort"));
    QVERIFY(QDir::setCurrent(before));
}

void TestCommandLine::program_listsScenariosAndTheTable()
{
    QVERIFY(run({QStringLiteral("scenarios")}).output.contains("half-close-with-data"));
    QVERIFY(QJsonDocument::fromJson(run({QStringLiteral("scenarios"), QStringLiteral("--json")}).output).isArray());
    QVERIFY(run({QStringLiteral("table")}).output.contains("TIME_WAIT"));
    QVERIFY(run({QStringLiteral("table"), QStringLiteral("--markdown")}).output.contains("\n| ESTABLISHED |"));
    QVERIFY(QJsonDocument::fromJson(run({QStringLiteral("table"), QStringLiteral("--json")}).output).isArray());
}

void TestCommandLine::program_helps()
{
    const Finished version = run({QStringLiteral("--version")});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith("finwait "));
    const Finished help = run({QStringLiteral("--help")});
    QCOMPARE(help.exitCode, 0);
    for (const char* word : {"run FILE|NAME", "scenarios", "table", "capture FILE", "--screenshot"})
        QVERIFY2(help.output.contains(word), word);
    const Finished runHelp = run({QStringLiteral("run"), QStringLiteral("--help")});
    QCOMPARE(runHelp.exitCode, 0);
    QVERIFY(runHelp.output.contains("--diagram-svg"));
}

void TestCommandLine::program_saysInOneLineWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown scenario") << QStringList{QStringLiteral("run"), QStringLiteral("nonsense")};
    QTest::newRow("a name of two lines") << QStringList{QStringLiteral("run"), QStringLiteral("non\nsense")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
    QTest::newRow("no display") << QStringList{};
}

void TestCommandLine::program_saysInOneLineWhatIsWrong()
{
    QFETCH(const QStringList, arguments);
    const Finished wrong = run(arguments);
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY(wrong.output.isEmpty());
    QVERIFY2(wrong.errors.startsWith("finwait: "), wrong.errors.constData());
    QCOMPARE(wrong.errors.count('\n'), 1);
}

void TestCommandLine::program_noticesAFullDisk()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("there is no /dev/full");
    QProcess program;
    program.setStandardOutputFile(QStringLiteral("/dev/full"));
    program.start(QStringLiteral(FINWAIT_PROGRAM), {QStringLiteral("table")});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 2);
    const Captured file("refused");
    for (const char* output : {"--text", "--json", "--csv"}) {
        program.start(QStringLiteral(FINWAIT_PROGRAM),
                      {QStringLiteral("capture"), file.path, QString::fromLatin1(output)});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 2);
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
