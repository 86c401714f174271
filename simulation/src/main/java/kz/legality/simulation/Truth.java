package kz.legality.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code truth.json}: per device and per claim what was planted, by rule id, and which look-alike tests which rule. A
 * device that is not named had nothing planted in it and resembles nothing.
 */
final class Truth implements AutoCloseable {
    private final BufferedWriter out;
    private final List<String> claims = new ArrayList<>();
    private boolean any;

    Truth(Path path, SimulationSettings settings) throws IOException {
        out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        out.append(
                "{\"seed\":%d,\"devices\":%d,\"days\":%d,\"from\":\"%s\",\"until\":\"%s\",\"fraudPercent\":%d,\n\"byDevice\":["
                        .formatted(
                                settings.seed(),
                                settings.devices(),
                                settings.days(),
                                settings.from(),
                                settings.until(),
                                settings.fraudPercent()));
    }

    /**
     * @param imei 15 digits, or the malformed text that a network sent
     * @param group devices of one group stand or fall together: an item of a declaration, a person, a pattern
     */
    void planted(String imei, String scenario, String group, String... rules) {
        device(imei, scenario, group, List.of(rules), List.of());
    }

    /** An honest device that resembles what these rules look for. */
    void lookAlike(String imei, String scenario, String group, String... rules) {
        device(imei, scenario, group, List.of(), List.of(rules));
    }

    void device(String imei, String scenario, String group, List<String> planted, List<String> resembles) {
        try {
            out.append(any ? ",\n" : "\n");
            any = true;
            out.append("{\"imei\":\"%s\",\"scenario\":\"%s\",\"group\":\"%s\",\"planted\":%s,\"resembles\":%s}"
                    .formatted(imei, scenario, group, array(planted), array(resembles)));
        } catch (IOException e) {
            throw new UncheckedIOException("truth.json cannot be written", e);
        }
    }

    /** @param planted empty for an honest claim, whatever its phones resemble */
    void claim(
            String claim,
            String claimant,
            String period,
            String scenario,
            int phones,
            long vatTiyn,
            List<String> planted) {
        claims.add(("{\"claim\":\"%s\",\"claimant\":\"%s\",\"period\":\"%s\",\"scenario\":\"%s\",\"phones\":%d,"
                        + "\"vatTiyn\":%d,\"fraud\":%b,\"planted\":%s}")
                .formatted(claim, claimant, period, scenario, phones, vatTiyn, !planted.isEmpty(), array(planted)));
    }

    private static String array(List<String> rules) {
        return rules.stream().map(it -> '"' + it + '"').collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public void close() throws IOException {
        out.append("\n],\n\"byClaim\":[\n").append(String.join(",\n", claims)).append("\n]}\n");
        out.close();
    }
}
