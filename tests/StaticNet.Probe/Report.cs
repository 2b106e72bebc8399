using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNet.Probe
{
    /// <summary>A line for each network and for what is around them: a name and a fingerprint.</summary>
    public static class Report
    {
        public static IEnumerable<string> Lines()
        {
            var types = typeof(Report).Assembly.GetTypes().Where(type => type.Namespace == typeof(Report).Namespace && type.IsDefined(typeof(NetworkAttribute), false));
            foreach (var type in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                object network = Activator.CreateInstance(type, 7UL)!;
                string fingerprint = network is INetwork<float> single ? new SingleRun().Of(single) : new DoubleRun().Of((INetwork<double>)network);
                yield return $"{type.FullName!.Substring(type.Namespace!.Length + 1).Replace('+', '.')},{fingerprint}";
            }

            yield return $"Arithmetic.Single,{Arithmetic.Single()}";
            yield return $"Arithmetic.Double,{Arithmetic.Double()}";
            yield return $"Fit,{Library.Fit()}";
            yield return $"Checkpoint,{Library.Checkpoint()}";
            yield return $"SaveAndLoad,{Library.SaveAndLoad()}";
            yield return $"Digits,{Library.Digits()}";
            yield return $"Evolve,{Library.Evolve()}";
        }
    }
}
