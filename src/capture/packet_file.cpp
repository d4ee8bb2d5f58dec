// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/packet_file.h"

#include "capture/capture_input.h"
#include "capture/pcap_file.h"
#include "capture/pcapng_file.h"

#include <utility>

namespace finwait {

namespace {

using Opened = Expected<std::unique_ptr<PacketFile>, Message>;

/// `input` gives the file once more each time.
template <typename Input>
Opened begin(const Input& input)
{
    Expected<CaptureInput, Message> opened = input();
    if (!opened)
        return Unexpected{opened.error()};
    CaptureInput octets = *std::move(opened);
    if (octets.firstOctet() != PcapngFile::firstOctet)
        return PcapFile::begin(std::move(octets));
    Expected<std::unique_ptr<PcapngFile>, Message> begun = PcapngFile::begin(std::move(octets));
    if (!begun)
        return Unexpected{begun.error()};
    std::unique_ptr<PcapngFile> file = *std::move(begun);
    if (file->knowsLink())
        return std::unique_ptr<PacketFile>(std::move(file));
    // Interfaces can be described anywhere in the file.
    while (!file->knowsLink() && file->next()) {}
    if (!file->knowsLink())
        return Unexpected{unreadDataLink(file->firstLink())};
    opened = input();
    if (!opened)
        return Unexpected{opened.error()};
    begun = PcapngFile::begin(*std::move(opened));
    if (!begun)
        return Unexpected{begun.error()};
    return std::unique_ptr<PacketFile>(*std::move(begun));
}

} // namespace

Opened PacketFile::open(const std::string& path)
{
    return begin([&path] { return CaptureInput::open(path); });
}

Opened PacketFile::read(std::span<const std::uint8_t> octets)
{
    return begin([octets] { return CaptureInput::read(octets); });
}

} // namespace finwait
