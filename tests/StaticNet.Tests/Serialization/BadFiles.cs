using System.Buffers.Binary;
using System.Text;

namespace StaticNet.Tests.Serialization;

/// <summary>Files put together by hand.</summary>
internal static class BadFiles
{
    private const string Tensor = """{"dtype":"F32","shape":[1],"data_offsets":[0,4]}""";

    /// <summary>Headers for four bytes of data, each with a part of the message that refuses it.</summary>
    public static TheoryData<string, string> Headers => new()
    {
        { "", "is empty" },
        { " {}", "begins with the byte 32" },
        { "[]", "begins with the byte 91" },
        { "{", "no valid JSON" },
        { "{}x", "no valid JSON" },
        { "{}{}", "no valid JSON" },
        { """{"a":""" + Tensor + ",}", "no valid JSON" },
        { """{/**/"a":""" + Tensor + "}", "no valid JSON" },
        { """{"a\ud800":""" + Tensor + "}", "no valid JSON" },
        { """{"a":{"dtype":"F32","shape":[[1]],"data_offsets":[0,4]}}""", "no valid JSON" },
        { "{}", "goes on" },
        { """{"a":1}""", "Expected StartObject for a" },
        { """{"__metadata__":[],"a":""" + Tensor + "}", "Expected StartObject for __metadata__" },
        { """{"__metadata__":{"k":1},"a":""" + Tensor + "}", "Expected String for k" },
        { """{"__metadata__":{"k":"","\u006b":""},"a":""" + Tensor + "}", "'k' appears twice" },
        { """{"__metadata__":{},"__metadata__":{},"a":""" + Tensor + "}", "'__metadata__' appears twice" },
        { """{"a":""" + Tensor + ""","a":""" + Tensor + "}", "'a' appears twice" },
        { """{"a":{"dtype":"F32","shape":[1]}}""", "lacks" },
        { """{"a":{"dtype":"F32","data_offsets":[0,4]}}""", "lacks" },
        { """{"a":{"shape":[1],"data_offsets":[0,4]}}""", "lacks" },
        { """{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "there is 'dtype'" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":1}}""", "there is 'more'" },
        { """{"a":{"dtype":"I8","shape":[2],"data_offsets":[0,4]}}""", "'I8'; F32, F64, I32, I64, U64, F16, BF16 can be read" },
        { """{"a":{"dtype":"f32","shape":[1],"data_offsets":[0,4]}}""", "'f32'" },
        { """{"a":{"dtype":null,"shape":[1],"data_offsets":[0,4]}}""", "Expected String for the dtype of 'a'" },
        { """{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", "Expected StartArray for the shape of 'a'" },
        { """{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", "whole numbers from 0 to 2147483647" },
        { """{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}""", "whole numbers" },
        { """{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""", "whole numbers" },
        { """{"a":{"dtype":"F32","shape":[2147483648],"data_offsets":[0,4]}}""", "whole numbers" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775808]}}""", "whole numbers from 0 to 9223372036854775807" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "lacks" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}}""", "lacks" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "F32[2], doesn't fit its data_offsets [0, 4]" },
        { """{"a":{"dtype":"F32","shape":[0],"data_offsets":[4,0]}}""", "doesn't fit" },
        // 4·2³⁰·2³⁰·2³⁰ is 0 in 64 bits.
        { """{"a":{"dtype":"F32","shape":[1073741824,1073741824,1073741824],"data_offsets":[0,0]}}""", "doesn't fit" },
        { """{"a":{"dtype":"F32","shape":[2000000000],"data_offsets":[0,8000000000]}}""", "'a' has 8000000000 bytes" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "ends within 'a': expected 8 bytes, got 4" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "a gap before 'a': expected it at 0, it is at 4" },
        { """{"a":""" + Tensor + ""","b":""" + Tensor + "}", "share bytes with 'b': expected it at 4, it is at 0" },
        { """{"a":{"dtype":"F32","shape":[0],"data_offsets":[2,2]},"b":""" + Tensor + "}", "share bytes with 'a'" },
    };

    /// <summary>A file with this header and this data.</summary>
    public static MemoryStream Of(string header, byte[] data) => Of(Encoding.UTF8.GetBytes(header), data);

    /// <inheritdoc cref="Of(string, byte[])"/>
    public static MemoryStream Of(byte[] header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return new MemoryStream([.. length, .. header, .. data]);
    }
}
