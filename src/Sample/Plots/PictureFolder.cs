using ScottPlot;

namespace StaticNet.Sample;

/// <summary>Where the pictures go.</summary>
internal sealed class PictureFolder
{
    private const int Width = 1200;
    private const int Height = 900;
    private const int StripWidth = 1800;
    private const int StripHeight = 690;
    private const int PanelColumns = 4;
    private const int PanelWidth = 480;
    private const int PanelHeight = 400;

    /// <summary>Makes the folder if it isn't there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public PictureFolder(string path)
    {
        try
        {
            FullPath = Directory.CreateDirectory(path).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder '{path}' cannot be made: {exception.Message}", exception);
        }
    }

    /// <summary>Its absolute path.</summary>
    public string FullPath { get; }

    /// <summary>Pictures saved so far.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a picture.</summary>
    /// <returns>Its absolute path.</returns>
    public string Save(Plot plot, string name)
    {
        string path = NextPath(name);
        plot.ScaleFactor = 1.5;
        plot.SavePng(path, Width, Height);
        return path;
    }

    /// <summary>Writes a wide picture.</summary>
    /// <returns>Its absolute path.</returns>
    public string SaveStrip(Plot plot, string name, int height = StripHeight)
    {
        string path = NextPath(name);
        plot.ScaleFactor = 1.5;
        plot.SavePng(path, StripWidth, height);
        return path;
    }

    /// <summary>Writes a picture of several panels, four to a row.</summary>
    /// <returns>Its absolute path.</returns>
    public string SaveGallery(Plot[] panels, string name)
    {
        string path = NextPath(name);
        int rows = (panels.Length + PanelColumns - 1) / PanelColumns;
        var gallery = new Multiplot { Layout = new ScottPlot.MultiplotLayouts.Grid(rows, PanelColumns) };
        gallery.Subplots.RemoveAt(0);
        foreach (var panel in panels)
            gallery.AddPlot(panel);
        gallery.SavePng(path, PanelColumns * PanelWidth, rows * PanelHeight);
        return path;
    }

    private string NextPath(string name)
    {
        Count++;
        return Path.Combine(FullPath, name + ".png");
    }
}
