// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A capture in the window: its connections in a table, the chosen one in the pictures, and what goes on from there.
#include "app/capture_player.h"
#include "app/captured_page.h"
#include "app/command_line.h"
#include "app/open_window.h"
#include "app/pictures.h"
#include "app/recovery.h"
#include "app/scenario_files.h"
#include "app/window_fixture.h"
#include "capture/made_capture.h"
#include "export/capture_text.h"
#include "scenario/scenario_writer.h"
#include "view/connection_model.h"
#include "view/connection_table.h"
#include "view/theme.h"
#include "view/words.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace finwait;
using namespace finwait::test;

namespace {

/// In the order of the capture.
enum Made : std::size_t { Closed, Aborted, Stuck, Refused, LostFin };

QByteArray compressed(QByteArray contents)
{
    QByteArray packed(contents.size() + 1024, '\0');
    z_stream stream{};
    constexpr int gzip = 15 + 16;
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(contents.data());
    stream.avail_in = static_cast<uInt>(contents.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

/// One datagram of UDP.
QByteArray captureOfAnotherProtocol()
{
    constexpr std::size_t protocol = 9;
    constexpr std::uint8_t udp = 17;
    const PerSide<SocketAddress> sockets = {{Ipv4Address{10, 0, 0, 1}, 53}, {Ipv4Address{10, 0, 0, 2}, 53}};
    Octets packet = packetOctets(Octets(8), sockets.client, sockets.server, 1);
    packet[protocol] = udp;
    PcapngWriter writer({.application = "test", .comment = "", .interface = "any"});
    writer.add(Time{}, PacketDirection::Inbound, packet, "");
    const Octets& octets = writer.octets();
    return {reinterpret_cast<const char*>(octets.data()), static_cast<qsizetype>(octets.size())};
}

/// The handle of the playhead is at the right end of its groove.
bool isPlayheadAtItsEnd(const QImage& window)
{
    const QColor passed = Theme::lightTheme().lit;
    const QColor toCome = Theme::lightTheme().border;
    constexpr int toolBarBottom = 90;
    constexpr int beyondHandle = 4;
    int right = 0;
    int row = 0;
    for (int y = 0; y < toolBarBottom; ++y) {
        for (int x = right; x < window.width(); ++x) {
            if (window.pixelColor(x, y) == passed && x > right) {
                right = x;
                row = y;
            }
        }
    }
    return right > 0 && window.pixelColor(right + beyondHandle, row) != toCome;
}

template <typename List>
auto anyOf(const List& list, QRandomGenerator& chance)
{
    return *std::next(list.begin(), chance.bounded(static_cast<int>(list.size())));
}

} // namespace

class TestCaptureWindow
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { end(); }

    void itIsPlayedFromItsEnd();
    void itsConnectionsAreListed();
    void itIsKnownByItsContent_data();
    void itIsKnownByItsContent();
    void aClickOnARowPlaysThatConnection();
    void arrowsChooseAndEnterPlays();
    void aTextFilters();
    void boxesFilter();
    void countsOfTheSummaryFilter();
    void aClickOnAHeadingSorts();
    void aFindingLeadsToItsPacket();
    void momentsOfAFindingAreThoseOfItsConnection();
    void aSimulationGoesOnFromHere();
    void anotherConnectionAsksForBranches();
    void whatMakesNoSenseIsDisabledAndSaysWhy();
    void theSameConnectionBeginsAgain();
    void aProfileIsForWhatGoesOn();
    void aProfileThatWasDeclinedIsForgotten();
    void aScenarioTakesThePanelAway();
    void cancellingLeavesWhatWasOpen();
    void aBrokenFileLeavesWhatWasOpen_data();
    void aBrokenFileLeavesWhatWasOpen();
    void aCutFileIsShownWithANote();
    void aFileWithoutConnectionsIsRefused_data();
    void aFileWithoutConnectionsIsRefused();
    void theLastChoiceCounts();
    void allConnectionsAreShownInTheDiagram();
    void itComesBackAfterACrash();
    void itIsRememberedAsRecent();
    void noScenarioIsCalledACapture();
    void anotherLanguage();
    void theCommandLineTakesIt();
    void aScreenshotShowsItsEnd();
    void whateverIsDoneInWhateverOrder_data();
    void whateverIsDoneInWhateverOrder();

private:
    void open(const QString& path);
    void open() { open(path("made.pcapng")); }
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] CapturePlayer& player() const { return m_window->files().captures(); }
    [[nodiscard]] ConnectionTable& table() const { return *child<ConnectionTable>("connectionTable"); }
    [[nodiscard]] ConnectionModel& model() const { return *qobject_cast<ConnectionModel*>(table().model()); }
    [[nodiscard]] std::optional<std::size_t> played() const;
    /// As a person does, in the middle of its first cell.
    void clickRow(int row);
    void chooseEntry(const char* box, const QString& beginning);
    /// One of many, as `chance` has it, and without waiting for what it begins.
    void doAnything(QRandomGenerator& chance);
    void openAnything(QRandomGenerator& chance);
    /// A question is answered, and any other dialog is closed.
    void answerAnything(QRandomGenerator& chance);
    /// Table, page, title and session are of one connection.
    void verifyItIsWhole() const;

