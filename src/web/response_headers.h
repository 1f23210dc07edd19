// The headers every answer carries, whatever made it: nothing from elsewhere may run, frame, sniff or remember our pages.
#pragma once

#include "web/http.h"

#include <string_view>

namespace web {

// Pages: scripts and styles from our own files only, no inline ones, no sink without a Trusted Types policy.
inline constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; "
    "trusted-types app";
// Files and pictures load nothing at all.
inline constexpr std::string_view file_policy =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

// Adds what is missing; a header the handler has set stays as it is.
void add_standard_headers(Response& response, bool encrypted);

// Compresses text of more than 1 KiB when the client takes gzip. Pages carry one secret, the form token, and that one is
// masked anew in every answer, so that sizes tell nothing about it.
void compress(Response& response, std::string_view accept_encoding);

}  // namespace web
