// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How many packetdrill scripts are read and played in a second: thousands of them have to take seconds.
#include "script/script_reader.h"
#include "script/script_run.h"

#include <QElapsedTimer>
#include <QTest>

using namespace finwait;

namespace {

constexpr int runs = 20'000;

const QByteArray wholeLife = R"(// A client opens, is answered, closes, and waits.
0.0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 fcntl(3, F_SETFL, O_RDWR | O_NONBLOCK) = 0
+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
+0 > S 0:0(0) win 65535 <mss 1460>
+.1 < S. 0:0(0) ack 1 win 32767 <mss 1460>
+0 > . 1:1(0) ack 1
+0 write(3, ..., 100) = 100
+0 > P. 1:101(100) ack 1
+.1 < P. 1:301(300) ack 101 win 32767
+.2 > . 101:101(0) ack 301
+0 read(3, ..., 1000) = 300
+0 shutdown(3, SHUT_WR) = 0
+0 > F. 101:101(0) ack 301
+.1 < . 301:301(0) ack 102 win 32767
+0 %{ assert tcpi_state == TCPI_FIN_WAIT_2 }%
+.1 < F. 301:301(0) ack 102 win 32767
+0 > . 102:102(0) ack 302
+0 %{ assert tcpi_state == TCPI_TIME_WAIT }%
+0 close(3) = 0
)";

} // namespace

class ScriptBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void scriptsPerSecond();
};

void ScriptBenchmark::scriptsPerSecond()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < runs; ++i) {
        const auto script = readScript({wholeLife.constData(), static_cast<std::size_t>(wholeLife.size())});
        QVERIFY(script.has_value());
        const ScriptVerdict verdict = runScript(*script).verdict;
        QVERIFY2(verdict.outcome == ScriptOutcome::Passed, verdict.got.inEnglish().c_str());
    }
    qInfo("%lld scripts a second", runs * 1'000'000'000LL / std::max<qint64>(timer.nsecsElapsed(), 1));
}

QTEST_APPLESS_MAIN(ScriptBenchmark)
#include "bench_scripts.moc"
