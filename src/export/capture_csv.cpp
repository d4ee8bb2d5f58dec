// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/capture_csv.h"

namespace finwait {

namespace {

// No field holds a comma, a quotation mark or the end of a line, so none needs to be quoted.
constexpr std::string_view names = "id,client,server,packets,first_packet,start,duration,opened,closed,client_state,"
                                   "server_state,client_octets,server_octets,retransmissions,findings\r\n";

class Row
{
public:
    explicit Row(BufferedText& text) : m_text(text) {}
    ~Row() { m_text.append("\r\n"); }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    void add(std::string_view field)
    {
        separate();
        m_text.append(field);
    }
    template <std::integral Number>
    void add(Number number)
    {
        separate();
        m_text.appendNumber(number);
    }
    void add(Duration seconds)
    {
        separate();
        m_text.appendSeconds(seconds);
    }
    /// Empty where nothing of the end is known.
    void addLastState(const CapturedEnd& end) { add(end.isKnown() ? identifier(end.state()) : std::string_view()); }
    /// An end may have the same one as its peer: it is named once.
    void addKinds(const FindingList& findings);

private:
    void separate()
    {
        if (!m_isFirst)
            m_text.append(',');
        m_isFirst = false;
    }

    BufferedText& m_text;
    bool m_isFirst = true;
};

void Row::addKinds(const FindingList& findings)
{
    separate();
    std::uint64_t named = 0;
    static_assert(findingKindCount <= 64);
    for (const Finding& finding : findings) {
        const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(finding.kind);
        if ((named & bit) != 0)
            continue;
        if (named != 0)
            m_text.append(';');
        m_text.append(identifier(finding.kind));
        named |= bit;
    }
}

void writeRow(const ConnectionInference& connection, std::size_t id, BufferedText& text)
{
    Row row(text);
    row.add(id);
    row.add(finwait::text(connection.sockets().client));
    row.add(finwait::text(connection.sockets().server));
    row.add(connection.segments());
    row.add(connection.firstPacket());
    row.add(connection.firstSeen());
    row.add(connection.lastSeen() - connection.firstSeen());
    row.add(identifier(connection.opening()));
    row.add(identifier(connection.closing()));
    row.addLastState(connection.end(Side::Client));
    row.addLastState(connection.end(Side::Server));
    row.add(connection.octets(Side::Client));
    row.add(connection.octets(Side::Server));
    row.add(retransmissionsIn(connection));
    row.addKinds(connection.findings());
}

} // namespace

bool writeCaptureCsv(const CapturedFile& file, const TextSink& sink)
{
    BufferedText text(sink);
    text.append(names);
    for (std::size_t place = file.first(); place < file.afterLast() && !text.hasFailed(); ++place)
        writeRow(file.survey.connections[place], place + 1, text);
    return text.finish();
}

} // namespace finwait
