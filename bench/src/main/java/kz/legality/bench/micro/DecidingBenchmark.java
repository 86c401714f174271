package kz.legality.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.legality.bench.Devices;
import kz.legality.device.Deciding;
import kz.legality.device.Decision;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent;
import kz.legality.policy.Policy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a registration leads to, on a device that was imported lawfully: the usual case. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecidingBenchmark {
    private final Policy policy = Policy.kazakhstan();
    private List<DeviceEvent> events = List.of(Devices.imported(1), Devices.registered(1));
    private Device imported = Device.of(events.subList(0, 1));
    private RecordFact registration = new RecordFact(Devices.registered(1));

    @Benchmark
    public Decision aRegistrationDecided() {
        return Deciding.on(registration, imported, policy);
    }

    @Benchmark
    public Device aDeviceFoldedFromTwoEvents() {
        return Device.of(events);
    }
}
