// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The state diagram shows every row of the transition table, and nothing that is written in it lies over anything else:
// in two languages, every size of font from 9 to 14 points, with and without the rows beyond the RFC's figure, and in
// rooms from too small to much too large.
#include "view/diagram_layout.h"
#include "view/diagram_route.h"
#include "view/diagram_text.h"
#include "view/side_mark.h"
#include "view/words.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace finwait;

namespace {

/// Labels as long as those of a Chinese translation.
class Chinese : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* /*context*/, const char* source, const char* /*comment*/, int /*n*/) const override
    {
        static const std::map<std::string, QString> texts = {
            {"active open", QStringLiteral("主动打开")},
            {"passive open", QStringLiteral("被动打开")},
            {"send", QStringLiteral("发送")},
            {"close", QStringLiteral("关闭")},
            {"close, data unread", QStringLiteral("关闭时有未读数据")},
            {"abort", QStringLiteral("中止")},
            {"new SYN", QStringLiteral("新的 SYN")},
            {"ACK of SYN", QStringLiteral("对 SYN 的 ACK")},
            {"FIN, ACK of FIN", QStringLiteral("FIN，且确认我方 FIN")},
            {"ACK of FIN", QStringLiteral("对 FIN 的 ACK")},
            {"SYN again", QStringLiteral("又一个 SYN")},
            {"SYN in window", QStringLiteral("窗口内的 SYN")},
            {"data after close", QStringLiteral("关闭后收到数据")},
            {"retries used up", QStringLiteral("重传次数用尽")},
            {"user time-out", QStringLiteral("用户超时")},
            {"keep-alive failed", QStringLiteral("保活失败")},
            {"FIN_WAIT_2 time-out", QStringLiteral("FIN_WAIT_2 超时")},
            {"2 MSL over", QStringLiteral("2 MSL 到期")},
            {"active close", QStringLiteral("主动关闭")},
            {"passive close", QStringLiteral("被动关闭")},
        };
        const auto found = texts.find(source);
        return found == texts.end() ? QString() : found->second;
    }
};

/// Labels half as long again as in English: no translation is that long.
class LongWinded : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* /*context*/, const char* source, const char* /*comment*/, int /*n*/) const override
    {
        const QString text = QString::fromUtf8(source);
        return text.contains(u'%') ? QString() : text + text.left(text.size() / 2);
    }
};

struct Thing {
    QString name;
    QRectF rect;
};

QString nameOf(const PlacedEdge& edge)
{
    return words::stateName(edge.from) + QStringLiteral(" to ") + words::stateName(edge.to);
}

QString nameOf(const EdgeLabel& label)
{
    return QStringLiteral("'%1' (%2)").arg(label.text, words::rowTitle(label.row));
}

bool touches(const QRectF& rect, QPointF a, QPointF b)
{
    if (rect.contains(a) || rect.contains(b))
        return true;
    const QLineF line(a, b);
    const QPointF corners[] = {rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
    for (std::size_t i = 0; i < 4; ++i) {
        if (line.intersects(QLineF(corners[i], corners[(i + 1) % 4]), nullptr) == QLineF::BoundedIntersection)
            return true;
    }
    return false;
}

bool touches(const QRectF& rect, const QPolygonF& line)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (touches(rect, line.at(i - 1), line.at(i)))
            return true;
    }
    return false;
}

std::set<int> rowsOf(const DiagramLayout& layout)
{
    std::set<int> rows;
    for (const PlacedEdge& edge : layout.edges)
        rows.insert(edge.rows.begin(), edge.rows.end());
    return rows;
}

