// Every kind of event goes through the journal's codec and comes back as it was, whatever is in it;
// what it must not hold is not in its bytes; hostile bytes are refused.

#include "core/storage/event_codec.h"
#include "core/storage/event_fields.h"

#include <QTest>

#include <random>

using namespace core;
using domain::EventPayload;
using storage::decodeEvents;
using storage::encodeEvents;
using storage::fields;

namespace
{
/// Stands for a value of any type in a brace list.
struct Any
{
    template <typename Value>
    operator Value() const
    {
        return Value{};
    }
};

/// The number of members of an aggregate: the longest brace list it takes.
template <typename Struct, typename... Filled>
constexpr std::size_t membersOf()
{
    if constexpr (requires { Struct{Filled{}..., Any{}}; }) {
        return membersOf<Struct, Filled..., Any>();
    } else {
        return sizeof...(Filled);
    }
}

/// Counts what `fields` hands it.
struct Counter
{
    std::size_t count = 0;
    template <typename... Values>
    void operator()(const Values&...)
    {
        count += sizeof...(Values);
    }
};

/// Fills what `fields` hands it with anything its type can hold.
class Filler final
{
public:
    explicit Filler(unsigned seed) : m_random{seed} {}
    template <typename... Values>
    void operator()(Values&... values)
    {
        (fill(values), ...);
    }

private:
    std::uint64_t any()
    {
        const std::uint64_t wide = (std::uint64_t{m_random()} << 32U) | m_random();
        return wide >> (m_random() % 64);
    }
    void fill(std::int64_t& value) { value = static_cast<std::int64_t>(any()) * sign(); }
    void fill(std::int32_t& value) { value = static_cast<std::int32_t>(any()); }
    void fill(std::uint64_t& value) { value = any(); }
    void fill(std::uint32_t& value) { value = static_cast<std::uint32_t>(any()); }
    void fill(bool& value) { value = m_random() % 2 == 0; }
    void fill(QString& value)
    {
        value.clear();
        for (auto left = m_random() % 9; left > 0; --left) {
            value += QChar{static_cast<char16_t>(0x20 + m_random() % 0xD7D0)};
        }
    }
    void fill(domain::Symbol& value)
    {
        std::string text;
        for (auto left = m_random() % 8; left > 0; --left) {
            text += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[m_random() % 36];
        }
        value = text.empty() ? domain::Symbol{} : *domain::Symbol::parse(std::string_view{text});
    }
    void fill(domain::Price& value) { value = domain::Price::fromWon(whole()); }
    void fill(domain::Won& value) { value = domain::Won{whole()}; }
    void fill(domain::Quantity& value) { value = domain::Quantity{whole()}; }
    void fill(domain::Percent& value) { value = domain::Percent::fromUnits(whole()); }
    void fill(domain::BrokerOrderId& value)
    {
        value = domain::BrokerOrderId::fromWire(QString::number(any()));
    }
    void fill(domain::TradingDate& value)
    {
        value = {};
        if (m_random() % 4 > 0) {
            value = std::chrono::sys_days{std::chrono::days{m_random() % 40'000}};
        }
    }
    void fill(domain::Timestamp& value)
    {
        value = domain::Timestamp{std::chrono::milliseconds{whole()}};
    }
    template <typename Period>
    void fill(std::chrono::duration<std::int64_t, Period>& value)
    {
        value = std::chrono::duration<std::int64_t, Period>{whole()};
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void fill(Enum& value)
    {
        value = static_cast<Enum>(m_random()
                                  % (static_cast<unsigned>(storage::LastOf<Enum>::value) + 1U));
    }
    template <typename Value>
    void fill(std::optional<Value>& value)
    {
        value.reset();
        if (m_random() % 2 == 0) {
            fill(value.emplace());
        }
    }
    template <typename Value>
    void fill(std::vector<Value>& values)
    {
        values.resize(m_random() % 5);
        for (Value& value : values) {
            fill(value);
        }
    }
    template <typename Value, std::size_t Size>
    void fill(std::array<Value, Size>& values)
    {
        for (Value& value : values) {
            fill(value);
        }
    }
    template <typename Struct>
    requires requires(Filler& filler, Struct& value) { fields(filler, value); }
    void fill(Struct& value) { fields(*this, value); }
    std::int64_t sign() { return m_random() % 2 == 0 ? 1 : -1; }
    std::int64_t whole() { return static_cast<std::int64_t>(any() >> 1U) * sign(); }

    std::mt19937 m_random;
};

constexpr std::size_t kKinds = std::variant_size_v<EventPayload>;

template <std::size_t Index = 0>
void fillKind(Filler& filler, std::size_t kind, EventPayload& payload)
{
    if constexpr (Index < kKinds) {
        if (kind != Index) {
            fillKind<Index + 1>(filler, kind, payload);
            return;
        }
        using Payload = std::variant_alternative_t<Index, EventPayload>;
        if constexpr (std::is_same_v<Payload, domain::InstrumentsPtr>) {
            auto table = std::make_shared<domain::InstrumentTable>();
            filler(table->date, table->skippedRows, table->fromCache);
            for (int i = 0; i < 5; ++i) {
                domain::Instrument one;
                filler(one);
                table->bySymbol.emplace(one.symbol, one);
            }
            payload = domain::InstrumentsPtr{table};
        } else {
            filler(payload.emplace<Index>());
        }
    }
}

std::vector<domain::Event> someEvents(unsigned seed)
{
    std::vector<domain::Event> events;
    Filler filler{seed};
    std::uint64_t number = seed;
    domain::Timestamp time{std::chrono::milliseconds{1'756'771'200'000}};
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
        domain::Event& event = events.emplace_back();
        event.number = ++number;
        event.time = time += std::chrono::milliseconds{kind % 7};
        fillKind(filler, kind, event.payload);
        if (auto* notice = std::get_if<domain::OrderNotice>(&event.payload)) {
            notice->account = storage::nobodysAccount();
        }
        if (auto* arm = std::get_if<domain::Arm>(&event.payload)) {
            arm->typed = storage::nobodysAccount().right(4);
        }
    }
    return events;
}

bool same(const EventPayload& a, const EventPayload& b)
{
    const auto* table = std::get_if<domain::InstrumentsPtr>(&a);
    const auto* other = std::get_if<domain::InstrumentsPtr>(&b);
    return table != nullptr && other != nullptr && *table && *other ? **table == **other : a == b;
}
bool same(const std::vector<domain::Event>& a, const std::vector<domain::Event>& b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const domain::Event& x, const domain::Event& y) {
            return x.number == y.number && x.time == y.time && same(x.payload, y.payload);
        });
}

template <typename Struct>
bool listsEveryField()
{
    Counter counter;
    const Struct value{};
    fields(counter, value);
    return counter.count == membersOf<Struct>();
}

template <std::size_t Index = 0>
QByteArray kindWithAFieldLeftOut()
{
    if constexpr (Index < kKinds) {
        using Payload = std::variant_alternative_t<Index, EventPayload>;
        if constexpr (!std::is_same_v<Payload, domain::InstrumentsPtr>) {
            if (!listsEveryField<Payload>()) {
                return QByteArray::number(static_cast<qulonglong>(Index));
            }
        }
        return kindWithAFieldLeftOut<Index + 1>();
    } else {
        return {};
    }
}
}  // namespace

class TestEventCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsListed()
    {
        QCOMPARE(kindWithAFieldLeftOut(), QByteArray{});
        QVERIFY(listsEveryField<domain::ClientOrderId>() && listsEveryField<domain::FeedKey>()
                && listsEveryField<domain::ChartRequest>() && listsEveryField<domain::BookLevel>()
                && listsEveryField<domain::Bar>() && listsEveryField<domain::Holding>()
                && listsEveryField<domain::Instrument>() && listsEveryField<domain::OrderRequest>()
                && listsEveryField<domain::BrokerOrderRow>());
    }

    void everyEventComesBackAsItWas()
    {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            const std::vector<domain::Event> events = someEvents(seed);
            QByteArray bytes;
            encodeEvents(events, storage::nobodysAccount(), bytes);

            const auto back = decodeEvents(bytes);

            QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
            QVERIFY2(same(events, *back), QByteArray::number(seed).constData());
        }
    }

    void theAccountStaysOut()
    {
        const QString account = QStringLiteral("7654321") + QStringLiteral("801");
        domain::OrderNotice notice;
        notice.account = account;
        domain::OrderNotice others = notice;
        others.account = QStringLiteral("1111111") + QStringLiteral("101");
        const std::vector<domain::Event> events{
            {1, {}, notice},
            {2, {}, others},
            {3, {}, domain::Arm{QStringLiteral("3218"), {}, false}},
            {4, {}, domain::Arm{QStringLiteral("1234"), {}, false}}};
        QByteArray bytes;
        encodeEvents(events, account, bytes);

        const std::vector<domain::Event> back = decodeEvents(bytes).value();

        QVERIFY(!bytes.contains(account.toLatin1()) && !bytes.contains("3218"));
        QVERIFY(!bytes.contains(others.account.toLatin1()) && !bytes.contains("1234"));
        QCOMPARE(std::get<domain::OrderNotice>(back[0].payload).account, storage::nobodysAccount());
        QCOMPARE(std::get<domain::OrderNotice>(back[1].payload).account, QString{});
        QCOMPARE(std::get<domain::Arm>(back[2].payload).typed, storage::nobodysAccount().right(4));
        QCOMPARE(std::get<domain::Arm>(back[3].payload).typed, QString{});
    }

    /// Cut anywhere it is refused; changed anywhere it is refused or something else, never a crash.
    void hostileBytesAreRefused()
    {
        QByteArray bytes;
        encodeEvents(someEvents(7), {}, bytes);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QVERIFY(!decodeEvents(QByteArrayView{bytes}.first(size)));
        }
        QVERIFY(!decodeEvents(bytes + '\0'));
        std::mt19937 random{1};
        for (int i = 0; i < 20'000; ++i) {
            QByteArray other = bytes;
            for (auto left = 1 + random() % 4; left > 0; --left) {
                other[static_cast<qsizetype>(random() % static_cast<unsigned>(other.size()))] =
                    static_cast<char>(random());
            }
            (void)decodeEvents(other);
        }
    }
};

QTEST_GUILESS_MAIN(TestEventCodec)
#include "tst_event_codec.moc"
