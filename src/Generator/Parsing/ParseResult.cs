using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>What became of one annotated type: a spec, unless an error stands in the way, and what is to be reported.</summary>
internal sealed record ParseResult(NetworkSpec? Spec, EquatableArray<Finding> Findings);
