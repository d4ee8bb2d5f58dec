// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A file is written beside its place under another name, and renamed when all of it is there.
#include "scenario/scenario_file.h"

#include "core/system_message.h"
#include "scenario/file_contents.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <random>
#include <string_view>
#include <system_error>

namespace finwait {
namespace {

namespace fs = std::filesystem;

struct Closing {
    void operator()(std::FILE* file) const { std::fclose(file); } // of what was written, the result is asked for before
};
using File = std::unique_ptr<std::FILE, Closing>;

/// A name beside `path` that nobody else has.
fs::path nameBeside(const fs::path& path)
{
    fs::path name = path;
    name += ".new-" + std::to_string(std::random_device{}());
    return name;
}

/// The error, or 0. The file must not exist.
int writeNew(const fs::path& path, std::string_view text)
{
    File file{std::fopen(path.c_str(), "wbx")};
    if (!file)
        return errno;
    const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
    const int error = errno;
    if (std::fclose(file.release()) != 0)
        return errno;
    return written ? 0 : error;
}

/// What is wrong with a file that would be written, or nothing.
std::optional<ReadError> unreadableAgain(const fs::path& path, const std::string& text)
{
    if (text.size() > largestScenarioFile)
        return fileError(path, Message::tr("the file would be too large"), atMost(largestScenarioFile));
    const auto again = readScenario(text);
    if (again)
        return std::nullopt;
    ReadError error = again.error();
    error.file = path.string();
    error.hint = Message::tr("what would be written could not be read again");
    return error;
}

/// What went wrong, or nothing.
Message replace(const fs::path& path, std::string_view text)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const bool exists = fs::exists(status);
    if (exists && !fs::is_regular_file(status))
        return notRegularFile();
    const fs::path target = exists ? fs::canonical(path, error) : path;
    if (exists && error)
        return systemMessage(error.value());

    const fs::path fresh = nameBeside(target);
    if (const int failed = writeNew(fresh, text); failed != 0) {
        fs::remove(fresh, error);
        return systemMessage(failed);
    }
    error.clear();
    if (exists)
        fs::permissions(fresh, status.permissions(), error);
    if (!error)
        fs::rename(fresh, target, error);
    if (!error)
        return {};
    std::error_code ignored;
    fs::remove(fresh, ignored);
    return systemMessage(error.value());
}

} // namespace

Expected<Scenario, ReadError> readScenarioFile(const fs::path& path)
{
    const Message expected = Message::tr("a scenario file (.finwait)");
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::status_known(status) || !fs::exists(status))
        return Unexpected{fileError(path, systemMessage(error.value()), expected)};
    if (!fs::is_regular_file(status))
        return Unexpected{fileError(path, notRegularFile(), expected)};
    const auto text = fileContents(path, largestScenarioFile, expected);
    if (!text)
        return Unexpected{text.error()};
    auto scenario = readScenario(*text);
    if (scenario)
        return scenario;
    ReadError wrong = scenario.error();
    wrong.file = path.string();
    return Unexpected{std::move(wrong)};
}

std::optional<ReadError> writeScenarioFile(const fs::path& path, const Scenario& scenario)
{
    const std::string text = writeScenario(scenario);
    if (auto error = unreadableAgain(path, text))
        return error;
    Message failed = replace(path, text);
    if (failed.empty())
        return std::nullopt;
    return fileError(path, std::move(failed), {});
}

} // namespace finwait
