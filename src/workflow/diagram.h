// The transition table as a Mermaid state diagram, for the README.
#pragma once

#include <string>

namespace workflow {

[[nodiscard]] std::string diagram();

}  // namespace workflow
