#pragma once

#include "core/kis/rest_client.h"

#include <QString>

#include <functional>
#include <vector>

namespace core::kis
{
/// Names of the page keys: they differ by endpoint.
struct PageKeys
{
    QString first;   ///< Query name, e.g. CTX_AREA_FK100; the answer has it in lower case.
    QString second;  ///< e.g. CTX_AREA_NK100.
};

/// Fetches all pages of one answer in one pass and hands them over together: a part of a list is
/// no information. More than `pagesMax` pages is an error, as is a page key that repeats.
/// Thread: that of `client`, which must outlive the calls.
void fetchPages(RestClient& client, const RestRequest& request, const PageKeys& keys,
                std::size_t pagesMax,
                std::function<void(const base::Result<std::vector<RestReply>>&)> done);
}  // namespace core::kis
