#include "core/config/config_file.h"

#include "core/config/config_schema.h"

#include <QCryptographicHash>
#include <QFile>

#include <nlohmann/json.hpp>
#include <optional>

namespace core::config
{
namespace
{
using base::Done;
using base::Error;
using base::ErrorCode;
using base::Status;

constexpr qsizetype kConfigBytesMax = 1 << 20;

/// Collects "section.key" to raw values while the text is read. Chosen over Qt's JSON because
/// that turns every number into a double before anyone can see its characters, and because it
/// silently keeps the last of two equal keys.
class Collector final : public nlohmann::json_sax<nlohmann::json>
{
public:
    QList<QPair<QString, RawValue>> values;
    std::optional<QString> problem;

    bool null() override { return put({RawValue::Kind::Other, QStringLiteral("null"), {}}); }
    bool boolean(bool value) override
    {
        return put({RawValue::Kind::Boolean,
                    value ? QStringLiteral("true") : QStringLiteral("false"),
                    {}});
    }
    bool number_integer(number_integer_t value) override
    {
        return put({RawValue::Kind::Number, QString::number(value), {}});
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return put({RawValue::Kind::Number, QString::number(value), {}});
    }
    bool number_float(number_float_t, const string_t& characters) override
    {
        return put({RawValue::Kind::Number, QString::fromStdString(characters), {}});
    }
    bool string(string_t& value) override
    {
        return put({RawValue::Kind::Text, QString::fromStdString(value), {}});
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override
    {
        ++m_depth;
        if (m_depth == 2) {
            if (!isSection(m_key)) {
                return stop(QStringLiteral("unknown section '%1'").arg(m_key));
            }
            m_section = m_key;
        }
        return m_depth <= 2
               || stop(QStringLiteral("'%1' is an object; a value is expected").arg(path()));
    }
    bool key(string_t& value) override
    {
        m_key = QString::fromStdString(value);
        return true;
    }
    bool end_object() override
    {
        --m_depth;
        m_section.clear();
        return true;
    }
    bool start_array(std::size_t) override
    {
        if (m_depth == 0 || m_list) {
            return stop(QStringLiteral("a list is not allowed here"));
        }
        m_list = RawValue{RawValue::Kind::TextList, QStringLiteral("[...]"), {}};
        return true;
    }
    bool end_array() override
    {
        const RawValue list = *m_list;
        m_list.reset();
        return put(list);
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override
    {
        return stop(QStringLiteral("not JSON at byte %1").arg(position));
    }

private:
    [[nodiscard]] QString path() const
    {
        return m_section.isEmpty() ? m_key : m_section + u'.' + m_key;
    }
    bool stop(const QString& why)
    {
        if (!problem) {
            problem = why;
        }
        return false;
    }
    bool put(const RawValue& value)
    {
        if (m_depth == 0) {
            return stop(QStringLiteral("the file is not a JSON object"));
        }
        if (m_list) {
            if (value.kind != RawValue::Kind::Text) {
                return stop(QStringLiteral("'%1': a list holds text only").arg(path()));
            }
            m_list->list.append(value.text);
            return true;
        }
        for (const auto& [known, raw] : values) {
            if (known == path()) {
                return stop(QStringLiteral("'%1' is given twice").arg(path()));
            }
        }
        values.append({path(), value});
        return true;
    }

    int m_depth = 0;
    QString m_section;
    QString m_key;
    std::optional<RawValue> m_list;
};

const KeySpec* findKey(const QString& path)
{
    for (const KeySpec& spec : keySpecs()) {
        if (spec.path() == path) {
            return &spec;
        }
    }
    return nullptr;
}

Status assign(Config& config, const QString& path, const RawValue& value)
{
    if (path == u"env") {
        const base::Result<domain::EnvironmentKind> kind = parseEnvironment(value.text);
        if (!kind || value.kind != RawValue::Kind::Text) {
            return Error{ErrorCode::OutOfRange,
                         QStringLiteral("'env' is '%1'; allowed: sim, demo, live").arg(value.text)};
        }
        config.env = *kind;
        return Done{};
    }
    const KeySpec* spec = findKey(path);
    if (spec == nullptr) {
        return Error{ErrorCode::NotFound, QStringLiteral("unknown key '%1'").arg(path)};
    }
    const Status status = spec->set(*spec, config, value);
    if (!status) {
        // What is wrong with this one may be the password in it.
        const QString shown =
            path == u"records.database_url" ? QStringLiteral("(not shown)") : value.text;
        return Error{
            status.error().code,
            QStringLiteral("'%1' is '%2'; allowed: %3").arg(path, shown, status.error().detail)};
    }
    return Done{};
}

/// A default in the table is written as in the file; this is its raw form.
RawValue rawDefault(const KeySpec& spec)
{
    const QString text = QLatin1String{spec.otherwise}.toString();
    if (text == u"true" || text == u"false") {
        return {RawValue::Kind::Boolean, text, {}};
    }
    if (spec.path() == u"screener.watch_list") {
        return {RawValue::Kind::TextList, {}, {}};
    }
    return {RawValue::Kind::Text, text, {}};
}
enum class Environment
{
    MayBeNamed,
    IsNoKey,
};

base::Result<Config> readOver(Config config, const QByteArray& json, const QString& fileName,
                              Environment environment)
{
    const auto refuse = [&fileName](ErrorCode code, const QString& why) {
        return Error{code, QStringLiteral("configuration %1: %2").arg(fileName, why)};
    };
    Collector collector;
    const bool read = nlohmann::json::sax_parse(json.begin(), json.end(), &collector);
    if (!read || collector.problem) {
        return refuse(ErrorCode::Malformed, collector.problem.value_or(QStringLiteral("not JSON")));
    }
    for (const auto& [path, value] : collector.values) {
        if (path == u"env" && environment == Environment::IsNoKey) {
            return refuse(ErrorCode::Malformed, QStringLiteral("'env' cannot stand here"));
        }
        const Status status = assign(config, path, value);
        if (!status) {
            return refuse(status.error().code, status.error().detail);
        }
    }
    const Status cross = crossCheck(config);
    if (!cross) {
        return refuse(cross.error().code, cross.error().detail);
    }
    return config;
}
}  // namespace

Config defaultConfig(domain::EnvironmentKind env)
{
    Config config;
    config.env = env;
    for (const KeySpec& spec : keySpecs()) {
        const Status status = spec.set(spec, config, rawDefault(spec));
        Q_ASSERT_X(status.has_value(), "defaultConfig", spec.name);
    }
    return config;
}

base::Result<Config> parseConfig(const QByteArray& json, const QString& fileName)
{
    return readOver(defaultConfig(), json, fileName, Environment::MayBeNamed);
}

base::Result<Config> overlayConfig(const Config& base, const QByteArray& json, const QString& name)
{
    return readOver(base, json, name, Environment::IsNoKey);
}

base::Result<Config> loadConfig(const QString& fileName)
{
    QFile file{fileName};
    if (!file.exists()) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("configuration %1 does not exist").arg(fileName)};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Io, QStringLiteral("configuration %1 cannot be read: %2")
                                        .arg(fileName, file.errorString())};
    }
    if (file.size() > kConfigBytesMax) {
        return Error{ErrorCode::OutOfRange,
                     QStringLiteral("configuration %1 is larger than 1 MiB").arg(fileName)};
    }
    return parseConfig(file.readAll(), fileName);
}

