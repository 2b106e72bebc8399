using System.Numerics;
using System.Text.RegularExpressions;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Contract;

/// <summary>Every method × every argument: wrong ones are refused by name, with what was expected and what came, and nothing changes.</summary>
public class BadInputTests
{
    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Refused_without_a_trace(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var refusals = new Refusals<T>(info);
            Assert.InRange(refusals.All.Count, 60, 1000);
            T[] before = refusals.State();
            foreach (var refusal in refusals.All)
            {
                string what = $"{refusal.Method}, {refusal.Argument}, {string.Join(" / ", refusal.Mentioned)}";
                var exception = Record.Exception(refusal.Call);
                if (exception is not ArgumentException refused)
                {
                    Assert.Fail($"{what}: {exception?.ToString() ?? "accepted"}");
                    return;
                }

                Assert.True(refused.ParamName == refusal.Argument, $"{what}: blames {refused.ParamName}.");
                foreach (string mentioned in refusal.Mentioned)
                    Assert.True(Regex.IsMatch(refused.Message, $@"(?<![\w-]){Regex.Escape(mentioned)}(?!\w)"), $"{what}: {refused.Message} Where is {mentioned}?");
                Bits.AssertEqual<T>(before, refusals.State(), what);
            }
        }
    }

    /// <summary>An empty batch has outputs, namely none; what it hasn't is a loss.</summary>
    [Fact]
    public void Empty_batches_can_be_inferred()
    {
        var network = new Shapes.Tiny();
        network.ForwardBatch([], []);
        network.PredictBatch([], []);
    }
}
