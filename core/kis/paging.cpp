#include "core/kis/paging.h"

#include "core/base/log.h"
#include "core/kis/json_fields.h"

#include <algorithm>
#include <memory>

namespace core::kis
{
namespace
{
using PagesDone = std::function<void(const base::Result<std::vector<RestReply>>&)>;

struct Pass
{
    RestClient& client;
    RestRequest request;
    PageKeys keys;
    std::size_t pagesMax;
    PagesDone done;
    std::vector<RestReply> pages;
};

// Verbatim: the keys are blank padded, so they are not trimmed.
QString keyText(const RestReply& page, const QString& name)
{
    return member(page.body, QLatin1String(name.toLatin1())).toString();
}

void setItem(QueryItems& query, const QString& name, const QString& value)
{
    const auto at = std::find_if(query.begin(), query.end(),
                                 [&name](const auto& item) { return item.first == name; });
    if (at != query.end()) {
        at->second = value;
    } else {
        query.emplace_back(name, value);
    }
}

void fetchNext(const std::shared_ptr<Pass>& pass)
{
    pass->client.call(pass->request, [pass](const base::Result<RestReply>& reply) {
        if (!reply) {
            pass->done(reply.error());
            return;
        }
        pass->pages.push_back(*reply);
        const bool last = !reply->more || reply->verdict == RestVerdict::Empty;
        if (last) {
            pass->done(std::move(pass->pages));
            return;
        }
        const QueryItems before = pass->request.query;
        setItem(pass->request.query, pass->keys.first, keyText(*reply, pass->keys.first));
        setItem(pass->request.query, pass->keys.second, keyText(*reply, pass->keys.second));
        if (pass->pages.size() >= pass->pagesMax || pass->request.query == before) {
            const base::Error endless{base::ErrorCode::OutOfRange,
                                      QStringLiteral("%1: the pages do not end (%2 read)")
                                          .arg(pass->request.path)
                                          .arg(pass->pages.size())};
            qCWarning(base::lcRest).noquote() << endless.detail;
            pass->done(endless);
            return;
        }
        pass->request.nextPage = true;
        fetchNext(pass);
    });
}
}  // namespace

void fetchPages(RestClient& client, const RestRequest& request, const PageKeys& keys,
                std::size_t pagesMax, PagesDone done)
{
    fetchNext(std::make_shared<Pass>(Pass{client, request, keys, pagesMax, std::move(done), {}}));
}
}  // namespace core::kis
