#include "app/user_commands.h"

#include "app/manage_users.h"
#include "app/system_actor.h"
#include "app/unit_repository.h"
#include "base/digest.h"
#include "base/text.h"

#include <algorithm>
#include <ostream>
#include <vector>

namespace app {
namespace {

constexpr int done = 0;
constexpr int refused = 1;
constexpr int wrong_usage = 64;

constexpr std::string_view help = R"text(Usage: vinhdanh user list
       vinhdanh user create LOGIN --name NAME --role ROLE... [--unit CODE] [--post TEXT]
       vinhdanh user reset LOGIN
       vinhdanh user disable LOGIN
       vinhdanh user enable LOGIN

Accounts from the command line; works while the server runs. create and reset print a random
password once, which the user replaces at the first sign-in.

  --role ROLE   officer, proposing_unit, appraiser, director, chair, clerk, administrator or
                auditor; may be repeated
  --unit CODE   the roles reach this unit only; without it they reach the whole province
  --name NAME   the person's full name
  --post TEXT   the person's post, as pages and history show it
)text";

constexpr std::string_view actions[] = {"list", "create", "reset", "disable", "enable"};

struct Arguments {
    std::string action;
    std::string login;
    std::string name;
    std::string post;
    std::string unit;
    std::vector<domain::Role> roles;
};

// Nothing when the command line is wrong.
std::optional<Arguments> parse(std::span<const std::string> given)
{
    Arguments arguments;
    if (given.empty()) return std::nullopt;
    arguments.action = given[0];
    std::size_t next = 1;
    if (arguments.action != "list") {
        if (given.size() < 2 || given[1].starts_with("-")) return std::nullopt;
        arguments.login = given[next++];
    }
    for (; next < given.size(); next += 2) {
        if (arguments.action != "create" || next + 1 >= given.size()) return std::nullopt;
        const auto value = base::nfc(given[next + 1]);
        if (!value) return std::nullopt;
        const auto& option = given[next];
        if (option == "--role") {
            const auto role = domain::role_from_code(*value);
            if (!role) return std::nullopt;
            arguments.roles.push_back(*role);
        } else if (option == "--name") {
            arguments.name = *value;
        } else if (option == "--post") {
            arguments.post = *value;
        } else if (option == "--unit") {
            arguments.unit = *value;
        } else {
            return std::nullopt;
        }
    }
    const bool known = std::ranges::find(actions, arguments.action) != std::end(actions);
    const bool complete =
        arguments.action != "create" || (!arguments.name.empty() && !arguments.roles.empty());
    return known && complete ? std::optional(arguments) : std::nullopt;
}

// One run of the command: its actor, and a key so that a lost answer of the database is looked up.
struct Run {
    Transactor& transactor;
    Actor actor;

    template <class Work> base::Result<std::string> once(Work work)
    {
        return transactor.once({domain::UserId{}, base::random_token(16), "vinhdanh user"},
                               [&](Repositories& r) { return work(r); });
    }
};

base::Result<std::string> create(Run& run, const Arguments& arguments)
{
    auto password = random_given_password();
    if (!password) return password.error();
    auto created = run.once([&](Repositories& r) -> base::Result<std::string> {
        domain::User user;
        user.login = arguments.login;
        user.name = arguments.name;
        user.post = arguments.post;
        if (!arguments.unit.empty()) {
            const auto unit = r.units().by_code(arguments.unit);
            if (!unit) return base::not_found({"Không có đơn vị mang mã «{}».", {arguments.unit}});
            user.unit = unit->id;
        }
        for (const auto role : arguments.roles)
            user.grants.push_back({role, user.unit, !user.unit});
        const auto id = add_user(r, run.actor, user, password->hash);
        if (!id) return id.error();
        return id->text();
    });
    if (!created) return created;
    return password->plain;
}

base::Result<std::string> reset(Run& run, const Arguments& arguments)
{
    auto password = random_given_password();
    if (!password) return password.error();
    auto changed = run.once([&](Repositories& r) -> base::Result<std::string> {
        const auto user = find_user_by_login(r, run.actor, arguments.login);
        if (!user) return user.error();
        const auto set = reset_password(r, run.actor, user->id, password->hash);
        if (!set) return set.error();
        return user->id.text();
    });
    if (!changed) return changed;
    return password->plain;
}

base::Result<std::string> set_disabled(Run& run, const Arguments& arguments, bool disabled)
{
    return run.once([&](Repositories& r) -> base::Result<std::string> {
        auto user = find_user_by_login(r, run.actor, arguments.login);
        if (!user) return user.error();
        user->disabled = disabled;
        const auto changed = change_user(r, run.actor, *user);
        if (!changed) return changed.error();
        return std::string();
    });
}

std::string line_of(const domain::User& user)
{
    std::string line = user.login + "\t" + user.name + "\t";
    for (const auto& grant : user.grants) {
        if (line.back() != '\t') line += ',';
        line += domain::role_code(grant.role);
        if (grant.unit) line += "(unit " + grant.unit->text() + ")";
    }
    return line + (user.disabled ? "\tdisabled" : "");
}

base::Result<std::string> list(Run& run)
{
    return run.transactor.transact([&](Repositories& r) -> base::Result<std::string> {
        const auto users = list_users(r, run.actor);
        if (!users) return users.error();
        std::vector<std::string> lines;
        for (const auto& user : *users)
            lines.push_back(line_of(user));
        return base::join(lines, "\n");
    });
}

base::Result<std::string> perform(Run& run, const Arguments& arguments)
{
    if (arguments.action == "list") return list(run);
    if (arguments.action == "create") return create(run, arguments);
    if (arguments.action == "reset") return reset(run, arguments);
    return set_disabled(run, arguments, arguments.action == "disable");
}

}  // namespace

std::string_view user_command_help()
{
    return help;
}

int run_user_command(std::span<const std::string> given, Transactor& transactor, const base::Clock& clock,
                     const Saying& say, std::ostream& out, std::ostream& err)
{
    const auto arguments = parse(given);
    if (!arguments) {
        err << help;
        return wrong_usage;
    }
    Run run{transactor, system_actor(clock.now(), "command-" + base::random_token(6))};
    const auto answer = perform(run, *arguments);
    if (!answer) {
        err << say(answer.error().message) << '\n';
        return refused;
    }
    if (!answer->empty()) out << *answer << '\n';
    return done;
}

}  // namespace app
