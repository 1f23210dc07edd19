#include "app/manage_units.h"

#include "access/permission.h"
#include "app/audit_changes.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

base::Result<void> may(const Actor& actor)
{
    if (rights::allowed(actor.user, rights::Permission::ManageUnits)) return {};
    return base::forbidden("Bạn chưa được giao việc quản lý đơn vị. Hãy liên hệ người quản trị.");
}

base::Error no_such_unit()
{
    return base::not_found("Không tìm thấy đơn vị này.");
}

std::string stream_of(domain::UnitId id)
{
    return "unit/" + id.text();
}

nlohmann::json described(Repositories& repositories, const domain::Unit& unit)
{
    const auto group = repositories.units().group(unit.group);
    return {{"code", unit.code},
            {"name", unit.official_name},
            {"short_name", unit.short_name},
            {"group", group ? group->name : std::string()},
            {"position", std::to_string(unit.position)},
            {"ended", unit.ended ? unit.ended->iso() : std::string()}};
}

nlohmann::json described(const domain::PeerGroup& group)
{
    return {{"name", group.name}, {"position", std::to_string(group.position)}};
}

base::Result<void> check_text(const std::string& text, std::size_t most, const base::Message& missing,
                              const char* field)
{
    if (base::folded(text).empty()) return base::invalid(missing, field);
    if (base::length(text) > most)
        return base::invalid({"Nội dung này dài nhất {} ký tự.", {std::to_string(most)}}, field);
    return {};
}

base::Result<void> check_group(domain::PeerGroup& group)
{
    group.name = base::tidy(group.name);
    return check_text(group.name, 300, "Hãy nhập tên khối.", "name");
}

// Huyện Cao Lãnh and thành phố Cao Lãnh are two, and so are xã Bình Thành and xã Bình Thạnh; one name twice is not.
base::Result<void> check_name_free(Repositories& repositories, const Actor& actor, const domain::Unit& unit)
{
    for (const auto& other : repositories.units().named(unit.official_name))
        if (other.id != unit.id && !(other.ended && *other.ended <= actor.now.date()) &&
            base::same_name(base::Spelling(other.official_name), base::Spelling(unit.official_name)))
            return base::Error{base::ErrorKind::Conflict,
                               {"Đã có đơn vị tên “{}”, mã {}.", {other.official_name, other.code}},
                               "official_name"};
    return {};
}

base::Result<void> check_unit(Repositories& repositories, const Actor& actor, domain::Unit& unit)
{
    unit.code = base::tidy(unit.code);
    unit.official_name = base::tidy(unit.official_name);
    unit.short_name = base::tidy(unit.short_name);
    if (auto checked = check_text(unit.code, 40, "Hãy nhập mã đơn vị.", "code"); !checked) return checked;
    if (auto checked = check_text(unit.official_name, 300, "Hãy nhập tên đơn vị.", "official_name"); !checked)
        return checked;
    if (base::length(unit.short_name) > 200)
        return base::invalid({"Nội dung này dài nhất {} ký tự.", {"200"}}, "short_name");
    if (unit.group && !repositories.units().group(unit.group))
        return base::invalid("Không tìm thấy khối đã chọn.", "group");
    return check_name_free(repositories, actor, unit);
}

}  // namespace

base::Result<domain::PeerGroupId> add_group(Repositories& repositories, const Actor& actor,
                                            domain::PeerGroup group)
{
    if (const auto allowed = may(actor); !allowed) return allowed.error();
    if (const auto checked = check_group(group); !checked) return checked.error();
    const auto id = repositories.units().add_group(actor, group);
    if (!id) return id;
    repositories.audit().append(actor, audit_change("group/" + id->text(), "group.added", group.name,
                                                    nlohmann::json::object(), {{"name", group.name}}));
    return id;
}

base::Result<void> change_group(Repositories& repositories, const Actor& actor, domain::PeerGroup group)
{
    if (const auto allowed = may(actor); !allowed) return allowed;
    if (const auto checked = check_group(group); !checked) return checked;
    const auto before = repositories.units().group(group.id);
    if (!before) return base::not_found("Không tìm thấy khối này.");
    if (const auto saved = repositories.units().save_group(actor, group); !saved) return saved;
    repositories.audit().append(actor, audit_change("group/" + group.id.text(), "group.changed", group.name,
                                                    described(*before), described(group)));
    return {};
}

