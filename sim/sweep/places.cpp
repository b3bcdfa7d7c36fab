// Names files and finds them again.
#include "sim/sweep/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kShard = "shard-", kWorker = "worker-";

std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

std::optional<Share> share_of(std::string_view text, std::string_view between) {
    const std::size_t at = text.find(between);
    if (at == std::string_view::npos) return std::nullopt;
    const auto k = whole_number(text.substr(0, at)), n = whole_number(text.substr(at + between.size()));
    if (!k || !n || *k < 1 || *k > *n) return std::nullopt;
    return Share{*k, *n};
}

fs::path with_word(const fs::path& out, const std::string& word) {
    fs::path named = out;
    named.replace_filename(out.stem().string() + "." + word + out.extension().string());
    return named;
}

// Of "shard-3-of-64" where `between` is "shard-".
std::optional<Share> share_behind(std::string_view between, std::string_view word) {
    if (!word.starts_with(between)) return std::nullopt;
    return share_of(word.substr(between.size()), "-of-");
}

// What a file of the folder is, by its name without ".journal".
std::optional<SweepPlace> place_of_name(const fs::path& out, const std::string& name) {
    if (name == out.filename().string()) return SweepPlace{};
    const std::string start = out.stem().string() + ".", end = out.extension().string();
    if (!name.starts_with(start) || !name.ends_with(end) || name.size() <= start.size() + end.size()) return std::nullopt;
    const std::string_view word = std::string_view(name).substr(start.size(), name.size() - start.size() - end.size());
    const std::size_t dot = word.find('.');
    const auto shard = share_behind(kShard, word.substr(0, dot));
    if (shard && dot == std::string_view::npos) return SweepPlace{{}, SweepFileKind::shard, false, *shard};
    const auto worker = share_behind(kWorker, shard ? word.substr(dot + 1) : word);
    if (worker) return SweepPlace{{}, SweepFileKind::worker, false, *worker, shard};
    return std::nullopt;
}

}  // namespace

std::optional<Share> parse_share(std::string_view text) { return share_of(text, "/"); }

fs::path shard_of(const fs::path& out, const Share& share) { return with_word(out, fmt::format("shard-{}-of-{}", share.k, share.n)); }

fs::path worker_of(const fs::path& out, std::size_t rank, std::size_t size) {
    return with_word(out, fmt::format("worker-{}-of-{}", rank + 1, size));
}

fs::path journal_beside(const fs::path& out) { return out.string() + ".journal"; }

std::vector<SweepPlace> places_of(const fs::path& out) {
    const fs::path folder = out.has_parent_path() ? out.parent_path() : fs::path(".");
    std::vector<SweepPlace> places;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::string name = it->path().filename().string();
        constexpr std::string_view kJournal = ".journal";
        const bool is_journal = name.ends_with(kJournal);
        if (is_journal) name.resize(name.size() - kJournal.size());
        auto place = place_of_name(out, name);
        if (!place || !it->is_regular_file(error)) continue;
        place->path = out.has_parent_path() ? it->path() : it->path().filename();
        place->is_journal = is_journal;
        places.push_back(std::move(*place));
    }
    std::sort(places.begin(), places.end(), [](const SweepPlace& a, const SweepPlace& b) { return a.path < b.path; });
    return places;
}

}  // namespace bevlogen
