// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The C library has words for an error in the language of the desktop. The window may be in another one, so those that
// people meet have their own here.
#include "core/system_message.h"

#include <cerrno>
#include <system_error>

namespace finwait {

Message systemMessage(int error)
{
    switch (error) {
    case ENOENT: return Message::tr("No such file or directory");
    case EACCES: return Message::tr("Permission denied");
    case EPERM: return Message::tr("Operation not permitted");
    case EISDIR: return Message::tr("this is a folder");
    case ENOTDIR: return Message::tr("Not a directory");
    case ENAMETOOLONG: return Message::tr("File name too long");
    case ELOOP: return Message::tr("Too many levels of symbolic links");
    case EMFILE:
    case ENFILE: return Message::tr("Too many open files");
    case EFBIG: return Message::tr("File too large");
    case ENOSPC: return Message::tr("No space left on device");
    case EDQUOT: return Message::tr("Disk quota exceeded");
    case EROFS: return Message::tr("Read-only file system");
    case EIO: return Message::tr("Input/output error");
    default: return Message::tr("error %1 of the system (%2)").arg(error).arg(std::generic_category().message(error));
    }
}

Message notRegularFile()
{
    return Message::tr("this is not a regular file");
}

} // namespace finwait
