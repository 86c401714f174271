package kz.legality.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.legality.evidence.log.EvidenceLog;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.signature.PaperSigning;
import kz.legality.evidence.timestamp.TimeStampAuthority;
import kz.legality.evidence.timestamp.TimeStampAuthority.NotStamped;
import kz.legality.evidence.witness.Witnesses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those outside who are shown the log's checkpoints: witnesses, and an authority that says when. Where the data directory names
 * none, nobody is asked. Who does not answer is named in the server's log, and nothing waits for him longer than some seconds.
 */
final class SeenByOthers {
    private static final Logger LOG = LoggerFactory.getLogger(SeenByOthers.class);
    /** Witnesses are asked no more often; a bundle's checkpoint is shown to them in any case. */
    private static final Duration WITNESS_INTERVAL = Duration.ofSeconds(30);

    private final DataDirectory data;
    private final Clock clock;
    private final Witnesses witnesses;
    private final Optional<TimeStampAuthority> authority;
    private Instant witnessedAt = Instant.EPOCH;
    private long witnessedSize = -1;
    private @Nullable LocalDate stampAskedOn;

    SeenByOthers(DataDirectory data, Clock clock) {
        this.data = data;
        this.clock = clock;
        this.witnesses = Witnesses.read(data.witnesses());
        this.authority = authorityOf(data.timeStamping());
    }

    /** The checkpoint with the lines of those who cosign it. */
    String cosigned(String checkpoint, EvidenceLog log) {
        return witnesses.cosigned(checkpoint, log, fault -> LOG.warn("{}", fault.getMessage()));
    }

    List<String> witnessKeys() {
        return witnesses.keys();
    }

    /** Who signs papers, with the authority that stamps their signatures. */
    PaperSigning paperSigning() {
        return new PaperSigning(data.evidenceSigner(), authority, clock, trouble -> LOG.warn("{}", trouble));
    }

    /** The authority's answer over these bytes; empty where there is none. */
    Optional<byte[]> stamped(byte[] checkpoint) {
        return authority.flatMap(asked -> {
            try {
                return Optional.of(asked.stamped(checkpoint));
            } catch (NotStamped fault) {
                LOG.warn("{}", fault.getMessage());
                return Optional.empty();
            }
        });
    }

    /** Shows the newest checkpoint to whoever is due to see it; to be called now and then, by one thread. */
    void look(EvidenceLog log) {
        showToWitnesses(log);
        stampOfTheDay(log);
    }

    /** The newest checkpoint that a witness cosigned, with his line; empty where none has yet. */
    Optional<String> witnessed() {
        try {
            return Files.exists(data.witnessed()) ? Optional.of(Files.readString(data.witnessed())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Shows the newest checkpoint to the witnesses and keeps what they cosigned in {@code data/log/witnessed}; nothing where there
     * are none, or where the log has not grown since.
     */
    private void showToWitnesses(EvidenceLog log) {
        if (witnesses.isEmpty()
                || log.size() == witnessedSize
                || clock.instant().isBefore(witnessedAt.plus(WITNESS_INTERVAL))) {
            return;
        }
        witnessedAt = clock.instant();
        String checkpoint = log.checkpoint();
        String cosigned = cosigned(checkpoint, log);
        if (cosigned.length() > checkpoint.length()) {
            Path fresh = data.log().resolve("witnessed.new");
            try {
                Files.writeString(fresh, cosigned);
                Files.move(fresh, data.witnessed(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException("what the witnesses cosigned cannot be kept: " + e.getMessage(), e);
            }
            witnessedSize =
                    Checkpoint.parse(SignedNote.parse(checkpoint).text()).size();
        }
    }

    /** Once a day the newest checkpoint is stamped, and kept with its stamp in {@code data/log/stamped}. */
    private void stampOfTheDay(EvidenceLog log) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Path stamp = data.stamped().resolve(today + ".tsr");
        if (authority.isEmpty() || today.equals(stampAskedOn) || Files.exists(stamp)) {
            return;
        }
        stampAskedOn = today;
        byte[] checkpoint = log.checkpoint().getBytes(StandardCharsets.UTF_8);
        stamped(checkpoint).ifPresent(answer -> {
            try {
                Files.createDirectories(stamp.getParent());
                Files.write(stamp.resolveSibling(today + ".note"), checkpoint);
                Files.write(stamp, answer);
            } catch (IOException e) {
                throw new UncheckedIOException("the time stamp cannot be kept: " + e.getMessage(), e);
            }
        });
    }

    private static Optional<TimeStampAuthority> authorityOf(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(new TimeStampAuthority(
                            URI.create(Files.readString(file).strip())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
