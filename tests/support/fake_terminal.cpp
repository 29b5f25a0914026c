#include "tests/support/fake_terminal.h"

#include "moc_fake_terminal.cpp"
