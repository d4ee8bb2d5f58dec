// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The exported pictures, read back: by Qt's XML reader here, by xmllint and rsvg-convert where they are installed.
#include "export/connection_svg.h"
#include "export/drawing_svg.h"
#include "export/svg_polish.h"
#include "scenario/library.h"
#include "view/words.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace finwait;

namespace {

/// What a reader of the file finds in it.
struct Found {
    QStringList texts;
    QString title;
    QString description;
    QSizeF size;
    QRectF viewBox;
    int textsWithoutFallback = 0;
    int textsWithoutLength = 0;
};

QRectF rectFromText(const QString& text)
{
    const QStringList numbers = text.split(u' ');
    return numbers.size() == 4
               ? QRectF(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(), numbers[3].toDouble())
               : QRectF();
}

void readText(QXmlStreamReader& xml, Found& found)
{
    found.textsWithoutFallback +=
        !xml.attributes().value(QLatin1String("font-family")).contains(QLatin1String("sans-serif"));
    found.textsWithoutLength += !xml.attributes().hasAttribute(QLatin1String("textLength"));
    found.texts << xml.readElementText();
}

Found read(const QByteArray& svg)
{
    Found found;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("svg")) {
            found.size = {xml.attributes().value(QLatin1String("width")).toDouble(),
                          xml.attributes().value(QLatin1String("height")).toDouble()};
            found.viewBox = rectFromText(xml.attributes().value(QLatin1String("viewBox")).toString());
        } else if (xml.name() == QLatin1String("title")) {
            found.title = xml.readElementText();
        } else if (xml.name() == QLatin1String("desc")) {
            found.description = xml.readElementText();
        } else if (xml.name() == QLatin1String("text")) {
            readText(xml, found);
        }
    }
    if (xml.hasError())
        qFatal("%s", qPrintable(xml.errorString()));
    return found;
}

Trace traceOf(const char* name)
{
    return runScenario(*findScenario(name)).trace;
}

QByteArray svgOf(const Trace& trace, const PictureOptions& options)
{
    return ConnectionSvg(trace, endOf(trace), options).contents();
}

/// The picture as rsvg-convert draws it; a null image: it could not.
QImage drawnByRsvg(const QByteArray& svg)
{
    QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("picture.svg"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(svg) != svg.size())
        return {};
    out.close();
    QProcess rsvg;
    rsvg.start(QStringLiteral("rsvg-convert"), {file, QStringLiteral("-o"), file + QStringLiteral(".png")});
    if (!rsvg.waitForFinished() || rsvg.exitCode() != 0)
        return {};
    return QImage(file + QStringLiteral(".png"));
}

/// Pixels that are not `ground` along the four edges.
int strayPixels(const QImage& image, const QColor& ground)
{
    int stray = 0;
    for (int x = 0; x < image.width(); ++x)
        stray += (image.pixelColor(x, 0) != ground) + (image.pixelColor(x, image.height() - 1) != ground);
    for (int y = 0; y < image.height(); ++y)
        stray += (image.pixelColor(0, y) != ground) + (image.pixelColor(image.width() - 1, y) != ground);
    return stray;
}

} // namespace

class TestConnectionSvg : public QObject
{
    Q_OBJECT

private slots:
    void diagram_hasEveryStateAsText();
    void diagramOfMany_hasTheirCountsAsText();
    void chart_hasSegmentsAndStatesAsText();
    void chart_isDrawnAsAskedFor();
    void both_isAsWideAsBothTogether();
    void titleAndDescription_sayWhatIsShown();
    void diagramMoment_isTheOneAskedFor();
    void texts_haveFallbackFontsAndTheirLength();
    void markup_isEscaped();
    void everyScenario_isWellFormed_data();
    void everyScenario_isWellFormed();
    void nothingTouchesTheEdge_data();
    void nothingTouchesTheEdge();
    void transparent_hasNoGround();
    void samePicture_sameOctets();
    void unwritableFile_isNamed();
    void writtenFile_holdsThePicture();
};

void TestConnectionSvg::diagram_hasEveryStateAsText()
{
    const Trace trace = traceOf("client-closes-first");
    const Found found = read(svgOf(trace, {.content = PictureContent::Diagram}));
    for (const State state : allStates)
        QVERIFY2(found.texts.contains(words::stateName(state)), qPrintable(words::stateName(state)));
    QVERIFY(found.texts.join(u' ').contains(words::triggerLabel(Trigger::Timeout2Msl)));
}

