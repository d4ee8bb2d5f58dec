// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The octets of a capture file in whatever form it is: opened, and unpacked on the way where it is compressed.
#pragma once

#include "capture/file_pointer.h"
#include "capture/gzip_file.h"
#include "core/expected.h"
#include "core/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace finwait {

class CaptureInput
{
public:
    /// `path` as the system has it.
    [[nodiscard]] static Expected<CaptureInput, Message> open(const std::string& path);
    /// The octets must outlive it.
    [[nodiscard]] static Expected<CaptureInput, Message> read(std::span<const std::uint8_t> octets);

    /// Its first octet, which is still to be read afterwards; EOF: it has none.
    [[nodiscard]] int firstOctet();
    /// To be taken once, and closed before this is destroyed. It is read from its beginning, and cannot seek.
    [[nodiscard]] FilePointer takeFile() { return std::move(m_file); }

    /// How much of it is read, from 0 to 1, where `offset` octets of the file that was taken are.
    [[nodiscard]] double progressAt(std::uint64_t offset) const;
    /// Once the file that was taken has come to its end: why it ends there, if that is for how it is compressed.
    /// `packets` were read until then.
    [[nodiscard]] std::optional<Message> compressionFlaw(std::uint64_t packets) const;

private:
    CaptureInput() = default;
    [[nodiscard]] static Expected<CaptureInput, Message> begin(FilePointer file, std::uint64_t size);

    // In the order in which one needs those before it.
    std::unique_ptr<char[]> m_buffer; // of m_file
    std::unique_ptr<GzipFile> m_gzip; // nullptr: it is not compressed
    FilePointer m_file;
    std::uint64_t m_size = 0; // as it is, in octets
};

} // namespace finwait