base::Result<Config> withValue(const Config& config, const QString& path, const QString& value)
{
    Config changed = config;
    const bool boolean = value == u"true" || value == u"false";
    const RawValue raw =
        path == u"screener.watch_list"
            ? RawValue{RawValue::Kind::TextList, value, value.split(u',', Qt::SkipEmptyParts)}
            : RawValue{boolean ? RawValue::Kind::Boolean : RawValue::Kind::Text, value, {}};
    const Status status = assign(changed, path, raw);
    if (!status) {
        return status.error();
    }
    const Status cross = crossCheck(changed);
    if (!cross) {
        return cross.error();
    }
    return changed;
}

Status crossCheck(const Config& config)
{
    struct Order
    {
        std::int64_t low;
        std::int64_t high;
        const char* names;
    };
    const std::array orders{
        Order{config.exit.widthMin.units(), config.exit.widthMax.units(),
              "exit.width_min_pct above exit.width_max_pct"},
        Order{config.pyramid.pullbackMin.units(), config.pyramid.pullbackMax.units(),
              "pyramid.pullback_min_pct above pyramid.pullback_max_pct"},
        Order{config.entry.windowFrom.count(), config.entry.windowTo.count(),
              "entry.window_from after entry.window_to"},
        Order{config.pyramid.windowFrom.count(), config.pyramid.windowTo.count(),
              "pyramid.window_from after pyramid.window_to"},
        Order{config.sizing.min.value(), config.sizing.maxPosition.value(),
              "sizing.min above sizing.max_position"},
        Order{config.guard.stopBuyLoss.units(), config.guard.hardLoss.units(),
              "guard.stop_buy_loss_pct above guard.hard_loss_pct"},
        Order{config.data.maxAge.count(), config.data.quietAge.count(),
              "data.max_age_s above data.quiet_age_s"},
        Order{config.risk.exitCollar.units(), config.risk.emergencyCollar.units(),
              "risk.exit_collar_pct above risk.emergency_collar_pct"},
        Order{config.risk.maxOrderValue.units(), config.risk.maxCodeValue.units(),
              "risk.max_order_pct above risk.max_code_pct"},
        Order{config.risk.maxOrderWon.value(), config.risk.maxCodeWon.value(),
              "risk.max_order_won above risk.max_code_won"},
        Order{config.risk.maxCodeValue.units(), config.risk.maxExposure.units(),
              "risk.max_code_pct above risk.max_exposure_pct"},
        Order{config.risk.messagesPerSecond, config.risk.messagesPerMinute,
              "risk.messages_per_s above risk.messages_per_min"},
        Order{config.risk.messagesPerMinute, config.risk.messagesPerDay,
              "risk.messages_per_min above risk.messages_per_day"},
    };
    for (const Order& order : orders) {
        if (order.low > order.high) {
            return Error{ErrorCode::OutOfRange, QLatin1String{order.names}.toString()};
        }
    }
    return Done{};
}