    QByteArray m_made;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaptureWindow::initTestCase()
{
    m_made = captureOf({"client-closes-first", "abort", "stuck-in-close-wait", "refused", "lost-fin"});
}

void TestCaptureWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeTo(path("made.pcapng"), m_made);
    begin();
}

void TestCaptureWindow::open(const QString& path)
{
    m_window->files().open(path);
    QVERIFY(!player().isLoading() || m_session->scenario().name != "made-1");
    QTRY_VERIFY(!player().isLoading());
}

std::optional<std::size_t> TestCaptureWindow::played() const
{
    const auto& capture = player().capture();
    return capture ? std::optional(capture->place) : std::nullopt;
}

void TestCaptureWindow::clickRow(int row)
{
    const QPoint middle = table().visualRect(model().index(row, 0)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, middle);
}

void TestCaptureWindow::chooseEntry(const char* name, const QString& beginning)
{
    auto* box = child<QComboBox>(name);
    const int entry = box->findText(beginning, Qt::MatchStartsWith);
    QVERIFY2(entry >= 0, qPrintable(beginning));
    box->setCurrentIndex(entry);
}

void TestCaptureWindow::itIsPlayedFromItsEnd()
{
    open();
    QCOMPARE(played(), std::optional<std::size_t>(Closed));
    QVERIFY(m_session->isRecorded());
    QVERIFY(m_session->atEnd());
    QCOMPARE(stateOf(Side::Client), State::TimeWait);
    QCOMPARE(stateOf(Side::Server), State::Closed);
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(m_window->windowTitle(),
             QStringLiteral("made.pcapng: connection 1, 10.0.0.1:40000 → 10.0.0.200:80[*] - Finwait"));
    press(Qt::Key_Home);
    QCOMPARE(m_session->playhead(), Time{});
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QCOMPARE(stateOf(Side::Client), State::SynSent);
}

void TestCaptureWindow::itsConnectionsAreListed()
{
    QVERIFY(!child<QDockWidget>("connectionsDock")->isVisible());
    QVERIFY(!action("connectionsDockOpen")->isEnabled());
    open();
    QVERIFY(child<QDockWidget>("connectionsDock")->isVisible());
    QTRY_VERIFY(!table().visibleRegion().isEmpty()); // in front of the events
    QCOMPARE(model().rowCount(), 5);
    const QString summary = child<QLabel>("captureSummary")->text();
    QVERIFY2(summary.contains(QStringLiteral("Connections: 5")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("with faults: 3")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("reset by client 1")), qPrintable(summary));
    QVERIFY(!child<QLabel>("captureFlaw")->isVisible());
}

void TestCaptureWindow::itIsKnownByItsContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isCompressed");
    QTest::newRow("pcapng") << QStringLiteral("a.pcapng") << false;
    QTest::newRow("any name") << QStringLiteral("trace") << false;
    QTest::newRow("a scenario's name") << QStringLiteral("a.finwait") << false;
    QTest::newRow("a script's name") << QStringLiteral("a.pkt") << false;
    QTest::newRow("compressed") << QStringLiteral("a.pcapng.gz") << true;
}

