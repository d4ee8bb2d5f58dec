// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/packet_line.h"

#include "script/segment_text.h"

#include <cstddef>

namespace finwait {

namespace {

// RFC 9293 section 3.2, RFC 7323, RFC 2018.
constexpr std::size_t wordSize = 4;
constexpr std::size_t mssLength = 4;
constexpr std::size_t windowScaleLength = 3;
constexpr std::size_t sackPermittedLength = 2;
constexpr std::size_t timestampsLength = 10;

/// The list between '<' and '>', and how many octets it stands for.
class OptionList
{
public:
    void add(const std::string& option, std::size_t length)
    {
        m_text += (m_text.empty() ? "" : ",") + option;
        m_length += length;
    }
    void addMss(std::uint16_t octets) { add("mss " + std::to_string(octets), mssLength); }
    void addWindowScale(std::uint8_t shift) { add("wscale " + std::to_string(shift), windowScaleLength); }
    void addSackPermitted() { add("sackOK", sackPermittedLength); }
    void addTimestamps(const Timestamps& stamps)
    {
        add("TS val " + std::to_string(stamps.value) + " ecr " + std::to_string(stamps.echo), timestampsLength);
    }
    void addNops(int count)
    {
        for (int i = 0; i < count; ++i)
            add("nop", 1);
    }
    /// So that so many octets of a word are taken.
    void padTo(std::size_t octets)
    {
        while (m_length % wordSize != octets)
            add("nop", 1);
    }
    void end()
    {
        while (m_length % wordSize != 0)
            add("eol", 1);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
    std::size_t m_length = 0;
};

/// tcp_options_write()
OptionList linuxOptions(const Options& options)
{
    OptionList list;
    if (options.mss)
        list.addMss(*options.mss);
    if (options.timestamps) {
        if (options.sackPermitted)
            list.addSackPermitted();
        else
            list.addNops(2);
        list.addTimestamps(*options.timestamps);
    } else if (options.sackPermitted) {
        list.addNops(2);
        list.addSackPermitted();
    }
    if (options.windowScale) {
        list.addNops(1);
        list.addWindowScale(*options.windowScale);
    }
    return list;
}

/// tcp_addoptions()
OptionList freeBsdOptions(const Options& options)
{
    OptionList list;
    if (options.mss)
        list.addMss(*options.mss);
    if (options.windowScale) {
        list.addNops(1);
        list.addWindowScale(*options.windowScale);
    }
    if (options.sackPermitted)
        list.addSackPermitted();
    if (options.timestamps) {
        list.padTo(sackPermittedLength);
        list.addTimestamps(*options.timestamps);
    }
    list.end();
    return list;
}

} // namespace

std::string packetLine(const ScriptSegment& segment, HostSystem system)
{
    ScriptSegment plain = segment;
    plain.options = {};
    std::string line = (segment.inbound ? "< " : "> ") + segmentText(plain);
    if (segment.urgentPointer)
        line += " urg " + std::to_string(*segment.urgentPointer);
    const OptionList options =
        system == HostSystem::Linux ? linuxOptions(segment.options) : freeBsdOptions(segment.options);
    if (!options.text().empty())
        line += " <" + options.text() + ">";
    return line;
}

} // namespace finwait
