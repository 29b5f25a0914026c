#include "core/kis/cp949.h"

#include <array>
#include <cerrno>
#include <iconv.h>

namespace core::kis
{
void Cp949Decoder::Close::operator()(void* handle) const
{
    iconv_close(handle);
}

Cp949Decoder::Cp949Decoder()
{
    iconv_t handle = iconv_open("UTF-16LE", "CP949");
    // Part of every C library this program is built for; without it no file could be read.
    Q_ASSERT(reinterpret_cast<std::intptr_t>(handle) != -1);
    m_handle.reset(handle);
}

QString Cp949Decoder::decode(QByteArrayView bytes) const
{
    QByteArray input = bytes.toByteArray();
    char* in = input.data();
    auto inLeft = static_cast<std::size_t>(input.size());
    QString text;
    iconv(m_handle.get(), nullptr, nullptr, nullptr, nullptr);
    while (inLeft > 0) {
        std::array<char16_t, 64> buffer{};
        char* out = reinterpret_cast<char*>(buffer.data());
        std::size_t outLeft = sizeof buffer;
        const std::size_t result = iconv(m_handle.get(), &in, &inLeft, &out, &outLeft);
        const int error = errno;
        text.append(QStringView{
            buffer.data(), static_cast<qsizetype>((sizeof buffer - outLeft) / sizeof(char16_t))});
        if (result != static_cast<std::size_t>(-1) || error == E2BIG) {
            continue;
        }
        if (error == EINVAL) {
            break;  // Half a syllable at the end.
        }
        text.append(QChar::ReplacementCharacter);
        ++in;
        --inLeft;
    }
    return text;
}
}  // namespace core::kis
