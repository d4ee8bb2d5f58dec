// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_picture.h"

#include "view/sequence_painter.h"
#include "view/sequence_text.h"
#include "view/sequence_traces.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace finwait;

namespace {

/// Notes what is drawn instead of drawing it, as an exporter's engine would.
class NotingEngine : public QPaintEngine
{
public:
    NotingEngine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& changes) override
    {
        const bool setsClip = changes.state() & (DirtyClipPath | DirtyClipRegion);
        m_clipped = m_clipped || (setsClip && changes.clipOperation() != Qt::NoClip);
    }
    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override { ++pixmaps; }
    void drawTextItem(const QPointF& /*point*/, const QTextItem& item) override { texts << item.text(); }
    void drawPolygon(const QPointF* /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override { ++shapes; }
    void drawPath(const QPainterPath& /*path*/) override { ++shapes; }
    [[nodiscard]] Type type() const override { return User; }

    QStringList texts;
    int pixmaps = 0;
    int shapes = 0;

    [[nodiscard]] bool clipped() const { return m_clipped; }

private:
    bool m_clipped = false;
};

class NotingDevice : public QPaintDevice
{
public:
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] const NotingEngine& noted() const { return m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmHeight: return 4000;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return 96;
        case PdmDevicePixelRatio: return 1;
        case PdmDepth: return 32;
        default: return QPaintDevice::metric(metric);
        }
    }

private:
    mutable NotingEngine m_engine;
};

} // namespace

class TestSequencePicture : public QObject
{
    Q_OBJECT

private slots:
    void picture_holdsNamesStatesAndSegments();
    void picture_isDrawnOfLinesAndText();
    void picture_isWiderAndHigherThanNothing();
    void squeezedChart_stillSaysHowLongNothingHappens();
    void future_isFaintButSeenOnADarkGround();
};

void TestSequencePicture::picture_holdsNamesStatesAndSegments()
{
    Trace trace = test::closedByClient();
    trace.addresses = {"10.0.0.1:40000", "10.0.0.2:80"};
    NotingDevice device;
    {
        QPainter painter(&device);
        SequencePicture(trace, Theme::lightTheme(), QGuiApplication::font(), 800).paint(painter);
    }
    const QStringList& texts = device.noted().texts;
    for (const char* wanted : {"client", "server", "10.0.0.1:40000", "SYN", "SYN,ACK", "FIN_WAIT_1", "TIME_WAIT",
                               "LAST_ACK", "2 MSL", "close"})
        QVERIFY2(texts.contains(QLatin1String(wanted)), wanted);
}

void TestSequencePicture::picture_isDrawnOfLinesAndText()
{
    const Trace trace = test::lostFin();
    NotingDevice device;
    {
        QPainter painter(&device);
        SequencePicture(trace, Theme::darkTheme(), QGuiApplication::font(), 640).paint(painter);
    }
    QCOMPARE(device.noted().pixmaps, 0);
    QVERIFY(!device.noted().clipped());
    QVERIFY(device.noted().shapes > 20);
}

void TestSequencePicture::picture_isWiderAndHigherThanNothing()
{
    const Trace empty;
    const SequencePicture picture(empty, Theme::lightTheme(), QGuiApplication::font(), 640);
    QCOMPARE(picture.size().width(), 640.0);
    QVERIFY(picture.size().height() > 30);
}

void TestSequencePicture::squeezedChart_stillSaysHowLongNothingHappens()
{
    const Trace trace = test::closedByClient();
    const SequenceIndex index(trace, {});
    SequenceLayout layout(trace, index, QGuiApplication::font(), 540);
    const SequenceLabels labels;
    const CauseTrail trail;
    for (const double zoom : {1.0, 0.7, 0.4}) {
        layout.setZoom(zoom);
        NotingDevice device;
        {
            QPainter painter(&device);
            SequencePainter(layout, labels, Theme::lightTheme(), std::nullopt, trail)
                .paint(painter, {0, layout.height()});
        }
        QVERIFY2(device.noted().texts.contains(sequence_text::gap(4min)), qPrintable(QString::number(zoom)));
    }
}

void TestSequencePicture::future_isFaintButSeenOnADarkGround()
{
    const Theme& theme = Theme::darkTheme();
    const Trace trace = test::closedByClient();
    const SequenceIndex index(trace, {});
    const SequenceLayout layout(trace, index, QGuiApplication::font(), 540);
    SequenceLabels labels;
    labels.prepare(layout, {0, layout.height()});
    const CauseTrail trail;
    const auto brightest = [&](RecordIndex recordsBefore) {
        QImage image(540, static_cast<int>(layout.height()), QImage::Format_RGB32);
        image.fill(theme.panel);
        QPainter painter(&image);
        SequencePainter(layout, labels, theme, SequenceMoment{Time{}, recordsBefore}, trail)
            .paint(painter, {0, layout.height()});
        painter.end();
        const QRect label = labels.find(0)->box.polygon().boundingRect().toRect();
        int most = 0;
        for (int y = label.top(); y <= label.bottom(); ++y) {
            for (int x = label.left(); x <= label.right(); ++x)
                most = std::max(most, image.pixelColor(x, y).lightness());
        }
        return most;
    };
    const int future = brightest(0);
    QVERIFY2(future >= 2 * brightest(noRecord) / 3 - 15, qPrintable(QString::number(future)));
    QVERIFY(future < brightest(noRecord) - 40);
}

QTEST_MAIN(TestSequencePicture)
#include "tst_sequence_picture.moc"
