package kz.legality.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where one ledger keeps everything. Only {@link #events} and {@link #keys} cannot be made anew. */
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** The events: the record itself. */
    public Path events() {
        return root.resolve("events");
    }

    /** The keys of persons: without them their fields in the events are unreadable. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** The key-encryption key, by which the keys of persons are wrapped. */
    public Path kek() {
        return keys().resolve("kek");
    }

    /** The log over the events: tiles, checkpoints and the map. Made anew from the events and {@link #logKeys}. */
    public Path log() {
        return root.resolve("log");
    }

    /** The keys by which the log signs, names streams and salts: without them the log cannot go on. */
    public Path logKeys() {
        return root.resolve("log-keys");
    }

    /** Evidence bundles that were issued. */
    public Path bundles() {
        return root.resolve("bundles");
    }

    /** What was projected from the events; can be thrown away and replayed. */
    public Path views() {
        return root.resolve("views");
    }

    /** The embedded issuer's signing key, clients and logins. */
    public Path issuer() {
        return root.resolve("issuer");
    }

    /** Files received and not yet recorded to their last row. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** The equipment index as it was, for a fast start; can be thrown away. */
    public Path equipment() {
        return root.resolve("equipment.snapshot");
    }

    /** Releases of the lists, and the key that signs them. */
    public Path releases() {
        return root.resolve("releases");
    }

    /** Until where operators that are called heard of changes. */
    public Path webhooks() {
        return root.resolve("webhooks");
    }

    /** Every root that the log ever promised; the last line may be cut off while one is being written. */
    Path publishedRoots() {
        return log().resolve("checkpoints");
    }

    /** The newest checkpoint that witnesses cosigned. */
    Path witnessed() {
        return log().resolve("witnessed");
    }

    /** A checkpoint of each day with the stamp of an authority. */
    Path stamped() {
        return log().resolve("stamped");
    }

    /** Files and directories of files that are whole whenever they are there, and older than the events that name them. */
    List<Path> plainFiles() {
        return List.of(
                timeStamping(),
                evidenceSigner(),
                witnesses(),
                witnessed(),
                stamped(),
                issuer(),
                releases(),
                logKeys(),
                bundles(),
                outbox(),
                webhooks(),
                observations().resolve("archive"));
    }

    /** What operators saw: the archive, evidence itself, and a database that can be thrown away. */
    public Path observations() {
        return root.resolve("observations");
    }

    /** Notices to owners, for a gateway to pick up. */
    public Path outbox() {
        return root.resolve("outbox");
    }

    /** The address of the time-stamping authority (RFC 3161) that sees each bundle's checkpoint, a line. */
    Path timeStamping() {
        return root.resolve("time-stamping");
    }

    /** Who signs the papers of bundles: the kind of the signer, and below it what that kind asks for, a line each. */
    Path evidenceSigner() {
        return root.resolve("evidence-signer");
    }

    /** Who cosigns the log's checkpoints: a line for each, his verifier key and his address. */
    Path witnesses() {
        return root.resolve("witnesses");
    }

    /** Says who runs on this directory, and where he answers. */
    Path runningNote() {
        return root.resolve("running.properties");
    }

    public boolean holdsALedger() {
        return Files.isDirectory(events());
    }

    public void create() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + root + " cannot be made: " + e.getMessage(), e);
        }
    }
}
