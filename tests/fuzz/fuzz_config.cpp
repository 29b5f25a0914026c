// Configuration text: whatever is accepted is within its ranges and hashes like its own values.

#include "core/config/config_file.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace core::config;
    const QByteArray json{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    const auto config = parseConfig(json, QStringLiteral("fuzz"));
    if (!config) {
        return 0;
    }
    // Accepted means valid: every value passes its own check again, and the combination too.
    Config again = defaultConfig(config->env);
    for (const auto& [path, value] : effectiveValues(*config)) {
        const bool choice = path.endsWith(u"method") || path.endsWith(u"_basis")
                            || path.endsWith(u"_policy") || path.endsWith(u"order_type")
                            || path.endsWith(u".language") || path == u"ui.theme";
        if (path == u"env" || choice || value.isEmpty()) {
            continue;  // Choices are shown as numbers: compared through the hash of the rest.
        }
        const auto one = withValue(*config, path, value);
        if (!one || configHash(*one) != configHash(*config)) {
            std::abort();
        }
    }
    if (!crossCheck(*config)) {
        std::abort();
    }
    return 0;
}
