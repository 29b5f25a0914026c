# moc on the files that are said to hold a Q_OBJECT. It needs none of Qt's own headers for that, so
# that it reads a file in a moment, where AUTOMOC first scans every source and then reads all of Qt.
#
#   terminal_moc(core_orders order_desk.h)
#
# The source of a header includes "moc_NAME.cpp" last, a test its own "NAME.moc": what is not said
# here is missing when that is compiled.
function(terminal_moc target)
    if(NOT ARGN)
        return()
    endif()
    set(made "")
    foreach(file IN LISTS ARGN)
        get_filename_component(name ${file} NAME_WE)
        set(folder ${CMAKE_CURRENT_BINARY_DIR}/moc/${target})
        set(moc ${folder}/moc_${name}.cpp)
        if(file MATCHES "\\.cpp$")
            set(moc ${folder}/${name}.moc)
        endif()
        cmake_path(ABSOLUTE_PATH file NORMALIZE)
        add_custom_command(OUTPUT ${moc} DEPENDS ${file} COMMAND Qt6::moc -o ${moc} ${file})
        list(APPEND made ${moc})
    endforeach()
    # Another file includes them; they are no sources.
    set_source_files_properties(${made} PROPERTIES HEADER_FILE_ONLY ON)
    target_sources(${target} PRIVATE ${made})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${target})
endfunction()
