using StaticNet.Tests.Serialization;

namespace StaticNet.Onnx.Tests;

/// <summary>Whatever bytes come in, they are read or refused with the one exception, and nothing large is allocated for what is not there.</summary>
public class DamageTests
{
    /// <summary>Far more than reading any of these files takes, far less than what a damaged length may promise.</summary>
    private const long MostBytes = 2_000_000;

    public static TheoryData<string> Names => ["ours", .. ForeignModels.All.Keys];

    [Fact]
    public void File_cut_anywhere_is_refused()
    {
        byte[] bytes = Good("ours");
        // Metadata and opset come behind the graph: what is left without some of them is a model still, and its graph says all that matters.
        int refused = Enumerable.Range(0, bytes.Length).Count(length => !IsRead(bytes[..length]));
        Assert.InRange(refused, bytes.Length - 10, bytes.Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_byte_changed_is_read_or_refused(string name)
    {
        byte[] bytes = Good(name);
        var random = new Random(1);
        int read = 0, refused = 0;
        for (int position = 0; position < bytes.Length; position++)
        {
            foreach (byte change in (byte[])[1, 0x80, 0xFF, (byte)random.Next(1, 256)])
            {
                byte[] changed = [.. bytes];
                changed[position] ^= change;
                if (IsRead(changed))
                    read++;
                else
                    refused++;
            }
        }

        // Weights may have other numbers; names, shapes and structure may not.
        Assert.True(read > 0 && refused > bytes.Length / 2, $"{read} read, {refused} refused");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pieces_mixed_up_are_read_or_refused(string name)
    {
        byte[] bytes = Good(name);
        var random = new Random(2);
        for (int i = 0; i < 500; i++)
        {
            var mixed = bytes.ToList();
            for (int j = random.Next(1, 4); j > 0; j--)
            {
                int from = random.Next(mixed.Count), count = random.Next(Math.Min(64, mixed.Count - from)), to = random.Next(mixed.Count);
                switch (random.Next(4))
                {
                    case 0:
                        mixed.RemoveRange(from, count);
                        break;
                    case 1:
                        mixed.InsertRange(to, mixed.GetRange(from, count));
                        break;
                    case 2:
                        byte[] noise = new byte[count];
                        random.NextBytes(noise);
                        mixed.InsertRange(to, noise);
                        break;
                    default:
                        // The longest varint: sizes, types and lengths become −1, or too long.
                        mixed.InsertRange(to, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]);
                        break;
                }
            }

            IsRead([.. mixed]);
        }
    }

    [Fact]
    public void Noise_is_refused()
    {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++)
        {
            byte[] noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            Assert.False(IsRead(noise));
        }
    }

    /// <summary>Graphs in attributes of nodes in graphs, and groups in groups: deeper than any stack.</summary>
    [Fact]
    public void Depth_costs_no_stack()
    {
        var graph = new ProtoWriter();
        for (int i = 0; i < 3000; i++)
            graph = new ProtoWriter().Message(1, new ProtoWriter().Text(4, "If").Message(5, new ProtoWriter().Text(1, "then_branch").Message(6, graph)));
        var model = new ProtoWriter().Message(7, graph).Message(8, new ProtoWriter().Integer(2, 13));
        Assert.Contains("Expected one input", Assert.Throws<OnnxException>(() => Models.Read<float>(model.ToArray())).Message);
        // A group's key is its field and 3.
        Assert.False(IsRead([.. Enumerable.Repeat((byte)0x7B, 1_000_000)]));
    }

    private static byte[] Good(string name) => name == "ours"
        ? Models.Save(Models.Random<float>(1, [2, 3, 2], [Activation.Gelu, Activation.Softmax]))
        : ForeignModels.All[name].Bytes;

    private static bool IsRead(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var network = OnnxFile.Read<float>(bytes.Length % 2 == 0 ? new MemoryStream(bytes) : new OnlyForward(bytes));
            Assert.All(network.Parameters.ToArray(), parameter => Assert.True(float.IsFinite(parameter)));
            return true;
        }
        catch (OnnxException exception)
        {
            Assert.NotEmpty(exception.Message);
            return false;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes + (20L * bytes.Length));
        }
    }
}
