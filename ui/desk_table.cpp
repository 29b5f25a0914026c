#include "ui/desk_table.h"

#include "ui/table_export.h"

#include <QApplication>
#include <QClipboard>
#include <QCursor>
#include <QFileDialog>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>

namespace ui
{
DeskTable::DeskTable(QWidget* parent) : QTableView{parent}
{
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setUpHeader();
    // A table that is laid out elsewhere under a pointer at rest is never told that it left, and
    // would hold its rows for good: it has to look for itself.
    constexpr std::chrono::milliseconds kWatch{300};
    m_watch.setInterval(kWatch);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (!viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos()))) {
            setHovered(false);
        }
    });
}

void DeskTable::setUpHeader()
{
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setMinimumSectionSize(20);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { showColumnMenu(header->mapToGlobal(at)); });
}

void DeskTable::setPairs(const ColumnPairs& pairs)
{
    m_pairs = pairs;
    setHorizontalHeader(new PairedHeader{pairs, this});
    setUpHeader();
    setItemDelegate(new PairedDelegate{pairs, this});
    for (const int lower : pairs) {
        setColumnHidden(lower, true);
    }
}

void DeskTable::setFontPoints(int points)
{
    const QFont font = deskFont(points);
    setFont(font);
    horizontalHeader()->setFont(font);
    // Two lines in one frame stand closer than two rows.
    const int height =
        ui::rowHeight(points) * (m_pairs.isEmpty() ? 1 : 2) - (m_pairs.isEmpty() ? 0 : 6);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void DeskTable::setColumnSamples(const QStringList& samples)
{
    const QFontMetrics metrics{font()};
    const auto widthOf = [&](int column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int text = metrics.horizontalAdvance(samples[column]) + 12;
        // Room for the title and, beside it, the sort mark.
        return std::max(text, metrics.horizontalAdvance(title) + 18);
    };
    const QList<int> lower = m_pairs.values();
    for (int column = 0; column < samples.size(); ++column) {
        const auto pair = m_pairs.constFind(column);
        if (!lower.contains(column)) {
            setColumnWidth(column, pair == m_pairs.constEnd()
                                       ? widthOf(column)
                                       : std::max(widthOf(column), widthOf(pair.value())));
        }
    }
}

void DeskTable::save(QSettings& settings, const QString& group) const
{
    settings.setValue(group + QStringLiteral("/columns"), horizontalHeader()->saveState());
}

void DeskTable::restore(const QSettings& settings, const QString& group)
{
    const QByteArray state = settings.value(group + QStringLiteral("/columns")).toByteArray();
    if (!state.isEmpty()) {
        horizontalHeader()->restoreState(state);
    }
}

void DeskTable::exportCsv(const QString& suggestedName)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export as CSV"), suggestedName,
                                                      tr("CSV files (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file{path};
    // The mark in front tells spreadsheets that the Korean names are UTF-8.
    const QByteArray bytes = QByteArrayLiteral("\xEF\xBB\xBF") + csvText(*this).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        QMessageBox::warning(this, tr("Export as CSV"),
                             tr("%1 could not be written: %2. Choose another folder.")
                                 .arg(path, file.errorString()));
    }
}

bool DeskTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Enter) {
        setHovered(true);
    } else if (event->type() == QEvent::Leave || event->type() == QEvent::Hide) {
        setHovered(false);
    }
    return QTableView::viewportEvent(event);
}

void DeskTable::setHovered(bool over)
{
    if (over) {
        m_watch.start();
    } else {
        m_watch.stop();
    }
    Q_EMIT hovered(over);
}

void DeskTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(copyText(*this));
        return;
    }
    QTableView::keyPressEvent(event);
}

void DeskTable::showColumnMenu(const QPoint& at)
{
    QMenu menu;
    const QList<int> lower = m_pairs.values();
    for (int column = m_fixedColumns; column < model()->columnCount(); ++column) {
        if (lower.contains(column)) {
            continue;
        }
        QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (m_pairs.contains(column)) {
            title += QStringLiteral(" / ")
                     + model()->headerData(m_pairs.value(column), Qt::Horizontal).toString();
        }
        QAction* action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu.exec(at);
}
}  // namespace ui

#include "moc_desk_table.cpp"
