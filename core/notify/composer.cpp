#include "core/notify/composer.h"

namespace core::notify
{
namespace
{
constexpr qsizetype kNameUnitsMax = 60;
}  // namespace

QString issueText(const domain::Symbol& symbol, const QString& name)
{
    const QString known = fieldText(name, kNameUnitsMax);
    if (known.isEmpty()) {
        return symbol.toString();
    }
    return QStringLiteral("%1 %2").arg(known, symbol.toString());
}

void Composer::headline(const QString& text, bool loud)
{
    const QString sign = loud ? QStringLiteral("⚠ ") : QString{};
    const QString where = environmentWord(m_options.environment, m_options.language);
    m_document.lines.push_back(
        {{.text = sign + u'[' + where + u']' + u' ' + text, .mark = Mark::Bold}});
}

void Composer::row(Word label, const QString& value)
{
    if (!value.isEmpty()) {
        m_document.lines.push_back({{.text = say(label) + u' '}, {.text = value}});
    }
}

void Composer::issue(const domain::Symbol& symbol, const QString& name)
{
    if (symbol.isEmpty()) {
        return;
    }
    const QString known = fieldText(name, kNameUnitsMax);
    TextLine line;
    if (!known.isEmpty()) {
        line.push_back({.text = known + u' '});
    }
    line.push_back({.text = symbol.toString(), .mark = Mark::Code});
    m_document.lines.push_back(line);
}

void Composer::trade(domain::Quantity quantity, const QString& price)
{
    const bool counts = tellsAmounts() && quantity.shares() > 0;
    const QString shares = groupedText(quantity.shares());
    if (counts && !price.isEmpty()) {
        line(say(Word::SharesAtPrice).arg(shares, price));
    } else if (counts) {
        line(say(Word::Shares).arg(shares));
    } else if (!price.isEmpty()) {
        line(say(Word::AtPrice).arg(price));
    }
}

void Composer::result(Word label, std::optional<domain::Won> won, std::optional<std::int64_t> share)
{
    const QString percent = share ? percentText(*share) : QString{};
    if (!won || !tellsAmounts()) {
        row(label, percent);
        return;
    }
    const QString sum = say(Word::Won).arg(signedText(won->value()));
    row(label, share ? QStringLiteral("%1 (%2)").arg(sum, percent) : sum);
}

void Composer::won(Word label, std::optional<domain::Won> amount)
{
    if (amount && tellsAmounts()) {
        row(label, say(Word::Won).arg(groupedText(amount->value())));
    }
}

void Composer::at(domain::Timestamp time)
{
    line(domain::timeText(std::chrono::floor<std::chrono::seconds>(domain::kstTimeOfDay(time))));
}
}  // namespace core::notify
