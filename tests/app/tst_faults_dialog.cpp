// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The Faults dialog as a person uses it: rules are added, changed, ordered and removed, clockwork is replaced, and what
// cannot be used is said at its field.
#include "app/box_click.h"
#include "app/clockwork_pane.h"
#include "app/dialog_checks.h"
#include "app/fault_rule_editor.h"
#include "app/fault_rule_model.h"
#include "app/faults_dialog.h"
#include "app/value_edit.h"
#include "scenario/library.h"
#include "session/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <cstdint>
#include <limits>

using namespace finwait;

class TestFaultsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_dialog.reset(); }

    void withoutRules_nothingIsOfferedToChange();
    void newRule_meetsTheFirstSyn();
    void rules_areOrderedAndRemoved();
    void keys_doTheSameAsTheButtons();
    void checkBox_switchesARuleOff();
    void fields_changeTheSelectedRule();
    void flag_isEitherWantedOrUnwanted();
    void action_showsOnlyItsOwnFields();
    void unusableField_isSaidAndKeepsItFromBeingAccepted();
    void preview_namesTheSegments();
    void clockwork_showsProfileAndSource();
    void clockwork_isReplaced();
    void clockwork_unusable_isSaid();
    void keepAlives_canBeSwitchedOn();
    void again_changesTheScenario();
    void fromHere_commandsWhatIsDifferent();
    void loadedRules_areKeptAsTheyAre();
    void largeAndSmallValuesOfAFile_areKeptAsTheyAre();
    void ruleWithAWrongField_isNotLeft();
    void ruleWithAWrongField_canBeRemoved();
    void smallScreen_hasRoomForIt();
    void usualSize_isHighEnoughForEveryField();
    void everyField_hasANameAndAKeyOfItsOwn();

