// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT
//
// What every test reads; those of rooms with widgets read more. As finwait_precompiled.h, it only saves time.

#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QTest>

#ifdef QT_WIDGETS_LIB
#include "finwait_precompiled.h"
#endif