/// Where a token stands; with its ring where timers run.
QRectF tokenRect(const DiagramLayout& layout, State state, QPointF corner)
{
    const bool ring = state != State::Closed && state != State::Listen;
    const double reach = (ring ? 1.2 : 0.85) * layout.unit;
    return QRectF(corner - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
}

struct Line {
    QString name;
    QPolygonF points;
};

/// What is drawn of each edge; where lines may be wide, both their outer borders.
std::vector<Line> linesOf(const DiagramLayout& layout)
{
    std::vector<Line> result;
    for (const PlacedEdge& edge : layout.edges) {
        for (const QPolygonF& piece : route::without(edge.route, edge.gap)) {
            result.push_back({nameOf(edge), piece});
            if (!layout.heading)
                continue;
            for (const double aside : {-widestStrand - 1.0, widestStrand + 1.0})
                result.push_back({nameOf(edge), route::shifted(piece, aside)});
        }
    }
    return result;
}

} // namespace

class TestDiagramLayout : public QObject
{
    Q_OBJECT

private slots:
    void everyRowHasOneEdge();
    void rowsBeyondTheFigureAreShownOnlyOnRequest();
    void someRowsBeyondTheFigureLieOverNothing_data();
    void someRowsBeyondTheFigureLieOverNothing();
    void whatEndsAnEstablishedConnection_needsLittleRoom();
    void labelsAreMadeOfTheTable();
    void edgesEndAtTheirStates();
    void nothingWrittenLiesOverAnythingElse_data();
    void nothingWrittenLiesOverAnythingElse();
    void withCounts_nothingWrittenLiesOverAnythingElse_data();
    void withCounts_nothingWrittenLiesOverAnythingElse();
    void roomIsFilled();
    void tooSmallARoomShrinksNothing();
    void theUsualPanelIsLargeEnoughForTheUsualFont();

private:
    static void verifyNothingLiesOverAnythingElse(const DiagramLayout& layout, const QFont& font);
    static void verifyCountIsBesideItsText(const EdgeLabel& label, const QFontMetricsF& metrics);
    static void verifyCountsFitIntoTheirStates(const DiagramLayout& layout, const DiagramTotals& totals,
                                               const QFont& font);
};

void TestDiagramLayout::everyRowHasOneEdge()
{
    const DiagramLayout layout = layoutDiagram({QFont(), true, {}});
    std::vector<int> shown(transitionTable().size(), 0);
    for (const PlacedEdge& edge : layout.edges) {
        QVERIFY(!edge.rows.empty());
        for (const RowIndex row : edge.rows) {
            ++shown[row];
            QCOMPARE(transitionRow(row).from, edge.from);
            QCOMPARE(transitionRow(row).to, edge.to);
            QCOMPARE(layout.edgeOf(row), &edge);
        }
    }
    for (std::size_t row = 0; row < shown.size(); ++row)
        QVERIFY2(shown[row] == 1, qPrintable(words::rowTitle(static_cast<RowIndex>(row))));
}

void TestDiagramLayout::rowsBeyondTheFigureAreShownOnlyOnRequest()
{
    std::set<int> figure;
    for (std::size_t row = 0; row < transitionTable().size(); ++row) {
        if (transitionTable()[row].figure5 != Figure5::Beyond)
            figure.insert(static_cast<int>(row));
    }
    const DiagramLayout layout = layoutDiagram({QFont(), false, {}});
    QCOMPARE(rowsOf(layout), figure);
    QVERIFY(std::ranges::none_of(layout.edges, &PlacedEdge::inDrawer));
}

void TestDiagramLayout::someRowsBeyondTheFigureLieOverNothing_data()
{
    QTest::addColumn<QList<int>>("beyond");
    QList<int> all;
    for (std::size_t row = 0; row < transitionTable().size(); ++row) {
        if (transitionTable()[row].figure5 == Figure5::Beyond)
            all << static_cast<int>(row);
    }
    for (qsizetype one = 0; one < all.size(); ++one) {
        QTest::addRow("row %d", all[one]) << QList<int>{all[one]};
        QTest::addRow("rows from %d on", all[one]) << all.mid(one, 5);
    }
}

void TestDiagramLayout::someRowsBeyondTheFigureLieOverNothing()
{
    QFETCH(const QList<int>, beyond);
    DiagramOptions options;
    for (const int row : beyond)
        options.beyond.insert(static_cast<RowIndex>(row));
    for (const QSizeF& room : {QSizeF(), QSizeF(1100, 800)}) {
        options.available = room;
        const DiagramLayout layout = layoutDiagram(options);
        for (const int row : beyond)
            QVERIFY(layout.edgeOf(static_cast<RowIndex>(row)) != nullptr);
        verifyNothingLiesOverAnythingElse(layout, options.font);
        if (QTest::currentTestFailed())
            return;
    }
}

