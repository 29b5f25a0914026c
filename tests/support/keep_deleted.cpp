// Preloaded into test programs by `.ci/suite-secrets`: a file under KEEP_FROM that is deleted or
// written over by a rename stays as a second name in KEEP_TO, so that what the suite wrote can be
// searched after its temporary folders are gone.

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{
template <typename Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// The name may be relative to a folder that is open (unlinkat) or to the working folder.
void keep(int folder, const char* path)
{
    const int before = errno;
    const char* const from = std::getenv("KEEP_FROM");
    const char* const to = std::getenv("KEEP_TO");
    struct stat about = {};
    if (from != nullptr && to != nullptr && path != nullptr
        && fstatat(folder, path, &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(about.st_mode)
        && about.st_size > 0
        && (path[0] != '/' || std::strncmp(path, from, std::strlen(from)) == 0)) {
        static std::atomic<unsigned> count{0};
        const char* const slash = std::strrchr(path, '/');
        char name[PATH_MAX];
        std::snprintf(name, sizeof name, "%s/%d-%u-%s", to, static_cast<int>(getpid()),
                      count.fetch_add(1), slash == nullptr ? path : slash + 1);
        // Of another disk (the small ones of the full-disk tests): nothing to be done, not the
        // test's fault.
        [[maybe_unused]] const int done = linkat(folder, path, AT_FDCWD, name, 0);
    }
    errno = before;
}
}  // namespace

extern "C" {
int unlink(const char* path) noexcept
{
    static const auto real = next<int (*)(const char*)>("unlink");
    keep(AT_FDCWD, path);
    return real(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept
{
    static const auto real = next<int (*)(int, const char*, int)>("unlinkat");
    if ((flags & AT_REMOVEDIR) == 0) {
        keep(folder, path);
    }
    return real(folder, path, flags);
}

int remove(const char* path) noexcept
{
    static const auto real = next<int (*)(const char*)>("remove");
    keep(AT_FDCWD, path);
    return real(path);
}

int rename(const char* from, const char* to) noexcept
{
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    keep(AT_FDCWD, to);
    return real(from, to);
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to,
              unsigned int flags) noexcept
{
    static const auto real =
        next<int (*)(int, const char*, int, const char*, unsigned int)>("renameat2");
    keep(toFolder, to);
    return real(fromFolder, from, toFolder, to, flags);
}
}
