// kis-scalperctl: what needs no window.

#include "app/ctl/journal_command.h"
#include "app/ctl/replay_command.h"
#include "core/base/log.h"

#include <QCoreApplication>

#include <cstdio>

namespace
{
constexpr int kWrongInput = 2;
}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(QStringLiteral("kis-scalperctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    core::base::installLog();
    QStringList arguments = QCoreApplication::arguments();
    const QString command = arguments.value(1);
    if (command == u"replay") {
        arguments.removeAt(1);
        return app::ctl::replayCommand(arguments);
    }
    if (command == u"journal") {
        arguments.removeAt(1);
        return app::ctl::journalCommand(arguments);
    }
    std::fprintf(stderr, "usage: kis-scalperctl replay --tape FILE... --out FILE.jsonl [options]\n"
                         "       kis-scalperctl journal FILE\n");
    return kWrongInput;
}
