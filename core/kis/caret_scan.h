#pragma once

#include <QStringView>

#include <cstdint>
#include <vector>

namespace core::kis
{
/// Which instructions find the carets. All give the same positions; tests hold them together.
enum class CpuPath : std::uint8_t
{
    Scalar,  ///< One unit at a time: the reference.
    Sse2,
    Avx2,
};

/// The fastest path this processor has.
[[nodiscard]] CpuPath bestCpuPath() noexcept;
/// False for a path this processor cannot run.
[[nodiscard]] bool canRun(CpuPath path) noexcept;

/// Where the fields of a caret-separated text begin and end.
///
/// Works on the UTF-16 text as the socket delivers it. The buffer is kept between calls, so
/// steady traffic allocates nothing. Thread: one at a time.
class FieldEdges final
{
public:
    /// Finds the fields of `text` from unit `from` on; n carets make n + 1 fields.
    void scan(QStringView text, qsizetype from, CpuPath path);

    [[nodiscard]] std::size_t fieldCount() const noexcept { return m_count; }
    /// `edges()[i] + 1` is the first unit of field i, `edges()[i + 1]` the unit after its last.
    [[nodiscard]] const std::uint32_t* edges() const noexcept { return m_edges.data(); }

private:
    std::vector<std::uint32_t> m_edges;
    std::size_t m_count = 0;
};
}  // namespace core::kis
