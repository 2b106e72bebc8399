namespace StaticNet.Sample;

/// <summary>Finds who is near. The arena is cut into square cells as wide as anybody sees, so that nine of them hold all who can be seen.</summary>
/// <remarks>Bodies are sorted by cell, by counting: linear time, the same order on every machine, no memory but that of the beginning.</remarks>
internal sealed class NeighbourGrid
{
    /// <summary>How far anybody sees, in metres.</summary>
    public const float Sight = 3;

    private readonly int _columns;
    private readonly int[] _starts, _order, _cells;

    /// <summary>Allocates all memory.</summary>
    /// <param name="side">Of the arena, in metres.</param>
    /// <param name="count">Bodies.</param>
    public NeighbourGrid(float side, int count)
    {
        _columns = (int)(side / Sight) + 1;
        _starts = new int[(_columns * _columns) + 1];
        _order = new int[count];
        _cells = new int[count];
    }

    /// <summary>Takes up where all are.</summary>
    /// <param name="bodies">As many as it was made for.</param>
    public void Fill(ReadOnlySpan<NpcBody> bodies)
    {
        _starts.AsSpan().Clear();
        for (int i = 0; i < bodies.Length; i++)
        {
            _cells[i] = (Cell(bodies[i].Y) * _columns) + Cell(bodies[i].X);
            _starts[_cells[i]]++;
        }

        // Where each cell ends; filled from behind, it becomes where the cell starts.
        for (int cell = 1; cell < _starts.Length; cell++)
            _starts[cell] += _starts[cell - 1];
        for (int i = bodies.Length - 1; i >= 0; i--)
            _order[--_starts[_cells[i]]] = i;
    }

    /// <summary>The nearest other body in sight.</summary>
    /// <param name="bodies">Those that it was filled with.</param>
    /// <param name="index">Whose neighbour.</param>
    /// <param name="distance">How far away it is; <see cref="Sight"/> if there is none.</param>
    /// <returns>Its index, or −1.</returns>
    public int Nearest(ReadOnlySpan<NpcBody> bodies, int index, out float distance)
    {
        float x = bodies[index].X, y = bodies[index].Y, best = Sight * Sight;
        int nearest = -1, column = Cell(x), row = Cell(y);
        for (int r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, _columns - 1); r++)
        {
            // The cells of a row lie side by side.
            int first = (r * _columns) + Math.Max(column - 1, 0), last = (r * _columns) + Math.Min(column + 1, _columns - 1);
            for (int place = _starts[first]; place < _starts[last + 1]; place++)
            {
                int other = _order[place];
                float dx = bodies[other].X - x, dy = bodies[other].Y - y, square = (dx * dx) + (dy * dy);
                if (square < best && other != index)
                    (best, nearest) = (square, other);
            }
        }
        distance = MathF.Sqrt(best);
        return nearest;
    }

    private static int Cell(float coordinate) => (int)(coordinate * (1 / Sight));
}
