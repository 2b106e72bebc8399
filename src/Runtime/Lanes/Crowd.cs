using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>Layers of many value-type networks, of one sample each. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Crowd
{
    /// <summary>
    /// <c>z = a·W + b</c> of each network, for layers of no more units than the narrowest vector has lanes. Such a layer has one chain of multiply-adds a
    /// network; side by side, the chains of four networks don't wait for each other. Each goes over the inputs in order, as that of a network alone.
    /// </summary>
    /// <param name="p">The parameters of the first network.</param>
    /// <param name="weights">Where in the parameters the weights start, [inputs × units]. Whole vectors are read, also behind the last one.</param>
    /// <param name="biases">Where in the parameters the biases start, [units], likewise.</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="a">[networks × inputs]</param>
    /// <param name="stride">Elements from one row of a to the next.</param>
    /// <param name="z">[networks × a vector], overwritten.</param>
    /// <param name="networks">Their number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow<T, TNetwork>(ref T p, int weights, int biases, int inputs, int units, ref T a, int stride, ref T z, int networks)
        where T : unmanaged
        where TNetwork : struct
    {
        for (; networks >= 4; networks -= 4)
        {
            Four<T, TNetwork>(ref Unsafe.Add(ref p, weights), ref Unsafe.Add(ref p, biases), inputs, units, ref a, stride, ref z);
            p = ref Inside.Later<T, TNetwork>(ref p, 4);
            a = ref Unsafe.Add(ref a, 4 * stride);
            z = ref Unsafe.Add(ref z, 4 * Lanes1x128<T>.Count);
        }

        for (; networks > 0; networks--)
        {
            Rows.DenseOne<Lanes1x128<T>, T>(ref a, ref Unsafe.Add(ref p, weights), ref Unsafe.Add(ref p, biases), inputs, units, ref z);
            p = ref Inside.Later<T, TNetwork>(ref p, 1);
            a = ref Unsafe.Add(ref a, stride);
            z = ref Unsafe.Add(ref z, Lanes1x128<T>.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<T, TNetwork>(ref T w, ref T b, int inputs, int units, ref T a, int stride, ref T z)
        where T : unmanaged
        where TNetwork : struct
    {
        int lanes = Lanes1x128<T>.Count, k = 0;
        var z0 = Lanes1x128<T>.Load(ref b, 0);
        var z1 = Lanes1x128<T>.Load(ref Inside.Later<T, TNetwork>(ref b, 1), 0);
        var z2 = Lanes1x128<T>.Load(ref Inside.Later<T, TNetwork>(ref b, 2), 0);
        var z3 = Lanes1x128<T>.Load(ref Inside.Later<T, TNetwork>(ref b, 3), 0);

        // Inputs are loaded a vector at a time: a core has few loads to spare beside those of the weights.
        for (; k <= inputs - lanes; k += lanes)
        {
            z0 = Add(Lanes1x128<T>.Load(ref a, 0), ref w, units, z0);
            z1 = Add(Lanes1x128<T>.Load(ref a, stride), ref Inside.Later<T, TNetwork>(ref w, 1), units, z1);
            z2 = Add(Lanes1x128<T>.Load(ref a, 2 * stride), ref Inside.Later<T, TNetwork>(ref w, 2), units, z2);
            z3 = Add(Lanes1x128<T>.Load(ref a, 3 * stride), ref Inside.Later<T, TNetwork>(ref w, 3), units, z3);
            a = ref Unsafe.Add(ref a, lanes);
            w = ref Unsafe.Add(ref w, lanes * units);
        }

        for (; k < inputs; k++)
        {
            z0 = Lanes1x128<T>.Fma(Lanes1x128<T>.Broadcast(ref a, 0), Lanes1x128<T>.Load(ref w, 0), z0);
            z1 = Lanes1x128<T>.Fma(Lanes1x128<T>.Broadcast(ref a, stride), Lanes1x128<T>.Load(ref Inside.Later<T, TNetwork>(ref w, 1), 0), z1);
            z2 = Lanes1x128<T>.Fma(Lanes1x128<T>.Broadcast(ref a, 2 * stride), Lanes1x128<T>.Load(ref Inside.Later<T, TNetwork>(ref w, 2), 0), z2);
            z3 = Lanes1x128<T>.Fma(Lanes1x128<T>.Broadcast(ref a, 3 * stride), Lanes1x128<T>.Load(ref Inside.Later<T, TNetwork>(ref w, 3), 0), z3);
            a = ref Unsafe.Add(ref a, 1);
            w = ref Unsafe.Add(ref w, units);
        }

        Lanes1x128<T>.Store(z0, ref z, 0);
        Lanes1x128<T>.Store(z1, ref z, lanes);
        Lanes1x128<T>.Store(z2, ref z, 2 * lanes);
        Lanes1x128<T>.Store(z3, ref z, 3 * lanes);
    }

    /// <summary><c>sum + a₀·w₀ + a₁·w₁ + …</c>, in this order, for the inputs in a vector; each w is a row of the weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes1x128<T> Add<T>(Lanes1x128<T> a, ref T w, int units, Lanes1x128<T> sum)
        where T : unmanaged
    {
        sum = Lanes1x128<T>.Fma(a.Spread(0), Lanes1x128<T>.Load(ref w, 0), sum);
        sum = Lanes1x128<T>.Fma(a.Spread(1), Lanes1x128<T>.Load(ref w, units), sum);
        if (Lanes1x128<T>.Count == 2)
            return sum;
        sum = Lanes1x128<T>.Fma(a.Spread(2), Lanes1x128<T>.Load(ref w, 2 * units), sum);
        return Lanes1x128<T>.Fma(a.Spread(3), Lanes1x128<T>.Load(ref w, 3 * units), sum);
    }
}
