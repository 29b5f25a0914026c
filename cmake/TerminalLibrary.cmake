# One static library a folder: core/orders is target core_orders is namespace core::orders.
#
#   terminal_library(core_orders
#       SOURCES order_desk.cpp
#       HEADERS order_desk.h
#       LINKS core_risk Qt6::Core)
#
# LINKS states the allowed edges and is public; the include-table test holds the sources to them.
function(terminal_library target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;LINKS;PRIVATE_LINKS")
    if(arg_SOURCES)
        add_library(${target} STATIC)
        target_sources(${target} PRIVATE ${arg_SOURCES})
        set(scope PUBLIC)
        target_link_libraries(${target} PRIVATE project_options ${arg_PRIVATE_LINKS})
    else()
        add_library(${target} INTERFACE)
        set(scope INTERFACE)
    endif()
    target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
    target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR})
    target_link_libraries(${target} ${scope} ${arg_LINKS})
endfunction()
