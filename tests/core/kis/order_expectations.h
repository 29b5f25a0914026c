#pragma once

#include "core/domain/order_traffic.h"

namespace test
{
// Short names for the tables.
namespace reasons
{
using enum core::domain::RejectReason;
}

using core::domain::AnswerClass;
using core::domain::RejectReason;
using namespace reasons;

/// What the contract says of a code in a refusal, written down a second time by hand.
struct Expected
{
    const char* code;
    AnswerClass what;
    RejectReason reason;
};
inline constexpr auto kNo = AnswerClass::Rejected;
inline constexpr auto kLost = AnswerClass::Unknown;

// clang-format off
inline constexpr Expected kExpected[] = {
    {"EGW00001", kLost, Other},         {"EGW00002", kLost, Other},
    {"EGW00003", kLost, Other},         {"EGW00102", kNo, Configuration},
    {"EGW00105", kNo, Configuration},   {"EGW00121", kNo, Token},
    {"EGW00122", kNo, Token},           {"EGW00123", kNo, Token},
    {"EGW00131", kNo, Configuration},   {"EGW00133", kNo, Token},
    {"EGW00201", kNo, RateLimited},     {"EGW00202", kLost, Other},
    {"EGW00203", kLost, Other},         {"EGW00204", kNo, Configuration},
    {"EGW00205", kNo, Configuration},   {"EGW00206", kNo, Configuration},
    {"EGW00207", kNo, Configuration},   {"EGW00208", kNo, Configuration},
    {"EGW00209", kNo, Configuration},   {"EGW00210", kNo, Configuration},
    {"EGW00211", kNo, Configuration},   {"EGW00212", kNo, Configuration},
    {"EGW00213", kNo, Configuration},   {"EGW00214", kNo, Configuration},
    {"EGW00215", kNo, RateLimited},     {"EGW00216", kLost, Other},
    {"EGW00300", kLost, Other},         {"EGW00301", kLost, Other},
    {"EGW00302", kLost, Other},         {"EGW00304", kNo, Configuration},
    {"EGW00310", kNo, Configuration},   {"EGW02004", kLost, Other},
    {"EGW02006", kNo, Configuration},   {"OPSQ0002", kNo, Configuration},
    {"OPSQ0003", kLost, Other},         {"OPSQ0011", kLost, Other},
    {"OPSQ2000", kNo, Configuration},   {"OPSQ2001", kNo, Other},
    {"OPSQ2002", kNo, Other},           {"APBK0013", kLost, Other},
    {"APBK0066", kNo, Halted},          {"APBK0344", kNo, OriginalUnknown},
    {"APBK0400", kNo, SellQuantity},    {"APBK0506", kNo, PriceStep},
    {"APBK0656", kNo, Instrument},      {"APBK0918", kNo, Other},
    {"APBK0919", kNo, Other},           {"APBK0927", kNo, NothingLeft},
    {"APBK0952", kNo, Cash},            {"APBK0963", kNo, Other},
    {"APBK1234", kNo, SellQuantity},    {"APBK1269", kNo, Other},
    {"APBK1630", kNo, Configuration},   {"APBK1943", kNo, Other},
    {"APBK2938", kLost, Other},         {"APBK3013", kNo, MarketOrder},
    {"APBK7777", kNo, Other},           {"APAC0081", kNo, Configuration},
    {"APAC0001", kNo, Other},           {"IGW00002", kNo, Configuration},
    {"IGW00007", kNo, Other},           {"IGW00009", kNo, Other},
    {"IGW00017", kNo, Instrument},      {"KIER3672", kNo, Session},
    {"KIER0001", kNo, Other},           {"40030000", kNo, PriceStep},
    {"40040000", kNo, Other},           {"40070000", kNo, Instrument},
    {"40100000", kNo, ClosedDay},       {"40250000", kNo, Cash},
    {"40310000", kNo, Other},           {"40330000", kNo, NothingLeft},
    {"40570000", kNo, Session},         {"40580000", kNo, Session},
    {"40590000", kLost, Other},         {"40600000", kLost, Other},
    {"40630000", kLost, Other},         {"40910000", kNo, Other},
    {"MCA00124", kLost, Other},         {"KIOK0560", kLost, Other},
    {"", kLost, Other},                 {"XXXX0001", kLost, Other},
};
// clang-format on
}  // namespace test
