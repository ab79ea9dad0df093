// The cases wait for storage and clocks more than they compute.
[assembly: CollectionBehavior(MaxParallelThreads = 8)]
