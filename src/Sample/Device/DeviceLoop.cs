namespace StaticNet.Sample;

/// <summary>A run of the device with checkpoints, to its end or to a power cut.</summary>
internal static class DeviceLoop
{
    /// <summary>Runs it. Steps allocate nothing; a checkpoint does.</summary>
    /// <param name="run">At its start, or where a checkpoint was.</param>
    /// <param name="path">Of the checkpoint.</param>
    /// <param name="checkpointInterval">Steps from checkpoint to checkpoint, at least 1.</param>
    /// <param name="end">A step to stop at without a checkpoint, as in a power cut; at most the run's steps.</param>
    /// <exception cref="IOException">A checkpoint cannot be written.</exception>
    public static DeviceCost Run(DeviceRun run, string path, int checkpointInterval, long end)
    {
        long checkpointBytes = 0;
        int checkpoints = 0;
        var meter = LoopMeter.Start();
        while (run.Monitor.Step < end)
        {
            long next = ((run.Monitor.Step / checkpointInterval) + 1) * checkpointInterval;
            run.RunTo(Math.Min(next, end));
            if (next > end || next == run.Steps)
                continue;
            long before = GC.GetAllocatedBytesForCurrentThread();
            run.Save(path);
            checkpointBytes += GC.GetAllocatedBytesForCurrentThread() - before;
            checkpoints++;
        }
        var cost = meter.Stop();
        return new DeviceCost(cost with { AllocatedBytes = cost.AllocatedBytes - checkpointBytes }, checkpoints, checkpointBytes);
    }
}

/// <summary>What a run cost.</summary>
/// <param name="Loop">The bytes of its steps; the time and the collections with checkpoints.</param>
/// <param name="Checkpoints">Files written.</param>
/// <param name="CheckpointBytes">What writing them allocated.</param>
internal readonly record struct DeviceCost(LoopCost Loop, int Checkpoints, long CheckpointBytes);
