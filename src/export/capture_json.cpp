// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Written by hand and not from a document: there may be very many connections.
#include "export/capture_json.h"

#include "export/in_english.h"
#include "export/json_values.h"
#include "view/words_finding.h"

namespace finwait {

namespace {

std::string_view identifier(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Fault: return "fault";
    }
    return {};
}

/// What a finding's value counts.
enum class Unit : std::uint8_t { None, Times, Milliseconds, Octets };

Unit unitOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::SynUnanswered:
    case FindingKind::KeepAliveUnanswered: return Unit::Times;
    case FindingKind::FinAcknowledgedLate:
    case FindingKind::LeftInCloseWait:
    case FindingKind::LeftInFinWait2: return Unit::Milliseconds;
    case FindingKind::Reset:
    case FindingKind::DataWhileHalfClosed:
    case FindingKind::DataRetransmitted:
    case FindingKind::DataAfterFin: return Unit::Octets;
    case FindingKind::StartMissing:
    case FindingKind::OneDirection:
    case FindingKind::Gap:
    case FindingKind::StillClosing:
    case FindingKind::CapturedTwice:
    case FindingKind::Refused:
    case FindingKind::HandshakeIncomplete:
    case FindingKind::SynRetransmitted:
    case FindingKind::SynAckRetransmitted:
    case FindingKind::SimultaneousOpen:
    case FindingKind::SynInTimeWait:
    case FindingKind::TimeWaitReused:
    case FindingKind::PortsReused:
    case FindingKind::StraySyn:
    case FindingKind::SimultaneousClose:
    case FindingKind::FinRetransmitted:
    case FindingKind::FinUnacknowledged:
    case FindingKind::ResetIgnored:
    case FindingKind::RstInTimeWait:
    case FindingKind::KeepAlive:
    case FindingKind::ZeroWindow:
    case FindingKind::WindowProbed:
    case FindingKind::OutsideWindow:
    case FindingKind::ChallengeAck:
    case FindingKind::SynWithFin:
    case FindingKind::SynWithRst:
    case FindingKind::AckMissing: return Unit::None;
    }
    return Unit::None;
}