private:
    void makeDialog();
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        T* found = m_dialog->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(found, "child", name);
        return found;
    }
    void click(const char* button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    void type(QWidget* field, const char* text);
    void choose(const char* box, int index);
    [[nodiscard]] ValueEdit* ownValue(const char* pane, ClockField field) const;
    [[nodiscard]] const std::vector<FaultRule>& rules() const
    {
        return m_dialog->findChild<FaultRuleModel*>()->rules();
    }
    [[nodiscard]] QString previewText() const { return child<QLabel>("preview")->text(); }
    [[nodiscard]] QString explanation() const { return child<QLabel>("explanation")->text(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<FaultsDialog> m_dialog;
};

void TestFaultsDialog::init()
{
    m_session = std::make_unique<Session>();
    m_session->load(*findScenario("client-closes-first"));
    makeDialog();
}

void TestFaultsDialog::makeDialog()
{
    m_dialog = std::make_unique<FaultsDialog>(*m_session, Theme::lightTheme());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestFaultsDialog::type(QWidget* field, const char* text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, QString::fromLatin1(text));
}

void TestFaultsDialog::choose(const char* box, int index)
{
    auto* combo = child<QComboBox>(box);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentIndex(), index);
}

ValueEdit* TestFaultsDialog::ownValue(const char* pane, ClockField field) const
{
    return child<ClockworkPane>(pane)->findChild<ValueEdit*>(QStringLiteral("own%1").arg(int(field)));
}

void TestFaultsDialog::withoutRules_nothingIsOfferedToChange()
{
    for (const char* name : {"duplicate", "remove", "up", "down"})
        QVERIFY2(!child<QPushButton>(name)->isEnabled(), name);
    QVERIFY(!child<FaultRuleEditor>("editor")->isEnabled());
    QVERIFY(previewText().contains(QStringLiteral("no rules")));
    QVERIFY(m_dialog->commands().empty());
}

void TestFaultsDialog::newRule_meetsTheFirstSyn()
{
    click("add");
    QVERIFY(child<FaultRuleEditor>("editor")->isEnabled());
    QCOMPARE(rules().size(), std::size_t(1));
    QVERIFY(rules()[0].match.kind == SegmentKind::Syn);
    QCOMPARE(previewText(), QStringLiteral("client: SYN seq 0 at 0.010 s"));
    const QModelIndex met = child<QTreeView>("rules")->model()->index(0, FaultRuleModel::MetColumn);
    QCOMPARE(met.data().toString(), QStringLiteral("1"));
}

void TestFaultsDialog::rules_areOrderedAndRemoved()
{
    click("add");
    choose("kind", int(SegmentKind::Fin));
    click("duplicate");
    choose("kind", int(SegmentKind::Data));
    QVERIFY(child<QPushButton>("up")->isEnabled());
    QVERIFY(!child<QPushButton>("down")->isEnabled());
    click("up");
    QVERIFY(!child<QPushButton>("up")->isEnabled());
    QVERIFY(rules()[0].match.kind == SegmentKind::Data);
    QVERIFY(rules()[1].match.kind == SegmentKind::Fin);
    click("down");
    QVERIFY(rules()[1].match.kind == SegmentKind::Data);
    click("up");
    click("remove");
    QCOMPARE(rules().size(), std::size_t(1));
    QVERIFY(rules()[0].match.kind == SegmentKind::Fin);
    QCOMPARE(child<QComboBox>("kind")->currentIndex(), int(SegmentKind::Fin)); // it is chosen now
    click("remove");
    QVERIFY(!child<FaultRuleEditor>("editor")->isEnabled());
}

void TestFaultsDialog::keys_doTheSameAsTheButtons()
{
    auto* table = child<QTreeView>("rules");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Insert);
    QTest::keyClick(table, Qt::Key_Insert);
    QCOMPARE(rules().size(), std::size_t(2));
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(!rules()[1].enabled);
    QTest::keyClick(table, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(!rules()[0].enabled);
    QTest::keyClick(table, Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(!rules()[1].enabled);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(rules().size(), std::size_t(1));
    QVERIFY(rules()[0].enabled);
}

void TestFaultsDialog::checkBox_switchesARuleOff()
{
    click("add");
    auto* table = child<QTreeView>("rules");
    const QRect cell = table->visualRect(table->model()->index(0, FaultRuleModel::NumberColumn));
    constexpr int intoTheBox = 10;
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {cell.left() + intoTheBox, cell.center().y()});
    QVERIFY(!rules()[0].enabled);
    QVERIFY(previewText().contains(QStringLiteral("switched off")));
    choose("kind", int(SegmentKind::Fin));
    QVERIFY(!rules()[0].enabled);
    QVERIFY(rules()[0].match.kind == SegmentKind::Fin);
}

void TestFaultsDialog::fields_changeTheSelectedRule()
{
    click("add");
    choose("direction", 2);
    choose("kind", int(SegmentKind::PureAck));
    type(child<QDoubleSpinBox>("first"), "2");
    type(child<QDoubleSpinBox>("every"), "3");
    type(child<QDoubleSpinBox>("times"), "4");
    type(child<QDoubleSpinBox>("chance"), "12.5");
    type(child<ValueEdit>("notBefore"), "1.5 s");
    choose("since", 1);
    choose("sinceState", int(State::FinWait2));
    choose("action", int(FaultKind::Duplicate));
    type(child<QSpinBox>("copies"), "3");
    type(child<ValueEdit>("gap"), "7 ms");
    const FaultRule wanted{true,
                           SegmentMatch{.from = Side::Server,
                                        .kind = SegmentKind::PureAck,
                                        .notBefore = 1500ms,
                                        .since = StateEntered{Side::Client, State::FinWait2},
                                        .first = 2,
                                        .every = 3,
                                        .times = 4,
                                        .permille = 125},
                           fault::Duplicate{3, 7ms}};
    QVERIFY(rules()[0] == wanted);
}

void TestFaultsDialog::flag_isEitherWantedOrUnwanted()
{
    click("add");
    const auto box = [this](const char* row, const char* flag) {
        return child<QWidget>(row)->findChild<QCheckBox*>(QString::fromLatin1(flag));
    };
    clickBox(box("with", "PSH"));
    clickBox(box("without", "URG"));
    QCOMPARE(rules()[0].match.with, Flags{.psh = true});
    QCOMPARE(rules()[0].match.without, Flags{.urg = true});
    clickBox(box("without", "PSH"));
    QCOMPARE(rules()[0].match.with, Flags{});
    QCOMPARE(rules()[0].match.without, (Flags{.psh = true, .urg = true}));
}

void TestFaultsDialog::action_showsOnlyItsOwnFields()
{
    click("add");
    const auto shown = [this] {
        QStringList names;
        for (const char* name : {"by", "copies", "gap", "behind", "patience"}) {
            if (child<QWidget>(name)->isVisible())
                names << QString::fromLatin1(name);
        }
        return names.join(QLatin1Char(' '));
    };
    QCOMPARE(shown(), QString());
    choose("action", int(FaultKind::Delay));
    QCOMPARE(shown(), QStringLiteral("by"));
    choose("action", int(FaultKind::Duplicate));
    QCOMPARE(shown(), QStringLiteral("copies gap"));
    choose("action", int(FaultKind::Reorder));
    QCOMPARE(shown(), QStringLiteral("behind patience"));
    QVERIFY(rules()[0].action == FaultAction(fault::Reorder{}));
    choose("action", int(FaultKind::Corrupt));
    QCOMPARE(shown(), QString());
}

void TestFaultsDialog::unusableField_isSaidAndKeepsItFromBeingAccepted()
{
    click("add");
    choose("action", int(FaultKind::Delay));
    type(child<ValueEdit>("by"), "5");
    QVERIFY(child<QLabel>("byNote")->isVisible());
    QVERIFY(child<QLabel>("byNote")->text().contains(QStringLiteral("unit")));
    for (const char* name : {"again", "fromHere"})
        QVERIFY2(!child<QPushButton>(name)->isEnabled(), name);
    QVERIFY(explanation().contains(QStringLiteral("selected rule")));
    type(child<ValueEdit>("by"), "5 ms");
    QVERIFY(!child<QLabel>("byNote")->isVisible());
    QVERIFY(child<QPushButton>("again")->isEnabled());
    QVERIFY(rules()[0].action == FaultAction(fault::Delay{5ms}));

    type(child<ValueEdit>("by"), "nonsense"); // of no importance to another action
    choose("action", int(FaultKind::Drop));
    QVERIFY(child<QPushButton>("again")->isEnabled());
}

void TestFaultsDialog::preview_namesTheSegments()
{
    click("add");
    choose("kind", int(SegmentKind::Any));
    type(child<QDoubleSpinBox>("times"), "0");
    QVERIFY(previewText().startsWith(QStringLiteral("client: SYN seq 0 at 0.010 s\nserver: SYN,ACK")));
    QVERIFY(previewText().contains(QStringLiteral(" more")));
    choose("kind", int(SegmentKind::Rst));
    QVERIFY(previewText().startsWith(QStringLiteral("None")));
}

void TestFaultsDialog::clockwork_showsProfileAndSource()
{
    Scenario scenario = m_session->scenario();
    scenario.profile.server = "linux";
    scenario.clockwork.server.msl = 5s;
    m_session->load(scenario);
    makeDialog();
    const auto hasText = [this](const char* pane, const char* text) {
        const auto labels = child<ClockworkPane>(pane)->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [text](const QLabel* label) { return label->text() == QString::fromLatin1(text); });
    };
    QVERIFY(hasText("clientClockwork", "RFC 9293 SHLD-11"));
    QVERIFY(hasText("serverClockwork", "net.ipv4.tcp_retries2"));
    QVERIFY(hasText("serverClockwork", "15"));
    QVERIFY(hasText("serverClockwork", "30 s"));
    QCOMPARE(ownValue("serverClockwork", ClockField::Msl)->text(), QStringLiteral("5 s"));
    QCOMPARE(ownValue("clientClockwork", ClockField::Msl)->text(), QString());
    QVERIFY(m_dialog->commands().empty());
    QVERIFY(m_dialog->scenario() == scenario);
}

