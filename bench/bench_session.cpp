// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Going about in a session: how long it takes to load, to make a branch and to leave it, and to seek before and after
// that, in a short trace and in a long one. Seeking in the long one may cost more, but not in the ratio of their
// lengths; it should not take longer than a frame, 16 ms.

#include "session/session.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace finwait;

namespace {

constexpr int seeks = 500;

/// One side sends and sends.
Scenario transferOf(std::uint32_t octets)
{
    Scenario scenario;
    scenario.plan = {
        PlannedDeed{Side::Server, OpenPassive{}, std::nullopt, 0s},
        PlannedDeed{Side::Client, OpenActive{}, std::nullopt, 1ms},
    };
    for (std::uint32_t sent = 0; sent < octets; sent += 60'000)
        scenario.plan.push_back({Side::Client, Send{.octets = 60'000}, std::nullopt, 1s + sent * 10us});
    return scenario;
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// In milliseconds.
struct Seeks {
    double mean = 0;
    double worst = 0;
};

Seeks seekAbout(Session& session)
{
    std::mt19937_64 random(3);
    QElapsedTimer timer;
    Seeks took;
    for (int i = 0; i < seeks; ++i) {
        const Time to{static_cast<Time::rep>(random() % static_cast<std::uint64_t>(session.trace().end().count()))};
        timer.start();
        session.seek(to);
        const double one = milliseconds(timer);
        took.worst = std::max(took.worst, one);
        took.mean += one / seeks;
        QCoreApplication::processEvents();
    }
    return took;
}

} // namespace

class SessionBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void goingAbout_data();
    void goingAbout();
};

void SessionBenchmark::goingAbout_data()
{
    QTest::addColumn<std::uint32_t>("octets");
    QTest::newRow("a thousand records or so") << 120'000U;
    QTest::newRow("more than 100,000 records") << 30'000'000U;
}

void SessionBenchmark::goingAbout()
{
    QFETCH(const std::uint32_t, octets);
    Session session;
    QElapsedTimer timer;
    timer.start();
    session.load(transferOf(octets));
    const double loading = milliseconds(timer);

    const Seeks before = seekAbout(session);
    const BranchId loaded = session.currentBranch();
    session.seek(session.trace().end() / 2);
    timer.start();
    session.submit(command::MakeCall{Side::Client, Abort{}});
    const double branching = milliseconds(timer);
    timer.start();
    session.switchTo(loaded);
    const double switching = milliseconds(timer);
    const Seeks after = seekAbout(session);
    qInfo("%zu records, %zu steps: loaded in %.0f ms; a seek takes %.2f ms, %.2f ms at the worst; a branch is made in "
          "%.0f ms and left in %.0f ms; then a seek takes %.2f ms, %.2f ms at the worst",
          session.trace().records().size(), session.trace().steps().size(), loading, before.mean, before.worst,
          branching, switching, after.mean, after.worst);
}

QTEST_GUILESS_MAIN(SessionBenchmark)
#include "bench_session.moc"
