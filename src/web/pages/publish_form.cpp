// What the officer chose and typed on the way to publishing, read back from the address or the form.
#include "web/pages/publication.h"

namespace web {

namespace {

std::string_view value(const Request& request, std::string_view name)
{
    return request.method == "POST" ? request.form_value(name) : request.query_value(name);
}

std::vector<domain::UnitId> unranked(const Request& request)
{
    std::vector<domain::UnitId> units;
    for (const auto& [name, text] : request.method == "POST" ? request.form : request.query)
        if (name == "khongxep")
            if (const auto unit = Request::parse_id<domain::UnitId>(text)) units.push_back(*unit);
    return units;
}

// Text that is no date becomes an invalid day, which is refused with its field; nothing typed is no day.
std::optional<base::Date> day(std::string_view text)
{
    if (text.empty()) return std::nullopt;
    return base::Date::parse(text).value_or(base::Date(0, 0, 0));
}

}  // namespace

app::PublishOrder publish_order(const Request& request, domain::RoundId round)
{
    app::PublishOrder order;
    order.round = round;
    order.choices.upload =
        Request::parse_id<domain::UploadId>(value(request, "upload")).value_or(domain::UploadId{});
    if (value(request, "chon") == "1") order.choices.unranked = unranked(request);
    order.seen = value(request, "seen");
    order.decision_number = value(request, "decision_number");
    order.decision_date = day(value(request, "decision_date"));
    order.conference_date = day(value(request, "conference_date"));
    return order;
}

}  // namespace web
