# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# Everything Finwait needs from outside. HACKING.md says what each is for.

set(FINWAIT_QT_MINIMUM 6.4)

find_package(Qt6 ${FINWAIT_QT_MINIMUM} REQUIRED COMPONENTS Core DBus Gui LinguistTools StateMachine Svg Widgets)
find_package(nlohmann_json 3.10 REQUIRED)

if(FINWAIT_DEVELOPER_MODE)
    find_package(Qt6 ${FINWAIT_QT_MINIMUM} REQUIRED COMPONENTS Scxml Test)
endif()
