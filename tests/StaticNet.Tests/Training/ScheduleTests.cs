namespace StaticNet.Tests.Training;

/// <summary>Schedules against formulas written another way, and a plateau against a sequence worked out by hand.</summary>
public class ScheduleTests
{
    private const int StepsPerEpoch = 7;

    [Fact]
    public void Constant_is_one() => AssertFollows(new ConstantSchedule(), _ => 1, 0);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 0.1)]
    [InlineData(4, 1.5)]
    public void Step_changes_every_few_epochs(int every, double factor) =>
        AssertFollows(new StepSchedule(every, factor), step => Math.Pow(factor, (int)(step / StepsPerEpoch) / every), 1e-14);

    [Theory]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Exponential_changes_every_epoch(double factor) =>
        AssertFollows(new ExponentialSchedule(factor), step => Math.Exp((int)(step / StepsPerEpoch) * Math.Log(factor)), 1e-13);

    /// <summary>(1 + cos 2x)/2 = cos² x.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(60, 0.25)]
    public void Cosine_falls_with_every_step(int epochs, double minimum)
    {
        var schedule = new CosineSchedule(epochs, minimum);
        AssertFollows(schedule, Expected, 1e-15);
        Assert.Equal(1, schedule.Factor(new SchedulePoint(0, 0, StepsPerEpoch)));
        Assert.Equal(minimum, schedule.Factor(new SchedulePoint((long)epochs * StepsPerEpoch, epochs, StepsPerEpoch)));

        double Expected(long step)
        {
            double cos = Math.Cos(Math.PI / 2 * Math.Min(1, step / (double)(epochs * StepsPerEpoch)));
            return minimum + ((1 - minimum) * cos * cos);
        }
    }

    [Fact]
    public void Warm_up_rises_then_hands_over_the_point_of_the_run()
    {
        AssertFollows(new WarmUpSchedule(10), step => Math.Min(1, (step + 1) / 10.0), 0);
        var then = new CosineSchedule(8);
        AssertFollows(new WarmUpSchedule(10, then), step => step < 10 ? (step + 1) / 10.0 : then.Factor(At(step)), 0);
    }

    [Fact]
    public void Warm_up_passes_on_epochs_and_state()
    {
        var schedule = new WarmUpSchedule(2, new PlateauSchedule(patience: 0));
        schedule.EndEpoch(0, 1);
        schedule.EndEpoch(1, 1);
        Assert.Equal([1, 0, 0.1], schedule.State.ToArray());
        Assert.Equal(0.5, schedule.Factor(At(0)));
        Assert.Equal(0.1, schedule.Factor(At(2)));
        Assert.Equal(0, new WarmUpSchedule(2).State.Length);
    }

    /// <summary>Patience 2, threshold ¼, factor ½, minimum 0.2; the comment says what an epoch's loss is compared with.</summary>
    [Fact]
    public void Plateau_as_worked_out_by_hand()
    {
        var schedule = new PlateauSchedule(factor: 0.5, patience: 2, threshold: 0.25, minimum: 0.2);
        (double Loss, double Best, int Bad, double Factor)[] epochs =
        [
            (8, 8, 0, 1),                   // ∞
            (6, 8, 1, 1),                   // 6: not below it
            (7, 8, 2, 1),                   // 6
            (5, 5, 0, 1),                   // 6
            (4, 5, 1, 1),                   // 3.75
            (double.NaN, 5, 2, 1),          // 3.75
            (3.75, 5, 0, 0.5),              // 3.75: the third in a row
            (3.75, 5, 1, 0.5),              // 3.75
            (3.75, 5, 2, 0.5),              // 3.75
            (9, 5, 0, 0.25),                // 3.75
            (3, 3, 0, 0.25),                // 3.75
            (double.PositiveInfinity, 3, 1, 0.25),
            (3, 3, 2, 0.25),
            (3, 3, 0, 0.2),                 // 0.125 is below the minimum
            (-1, -1, 0, 0.2),
            (-1, -1, 0, 0.2),               // −0.75: as PyTorch, any loss as negative as the best one counts
        ];
        for (int epoch = 0; epoch < epochs.Length; epoch++)
        {
            schedule.EndEpoch(epoch, epochs[epoch].Loss);
            Assert.Equal([epochs[epoch].Best, epochs[epoch].Bad, epochs[epoch].Factor], schedule.State.ToArray());
            Assert.Equal(epochs[epoch].Factor, schedule.Factor(At(epoch * StepsPerEpoch)));
        }
    }

    [Fact]
    public void Restored_state_goes_on_as_before()
    {
        var first = new PlateauSchedule(patience: 1);
        foreach (double loss in new[] { 3, 2, 2.0 })
            first.EndEpoch(0, loss);
        var second = new PlateauSchedule(patience: 1);
        first.State.CopyTo(second.State);
        second.EndEpoch(3, 2);
        Assert.Equal(0.1, second.Factor(At(0)));
    }

    /// <summary>Bits, written down once: a change of the arithmetic would change every run.</summary>
    [Fact]
    public void Values_have_known_bits()
    {
        var point = new SchedulePoint(123, 17, StepsPerEpoch);
        long[] bits =
        [
            Bits(new StepSchedule(2, 0.7)), Bits(new ExponentialSchedule(0.9)), Bits(new CosineSchedule(40, 0.01)), Bits(new WarmUpSchedule(1000)),
        ];
        Assert.Equal([4588468774839143247, 4595176608233592102, 4603569132349022025, 4593599562323867992], bits);

        long Bits(LearningRateSchedule schedule) => BitConverter.DoubleToInt64Bits(schedule.Factor(point));
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        foreach (double bad in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Refused("factor", bad, () => new StepSchedule(1, bad));
            Refused("factor", bad, () => new ExponentialSchedule(bad));
            Refused("factor", bad, () => new PlateauSchedule(factor: bad));
        }

        foreach (double bad in new[] { -0.1, 1.1, double.NaN })
        {
            Refused("minimum", bad, () => new CosineSchedule(1, bad));
            Refused("minimum", bad, () => new PlateauSchedule(minimum: bad));
            Refused("threshold", bad, () => new PlateauSchedule(threshold: bad));
        }

        Refused("factor", 1.0, () => new PlateauSchedule(factor: 1));
        Refused("threshold", 1.0, () => new PlateauSchedule(threshold: 1));
        Refused("every", 0, () => new StepSchedule(0, 0.5));
        Refused("epochs", 0, () => new CosineSchedule(0));
        Refused("steps", 0, () => new WarmUpSchedule(0));
        Refused("patience", -1, () => new PlateauSchedule(patience: -1));
    }

    private static void Refused(string name, object value, Func<LearningRateSchedule> make) =>
        Assert.Equal(value, Assert.Throws<ArgumentOutOfRangeException>(name, make).ActualValue);

    private static SchedulePoint At(long step) => new(step, (int)(step / StepsPerEpoch), StepsPerEpoch);

    private static void AssertFollows(LearningRateSchedule schedule, Func<long, double> expected, double tolerance)
    {
        for (long step = 0; step < 30 * StepsPerEpoch; step++)
        {
            double value = expected(step);
            Assert.InRange(schedule.Factor(At(step)), value - (tolerance * Math.Max(1, value)), value + (tolerance * Math.Max(1, value)));
        }
    }
}
