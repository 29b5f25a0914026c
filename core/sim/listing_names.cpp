#include "core/sim/listing_names.h"

#include <array>

namespace core::sim
{
namespace
{
// Invented syllables: a name that sounds like an issue and is none.
constexpr std::array<const char16_t*, 44> kFirst{
    u"가온", u"나래", u"다온", u"라움", u"마루", u"바론", u"새람",   u"아람", u"자운",
    u"차온", u"카인", u"타람", u"파란", u"하람", u"누리", u"도담",   u"로운", u"모아",
    u"보람", u"소담", u"온새", u"조은", u"한빛", u"해온", u"별하",   u"윤슬", u"시원",
    u"늘찬", u"단비", u"이든", u"우람", u"슬기", u"큰솔", u"참빛",   u"미르", u"벼리",
    u"여울", u"은가", u"지음", u"초롱", u"푸름", u"호연", u"금강샘", u"동녘"};
constexpr std::array<const char16_t*, 30> kSecond{
    u"전자",   u"바이오", u"소재",   u"반도체",   u"제약",     u"중공업",    u"에너지", u"테크",
    u"시스템", u"홀딩스", u"건설",   u"화학",     u"로보틱스", u"게임즈",    u"엔터",   u"푸드",
    u"메디칼", u"솔루션", u"케미칼", u"네트웍스", u"물산",     u"정밀",      u"모터스", u"항공",
    u"해운",   u"철강",   u"기전",   u"미디어",   u"유통",     u"디스플레이"};
constexpr std::array<const char16_t*, 8> kPrefix{u"",     u"",     u"",   u"",
                                                 u"케이", u"에스", u"NX", u"HB"};
constexpr std::array<const char16_t*, 6> kEtfBrand{u"GAON",  u"NARAE", u"MARU",
                                                   u"HARAM", u"ONSAE", u"BARON"};
constexpr std::array<const char16_t*, 12> kEtfTheme{
    u"200",      u"코스닥150", u"반도체",   u"2차전지", u"바이오", u"미국S&P500",
    u"단기채권", u"고배당",    u"레버리지", u"인버스",  u"금선물", u"은행"};

template <std::size_t N>
QString pick(const std::array<const char16_t*, N>& words, Rng& rng)
{
    return QString::fromUtf16(words[static_cast<std::size_t>(rng.below(std::int64_t{N}))]);
}
}  // namespace

QString NameMaker::next(NameKind kind, Rng& rng)
{
    for (;;) {
        QString name;
        switch (kind) {
        case NameKind::Company:
            name = pick(kPrefix, rng) + pick(kFirst, rng) + pick(kSecond, rng);
            break;
        case NameKind::Etf:
            name = pick(kEtfBrand, rng) + u' ' + pick(kEtfTheme, rng);
            break;
        case NameKind::Etn:
            name = pick(kFirst, rng) + u' ' + pick(kEtfTheme, rng) + QStringLiteral(" ETN");
            break;
        case NameKind::Spac:
            name = pick(kFirst, rng) + QStringLiteral("스팩%1호").arg(1 + rng.below(40));
            break;
        case NameKind::Reit:
            name = pick(kFirst, rng) + QStringLiteral("리츠");
            break;
        }
        if (m_used.contains(name)) {
            name += QString::number(++m_serial);
        }
        if (!m_used.contains(name)) {
            m_used.insert(name);
            return name;
        }
    }
}
}  // namespace core::sim
