# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# Everything Finwait needs from outside. HACKING.md says what each is for.

set(FINWAIT_QT_MINIMUM 6.4)

find_package(Qt6 ${FINWAIT_QT_MINIMUM} REQUIRED COMPONENTS Core DBus Gui LinguistTools StateMachine Svg Widgets)
find_package(nlohmann_json 3.10 REQUIRED)
find_package(ZLIB REQUIRED)

# libpcap brings nothing for CMake.
find_path(FINWAIT_PCAP_INCLUDE pcap/pcap.h REQUIRED)
find_library(FINWAIT_PCAP_LIBRARY pcap REQUIRED)
mark_as_advanced(FINWAIT_PCAP_INCLUDE FINWAIT_PCAP_LIBRARY)
add_library(Pcap::pcap UNKNOWN IMPORTED)
set_target_properties(Pcap::pcap PROPERTIES IMPORTED_LOCATION "${FINWAIT_PCAP_LIBRARY}"
                                            INTERFACE_INCLUDE_DIRECTORIES "${FINWAIT_PCAP_INCLUDE}")

if(FINWAIT_DEVELOPER_MODE)
    find_package(Qt6 ${FINWAIT_QT_MINIMUM} REQUIRED COMPONENTS Scxml Test)
endif()
