// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A value or the reason why there is none: what functions return that can fail on input from outside. A small part of
// C++23's std::expected, under the same names.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace finwait {

template <typename E>
struct Unexpected {
    E error;
};

template <typename E>
Unexpected(E) -> Unexpected<E>;

template <typename T, typename E>
class [[nodiscard]] Expected
{
public:
    Expected(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Expected(Unexpected<E> unexpected) : m_content(std::in_place_index<1>, std::move(unexpected.error)) {}

    [[nodiscard]] bool has_value() const { return m_content.index() == 0; }
    explicit operator bool() const { return has_value(); }

    /// There must be a value.
    [[nodiscard]] const T& operator*() const&
    {
        assert(has_value());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] T&& operator*() &&
    {
        assert(has_value());
        return std::move(*std::get_if<0>(&m_content));
    }
    [[nodiscard]] const T* operator->() const { return &**this; }
    /// There must be an error.
    [[nodiscard]] const E& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_content);
    }

private:
    std::variant<T, E> m_content;
};

} // namespace finwait
