namespace StaticNet;

/// <summary>Where a training run stands, when the next step is about to be taken.</summary>
/// <param name="Step">Steps taken so far in the whole run, from 0.</param>
/// <param name="Epoch">Epochs completed so far, from 0.</param>
/// <param name="StepsPerEpoch">Steps in every epoch, at least 1.</param>
public readonly record struct SchedulePoint(long Step, int Epoch, int StepsPerEpoch);