void TestConnectionSvg::diagramOfMany_hasTheirCountsAsText()
{
    DiagramTotals totals;
    totals.connections = 50'003;
    totals.endedIn.server[static_cast<std::size_t>(State::CloseWait)] = 7'001;
    totals.taken.client.resize(transitionTable().size());
    totals.taken.client[findRow(State::Established, Trigger::RcvRst).value()] = 12'408;
    const Trace trace = traceOf("client-closes-first");
    PictureOptions options;
    options.content = PictureContent::Diagram;
    options.totals = totals;
    const Found found = read(svgOf(trace, options));
    const QLocale locale;
    for (const int count : {50'003, 7'001, 12'408}) {
        const QString text = locale.toString(count);
        QVERIFY2(found.texts.join(u'|').contains(text), qPrintable(text));
    }
    QVERIFY2(found.description.contains(locale.toString(7'001)), qPrintable(found.description));
    QVERIFY(!found.description.contains(words::stateName(State::FinWait1))); // of the trace
}

void TestConnectionSvg::chart_hasSegmentsAndStatesAsText()
{
    const Trace trace = traceOf("client-closes-first");
    const Found found = read(svgOf(trace, {.content = PictureContent::Chart}));
    const QString all = found.texts.join(u' ');
    for (FlightIndex flight = 0; flight < trace.flights().size(); ++flight) {
        const words::SegmentLabel label = words::segmentLabel(trace, flight);
        QVERIFY2(all.contains(label.name), qPrintable(label.name));
    }
    QVERIFY(all.contains(QLatin1String("FIN_WAIT_2")));
    QVERIFY(all.contains(QLatin1String("10.0.0.1:40000")));
}

void TestConnectionSvg::chart_isDrawnAsAskedFor()
{
    const Trace trace = traceOf("client-closes-first");
    const Found compressed = read(svgOf(trace, {.content = PictureContent::Chart}));
    const Found linear =
        read(svgOf(trace, {.content = PictureContent::Chart, .chart = SequenceOptions{.axisMode = AxisMode::Linear}}));
    QVERIFY(linear.size.height() > 10 * compressed.size.height()); // four minutes of 2 MSL
}

void TestConnectionSvg::both_isAsWideAsBothTogether()
{
    const Trace trace = traceOf("client-closes-first");
    const Found diagram = read(svgOf(trace, {.content = PictureContent::Diagram}));
    const Found chart = read(svgOf(trace, {.content = PictureContent::Chart}));
    const Found both = read(svgOf(trace, {.content = PictureContent::Both}));
    QVERIFY(both.size.width() > diagram.size.width() + chart.size.width() - 50.0);
    QVERIFY(both.size.width() < diagram.size.width() + chart.size.width());
    QCOMPARE(both.size.height(), std::max(diagram.size.height(), chart.size.height()));
    QCOMPARE(both.texts.size(), diagram.texts.size() + chart.texts.size());
    QCOMPARE(both.viewBox.size(), both.size);
}

void TestConnectionSvg::titleAndDescription_sayWhatIsShown()
{
    const Trace trace = traceOf("simultaneous-close");
    const Found found = read(svgOf(trace, {.content = PictureContent::Both, .title = QStringLiteral("Both at once")}));
    QCOMPARE(found.title, QStringLiteral("Both at once"));
    QVERIFY(found.description.contains(QLatin1String("the client is in CLOSED, the server in CLOSED")));
    QVERIFY(found.description.contains(QStringLiteral("FIN_WAIT_1 → CLOSING → TIME_WAIT")));
}

void TestConnectionSvg::diagramMoment_isTheOneAskedFor()
{
    const Trace trace = traceOf("client-closes-first");
    const RecordIndex entered = trace.states(Side::Client)[4].entered;
    ConnectionSvg svg(trace, {entered + 1, trace.record(entered).at}, {.content = PictureContent::Diagram});
    const QByteArray there = svg.contents();
    QVERIFY(read(there).description.contains(QLatin1String("the client is in FIN_WAIT_2, the server in CLOSE_WAIT")));
    QVERIFY(there != svgOf(trace, {.content = PictureContent::Diagram}));
}

void TestConnectionSvg::texts_haveFallbackFontsAndTheirLength()
{
    const Found found = read(svgOf(traceOf("half-close-with-data"), {}));
    QVERIFY(found.texts.size() > 40);
    QCOMPARE(found.textsWithoutFallback, 0);
    QCOMPARE(found.textsWithoutLength, 0);
}

void TestConnectionSvg::markup_isEscaped()
{
    const QString wild = QStringLiteral("a < b & \"c\" > 'd'");
    DrawingSvg svg({{QSizeF(100, 50), [&](QPainter& painter) { painter.drawText(QPointF(5, 20), wild); }}}, wild, wild);
    const Found found = read(svg.contents());
    QCOMPARE(found.title, wild);
    QCOMPARE(found.description, wild);
    QCOMPARE(found.texts, QStringList{wild});
}

void TestConnectionSvg::everyScenario_isWellFormed_data()
{
    QTest::addColumn<QString>("name");
    for (const Scenario& scenario : scenarioLibrary())
        QTest::newRow(scenario.name.c_str()) << QString::fromStdString(scenario.name);
}

void TestConnectionSvg::everyScenario_isWellFormed()
{
    QFETCH(const QString, name);
    const Trace trace = traceOf(name.toUtf8().constData());
    const QByteArray svg = svgOf(trace, {.everyTransition = true});
    QVERIFY(read(svg).texts.size() > 40);
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        QSKIP("xmllint is not installed");
    QProcess xmllint;
    xmllint.start(QStringLiteral("xmllint"), {QStringLiteral("--noout"), QStringLiteral("-")});
    xmllint.write(svg);
    xmllint.closeWriteChannel();
    QVERIFY(xmllint.waitForFinished());
    QVERIFY2(xmllint.exitCode() == 0, xmllint.readAllStandardError().constData());
}

void TestConnectionSvg::nothingTouchesTheEdge_data()
{
    QTest::addColumn<PictureContent>("content");
    QTest::addColumn<bool>("dark");
    QTest::newRow("diagram") << PictureContent::Diagram << false;
    QTest::newRow("chart") << PictureContent::Chart << false;
    QTest::newRow("both, dark") << PictureContent::Both << true;
}

void TestConnectionSvg::nothingTouchesTheEdge()
{
    if (QStandardPaths::findExecutable(QStringLiteral("rsvg-convert")).isEmpty())
        QSKIP("rsvg-convert is not installed");
    QFETCH(const PictureContent, content);
    QFETCH(const bool, dark);
    const Theme& theme = dark ? Theme::darkTheme() : Theme::lightTheme();
    for (const Scenario& scenario : scenarioLibrary()) {
        const QByteArray svg = svgOf(runScenario(scenario).trace, {.content = content, .theme = theme});
        const QImage image = drawnByRsvg(svg);
        QCOMPARE(QSizeF(image.size()), read(svg).size);
        QCOMPARE(strayPixels(image, theme.panel), 0);
    }
}

void TestConnectionSvg::transparent_hasNoGround()
{
    if (QStandardPaths::findExecutable(QStringLiteral("rsvg-convert")).isEmpty())
        QSKIP("rsvg-convert is not installed");
    const QImage image = drawnByRsvg(svgOf(traceOf("refused"), {.transparent = true}));
    QCOMPARE(image.pixelColor(2, 2).alpha(), 0);
    QCOMPARE(image.pixelColor(image.width() / 2 + 60, 20).alpha(), 0);
    QVERIFY(!image.isNull());
}

void TestConnectionSvg::samePicture_sameOctets()
{
    const Trace trace = traceOf("simultaneous-open");
    QCOMPARE(svgOf(trace, {}), svgOf(trace, {}));
}

void TestConnectionSvg::unwritableFile_isNamed()
{
    const Trace trace = traceOf("refused");
    ConnectionSvg svg(trace, endOf(trace), {});
    const QString path = QStringLiteral("/no/such/directory/picture.svg");
    QVERIFY(!svg.writeFile(path));
    QVERIFY2(svg.error().contains(path), qPrintable(svg.error()));
}

void TestConnectionSvg::writtenFile_holdsThePicture()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("picture.svg"));
    const Trace trace = traceOf("refused");
    ConnectionSvg svg(trace, endOf(trace), {});
    QVERIFY(svg.writeFile(path));
    QVERIFY(svg.error().isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), svg.contents());
}

QTEST_MAIN(TestConnectionSvg)
#include "tst_connection_svg.moc"
