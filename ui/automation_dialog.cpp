#include "ui/automation_dialog.h"

#include "ui/plain_text.h"
#include "ui/words_orders.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui
{
using core::domain::AutoState;

AutomationDialog::AutomationDialog(const QString& subject, AutoState now, QWidget* parent)
    : QDialog{parent},
      m_on{new QRadioButton{this}},
      m_exitsOnly{new QRadioButton{this}},
      m_off{new QRadioButton{this}}
{
    setObjectName(QStringLiteral("automationDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Automatic trading: %1").arg(subject));
    m_on->setText(tr("%1: entries, adds and exits").arg(autoStateName(AutoState::On)));
    m_exitsOnly->setText(tr("%1: protective exits go on, nothing is bought")
                             .arg(autoStateName(AutoState::ExitsOnly)));
    m_off->setText(tr("%1: no automatic order at all, not even a stop; you only get alerts")
                       .arg(autoStateName(AutoState::Off)));
    m_on->setVisible(now != AutoState::On);
    m_exitsOnly->setChecked(true);
    auto* buttons = new QDialogButtonBox{this};
    m_go = buttons->addButton(tr("Set"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(chosen());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(plainLabel(subject, this));  // Not every window manager shows a title.
    for (QRadioButton* one : {m_on, m_exitsOnly, m_off}) {
        layout->addWidget(one);
    }
    layout->addWidget(buttons);
    setMinimumWidth(460);
    m_exitsOnly->setFocus();
}

AutoState AutomationDialog::chosen() const
{
    return m_on->isChecked()    ? AutoState::On
           : m_off->isChecked() ? AutoState::Off
                                : AutoState::ExitsOnly;
}

QRadioButton& AutomationDialog::choice(AutoState state)
{
    return state == AutoState::On ? *m_on : state == AutoState::Off ? *m_off : *m_exitsOnly;
}
}  // namespace ui

#include "moc_automation_dialog.cpp"
