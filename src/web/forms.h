// Forms: every field with label, hint and error tied to it; every POST form with the CSRF token and an idempotency key.
//
//     Html fields;
//     fields << input({.name = "name", .label = tr(request, "Tên đơn vị"), .value = name,
//                      .error = error_of(request, refusals, "name"), .required = true});
//     fields << submit(tr(request, "Lưu đơn vị"));
//     html << form(request, "/units", fields);
#pragma once

#include "base/html.h"
#include "base/result.h"
#include "web/components.h"
#include "web/http.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace web {

struct Field {
    std::string name = {};
    std::string label = {};
    std::string value = {};
    std::string hint = {};
    std::string error = {};
    bool required = false;      // told to the browser and marked in the label
    std::string type = "text";  // text, password, search, number, email, file
    std::string autocomplete = {};
    std::string inputmode = {};  // "numeric", "decimal"
    bool label_hidden = false;   // inside a table whose heading says it
    bool narrow = false;         // numbers and dates
    std::string id = {};         // when a page has several fields of one name; else the name
    std::string placeholder = {};
    bool disabled = false;
    std::string accept = {};  // for files: ".xlsx,.csv"
};

struct Option {
    std::string value = {};
    std::string text = {};
    std::string hint = {};  // radios only
};

[[nodiscard]] base::Html input(const Field& field);
[[nodiscard]] base::Html textarea(const Field& field, int rows = 3);
[[nodiscard]] base::Html select(const Field& field, const std::vector<Option>& options);
// A day as officers type it; the hint "ngày/tháng/năm, ví dụ 30/03/2022" is added. Read it with base::Date::parse.
[[nodiscard]] base::Html date_input(const Request& request, Field field);
[[nodiscard]] base::Html radios(const Field& field, const std::vector<Option>& options);
[[nodiscard]] base::Html checkbox(std::string_view name, std::string_view value, std::string_view label,
                                  bool checked = false, std::string_view hint = {});
// Inside tables: a checkbox whose label is only read aloud.
[[nodiscard]] base::Html checkbox_only(std::string_view name, std::string_view value, std::string_view label,
                                       bool checked = false);
[[nodiscard]] base::Html hidden(std::string_view name, std::string_view value);
// Fields side by side (one below the other on a phone).
[[nodiscard]] base::Html field_row(const std::vector<base::Html>& fields);
[[nodiscard]] base::Html fieldset(std::string_view legend, const base::Html& content);

// A submit button; `name`/`value` tell several buttons of one form apart. A disabled one names the reason's id.
struct Button {
    std::string text = {};
    Look look = Look::Primary;
    std::string icon = {};
    std::string name = {};
    std::string value = {};
    std::string disabled_because = {};  // id of the element that says why; not empty: disabled
    std::string form = {};              // id of the form, when the button stands outside of it
    std::string action = {};            // another address than the form's
};
[[nodiscard]] base::Html submit(const Button& button);
[[nodiscard]] base::Html submit(std::string_view text, Look look = Look::Primary);

// A POST form. `files` makes it multipart.
struct FormOptions {
    bool files = false;
    std::string id = {};
};
[[nodiscard]] base::Html form(const Request& request, std::string_view action, const base::Html& content,
                              const FormOptions& options = {});
// One button that acts.
[[nodiscard]] base::Html button_form(const Request& request, std::string_view action, const Button& button,
                                     const base::Html& hidden_fields = {});

// A GET form over a list: fields, then "Lọc"; `right` stands at the end (exports). Chosen filters appear below as chips
// that can be taken away one by one.
struct Chip {
    std::string text = {};
    std::string address = {};  // the list without this filter
};
[[nodiscard]] base::Html filter_bar(const Request& request, std::string_view action, const base::Html& fields,
                                    const base::Html& right = {}, const std::vector<Chip>& chips = {});

// What was refused, at the top of the page, each line a link to its field. Takes the focus.
[[nodiscard]] base::Html error_summary(const Request& request, std::span<const base::Error> errors);
// The message for one field, or empty.
[[nodiscard]] std::string error_of(const Request& request, std::span<const base::Error> errors,
                                   std::string_view field);

// The last look before an act that counts: what will happen, to whom, how much; then the form with one button.
struct CheckPage {
    std::string question = {};                                     // "Duyệt 3 hồ sơ?"
    std::vector<std::pair<std::string, base::Html>> answers = {};  // label, value
    base::Html details = {};                                       // a table of the items, ...
    std::string consequence = {};                                  // "Sau khi ký không sửa được."
    std::string action = {};                                       // where to POST
    base::Html fields = {};                                        // hidden and reason fields
    Button button = {};
    std::string back = {};  // address of "Quay lại"
};
[[nodiscard]] base::Html check_page(const Request& request, const CheckPage& page);

}  // namespace web
