using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>Softmax of two classes for one sample, with the two logits in the first lanes; other lanes give nothing of use.</summary>
/// <remarks>
/// Shifted by the larger logit, one exponential is 1 and the other cannot overflow, so one exponential does for both lanes. The bits are
/// those that batches have.
/// </remarks>
public static class SoftmaxPair
{
    /// <summary><c>yⱼ = eᶻʲ / (eᶻ⁰ + eᶻ¹)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<float> Single(Lanes1x128<float> z)
    {
        var logits = Finite.SingleLogit(z);
        var lead = logits - logits.SwapPairs();
        var smaller = Exp.SingleNonPositive(-Lanes1x128<float>.Abs(lead));
        var share = Lanes1x128<float>.One / (Lanes1x128<float>.One + smaller);
        return Lanes1x128<float>.Select(Lanes1x128<float>.LessThan(lead, Lanes1x128<float>.Zero), smaller, Lanes1x128<float>.One) * share;
    }

    /// <inheritdoc cref="Single"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<double> Double(Lanes1x128<double> z)
    {
        var logits = Finite.DoubleLogit(z);
        var lead = logits - logits.SwapPairs();
        var smaller = Exp.DoubleNonPositive(-Lanes1x128<double>.Abs(lead));
        var share = Lanes1x128<double>.One / (Lanes1x128<double>.One + smaller);
        return Lanes1x128<double>.Select(Lanes1x128<double>.LessThan(lead, Lanes1x128<double>.Zero), smaller, Lanes1x128<double>.One) * share;
    }
}
