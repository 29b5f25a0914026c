#pragma once

#include <utility>

namespace core::risk
{
class RiskGate;

/// A request the gate has let through. Nothing else can build one, and the order desk accepts
/// nothing else.
template <typename Request>
class Approved final
{
public:
    [[nodiscard]] const Request& request() const noexcept { return m_request; }

private:
    friend class RiskGate;
    explicit Approved(Request request) : m_request{std::move(request)} {}

    Request m_request;
};
}  // namespace core::risk
