// The catalogue of interventions as a page: what each is, for whom, who decides, what it costs, where its numbers come from.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/scenario/intervention.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

struct CatalogueFile {
    std::string about;  // the comment in its first line
    Intervention intervention;
    const Vocabulary* vocabulary = nullptr;  // of the model whose words it uses
};

// All entries in the folder, in order of name, each read with the first of the vocabularies that knows its words. Throws InputError with
// the mistakes of all of them, as the first vocabulary sees them. The vocabularies must outlive the entries.
std::vector<CatalogueFile> read_catalogue(const std::filesystem::path& folder, std::span<const Vocabulary* const> vocabularies);

// Level by level: each entry in some lines.
std::string catalogue_text(std::span<const CatalogueFile> entries);

// Level by level: a table of the entries, and one of their numbers.
std::string catalogue_markdown(std::span<const CatalogueFile> entries);

}  // namespace bevlogen