void TestFaultsDialog::clockwork_isReplaced()
{
    child<QTabWidget>("tabs")->setCurrentIndex(2);
    type(ownValue("serverClockwork", ClockField::DelayedAck), "0 s");
    type(ownValue("serverClockwork", ClockField::SynAckRetries), "0");
    type(child<ClockworkPane>("serverClockwork")->findChild<QDoubleSpinBox*>(), "50");
    const Clockwork wanted{.synAckRetries = 0, .delayedAck = 0us, .clockPermille = 500};
    QVERIFY(m_dialog->scenario().clockwork.server == wanted);
    QVERIFY(m_dialog->scenario().clockwork.client == Clockwork{});
    QCOMPARE(m_dialog->commands(), (std::vector<Command>{command::ChangeClockwork{Side::Server, wanted}}));
}

void TestFaultsDialog::clockwork_unusable_isSaid()
{
    child<QTabWidget>("tabs")->setCurrentIndex(1);
    type(ownValue("clientClockwork", ClockField::DataRetries), "256");
    QVERIFY(!child<QPushButton>("again")->isEnabled());
    QVERIFY(explanation().contains(QStringLiteral("client's clockwork")));
    type(ownValue("clientClockwork", ClockField::DataRetries), "");
    QVERIFY(child<QPushButton>("again")->isEnabled());
    type(ownValue("clientClockwork", ClockField::MinRto), "2 min"); // longer than the profile's longest
    QVERIFY(!child<QPushButton>("again")->isEnabled());
    type(ownValue("clientClockwork", ClockField::MaxRto), "3 min");
    QVERIFY(child<QPushButton>("again")->isEnabled());
}

