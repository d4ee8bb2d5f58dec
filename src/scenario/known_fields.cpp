// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/known_fields.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace finwait {
namespace {

using Json = nlohmann::ordered_json;

void carryFields(Json& now, const Json& known, const Json& file)
{
    for (const auto& field : file.items()) {
        const auto inKnown = known.find(field.key());
        const auto inNow = now.find(field.key());
        if (inKnown == known.end() && inNow == now.end())
            now[field.key()] = field.value();
        else if (inKnown != known.end() && inNow != now.end())
            carryUnknownFields(*inNow, *inKnown, field.value());
    }
}

/// For each entry of `now`, its place in `known`.
std::vector<std::optional<std::size_t>> pairs(const Json& now, const Json& known)
{
    std::vector<std::optional<std::size_t>> places(now.size());
    std::vector<bool> taken(known.size());
    std::size_t next = 0; // entries mostly keep their order
    for (std::size_t i = 0; i < now.size(); ++i) {
        for (std::size_t tried = 0; tried < known.size() && !places[i]; ++tried) {
            const std::size_t place = (next + tried) % known.size();
            if (!taken[place] && known[place] == now[i])
                places[i] = place;
        }
        if (places[i]) {
            taken[*places[i]] = true;
            next = *places[i] + 1;
        }
    }
    for (std::size_t i = 0; i < now.size() && now.size() == known.size(); ++i) {
        if (!places[i] && !taken[i])
            places[i] = i;
    }
    return places;
}

void carryEntries(Json& now, const Json& known, const Json& file)
{
    const auto places = pairs(now, known);
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (places[i])
            carryUnknownFields(now[i], known[*places[i]], file[*places[i]]);
    }
}

} // namespace

void carryUnknownFields(Json& now, const Json& known, const Json& file)
{
    if (now.is_object() && known.is_object() && file.is_object())
        carryFields(now, known, file);
    else if (now.is_array() && known.is_array() && file.is_array() && known.size() == file.size())
        carryEntries(now, known, file);
}

} // namespace finwait
