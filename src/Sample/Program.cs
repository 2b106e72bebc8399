using System.Text;
using Spectre.Console.Cli;
using StaticNet.Sample;

Console.OutputEncoding = Encoding.UTF8;

var app = new CommandApp<AllCommand>();
app.Configure(config =>
{
    config.SetApplicationName("StaticNet.Sample");
    config.UseStrictParsing();
    config.SetExceptionHandler((exception, _) => Failure.Report(exception));

    config.AddCommand<AllCommand>("all").WithDescription("Everything down to cartpole, in this order. The default.");
    config.AddCommand<MoonsCommand>("moons").WithDescription("The tutorial's run: a 2-3-2 network learns two moons in 20,000 passes.");
    config.AddCommand<BaselineCommand>("baseline").WithDescription("Softmax regression: no hidden layer, a straight boundary.");
    config.AddCommand<ClassicCommand>("classic").WithDescription("Backpropagation as of old: sigmoids, squared error, one sample at a time.");
    config.AddCommand<MiniBatchCommand>("minibatch").WithDescription("Single precision, mini-batches, a falling learning rate.");
    config.AddCommand<GalleryCommand>("gallery").WithDescription("Hidden layers of 1, 2, 3, 4, 5, 20 and 50 units.");
    config.AddCommand<CartPoleCommand>("cartpole").WithDescription("A policy network learns to balance a pole, by REINFORCE and by an evolution strategy.");
    config.AddCommand<CrowdCommand>("crowd").WithDescription("A game loop: NPCs with networks of their own learn to walk to targets and out of each other's way.");
    config.AddCommand<DeviceCommand>("device").WithDescription("A device: an autoencoder learns on line what is normal, raises alarms, and outlives power cuts.");
    config.AddCommand<ControlCommand>("control").WithDescription("A control loop at 1 kHz: a network learns in every step, and every step is timed.");
    config.AddCommand<DigitsCommand>("digits").WithDescription("Handwritten digits: trains 64-32-10 and shows the images that it gets wrong.");
    config.AddCommand<TrainCommand>("train").WithDescription("Any CSV file: finds the column to predict, trains, and tells how good that is.");
    config.AddExample("moons");
    config.AddExample("train", "flowers.csv", "--target", "species");
    config.AddExample("crowd", "--npcs", "1000", "--replay");
    config.AddExample("gallery", "--output", "out/pictures");
});
return app.Run(args);
