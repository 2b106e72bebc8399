/*
 * moon_net.h: a neural network, written by StaticNet for C99 and C++11.
 *
 *     2 -> 3 tanh -> 2 softmax
 *
 *     void moon_net_forward(const float *input, float *output);
 *     int moon_net_predict(const float *input);
 *
 * Memory: 17 parameters, 68 bytes of constants. Activations take 12 bytes of stack. moon_net_predict has 8 more for the output.
 * Nothing is allocated, and nothing but the output is written. Include it in one source file only, or the constants are there twice.
 * Work: 12 multiply-adds, and the activations. Needs memcpy, which compilers replace by a move.
 *
 * The output has the bits that StaticNet computes, on every processor, provided that
 * - arithmetic is IEEE 754: no -ffast-math, no flushing of small numbers to zero, numbers kept in their own precision (FLT_EVAL_METHOD 0);
 * - a * b + c is not fused by the compiler. GCC and Clang are told so below, which only Clang's -ffp-contract=fast
 *   disregards; other compilers need the like of -ffp-contract=off.
 * Define MOON_NET_ANY_BITS to use it elsewhere; the last digits may differ then.
 */
#ifndef MOON_NET_H
#define MOON_NET_H

#include <float.h>
#include <stdint.h>
#include <string.h>

#if FLT_MANT_DIG != 24
#error "moon_net.h: the type float of this compiler is not that of IEEE 754 with 32 bits."
#endif
#if !defined(MOON_NET_ANY_BITS)
#if defined(__FAST_MATH__)
#error "moon_net.h: -ffast-math changes results. Compile without it, or define MOON_NET_ANY_BITS to accept that."
#endif
#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD != 0 && FLT_EVAL_METHOD != 16
#error "moon_net.h: this compiler computes in another precision than that of the type (-mfpmath=sse helps on x86). Define MOON_NET_ANY_BITS to accept that."
#endif
#endif

#define MOON_NET_INPUT_SIZE 2
#define MOON_NET_OUTPUT_SIZE 2

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC push_options
#pragma GCC optimize("fp-contract=off")
#endif