/// It is what runs take most often of all that is beyond the figure.
void TestDiagramLayout::whatEndsAnEstablishedConnection_needsLittleRoom()
{
    DiagramOptions options;
    const double least = layoutDiagram(options).bounds.width();
    for (const Trigger trigger : {Trigger::Abort, Trigger::RcvRst})
        options.beyond.insert(findRow(State::Established, trigger).value());
    QVERIFY(layoutDiagram(options).bounds.width() <= least + QFontMetricsF(options.font).height());
}

void TestDiagramLayout::labelsAreMadeOfTheTable()
{
    const DiagramLayout layout = layoutDiagram({QFont(), true, {}});
    for (const PlacedEdge& edge : layout.edges) {
        QCOMPARE(edge.labels.size(), edge.rows.size());
        for (std::size_t i = 0; i < edge.rows.size(); ++i) {
            QCOMPARE(edge.labels[i].row, edge.rows[i]);
            QCOMPARE(edge.labels[i].text, words::rowLabel(edge.rows[i]));
            QCOMPARE(edge.labels[i].text.left(edge.labels[i].triggerLength),
                     words::triggerLabel(transitionRow(edge.rows[i]).trigger));
        }
    }
}

void TestDiagramLayout::edgesEndAtTheirStates()
{
    const DiagramLayout layout = layoutDiagram({QFont(), true, {}});
    const auto onBorder = [](const QRectF& node, QPointF point) {
        const QRectF outer = node.adjusted(-1, -1, 1, 1);
        const QRectF inner = node.adjusted(1, 1, -1, -1);
        return outer.contains(point) && !inner.contains(point);
    };
    for (const PlacedEdge& edge : layout.edges) {
        QVERIFY2(onBorder(layout.node(edge.from), edge.route.first()), qPrintable(nameOf(edge)));
        QVERIFY2(onBorder(layout.node(edge.to), edge.route.last()), qPrintable(nameOf(edge)));
    }
}

void TestDiagramLayout::nothingWrittenLiesOverAnythingElse_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("points");
    QTest::addColumn<bool>("every");
    QTest::addColumn<QSizeF>("room");
    const char* const languages[] = {"English", "Chinese", "long-winded"};
    const QSizeF rooms[] = {{}, {720, 560}, {1100, 800}, {1900, 1000}, {700, 1600}, {2400, 500}};
    for (int language = 0; language < 3; ++language) {
        for (int points = 9; points <= 14; ++points) {
            for (const bool every : {false, true}) {
                for (const QSizeF& room : rooms) {
                    QTest::addRow("%s %d pt %s in %.0fx%.0f", languages[language], points, every ? "every" : "figure",
                                  room.width(), room.height())
                        << language << points << every << room;
                }
            }
        }
    }
}

void TestDiagramLayout::nothingWrittenLiesOverAnythingElse()
{
    QFETCH(int, language);
    QFETCH(int, points);
    QFETCH(bool, every);
    QFETCH(QSizeF, room);
    Chinese chinese;
    LongWinded longWinded;
    if (language == 1)
        QVERIFY(QCoreApplication::installTranslator(&chinese));
    if (language == 2)
        QVERIFY(QCoreApplication::installTranslator(&longWinded));

    QFont font;
    font.setPointSize(points);
    verifyNothingLiesOverAnythingElse(layoutDiagram({font, every, room}), font);
}

