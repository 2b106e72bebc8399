using System;

namespace StaticNet.Samples
{
    /// <summary>Left, straight on, or right, from two whiskers.</summary>
    [Network(Input = 2, Hidden = 8, Output = 3)]
    public partial class BrainNet
    {
    }

    /// <summary>A brain that learns as it goes. Make one at the start, and call it every frame: no call allocates.</summary>
    public sealed class Brain
    {
        private readonly BrainNet _network;
        private readonly float[] _senses = new float[2];

        /// <summary>The same seed gives the same brain, on every machine.</summary>
        public Brain(ulong seed) => _network = new BrainNet(seed);

        /// <summary>0: left, 1: straight on, 2: right.</summary>
        /// <param name="left">How near something is on the left, 0 to 1.</param>
        /// <param name="right">The same on the right.</param>
        public int Decide(float left, float right)
        {
            _senses[0] = left;
            _senses[1] = right;
            return _network.Predict(_senses);
        }

        /// <summary>Shows what would have been right.</summary>
        /// <returns>How wrong the brain was.</returns>
        public float Learn(float left, float right, int turn)
        {
            _senses[0] = left;
            _senses[1] = right;
            return _network.TrainStep(_senses, turn, 0.1f);
        }

        /// <summary>Keeps what was learnt: <c>Application.persistentDataPath</c> is a place for it.</summary>
        public void Save(string path) => _network.Save(path);

        /// <summary>How sure the brain is of each turn.</summary>
        /// <param name="probabilities">[3], overwritten.</param>
        public void Weigh(float left, float right, Span<float> probabilities)
        {
            _senses[0] = left;
            _senses[1] = right;
            _network.Forward(_senses, probabilities);
        }
    }
}
