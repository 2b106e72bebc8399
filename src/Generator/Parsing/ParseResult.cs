using StaticNet.Generator.Model;
using StaticNet.Generator.Parsing.Weights;

namespace StaticNet.Generator.Parsing;

/// <summary>What became of one annotated type: a spec, unless an error stands in the way, and what is to be reported.</summary>
/// <param name="Spec">Null: an error stands in the way.</param>
/// <param name="Findings">What is to be reported.</param>
/// <param name="Weights">The file that the weights are to come from; null: they are drawn.</param>
internal sealed record ParseResult(NetworkSpec? Spec, EquatableArray<Finding> Findings, WeightsRequest? Weights);