void TestCaptureWindow::itIsKnownByItsContent()
{
    QFETCH(QString, name);
    QFETCH(bool, isCompressed);
    const QString file = m_folder->filePath(name);
    writeTo(file, isCompressed ? compressed(m_made) : m_made);
    pick("openFile");
    chooseFile(file);
    QTRY_VERIFY(player().capture());
    QCOMPARE(model().rowCount(), 5);
}

void TestCaptureWindow::aClickOnARowPlaysThatConnection()
{
    open();
    clickRow(2);
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    QCOMPARE(stateOf(Side::Server), State::CloseWait);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("connection 3, 10.0.0.3:40002")));
    QVERIFY(model().index(2, 0).data(ConnectionModel::PlayedRole).toBool());
    QVERIFY(child<CapturedPage>("capturedPage")->toPlainText().contains(QStringLiteral("left in CLOSE_WAIT")));
}

void TestCaptureWindow::arrowsChooseAndEnterPlays()
{
    open();
    table().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&table(), Qt::Key_Down);
    QTRY_COMPARE(played(), std::optional<std::size_t>(Aborted));
    QVERIFY(!m_session->isPlaying());
    QTest::keyClick(&table(), Qt::Key_Return);
    QVERIFY(m_session->isPlaying());
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_Return); // while it is still being read
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    QVERIFY(m_session->isPlaying());
}

void TestCaptureWindow::aTextFilters()
{
    open();
    auto* text = child<QLineEdit>("connectionText");
    QTest::keyClicks(text, QStringLiteral("10.0.0.200 close_wait"));
    QTRY_COMPARE(model().places(), ConnectionPlaces{Stuck});
    QCOMPARE(child<QLabel>("connectionCount")->text(), QStringLiteral("1 of 5"));
    QCOMPARE(played(), std::optional<std::size_t>(Closed)); // though it is not listed
    clickRow(0);
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    text->clear();
    QTRY_COMPARE(model().rowCount(), 5);
    QCOMPARE(table().currentIndex().row(), 2);
    QCOMPARE(played(), std::optional<std::size_t>(Stuck));
}

void TestCaptureWindow::boxesFilter()
{
    open();
    chooseEntry("closingFilter", QStringLiteral("reset by client (1)"));
    QTRY_COMPARE(model().places(), ConnectionPlaces{Aborted});
    chooseEntry("closingFilter", QStringLiteral("Any"));
    chooseEntry("stateFilter", QStringLiteral("CLOSE_WAIT (1)"));
    QTRY_COMPARE(model().places(), ConnectionPlaces{Stuck});
    chooseEntry("stateFilter", QStringLiteral("Any"));
    chooseEntry("findingFilter", QStringLiteral("FIN retransmitted (1)"));
    QTRY_COMPARE(model().places(), ConnectionPlaces{LostFin});
    QCOMPARE(child<QComboBox>("stateFilter")->findText(QStringLiteral("SYN_SENT"), Qt::MatchStartsWith), -1);
}

void TestCaptureWindow::countsOfTheSummaryFilter()
{
    open();
    auto* summary = child<QLabel>("captureSummary");
    emit summary->linkActivated(QStringLiteral("faults"));
    QTRY_COMPARE(model().places(), (ConnectionPlaces{Aborted, Stuck, Refused}));
    emit summary->linkActivated(QStringLiteral("warnings"));
    QTRY_COMPARE(model().places(), (ConnectionPlaces{Aborted, Stuck, Refused, LostFin}));
    const auto never = QStringLiteral("closing:%1").arg(static_cast<int>(Closing::NeverOpened));
    QVERIFY(summary->text().contains(never));
    emit summary->linkActivated(never);
    QTRY_COMPARE(model().places(), ConnectionPlaces{Refused});
    emit summary->linkActivated(QStringLiteral("all"));
    QTRY_COMPARE(model().rowCount(), 5);
}

