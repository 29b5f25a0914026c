#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace core::kis
{
/// Korean Windows text (code page 949) to Unicode; Qt has no decoder for it without ICU.
///
/// A byte that means nothing becomes U+FFFD; half a syllable at the end is dropped: a fixed-width
/// field may cut one. Thread: one at a time an object.
class Cp949Decoder final
{
public:
    Cp949Decoder();
    [[nodiscard]] QString decode(QByteArrayView bytes) const;

private:
    struct Close
    {
        void operator()(void* handle) const;
    };
    std::unique_ptr<void, Close> m_handle;
};
}  // namespace core::kis
