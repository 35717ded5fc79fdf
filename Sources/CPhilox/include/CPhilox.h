// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Draws blocks of Philox4x32-10 side by side.
///
/// An address is two numbers of 64 bits: words 1 and 2 of the counter, and word 3. The upper 53 bits of words 0 and 1 of each
/// block go to `first`, those of words 2 and 3 to `second`, as numbers of 64 bits. `count` is a multiple of four; beyond
/// the last multiple nothing is read or written.
typedef void CPhiloxDraw(
    const void *_Nonnull addresses, size_t count, uint32_t replicate, uint64_t seed, void *_Nonnull first,
    void *_Nonnull second);

/// For any processor.
CPhiloxDraw cphilox_draw_anywhere;

/// With AVX2 where the processor has it; the numbers are the same.
CPhiloxDraw cphilox_draw;