void TestCaptureWindow::aClickOnAHeadingSorts()
{
    open();
    QHeaderView* header = table().horizontalHeader();
    const auto click = [header](ConnectionColumn column) {
        const int x = header->sectionViewportPosition(static_cast<int>(column)) + 4;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    };
    click(ConnectionColumn::Client);
    click(ConnectionColumn::Client);
    QTRY_COMPARE(model().places(), (ConnectionPlaces{LostFin, Refused, Stuck, Aborted, Closed}));
    QCOMPARE(table().currentIndex().row(), 4); // the one that is played
    QCOMPARE(played(), std::optional<std::size_t>(Closed));
}

void TestCaptureWindow::aFindingLeadsToItsPacket()
{
    open();
    clickRow(4);
    QTRY_COMPARE(played(), std::optional<std::size_t>(LostFin));
    auto* page = child<CapturedPage>("capturedPage");
    QVERIFY(page->isVisible());
    const auto& findings = player().capture()->inference().findings();
    const auto again = std::ranges::find(findings, FindingKind::FinRetransmitted, &Finding::kind);
    QVERIFY(again != findings.end());
    QVERIFY(again->packet > 0);
    page->setFocus(Qt::TabFocusReason);
    QTest::keyClick(page, Qt::Key_Down); // to the first finding, the only one
    QTest::keyClick(page, Qt::Key_Return);
    const Trace& trace = m_session->trace();
    const auto flight = std::ranges::find(trace.flights(), again->packet, &Flight::packet);
    QVERIFY(flight != trace.flights().end());
    QVERIFY(flight->segment.flags.fin);
    QCOMPARE(m_session->playhead(), flight->sent);
    QVERIFY(m_session->recordsBefore() > flight->sentRecord);
    QVERIFY(page->isVisible()); // the list of findings stays in sight
}

void TestCaptureWindow::momentsOfAFindingAreThoseOfItsConnection()
{
    const QString file = path("unanswered.pcapng");
    writeTo(file, captureOf({"client-closes-first", "no-answer"})); // which begins a second later
    open(file);
    clickRow(1);
    QTRY_COMPARE(played(), std::optional<std::size_t>(1));
    const auto& findings = player().capture()->inference().findings();
    const auto again = std::ranges::find(findings, FindingKind::SynRetransmitted, &Finding::kind);
    QVERIFY(again != findings.end());
    QVERIFY(again->count > 1);
    const Time begin = player().capture()->connection->begin();
    QVERIFY(begin > Time{});
    const QString shown = child<CapturedPage>("capturedPage")->toPlainText();
    const CaptureSurvey& survey = *player().capture()->survey;
    QVERIFY(shown.contains(dateAndTime(survey.start + survey.connections[1].firstSeen())));
    QVERIFY(shown.contains(words::moment(again->first - begin) + QStringLiteral(": SYN retransmitted")));
    QVERIFY(shown.contains(QStringLiteral("the last time at ") + words::moment(again->last - begin)));
}

void TestCaptureWindow::aSimulationGoesOnFromHere()
{
    QVERIFY(!action("continueFromHere")->isEnabled());
    QVERIFY(action("continueFromHere")->toolTip().contains(QStringLiteral("simulated")));
    open();
    clickRow(2);
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    pick("continueFromHere");
    QCOMPARE(m_session->branches().size(), std::size_t{2});
    QVERIFY(!m_session->isRecorded());
    QVERIFY(child<QDockWidget>("branchesDock")->toggleViewAction()->isChecked());
    m_session->pause();
    pick("serverClose"); // what its application never did
    QCOMPARE(stateOf(Side::Server), State::LastAck);
    m_session->toEnd();
    QCOMPARE(stateOf(Side::Server), State::Closed);
    QVERIFY(!m_window->isWindowModified()); // there is nothing to be saved
}

