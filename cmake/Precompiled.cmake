# Three quarters of the time a source of ours takes to compile go into headers of Qt and of the
# standard library. Tests read them once. The rooms do so in the builds that only check (`check`,
# `tsan`, `proof`), which also compile several sources at once; in `dev` and `release` each source
# stands for itself, so that a missing include shows.
option(TERMINAL_QUICK_BUILD "Compile for checks: headers once, several sources at once" OFF)
if(CCACHE)
    # Without this, ccache keeps no object whose source reads precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

# One object library a kind of target: its flags are what its users' must be.
function(terminal_precompiled kind)
    file(CONFIGURE OUTPUT ${kind}.cpp CONTENT "// Only its header counts.\n")
    add_library(precompiled_${kind} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${kind}.cpp)
    target_link_libraries(precompiled_${kind} PRIVATE project_options ${ARGN})
    target_include_directories(precompiled_${kind} PRIVATE ${PROJECT_SOURCE_DIR})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        # A time stamp in it would make every object new to ccache.
        target_compile_options(precompiled_${kind} PRIVATE -Xclang -fno-pch-timestamp)
    endif()
    target_precompile_headers(precompiled_${kind} PRIVATE
        ${PROJECT_SOURCE_DIR}/cmake/precompiled_${kind}.h)
endfunction()

# Nothing where the kind is not built.
function(terminal_use_precompiled target kind)
    if(TARGET precompiled_${kind})
        target_precompile_headers(${target} REUSE_FROM precompiled_${kind})
    endif()
endfunction()
