// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What it costs to draw the visible part of the chart: the same for a short trace and for a long one, since only what
// is seen is looked at; the ratio is printed, and fails above 1.5. So does another width of the chart. And what it
// costs to follow a long trace that grows while it is played, besides drawing it: the share of a frame's time is
// printed, and fails above one half.

#include "view/sequence_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <vector>

using namespace finwait;

namespace {

constexpr double mostRatio = 1.5;
constexpr int rounds = 15;
constexpr int pagesEach = 8;
constexpr qint64 frameTime = 16'000'000; // nanoseconds
constexpr int frames = 120;
constexpr double mostShare = 0.5; // of a frame's time

/// Lives of a connection, one after the other, until there are so many records: handshake, data, close.
class Lives
{
public:
    explicit Lives(std::size_t records)
    {
        while (m_trace.records().size() < records)
            oneLife();
    }

    [[nodiscard]] const Trace& trace() const { return m_trace; }

    void oneLife();

private:
    void move(Side side, State from, Trigger trigger)
    {
        if (const auto row = findRow(from, trigger))
            m_trace.append({m_now, noRecord, side, record::Transition{*row}});
    }

    void exchange(Side from, const Flags& flags, std::uint32_t octets)
    {
        constexpr Duration delay = 40ms;
        Flight flight;
        flight.from = from;
        flight.segment.flags = flags;
        flight.segment.text.length = octets;
        flight.sent = m_now;
        flight.due = m_now + delay;
        const FlightIndex index = m_trace.appendFlight(flight, noRecord);
        m_trace.append({m_now, noRecord, from, record::TimerStarted{TimerKind::Retransmission, m_now + 1s}});
        m_now += delay;
        m_trace.append({m_now, noRecord, other(from), record::SegmentArrived{index}});
        m_trace.append({m_now, noRecord, from, record::TimerStopped{TimerKind::Retransmission}});
        m_trace.endStep(m_now);
    }

    Trace m_trace;
    Time m_now{};
};

void Lives::oneLife()
{
    const Flags syn{.syn = true};
    const Flags synAck{.syn = true, .ack = true};
    const Flags ack{.ack = true};
    const Flags finAck{.ack = true, .fin = true};
    m_trace.append({m_now, noRecord, Side::Client, record::CallMade{OpenActive{}}});
    move(Side::Client, State::Closed, Trigger::OpenActive);
    move(Side::Server, State::Closed, Trigger::OpenPassive);
    exchange(Side::Client, syn, 0);
    move(Side::Server, State::Listen, Trigger::RcvSyn);
    exchange(Side::Server, synAck, 0);
    move(Side::Client, State::SynSent, Trigger::RcvSynAck);
    exchange(Side::Client, ack, 0);
    move(Side::Server, State::SynReceived, Trigger::RcvAckOfSyn);
    exchange(Side::Client, ack, 120);
    exchange(Side::Server, ack, 0);
    m_trace.append({m_now, noRecord, Side::Client, record::CallMade{Close{}}});
    move(Side::Client, State::Established, Trigger::Close);
    exchange(Side::Client, finAck, 0);
    move(Side::Server, State::Established, Trigger::RcvFin);
    exchange(Side::Server, finAck, 0);
    move(Side::Client, State::FinWait1, Trigger::RcvFinAckOfFin);
    exchange(Side::Client, ack, 0);
    m_now += 10s;
}

class Chart
{
public:
    explicit Chart(std::size_t records) : m_lives(records), m_view(&m_scene)
    {
        m_view.resize(620, 760);
        m_view.show();
        const Trace& trace = m_lives.trace();
        const Time middle = trace.end() / 2;
        m_scene.show(trace, 1, {middle, trace.recordsOf(trace.stepsUntil(middle))});
    }

    /// Nanoseconds to draw pages here and there, labels placed anew each time.
    [[nodiscard]] qint64 drawPages()
    {
        QImage image(m_view.size(), QImage::Format_ARGB32_Premultiplied);
        QElapsedTimer timer;
        qint64 spent = 0;
        QScrollBar* bar = m_view.verticalScrollBar();
        m_scene.retranslate();
        for (int page = 1; page <= pagesEach; ++page) {
            bar->setValue(bar->maximum() / (pagesEach + 1) * page);
            timer.start();
            m_view.viewport()->render(
                &image); // as a window does it; QGraphicsView::render() would draw all of the scene
            spent += timer.nsecsElapsed();
        }
        return spent / pagesEach;
    }