void TestDiagramLayout::verifyNothingLiesOverAnythingElse(const DiagramLayout& layout, const QFont& font)
{
    const QFontMetricsF metrics(font);
    const QRectF paper = layout.bounds;

    std::vector<Thing> things;
    for (const State state : allStates) {
        const QRectF& node = layout.node(state);
        QVERIFY(paper.contains(node));
        QVERIFY(node.width() > QFontMetricsF(stateFont(font)).horizontalAdvance(words::stateName(state)));
        things.push_back({words::stateName(state), node});
        for (const QPointF corner : {node.topLeft(), node.topRight()}) {
            const QRectF token = tokenRect(layout, state, corner);
            QVERIFY2(paper.contains(token), qPrintable(words::stateName(state)));
            things.push_back({QStringLiteral("a token in ") + words::stateName(state), token});
        }
    }
    for (const PlacedFrame& frame : layout.frames)
        things.push_back({frame.title, frame.titleRect});
    if (layout.heading) {
        QVERIFY(paper.contains(layout.heading->rect));
        for (const Thing& thing : things)
            QVERIFY2(!layout.heading->rect.intersects(thing.rect), qPrintable(thing.name));
        for (const PlacedEdge& edge : layout.edges)
            QVERIFY2(!touches(layout.heading->rect, edge.route), qPrintable(nameOf(edge)));
        things.push_back({layout.heading->text, layout.heading->rect});
    }

    const std::vector<Line> lines = linesOf(layout);
    std::vector<Thing> labels;
    for (const PlacedEdge& edge : layout.edges) {
        for (const EdgeLabel& label : edge.labels) {
            const QString name = nameOf(label);
            QVERIFY2(paper.contains(label.rect), qPrintable(name));
            QVERIFY2(label.rect.width() >= metrics.horizontalAdvance(label.text), qPrintable(name));
            QVERIFY2(label.rect.height() >= metrics.ascent() + metrics.descent(), qPrintable(name));
            verifyCountIsBesideItsText(label, metrics);
            for (const Thing& thing : things)
                QVERIFY2(!label.rect.intersects(thing.rect), qPrintable(name + QStringLiteral(" on ") + thing.name));
            for (const Thing& other : labels)
                QVERIFY2(!label.rect.intersects(other.rect), qPrintable(name + QStringLiteral(" on ") + other.name));
            for (const PlacedFrame& frame : layout.frames) {
                QVERIFY2(frame.rect.contains(label.rect) || !frame.rect.intersects(label.rect),
                         qPrintable(name + QStringLiteral(" across the border of ") + frame.title));
            }
            for (const Line& line : lines) {
                QVERIFY2(!touches(label.rect, line.points),
                         qPrintable(name + QStringLiteral(" on the edge ") + line.name));
            }
            labels.push_back({name, label.rect});
        }
    }

    for (const PlacedEdge& edge : layout.edges) {
        for (const QPointF& point : edge.route)
            QVERIFY2(paper.contains(point), qPrintable(nameOf(edge)));
        for (const State state : allStates) {
            QVERIFY2(!touches(layout.node(state).adjusted(1, 1, -1, -1), edge.route),
                     qPrintable(nameOf(edge) + QStringLiteral(" through ") + words::stateName(state)));
        }
        for (const PlacedFrame& frame : layout.frames)
            QVERIFY2(!touches(frame.titleRect, edge.route),
                     qPrintable(nameOf(edge) + QStringLiteral(" through a title")));
    }
}

void TestDiagramLayout::withCounts_nothingWrittenLiesOverAnythingElse_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("rows");
    QTest::addColumn<quint64>("count");
    const char* const languages[] = {"English", "Chinese", "long-winded"};
    const char* const rows[] = {"the figure's", "every one", "a third"};
    for (int language = 0; language < 3; ++language) {
        for (const int points : {9, 11, 14}) {
            for (int taken = 0; taken < 3; ++taken) {
                for (const quint64 count : {1ULL, 12408ULL, 10'000'000ULL}) {
                    QTest::addRow("%s %d pt, %s, %llu times", languages[language], points, rows[taken], count)
                        << language << points << taken << count;
                }
            }
        }
    }
}

