#include "ui/stop_dialog.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/price_distance.h"
#include "ui/rule_lookup.h"
#include "ui/step_spin.h"
#include "ui/words_rules.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

StopDialog::StopDialog(const domain::DeskSnapshot& desk, const domain::Symbol& symbol,
                       QWidget* parent)
    : QDialog{parent},
      m_symbol{symbol},
      m_now{plainLabel({}, this)},
      m_warning{plainLabel({}, this)},
      m_level{new PriceSpin{this}},
      m_confirm{new QCheckBox{tr("I mean it"), this}}
{
    setObjectName(QStringLiteral("stopDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Move the stop: %1").arg(issueName(desk, symbol)));
    const domain::RuledPosition* ruled = ruledOf(desk, symbol);
    const domain::SymbolView* live = liveOf(desk, symbol);
    m_steps = live == nullptr ? domain::StepTable::Share : live->steps;
    const domain::Price own =
        ruled != nullptr && ruled->marks.manualStop ? *ruled->marks.manualStop : domain::Price{};
    const domain::Price binding =
        ruled != nullptr && ruled->binding ? ruled->binding->price : domain::Price{};
    m_reference = own.won() > 0 ? own : binding;
    m_level->setTable(m_steps);
    m_level->setPrice(m_reference.won() > 0 ? domain::nextUp(m_reference, m_steps)
                                            : domain::Price{});
    m_level->setAccessibleName(tr("New stop"));
    auto* form = new QFormLayout;
    // Not every window manager shows a title.
    form->addRow(
        tr("Symbol"),
        plainLabel(QStringLiteral("%1 %2").arg(symbol.toString(), issueName(desk, symbol)), this));
    form->addRow(tr("Last price"), m_now);
    form->addRow(tr("Binding stop"),
                 plainLabel(ruled != nullptr && ruled->binding ? QStringLiteral("%1 (%2)").arg(
                                priceText(binding), ruleText(QString{ruled->binding->rule}))
                                                               : tr("none"),
                            this));
    form->addRow(tr("Your own stop"),
                 plainLabel(own.won() > 0 ? priceText(own) : tr("none"), this));
    form->addRow(tr("New stop"), m_level);
    auto* buttons = new QDialogButtonBox{this};
    m_move = buttons->addButton(tr("Move"), QDialogButtonBox::AcceptRole);
    m_remove = buttons->addButton(tr("Take away"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    m_remove->setVisible(own.won() > 0);
    connect(m_level, &QSpinBox::valueChanged, this, [this] {
        m_confirm->setChecked(false);  // Said of another price.
        check();
    });
    connect(m_confirm, &QCheckBox::toggled, this, &StopDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_move->isEnabled()) {
            return;
        }
        Q_EMIT confirmed({.symbol = m_symbol, .level = m_level->price()});
        accept();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed({.symbol = m_symbol, .level = std::nullopt});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_warning->setWordWrap(true);
    auto* layout = new QVBoxLayout{this};
    layout->addLayout(form);
    layout->addWidget(m_warning);
    layout->addWidget(m_confirm);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    apply(desk);
    m_level->setFocus();
    m_level->selectAll();
}

void StopDialog::apply(const domain::DeskSnapshot& desk)
{
    if (const domain::SymbolView* live = liveOf(desk, m_symbol)) {
        m_last = live->last;
    } else if (const domain::Position* position = positionOf(desk, m_symbol)) {
        m_last = position->last;
    }
    check();
}

void StopDialog::check()
{
    const domain::Price level = m_level->price();
    const bool down = m_reference.won() > 0 && level < m_reference;
    const bool sells = m_last.won() > 0 && level >= m_last;
    m_now->setText(
        QStringLiteral("%1 (%2)").arg(priceText(m_last), distanceText(m_last, level, m_steps)));
    m_warning->setText(
        sells ? tr("At or above the last price: it sells at once.")
        : down
            ? tr("Lower than the stop of %1: the loss may be larger.").arg(priceText(m_reference))
            : QString{});
    m_warning->setVisible(sells || down);
    m_confirm->setVisible(sells || down || m_remove->isVisibleTo(this));
    m_move->setEnabled(level.won() > 0 && ((!down && !sells) || m_confirm->isChecked()));
    m_remove->setEnabled(m_confirm->isChecked());
}

QString StopDialog::warning() const
{
    return m_warning->text();
}
}  // namespace ui

#include "moc_stop_dialog.cpp"
