// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What `finwait capture FILE --csv` costs, as a process, against a process that does nothing but take each packet from
// libpcap: the ratio of times is printed, and fails above 4. That it grows with the file, and no more; that memory
// depends on the connections, and not on their segments. FINWAIT_TINY_CONNECTIONS=10000000 also looks at so many
// connections of a SYN and a RST, which takes a while.
//
// It is its own bare loop: bench_capture --bare-loop FILE; and looks into one long connection, in a process of its own,
// too: bench_capture --one-connection FILE.
#include "capture/capture_survey.h"
#include "capture/captured_trace.h"
#include "made_capture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <pcap/pcap.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>

using namespace finwait;

namespace {

constexpr int rounds = 15; // of which the quickest counts: what else the machine does only makes them longer
constexpr double mostRatio = 4;
constexpr double mostGrowth = 2.5; // of the time, for a file of twice the size
constexpr MadeShape usual{.connections = 50'000, .atOnce = 2'000, .exchanges = 7, .isRefused = false};
constexpr std::string_view bareLoop = "--bare-loop";
constexpr std::string_view oneConnection = "--one-connection";

struct Cost {
    double seconds = std::numeric_limits<double>::infinity();    ///< by the clock
    double cpuSeconds = std::numeric_limits<double>::infinity(); ///< of all its threads, and of the system for it
    double peak = 0;                                             ///< of memory, in MiB
    bool isDone = true;

