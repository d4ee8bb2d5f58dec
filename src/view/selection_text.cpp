// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/selection_text.h"

#include "view/html_page.h"
#include "view/overloaded.h"
#include "view/trace_reading.h"
#include "view/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace finwait {

namespace {

/// Retransmissions may lead back to one another for ever; the last links say enough.
constexpr std::size_t mostCauses = 30;

class SelectionText
{
    Q_DECLARE_TR_FUNCTIONS(finwait::SelectionText)

public:
    SelectionText(const Trace& trace, const Theme& theme) : m_trace(trace), m_theme(theme), m_page(theme) {}

    void describe(const SelectedRecord& selected);
    void describe(const SelectedRow& selected);
    void describe(const SelectedState& selected);
    [[nodiscard]] QString html() { return m_page.html(); }

private:
    void segment(const Record& record, FlightIndex index);
    void segmentHeading(const Flight& flight, const QString& text);
    void segmentFields(const Flight& flight);
    void transition(RecordIndex index, const record::Transition& body);
    void found(RecordIndex index, const record::StateFound& body);
    void certainty(Certainty certainty);
    void timer(RecordIndex index, TimerKind kind, std::optional<Time> deadline);
    void plain(RecordIndex index);
    void happened(RecordIndex index);
    void rowFields(RowIndex row);
    void why(RecordIndex index);

