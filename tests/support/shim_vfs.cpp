#include "tests/support/shim_vfs.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <new>
#include <sqlite3.h>

namespace test
{
struct ShimVfs::State
{
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;

    std::optional<DiskFault> fault;
    int callsLeft = 0;
    Strikes strikes = Strikes::Once;
    bool struck = false;
    std::chrono::milliseconds slowFor{0};

    bool recording = false;
    std::vector<DiskChange> changes;
    bool inMemory = false;

    /// Whether `kind` of call fails now; counts it.
    bool strike(std::initializer_list<DiskFault> possible)
    {
        if (!fault || std::find(possible.begin(), possible.end(), *fault) == possible.end()) {
            return false;
        }
        --callsLeft;
        if (callsLeft > 0 || (callsLeft < 0 && strikes == Strikes::Once)) {
            return false;
        }
        struck = true;
        if (*fault == DiskFault::Slow) {
            const timespec wait{slowFor.count() / 1000, (slowFor.count() % 1000) * 1'000'000};
            ::nanosleep(&wait, nullptr);
            return false;
        }
        return true;
    }
    void record(DiskChange change)
    {
        if (recording) {
            changes.push_back(std::move(change));
        }
    }
};

namespace
{
/// The content of a file that forgets: what the program sees, and which parts of it are not on
/// the disk yet.
struct Volatile
{
    QByteArray content;
    std::vector<std::pair<qsizetype, qsizetype>> dirty;  ///< Offset and length.
    bool sizeDirty = false;
};

/// What SQLite sees; the file of the real VFS follows behind it in memory.
struct ShimFile
{
    sqlite3_file base;
    ShimVfs::State* state;
    QString* name;
    Volatile* memory;

