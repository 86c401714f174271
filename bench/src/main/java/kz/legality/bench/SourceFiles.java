package kz.legality.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import kz.legality.identifier.Bin;

/** Files as customs and operators send them, about the devices numbered from 0 on. */
final class SourceFiles {
    private static final Bin IMPORTER = Taxpayers.bin(1);
    private static final int DEVICES_PER_PERSON = 2;

    private SourceFiles() {}

    static Path imports(Path file, long devices) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("declaration,item,procedure,registered_at,released_at,importer_bin,imei,device,brand,model,"
                    + "unit_value_tiyn,unit_vat_tiyn\n");
            for (long number = 0; number < devices; number++) {
                out.write(Devices.declaration(number) + ",1,40,2025-08-31T12:00:00+05:00,2025-09-01T12:00:00+05:00,"
                        + IMPORTER + "," + Devices.imei(number) + ",,Samsung," + Devices.model(number)
                        + ",18500000,2220000\n");
            }
        }
        return file;
    }

    /** Each of the devices that {@link Devices#isRegistered are registered}, to a person with two of them. */
    static Path registrations(Path file, long devices) throws IOException {
        return registrations(file, devices, Devices::isRegistered);
    }

    /** All of the devices; without an import beside them each gets a grey term. */
    static Path unproven(Path file, long devices) throws IOException {
        return registrations(file, devices, number -> true);
    }

    private static Path registrations(Path file, long devices, LongPredicate registered) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("registered_at,imei,owner,msisdn,imsi,operator\n");
            for (long number = 0; number < devices; number++) {
                if (registered.test(number)) {
                    out.write("2025-09-21T12:00:00+05:00," + Devices.imei(number) + ","
                            + Taxpayers.iin(number / DEVICES_PER_PERSON).value() + ",7701" + "%07d".formatted(number)
                            + ",40102" + "%010d".formatted(number) + ",kcell\n");
                }
            }
        }
        return file;
    }
}
