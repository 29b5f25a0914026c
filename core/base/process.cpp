#include "core/base/process.h"

#include "core/base/log.h"

#include <openssl/crypto.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace core::base
{
void keepToOwner()
{
    umask(S_IRWXG | S_IRWXO);
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) {
        qCWarning(lcApp) << "core dumps could not be switched off; a crash may leave keys on disk";
    }
    if (prctl(PR_SET_DUMPABLE, 0) != 0) {
        qCWarning(lcApp) << "other programs of this user could not be kept from reading the memory";
    }
}

void keepOpenSslToTheEnd()
{
    if (OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) != 1) {
        qCWarning(lcApp) << "OpenSSL could not be set up; encrypted notices will not be readable";
    }
}
}  // namespace core::base
