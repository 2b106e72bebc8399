namespace StaticNet;

/// <summary>How well a network classifies samples.</summary>
/// <param name="Accuracy">The share of the samples that were predicted correctly.</param>
/// <param name="ConfusionMatrix">Which classes were taken for which; with precision, recall and F1.</param>
/// <param name="RocAuc">
/// The area under the ROC curve: of class 1 where there are two, else the mean over the classes that have samples, each against the
/// rest. NaN if one class has all.
/// </param>
public sealed record ClassificationReport(double Accuracy, ConfusionMatrix ConfusionMatrix, double RocAuc);
