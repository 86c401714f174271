package kz.legality.bench;

import java.util.Collection;
import java.util.List;
import kz.legality.bench.micro.ImeiBenchmark;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Single operations by JMH, in one fork each. Arguments: a pattern of benchmarks. */
final class Micro {
    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;

    private Micro() {}

    static void run(List<String> arguments) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(arguments.isEmpty() ? ImeiBenchmark.class.getPackageName() : arguments.getFirst())
                        .forks(1)
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(MEASUREMENTS)
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Table table = Table.of("operation", "µs", "± (99.9 %)");
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            String name = run.getParams().getBenchmark();
            table.row(
                    name.substring(ImeiBenchmark.class.getPackageName().length() + 1),
                    "%.3f".formatted(result.getScore()),
                    "%.3f".formatted(result.getScoreError()));
        }
        table.print();
    }
}
