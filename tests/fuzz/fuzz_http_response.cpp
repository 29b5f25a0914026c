// The parser of the order transport: limits hold, one answer at most, and how the bytes are cut
// into pieces changes nothing.

#include "core/kis/http_response.h"

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

namespace
{
constexpr qsizetype kHeadMax = 512;
constexpr qsizetype kBodyMax = 1024;

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using core::kis::HttpResponse;
    if (size == 0) {
        return 0;
    }
    const qsizetype piece = data[0] % 61 + 1;
    const QByteArray bytes{reinterpret_cast<const char*>(data) + 1,
                           static_cast<qsizetype>(size) - 1};
    const core::kis::ResponseLimits limits{.headMax = kHeadMax, .bodyMax = kBodyMax};
    HttpResponse whole{limits};
    whole.feed(bytes);
    const bool early = whole.state() == HttpResponse::State::Complete;
    const QByteArray first = whole.body();
    whole.finish();

    HttpResponse pieces{limits};
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        pieces.feed(bytes.mid(at, piece));
        require(pieces.body().size() <= kBodyMax);
    }
    pieces.finish();
    require(whole.state() == pieces.state());
    const bool complete = whole.state() == HttpResponse::State::Complete;
    require(complete || whole.state() == HttpResponse::State::Failed);
    if (complete) {
        require(whole.status() >= 200 && whole.status() <= 999);
        require(whole.status() == pieces.status() && whole.body() == pieces.body());
        require(whole.body().size() <= kBodyMax);
        // A second answer behind the first is never read.
        whole.feed("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nX");
        require(whole.state() == HttpResponse::State::Complete);
        require(!early || whole.body() == first);
    }
    return 0;
}
