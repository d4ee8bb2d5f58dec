// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/segment_reader.h"

#include "core/read_error.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace finwait {

namespace {

constexpr std::int64_t largestNumber = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t largestField = std::numeric_limits<std::uint16_t>::max();

/// Thrown for what the language has and Finwait does not; caught in readPacket().
struct Foreign {
    Message what;
};

struct FlagLetter {
    char letter;
    bool Flags::*flag;
};

constexpr std::array<FlagLetter, 6> flagLetters = {{{'S', &Flags::syn},
                                                    {'F', &Flags::fin},
                                                    {'R', &Flags::rst},
                                                    {'P', &Flags::psh},
                                                    {'U', &Flags::urg},
                                                    {'.', &Flags::ack}}};
constexpr std::string_view ecnLetters = "EWACN";
constexpr std::string_view noFlags = "-";

Flags readFlags(ScriptText& text)
{
    text.skipBlanks();
    Flags flags;
    bool any = false;
    if (text.accept(noFlags))
        return flags;
    while (true) {
        const char next = text.next();
        const auto known = std::ranges::find(flagLetters, next, &FlagLetter::letter);
        if (known != flagLetters.end())
            flags.*known->flag = true;
        else if (next != '\0' && ecnLetters.find(next) != std::string_view::npos)
            throw Foreign{Message::tr("a flag of explicit congestion notification")};
        else
            break;
        any = true;
        text.skip(1);
    }
    if (!any)
        text.failHere(Message::tr("flags, some of %1").arg("S, F, R, P, U, '.'"));
    return flags;
}

Message sequenceNumber()
{
    return Message::tr("a sequence number from %1 to %2");
}

Message timestamp()
{
    return Message::tr("a timestamp from %1 to %2");
}

/// "17:20(3)" or "...(3)"
void readSequence(ScriptText& text, ScriptSegment& segment)
{
    text.skipBlanks();
    const std::size_t start = text.offset();
    std::int64_t end = 0;
    segment.anySeq = text.accept("...");
    if (!segment.anySeq) {
        segment.seq = text.number(-largestNumber, largestNumber, sequenceNumber());
        text.expect(":");
        end = text.number(-largestNumber, largestNumber, sequenceNumber());
    }
    text.expect("(");
    segment.octets =
        static_cast<std::uint32_t>(text.number(0, largestField, Message::tr("a number of octets from %1 to %2")));
    text.expect(")");
    const std::uint32_t between = static_cast<std::uint32_t>(end) - static_cast<std::uint32_t>(segment.seq);
    if (!segment.anySeq && between != segment.octets)
        ScriptText::failAt(start, Message::tr("the sequence numbers do not fit the number of octets"),
                           Message::tr("%1 between them").arg(segment.octets));
}

void readTimestamps(ScriptText& text, Options& options)
{
    Timestamps stamps;
    text.expect("val");
    stamps.value = static_cast<std::uint32_t>(text.number(0, largestNumber, timestamp()));
    text.expect("ecr");
    stamps.echo = static_cast<std::uint32_t>(text.number(0, largestNumber, timestamp()));
    options.timestamps = stamps;
}

/// What was received out of order. The engine goes without it: what is lost is sent again when its time has come.
void passOverSackBlocks(ScriptText& text)
{
    do {
        text.number(-largestNumber, largestNumber, sequenceNumber());
        text.expect(":");
        text.number(-largestNumber, largestNumber, sequenceNumber());
        text.skipBlanks();
    } while (text.next() != ',' && text.next() != '>');
}

void readOption(ScriptText& text, Options& options)
{
    constexpr std::int64_t largestWrittenShift = 255; // the field's; more than 14 is taken for 14
    text.skipBlanks();
    const std::size_t start = text.offset();
    const std::string_view name = text.word();
    if (name == "mss")
        options.mss =
            static_cast<std::uint16_t>(text.number(0, largestField, Message::tr("a segment size from %1 to %2")));
    else if (name == "wscale")
        options.windowScale =
            static_cast<std::uint8_t>(text.number(0, largestWrittenShift, Message::tr("a shift from %1 to %2")));
    else if (name == "sackOK")
        options.sackPermitted = true;
    else if (name == "TS")
        readTimestamps(text, options);
    else if (name == "sack")
        passOverSackBlocks(text);
    else if (name == "FO" || name == "FOEXP" || name == "md5" || name == "exp")
        throw Foreign{Message::tr("the TCP option %1").arg(name)};
    else if (name != "nop" && name != "eol")
        ScriptText::failAt(start, Message::tr("%1 is not a TCP option").arg(quotation(name)),
                           Message::tr("one of %1").arg("mss, wscale, sackOK, sack, TS, nop, eol"));
}

void readOptions(ScriptText& text, ScriptSegment& segment)
{
    if (text.accept("...")) {
        segment.anyOptions = true;
    } else {
        do
            readOption(text, segment.options);
        while (text.accept(","));
    }
    text.expect(">");
}

/// What may come behind the sequence numbers.
void readFields(ScriptText& text, ScriptSegment& segment)
{
    if (text.accept("ack"))
        segment.ack = text.number(-largestNumber, largestNumber, Message::tr("an acknowledgment number from %1 to %2"));
    if (text.accept("win"))
        segment.window =
            static_cast<std::uint16_t>(text.number(0, largestField, Message::tr("a window from %1 to %2")));
    if (text.accept("urg"))
        segment.urgentPointer =
            static_cast<std::uint16_t>(text.number(0, largestField, Message::tr("an urgent pointer from %1 to %2")));
    if (text.accept("<"))
        readOptions(text, segment);
}

/// What stands where a segment's flags should: another protocol, a mark of its IP header.
void refuseOthers(ScriptText& text)
{
    text.skipBlanks();
    for (const std::string_view protocol : {"icmp", "udp", "sctp", "ipv4", "ipv6", "gre", "mpls"}) {
        if (text.startsWith(protocol))
            throw Foreign{Message::tr("a packet of %1").arg(protocol)};
    }
    if (text.next() == '[' || text.next() == '(')
        throw Foreign{Message::tr("a mark in the IP header")};
}

ScriptSegment readSegment(ScriptText& text)
{
    ScriptSegment segment;
    segment.inbound = text.accept("<");
    if (!segment.inbound)
        text.expect(">");
    refuseOthers(text);
    const std::size_t start = text.offset();
    segment.flags = readFlags(text);
    readSequence(text, segment);
    readFields(text, segment);
    if (segment.flags.ack && !segment.ack)
        ScriptText::failAt(start, Message::tr("no number is acknowledged"),
                           Message::tr("\"%1\" and a number").arg("ack"));
    return segment;
}

} // namespace

ScriptAction readPacket(ScriptText& text)
{
    try {
        return readSegment(text);
    } catch (Foreign& foreign) {
        text.restOfLine();
        return ScriptForeign{std::move(foreign.what)};
    }
}

} // namespace finwait
