// SPDX-License-Identifier: GPL-3.0-or-later

// Philox4x32-10 on lanes of four blocks: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
// SC'11, section 4. In C, because Swift has no word for a function that is compiled for a processor with wider registers
// than the others, and chosen where it runs. Integers alone, so that the numbers are the same everywhere.

#include "CPhilox.h"

// A lane is 64 bits wide and its lower half counts, since the products need the width; what the upper half holds between
// rounds is masked off before it is multiplied.
typedef uint64_t Lanes __attribute__((vector_size(32)));

typedef struct {
  Lanes c0, c1, c2, c3;
} Blocks;

#define EACH(x) ((Lanes){(x), (x), (x), (x)})
#define LOWER(x) ((x) & EACH(0xffffffffu))
#define INLINE static inline __attribute__((always_inline))

// Memory is copied, not cast: what is drawn for has types of its own, and lies where it likes.
INLINE void load(Blocks *blocks, const char *addresses, size_t place, uint32_t replicate) {
  uint64_t at[8];
  __builtin_memcpy(at, addresses + 16 * place, sizeof at);
  const Lanes entity = {at[0], at[2], at[4], at[6]};
  blocks->c0 = EACH(replicate);
  blocks->c1 = entity;
  blocks->c2 = entity >> 32;
  blocks->c3 = (Lanes){at[1], at[3], at[5], at[7]};
}

INLINE void advance(Blocks *blocks, uint32_t key0, uint32_t key1) {
  const Lanes first = LOWER(blocks->c0) * 0xd2511f53u;
  const Lanes second = LOWER(blocks->c2) * 0xcd9e8d57u;
  blocks->c0 = (second >> 32) ^ blocks->c1 ^ EACH(key0);
  blocks->c1 = second;
  blocks->c2 = (first >> 32) ^ blocks->c3 ^ EACH(key1);
  blocks->c3 = first;
}

INLINE void store(const Blocks *blocks, char *first, char *second, size_t place) {
  const Lanes upper = (blocks->c1 << 32 | LOWER(blocks->c0)) >> 11;
  const Lanes lower = (blocks->c3 << 32 | LOWER(blocks->c2)) >> 11;
  __builtin_memcpy(first + 8 * place, &upper, sizeof upper);
  __builtin_memcpy(second + 8 * place, &lower, sizeof lower);
}

// So many registers side by side: while one waits for its product, the other goes on.
#define DRAW(registers)                                                                             \
  do {                                                                                              \
    Blocks blocks[registers];                                                                       \
    uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);                                  \
    _Pragma("unroll") for (int own = 0; own < registers; own++)                                     \
        load(&blocks[own], addresses, place + 4 * own, replicate);                                  \
    _Pragma("unroll") for (int round = 0; round < 10; round++) {                                    \
      _Pragma("unroll") for (int own = 0; own < registers; own++) advance(&blocks[own], key0, key1); \
      key0 += 0x9e3779b9u;                                                                          \
      key1 += 0xbb67ae85u;                                                                          \
    }                                                                                               \
    _Pragma("unroll") for (int own = 0; own < registers; own++)                                     \
        store(&blocks[own], first, second, place + 4 * own);                                        \
  } while (0)

#define DRAW_ALL                                  \
  size_t place = 0;                               \
  for (; place + 8 <= count; place += 8) DRAW(2); \
  if (place + 4 <= count) DRAW(1);

#define ARGUMENTS \
  const void *addresses, size_t count, uint32_t replicate, uint64_t seed, void *first, void *second

void cphilox_draw_anywhere(ARGUMENTS) { DRAW_ALL }

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void draw_avx2(ARGUMENTS) { DRAW_ALL }

void cphilox_draw(ARGUMENTS) {
  CPhiloxDraw *const draw = __builtin_cpu_supports("avx2") ? draw_avx2 : cphilox_draw_anywhere;
  draw(addresses, count, replicate, seed, first, second);
}
#else
void cphilox_draw(ARGUMENTS) { cphilox_draw_anywhere(addresses, count, replicate, seed, first, second); }
#endif
