// Contents of a results file as bytes, in which form a process that reads a file tells them.
#include "sim/record/stored_contents.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "sim/core/bytes.hpp"

namespace bevlogen {
namespace {

// The fewest bytes that an attribute, a dimension and a variable take.
constexpr std::size_t kOfAttribute = 32, kOfDimension = 16, kOfVariable = 41;

// No list has more entries than there are bytes for, so that no length makes a reader take memory for nothing.
std::size_t length_of(ByteReader& in, std::size_t of_entry) {
    const auto length = in.value<std::uint64_t>();
    if (length > in.left() / of_entry) throw std::runtime_error("the contents of a results file end too early");
    return static_cast<std::size_t>(length);
}

void write(ByteWriter& out, const std::vector<StoredAttribute>& attributes) {
    out.value<std::uint64_t>(attributes.size());
    for (const StoredAttribute& attribute : attributes) {
        out.text(attribute.name);
        out.text(attribute.text);
        out.text(attribute.type);
        out.array(attribute.bytes);
    }
}

std::vector<StoredAttribute> read_attributes(ByteReader& in) {
    std::vector<StoredAttribute> attributes(length_of(in, kOfAttribute));
    for (StoredAttribute& attribute : attributes) {
        attribute.name = in.text();
        attribute.text = in.text();
        attribute.type = in.text();
        attribute.bytes = in.array<std::byte>();
    }
    return attributes;
}

// Kind and size follow from the type, so that they always agree.
void take_type(StoredVariable& variable, std::string type) {
    const auto is = [&](StoredKind kind, std::size_t size) { variable.kind = kind, variable.value_size = size; };
    if (type == "text")
        is(StoredKind::text, 0);
    else if (type == "float32" || type == "float64")
        is(StoredKind::floating, type == "float32" ? 4 : 8);
    else if (type == "int8" || type == "uint8")
        is(StoredKind::whole, 1);
    else if (type == "int16" || type == "uint16")
        is(StoredKind::whole, 2);
    else if (type == "int32" || type == "uint32")
        is(StoredKind::whole, 4);
    else if (type == "int64" || type == "uint64")
        is(StoredKind::whole, 8);
    variable.type = std::move(type);
}

void write(ByteWriter& out, const StoredVariable& variable) {
    out.text(variable.name);
    out.text(variable.type);
    out.value<std::uint64_t>(variable.kind == StoredKind::other ? variable.value_size : 0);
    out.value(static_cast<std::uint8_t>(variable.is_coordinate));
    out.value<std::uint64_t>(variable.dimensions.size());
    for (const StoredDimension& dimension : variable.dimensions) {
        out.text(dimension.name);
        out.value<std::uint64_t>(dimension.size);
    }
    write(out, variable.attributes);
}

StoredVariable read_variable(ByteReader& in) {
    StoredVariable variable;
    variable.name = in.text();
    take_type(variable, in.text());
    const auto size = in.value<std::uint64_t>();
    if (variable.kind == StoredKind::other) variable.value_size = std::clamp<std::uint64_t>(size, 1, 1u << 16);
    variable.is_coordinate = in.value<std::uint8_t>() != 0;
    variable.dimensions.resize(length_of(in, kOfDimension));
    for (StoredDimension& dimension : variable.dimensions) {
        dimension.name = in.text();
        dimension.size = in.value<std::uint64_t>();
    }
    variable.attributes = read_attributes(in);
    if (variable.is_coordinate && variable.dimensions.size() != 1) throw std::runtime_error("a coordinate has one dimension");
    if (variable.values() > kMostStoredValues) throw std::runtime_error("a variable has more values than any results file");
    return variable;
}

// The product, or the most that there is where it would be more.
template <class Sizes, class Of>
std::size_t product(const Sizes& sizes, Of of) {
    std::size_t product = 1;
    for (const auto& one : sizes) {
        if (of(one) == 0) return 0;
    }
    for (const auto& one : sizes) {
        if (product > std::numeric_limits<std::size_t>::max() / of(one)) return std::numeric_limits<std::size_t>::max();
        product *= of(one);
    }
    return product;
}

}  // namespace

const StoredAttribute* StoredVariable::find_attribute(std::string_view attribute) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const StoredAttribute& a) { return a.name == attribute; });
    return found == attributes.end() ? nullptr : &*found;
}

std::size_t StoredVariable::values() const {
    return product(dimensions, [](const StoredDimension& dimension) { return dimension.size; });
}

std::optional<double> StoredVariable::scale() const {
    const StoredAttribute* attribute = find_attribute("scale_factor");
    const auto number_as = [&](auto number) -> std::optional<double> {
        if (attribute->bytes.size() != sizeof number) return std::nullopt;
        std::memcpy(&number, attribute->bytes.data(), sizeof number);
        return static_cast<double>(number);
    };
    if (attribute == nullptr) return std::nullopt;
    if (attribute->type == "float32") return number_as(0.0f);
    return attribute->type == "float64" ? number_as(0.0) : std::nullopt;
}

StoredBox StoredBox::whole(const StoredVariable& variable) {
    StoredBox box{std::vector<std::size_t>(variable.dimensions.size(), 0), {}};
    for (const StoredDimension& dimension : variable.dimensions) box.count.push_back(dimension.size);
    return box;
}

std::size_t StoredBox::values() const {
    return product(count, [](std::size_t size) { return size; });
}

std::vector<std::byte> StoredContents::to_bytes() const {
    ByteWriter out;
    out.value(file_bytes);
    write(out, attributes);
    write(out, provenance);
    out.value<std::uint64_t>(variables.size());
    for (const StoredVariable& variable : variables) write(out, variable);
    return out.take();
}

StoredContents StoredContents::from_bytes(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    StoredContents contents;
    contents.file_bytes = in.value<std::uint64_t>();
    contents.attributes = read_attributes(in);
    contents.provenance = read_attributes(in);
    const std::size_t variables = length_of(in, kOfVariable);
    for (std::size_t v = 0; v < variables; ++v) contents.variables.push_back(read_variable(in));
    return contents;
}

}  // namespace bevlogen
