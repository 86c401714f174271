package kz.legality.door.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.legality.event.Source;
import kz.legality.evidence.EvidenceEvent;
import kz.legality.evidence.EvidenceEvent.EvidenceFetched;
import kz.legality.evidence.EvidenceEvent.EvidenceIssued;
import kz.legality.evidence.EvidenceEvent.EvidenceRequested;
import kz.legality.evidence.EvidenceEvent.MapRootCommitted;
import kz.legality.identifier.Imei;
import kz.legality.launch.Evidence;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Bundles being made, one after the other, and those that were. */
@Component
public class EvidenceJobs implements DisposableBean {
    private final OpenLedger ledger;
    private final Map<String, Job> running = new ConcurrentHashMap<>();
    private final ExecutorService making = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("evidence-bundle").factory());

    EvidenceJobs(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** How far a bundle has come. */
    public enum State {
        RUNNING,
        ISSUED,
        FAILED
    }

    /**
     * What is told of a bundle.
     *
     * @param done devices written, of {@code total}
     * @param sha256 of the bundle, once it is issued
     * @param looks who took it, and when
     */
    public record Job(
            String id,
            State state,
            String caseNumber,
            List<String> imeis,
            Instant requestedAt,
            long done,
            long total,
            @Nullable String sha256,
            @Nullable Long bytes,
            @Nullable String failure,
            List<Look> looks) {}

    /** Somebody took the bundle. */
    public record Look(Instant at, String by) {}

    Job begin(List<Imei> imeis, Evidence.Asking asking, @Nullable Instant asOf) {
        Evidence evidence = LogDoor.Ready.evidence(ledger);
        Evidence.Requested requested = evidence.request(imeis, asking, asOf);
        Job begun = job(requested, State.RUNNING, 0, null);
        running.put(requested.id(), begun);
        making.execute(() -> make(evidence, requested));
        return begun;
    }

    private void make(Evidence evidence, Evidence.Requested requested) {
        try {
            evidence.make(
                    requested, (done, total) -> running.put(requested.id(), job(requested, State.RUNNING, done, null)));
            running.remove(requested.id());
        } catch (RuntimeException | Error failed) {
            // Also an Error: whoever waits would wait for ever.
            running.put(requested.id(), job(requested, State.FAILED, 0, String.valueOf(failed.getMessage())));
        }
    }

    /** Empty where no bundle has this id. */
    Optional<Job> find(String id) {
        Job job = running.get(id);
        return job != null ? Optional.of(job) : recorded(id);
    }

    Optional<Path> file(String id) {
        return LogDoor.Ready.evidence(ledger).bundle(id);
    }

    /** A bundle that was asked for and neither issued nor being made was cut off when the ledger stopped. */
    private Optional<Job> recorded(String id) {
        EvidenceRequested requested = null;
        EvidenceIssued issued = null;
        List<Look> looks = new ArrayList<>();
        for (EvidenceEvent event : LogDoor.Ready.evidence(ledger).recordOf(id)) {
            switch (event) {
                case EvidenceRequested it -> requested = it;
                case EvidenceIssued it -> issued = it;
                case EvidenceFetched it -> looks.add(new Look(it.occurredAt(), actorOf(it)));
                case MapRootCommitted it -> {}
            }
        }
        if (requested == null) {
            return Optional.empty();
        }
        List<String> imeis = requested.imeis().stream().map(Imei::key).toList();
        return Optional.of(new Job(
                id,
                issued == null ? State.FAILED : State.ISSUED,
                requested.caseNumber(),
                imeis,
                requested.occurredAt(),
                imeis.size(),
                imeis.size(),
                issued == null ? null : issued.bundle().sha256(),
                issued == null ? null : issued.bytes(),
                issued == null ? "the ledger was stopped while the bundle was made; ask for it again" : null,
                looks));
    }

    private static String actorOf(EvidenceFetched event) {
        return event.source() instanceof Source.Actor actor ? actor.name() : "";
    }

    private static Job job(Evidence.Requested requested, State state, long done, @Nullable String failure) {
        List<String> imeis = requested.imeis().stream().map(Imei::key).toList();
        return new Job(
                requested.id(),
                state,
                requested.asking().caseNumber(),
                imeis,
                requested.at(),
                done,
                imeis.size(),
                null,
                null,
                failure,
                List.of());
    }

    @Override
    public void destroy() {
        making.shutdownNow();
    }
}
