// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/captured_lines.h"

#include <cassert>
#include <sstream>

namespace finwait::test {

namespace {

Flags flagsFrom(const std::string& text)
{
    const auto has = [&text](char letter) { return text.find(letter) != std::string::npos; };
    return Flags{.syn = has('S'), .ack = has('.'), .fin = has('F'), .rst = has('R'), .psh = has('P'), .urg = has('U')};
}

/// A wrong line is the test's own fault.
CapturedSegment segmentFrom(const std::string& line, std::uint32_t packet)
{
    std::istringstream words(line);
    double milliseconds = 0;
    std::string direction;
    std::string flags;
    std::string numbers;
    words >> milliseconds >> direction >> flags >> numbers;
    assert(words && (direction == ">" || direction == "<"));
    const Side side = direction == ">" ? Side::Client : Side::Server;
    CapturedSegment captured;
    captured.at = std::chrono::round<Time>(std::chrono::duration<double, std::milli>(milliseconds));
    captured.packet = packet;
    captured.from = lineSockets[side];
    captured.to = lineSockets[other(side)];
    Segment& segment = captured.segment;
    segment.flags = flagsFrom(flags);
    segment.window = 60000;
    const std::size_t colon = numbers.find(':');
    const auto seq = static_cast<std::uint32_t>(std::stoul(numbers));
    segment.seq = lineIss[side] + seq;
    if (colon != std::string::npos)
        segment.text.length = static_cast<std::uint32_t>(std::stoul(numbers.substr(colon + 1))) - seq;
    if (segment.flags.ack) {
        std::uint32_t ack = 0;
        words >> ack;
        segment.ack = lineIss[other(side)] + ack;
    }
    for (std::string word; words >> word;) {
        if (word == "win") {
            words >> segment.window;
        } else {
            assert(word == "ts");
            segment.options.timestamps.emplace();
            words >> segment.options.timestamps->value >> segment.options.timestamps->echo;
        }
    }
    return captured;
}

} // namespace

std::vector<CapturedSegment> segmentsFrom(const std::vector<std::string>& lines)
{
    std::vector<CapturedSegment> segments;
    segments.reserve(lines.size());
    for (const std::string& line : lines)
        segments.push_back(segmentFrom(line, static_cast<std::uint32_t>(segments.size() + 1)));
    return segments;
}

CapturedConnections connectionsFrom(const std::vector<std::string>& lines, Duration quiet)
{
    const std::vector<CapturedSegment> segments = segmentsFrom(lines);
    CapturedConnections connections;
    connections.add(segments);
    connections.finish(segments.empty() ? quiet : segments.back().at + quiet);
    return connections;
}

std::string pathOf(const ConnectionInference& connection, Side side)
{
    std::string path;
    for (const StateSighting& sighting : connection.end(side).states) {
        path += path.empty() ? "" : " ";
        path += identifier(sighting.state);
        path += sighting.certainty() == Certainty::Sure ? "" : "?";
    }
    return path;
}

std::string findingsOf(const ConnectionInference& connection)
{
    std::string text;
    for (const Finding& finding : connection.findings()) {
        text += text.empty() ? "" : " ";
        text += std::string(identifier(finding.side)) + ':' + std::string(identifier(finding.kind));
        if (finding.count > 1)
            text += '*' + std::to_string(finding.count);
    }
    return text;
}

} // namespace finwait::test