base::Result<domain::UnitId> add_unit(Repositories& repositories, const Actor& actor, domain::Unit unit)
{
    if (const auto allowed = may(actor); !allowed) return allowed.error();
    if (const auto checked = check_unit(repositories, actor, unit); !checked) return checked.error();
    const auto id = repositories.units().add(actor, unit);
    if (!id) return id;
    repositories.audit().append(
        actor, audit_change(stream_of(*id), "unit.added", unit.official_name, nlohmann::json::object(),
                            described(repositories, *repositories.units().find(*id))));
    return id;
}

base::Result<void> change_unit(Repositories& repositories, const Actor& actor, domain::Unit unit,
                               std::optional<base::Date> named_from)
{
    if (const auto allowed = may(actor); !allowed) return allowed;
    const auto before = repositories.units().find(unit.id);
    if (!before) return no_such_unit();
    if (const auto checked = check_unit(repositories, actor, unit); !checked) return checked;
    const bool renamed = before->official_name != unit.official_name;
    const auto saved = repositories.units().save(actor, unit, named_from.value_or(actor.now.date()));
    if (!saved) return saved;
    repositories.audit().append(
        actor, audit_change(stream_of(unit.id), renamed ? "unit.renamed" : "unit.changed", unit.official_name,
                            described(repositories, *before), described(repositories, unit)));
    return {};
}

base::Result<void> move_unit(Repositories& repositories, const Actor& actor, domain::UnitId id, Move move)
{
    if (const auto allowed = may(actor); !allowed) return allowed;
    const auto unit = repositories.units().find(id);
    if (!unit) return no_such_unit();
    std::vector<domain::UnitId> order;
    for (const auto& other : repositories.units().all())
        if (other.group == unit->group) order.push_back(other.id);
    const auto here = std::find(order.begin(), order.end(), id);
    if (move == Move::Up && here != order.begin()) std::iter_swap(here, here - 1);
    if (move == Move::Down && here + 1 != order.end()) std::iter_swap(here, here + 1);
    repositories.units().put_in_order(actor, order);
    const auto after = repositories.units().find(id);
    const auto entry = audit_change(stream_of(id), "unit.moved", unit->official_name,
                                    described(repositories, *unit), described(repositories, *after));
    if (!nothing_changed(entry)) repositories.audit().append(actor, entry);
    return {};
}

base::Result<void> add_variant(Repositories& repositories, const Actor& actor, domain::UnitId id,
                               std::string_view variant)
{
    if (const auto allowed = may(actor); !allowed) return allowed;
    const auto unit = repositories.units().find(id);
    if (!unit) return no_such_unit();
    const auto text = base::tidy(variant);
    if (const auto checked = check_text(text, 300, "Hãy nhập tên gọi khác.", "variant"); !checked)
        return checked;
    for (const auto& other : repositories.units().named(text)) {
        if (other.id == id) return {};
        return base::Error{base::ErrorKind::Conflict,
                           {"“{}” đã chỉ một đơn vị khác: {}.", {text, other.official_name}},
                           "variant"};
    }
    if (const auto added = repositories.units().add_variant(actor, id, text); !added) return added;
    repositories.audit().append(actor, audit_change(stream_of(id), "unit.variant_added", unit->official_name,
                                                    nlohmann::json::object(), {{"variant", text}}));
    return {};
}

base::Result<void> remove_variant(Repositories& repositories, const Actor& actor, domain::UnitId id,
                                  std::string_view variant)
{
    if (const auto allowed = may(actor); !allowed) return allowed;
    const auto unit = repositories.units().find(id);
    if (!unit) return no_such_unit();
    repositories.units().remove_variant(id, variant);
    repositories.audit().append(actor,
                                audit_change(stream_of(id), "unit.variant_removed", unit->official_name,
                                             {{"variant", std::string(variant)}}, nlohmann::json::object()));
    return {};
}

}  // namespace app
