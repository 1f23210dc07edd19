// Owns an object of a C library and gives it back with that library's function.
#pragma once

#include <memory>

namespace documents {

template <auto Free> struct Release {
    template <class T> void operator()(T* object) const { Free(object); }
};

template <class T, auto Free> using Owned = std::unique_ptr<T, Release<Free>>;

}  // namespace documents
