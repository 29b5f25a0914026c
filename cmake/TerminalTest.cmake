# One executable a test file, found by ctest under the file's own name.
#
#   terminal_test(core/kis/tst_trade_codec.cpp LINKS core_kis)
#
# Tests run in a C locale-independent, offscreen, home-less environment; those that draw set GUI.
function(terminal_test source)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "LINKS;LABELS;SOURCES")
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE project_options ${arg_LINKS} Qt6::Test)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE
        TEST_DATA_DIR="${PROJECT_SOURCE_DIR}/tests/data"
        SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=;LANG=C.UTF-8")
endfunction()
