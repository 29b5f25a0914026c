#include "ui/start_dialogs.h"

#include "ui/theme.h"
#include "ui/translation.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace ui
{
namespace
{
struct StartWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::StartDialogs)
};
/// These open before the window is there, so they bring language and look themselves.
class Dress final
{
public:
    Dress(QMessageBox& box, core::config::Language language)
    {
        if (box.parentWidget() != nullptr) {
            return;
        }
        m_translation.use(language);
        const Theme theme = Theme::make(core::config::ThemeName::Dark, UpColour::Red);
        box.setFont(deskFont(10));
        box.setPalette(theme.palette());
        box.setStyleSheet(theme.styleSheet(10));
    }

private:
    Translation m_translation;
};
}  // namespace

StartChoice askForSimulation(QWidget* parent, const QString& secretsPath,
                             core::config::Language language)
{
    QMessageBox box{parent};
    const Dress dress{box, language};
    box.setObjectName(QStringLiteral("askForSimulation"));
    box.setIcon(QMessageBox::Information);
    box.setWindowTitle(QStringLiteral("KIS Scalper"));
    box.setText(StartWords::tr("No keys for the broker were found."));
    box.setInformativeText(
        StartWords::tr("Looked for: %1\n\nPut app key, app secret and account into that file "
                       "(readable by you alone, mode 0600) and start again. Or watch the built-in "
                       "simulated market now: it needs no account and sends nothing anywhere.")
            .arg(secretsPath));
    const QPushButton* simulate =
        box.addButton(StartWords::tr("Start the simulation"), QMessageBox::AcceptRole);
    QPushButton* leave = box.addButton(StartWords::tr("Quit"), QMessageBox::RejectRole);
    box.setEscapeButton(leave);
    box.exec();
    return box.clickedButton() == simulate ? StartChoice::Simulation : StartChoice::Leave;
}

void showConfigError(QWidget* parent, const QString& configPath, const core::base::Error& error,
                     core::config::Language language)
{
    QMessageBox box{parent};
    const Dress dress{box, language};
    box.setObjectName(QStringLiteral("configError"));
    box.setIcon(QMessageBox::Critical);
    box.setWindowTitle(QStringLiteral("KIS Scalper"));
    box.setText(StartWords::tr("The configuration was refused; nothing was started."));
    box.setInformativeText(StartWords::tr("File: %1\n\n%2\n\nCorrect the file and start again.")
                               .arg(configPath, error.detail));
    box.addButton(StartWords::tr("Close"), QMessageBox::AcceptRole);
    box.exec();
}
}  // namespace ui