void TestCaptureWindow::anotherConnectionAsksForBranches()
{
    open();
    pick("clientAbort");
    QCOMPARE(m_session->branches().size(), std::size_t{2});
    clickRow(1);
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->objectName(), QStringLiteral("branchQuestion"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QCOMPARE(played(), std::optional<std::size_t>(Closed));
    QCOMPARE(m_session->branches().size(), std::size_t{2});
    clickRow(2);
    QTRY_VERIFY(dialog());
    for (QAbstractButton* button : qobject_cast<QMessageBox*>(dialog())->buttons()) {
        if (button->text() == QStringLiteral("&Go on"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    QCOMPARE(m_session->branches().size(), std::size_t{1});
}

void TestCaptureWindow::whatMakesNoSenseIsDisabledAndSaysWhy()
{
    open();
    for (const char* name : {"saveFile", "saveFileAs", "scriptOfClient", "scriptOfServer"}) {
        QVERIFY2(!action(name)->isEnabled(), name);
        QVERIFY2(action(name)->toolTip().contains(QStringLiteral("captur")), name);
    }
    for (const char* name : {"export", "packetsAtClient", "playAgain", "faults", "continueFromHere"})
        QVERIFY2(action(name)->isEnabled(), name);
    pick("faults");
    QVERIFY(!dialog()->findChild<QPushButton*>(QStringLiteral("again"))->isVisible());
    QVERIFY(dialog()->findChild<QPushButton*>(QStringLiteral("fromHere"))->isEnabled());
    dialog()->reject();
    pick("newScenario");
    for (const char* name : {"saveFile", "saveFileAs", "scriptOfClient"})
        QVERIFY2(action(name)->isEnabled(), name);
}

void TestCaptureWindow::theSameConnectionBeginsAgain()
{
    open();
    pick("continueFromHere");
    m_session->pause();
    pick("playAgain");
    QTRY_COMPARE(m_session->branches().size(), std::size_t{1});
    QVERIFY(m_session->isRecorded());
    QCOMPARE(played(), std::optional<std::size_t>(Closed));
}

void TestCaptureWindow::aProfileIsForWhatGoesOn()
{
    open();
    QVERIFY(action("profile-linux")->toolTip().contains(QStringLiteral("simulation goes on")));
    pick("profile-linux");
    QTRY_COMPARE(m_session->scenario().profile.client, std::string("linux"));
    QVERIFY(m_session->isRecorded());
    pick("continueFromHere");
    m_session->toEnd();
    QCOMPARE(stateOf(Side::Client), State::Closed);
    const Time recorded = m_session->branchTrace(m_session->branches().front().id)->end();
    QVERIFY(m_session->playhead() > recorded);
    QVERIFY(m_session->playhead() - recorded <= Duration(60s)); // TIME_WAIT, which takes four minutes in RFC 9293
}

void TestCaptureWindow::aProfileThatWasDeclinedIsForgotten()
{
    open();
    const std::string profile = m_session->scenario().profile.client;
    pick("clientAbort"); // a branch, which another profile would take away
    pick("profile-linux");
    QTRY_VERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QCOMPARE(m_session->scenario().profile.client, profile);
    clickRow(2);
    QTRY_VERIFY(dialog());
    for (QAbstractButton* button : qobject_cast<QMessageBox*>(dialog())->buttons()) {
        if (button->text() == QStringLiteral("&Go on"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    QCOMPARE(m_session->scenario().profile.client, profile);
}

void TestCaptureWindow::aScenarioTakesThePanelAway()
{
    open();
    pick("newScenario");
    QVERIFY(!player().capture());
    QVERIFY(!child<QDockWidget>("connectionsDock")->isVisible());
    QVERIFY(!m_session->recordedSteps());
    QCOMPARE(model().rowCount(), 0);
    QVERIFY(!action("allConnections")->isEnabled());
}

void TestCaptureWindow::cancellingLeavesWhatWasOpen()
{
    const std::string before = m_session->scenario().name;
    m_window->files().open(path("made.pcapng"));
    QVERIFY(player().isLoading());
    auto* cancel = child<QPushButton>("cancelLoading");
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!player().isLoading());
    player().wait();
    QVERIFY(!player().capture());
    QCOMPARE(m_session->scenario().name, before);
    open(); // and it can be opened after all
    QCOMPARE(model().rowCount(), 5);
}

void TestCaptureWindow::aBrokenFileLeavesWhatWasOpen_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("garbage") << QByteArray("garbage, and more of it");
    QTest::newRow("magic alone") << QByteArray("\x0a\x0d\x0d\x0a", 4);
}

void TestCaptureWindow::aBrokenFileLeavesWhatWasOpen()
{
    QFETCH(QByteArray, contents);
    const QString file = path("broken.pcap");
    writeTo(file, contents);
    open();
    clickRow(1);
    QTRY_COMPARE(played(), std::optional<std::size_t>(Aborted));
    m_window->files().open(file);
    QTRY_VERIFY(dialog());
    const auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message->text().contains(file));
    QVERIFY(!message->informativeText().isEmpty());
    dialog()->reject();
    QCOMPARE(played(), std::optional<std::size_t>(Aborted));
    QCOMPARE(player().capture()->path, path("made.pcapng"));
    QCOMPARE(model().rowCount(), 5);
}

void TestCaptureWindow::aCutFileIsShownWithANote()
{
    const QString file = path("cut.pcapng");
    writeTo(file, m_made.left(m_made.size() - 10));
    open(file);
    QCOMPARE(model().rowCount(), 5);
    QVERIFY(child<QLabel>("captureFlaw")->isVisible());
    QVERIFY(!child<QLabel>("captureFlaw")->text().isEmpty());
}

void TestCaptureWindow::aFileWithoutConnectionsIsRefused_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("why");
    QTest::newRow("no packet") << captureOf({}) << QStringLiteral("There is no packet in it.");
    QTest::newRow("another protocol") << captureOfAnotherProtocol()
                                      << QStringLiteral(
                                             "There is no TCP connection in it: of its packets (1) none holds "
                                             "a TCP segment that can be read.");
    QTest::newRow("cut off amid the first packet")
        << captureOfAnotherProtocol().chopped(10) << QStringLiteral("After packet 0 the file is cut off");
}

/// Why nothing can be shown is said.
void TestCaptureWindow::aFileWithoutConnectionsIsRefused()
{
    QFETCH(QByteArray, contents);
    QFETCH(QString, why);
    const QString file = path("none.pcapng");
    writeTo(file, contents);
    m_window->files().open(file);
    QTRY_VERIFY(dialog());
    const QString said = qobject_cast<QMessageBox*>(dialog())->informativeText();
    QVERIFY2(said.startsWith(why), qPrintable(said));
    dialog()->reject();
    QVERIFY(!player().capture());
}

void TestCaptureWindow::theLastChoiceCounts()
{
    open();
    QSignalSpy changes(&player(), &CapturePlayer::connectionChanged);
    clickRow(1);
    clickRow(2);
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    player().wait();
    QCOMPARE(changes.size(), 1);
    m_window->files().open(path("made.pcapng"));
    pick("newScenario"); // comes later
    player().wait();
    QVERIFY(!player().capture());
}

void TestCaptureWindow::allConnectionsAreShownInTheDiagram()
{
    open();
    const QImage one = m_window->pictures().grab().toImage();
    pick("allConnections");
    QTRY_VERIFY(m_window->pictures().grab().toImage() != one);
    const QImage all = m_window->pictures().grab().toImage();
    chooseEntry("stateFilter", QStringLiteral("CLOSE_WAIT"));
    QTRY_VERIFY(m_window->pictures().grab().toImage() != all);
    pick("allConnections");
    QTRY_COMPARE(m_window->pictures().grab().toImage(), one);
}

void TestCaptureWindow::itComesBackAfterACrash()
{
    open();
    clickRow(2);
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    const QString folder = m_folder->filePath(QStringLiteral("recovery"));
    {
        RecoveryStore left(folder);
        QVERIFY(left.keep(OpenFile{path("made.pcapng"), 100ms, Stuck}));
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.unsaved")});
        QCOMPARE(files.size(), 1);
        QVERIFY(QFile::copy(folder + u'/' + files[0], folder + QStringLiteral("/crashed.unsaved")));
    }
    makeWindow();
    Recovery recovery(folder, *m_session, m_window->files(), *m_window);
    recovery.offerOrReopen();
    QTRY_COMPARE(played(), std::optional<std::size_t>(Stuck));
    QCOMPARE(m_session->playhead(), Time(100ms));
    // What has branched off is not taken for a scenario that is not saved.
    pick("serverAbort");
    QTest::qWait(1700);
    const RecoveryStore next(folder);
    const QStringList kept = QDir(folder).entryList({QStringLiteral("*.unsaved")});
    QCOMPARE(kept.size(), 1);
    const QByteArray text = contentsOf(folder + u'/' + kept[0]);
    QVERIFY2(text.contains("\"connection\": 2") && !text.contains("scenario"), text.constData());
}

void TestCaptureWindow::itIsRememberedAsRecent()
{
    open();
    QCOMPARE(m_settings->recentFiles(), QStringList{path("made.pcapng")});
    pick("newScenario");
    QFile::remove(path("made.pcapng"));
    m_window->files().open(path("made.pcapng"));
    QVERIFY(dialog());
    dialog()->reject();
    QCOMPARE(m_settings->recentFiles(), QStringList());
}

void TestCaptureWindow::noScenarioIsCalledACapture()
{
    pick("saveFileAs");
    chooseFile(path("scenario.pcap"));
    QVERIFY(dialog());
    QVERIFY(qobject_cast<QMessageBox*>(dialog())->informativeText().contains(QStringLiteral(".finwait")));
    dialog()->reject();
    QVERIFY(!QFile::exists(path("scenario.pcap")));
}

void TestCaptureWindow::anotherLanguage()
{
    open();
    chooseEntry("closingFilter", QStringLiteral("reset by client"));
    QTRY_COMPARE(model().rowCount(), 1);
    m_languages->setMode(LanguageMode::SimplifiedChinese);
    QTRY_VERIFY(!child<QComboBox>("closingFilter")->currentText().contains(QStringLiteral("reset")));
    QVERIFY(child<QComboBox>("closingFilter")->currentText().endsWith(QStringLiteral("1)"))
            || child<QComboBox>("closingFilter")->currentText().endsWith(QStringLiteral("1）")));
    QTRY_VERIFY(!child<QLabel>("captureSummary")->text().contains(QStringLiteral("Connections")));
    QCOMPARE(model().rowCount(), 1);
}

void TestCaptureWindow::theCommandLineTakesIt()
{
    const QString broken = path("broken.pcap");
    writeTo(broken, "garbage");
    const auto parse = [](const QStringList& arguments) {
        return parseCommandLine(QStringList{QStringLiteral("finwait")} + arguments);
    };
    const auto window = parse({path("made.pcapng")});
    QVERIFY(std::holds_alternative<WindowRequest>(window));
    QCOMPARE(std::get<WindowRequest>(window).path, path("made.pcapng"));
    QVERIFY(std::holds_alternative<WindowRequest>(parse({broken}))); // which says itself what is wrong
    const QStringList picture = {QStringLiteral("--screenshot"), path("picture.png")};
    QVERIFY(std::holds_alternative<WindowRequest>(parse(picture + QStringList{path("made.pcapng")})));
    const auto refused = parse(picture + QStringList{broken});
    QVERIFY(std::holds_alternative<FileError>(refused));
    QVERIFY(std::get<FileError>(refused).line.startsWith(broken + QStringLiteral(": ")));
}

void TestCaptureWindow::aScreenshotShowsItsEnd()
{
    m_window.reset();
    const auto shot = [this](const WindowRequest& request) {
        return openWindow(*qApp, request) == 0 ? QImage(request.screenshot->path) : QImage();
    };
    const Screenshot picture{path("picture.png"), {1000, 700}};
    const QImage scenario = shot({QStringLiteral("abort"), {}, {}, QStringLiteral("en"), picture});
    QVERIFY(!scenario.isNull());
    QVERIFY(!isPlayheadAtItsEnd(scenario)); // it is at work
    const QImage capture = shot({{}, path("made.pcapng"), {}, QStringLiteral("en"), picture});
    QVERIFY(!capture.isNull());
    QVERIFY(isPlayheadAtItsEnd(capture));
}

void TestCaptureWindow::openAnything(QRandomGenerator& chance)
{
    const std::array<QString, 6> files = {path("made.pcapng"), path("other.pcapng"),     path("broken.pcap"),
                                          path("a.pkt"),       path("scenario.finwait"), path("no such file")};
    m_window->files().open(anyOf(files, chance));
}

void TestCaptureWindow::answerAnything(QRandomGenerator& chance)
{
    auto* message = qobject_cast<QMessageBox*>(dialog());
    if (message == nullptr) {
        dialog()->reject();
        return;
    }
    QList<QAbstractButton*> buttons = message->buttons();
    erase_if(buttons, [](const QAbstractButton* button) { return button->text() == QStringLiteral("&Save"); });
    QTest::mouseClick(anyOf(buttons, chance), Qt::LeftButton);
}

void TestCaptureWindow::doAnything(QRandomGenerator& chance)
{
    static constexpr std::array actions = {"continueFromHere", "clientClose",     "serverClose",    "clientAbort",
                                           "playAgain",        "everyTransition", "allConnections", "newScenario"};
    switch (chance.bounded(10)) {
    case 0: openAnything(chance); break;
    case 1:
    case 2:
    case 3: {
        const bool plays = chance.bounded(2) == 0;
        if (model().rowCount() > 0)
            clickRow(chance.bounded(model().rowCount()));
        if (plays)
            QTest::keyClick(&table(), Qt::Key_Return);
        break;
    }
    case 4: player().cancel(); break;
    case 5: m_session->seek(Time(chance.bounded(400)) * 1000); break;
    case 6: m_session->switchTo(anyOf(m_session->branches(), chance).id); break;
    case 7: {
        QAction* chosen = action(anyOf(actions, chance));
        if (chosen != nullptr && chosen->isEnabled())
            chosen->trigger();
        break;
    }
    case 8:
        child<QLineEdit>("connectionText")->setText(chance.bounded(2) == 0 ? QString() : QStringLiteral("client"));
        break;
    default: QTest::qWait(static_cast<int>(chance.bounded(40)));
    }
}

void TestCaptureWindow::verifyItIsWhole() const
{
    const auto& capture = player().capture();
    QCOMPARE(m_session->recordedSteps().has_value(), capture.has_value());
    QCOMPARE(child<QDockWidget>("connectionsDock")->toggleViewAction()->isEnabled(), capture.has_value());
    QCOMPARE(child<CapturedPage>("capturedPage")->toPlainText().isEmpty(), !capture.has_value());
    if (!capture)
        return;
    const QString sockets = socketsText(capture->inference());
    QVERIFY(child<CapturedPage>("capturedPage")->toPlainText().startsWith(sockets));
    QVERIFY(m_window->windowTitle().contains(sockets));
    QVERIFY(m_window->windowTitle().contains(QFileInfo(capture->path).fileName()));
    if (const int row = model().rowOf(capture->place); row >= 0)
        QVERIFY(model().index(row, 0).data(ConnectionModel::PlayedRole).toBool());
}

void TestCaptureWindow::whateverIsDoneInWhateverOrder_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestCaptureWindow::whateverIsDoneInWhateverOrder()
{
    QFETCH(quint32, seed);
    QRandomGenerator chance(seed);
    writeTo(path("other.pcapng"), captureOf({"lost-syn", "simultaneous-close", "half-open-active"}));
    writeTo(path("broken.pcap"), "garbage");
    writeTo(path("a.pkt"), "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 bind(3, ..., ...) = 0\n"
                           "+0 listen(3, 1) = 0\n+0 < S 0:0(0) win 1000\n+0 > S. 0:0(0) ack 1\n");
    writeTo(path("scenario.finwait"), QByteArray::fromStdString(writeScenario(scenarioLibrary().front())));
    for (int deed = 0; deed < 60; ++deed) {
        doAnything(chance);
        QCoreApplication::processEvents();
        if (dialog() != nullptr)
            answerAnything(chance);
        QCoreApplication::processEvents();
        verifyItIsWhole();
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_MAIN(TestCaptureWindow)
#include "tst_capture_window.moc"