    const Trace& m_trace;
    const Theme& m_theme;
    HtmlPage m_page;
};

QString recordLink(RecordIndex record)
{
    return QStringLiteral("record:%1").arg(record);
}

QString rowLink(std::size_t row)
{
    return QStringLiteral("row:%1").arg(row);
}

/// "SYN ACK PSH": all flags, in the order of the header's bits from the left.
QString allFlags(const Flags& flags)
{
    QStringList names;
    const auto add = [&names](bool set, const char* name) {
        if (set)
            names << QString::fromLatin1(name);
    };
    add(flags.urg, "URG");
    add(flags.ack, "ACK");
    add(flags.psh, "PSH");
    add(flags.rst, "RST");
    add(flags.syn, "SYN");
    add(flags.fin, "FIN");
    return names.join(u' ');
}

void SelectionText::describe(const SelectedRecord& selected)
{
    const Record& record = m_trace.record(selected.record);
    std::visit(Overloaded{
                   [&](const record::CallMade&) { plain(selected.record); },
                   [&](const record::CallRefused&) { plain(selected.record); },
                   [&](const record::SegmentSent& body) { segment(record, body.flight); },
                   [&](const record::SegmentArrived& body) { segment(record, body.flight); },
                   [&](const record::SegmentLost& body) { segment(record, body.flight); },
                   [&](const record::NotProcessed& body) {
                       plain(selected.record);
                       segmentFields(m_trace.flight(body.flight));
                   },
                   [&](const record::Transition& body) { transition(selected.record, body); },
                   [&](const record::TimerStarted& body) { timer(selected.record, body.kind, body.deadline); },
                   [&](const record::TimerRestarted& body) { timer(selected.record, body.kind, body.deadline); },
                   [&](const record::TimerStopped& body) { timer(selected.record, body.kind, std::nullopt); },
                   [&](const record::TimerFired& body) { timer(selected.record, body.kind, std::nullopt); },
                   [&](const record::Signalled&) { plain(selected.record); },
                   [&](const record::FaultMet& body) {
                       plain(selected.record);
                       segmentFields(m_trace.flight(body.flight));
                   },
                   [&](const record::SegmentDuplicated& body) { segment(record, body.flight); },
                   [&](const record::SegmentHeld& body) { segment(record, body.flight); },
                   [&](const record::SegmentRescheduled& body) { segment(record, body.flight); },
                   [&](const record::HostChanged&) { plain(selected.record); },
                   [&](const record::TimerTouched& body) { timer(selected.record, body.kind, std::nullopt); },
                   [&](const record::FaultsChanged&) { plain(selected.record); },
                   [&](const record::SettingChanged&) { plain(selected.record); },
                   [&](const record::StateFound& body) { found(selected.record, body); },
               },
               record.body);
    const QString reference = words::referenceText(m_trace, selected.record);
    m_page.field(tr("Reference"), reference);
    why(selected.record);
}

void SelectionText::segment(const Record& record, FlightIndex index)
{
    const Flight& flight = m_trace.flight(index);
    segmentHeading(flight, words::segmentText(m_trace, index));
    m_page.field(tr("Way"), flight.from == Side::Client ? tr("client to server") : tr("server to client"));
    m_page.field(tr("Kind"), words::noteText(flight));
    m_page.field(tr("Captured"), words::packetText(flight));
    m_page.field(tr("Sent"), words::moment(flight.sent));
    m_page.field(tr("Fate"), words::fateText(flight));
    if (std::holds_alternative<record::SegmentLost>(record.body))
        m_page.field(tr("Cause"), words::whyText(m_trace, flight.endRecord));
    segmentFields(flight);
}

void SelectionText::segmentHeading(const Flight& flight, const QString& text)
{
    m_page.heading(text, m_theme.accent[flight.from]);
}

void SelectionText::segmentFields(const Flight& flight)
{
    const Segment& segment = flight.segment;
    //: %1: counted from the ISS, %2: on the wire
    const QString both = tr("%1 (on the wire %2)");
    m_page.field(QStringLiteral("SEG.SEQ"), both.arg(segment.seq - flight.seqBase).arg(segment.seq.value));
    if (segment.flags.ack)
        m_page.field(QStringLiteral("SEG.ACK"), both.arg(segment.ack - flight.ackBase).arg(segment.ack.value));
    m_page.field(QStringLiteral("SEG.LEN"),
                 segment.length() == segment.text.length
                     ? QString::number(segment.length())
                     : tr("%1, of which text: %2").arg(segment.length()).arg(segment.text.length));
    m_page.field(tr("Flags"), allFlags(segment.flags));
    m_page.field(tr("Window"), QString::number(segment.window));
    if (segment.flags.urg)
        m_page.field(tr("Urgent pointer"), QString::number(segment.urgentPointer));
    m_page.field(tr("Options"), words::optionsText(segment.options));
}

void SelectionText::transition(RecordIndex index, const record::Transition& body)
{
    const Record& record = m_trace.record(index);
    happened(index);
    m_page.paragraph(words::triggerSentence(transitionRow(body.row).trigger));
    certainty(body.certainty);
    m_page.field(tr("When"), words::moment(record.at));
    m_page.field(tr("Edge"), words::rowLabel(body.row));
}

void SelectionText::found(RecordIndex index, const record::StateFound& body)
{
    happened(index);
    m_page.paragraph(words::foundWhy());
    certainty(body.certainty);
    m_page.paragraph(words::stateMeaning(body.state));
    m_page.field(tr("When"), words::moment(m_trace.record(index).at));
}

/// In a simulation all is sure, and nothing is said of it.
void SelectionText::certainty(Certainty certainty)
{
    if (certainty == Certainty::Inferred)
        m_page.faintParagraph(words::certaintyText(certainty));
}

void SelectionText::timer(RecordIndex index, TimerKind kind, std::optional<Time> deadline)
{
    const Record& record = m_trace.record(index);
    happened(index);
    m_page.paragraph(words::timerMeaning(kind));
    m_page.field(tr("When"), words::moment(record.at));
    if (deadline) {
        m_page.field(tr("Length"), words::duration(*deadline - record.at));
        m_page.field(tr("Expires"), words::moment(*deadline));
    }
}

/// The heading of a record: where, and what.
void SelectionText::happened(RecordIndex index)
{
    const Side side = m_trace.record(index).side;
    m_page.heading(tr("%1: %2").arg(words::sideName(side), words::eventText(m_trace, index)), m_theme.accent[side]);
}

void SelectionText::plain(RecordIndex index)
{
    const Record& record = m_trace.record(index);
    happened(index);
    if (const auto* signalled = std::get_if<record::Signalled>(&record.body))
        m_page.paragraph(words::signalMeaning(signalled->signal));
    else if (!std::holds_alternative<record::CallMade>(record.body))
        m_page.paragraph(words::whyText(m_trace, index));
    m_page.field(tr("When"), words::moment(record.at));
}

/// What led here, one link for each step back.
void SelectionText::why(RecordIndex index)
{
    const std::vector<RecordIndex> chain = causeChain(m_trace, index);
    if (chain.size() < 2)
        return;
    m_page.faintParagraph(tr("Why? Each line was caused by the one below it:"));
    const std::size_t shown = std::min(chain.size(), 1 + mostCauses);
    for (std::size_t i = 1; i < shown; ++i) {
        const Record& cause = m_trace.record(chain[i]);
        const auto flight = flightOf(cause);
        const QString event = words::eventText(m_trace, chain[i]);
        //: %1: what happened, %2: the segment
        const QString text = flight ? tr("%1: %2").arg(event, words::segmentText(m_trace, *flight)) : event;
        m_page.link(recordLink(chain[i]), text, tr("%1, %2").arg(words::placeText(cause), words::moment(cause.at)));
    }
    if (chain.size() > shown)
        m_page.faintParagraph(tr("and %n more", nullptr, static_cast<int>(chain.size() - shown)));
}

void SelectionText::describe(const SelectedRow& selected)
{
    m_page.heading(words::rowTitle(selected.row), m_theme.text);
    m_page.paragraph(words::triggerSentence(transitionRow(selected.row).trigger));
    rowFields(selected.row);
}

void SelectionText::rowFields(RowIndex row)
{
    const TransitionRow& transition = transitionRow(row);
    m_page.field(tr("Edge"), words::rowLabel(row));
    m_page.field(tr("Reference"),
                 QString::fromLatin1(transition.reference.data(), static_cast<qsizetype>(transition.reference.size())));
    m_page.faintParagraph(words::figureText(transition.figure5));
}

void SelectionText::describe(const SelectedState& selected)
{
    const State state = selected.state;
    m_page.heading(words::stateName(state), m_theme.text);
    m_page.paragraph(words::stateMeaning(state));
    m_page.paragraph(words::stateLeavesOn(state));
    m_page.field(tr("Elsewhere"), words::otherSpellings(state));
    m_page.field(tr("Application"), tr("%1, %2").arg(words::sendingText(state), words::receivingText(state)));
    m_page.faintParagraph(tr("Ways out of it:"));
    const auto table = transitionTable();
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table[row].from == state)
            m_page.link(rowLink(row), words::rowTitle(static_cast<RowIndex>(row)),
                        words::rowLabel(static_cast<RowIndex>(row)));
    }
}

} // namespace

QString selectionHtml(const Trace& trace, const SelectedThing& thing, const Theme& theme)
{
    SelectionText text(trace, theme);
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [&](const SelectedRecord& selected) {
                              if (selected.record >= trace.records().size())
                                  return QString();
                              text.describe(selected);
                              return text.html();
                          },
                          [&](const auto& selected) {
                              text.describe(selected);
                              return text.html();
                          },
                      },
                      thing);
}

std::optional<SelectedThing> linkTarget(const QUrl& link)
{
    bool isNumber = false;
    const unsigned number = link.path().toUInt(&isNumber);
    if (!isNumber)
        return std::nullopt;
    if (link.scheme() == QLatin1String("record"))
        return SelectedRecord{number};
    if (link.scheme() == QLatin1String("row") && number < transitionTable().size())
        return SelectedRow{static_cast<RowIndex>(number)};
    return std::nullopt;
}

} // namespace finwait
