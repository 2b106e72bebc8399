/*
 * moons: 2 -> 3 tanh -> 2 leakyrelu -> 2 softmax, in 8-bit integers. Written by StaticNet.
 * An input is round(x / 0.0076665557810543135) + 0, limited to -128 ... 127.
 * An output q stands for 0.00390625 * (q + 128).
 * Constants take 240 bytes, a call some 13 bytes of the stack.
 */
#ifndef MOONS_H
#define MOONS_H

#include <stdint.h>

#define MOONS_INPUT_SIZE 2
#define MOONS_OUTPUT_SIZE 2
#define MOONS_INPUT_ZERO_POINT (0)
#define MOONS_OUTPUT_ZERO_POINT (-128)

/* The sum of a unit. Biases and sizes are such that no order of the additions overflows. */
static inline int32_t moons_sum(const int8_t *x, const int8_t *w, int32_t bias, int32_t inputs)
{
    for (int32_t i = 0; i < inputs; i++)
        bias += (int32_t)x[i] * w[i];
    return bias;
}

/* z * multiplier / 2^shift to the nearest integer, halves upwards. No negative number is shifted: C leaves to the compiler what that gives. */
static inline int64_t moons_scale(int32_t z, int32_t multiplier, int shift)
{
    int64_t product = (int64_t)z * multiplier + ((int64_t)1 << (shift - 1));
    return product < 0 ? ~(~product >> shift) : product >> shift;
}

static inline int32_t moons_largest(const int32_t *z)
{
    int32_t best = 0;
    for (int32_t j = 1; j < 2; j++)
        best = z[j] > z[best] ? j : best;
    return best;
}

/* A value of a table: straight lines between its 65 values, which are 256 more and have 7 bits behind the point. */
static inline int8_t moons_look_up(const uint16_t *table, int64_t at)
{
    uint32_t u = (uint32_t)(at < 0 ? 0 : at > 65535 ? 65535 : at);
    uint32_t value = table[u >> 10] * (1024 - (u & 1023)) + table[(u >> 10) + 1] * (u & 1023);
    value = (value + 0x10000) >> 17;
    return (int8_t)((int32_t)(value < 128 ? 128 : value > 383 ? 383 : value) - 256);
}

static inline int8_t moons_saturate(int64_t q)
{
    return (int8_t)(q < -128 ? -128 : q > 127 ? 127 : q);
}

static const uint16_t moons_powers[33] = {
    32768, 32066, 31379, 30706, 30048, 29405, 28774, 28158, 27554, 26964, 26386, 25821, 25268, 24726, 24196, 23678,
    23170, 22674, 22188, 21713, 21247, 20792, 20347, 19911, 19484, 19066, 18658, 18258, 17867, 17484, 17109, 16743,
    16384,
};

/* 2^15 * 2^-x of an x with 16 bits behind the point. */
static inline uint32_t moons_power(uint64_t x)
{
    uint32_t at = (uint32_t)x & 65535;
    int whole = (int)(x >> 16);
    uint32_t power = moons_powers[at >> 11] * (2048 - (at & 2047)) + moons_powers[(at >> 11) + 1] * (at & 2047);
    return (power + ((uint32_t)1024 << whole)) >> (11 + whole);
}

/* In 256ths, of which a byte holds up to 255. */
static inline uint32_t moons_share(uint32_t power, uint32_t reciprocal)
{
    uint32_t share = (power * reciprocal + 0x400000) >> 23;
    return share > 255 ? 255 : share;
}

/* Layer 1: 3 tanh. A row of weights for each unit; 1 stands for 0.013003727874944889. */
static const int8_t moons_w1[6] = {
    -82, 89, -127, 51, -11, -22,
};
static const int32_t moons_b1[3] = {
    -6210, 18889, -16969,
};

static const uint16_t moons_t1[65] = {
    16374, 16444, 16528, 16627, 16745, 16885, 17051, 17247, 17479, 17751, 18071, 18444, 18879, 19383, 19964, 20630,
    21387, 22240, 23194, 24249, 25403, 26648, 27976, 29369, 30811, 32280, 33753, 35205, 36617, 37967, 39239, 40423,
    41509, 42495, 43380, 44166, 44860, 45467, 45994, 46450, 46842, 47178, 47464, 47708, 47914, 48089, 48237, 48362,
    48467, 48555, 48629, 48692, 48744, 48788, 48825, 48855, 48881, 48903, 48921, 48936, 48949, 48959, 48968, 48976,
    48982,
};

static inline int8_t moons_a1(int32_t z)
{
    return moons_look_up(moons_t1, moons_scale(z, 1226502219, 30) + 25761);
}

/* Layer 2: 2 leakyrelu. A row of weights for each unit; 1 stands for 0.013359080057881405. */
static const int8_t moons_w2[6] = {
    37, -65, 127, -122, -47, 47,
};
static const int32_t moons_b2[2] = {
    5376, -7507,
};

static inline int8_t moons_a2(int32_t z)
{
    return moons_saturate((z < 0 ? moons_scale(z, 1486139695, 40) : moons_scale(z, 1161046637, 33)) - 84);
}

/* Layer 3: 2 softmax. A row of weights for each unit; 1 stands for 0.015025577472641112. */
static const int8_t moons_w3[4] = {
    33, 57, 58, 127,
};
static const int32_t moons_b3[2] = {
    -142198, -109350,
};

/* Overwrites the sums. The largest sum is the first of the largest outputs too. */
static inline void moons_a3(int32_t *z, int8_t *output)
{
    int32_t best = moons_largest(z);
    uint32_t most = (uint32_t)z[best], total = 0, reciprocal, winner;
    for (int32_t j = 0; j < 2; j++) {
        uint64_t x = ((uint64_t)(most - (uint32_t)z[j]) * 1169446712 + ((uint64_t)1 << 29)) >> 30;
        z[j] = x >> 20 ? 0 : (int32_t)moons_power(x);
        total += (uint32_t)z[j];
    }
    reciprocal = (0x80000000 + total / 2) / total;
    winner = moons_share(32768, reciprocal);
    winner = winner < 1 ? 1 : winner;
    for (int32_t j = 0; j < 2; j++) {
        uint32_t share = moons_share((uint32_t)z[j], reciprocal), limit = j < best ? winner - 1 : winner;
        share = j == best ? winner : share > limit ? limit : share;
        output[j] = (int8_t)((int32_t)share - 128);
    }
}

/* The sums of the output layer. */
static inline void moons_sums(const int8_t *input, int32_t *sums)
{
    int8_t odd[3];
    int8_t even[2];
    for (int32_t j = 0; j < 3; j++)
        odd[j] = moons_a1(moons_sum(input, moons_w1 + j * 2, moons_b1[j], 2));
    for (int32_t j = 0; j < 2; j++)
        even[j] = moons_a2(moons_sum(odd, moons_w2 + j * 3, moons_b2[j], 3));
    for (int32_t j = 0; j < 2; j++)
        sums[j] = moons_sum(even, moons_w3 + j * 2, moons_b3[j], 2);
}

/* The output of one sample. */
static inline void moons_forward(const int8_t *input, int8_t *output)
{
    int32_t z[2];
    moons_sums(input, z);
    moons_a3(z, output);
}

/* The class of the largest output, the first of equals. */
static inline int32_t moons_predict(const int8_t *input)
{
    int32_t z[2];
    moons_sums(input, z);
    return moons_largest(z);
}

#endif