/* The bits of a number. */
static inline uint32_t moon_net_bits(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* The number of these bits. */
static inline float moon_net_number(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* |x| = m * 2^e for finite x, with m in [2^23, 2^24), or 0 for 0. */
static inline uint32_t moon_net_significand(float x, int *e)
{
    const uint32_t bits = moon_net_bits(x) & 0x7fffffffu;
    uint32_t m = bits & 0x007fffffu;
    *e = (int)(bits >> 23) - 150;
    if (bits >> 23 != 0)
        return m | 0x00800000u;
    for (*e = -149; m != 0 && m < 0x00800000u; --*e)
        m <<= 1;
    return m;
}

/* x / 2^n; what is lost leaves a 1 in the last place. */
static inline uint64_t moon_net_sticky(uint64_t x, int n)
{
    return n > 63 ? x != 0 : (x >> n) | ((x & (((uint64_t)1 << n) - 1)) != 0);
}

/* a * b + c, rounded once. */
static inline float moon_net_fma(float a, float b, float c)
{
#if defined(__GNUC__) && (defined(__FP_FAST_FMAF) || defined(__FMA__) || defined(__ARM_FEATURE_FMA))
    return __builtin_fmaf(a, b, c); /* an instruction of this processor */
#else
    /* Product and addend as integers below 2^62, with a power of two each. */
    int ea, eb, ec;
    const uint32_t ma = moon_net_significand(a, &ea), mb = moon_net_significand(b, &eb), mc = moon_net_significand(c, &ec);
    uint64_t product = (uint64_t)(ma << 7) * (mb << 7), addend = (uint64_t)mc << 38, sum;
    uint32_t sign = (moon_net_bits(a) ^ moon_net_bits(b)) & 0x80000000u, bits;
    const uint32_t addend_sign = moon_net_bits(c) & 0x80000000u;
    int e = ea + eb - 14;
    if (product == 0 || ea == 105 || eb == 105)
        return a * b + c; /* exact, infinite or NaN */
    if (ec == 105)
        return c;

    /* The smaller exponent becomes the larger one. */
    ec -= 38;
    if (e > ec) {
        addend = moon_net_sticky(addend, e - ec);
    } else {
        product = moon_net_sticky(product, ec - e);
        e = ec;
    }
    sum = sign == addend_sign ? product + addend : product > addend ? product - addend : addend - product;
    if (sum == 0)
        return 0.0f;
    if (addend > product)
        sign = addend_sign;

    /* 24 bits are kept, fewer of subnormal numbers; the rest decides the rounding, ties to even. */
    for (; sum >> 63 == 0; e--)
        sum <<= 1;
    e += 190;
    if (e > 254)
        return moon_net_number(sign | 0x7f800000u);
    if (e < 1) {
        sum = moon_net_sticky(sum, 1 - e);
        e = 1;
    }
    bits = ((uint32_t)(e - 1) << 23) + (uint32_t)(sum >> 40);
    sum &= 0xffffffffffu;
    if (sum > 0x8000000000u || (sum == 0x8000000000u && (bits & 1u) != 0))
        bits++;
    return moon_net_number(sign | bits);
#endif
}

/* The sign cleared. */
static inline float moon_net_fabs(float x)
{
    return moon_net_number(moon_net_bits(x) & ~((uint32_t)1 << 31));
}

/* The magnitude of x with the sign of y. */
static inline float moon_net_copysign(float x, float y)
{
    const uint32_t sign = (uint32_t)1 << 31;
    return moon_net_number((moon_net_bits(x) & ~sign) | (moon_net_bits(y) & sign));
}

/* The nearest integer, ties to even: the addition of 2^23 leaves no bits for a fraction. */
static inline float moon_net_rint(float x)
{
    const float magnitude = moon_net_fabs(x);
    return magnitude < 8388608.0f ? moon_net_copysign((magnitude + 8388608.0f) - 8388608.0f, x) : x;
}

/* The smaller; b where either is NaN. */
static inline float moon_net_min(float a, float b)
{
    return a < b ? a : b;
}

/* The larger; b where either is NaN. */
static inline float moon_net_max(float a, float b)
{
    return a > b ? a : b;
}

/* 2^n in the normal range: the addition puts n and the exponent's bias into the last bits, and the shift moves them to the exponent. */
static inline float moon_net_power_of_two(float n)
{
    return moon_net_number(moon_net_bits(n + 12583039.0f) << 23);
}

/* x * 2^n in two steps, of which only the second can round. */
static inline float moon_net_scale(float x, float n)
{
    const float half = moon_net_rint(n * 0.5f);
    return x * moon_net_power_of_two(half) * moon_net_power_of_two(n - half);
}

/* tanh z = z * P(z^2) / Q(z^2), a minimax fraction. */
static inline float moon_net_tanh(float z)
{
    const float t1 = moon_net_max(-7.84336805f, moon_net_min(7.84336805f, z));
    const float t2 = t1 * t1;
    const float t3 = moon_net_fma(moon_net_fma(t2, 46.4742737f, 12001.4297f), t2, 525691.438f);
    const float t4 = moon_net_fma(moon_net_fma(t2 + 970.602722f, t2, 96857.1875f), t2, 1881381.62f);
    return moon_net_fma(t3, t2, 4067083.75f) * t1 / moon_net_fma(t4, t2, 4067084.0f);
}

/* A logit, limited to a quarter of the range: a difference of two is finite. */
static inline float moon_net_logit(float z)
{
    return moon_net_min(8.50705917e+37f, moon_net_max(-8.50705917e+37f, z));
}

/* e^x for x up to 0: 2^n * 2^f with n = rint(x * log2 e), and a polynomial for 2^f. */
static inline float moon_net_exp(float x)
{
    const float t1 = moon_net_max(-104.0f, x);
    const float t2 = moon_net_rint(t1 * 1.44269502f);
    const float t3 = moon_net_fma(t1, 1.92596303e-08f, moon_net_fma(t1, 1.44269502f, -t2));
    const float t4 = t3 * t3;
    const float t5 = moon_net_fma(moon_net_fma(t3, 0.00132647599f, 0.00967151206f), t4, moon_net_fma(t3, 0.0555073358f, 0.240222424f));
    return moon_net_scale(moon_net_fma(t5, t4, moon_net_fma(t3, 0.693147004f, 1.0f)), t2);
}

/* Layer 1: w1[j][i] is the weight from input i to unit j, b1[j] the bias of unit j. */
static const float moon_net_w1[3][2] = {
    { 0.145829111f, -0.121902846f },
    { 0.538480878f, -0.12210992f },
    { 1.03191531f, 0.575972736f },
};
static const float moon_net_b1[3] = { 0.0f, 0.0f, 0.0f };

/* Layer 2: w2[j][i] is the weight from unit i to unit j, b2[j] the bias of unit j. */
static const float moon_net_w2[2][3] = {
    { 0.826729536f, -0.469926924f, -0.210013986f },
    { 0.0505376607f, 0.644114316f, 0.230964452f },
};
static const float moon_net_b2[2] = { 0.0f, 0.0f };

/* Computes the output of one sample. input[2], output[2]; they must not overlap. */
static inline void moon_net_forward(const float *input, float *output)
{
    float a1[3];

    /* Layer 1, 2 -> 3: z1 = W1 * input + b1, a1 = tanh(z1). */
    for (int j = 0; j < 3; j++) {
        float z = moon_net_b1[j];
        for (int i = 0; i < 2; i++)
            z = moon_net_fma(input[i], moon_net_w1[j][i], z);
        a1[j] = moon_net_tanh(z);
    }

    /* Layer 2, 3 -> 2: z2 = W2 * a1 + b2. */
    for (int j = 0; j < 2; j++) {
        float z = moon_net_b2[j];
        for (int i = 0; i < 3; i++)
            z = moon_net_fma(a1[i], moon_net_w2[j][i], z);
        output[j] = z;
    }

    /* Softmax: output = e^z / (sum of all e^z). Shifted by the largest z, no exponential overflows and one of them is 1. */
    float largest = output[0], sum = 0.0f;
    for (int j = 1; j < 2; j++)
        largest = moon_net_max(largest, output[j]);
    largest = moon_net_logit(largest);
    for (int j = 0; j < 2; j++) {
        output[j] = moon_net_exp(moon_net_logit(output[j]) - largest);
        sum += output[j];
    }
    const float share = 1.0f / sum;
    for (int j = 0; j < 2; j++)
        output[j] *= share;
}

/* The index of the largest output, the first of equals. input[2]. */
static inline int moon_net_predict(const float *input)
{
    float output[2];
    moon_net_forward(input, output);
    int best = 0;
    for (int j = 1; j < 2; j++) {
        if (output[j] > output[best])
            best = j;
    }
    return best;
}

#if defined(__clang__)
#pragma STDC FP_CONTRACT DEFAULT
#elif defined(__GNUC__)
#pragma GCC pop_options
#endif

#endif /* MOON_NET_H */
