// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/captured_connections.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <utility>
#include <variant>

namespace finwait {

namespace {

template <typename T>
void prefetch(const T& object)
{
    constexpr std::size_t lineOfCache = 64;
    const auto* const begin = reinterpret_cast<const char*>(&object);
    for (std::size_t offset = 0; offset < sizeof(T); offset += lineOfCache)
        __builtin_prefetch(begin + offset);
}

/// One round of a multiplicative hash; the constant is 2^64 divided by the golden ratio.
std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 32U);
}

std::uint64_t mix(std::uint64_t hash, const SocketAddress& address)
{
    hash = mix(hash, address.port);
    if (const auto* v4 = std::get_if<Ipv4Address>(&address.host)) {
        std::uint32_t word = 0;
        std::memcpy(&word, v4->data(), sizeof word);
        return mix(hash, word);
    }
    const auto& v6 = *std::get_if<Ipv6Address>(&address.host);
    std::array<std::uint64_t, 2> words{};
    std::memcpy(words.data(), v6.data(), sizeof words);
    return mix(mix(hash, words[0]), words[1]);
}

/// The SYN tells who the client is. Without one: services have the lower port, as a rule.
PerSide<SocketAddress> rolesIn(const CapturedSegment& captured)
{
    const Flags& flags = captured.segment.flags;
    const bool isFromClient = flags.syn ? !flags.ack : captured.from.port >= captured.to.port;
    return isFromClient ? PerSide<SocketAddress>{captured.from, captured.to}
                        : PerSide<SocketAddress>{captured.to, captured.from};
}

} // namespace

CapturedConnections::CapturedConnections() : m_kept(std::make_unique<Kept>()), m_seed(std::random_device()()) {}

std::size_t CapturedConnections::add(const CapturedSegment& captured)
{
    return add(captured, hashOf(captured));
}

/// The table and the connections lie all over memory, and waiting for it would take most of the time: each is asked for
/// some segments before it is needed.
void CapturedConnections::add(std::span<const CapturedSegment> segments)
{
    constexpr std::size_t ahead = 8;
    std::array<std::uint32_t, 2 * ahead> hashes{};
    const auto look = [&](std::size_t i) {
        if (i >= segments.size())
            return;
        hashes[i % hashes.size()] = hashOf(segments[i]);
        if (!m_latest.empty())
            __builtin_prefetch(&m_latest[hashes[i % hashes.size()] & (m_latest.size() - 1)]);
    };
    for (std::size_t i = 0; i < 2 * ahead - 1; ++i)
        look(i);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (i + 3 * ahead < segments.size())
            prefetch(segments[i + 3 * ahead]);
        look(i + 2 * ahead - 1);
        if (i + ahead < segments.size())
            fetch(hashes[(i + ahead) % hashes.size()]);
        add(segments[i], hashes[i % hashes.size()]);
    }
}

void CapturedConnections::fetch(std::uint32_t hash) const
{
    if (m_latest.empty())
        return;
    const std::uint32_t place = m_latest[hash & (m_latest.size() - 1)].place;
    if (place == vacant)
        return;
    prefetch(m_kept->connections[place]);
}

std::size_t CapturedConnections::add(const CapturedSegment& captured, std::uint32_t hash)
{
    if (2 * (m_pairs + 1) > m_latest.size())
        grow();
    Slot& slot = slotOf(captured, hash);
    if (slot.place == vacant) {
        ++m_pairs;
        slot.place = static_cast<std::uint32_t>(begin(captured, nullptr));
    } else if (captured.segment.flags.syn && !captured.segment.flags.rst) {
        const std::uint32_t place = slot.place;
        const ConnectionInference& former = m_kept->connections[place];
        if (former.isEndedBySyn(former.senderOf(captured), captured.segment)) {
            endFormer(place, captured.at);
            slot.place = static_cast<std::uint32_t>(begin(captured, &former));
            m_former.emplace(slot.place, place);
        }
    } else if (!m_former.empty()) {
        const std::size_t place = placeAmongBoth(slot, captured);
        m_kept->connections[place].add(captured);
        return place;
    }
    m_kept->connections[slot.place].add(captured);
    return slot.place;
}

