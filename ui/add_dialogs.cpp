#include "ui/add_dialogs.h"

#include "ui/condition_model.h"
#include "ui/desk_table.h"
#include "ui/plain_text.h"
#include "ui/rule_lookup.h"
#include "ui/what_if_view.h"
#include "ui/words_rules.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

namespace
{
constexpr int kReasonMax = 200;

QLabel* paragraph(const QString& text, QWidget* parent)
{
    QLabel* label = plainLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

QLineEdit* reasonField(QWidget* parent)
{
    auto* field = new QLineEdit{parent};
    field->setMaxLength(kReasonMax);
    field->setPlaceholderText(BlockAddDialog::tr("Reason, for the journal"));
    field->setAccessibleName(BlockAddDialog::tr("Reason"));
    return field;
}

bool isFilled(const QLineEdit& field)
{
    return !field.text().trimmed().isEmpty();
}
}  // namespace

BlockAddDialog::BlockAddDialog(const domain::Symbol& symbol, const QString& name, QWidget* parent)
    : QDialog{parent}, m_reason{reasonField(this)}
{
    setObjectName(QStringLiteral("blockAddDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Block the add: %1").arg(name));
    auto* buttons = new QDialogButtonBox{this};
    m_block = buttons->addButton(tr("Block"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    m_block->setEnabled(false);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this] { m_block->setEnabled(isFilled(*m_reason)); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this, symbol] {
        if (!isFilled(*m_reason)) {
            return;
        }
        Q_EMIT confirmed({.symbol = symbol,
                          .mode = domain::AddMode::Block,
                          .reason = m_reason->text().trimmed()});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    // Named here too: panels change their symbol under the hand, and a title is not always shown.
    layout->addWidget(paragraph(
        tr("%1 %2: nothing is added until you choose Auto again. Exits go on.", "code, name")
            .arg(symbol.toString(), name),
        this));
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    m_reason->setFocus();
}

ApproveAddDialog::ApproveAddDialog(const domain::DeskSnapshot& desk, const domain::Symbol& symbol,
                                   const core::config::PyramidSection& config, const Theme& theme,
                                   QWidget* parent)
    : QDialog{parent},
      m_symbol{symbol},
      m_waived{paragraph({}, this)},
      m_never{paragraph({}, this)},
      m_failing{new ConditionModel{this}},
      m_table{new DeskTable{this}},
      m_whatIf{new WhatIfView{this}},
      m_reason{reasonField(this)}
{
    setObjectName(QStringLiteral("approveAddDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Approve the add: %1").arg(issueName(desk, symbol)));
    m_failing->setTheme(theme);
    m_table->setModel(m_failing);
    m_table->setAccessibleName(tr("Conditions that say no"));
    QStringList samples;
    for (int column = 0; column < kConditionColumns; ++column) {
        samples.push_back(ConditionModel::sample(static_cast<ConditionColumn>(column)));
        m_table->setColumnHidden(column, column >= static_cast<int>(ConditionColumn::Gauge));
    }
    m_table->setFontPoints(font().pointSize());
    m_table->setColumnSamples(samples);
    m_table->horizontalHeader()->setSectionResizeMode(static_cast<int>(ConditionColumn::Name),
                                                      QHeaderView::Stretch);
    m_table->setMinimumHeight(rowHeight(font().pointSize()) * 6);
    m_whatIf->setTheme(theme, font());
    const auto seconds = config.overrideTtl.count();
    auto* buttons = new QDialogButtonBox{this};
    m_approve =
        buttons->addButton(tr("Approve for %1 s").arg(seconds), QDialogButtonBox::AcceptRole);
    QPushButton* back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setDefault(true);
    m_approve->setAutoDefault(false);
    connect(m_reason, &QLineEdit::textChanged, this, &ApproveAddDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_approve->isEnabled()) {
            return;
        }
        Q_EMIT confirmed({.symbol = m_symbol,
                          .mode = domain::AddMode::Approve,
                          .reason = m_reason->text().trimmed()});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(paragraph(tr("%1 %2: these conditions say no now", "code, name")
                                    .arg(symbol.toString(), issueName(desk, symbol)),
                                this));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_waived);
    layout->addWidget(m_never);
    layout->addWidget(paragraph(tr("After the add:"), this));
    layout->addWidget(m_whatIf);
    layout->addWidget(
        paragraph(tr("The approval ends after %1 s or with the first order.").arg(seconds), this));
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    setMinimumWidth(600);
    m_never->setStyleSheet(QStringLiteral("color: %1").arg(theme.warn.name()));
    apply(desk);
    m_reason->setFocus();
}

void ApproveAddDialog::apply(const domain::DeskSnapshot& desk)
{
    const domain::RuledPosition* ruled = ruledOf(desk, m_symbol);
    m_offered = ruled != nullptr && ruled->approvalOffered;
    if (ruled == nullptr) {
        m_failing->apply({});
        m_waived->clear();
        m_never->setText(tr("The position is gone; there is nothing to approve."));
        m_whatIf->apply(std::nullopt);
        check();
        return;
    }
    QStringList waived;
    QStringList never;
    std::vector<ConditionLine> failing;
    std::vector<ConditionLine> lines = addLines(*ruled, liveOf(desk, m_symbol), desk.now);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const domain::Condition& condition = ruled->add[i];
        if (domain::says(condition.outcome)) {
            continue;
        }
        (isWaivable(condition.id) ? waived : never).push_back(lines[i].name);
        failing.push_back(lines[i]);
    }
    m_failing->apply(std::move(failing));
    m_waived->setText(waived.isEmpty() ? tr("Nothing has to be waived.")
                                       : tr("Waived: %1").arg(waived.join(QStringLiteral(", "))));
    m_never->setText(never.isEmpty()
                         ? tr("Never waived: P1, P9 to P12, fresh data, the gate.")
                         : tr("Cannot be waived, so no order leaves while they say no: %1")
                               .arg(never.join(QStringLiteral(", "))));
    m_whatIf->apply(ruled->whatIf);
    check();
}

void ApproveAddDialog::check()
{
    m_approve->setEnabled(m_offered && isFilled(*m_reason));
    m_approve->setToolTip(m_offered ? QString{} : tr("No add can be approved in this state"));
}

QString ApproveAddDialog::waivedText() const
{
    return m_waived->text();
}

QString ApproveAddDialog::neverText() const
{
    return m_never->text();
}
}  // namespace ui

#include "moc_add_dialogs.cpp"