    [[nodiscard]] sqlite3_file* real()
    {
        return static_cast<sqlite3_file*>(static_cast<void*>(this + 1));
    }
};

ShimFile* shim(sqlite3_file* file)
{
    return static_cast<ShimFile*>(static_cast<void*>(file));
}

int closeFile(sqlite3_file* file)
{
    ShimFile* self = shim(file);
    delete self->name;
    delete self->memory;
    return self->real()->pMethods->xClose(self->real());
}

int readFile(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset)
{
    ShimFile* self = shim(file);
    if (self->state->strike({DiskFault::ReadError})) {
        return SQLITE_IOERR_READ;
    }
    if (self->memory == nullptr) {
        return self->real()->pMethods->xRead(self->real(), out, amount, offset);
    }
    const QByteArray& content = self->memory->content;
    const auto have = static_cast<int>(
        std::clamp<qint64>(content.size() - offset, 0, static_cast<qint64>(amount)));
    if (have > 0) {
        std::memcpy(out, content.constData() + offset, static_cast<std::size_t>(have));
    }
    if (have < amount) {
        std::memset(static_cast<char*>(out) + have, 0, static_cast<std::size_t>(amount - have));
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

int realWrite(ShimFile* self, const void* in, int amount, sqlite3_int64 offset)
{
    const QByteArray bytes{static_cast<const char*>(in), amount};
    self->state->record({.kind = DiskChange::Kind::Write,
                         .file = *self->name,
                         .offset = offset,
                         .size = amount,
                         .bytes = bytes});
    if (self->memory == nullptr) {
        return self->real()->pMethods->xWrite(self->real(), in, amount, offset);
    }
    Volatile& memory = *self->memory;
    if (memory.content.size() < offset + amount) {
        memory.content.append(
            QByteArray{static_cast<qsizetype>(offset) + amount - memory.content.size(), '\0'});
        memory.sizeDirty = true;
    }
    memory.content.replace(static_cast<qsizetype>(offset), amount, bytes);
    memory.dirty.emplace_back(static_cast<qsizetype>(offset), amount);
    return SQLITE_OK;
}

int writeFile(sqlite3_file* file, const void* in, int amount, sqlite3_int64 offset)
{
    ShimFile* self = shim(file);
    if (self->state->strike(
            {DiskFault::WriteError, DiskFault::Full, DiskFault::ShortWrite, DiskFault::Slow})) {
        if (*self->state->fault == DiskFault::ShortWrite) {
            static_cast<void>(realWrite(self, in, amount / 2, offset));
            return SQLITE_FULL;
        }
        return *self->state->fault == DiskFault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    return realWrite(self, in, amount, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    ShimFile* self = shim(file);
    if (self->state->strike({DiskFault::WriteError})) {
        return SQLITE_IOERR_TRUNCATE;
    }
    self->state->record(
        {.kind = DiskChange::Kind::Truncate, .file = *self->name, .size = size, .bytes = {}});
    if (self->memory == nullptr) {
        return self->real()->pMethods->xTruncate(self->real(), size);
    }
    self->memory->content.resize(static_cast<qsizetype>(size));
    self->memory->sizeDirty = true;
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int flags)
{
    ShimFile* self = shim(file);
    if (self->state->strike({DiskFault::SyncError, DiskFault::Slow})) {
        return SQLITE_IOERR_FSYNC;
    }
    if (self->memory != nullptr) {
        Volatile& memory = *self->memory;
        if (memory.sizeDirty) {
            self->real()->pMethods->xTruncate(self->real(), memory.content.size());
        }
        for (const auto& [offset, length] : memory.dirty) {
            const qsizetype whole = std::min(length, memory.content.size() - offset);
            if (whole > 0) {
                self->real()->pMethods->xWrite(self->real(), memory.content.constData() + offset,
                                               static_cast<int>(whole), offset);
            }
        }
        memory.dirty.clear();
        memory.sizeDirty = false;
        return SQLITE_OK;  // The page cache outlives a killed process; no need to wait for a disk.
    }
    const int code = self->real()->pMethods->xSync(self->real(), flags);
    self->state->record({.kind = DiskChange::Kind::Sync, .file = *self->name, .bytes = {}});
    return code;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    ShimFile* self = shim(file);
    if (self->memory != nullptr) {
        *size = self->memory->content.size();
        return SQLITE_OK;
    }
    return self->real()->pMethods->xFileSize(self->real(), size);
}

int lockFile(sqlite3_file* file, int kind)
{
    return shim(file)->real()->pMethods->xLock(shim(file)->real(), kind);
}

int unlockFile(sqlite3_file* file, int kind)
{
    return shim(file)->real()->pMethods->xUnlock(shim(file)->real(), kind);
}

int checkLock(sqlite3_file* file, int* out)
{
    return shim(file)->real()->pMethods->xCheckReservedLock(shim(file)->real(), out);
}

int controlFile(sqlite3_file* file, int what, void* argument)
{
    if (what == SQLITE_FCNTL_SIZE_HINT && shim(file)->memory != nullptr) {
        return SQLITE_OK;
    }
    return shim(file)->real()->pMethods->xFileControl(shim(file)->real(), what, argument);
}

int sectorSize(sqlite3_file* file)
{
    return shim(file)->real()->pMethods->xSectorSize(shim(file)->real());
}

int characteristics(sqlite3_file* file)
{
    return shim(file)->real()->pMethods->xDeviceCharacteristics(shim(file)->real());
}

// Version 1: without shared memory, which one exclusive connection does not need.
constexpr sqlite3_io_methods kMethods{
    .iVersion = 1,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = checkLock,
    .xFileControl = controlFile,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

ShimVfs::State* stateOf(sqlite3_vfs* vfs)
{
    return static_cast<ShimVfs::State*>(vfs->pAppData);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    ShimVfs::State* state = stateOf(vfs);
    ShimFile* self = shim(file);
    self->base.pMethods = nullptr;
    const int code = state->real->xOpen(state->real, name, self->real(), flags, outFlags);
    if (code != SQLITE_OK) {
        if (self->real()->pMethods != nullptr) {
            self->real()->pMethods->xClose(self->real());
        }
        return code;
    }
    self->base.pMethods = &kMethods;
    self->state = state;
    const QString path = name == nullptr ? QString{} : QString::fromUtf8(name);
    self->name = new QString{QFileInfo{path}.fileName()};
    self->memory = nullptr;
    if (state->inMemory && !path.isEmpty()) {
        QFile content{path};
        self->memory = new Volatile;
        if (content.open(QIODevice::ReadOnly)) {
            self->memory->content = content.readAll();
        }
    }
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDirectory)
{
    ShimVfs::State* state = stateOf(vfs);
    if (state->strike({DiskFault::WriteError})) {
        return SQLITE_IOERR_DELETE;
    }
    state->record({.kind = DiskChange::Kind::Delete,
                   .file = QFileInfo{QString::fromUtf8(name)}.fileName(),
                   .size = syncDirectory,
                   .bytes = {}});
    return state->real->xDelete(state->real, name, syncDirectory);
}

void apply(QByteArray& content, const DiskChange& change, Survival survival,
           const std::function<bool()>& coin)
{
    constexpr qsizetype kSector = 512;
    if (change.kind == DiskChange::Kind::Truncate) {
        const auto size = static_cast<qsizetype>(change.size);
        content = content.left(size).leftJustified(size, '\0');
        return;
    }
    const auto start = static_cast<qsizetype>(change.offset);
    qsizetype at = 0;
    while (at < change.bytes.size()) {
        const qsizetype end =
            std::min(change.bytes.size(), ((start + at) / kSector + 1) * kSector - start);
        if (survival != Survival::SomeSectors || coin()) {
            if (content.size() < start + end) {
                content = content.leftJustified(start + end, '\0');
            }
            content.replace(start + at, end - at, change.bytes.mid(at, end - at));
        }
        at = end;
    }
}
}  // namespace

ShimVfs::ShimVfs() : m_state{std::make_unique<State>()}
{
    State& state = *m_state;
    state.real = sqlite3_vfs_find(nullptr);
    state.vfs = *state.real;
    state.vfs.zName = "shim";
    state.vfs.pAppData = m_state.get();
    state.vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + state.real->szOsFile;
    state.vfs.xOpen = openFile;
    state.vfs.xDelete = deleteFile;
    // What is not named here works without its own file system behind it.
    state.vfs.pNext = nullptr;
    sqlite3_vfs_register(&state.vfs, 1);
}

ShimVfs::~ShimVfs()
{
    sqlite3_vfs_unregister(&m_state->vfs);
    sqlite3_vfs_register(m_state->real, 1);
}

void ShimVfs::failAt(int call, DiskFault fault, Strikes strikes)
{
    m_state->fault = fault;
    m_state->callsLeft = call;
    m_state->strikes = strikes;
    m_state->struck = false;
}

void ShimVfs::heal()
{
    m_state->fault.reset();
}

bool ShimVfs::hasStruck() const
{
    return m_state->struck;
}

void ShimVfs::setSlowness(std::chrono::milliseconds wait)
{
    m_state->slowFor = wait;
}

void ShimVfs::startRecording()
{
    m_state->recording = true;
    m_state->changes.clear();
}

void ShimVfs::mark(std::int64_t number)
{
    m_state->record({.kind = DiskChange::Kind::Mark, .file = {}, .size = number, .bytes = {}});
}

std::vector<DiskChange> ShimVfs::takeRecording()
{
    m_state->recording = false;
    return std::exchange(m_state->changes, {});
}

void ShimVfs::forgetUnsynced()
{
    m_state->inMemory = true;
}

QHash<QString, QByteArray> filesAfterCut(const QHash<QString, QByteArray>& start,
                                         const std::vector<DiskChange>& changes, std::size_t cut,
                                         Survival survival, const std::function<bool()>& coin)
{
    QHash<QString, std::size_t> syncedUntil;
    for (std::size_t index = 0; index < cut; ++index) {
        if (changes[index].kind == DiskChange::Kind::Sync) {
            syncedUntil[changes[index].file] = index;
        }
    }
    QHash<QString, QByteArray> files = start;
    QSet<QString> kept;  // Deleted, but the directory does not know: later writes went elsewhere.
    for (std::size_t index = 0; index < cut; ++index) {
        const DiskChange& change = changes[index];
        const auto synced = syncedUntil.constFind(change.file);
        const bool durable = synced != syncedUntil.cend() && index < *synced;
        switch (change.kind) {
        case DiskChange::Kind::Write:
        case DiskChange::Kind::Truncate:
            if (durable) {
                apply(files[change.file], change, Survival::SyncedOnly, coin);
            } else if (survival != Survival::SyncedOnly && !kept.contains(change.file) && coin()) {
                apply(files[change.file], change, survival, coin);
            }
            break;
        case DiskChange::Kind::Delete:
            if (durable || change.size != 0 || coin()) {
                files.remove(change.file);
            } else {
                kept.insert(change.file);
            }
            break;
        case DiskChange::Kind::Sync:
        case DiskChange::Kind::Mark:
            break;
        }
    }
    return files;
}
}  // namespace test
