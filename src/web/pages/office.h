// Settings: what an installation still lacks, the office's particulars, and the signers.
#pragma once

#include "app/setup_checklist.h"
#include "base/html.h"
#include "domain/office.h"
#include "web/http.h"

#include <span>
#include <vector>

namespace web {

struct SettingsView {
    std::vector<app::SetupStep> steps;
    domain::Office office;
};
[[nodiscard]] base::Html settings_content(const Request& request, const SettingsView& view,
                                          std::span<const base::Error> refusals);
[[nodiscard]] domain::Office office_form(const Request& request, domain::Office stored);

[[nodiscard]] base::Html signers_content(const Request& request, const std::vector<domain::Signer>& signers,
                                         std::span<const base::Error> refusals);
[[nodiscard]] base::Html signer_form_content(const Request& request, const domain::Signer& signer,
                                             std::span<const base::Error> refusals);
[[nodiscard]] base::Result<domain::Signer> signer_form(const Request& request, domain::Signer stored);

}  // namespace web
