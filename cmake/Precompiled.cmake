# Three quarters of the time a source of ours takes to compile go into headers of Qt and of the
# standard library. The builds that only check (sanitizers, fuzzer, crash runs) read them once.
option(TERMINAL_PRECOMPILED "Read the headers of Qt and of the library once" OFF)
if(TERMINAL_PRECOMPILED AND CCACHE)
    # Without this, ccache keeps no object whose source reads precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

# One object library a kind of target: its flags are what its users' must be.
function(terminal_precompiled kind)
    if(TERMINAL_PRECOMPILED)
        file(CONFIGURE OUTPUT ${kind}.cpp CONTENT "// Only its header counts.\n")
        add_library(precompiled_${kind} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${kind}.cpp)
        set_target_properties(precompiled_${kind} PROPERTIES AUTOMOC OFF)
        target_link_libraries(precompiled_${kind} PRIVATE project_options ${ARGN})
        target_include_directories(precompiled_${kind} PRIVATE ${PROJECT_SOURCE_DIR})
        if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
            # A time stamp in it would make every object new to ccache.
            target_compile_options(precompiled_${kind} PRIVATE -Xclang -fno-pch-timestamp)
        endif()
        target_precompile_headers(precompiled_${kind} PRIVATE
            ${PROJECT_SOURCE_DIR}/cmake/precompiled_${kind}.h)
    endif()
endfunction()

function(terminal_use_precompiled target kind)
    if(TERMINAL_PRECOMPILED)
        target_precompile_headers(${target} REUSE_FROM precompiled_${kind})
    endif()
endfunction()
