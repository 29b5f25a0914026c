#include "ui/symbol_search.h"

#include "ui/words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace ui
{
namespace domain = core::domain;

namespace
{
constexpr int kMatchesMax = 12;
constexpr int kCodeRole = Qt::UserRole + 1;
}  // namespace

SymbolSearch::SymbolSearch(core::api::Terminal& terminal, QWidget* parent)
    : QLineEdit{parent},
      m_terminal{terminal},
      m_matches{new QStandardItemModel{this}},
      m_completer{new QCompleter{m_matches, this}}
{
    // The engine ranks the matches; the completer only shows them.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kMatchesMax);
    setCompleter(m_completer);
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &SymbolSearch::search);
    connect(this, &QLineEdit::returnPressed, this, &SymbolSearch::chooseBest);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            &SymbolSearch::choose, Qt::QueuedConnection);
    retranslate();
}

void SymbolSearch::retranslate()
{
    setPlaceholderText(tr("Code or name"));
    setAccessibleName(tr("Find a symbol"));
    setToolTip(tr("Find a symbol by code or name (Ctrl+F)"));
}

void SymbolSearch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        clearFocus();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SymbolSearch::search(const QString& text)
{
    m_matches->clear();
    const QString wanted = text.trimmed();
    if (wanted.isEmpty()) {
        return;
    }
    for (const domain::Instrument& found : m_terminal.findInstruments(wanted, kMatchesMax)) {
        auto* item = new QStandardItem{
            QStringLiteral("%1  %2  %3")
                .arg(found.symbol.toString(), found.name, marketName(found.market))};
        item->setData(found.symbol.toString(), kCodeRole);
        m_matches->appendRow(item);
    }
    if (m_matches->rowCount() > 0) {
        m_completer->complete();
    }
}

void SymbolSearch::choose(const QModelIndex& match)
{
    const QString code = match.data(kCodeRole).toString();
    clear();
    m_matches->clear();
    if (const auto symbol = domain::Symbol::parse(QStringView{code})) {
        Q_EMIT chosen(*symbol);
    }
}

void SymbolSearch::chooseBest()
{
    if (m_matches->rowCount() > 0) {
        choose(m_matches->index(0, 0));
    }
}
}  // namespace ui

#include "moc_symbol_search.cpp"