/// What is not UTF-8 in it is replaced: a file may have any name.
std::string quoted(std::string_view text)
{
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

class CaptureJson
{
public:
    CaptureJson(const CapturedFile& file, const TextSink& sink) : m_file(file), m_text(sink) {}

    [[nodiscard]] bool write();

private:
    void writeCounts();
    void writeConnection(std::size_t place);
    void writeDistances(const ConnectionInference& connection);
    void writeStates(const ConnectionInference& connection, Side side);
    void writeFinding(const Finding& finding);
    void writeValue(const Finding& finding);

    void key(std::string_view name)
    {
        m_text.append(m_isFirstKey ? "\"" : ", \"");
        m_text.append(name);
        m_text.append("\": ");
        m_isFirstKey = false;
    }
    void open(char bracket)
    {
        m_text.append(bracket);
        m_isFirstKey = true;
    }
    void close(char bracket)
    {
        m_text.append(bracket);
        m_isFirstKey = false;
    }
    /// An identifier, or an address: nothing in it has to be escaped.
    void add(std::string_view name, std::string_view plain)
    {
        key(name);
        m_text.append('"');
        m_text.append(plain);
        m_text.append('"');
    }
    void addFlag(std::string_view name, bool flag)
    {
        key(name);
        m_text.append(flag ? "true" : "false");
    }
    template <std::integral Number>
    void addNumber(std::string_view name, Number number)
    {
        key(name);
        m_text.appendNumber(number);
    }
    void addSeconds(std::string_view name, Duration duration)
    {
        key(name);
        m_text.appendSeconds(duration);
    }
    void addQuoted(std::string_view name, std::string_view text)
    {
        key(name);
        m_text.append(quoted(text));
    }

    const CapturedFile& m_file;
    BufferedText m_text;
    InEnglish m_english;
    bool m_isFirstKey = true;
};

bool CaptureJson::write()
{
    open('{');
    addQuoted("file", m_file.name);
    addNumber("packets", m_file.survey.counts.packets);
    writeCounts();
    key("connections");
    m_text.append('[');
    for (std::size_t place = m_file.first(); place < m_file.afterLast() && !m_text.hasFailed(); ++place) {
        m_text.append(place == m_file.first() ? "\n" : ",\n");
        writeConnection(place);
    }
    m_text.append("]}\n");
    return m_text.finish();
}

void CaptureJson::writeCounts()
{
    const CaptureSurvey& survey = m_file.survey;
    key("capture");
    open('{');
    addSeconds("start", survey.start);
    addSeconds("duration", survey.end);
    addNumber("connections", survey.connections.size());
    addNumber("segments", survey.counts.segments);
    addNumber("later_fragments", survey.counts.laterFragments);
    addNumber("other_packets", survey.counts.otherPackets);
    addNumber("broken_packets", survey.counts.brokenPackets);
    addNumber("out_of_order", survey.counts.outOfOrder);
    if (survey.flaw) {
        addQuoted("flaw", survey.flaw->inEnglish());
    } else {
        key("flaw");
        m_text.append("null");
    }
    close('}');
}

void CaptureJson::writeConnection(std::size_t place)
{
    const ConnectionInference& connection = m_file.survey.connections[place];
    open('{');
    addNumber("id", place + 1);
    add("client", text(connection.sockets().client));
    add("server", text(connection.sockets().server));
    addNumber("packets", connection.segments());
    addNumber("first_packet", connection.firstPacket());
    addNumber("last_packet", connection.lastPacket());
    addSeconds("start", connection.firstSeen());
    addSeconds("duration", connection.lastSeen() - connection.firstSeen());
    addFlag("complete_start", connection.hasCompleteStart());
    add("opened", identifier(connection.opening()));
    add("closed", identifier(connection.closing()));
    writeDistances(connection);
    key("states");
    open('{');
    for (const Side side : allSides)
        writeStates(connection, side);
    close('}');
    key("findings");
    m_text.append('[');
    for (const Finding& finding : connection.findings()) {
        m_text.append(&finding == &connection.findings().front() ? "" : ", ");
        writeFinding(finding);
    }
    m_text.append(']');
    close('}');
}

void CaptureJson::writeDistances(const ConnectionInference& connection)
{
    key("octets");
    open('{');
    for (const Side side : allSides)
        addNumber(identifier(side), connection.octets(side));
    close('}');
    add("capture_point", identifier(connection.capturePoint()));
    key("distance_ms");
    open('{');
    for (const Side side : allSides) {
        key(identifier(side));
        if (connection.end(side).roundTrip)
            m_text.appendMilliseconds(connection.distance(side));
        else
            m_text.append("null");
    }
    close('}');
}

void CaptureJson::writeStates(const ConnectionInference& connection, Side side)
{
    key(identifier(side));
    m_text.append('[');
    const std::span<const StateSighting> states = connection.end(side).states;
    const std::vector<Time> times = connection.entryTimes(side);
    for (std::size_t i = 0; i < states.size(); ++i) {
        m_text.append(i == 0 ? "" : ", ");
        open('{');
        addSeconds("t", times[i]);
        add("state", identifier(states[i].state));
        addFlag("sure", states[i].certainty() == Certainty::Sure);
        close('}');
    }
    m_text.append(']');
}

void CaptureJson::writeFinding(const Finding& finding)
{
    open('{');
    addSeconds("t", finding.first);
    add("kind", identifier(finding.kind));
    addQuoted("text", words::findingText(finding).toStdString());
    const std::string reference = words::referenceText(finding.kind).toStdString();
    if (reference.empty()) {
        key("reference");
        m_text.append("null");
    } else {
        add("reference", reference);
    }
    add("severity", identifier(severityOf(finding.kind)));
    add("side", identifier(finding.side));
    addNumber("count", finding.count);
    addSeconds("last", finding.last);
    writeValue(finding);
    if (finding.packet > 0)
        addNumber("packet", finding.packet);
    close('}');
}

void CaptureJson::writeValue(const Finding& finding)
{
    switch (unitOf(finding.kind)) {
    case Unit::None: return;
    case Unit::Times: return addNumber("times", finding.value);
    case Unit::Milliseconds: return addNumber("ms", finding.value);
    case Unit::Octets: return addNumber("octets", finding.value);
    }
}

} // namespace

bool writeCaptureJson(const CapturedFile& file, const TextSink& sink)
{
    return CaptureJson(file, sink).write();
}

} // namespace finwait
