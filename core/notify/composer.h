#pragma once

#include "core/notify/figures.h"
#include "core/notify/render.h"

#include <optional>

namespace core::notify
{
/// Puts lines together for the renderers of this room; the one place that knows what may be told.
class Composer final
{
public:
    explicit Composer(const RenderOptions& options) : m_options{options} {}

    /// "[LIVE] text", bold; `loud` puts a sign of warning in front.
    void headline(const QString& text, bool loud = false);
    void line(const QString& text) { m_document.lines.push_back({{.text = text}}); }
    /// "label value"; nothing for an empty value.
    void row(Word label, const QString& value);
    /// "Name 005930"; nothing without a symbol.
    void issue(const domain::Symbol& symbol, const QString& name);
    void code(const QString& text)
    {
        m_document.lines.push_back({{.text = text, .mark = Mark::Code}});
    }
    /// "10 shares at 71,800 won", or only the price.
    void trade(domain::Quantity quantity, const QString& price);
    /// "Net ▲ +12,345 won (▲ +1.23 %)", or only the percentage.
    void result(Word label, std::optional<domain::Won> won, std::optional<std::int64_t> share);
    void won(Word label, std::optional<domain::Won> amount);  ///< Nothing where not told.
    void at(domain::Timestamp time);

    [[nodiscard]] QString say(Word which) const { return word(which, m_options.language); }
    [[nodiscard]] Language language() const noexcept { return m_options.language; }
    [[nodiscard]] bool tellsAmounts() const noexcept { return m_options.amounts; }
    [[nodiscard]] Document take() { return std::move(m_document); }

private:
    RenderOptions m_options;
    Document m_document;
};

/// "Name 005930" in one piece, for headlines.
[[nodiscard]] QString issueText(const domain::Symbol& symbol, const QString& name);
}  // namespace core::notify
