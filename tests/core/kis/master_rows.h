#pragma once

#include "core/domain/instrument.h"

#include <QByteArray>

#include <archive.h>
#include <archive_entry.h>
#include <utility>
#include <vector>

namespace test
{
/// One field of a `.mst` row by name, laid out here from the file's description and not from the
/// parser.
enum class Field
{
    Code,
    Name,
    Group,
    LowLiquidity,
    Etp,
    Spac,
    Overheat,
    CautionReminder,
    IndexMember,
    Reference,
    Halted,
    Liquidation,
    Administrative,
    Alarm,
    AlarmAnnounced,
    Unfaithful,
    Backdoor,
    ExRights,
    FaceValue,
    Margin,
    PreviousVolume,
    Listed,
    Shares,
    Preferred,
    Surge,
    MarketValue,
};

inline std::pair<int, int> placeOf(Field field, core::domain::Market market)
{
    struct Place
    {
        Field field;
        int kospi;
        int kosdaq;
        int width;
    };
    static const std::vector<Place> places{
        {Field::Code, 0, 0, 9},
        {Field::Name, 21, 21, 40},
        {Field::Group, 61, 61, 2},
        {Field::LowLiquidity, 77, 77, 1},
        {Field::Etp, 83, 79, 1},
        {Field::Spac, 90, 85, 1},
        {Field::Overheat, 93, 88, 1},
        {Field::CautionReminder, -1, 91, 1},
        {Field::IndexMember, 79, 96, 1},
        {Field::Reference, 102, 97, 9},
        {Field::Halted, 121, 116, 1},
        {Field::Liquidation, 122, 117, 1},
        {Field::Administrative, 123, 118, 1},
        {Field::Alarm, 124, 119, 2},
        {Field::AlarmAnnounced, 126, 121, 1},
        {Field::Unfaithful, 127, 122, 1},
        {Field::Backdoor, 128, 123, 1},
        {Field::ExRights, 129, 124, 2},
        {Field::FaceValue, 131, 126, 2},
        {Field::Margin, 135, 130, 3},
        {Field::PreviousVolume, 142, 137, 12},
        {Field::Listed, 166, 161, 8},
        {Field::Shares, 174, 169, 15},
        {Field::Preferred, 219, 214, 1},
        {Field::Surge, 221, 216, 1},
        {Field::MarketValue, 273, 267, 9},
    };
    for (const Place& place : places) {
        if (place.field == field) {
            return {market == core::domain::Market::Kospi ? place.kospi : place.kosdaq,
                    place.width};
        }
    }
    return {-1, 0};
}

using Fields = std::vector<std::pair<Field, QByteArray>>;

/// A row of a plain stock with `changes`, without its line end.
inline QByteArray masterRow(core::domain::Market market, const Fields& changes)
{
    const bool kospi = market == core::domain::Market::Kospi;
    QByteArray row(kospi ? 288 : 282, 'N');
    const auto put = [&row, market](Field field, const QByteArray& text) {
        const auto [at, width] = placeOf(field, market);
        if (at >= 0) {
            row.replace(at, width, text.leftJustified(width, ' ', true));
        }
    };
    row.replace(9, 12, "KR7000000000");
    put(Field::Code, "005930");
    put(Field::Name, "SAMSUNG");
    put(Field::Group, "ST");
    put(Field::Etp, "0");
    put(Field::Overheat, "0");
    put(Field::IndexMember, kospi ? "0" : "N");
    put(Field::Reference, "000070000");
    put(Field::Alarm, "00");
    put(Field::ExRights, "00");
    put(Field::FaceValue, "00");
    put(Field::Margin, "020");
    put(Field::PreviousVolume, "000012345678");
    put(Field::Listed, "19750611");
    put(Field::Shares, "000000005969782");
    put(Field::Preferred, "0");
    put(Field::MarketValue, "004178847");
    for (const auto& [field, text] : changes) {
        put(field, text);
    }
    return row;
}

/// A zip with one deflated member.
inline QByteArray zipped(const QByteArray& name, const QByteArray& bytes)
{
    QByteArray zip(bytes.size() + 65536, '\0');
    std::size_t used = 0;
    archive* const out = archive_write_new();
    archive_write_set_format_zip(out);
    archive_write_open_memory(out, zip.data(), static_cast<std::size_t>(zip.size()), &used);
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.constData());
    archive_entry_set_size(entry, bytes.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    archive_entry_free(entry);
    archive_write_close(out);
    archive_write_free(out);
    zip.resize(static_cast<qsizetype>(used));
    return zip;
}
}  // namespace test
