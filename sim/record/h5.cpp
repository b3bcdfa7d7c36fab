// Creates files, groups and attributes in the form that netCDF-4 expects.
#include "sim/record/h5.hpp"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

#include "sim/record/system_words.hpp"

namespace bevlogen::h5 {
namespace {

constexpr unsigned kCreationOrder = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

// More attributes than this move from the header into a heap of their own, which costs kilobytes a variable.
constexpr unsigned kMostCompactAttributes = 40;
constexpr unsigned kFewestDenseAttributes = 30;
constexpr unsigned kDeflateLevel = 1;  // level 4 saves 4 % more and takes three times as long

struct Reason {
    std::string words;
    std::string file;  // where HDF5 names it
};

// The innermost entry of HDF5's error stack; of a failed system call, what the system says.
Reason innermost_reason() {
    std::string reason;
    const auto keep_first = [](unsigned, const H5E_error2_t* entry, void* data) -> herr_t {
        auto& text = *static_cast<std::string*>(data);
        if (text.empty() && entry->desc != nullptr) text = entry->desc;
        return 0;
    };
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
    constexpr std::string_view kFile = "name = '", kError = "errno = ";
    std::string file;
    if (const auto at = reason.find(kFile); at != std::string::npos) {
        const auto begin = at + kFile.size();
        file = reason.substr(begin, reason.find('\'', begin) - begin);
    }
    if (const auto at = reason.find(kError); at != std::string::npos) reason = system_words(std::atoi(reason.c_str() + at + kError.size()));
    return {reason.empty() ? "HDF5 gives no reason" : reason, file};
}

constexpr std::size_t kMemoryAtOnce = std::size_t{1} << 24;

// Comes before any other call of HDF5. It would print its error stack by itself, where Error says what went wrong; and at exit it would
// close once more what is open, which crashes where a file could not be written because the disk was full. All is closed by its owners.
void take_charge() {
    require_memory();
    H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

void set_order(hid_t properties) {
    check(H5Pset_attr_creation_order(properties, kCreationOrder), "track the order of attributes");
    check(H5Pset_attr_phase_change(properties, kMostCompactAttributes, kFewestDenseAttributes), "keep attributes compact");
    check(H5Pset_obj_track_times(properties, false), "leave out times");
}

void write_scalar(hid_t object, const std::string& name, hid_t file_type, hid_t memory_type, const void* value) {
    require_memory();
    const Space space(H5Screate(H5S_SCALAR), "make a scalar");
    const Attribute attribute(H5Acreate2(object, name.c_str(), file_type, space, H5P_DEFAULT, H5P_DEFAULT), "create the attribute " + name);
    check(H5Awrite(attribute, memory_type, value), "write the attribute " + name);
}

std::string words_of_failure(const std::string& attempt) {
    const Reason reason = innermost_reason();
    const bool names_file = reason.file.empty() || attempt.find(reason.file) != std::string::npos;
    return "cannot " + attempt + (names_file ? "" : " in " + reason.file) + ": " + reason.words;
}

}  // namespace

void require_memory() { const MemoryReserve there_is_some; }

MemoryReserve::MemoryReserve() : memory_(::mmap(nullptr, kMemoryAtOnce, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {
    if (memory_ == MAP_FAILED) throw std::bad_alloc();
}

MemoryReserve::~MemoryReserve() { ::munmap(memory_, kMemoryAtOnce); }

Error::Error(const std::string& attempt) : std::runtime_error(words_of_failure(attempt)) {}

File create_file(const std::filesystem::path& path) {
    take_charge();
    const Properties creation(H5Pcreate(H5P_FILE_CREATE), "make properties");
    const Properties access(H5Pcreate(H5P_FILE_ACCESS), "make properties");
    check(H5Pset_link_creation_order(creation, kCreationOrder), "track the order of variables");
    set_order(creation);
    check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110), "choose the version of HDF5's format");
    check(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "choose how to close");
    check(H5Pset_file_locking(access, true, true), "choose how to lock");
    return {H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access), "create " + path.string()};
}

File open_file(const std::filesystem::path& path) {
    take_charge();
    const Properties access(H5Pcreate(H5P_FILE_ACCESS), "make properties");
    check(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "choose how to close");
    // A file under its final name is whole and nobody's to lock; file systems of clusters often know no locks.
    check(H5Pset_file_locking(access, false, true), "choose how to lock");
    return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, access), "open " + path.string()};
}

Group create_group(hid_t parent, const std::string& name) {
    require_memory();
    const Properties creation(H5Pcreate(H5P_GROUP_CREATE), "make properties");
    check(H5Pset_link_creation_order(creation, kCreationOrder), "track the order of variables");
    set_order(creation);
    return {H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT), "create the group " + name};
}

Properties dataset_properties(const std::vector<hsize_t>& chunk) {
    require_memory();
    Properties creation(H5Pcreate(H5P_DATASET_CREATE), "make properties");
    set_order(creation);
    if (!chunk.empty()) {
        check(H5Pset_chunk(creation, static_cast<int>(chunk.size()), chunk.data()), "choose chunks");
        check(H5Pset_shuffle(creation), "shuffle");
        check(H5Pset_deflate(creation, kDeflateLevel), "deflate");
        check(H5Pset_fletcher32(creation), "keep checksums");
    }
    return creation;
}

Type string_type() {
    Type type(H5Tcopy(H5T_C_S1), "make a string type");
    check(H5Tset_size(type, H5T_VARIABLE), "make a string type");
    check(H5Tset_cset(type, H5T_CSET_UTF8), "make a string type");
    return type;
}

void write_attribute(hid_t object, const std::string& name, std::string_view text) {
    const std::string terminated(text);  // size 0 is invalid in HDF5, so the terminator is part of the declared size
    const Type type(H5Tcopy(H5T_C_S1), "make a string type");
    check(H5Tset_size(type, terminated.size() + 1), "make a string type");
    check(H5Tset_cset(type, H5T_CSET_UTF8), "make a string type");
    write_scalar(object, name, type, type, terminated.c_str());
}

void write_attribute(hid_t object, const std::string& name, int number) {
    write_scalar(object, name, H5T_STD_I32LE, H5T_NATIVE_INT, &number);
}

void write_attribute(hid_t object, const std::string& name, float number) {
    write_scalar(object, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, &number);
}

void write_attribute(hid_t object, const std::string& name, std::span<const std::int16_t> numbers) {
    const hsize_t count = numbers.size();
    const Space space(H5Screate_simple(1, &count, nullptr), "make a list");
    const Attribute attribute(H5Acreate2(object, name.c_str(), H5T_STD_I16LE, space, H5P_DEFAULT, H5P_DEFAULT),
                              "create the attribute " + name);
    check(H5Awrite(attribute, H5T_NATIVE_INT16, numbers.data()), "write the attribute " + name);
}

void write_fill_attribute(hid_t dataset, hid_t type, const void* value) {
    const hsize_t one = 1;
    const Space space(H5Screate_simple(1, &one, nullptr), "make one element");
    const Attribute attribute(H5Acreate2(dataset, "_FillValue", type, space, H5P_DEFAULT, H5P_DEFAULT), "create the attribute _FillValue");
    check(H5Awrite(attribute, type, value), "write the attribute _FillValue");
}

void write_strings(hid_t dataset, const std::vector<std::string>& texts) {
    require_memory();
    std::vector<const char*> pointers;
    for (const std::string& text : texts) pointers.push_back(text.c_str());
    check(H5Dwrite(dataset, string_type(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "write texts");
}

}  // namespace bevlogen::h5
