#include "core/api/terminal.h"
// Gives the abstract QObject one home for its meta-object and vtable.

#include "moc_terminal.cpp"
