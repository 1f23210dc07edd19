#include "app/manage_office.h"

#include "access/permission.h"
#include "app/audit_changes.h"
#include "app/office_repository.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

base::Result<void> check_text(std::string& text, std::size_t most, const base::Message& missing,
                              const char* field)
{
    text = base::tidy(text);
    if (text.empty()) return base::invalid(missing, field);
    if (base::length(text) > most)
        return base::invalid({"Nội dung này dài nhất {} ký tự.", {std::to_string(most)}}, field);
    return {};
}

// "QĐ-UBND-HC": what stands behind the slash of a number.
base::Result<void> check_symbol(std::string& symbol)
{
    symbol = base::uppered(base::tidy(symbol));
    const bool odd = symbol.find_first_of(" /;,") != std::string::npos;
    if (symbol.empty() || odd || base::length(symbol) > 40)
        return base::invalid(
            "Ký hiệu quyết định viết liền, không có dấu cách hay gạch chéo, ví dụ QĐ-UBND-HC.",
            "decision_symbol");
    return {};
}

base::Result<void> check_office(domain::Office& office)
{
    if (auto ok = check_text(office.province, 100, "Hãy nhập tên tỉnh, thành phố.", "province"); !ok)
        return ok;
    if (auto ok = check_text(office.committee, 200, "Hãy nhập tên Ủy ban nhân dân.", "committee"); !ok)
        return ok;
    if (auto ok = check_text(office.department, 200, "Hãy nhập tên cơ quan thường trực.", "department"); !ok)
        return ok;
    if (auto ok = check_text(office.place, 100, "Hãy nhập địa danh ghi trên văn bản.", "place"); !ok)
        return ok;
    return check_symbol(office.decision_symbol);
}

base::Result<void> check_signer(domain::Signer& signer)
{
    signer.authority_line = base::tidy(signer.authority_line);
    if (base::length(signer.authority_line) > 200)
        return base::invalid({"Nội dung này dài nhất {} ký tự.", {"200"}}, "authority_line");
    if (auto ok = check_text(signer.title, 200, "Hãy nhập chức danh người ký.", "title"); !ok) return ok;
    if (auto ok = check_text(signer.name, 100, "Hãy nhập họ và tên người ký.", "name"); !ok) return ok;
    signer.title = base::uppered(signer.title);
    signer.authority_line = base::uppered(signer.authority_line);
    if (!signer.from.valid()) return base::invalid("Hãy nhập ngày bắt đầu ký.", "from");
    if (signer.to && *signer.to < signer.from)
        return base::invalid("Ngày thôi ký không được trước ngày bắt đầu.", "to");
    return {};
}

nlohmann::json described(const domain::Office& office)
{
    if (office.version == 0) return nlohmann::json::object();
    return {{"province", office.province},
            {"committee", office.committee},
            {"department", office.department},
            {"place_name", office.place},
            {"decision_symbol", office.decision_symbol}};
}

nlohmann::json described(const domain::Signer& signer)
{
    return {{"authority_line", signer.authority_line},
            {"post", signer.title},
            {"name", signer.name},
            {"from", signer.from.iso()},
            {"to", signer.to ? signer.to->iso() : std::string()}};
}

base::Result<void> may(const Actor& actor, rights::Permission permission)
{
    if (rights::allowed(actor.user, permission)) return {};
    return base::forbidden("Bạn chưa được giao việc này. Hãy liên hệ người quản trị.");
}

}  // namespace

base::Result<void> save_office(Repositories& repositories, const Actor& actor, domain::Office office)
{
    if (const auto allowed = may(actor, rights::Permission::ManageSettings); !allowed) return allowed;
    if (const auto checked = check_office(office); !checked) return checked;
    const auto before = repositories.office().office();
    if (const auto saved = repositories.office().save(actor, office); !saved) return saved;
    if (office.version == 0) office.version = 1;
    repositories.audit().append(actor, audit_change("office", "office.changed", office.committee,
                                                    described(before), described(office)));
    return {};
}

base::Result<domain::SignerId> add_signer(Repositories& repositories, const Actor& actor,
                                          domain::Signer signer)
{
    if (const auto allowed = may(actor, rights::Permission::ManageUnits); !allowed) return allowed.error();
    if (const auto checked = check_signer(signer); !checked) return checked.error();
    const auto id = repositories.office().add_signer(actor, signer);
    if (!id) return id;
    repositories.audit().append(actor, audit_change("signer/" + id->text(), "signer.added", signer.name,
                                                    nlohmann::json::object(), described(signer)));
    return id;
}

base::Result<void> change_signer(Repositories& repositories, const Actor& actor, domain::Signer signer)
{
    if (const auto allowed = may(actor, rights::Permission::ManageUnits); !allowed) return allowed;
    if (const auto checked = check_signer(signer); !checked) return checked;
    const auto before = repositories.office().signer(signer.id);
    if (!before) return base::not_found("Không tìm thấy người ký này.");
    if (const auto saved = repositories.office().save_signer(actor, signer); !saved) return saved;
    repositories.audit().append(actor, audit_change("signer/" + signer.id.text(), "signer.changed",
                                                    signer.name, described(*before), described(signer)));
    return {};
}

}  // namespace app
