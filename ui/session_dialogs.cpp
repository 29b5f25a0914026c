#include "ui/session_dialogs.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/words_orders.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

namespace
{
enum FlattenColumn
{
    kSellIt,
    kCode,
    kName,
    kOwner,
    kShares,
    kExpected,
    kCovered,
    kFlattenColumns,
};
constexpr int kDigits = 4;

QLabel* paragraph(const QString& text, QWidget* parent)
{
    QLabel* label = plainLabel(text, parent);
    label->setWordWrap(true);
    return label;
}
}  // namespace

ArmingForm::ArmingForm(const domain::DeskSnapshot& snapshot, QWidget* parent)
    : QWidget{parent}, m_limit{snapshot.trading->gate.dayOrderLimit}, m_confirm{new QCheckBox{this}}
{
    const bool live = snapshot.environment == domain::EnvironmentKind::Live;
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paragraph(tr("Account %1, order limit of the day %2 won")
                                    .arg(snapshot.accountMasked, groupedText(m_limit.value())),
                                this));
    m_confirm->setText(live ? tr("Orders may leave with real money, up to this limit")
                            : tr("Orders may leave, up to this limit"));
    layout->addWidget(m_confirm);
    connect(m_confirm, &QCheckBox::toggled, this, &ArmingForm::changed);
    if (!live) {
        return;
    }
    layout->addWidget(paragraph(tr("Type the last four digits of the account number (before the "
                                   "two of the product):"),
                                this));
    m_digits = new QLineEdit{this};
    m_digits->setMaxLength(kDigits);
    m_digits->setValidator(new QRegularExpressionValidator{
        QRegularExpression{QStringLiteral("[0-9]{0,4}")}, m_digits});
    m_digits->setAccessibleName(tr("Last four digits of the account number"));
    layout->addWidget(m_digits);
    m_firstAny = new QCheckBox{
        tr("The first order that opens a position may exceed 100,000 won today"), this};
    layout->addWidget(m_firstAny);
    connect(m_digits, &QLineEdit::textChanged, this, &ArmingForm::changed);
}

bool ArmingForm::isComplete() const
{
    return m_confirm->isChecked() && (m_digits == nullptr || m_digits->text().size() == kDigits);
}

domain::Arm ArmingForm::command() const
{
    return {.typed = m_digits == nullptr ? QString{} : m_digits->text(),
            .dayLimit = m_limit,
            .firstOrderAny = m_firstAny != nullptr && m_firstAny->isChecked()};
}

