# What every target of ours is compiled with: Qt's strictness switches and the warnings.
add_library(project_options INTERFACE)

target_compile_definitions(project_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_FORCE_ASSERTS)

target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wnull-dereference
    -Wimplicit-fallthrough -Wswitch-enum -Wdouble-promotion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(project_options INTERFACE
        -Wduplicated-cond -Wduplicated-branches -Wlogical-op)
endif()

# Sanitizers are chosen by preset: "address,undefined", "thread", or with clang "fuzzer-no-link,...".
set(TERMINAL_SANITIZE "" CACHE STRING "Value of -fsanitize for all targets")
if(TERMINAL_SANITIZE)
    add_compile_options(-fsanitize=${TERMINAL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${TERMINAL_SANITIZE})
endif()
