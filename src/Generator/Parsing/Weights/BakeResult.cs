using Microsoft.CodeAnalysis;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing.Weights;

/// <summary>The file that a network's weights are to come from: its name in the attribute, and the place of that.</summary>
internal sealed record WeightsRequest(string File, Location Location);

/// <summary>A network that is to get its weights, without any place in the source.</summary>
/// <param name="Spec">The network without weights.</param>
/// <param name="File">The name in the attribute; null: its weights are drawn.</param>
internal sealed record BakeRequest(NetworkSpec Spec, string? File);

/// <summary>The network with its weights, or what stands in the way.</summary>
/// <param name="Spec">Null: something does.</param>
/// <param name="Fault">Null: nothing does.</param>
internal sealed record BakeResult(NetworkSpec? Spec, WeightsFault? Fault);

/// <summary>What is wrong with a file of weights; the attribute of the network tells where that is to be reported.</summary>
/// <param name="Network">As in the request.</param>
/// <param name="Descriptor">Of the diagnostic.</param>
/// <param name="Arguments">Of its message.</param>
internal sealed record WeightsFault(NetworkSpec Network, DiagnosticDescriptor Descriptor, EquatableArray<string> Arguments);
