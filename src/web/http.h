// What a handler sees of a request and gives back. Handlers translate: they read fields, call one use case and render;
// no SQL, no rule, no state name. Everything here is already bounded, decoded, valid UTF-8 in NFC, and checked for the
// CSRF token and the route's permission.
#pragma once

#include "access/permission.h"
#include "app/actor.h"
#include "app/transactor.h"
#include "base/clock.h"
#include "base/html.h"
#include "base/log.h"
#include "base/result.h"
#include "base/text.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

class Texts;      // web/texts.h: the English catalogue
struct Services;  // web/services.h: storage, clock, log, catalogue, reference data, office settings

enum class Language { Vietnamese, English };

struct UploadedFile {
    std::string name;  // the last path component only, without control characters
    std::string bytes;
};

struct Request {
    std::string method;
    std::string path;
    std::string id;      // in logs, in error pages, in audit entries
    std::string remote;  // address of the client, after the trusted proxy
    Language language = Language::Vietnamese;
    const Texts* texts = nullptr;                                 // for tr(); nothing: Vietnamese
    std::map<std::string, std::string, std::less<>> path_values;  // "{dossier}" -> "12"
    std::vector<std::pair<std::string, std::string>> query;
    std::vector<std::pair<std::string, std::string>> form;
    std::map<std::string, UploadedFile, std::less<>> files;
    std::map<std::string, std::string, std::less<>> cookies;
    std::string if_none_match;
    std::optional<domain::User> user;  // signed in
    std::string session_token;
    std::string csrf_token;  // to be put into every form
    base::Instant now;

    // The first value, or empty.
    [[nodiscard]] std::string_view query_value(std::string_view name) const;
    [[nodiscard]] std::string_view form_value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> form_values(std::string_view name) const;
    [[nodiscard]] bool has_form(std::string_view name) const;
    // A path or form value as an id; nothing unless it is a positive whole number.
    template <class Id> [[nodiscard]] std::optional<Id> path_id(std::string_view name) const
    {
        const auto found = path_values.find(name);
        return found == path_values.end() ? std::nullopt : parse_id<Id>(found->second);
    }
    template <class Id> [[nodiscard]] static std::optional<Id> parse_id(std::string_view text)
    {
        const auto number = positive_number(text);
        return number ? std::optional<Id>(Id{*number}) : std::nullopt;
    }
    [[nodiscard]] static std::optional<std::int64_t> positive_number(std::string_view text);

    [[nodiscard]] app::Actor actor() const { return {*user, now, id}; }
    // The form's idempotency key (hidden field "_key", put in by web::form).
    [[nodiscard]] app::Submission submission(std::string_view route) const;
    [[nodiscard]] bool may(rights::Permission permission) const
    {
        return user && rights::allowed(*user, permission);
    }
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;

    [[nodiscard]] static Response html(base::Html page, int status = 200);
    [[nodiscard]] static Response see_other(std::string_view address);  // 303, after a POST
    // A download; the name may hold Vietnamese letters (RFC 6266).
    [[nodiscard]] static Response file(std::string bytes, std::string_view type, std::string_view name,
                                       bool inline_view = false);
};

using Handler = Response (*)(const Request&, Services&);

// True for a path of this site that a browser can't take for another host: where a redirect may lead.
[[nodiscard]] bool own_path(std::string_view address);

// One line of the route table; access can be audited by eye. "{name}" matches one path segment.
struct Route {
    std::string_view method;
    std::string_view pattern;
    Handler handler;
    rights::Permission permission;
    std::size_t body_limit = 64 * 1024;  // bytes; larger bodies get 413
};

}  // namespace web