    /// The least of the times, the most of the memory.
    void take(const Cost& again)
    {
        seconds = std::min(seconds, again.seconds);
        cpuSeconds = std::min(cpuSeconds, again.cpuSeconds);
        peak = std::max(peak, again.peak);
        isDone = isDone && again.isDone;
    }
};

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Runs a program; what it prints is thrown away.
Cost costOf(std::vector<std::string> command)
{
    std::vector<char*> arguments;
    for (std::string& each : command)
        arguments.push_back(each.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = -1;
    QElapsedTimer timer;
    timer.start();
    const bool isBegun = posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    int status = -1;
    rusage usage{};
    if (!isBegun || wait4(process, &status, 0, &usage) != process)
        return {.seconds = 0, .cpuSeconds = 0, .peak = 0, .isDone = false};
    return {.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9,
            .cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime),
            .peak = static_cast<double>(usage.ru_maxrss) / 1024,
            .isDone = status == 0};
}

std::string ownPath()
{
    return QCoreApplication::applicationFilePath().toStdString();
}

Cost costOfBareLoop(const std::string& path)
{
    return costOf({ownPath(), std::string(bareLoop), path});
}

Cost costOfFinwait(const std::string& path)
{
    return costOf({FINWAIT_PROGRAM, "capture", path, "--csv"});
}

/// In MiB.
double mostMemory(std::uint32_t connections)
{
    return 64 + static_cast<double>(connections) / 1024;
}

int runBareLoop(const char* path)
{
    std::array<char, PCAP_ERRBUF_SIZE> error{};
    pcap_t* const file = pcap_open_offline(path, error.data());
    if (file == nullptr)
        return 1;
    pcap_pkthdr* header = nullptr;
    const u_char* octets = nullptr;
    int result = 1;
    while (result == 1)
        result = pcap_next_ex(file, &header, &octets);
    pcap_close(file);
    return result == PCAP_ERROR_BREAK ? 0 : 1;
}

void say(const char* what, const QElapsedTimer& timer)
{
    qInfo("  %s: %.2f s", what, static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

/// As the window does it when a connection is chosen.
int runOneConnection(const std::string& path)
{
    QElapsedTimer timer;
    timer.start();
    const auto survey = surveyCapture(path);
    if (!survey)
        return 1;
    say("looking through the file", timer);
    timer.start();
    const auto segments = segmentsOf(path, survey->connections, 0);
    if (!segments)
        return 1;
    say("its segments", timer);
    timer.start();
    const CapturedTrace captured(*segments, survey->connections[0]);
    say("its trace", timer);
    timer.start();
    const auto steps = static_cast<StepIndex>(captured.trace().steps().size());
    constexpr StepIndex places = 100;
    for (StepIndex place = 1; place <= places; ++place) {
        const StepIndex position = steps / places * place;
        (void)captured.simulatorAt(position, captured.trace().steps()[position - 1].at, SimulatorConfig{});
    }
    say("going on from a hundred of its moments", timer);
    qInfo("  %zu segments, %u steps", segments->size(), steps);
    return 0;
}

} // namespace

class CaptureBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void timeAgainstBareLoop();
    void memoryDoesNotDependOnSegments();
    void oneLongConnection();
    void tinyConnections();

private:
    [[nodiscard]] std::string make(const char* name, const MadeShape& shape);

    QTemporaryDir m_folder;
};

std::string CaptureBenchmark::make(const char* name, const MadeShape& shape)
{
    const std::string path = m_folder.filePath(name).toStdString();
    return m_folder.isValid() && writeMadeCapture(path, shape) ? path : std::string();
}

void CaptureBenchmark::initTestCase()
{
    QVERIFY2(!make("usual.pcap", usual).empty(), "the file cannot be written");
}

void CaptureBenchmark::timeAgainstBareLoop()
{
    MadeShape half = usual;
    half.connections /= 2;
    const std::string halfPath = make("half.pcap", half);
    const std::string path = m_folder.filePath("usual.pcap").toStdString();
    Cost bare;
    Cost ofHalf;
    Cost whole;
    // Taken in turns: what else the machine does meets all of them.
    for (int round = 0; round < rounds; ++round) {
        bare.take(costOfBareLoop(path));
        ofHalf.take(costOfFinwait(halfPath));
        whole.take(costOfFinwait(path));
    }
    QVERIFY(bare.isDone && ofHalf.isDone && whole.isDone);
    const double ratio = whole.seconds / bare.seconds;
    const double growth = whole.seconds / ofHalf.seconds;
    qInfo("%u segments in %u connections: bare loop %.3f s (CPU %.3f s), finwait capture %.3f s (CPU %.3f s), ratio "
          "%.2f (CPU %.2f); half the file %.3f s, growth %.2f",
          usual.connections * usual.segmentsEach(), usual.connections, bare.seconds, bare.cpuSeconds, whole.seconds,
          whole.cpuSeconds, ratio, whole.cpuSeconds / bare.cpuSeconds, ofHalf.seconds, growth);
    QVERIFY2(ratio <= mostRatio, "it takes more than 4 times a bare loop");
    QVERIFY2(growth <= mostGrowth, "it must grow no more than the file");
}

void CaptureBenchmark::memoryDoesNotDependOnSegments()
{
    MadeShape longer = usual;
    longer.exchanges = 2 * usual.segmentsEach() - 3;
    QCOMPARE(longer.segmentsEach(), 4 * usual.segmentsEach());
    const Cost once = costOfFinwait(m_folder.filePath("usual.pcap").toStdString());
    const Cost fourTimes = costOfFinwait(make("longer.pcap", longer));
    QFile::remove(m_folder.filePath("longer.pcap"));
    QVERIFY(once.isDone && fourTimes.isDone);
    const double most = mostMemory(usual.connections);
    qInfo("peak of memory: %.1f MiB, with four times the segments %.1f MiB; at most %.1f MiB", once.peak,
          fourTimes.peak, most);
    QVERIFY2(once.peak <= most && fourTimes.peak <= most, "at most 64 MiB and 1 KiB for each connection");
    QVERIFY2(fourTimes.peak <= once.peak + 2, "memory must not depend on the segments");
}

void CaptureBenchmark::oneLongConnection()
{
    const std::string path =
        make("one.pcap", {.connections = 1, .atOnce = 1, .exchanges = 499'997, .isRefused = false});
    const Cost table = costOfFinwait(path);
    const Cost looked = costOf({ownPath(), std::string(oneConnection), path});
    QVERIFY(table.isDone && looked.isDone);
    qInfo("one connection of a million segments: finwait capture %.3f s (CPU %.3f s), %.1f MiB; its trace %.2f s "
          "(CPU %.2f s), %.0f MiB",
          table.seconds, table.cpuSeconds, table.peak, looked.seconds, looked.cpuSeconds, looked.peak);
    QVERIFY2(table.peak <= mostMemory(1), "at most 64 MiB and 1 KiB for each connection");
}

void CaptureBenchmark::tinyConnections()
{
    const auto connections = static_cast<std::uint32_t>(qEnvironmentVariableIntValue("FINWAIT_TINY_CONNECTIONS"));
    if (connections == 0)
        QSKIP(
            "FINWAIT_TINY_CONNECTIONS says how many; ten million take some minutes, 10 GB of memory and 2 GB of disk");
    const std::string path =
        make("tiny.pcap", {.connections = connections, .atOnce = 2'000, .exchanges = 0, .isRefused = true});
    const Cost bare = costOfBareLoop(path);
    const Cost cost = costOfFinwait(path);
    QVERIFY(bare.isDone && cost.isDone);
    const double most = mostMemory(connections);
    qInfo("%u connections of a SYN and a RST: bare loop %.1f s (CPU %.1f s), finwait capture %.1f s (CPU %.1f s), "
          "%.0f MiB; at most %.0f MiB",
          connections, bare.seconds, bare.cpuSeconds, cost.seconds, cost.cpuSeconds, cost.peak, most);
    QVERIFY2(cost.peak <= most, "at most 64 MiB and 1 KiB for each connection");
}

int main(int argc, char** argv)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() == 3 && arguments[1] == bareLoop)
        return runBareLoop(arguments[2]);
    if (arguments.size() == 3 && arguments[1] == oneConnection)
        return runOneConnection(arguments[2]);
    qputenv("QTEST_FUNCTION_TIMEOUT", "2147483647"); // milliseconds; otherwise Qt Test gives up after five minutes
    const QCoreApplication application(argc, argv);
    CaptureBenchmark benchmark;
    return QTest::qExec(&benchmark, argc, argv);
}

#include "bench_capture.moc"