/// There is nothing more of the connection before the one of that place.
void CapturedConnections::endFormer(std::uint32_t place, Time at)
{
    const auto former = m_former.find(place);
    if (former == m_former.end())
        return;
    m_kept->connections[former->second].finish(at);
    m_former.erase(former);
}

/// Until its SYN is answered, what has the numbers of the connection before belongs to that: one in TIME_WAIT answers
/// the SYN with them. Where the sender of the SYN goes on with a connection that was open, the SYN was not its own.
std::size_t CapturedConnections::placeAmongBoth(Slot& slot, const CapturedSegment& captured)
{
    const auto entry = m_former.find(slot.place);
    if (entry == m_former.end())
        return slot.place;
    ConnectionInference& latest = m_kept->connections[slot.place];
    const ConnectionInference& former = m_kept->connections[entry->second];
    if (latest.end(Side::Server).numbers.isSeen()) {
        endFormer(slot.place, captured.at);
        return slot.place;
    }
    const Segment& segment = captured.segment;
    const Side side = latest.senderOf(captured);
    if (latest.distanceFrom(side, segment) <= former.distanceFrom(former.senderOf(captured), segment))
        return slot.place;
    if (side == Side::Server || segment.flags.rst || former.isOver())
        return entry->second;
    latest.disown();
    slot.place = entry->second;
    m_former.erase(entry);
    return slot.place;
}

/// The same for both directions.
std::uint32_t CapturedConnections::hashOf(const CapturedSegment& captured) const
{
    const std::uint64_t both = mix(m_seed, captured.from) + mix(m_seed, captured.to);
    return static_cast<std::uint32_t>(mix(m_seed, both) >> 32U);
}

/// Of the connection's ends, or vacant, and then theirs.
CapturedConnections::Slot& CapturedConnections::slotOf(const CapturedSegment& captured, std::uint32_t hash)
{
    const std::size_t mask = m_latest.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        Slot& slot = m_latest[i];
        if (slot.place == vacant) {
            slot.hash = hash;
            return slot;
        }
        if (slot.hash == hash && areEnds(m_kept->connections[slot.place].sockets(), captured.from, captured.to))
            return slot;
    }
}

void CapturedConnections::grow()
{
    constexpr std::size_t fewest = 1024;
    const std::vector<Slot> old = std::exchange(m_latest, std::vector<Slot>(std::max(fewest, 2 * m_latest.size())));
    const std::size_t mask = m_latest.size() - 1;
    for (const Slot& slot : old) {
        if (slot.place == vacant)
            continue;
        std::size_t i = slot.hash & mask;
        while (m_latest[i].place != vacant)
            i = (i + 1) & mask;
        m_latest[i] = slot;
    }
}

std::size_t CapturedConnections::begin(const CapturedSegment& captured, const ConnectionInference* former)
{
    const PerSide<SocketAddress> sockets = rolesIn(captured);
    std::optional<ConnectionInference::Former> left;
    if (former != nullptr) {
        const bool isSameWay = former->sockets() == sockets;
        const PerSide<State> states{former->stateAt(Side::Client, captured.at),
                                    former->stateAt(Side::Server, captured.at)};
        const ObservedEnd& opener = former->end(former->senderOf(captured)).numbers;
        left = {.states = isSameWay ? states : PerSide<State>{states.server, states.client},
                .hasSameSyn =
                    opener.sentSyn() && opener.iss() == captured.segment.seq && !captured.segment.options.timestamps};
    }
    m_kept->connections.emplace_back(sockets, left, &m_kept->pages);
    return m_kept->connections.size() - 1;
}

void CapturedConnections::finish(Time end)
{
    for (ConnectionInference& connection : m_kept->connections)
        connection.finish(end);
    m_latest = {};
    m_pairs = 0;
}

} // namespace finwait
