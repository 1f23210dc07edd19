// One page of a ranking. Filters and orders are a fixed few, so each combination is its own statement text and reads as
// little as it can; within a publication and group the rows lie together, in published order.
#include "base/text.h"
#include "storage/publication_rows.h"
#include "storage/publication_store.h"

namespace storage {

namespace {

constexpr std::string_view in_publication = " WHERE s.publication_id = ?";
constexpr std::string_view in_group = " AND s.group_id = ?";
constexpr std::string_view in_band = " AND s.band = ?";
constexpr std::string_view with_text = " AND LOCATE(?, s.search_text) > 0";
constexpr std::string_view count_rows = "SELECT COUNT(*) FROM publication_standing s";
constexpr std::string_view window = " LIMIT ? OFFSET ?";

// Rows without a value (unranked, new units) come last in either direction.
std::string_view order_of(app::StandingOrder order, bool descending)
{
    using app::StandingOrder;
    switch (order) {
    case StandingOrder::Index:
        return descending ? " ORDER BY s.index_value DESC, s.group_id, s.position"
                          : " ORDER BY s.index_value, s.group_id, s.position";
    case StandingOrder::Change:
        return descending ? " ORDER BY s.change_points DESC, s.group_id, s.position"
                          : " ORDER BY s.change_points IS NULL, s.change_points, s.group_id, s.position";
    case StandingOrder::ChangePlaces:
        return descending ? " ORDER BY s.change_places DESC, s.group_id, s.position"
                          : " ORDER BY s.change_places IS NULL, s.change_places, s.group_id, s.position";
    case StandingOrder::Unit:
        return descending ? " ORDER BY s.name_key DESC, s.position" : " ORDER BY s.name_key, s.position";
    case StandingOrder::Place:
        break;
    }
    return descending ? " ORDER BY s.group_id DESC, s.position DESC" : " ORDER BY s.group_id, s.position";
}

struct Condition {
    std::string text{in_publication};
    Parameters values;
};

Condition condition_of(const app::StandingFilter& filter)
{
    Condition condition;
    condition.values.emplace_back(filter.publication);
    if (filter.group) {
        condition.text += in_group;
        condition.values.emplace_back(filter.group);
    }
    if (!filter.band.empty()) {
        condition.text += in_band;
        condition.values.emplace_back(filter.band);
    }
    if (auto text = base::folded(filter.text); !text.empty()) {
        condition.text += with_text;
        condition.values.emplace_back(Bytes{std::move(text)});
    }
    return condition;
}

int counted(Connection& connection, const Condition& condition)
{
    auto rows = connection.query(std::string(count_rows).append(condition.text), condition.values);
    return rows.next() ? static_cast<int>(rows.integer(1)) : 0;
}

}  // namespace

app::StandingPage PublicationStore::page(const app::StandingFilter& filter)
{
    const auto condition = condition_of(filter);
    const auto size = static_cast<std::size_t>(filter.size);
    const int skipped = (filter.page - 1) * filter.size;
    app::StandingPage page;
    {
        auto sql = std::string(standing_columns).append(condition.text);
        sql.append(order_of(filter.order, filter.descending)).append(window);
        auto values = condition.values;
        values.emplace_back(filter.size + 1);  // one more tells whether there is a next page
        values.emplace_back(skipped);
        auto rows = connection_.query(sql, values);
        page.rows.reserve(size + 1);
        while (rows.next())
            page.rows.push_back(read_standing(rows));
    }
    // The last page counts itself; only a page with more behind it, or past the end, asks for the count.
    const bool last = page.rows.size() <= size && (filter.page == 1 || !page.rows.empty());
    page.total = last ? skipped + static_cast<int>(page.rows.size()) : counted(connection_, condition);
    if (page.rows.size() > size) page.rows.resize(size);
    return page;
}

}  // namespace storage
