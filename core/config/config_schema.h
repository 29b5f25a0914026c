#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <QString>
#include <QStringList>

#include <span>

namespace core::config
{
/// One value of the file as it was written: text and what kind of text.
struct RawValue
{
    enum class Kind
    {
        Number,  ///< `text` is the number's own characters, so nothing passes through a double.
        Text,
        Boolean,  ///< `text` is "true" or "false".
        TextList,
        Other,
    };
    Kind kind = Kind::Other;
    QString text;
    QStringList list;
};

/// One configuration key: where it goes, what it means, what is allowed, what it is by default.
///
/// The table of these is the code, the settings dialog's contents and the documentation.
struct KeySpec
{
    const char* section;
    const char* name;
    const char* otherwise;  ///< Default, as it would be written.
    const char* allowed;    ///< In words, for the error message: "0.1 to 10", "on or off".
    const char* meaning;    ///< English; the settings dialog translates it.
    /// Checks and stores. The error's detail says only what is allowed; the caller adds file, key
    /// and value.
    base::Status (*set)(const KeySpec& spec, Config& config, const RawValue& value);
    /// Canonical text: equal values give equal text whatever way they were written.
    QString (*text)(const Config& config);

    [[nodiscard]] QString path() const;
};

/// All keys but `env`, in the order of the file. Thread: any.
[[nodiscard]] std::span<const KeySpec> keySpecs();

/// The section's name that `path` belongs to exists.
[[nodiscard]] bool isSection(const QString& name);
}  // namespace core::config