    /// Nanoseconds to give it other widths, without drawing.
    [[nodiscard]] qint64 changeWidths()
    {
        constexpr int narrow = 600;
        constexpr int wide = 700;
        QElapsedTimer timer;
        timer.start();
        for (int width = narrow; width <= wide; ++width)
            m_scene.setAvailableWidth(width);
        return timer.nsecsElapsed();
    }

    /// Nanoseconds of work, without drawing, for a frame in which the trace grows by a life and the playhead follows.
    [[nodiscard]] qint64 grow()
    {
        m_view.setUpdatesEnabled(false);
        m_lives.oneLife();
        const Trace& trace = m_lives.trace();
        QElapsedTimer timer;
        timer.start();
        m_scene.show(trace, 1, {trace.end(), static_cast<RecordIndex>(trace.records().size())});
        QCoreApplication::processEvents();
        return timer.nsecsElapsed();
    }

    [[nodiscard]] std::size_t records() const { return m_lives.trace().records().size(); }

private:
    Lives m_lives;
    SequenceScene m_scene;
    SequenceView m_view;
};

qint64 median(std::vector<qint64> values)
{
    std::nth_element(values.begin(), values.begin() + std::ssize(values) / 2, values.end());
    return values[values.size() / 2];
}

} // namespace

class SequenceBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void visiblePart();
    void otherWidths();
    void growingTrace();

private:
    /// Prints how much longer it takes with the large chart.
    template <typename Work>
    static double ratioOf(const char* what, const Work& work);
};

template <typename Work>
double SequenceBenchmark::ratioOf(const char* what, const Work& work)
{
    Chart small(1'000);
    Chart large(100'000);
    std::vector<qint64> smallTimes;
    std::vector<qint64> largeTimes;
    (void)work(small);
    (void)work(large);
    // Taken in turns: what else the machine does meets both.
    for (int round = 0; round < rounds; ++round) {
        smallTimes.push_back(work(small));
        largeTimes.push_back(work(large));
    }
    const auto smallTime = static_cast<double>(median(smallTimes));
    const auto largeTime = static_cast<double>(median(largeTimes));
    const double ratio = largeTime / smallTime;
    qInfo("%s: %.2f ms of %zu records, %.2f ms of %zu records, ratio %.2f", what, smallTime / 1e6, small.records(),
          largeTime / 1e6, large.records(), ratio);
    return ratio;
}

void SequenceBenchmark::visiblePart()
{
    const double ratio = ratioOf("visible part of the chart", [](Chart& chart) { return chart.drawPages(); });
    QVERIFY2(ratio <= mostRatio, "drawing must not depend on the length of the trace");
}

void SequenceBenchmark::otherWidths()
{
    const double ratio = ratioOf("other widths of the chart", [](Chart& chart) { return chart.changeWidths(); });
    QVERIFY2(ratio <= mostRatio, "a window is dragged wider as lightly with a long trace as with a short one");
}

void SequenceBenchmark::growingTrace()
{
    Chart chart(100'000);
    qint64 spent = 0;
    for (int frame = 0; frame < frames; ++frame) {
        const qint64 work = chart.grow();
        spent += work;
        if (work < frameTime)
            QThread::usleep(static_cast<unsigned long>((frameTime - work) / 1000));
    }
    const auto each = static_cast<double>(spent) / frames;
    const double share = each / static_cast<double>(frameTime);
    qInfo("chart of a trace that grows at %zu records: %.2f ms of work for a frame of %.0f ms, share %.2f",
          chart.records(), each / 1e6, static_cast<double>(frameTime) / 1e6, share);
    QVERIFY2(share <= mostShare, "following a growing trace must leave the window alive");
}

QTEST_MAIN(SequenceBenchmark)
#include "bench_sequence.moc"
