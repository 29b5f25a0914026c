#include "ui/restore_dialog.h"

#include "ui/plain_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{
RestoreDialog::RestoreDialog(std::vector<core::domain::TradingDate> days, QWidget* parent)
    : QDialog{parent}, m_days{std::move(days)}, m_list{new QListWidget{this}}
{
    setObjectName(QStringLiteral("restoreDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Restore the records"));
    for (const core::domain::TradingDate day : m_days) {
        m_list->addItem(core::domain::dateText(day));
    }
    QLabel* words = plainLabel(
        m_days.empty()
            ? tr("There is no backup yet. The closing routine makes one after each trading day.")
            : tr("The records (bars, trades, summaries) are put back as they were after the chosen "
                 "day, at the next start. What is there now is kept beside them. The order ledger "
                 "stays as it is: what happened to orders is true at the broker."),
        this);
    words->setWordWrap(true);
    auto* buttons = new QDialogButtonBox{this};
    m_go = buttons->addButton(tr("Restore at the next start"), QDialogButtonBox::AcceptRole);
    QPushButton* back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setDefault(true);
    m_go->setAutoDefault(false);
    m_go->setEnabled(false);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_go->setEnabled(row >= 0); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(m_days.at(static_cast<std::size_t>(m_list->currentRow())));
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(words);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    m_list->setVisible(!m_days.empty());
    setMinimumWidth(460);
}
}  // namespace ui

#include "moc_restore_dialog.cpp"
