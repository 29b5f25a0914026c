#pragma once

namespace core::base
{
/// Keeps what is in memory and on disk to this user: no core dump, no other process that reads the
/// memory (keys and tokens are in it), and files made from now on readable by the owner only.
///
/// Errors: none; what the system refuses is logged, the program goes on.
/// Thread: main, before anything else starts.
void keepToOwner();

/// Leaves OpenSSL as it is when the process ends.
///
/// QThread::wait() returns before the thread itself is gone, so a thread may still give back what
/// OpenSSL kept for it while the library's own exit handler already takes it apart: about one end
/// in 1,500 crashed. The system frees everything anyway.
/// Thread: any, before the first thread that uses OpenSSL; again is harmless.
void keepOpenSslToTheEnd();
}  // namespace core::base
