#include "core/config/environment.h"

namespace core::config
{
Capabilities capabilitiesOf(bool mock)
{
    return {.rankings = !mock, .operationStream = !mock, .holidayQuery = !mock};
}
}  // namespace core::config
