package kz.legality.door.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.answer.Moments;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.evidence.bundle.EvidenceRequest;
import kz.legality.identifier.Imei;
import kz.legality.launch.Evidence;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where bundles are asked for and handed out, by the interface and by the court's pages alike: always in a case. */
@Component
public class EvidenceDesk {
    private final OpenLedger ledger;
    private final EvidenceJobs jobs;

    EvidenceDesk(OpenLedger ledger, EvidenceJobs jobs) {
        this.ledger = ledger;
        this.jobs = jobs;
    }

    /**
     * Records the request and begins to make the bundle.
     *
     * @param imeis as they were typed
     * @param asOf a date or a time, null for now
     */
    public EvidenceJobs.Job request(List<String> imeis, @Nullable String asOf, Caller caller, ReadingPurpose purpose) {
        String caseNumber = purpose.caseId();
        String legalBasis = purpose.legalBasis();
        if (caseNumber == null) {
            throw RequestProblem.badParameter("case", "evidence is made in a case; its number was not given");
        }
        if (legalBasis == null) {
            throw RequestProblem.badParameter("legalBasis", "evidence is made on a legal basis; none was given");
        }
        if (imeis.isEmpty() || imeis.size() > EvidenceRequest.IMEIS_MAX) {
            throw RequestProblem.badParameter(
                    "imeis", "a bundle is about 1 to " + EvidenceRequest.IMEIS_MAX + " devices, not " + imeis.size());
        }
        List<Imei> asked = imeis.stream()
                .map(imei -> Asked.as("imeis", () -> Imei.declared(imei)))
                .toList();
        Instant moment = asOf == null || asOf.isBlank()
                ? null
                : Asked.as("asOf", () -> Moments.of(asOf, null, ledger.policy().zone()))
                        .asOf();
        Evidence.Asking asking = new Evidence.Asking(
                caller.actor(),
                roles(caller),
                caseNumber,
                legalBasis,
                purpose.orderHash(),
                purpose.purpose(),
                purpose.mayReadPersonal());
        return jobs.begin(asked, asking, moment);
    }

    /** Whoever asks in another case learns nothing, not even that there is one. */
    public EvidenceJobs.Job find(String id, ReadingPurpose purpose) {
        return jobs.find(id)
                .filter(job -> job.caseNumber().equals(purpose.caseId()))
                .orElseThrow(() -> RequestProblem.notFound("in this case there is no bundle " + id));
    }

    /** The bundle, once it is issued. That it was taken is recorded first. */
    public Optional<Path> take(String id, Caller caller, ReadingPurpose purpose) {
        EvidenceJobs.Job job = find(id, purpose);
        Optional<Path> file = job.state() == EvidenceJobs.State.ISSUED ? jobs.file(id) : Optional.empty();
        if (file.isPresent()) {
            LogDoor.Ready.evidence(ledger).fetched(id, caller.actor(), roles(caller));
        }
        return file;
    }

    private static List<String> roles(Caller caller) {
        return caller.roles().stream().map(Role::name).sorted().toList();
    }
}