QList<QPair<QString, QString>> effectiveValues(const Config& config)
{
    QList<QPair<QString, QString>> values{{QStringLiteral("env"), environmentName(config.env)}};
    for (const KeySpec& spec : keySpecs()) {
        values.append({spec.path(), spec.text(config)});
    }
    return values;
}

QString configHash(const Config& config)
{
    QCryptographicHash hash{QCryptographicHash::Sha256};
    for (const auto& [path, value] : effectiveValues(config)) {
        if (!path.startsWith(u"ui.")) {
            hash.addData((path + u'=' + value + u'\n').toUtf8());
        }
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString environmentName(domain::EnvironmentKind kind)
{
    switch (kind) {
    case domain::EnvironmentKind::Sim:
        return QStringLiteral("sim");
    case domain::EnvironmentKind::Demo:
        return QStringLiteral("demo");
    case domain::EnvironmentKind::Live:
        return QStringLiteral("live");
    case domain::EnvironmentKind::Replay:
        return QStringLiteral("replay");
    }
    return {};
}

base::Result<domain::EnvironmentKind> parseEnvironment(const QString& name)
{
    for (const domain::EnvironmentKind kind :
         {domain::EnvironmentKind::Sim, domain::EnvironmentKind::Demo,
          domain::EnvironmentKind::Live}) {
        if (name == environmentName(kind)) {
            return kind;
        }
    }
    return Error{ErrorCode::OutOfRange,
                 QStringLiteral("environment '%1' is unknown; allowed: sim, demo, live").arg(name)};
}
}  // namespace core::config
