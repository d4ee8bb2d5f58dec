// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

//   fuzz_driver CORPUS SEEDS...
//
// gives a fuzz target each file of the given folders, in order of their names: libFuzzer's part where no inputs are
// looked for, and a compiler without libFuzzer. The file that was given last is the one that the target died of.
#include "fuzz/fuzz_target.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <vector>

namespace {

using Paths = std::vector<std::filesystem::path>;

Paths filesIn(const std::filesystem::path& folder)
{
    Paths files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

bool give(const std::filesystem::path& path)
{
    std::printf("%s\n", path.c_str());
    std::fflush(stdout);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return false;
    const std::vector<char> octets{std::istreambuf_iterator<char>(file), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size());
    return true;
}

bool giveAll(std::span<char*> folders)
{
    for (const char* folder : folders) {
        const Paths files = filesIn(folder);
        if (files.empty() || !std::ranges::all_of(files, give)) {
            (void)std::fprintf(stderr, "%s: nothing to be read there\n", folder);
            return false;
        }
    }
    return !folders.empty();
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return giveAll(std::span(argv, static_cast<std::size_t>(argc)).subspan(1)) ? 0 : 1;
    } catch (const std::exception& error) {
        (void)std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
