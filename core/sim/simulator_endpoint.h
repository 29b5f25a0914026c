#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sim/simulator_options.h"

#include <QByteArray>
#include <QString>

namespace core::sim
{
/// Where a running simulator listens, its keys, and its clock: the first line `kis-simulator`
/// prints, one JSON object.
struct SimulatorEndpoint
{
    QString rest;  ///< "http://127.0.0.1:PORT" or https; the master files are below it as well.
    QString ws;    ///< "ws://127.0.0.1:PORT"
    QString appKey;
    QString appSecret;
    QString account;  ///< "50000000-01"
    QString htsId;
    Profile profile = Profile::Real;
    double speed = 1.0;
    base::Timestamp now{};                 ///< Market time ...
    std::chrono::nanoseconds monotonic{};  ///< ... at this reading of the machine's steady clock.
    QString certificateFile;    ///< PEM of the self-signed certificate; empty without TLS.
    QString certificateSha256;  ///< Its fingerprint, hexadecimal.

    /// Market time when this machine's steady clock shows `monotonic`: joins a running simulator
    /// without the delay of reading its line.
    [[nodiscard]] base::Timestamp marketTimeAt(std::chrono::nanoseconds at) const;

    /// One line, no line end.
    [[nodiscard]] QByteArray toJson() const;
    /// Reads the first line of `text`. Errors: Malformed naming the member.
    [[nodiscard]] static base::Result<SimulatorEndpoint> fromJson(const QByteArray& text);

    friend bool operator==(const SimulatorEndpoint&, const SimulatorEndpoint&) = default;
};
}  // namespace core::sim
