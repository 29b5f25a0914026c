#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <cstdint>

namespace core::kis
{
/// What a REST answer means for the call that got it.
enum class RestVerdict : std::uint8_t
{
    Success,
    Empty,          ///< Nothing to show: a success without rows.
    Transient,      ///< The broker's trouble: queries again, orders reconcile.
    TokenInvalid,   ///< Refresh once, query again once.
    TokenTooSoon,   ///< One token a minute: wait.
    RateLimited,    ///< Not executed: slow down, again.
    LedgerBusy,     ///< Limit over all customers: again in a moment.
    Configuration,  ///< Keys, account or permissions are wrong: tell the user.
    NotInMock,      ///< The mock host has no such function.
    OurMistake,     ///< The request is wrong: again gives the same.
    Refused,        ///< A business answer: no.
    Unknown,        ///< A code nobody documented: no automatic reaction.
};

struct RestCode
{
    QLatin1String code;
    RestVerdict verdict = RestVerdict::Unknown;
    QLatin1String meaning;
};

// clang-format off
/// Source: KIS Open API, error codes, and texts captured by public clients.
inline constexpr std::array kRestCodes{
    RestCode{QLatin1String("KIOK0560"), RestVerdict::Empty,         QLatin1String("nothing to show")},
    RestCode{QLatin1String("EGW00001"), RestVerdict::Transient,     QLatin1String("temporary error")},
    RestCode{QLatin1String("EGW00002"), RestVerdict::Transient,     QLatin1String("server error")},
    RestCode{QLatin1String("EGW00003"), RestVerdict::Configuration, QLatin1String("access denied")},
    RestCode{QLatin1String("EGW00004"), RestVerdict::Configuration, QLatin1String("no permission")},
    RestCode{QLatin1String("EGW00102"), RestVerdict::Configuration, QLatin1String("app key is missing")},
    RestCode{QLatin1String("EGW00103"), RestVerdict::Configuration, QLatin1String("app key is invalid")},
    RestCode{QLatin1String("EGW00104"), RestVerdict::Configuration, QLatin1String("app secret is missing")},
    RestCode{QLatin1String("EGW00105"), RestVerdict::Configuration, QLatin1String("app secret is invalid")},
    RestCode{QLatin1String("EGW00121"), RestVerdict::TokenInvalid,  QLatin1String("token is invalid")},
    RestCode{QLatin1String("EGW00122"), RestVerdict::TokenInvalid,  QLatin1String("token is not found")},
    RestCode{QLatin1String("EGW00123"), RestVerdict::TokenInvalid,  QLatin1String("token has expired")},
    RestCode{QLatin1String("EGW00131"), RestVerdict::OurMistake,    QLatin1String("hash key is wrong")},
    RestCode{QLatin1String("EGW00132"), RestVerdict::OurMistake,    QLatin1String("content type is wrong")},
    RestCode{QLatin1String("EGW00133"), RestVerdict::TokenTooSoon,  QLatin1String("one token a minute")},
    RestCode{QLatin1String("EGW00201"), RestVerdict::RateLimited,   QLatin1String("too many calls a second")},
    RestCode{QLatin1String("EGW00202"), RestVerdict::Transient,     QLatin1String("gateway routing error")},
    RestCode{QLatin1String("EGW00203"), RestVerdict::Transient,     QLatin1String("gateway routing error")},
    RestCode{QLatin1String("EGW00205"), RestVerdict::OurMistake,    QLatin1String("credentials type is wrong")},
    RestCode{QLatin1String("EGW00206"), RestVerdict::Configuration, QLatin1String("no permission")},
    RestCode{QLatin1String("EGW00207"), RestVerdict::OurMistake,    QLatin1String("IP address is wrong")},
    RestCode{QLatin1String("EGW00208"), RestVerdict::OurMistake,    QLatin1String("customer type is wrong")},
    RestCode{QLatin1String("EGW00209"), RestVerdict::OurMistake,    QLatin1String("sequence number is wrong")},
    RestCode{QLatin1String("EGW00213"), RestVerdict::NotInMock,     QLatin1String("not a mock function")},
    RestCode{QLatin1String("EGW00215"), RestVerdict::LedgerBusy,    QLatin1String("ledger limit of all customers")},
    RestCode{QLatin1String("EGW00300"), RestVerdict::Transient,     QLatin1String("gateway routing error")},
    RestCode{QLatin1String("EGW00301"), RestVerdict::Transient,     QLatin1String("time-out, outcome not known")},
    RestCode{QLatin1String("EGW00302"), RestVerdict::Transient,     QLatin1String("time-out, outcome not known")},
    RestCode{QLatin1String("EGW00304"), RestVerdict::Configuration, QLatin1String("app secret is invalid")},
    RestCode{QLatin1String("EGW00310"), RestVerdict::OurMistake,    QLatin1String("TR id is invalid")},
    RestCode{QLatin1String("EGW02004"), RestVerdict::TokenInvalid,  QLatin1String("token of the other environment")},
    RestCode{QLatin1String("EGW02006"), RestVerdict::NotInMock,     QLatin1String("not a mock function")},
    RestCode{QLatin1String("MCA00124"), RestVerdict::NotInMock,     QLatin1String("not a mock function")},
    RestCode{QLatin1String("IGW00002"), RestVerdict::Configuration, QLatin1String("account does not match")},
    RestCode{QLatin1String("IGW00007"), RestVerdict::OurMistake,    QLatin1String("message error")},
    RestCode{QLatin1String("IGW00009"), RestVerdict::OurMistake,    QLatin1String("message error")},
    RestCode{QLatin1String("IGW00017"), RestVerdict::OurMistake,    QLatin1String("product number is wrong")},
    RestCode{QLatin1String("OPSQ0002"), RestVerdict::OurMistake,    QLatin1String("no such service")},
    RestCode{QLatin1String("OPSQ0003"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0004"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0005"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0006"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0007"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0008"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0009"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0010"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ0011"), RestVerdict::Transient,     QLatin1String("backend error")},
    RestCode{QLatin1String("OPSQ2000"), RestVerdict::Configuration, QLatin1String("account number is wrong, or real and mock are mixed up")},
    RestCode{QLatin1String("OPSQ2001"), RestVerdict::OurMistake,    QLatin1String("market letter is wrong")},
    RestCode{QLatin1String("OPSQ2002"), RestVerdict::OurMistake,    QLatin1String("parameter length is wrong")},
    RestCode{QLatin1String("APAC0081"), RestVerdict::Configuration, QLatin1String("account number is wrong")},
    RestCode{QLatin1String("APBK0656"), RestVerdict::Refused,       QLatin1String("no such issue")},
    RestCode{QLatin1String("APBK0919"), RestVerdict::Refused,       QLatin1String("not a trading day")},
    RestCode{QLatin1String("40100000"), RestVerdict::Refused,       QLatin1String("not a trading day")},
};
// clang-format on

/// The row of `code`; one that says Unknown for a code that is not in the table.
[[nodiscard]] constexpr RestCode restCode(QStringView code) noexcept
{
    for (const RestCode& row : kRestCodes) {
        if (code == row.code) {
            return row;
        }
    }
    return {QLatin1String(), RestVerdict::Unknown, QLatin1String("not a code this program knows")};
}
}  // namespace core::kis
