package kz.legality.bench.micro;

import java.util.concurrent.TimeUnit;
import kz.legality.bench.Devices;
import kz.legality.identifier.Imei;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading an IMEI as somebody wrote it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ImeiBenchmark {
    private String text = Devices.imei(1).asGiven();

    @Benchmark
    public Imei parsedWithItsCheckDigit() {
        return Imei.declared(text);
    }
}
