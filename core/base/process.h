#pragma once

namespace core::base
{
/// Keeps what is in memory and on disk to this user: no core dump, no other process that reads the
/// memory (keys and tokens are in it), and files made from now on readable by the owner only.
///
/// Errors: none; what the system refuses is logged, the program goes on.
/// Thread: main, before anything else starts.
void keepToOwner();
}  // namespace core::base
