// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/application.h"

int main(int argc, char** argv)
{
    return finwait::runApplication(argc, argv);
}