ArmDialog::ArmDialog(const domain::DeskSnapshot& snapshot, QWidget* parent)
    : QDialog{parent}, m_form{new ArmingForm{snapshot, this}}
{
    setObjectName(QStringLiteral("armDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Arm the session"));
    auto* buttons = new QDialogButtonBox{this};
    m_arm = buttons->addButton(tr("Arm"), QDialogButtonBox::AcceptRole);
    QPushButton* back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setDefault(true);
    m_arm->setAutoDefault(false);
    m_arm->setEnabled(false);
    connect(m_form, &ArmingForm::changed, this,
            [this] { m_arm->setEnabled(m_form->isComplete()); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(m_form->command());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(paragraph(
        tr("Armed, every order that passes the gate leaves for the broker. The session ends at "
           "15:35 and with any restart, sleep, clock step or long disconnection."),
        this));
    layout->addWidget(m_form);
    layout->addWidget(buttons);
    setMinimumWidth(460);
}

FlattenDialog::FlattenDialog(const domain::DeskSnapshot& snapshot, QWidget* parent)
    : QDialog{parent}, m_table{new QTableWidget{this}}
{
    setObjectName(QStringLiteral("flattenDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Flatten and lock"));
    const std::vector<domain::FlattenRow>& rows = snapshot.trading->flatten;
    m_table->setColumnCount(kFlattenColumns);
    m_table->setRowCount(static_cast<int>(rows.size()));
    m_table->setHorizontalHeaderLabels({tr("Sell"), tr("Code"), tr("Name"), tr("Owner"),
                                        tr("Shares"), tr("Expected"), tr("Visible book")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QTableWidget::NoSelection);
    m_table->setEditTriggers(QTableWidget::NoEditTriggers);
    m_table->setShowGrid(false);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const domain::FlattenRow& shown = rows[static_cast<std::size_t>(row)];
        m_symbols.push_back(shown.symbol);
        auto* tick = new QTableWidgetItem;
        tick->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled);
        tick->setCheckState(shown.ticked ? Qt::Checked : Qt::Unchecked);
        m_table->setItem(row, kSellIt, tick);
        const QStringList texts{shown.symbol.toString(),
                                shown.name,
                                ownerName(shown.owner),
                                groupedText(shown.quantity.shares()),
                                groupedText(shown.expectedAmount.value()),
                                shown.bookCovers ? tr("takes it all") : tr("is too thin")};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem{texts[column]};
            item->setFlags(Qt::ItemIsEnabled);
            if (column + 1 == kShares || column + 1 == kExpected) {
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            m_table->setItem(row, column + 1, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("Positions to sell"));

    auto* buttons = new QDialogButtonBox{this};
    m_sell = buttons->addButton(tr("Sell and lock"), QDialogButtonBox::AcceptRole);
    QPushButton* back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setDefault(true);
    m_sell->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(ticked(),
                         m_arming == nullptr ? std::nullopt : std::optional{m_arming->command()});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(paragraph(
        tr("Cancels all open buys, sells the ticked positions and locks until the unlock word is "
           "typed. Holdings this program did not buy are not ticked."),
        this));
    layout->addWidget(m_table, 1);
    if (snapshot.trading->gate.arming == domain::Arming::Unarmed) {
        layout->addWidget(
            paragraph(tr("The session is not armed; without this no sale leaves:"), this));
        m_arming = new ArmingForm{snapshot, this};
        layout->addWidget(m_arming);
        m_sell->setEnabled(false);
        connect(m_arming, &ArmingForm::changed, this,
                [this] { m_sell->setEnabled(m_arming->isComplete()); });
    }
    layout->addWidget(buttons);
    m_table->setMinimumHeight(160);
    resize(640, m_arming == nullptr ? 380 : 520);
}

std::vector<domain::Symbol> FlattenDialog::ticked() const
{
    std::vector<domain::Symbol> sell;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (m_table->item(row, kSellIt)->checkState() == Qt::Checked) {
            sell.push_back(m_symbols[static_cast<std::size_t>(row)]);
        }
    }
    return sell;
}

ReleaseDialog::ReleaseDialog(domain::KillLevel level, QWidget* parent) : QDialog{parent}
{
    setObjectName(QStringLiteral("releaseDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("End the kill level"));
    auto* buttons = new QDialogButtonBox{this};
    m_release = buttons->addButton(tr("Release"), QDialogButtonBox::AcceptRole);
    QPushButton* back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setDefault(true);
    m_release->setAutoDefault(false);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(paragraph(killName(level), this));
    layout->addWidget(paragraph(killHelp(level), this));
    if (level == domain::KillLevel::FlattenAndLock) {
        layout->addWidget(paragraph(tr("Type %1 to unlock:").arg(kUnlockWord), this));
        m_typed = new QLineEdit{this};
        m_typed->setAccessibleName(tr("Unlock word"));
        layout->addWidget(m_typed);
        m_release->setEnabled(false);
        connect(m_typed, &QLineEdit::textChanged, this,
                [this](const QString& text) { m_release->setEnabled(text == kUnlockWord); });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed({.typed = m_typed == nullptr ? QString{} : m_typed->text()});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

GateDialog::GateDialog(QWidget* parent)
    : QDialog{parent}, m_state{plainLabel({}, this)}, m_list{new QWidget{this}}
{
    setObjectName(QStringLiteral("gateDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Gate"));
    m_rows = new QVBoxLayout{m_list};
    m_rows->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QDialogButtonBox{this};
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(m_state);
    layout->addWidget(m_list);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(560);
}

void GateDialog::apply(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.trading || (m_any && snapshot.trading->gate == m_shown)) {
        return;
    }
    m_any = true;
    m_shown = snapshot.trading->gate;
    m_state->setText(m_shown.reasons.empty() ? tr("The gate is open.")
                                             : tr("Gate: %1").arg(gateStateName(m_shown.state)));
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const domain::GateReason& reason : m_shown.reasons) {
        auto* row = new QWidget{m_list};
        auto* across = new QHBoxLayout{row};
        across->setContentsMargins(0, 4, 0, 4);
        const QString detail = codeWordText(reason.detail);
        const QString head = detail.isEmpty()
                                 ? causeName(reason.cause)
                                 : QStringLiteral("%1 (%2)").arg(causeName(reason.cause), detail);
        across->addWidget(
            paragraph(QStringLiteral("%1 · %2\n%3")
                          .arg(head, gateStateName(reason.closesTo), causeHelp(reason.cause)),
                      row),
            1);
        if (reason.sticky) {
            auto* seen = new QPushButton{tr("I have looked: open"), row};
            seen->setAutoDefault(false);
            across->addWidget(seen);
            connect(seen, &QPushButton::clicked, this,
                    [this, cause = reason.cause] { Q_EMIT confirmed(cause); });
        }
        m_rows->addWidget(row);
    }
    for (const domain::FrozenCode& code : m_shown.frozen) {
        m_rows->addWidget(paragraph(
            code.until == domain::Timestamp{}
                ? tr("%1 is frozen: %2, until it is resolved")
                      .arg(code.symbol.toString(), codeWordText(code.cause))
                : tr("%1 is frozen: %2, until %3")
                      .arg(code.symbol.toString(), codeWordText(code.cause), clockText(code.until)),
            m_list));
    }
}
}  // namespace ui

#include "moc_session_dialogs.cpp"
