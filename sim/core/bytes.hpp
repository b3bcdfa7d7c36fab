// Plain values to bytes and back, for checkpoints and journals (little-endian hosts only, which is checked).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace bevlogen {

static_assert(std::endian::native == std::endian::little, "files and checkpoints are little-endian");

class ByteWriter {
  public:
    template <class T>
        requires std::is_trivially_copyable_v<T>
    void value(const T& value) { append(&value, sizeof(T)); }
    template <class T>
        requires std::is_trivially_copyable_v<T>
    void array(std::span<const T> values) {
        value<std::uint64_t>(values.size());
        append(values.data(), values.size_bytes());
    }
    template <class T>
    void array(const std::vector<T>& values) {
        array(std::span<const T>(values));
    }
    // Bytes without a length before them.
    void raw(std::span<const std::byte> bytes) { append(bytes.data(), bytes.size()); }
    void text(const std::string& text) { array(std::span<const char>(text.data(), text.size())); }
    std::vector<std::byte> take() { return std::move(bytes_); }

  private:
    void append(const void* data, std::size_t size) {
        const auto* from = static_cast<const std::byte*>(data);
        bytes_.insert(bytes_.end(), from, from + size);
    }
    std::vector<std::byte> bytes_;
};

// Reads what a ByteWriter wrote. Throws std::runtime_error where the bytes end too early.
class ByteReader {
  public:
    explicit ByteReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class T>
        requires std::is_trivially_copyable_v<T> T value() {
            T result;
            extract(&result, sizeof(T));
            return result;
        }
    template <class T>
    std::vector<T> array() {
        const auto size = value<std::uint64_t>();
        if (size > (bytes_.size() - at_) / sizeof(T)) throw std::runtime_error("the bytes of a checkpoint or journal end too early");
        std::vector<T> result(size);
        extract(result.data(), size * sizeof(T));
        return result;
    }
    void raw(std::span<std::byte> bytes) { extract(bytes.data(), bytes.size()); }
    std::string text() {
        const auto letters = array<char>();
        return {letters.begin(), letters.end()};
    }
    bool is_at_end() const { return at_ == bytes_.size(); }
    std::size_t left() const { return bytes_.size() - at_; }

  private:
    void extract(void* to, std::size_t size) {
        if (size > bytes_.size() - at_) throw std::runtime_error("the bytes of a checkpoint or journal end too early");
        if (size > 0) std::memcpy(to, bytes_.data() + at_, size);
        at_ += size;
    }
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
};

}  // namespace bevlogen