void TestFaultsDialog::keepAlives_canBeSwitchedOn()
{
    child<QTabWidget>("tabs")->setCurrentIndex(2);
    auto* box = child<ClockworkPane>("serverClockwork")->findChild<QCheckBox*>(QStringLiteral("keepAlive"));
    const auto* note = child<ClockworkPane>("serverClockwork")->findChild<QLabel*>(QStringLiteral("keepAliveNote"));
    QVERIFY(!box->isChecked());
    QVERIFY2(note->text().contains(QStringLiteral("do nothing")), qPrintable(note->text()));
    clickBox(box);
    QVERIFY2(note->text().contains(QStringLiteral("from the start")), qPrintable(note->text()));
    QVERIFY(m_dialog->scenario().keepAlive == (PerSide<bool>{false, true}));
    QVERIFY(m_dialog->commands().empty());

    m_session->load(m_dialog->scenario());
    makeDialog();
    box = child<ClockworkPane>("serverClockwork")->findChild<QCheckBox*>(QStringLiteral("keepAlive"));
    QVERIFY(box->isChecked());
    QCOMPARE(child<ClockworkPane>("serverClockwork")->findChild<QLabel*>(QStringLiteral("keepAliveNote"))->text(),
             QString());
}

void TestFaultsDialog::again_changesTheScenario()
{
    const QSignalSpy requested(m_dialog.get(), &FaultsDialog::fromStartRequested);
    click("add");
    click("again");
    QCOMPARE(requested.size(), 1);
    QVERIFY2(m_dialog->isVisible(), "it waits for somebody's word");
    Scenario scenario = m_session->scenario();
    scenario.network.rules = {{true, {.kind = SegmentKind::Syn, .times = 1}, fault::Drop{}}};
    QVERIFY(m_dialog->scenario() == scenario);
}

void TestFaultsDialog::fromHere_commandsWhatIsDifferent()
{
    NetworkConfig network = m_session->simulator().network().config();
    network.manual = true; // since the start
    m_session->submit(command::ChangeNetwork{network});
    m_session->stepForward();
    makeDialog();
    const QSignalSpy requested(m_dialog.get(), &FaultsDialog::fromHereRequested);
    click("add");
    click("fromHere");
    QCOMPARE(requested.size(), 1);
    network.rules = {{true, {.kind = SegmentKind::Syn, .times = 1}, fault::Drop{}}};
    QCOMPARE(m_dialog->commands(), (std::vector<Command>{command::ChangeNetwork{network}}));
}

void TestFaultsDialog::loadedRules_areKeptAsTheyAre()
{
    Scenario scenario = m_session->scenario();
    scenario.network.rules = {
        {false,
         {.from = Side::Client, .with = {.ack = true}, .since = StateEntered{Side::Server, State::Closed}, .times = 2},
         fault::Reorder{2, 0us}},
        {true, {.first = 3, .permille = 1}, fault::Duplicate{20, 0us}},
    };
    m_session->load(scenario);
    makeDialog();
    auto* table = child<QTreeView>("rules");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Up);
    QVERIFY(m_dialog->scenario() == scenario);
    QVERIFY(child<QPushButton>("again")->isEnabled());
    choose("direction", 0); // every field is read anew
    scenario.network.rules[0].match.from.reset();
    QVERIFY(m_dialog->scenario() == scenario);
}

