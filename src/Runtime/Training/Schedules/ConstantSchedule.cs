namespace StaticNet;

/// <summary>The optimizer's own learning rate, all the time.</summary>
public sealed class ConstantSchedule : LearningRateSchedule
{
    /// <summary>1.</summary>
    /// <param name="point">Where the run stands; it makes no difference.</param>
    public override double Factor(SchedulePoint point) => 1;
}
