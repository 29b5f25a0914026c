#pragma once

#include "core/api/terminal.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace ui
{
/// A field to find an issue by code or name. Enter takes the best match; Escape gives up.
class SymbolSearch final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SymbolSearch(core::api::Terminal& terminal, QWidget* parent = nullptr);

    void retranslate();
    [[nodiscard]] const QStandardItemModel& matches() const { return *m_matches; }

Q_SIGNALS:
    void chosen(const core::domain::Symbol& symbol);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search(const QString& text);
    void choose(const QModelIndex& match);
    void chooseBest();

    core::api::Terminal& m_terminal;
    QStandardItemModel* m_matches = nullptr;
    QCompleter* m_completer = nullptr;
};
}  // namespace ui
