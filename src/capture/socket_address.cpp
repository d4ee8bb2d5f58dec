// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/socket_address.h"

#include <arpa/inet.h>

#include <charconv>
#include <string_view>

namespace finwait {

namespace {

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, port);
    if (error != std::errc{} || rest != end || port == 0)
        return std::nullopt;
    return port;
}

template <typename Address>
std::optional<SocketAddress> parseHost(int family, std::string_view text, std::uint16_t port)
{
    Address address{};
    if (inet_pton(family, std::string(text).c_str(), address.data()) != 1)
        return std::nullopt;
    return SocketAddress{address, port};
}

void append(std::string& text, unsigned number)
{
    std::array<char, 5> digits{}; // of a port, at most
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), end);
}

} // namespace

std::string text(const SocketAddress& address)
{
    std::string text;
    if (const auto* v4 = std::get_if<Ipv4Address>(&address.host)) {
        for (const std::uint8_t& octet : *v4) {
            append(text, octet);
            text += &octet == &v4->back() ? ':' : '.';
        }
    } else {
        std::array<char, INET6_ADDRSTRLEN> host{};
        inet_ntop(AF_INET6, std::get_if<Ipv6Address>(&address.host)->data(), host.data(), host.size());
        text = '[' + std::string(host.data()) + "]:";
    }
    append(text, address.port);
    return text;
}

std::optional<SocketAddress> parseSocketAddress(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || text.find('\0') != std::string::npos)
        return std::nullopt;
    const std::string_view host(text.data(), colon);
    const auto port = parsePort(std::string_view(text).substr(colon + 1));
    if (!port)
        return std::nullopt;
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        return parseHost<Ipv6Address>(AF_INET6, host.substr(1, host.size() - 2), *port);
    return parseHost<Ipv4Address>(AF_INET, host, *port);
}

Expected<PerSide<SocketAddress>, SocketsFlaw> parseSockets(const PerSide<std::string>& texts)
{
    const auto client = parseSocketAddress(texts.client);
    if (!client)
        return Unexpected{SocketsFlaw::ClientNotNumeric};
    const auto server = parseSocketAddress(texts.server);
    if (!server)
        return Unexpected{SocketsFlaw::ServerNotNumeric};
    if (client->host.index() != server->host.index())
        return Unexpected{SocketsFlaw::TwoFamilies};
    return PerSide<SocketAddress>{*client, *server};
}

} // namespace finwait
