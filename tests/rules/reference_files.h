// The reference data as it ships.
#pragma once

#include "rules/reference_file.h"

#include <fstream>
#include <sstream>

inline std::map<std::string, std::string> shipped_reference_texts()
{
    std::map<std::string, std::string> texts;
    for (const char* name : rules::reference_files) {
        std::ifstream file(std::string(VINHDANH_SOURCE_DIR) + "/config/reference/" + name);
        std::ostringstream text;
        text << file.rdbuf();
        texts[name] = text.str();
    }
    return texts;
}

inline domain::Reference shipped_reference()
{
    return rules::parse_reference(shipped_reference_texts()).value();
}