void TestDiagramLayout::withCounts_nothingWrittenLiesOverAnythingElse()
{
    QFETCH(int, language);
    QFETCH(int, points);
    QFETCH(int, rows);
    QFETCH(quint64, count);
    Chinese chinese;
    LongWinded longWinded;
    if (language == 1)
        QVERIFY(QCoreApplication::installTranslator(&chinese));
    if (language == 2)
        QVERIFY(QCoreApplication::installTranslator(&longWinded));

    DiagramTotals totals;
    totals.connections = count;
    for (const Side side : allSides) {
        totals.endedIn[side].fill(count);
        for (std::size_t i = 0; i < transitionTable().size(); ++i) {
            const bool isDrawn = transitionTable()[i].figure5 != Figure5::Beyond;
            totals.taken[side].push_back(rows == 1 || (rows == 0 && isDrawn) || (rows == 2 && i % 3 == 0) ? count : 0);
        }
    }
    QFont font;
    font.setPointSize(points);
    for (const bool every : {false, true}) {
        for (const QSizeF& room : {QSizeF(), QSizeF(1100, 800), QSizeF(700, 1600), QSizeF(2400, 500)}) {
            const DiagramLayout layout = layoutDiagram({font, every, room, totals.rowsBeyondFigure(), totals});
            verifyNothingLiesOverAnythingElse(layout, font);
            if (QTest::currentTestFailed())
                return;
            verifyCountsFitIntoTheirStates(layout, totals, font);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestDiagramLayout::verifyCountIsBesideItsText(const EdgeLabel& label, const QFontMetricsF& metrics)
{
    if (label.count.isEmpty())
        return;
    QVERIFY(label.rect.adjusted(-0.1, 0, 0.1, 0).contains(label.pill));
    QVERIFY(label.baseline.x() + metrics.horizontalAdvance(label.text) < label.pill.left());
    QVERIFY(label.countBaseline.x() > label.pill.left());
    QVERIFY(label.countBaseline.x() + metrics.horizontalAdvance(label.count) < label.pill.right());
}

void TestDiagramLayout::verifyCountsFitIntoTheirStates(const DiagramLayout& layout, const DiagramTotals& totals,
                                                       const QFont& font)
{
    const QFontMetricsF metrics(font);
    for (const State state : allStates) {
        double widest = 0;
        double abreast = 0;
        for (const Side side : allSides) {
            const QString text = QLocale().toString(qulonglong{totals.endedAt(state)[side]});
            const double width = metrics.horizontalAdvance(text) + sideMarkAdvance * metrics.height();
            widest = std::max(widest, width);
            abreast += width;
        }
        const QRectF& node = layout.node(state);
        QVERIFY(node.width() > (layout.stacksCounts ? widest : abreast + sideCountGap * metrics.height()));
        const double lines = layout.stacksCounts ? 2.0 : 1.0;
        QVERIFY(node.height() > QFontMetricsF(stateFont(font)).height() + lines * metrics.height());
    }
}

void TestDiagramLayout::roomIsFilled()
{
    const QSizeF least = layoutDiagram({QFont(), false, {}}).bounds.size();
    const QSizeF room(std::ceil(least.width() * 1.3), std::ceil(least.height() * 1.4));
    const QSizeF filled = layoutDiagram({QFont(), false, room}).bounds.size();
    QVERIFY(std::abs(filled.width() - room.width()) <= 4);
    QVERIFY(std::abs(filled.height() - room.height()) <= 4);
    QVERIFY(filled.width() <= room.width() + 0.5);
    QVERIFY(filled.height() <= room.height() + 0.5);
}

void TestDiagramLayout::tooSmallARoomShrinksNothing()
{
    const QSizeF least = layoutDiagram({QFont(), false, {}}).bounds.size();
    QCOMPARE(layoutDiagram({QFont(), false, {100, 100}}).bounds.size(), least);
}

void TestDiagramLayout::theUsualPanelIsLargeEnoughForTheUsualFont()
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(12);
    const QSizeF least = layoutDiagram({font, false, {}}).bounds.size();
    QVERIFY2(least.width() <= 716 && least.height() <= 556,
             qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
}

QTEST_MAIN(TestDiagramLayout)
#include "tst_diagram_layout.moc"
