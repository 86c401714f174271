package kz.legality.accesstest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.door.access.Role;

/** The two lists of addresses that were written by hand. */
public final class Addresses {
    private Addresses() {}

    /** @param open {@code *}, {@code issuer}, or roles */
    public record Line(String method, String address, Set<String> open) {
        boolean everybody() {
            return open.contains("*");
        }

        boolean ofTheIssuer() {
            return open.contains("issuer");
        }

        boolean opensTo(Role role) {
            return everybody() || open.contains(role.name());
        }
    }

    public static List<Line> open() {
        return read("/access/matrix.txt");
    }

    public static List<Line> closed() {
        return read("/access/closed.txt");
    }

    private static List<Line> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Addresses.class.getResourceAsStream(resource))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(words -> new Line(
                            words[0], words[1], Arrays.stream(words).skip(2).collect(Collectors.toUnmodifiableSet())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Role> roles() {
        return Arrays.stream(Role.values());
    }
}
