package kz.legality.bench.micro;

import java.util.concurrent.TimeUnit;
import kz.legality.bench.Devices;
import kz.legality.command.storedform.StoredForm;
import kz.legality.device.DeviceEvent;
import org.axonframework.serialization.SerializedObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Events to their stored bytes and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoredFormBenchmark {
    private final StoredForm form = new StoredForm();
    private DeviceEvent imported = Devices.imported(1);
    private DeviceEvent registered = Devices.registered(1);
    private SerializedObject<byte[]> importedStored = form.serialize(imported, byte[].class);
    private SerializedObject<byte[]> registeredStored = form.serialize(registered, byte[].class);

    @Benchmark
    public SerializedObject<byte[]> anImportWritten() {
        return form.serialize(imported, byte[].class);
    }

    @Benchmark
    public SerializedObject<byte[]> aRegistrationWritten() {
        return form.serialize(registered, byte[].class);
    }

    @Benchmark
    public DeviceEvent anImportRead() {
        return form.deserialize(importedStored);
    }

    @Benchmark
    public DeviceEvent aRegistrationRead() {
        return form.deserialize(registeredStored);
    }
}
