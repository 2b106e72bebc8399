using StaticNet.C;
using static StaticNet.C.CLane<float>;

namespace StaticNet.Tests.CExport;

/// <summary>Expressions that lanes have recorded become C that means the same: brackets where C would group otherwise, one variable for what is used twice.</summary>
public class BodyTests
{
    private static readonly CLane<float> s_a = Variable("a"), s_b = Variable("b"), s_c = Variable("c");

    [Fact]
    public void Operators_of_the_same_strength_group_to_the_left()
    {
        Is("a + b + c", s_a + s_b + s_c);
        Is("a + (b + c)", s_a + (s_b + s_c));
        Is("a - b - c", s_a - s_b - s_c);
        Is("a - (b - c)", s_a - (s_b - s_c));
        Is("a * b / c", s_a * s_b / s_c);
        Is("a / (b * c)", s_a / (s_b * s_c));
        Is("a * (b / c)", s_a * (s_b / s_c));
    }

    [Fact]
    public void Products_bind_more_than_sums()
    {
        Is("a * b + c", s_a * s_b + s_c);
        Is("a * (b + c)", s_a * (s_b + s_c));
        Is("(a - b) / c", (s_a - s_b) / s_c);
        Is("a - b * c", s_a - s_b * s_c);
    }

    [Fact]
    public void Signs_never_meet()
    {
        Is("-(-a)", -(-s_a));
        Is("a - -b", s_a - -s_b);
        Is("-(-0.5f)", -Broadcast(-0.5f));
        Is("a - -0.5f", s_a - Broadcast(-0.5f));
        Is("-(a + b)", -(s_a + s_b));
        Is("a * -b", s_a * -s_b);
    }

    [Fact]
    public void Choices_are_in_brackets_unless_they_stand_alone()
    {
        var choice = Select(LessThan(s_a, Zero), s_b + s_c, One);
        Is("a < 0.0f ? b + c : 1.0f", choice);
        Is("(a < 0.0f ? b + c : 1.0f) * a", choice * s_a);
        Is("a == b ? (a < 0.0f ? b + c : 1.0f) : c", Select(Equal(s_a, s_b), choice, s_c));
        Is("n_max(a < 0.0f ? b + c : 1.0f, c)", Max(choice, s_c));
    }

    [Fact]
    public void Calls_are_those_of_the_lanes()
    {
        Is("n_fma(a, b, c)", Fma(s_a, s_b, s_c));
        Is("n_fma(a, b, -c)", Fms(s_a, s_b, s_c));
        Is("n_fma(-a, b, c)", Fnma(s_a, s_b, s_c));
        Is("n_scale(n_rint(a), n_copysign(n_fabs(b), n_min(a, c)))", Scale(Round(s_a), CopySign(Abs(s_b), Min(s_a, s_c))));
    }

    [Fact]
    public void Equal_expressions_are_computed_once()
    {
        // Two objects, one value; and a comparison, which is no number.
        CLane<float> sum = s_a + s_b, again = s_a + s_b, negative = LessThan(sum, s_c);
        Assert.Equal("""
                const float t1 = a + b;
                const int t2 = t1 < c;
                return (t2 ? t1 : a) / (t2 ? b : t1);

            """,
            Body(Select(negative, sum, s_a) / Select(negative, s_b, again)));
    }

    [Fact]
    public void Operations_that_no_forward_pass_has_are_refused()
    {
        Assert.Contains("uses Sqrt", Assert.Throws<NotSupportedException>(() => Sqrt(s_a)).Message);
        Assert.Contains("uses Decompose", Assert.Throws<NotSupportedException>(() => Decompose(s_a, out _)).Message);
    }

    private static void Is(string expected, CLane<float> lane) => Assert.Equal($"    return {expected};\n", Body(lane));

    private static string Body(CLane<float> lane) => CBody.Of(lane.Expression, "float", function => "n_" + function);
}