void TestFaultsDialog::largeAndSmallValuesOfAFile_areKeptAsTheyAre()
{
    constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
    Scenario scenario = m_session->scenario();
    scenario.network.rules = {
        {true,
         {.notBefore = 1us, .first = most, .every = most - 1, .times = most, .permille = 1},
         fault::Reorder{most, 1us}},
        {true, {.first = 1'000'001, .times = 1, .permille = 999}, fault::Delay{1us}},
        {true, {.from = Side::Client}, fault::Duplicate{1, 1us}},
    };
    m_session->load(scenario);
    makeDialog();
    auto* table = child<QTreeView>("rules");
    table->setFocus();
    for (FaultRule& rule : scenario.network.rules) {
        choose("kind", int(SegmentKind::Rst)); // every field is read anew
        rule.match.kind = SegmentKind::Rst;
        QVERIFY(m_dialog->scenario() == scenario);
        QTest::keyClick(table, Qt::Key_Down);
    }
    QVERIFY(m_dialog->scenario() == scenario);
}

void TestFaultsDialog::ruleWithAWrongField_isNotLeft()
{
    click("add");
    click("add");
    choose("action", int(FaultKind::Delay));
    auto* table = child<QTreeView>("rules");
    auto* by = child<ValueEdit>("by");
    type(by, "5");
    const auto isThere = [&] {
        QCoreApplication::processEvents();
        const auto selected = table->selectionModel()->selectedRows();
        return table->currentIndex().row() == 1 && selected.size() == 1 && selected.front().row() == 1
               && by->text() == QStringLiteral("5") && by->hasFocus();
    };
    const QRect other = table->visualRect(table->model()->index(0, FaultRuleModel::ActionColumn));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, other.center());
    QVERIFY(isThere());
    QVERIFY(child<QLabel>("byNote")->isVisible());
    QTest::keyClick(table, Qt::Key_Up);
    QVERIFY(isThere());
    for (const char* name : {"add", "duplicate", "up", "down"})
        QVERIFY2(!child<QPushButton>(name)->isEnabled(), name);
    type(by, "5 ms");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, other.center());
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(rules()[0].action == FaultAction(fault::Drop{}));
    QVERIFY(rules()[1].action == FaultAction(fault::Delay{5ms}));
}

void TestFaultsDialog::ruleWithAWrongField_canBeRemoved()
{
    click("add");
    click("add");
    type(child<ValueEdit>("notBefore"), "nonsense");
    QVERIFY(!child<QPushButton>("again")->isEnabled());
    click("remove");
    QCoreApplication::processEvents();
    QCOMPARE(rules().size(), std::size_t(1));
    QCOMPARE(child<QTreeView>("rules")->currentIndex().row(), 0);
    QVERIFY(child<QPushButton>("again")->isEnabled());
    QCOMPARE(child<ValueEdit>("notBefore")->text(), QString());
}

void TestFaultsDialog::smallScreen_hasRoomForIt()
{
    constexpr QSize room(800, 600);
    constexpr QSize windowFrame(16, 48); // about so much
    const QSize least = m_dialog->minimumSizeHint() + windowFrame;
    QVERIFY2(least.width() <= room.width(), qPrintable(QString::number(least.width())));
    QVERIFY2(least.height() <= room.height(), qPrintable(QString::number(least.height())));
}

void TestFaultsDialog::usualSize_isHighEnoughForEveryField()
{
    for (const char* name : {"editorArea", "clientClockworkArea", "serverClockworkArea"}) {
        const auto* area = child<QScrollArea>(name);
        child<QTabWidget>("tabs")->setCurrentIndex(name[0] == 'e' ? 0 : name[0] == 'c' ? 1 : 2);
        QCoreApplication::processEvents();
        QVERIFY2(!area->verticalScrollBar()->isVisible(), name);
    }
}

void TestFaultsDialog::everyField_hasANameAndAKeyOfItsOwn()
{
    click("add");
    QCOMPARE(fieldsWithoutName(*m_dialog), QStringList());
    QCOMPARE(sharedMnemonics(*m_dialog), QStringList());
}

QTEST_MAIN(TestFaultsDialog)
#include "tst_faults_dialog.moc"
