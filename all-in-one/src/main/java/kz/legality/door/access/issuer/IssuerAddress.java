package kz.legality.door.access.issuer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which address the issuer signs, in the file {@code address}: one a line, the newest first. A token signed under
 * an older one still holds until it expires, so that a token made before the server moved to another port opens doors.
 *
 * @param known never empty
 */
record IssuerAddress(List<String> known) {
    /** What a command line assumes before any server has started. */
    static final String ASSUMED = "http://127.0.0.1:8080";

    private static final int ADDRESSES_MAX = 8;
    private static final String FILE = "address";

    IssuerAddress {
        known = List.copyOf(known);
    }

    /** The address that is kept, or this one from now on. */
    static IssuerAddress openOrCreate(IssuerDirectory directory, String address) {
        return read(directory.settle(FILE, stands -> Optional.of(stands.orElseGet(() -> address + "\n"))));
    }

    /** This address from now on: what a server says of itself. */
    static IssuerAddress movedTo(IssuerDirectory directory, String address) {
        return read(directory.settle(FILE, stands -> Optional.of(first(address, stands.orElse("")))));
    }

    String current() {
        return known.getFirst();
    }

    private static String first(String address, String stands) {
        Stream<String> others = stands.lines().filter(line -> !line.isBlank() && !line.equals(address));
        return String.join(
                        "\n",
                        Stream.concat(Stream.of(address), others)
                                .limit(ADDRESSES_MAX)
                                .toList()) + "\n";
    }

    private static IssuerAddress read(String text) {
        return new IssuerAddress(text.lines().filter(line -> !line.isBlank()).toList());
    }
}
