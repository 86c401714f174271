package kz.legality.door.court;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.answer.Moments;
import kz.legality.door.evidence.EvidenceDesk;
import kz.legality.door.evidence.EvidenceJobs;
import kz.legality.door.problem.RequestProblem;
import kz.legality.evidence.bundle.EvidenceRequest;
import kz.legality.evidence.proof.VerifierKey;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Report;
import kz.legality.evidence.verifier.Trust;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Malformed;
import kz.legality.launch.Evidence;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /court}: works without script; a bundle that is being made is looked at again by the page itself. */
@Controller
@RequestMapping("/court")
class CourtPage {
    /** Larger bundles are checked with the program that lies beside them, not by a page. */
    private static final long CHECKED_HERE_BYTES_MAX = 20_000_000;

    private static final MediaType BUNDLE = MediaType.parseMediaType("application/vnd.etsi.asic-e+zip");

    private final OpenLedger ledger;
    private final EvidenceDesk desk;

    CourtPage(OpenLedger ledger, EvidenceDesk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    @GetMapping
    String form(Caller caller, Model page) {
        page.addAttribute("entered", new Entered(caller.boundCase().orElse(""), "", "", "", "", ""));
        page.addAttribute("fault", null);
        return "court";
    }

    /** What stands in the form. */
    public record Entered(
            String caseNumber, String orderHash, String legalBasis, String purpose, String imeis, String asOf) {}

    /**
     * What is wrong with it.
     *
     * @param field where
     * @param text the message's key
     * @param value what it speaks of
     */
    public record Fault(String field, String text, String value) {}

    /** Shows a line of a check. */
    public record CheckLine(String outcome, String check, String detail) {}

    /** Somebody took the bundle, as it is shown. */
    public record ShownLook(String at, String by) {}

    /** What was mistyped comes back as it was typed, with what is wrong beside it. */
    @PostMapping
    ModelAndView request(
            @RequestParam(defaultValue = "") String imeis,
            @RequestParam(defaultValue = "") String asOf,
            Caller caller,
            ReadingPurpose purpose) {
        List<String> asked = Arrays.stream(imeis.split("[\\s,;]+", -1))
                .filter(imei -> !imei.isEmpty())
                .toList();
        Optional<Fault> fault = faultOf(asked, asOf);
        if (fault.isPresent()) {
            ModelAndView again = new ModelAndView("court", HttpStatus.BAD_REQUEST);
            again.addObject("fault", fault.get());
            again.addObject(
                    "entered",
                    new Entered(
                            text(purpose.caseId()),
                            text(purpose.orderHash()),
                            text(purpose.legalBasis()),
                            text(purpose.purpose()),
                            imeis,
                            asOf));
            return again;
        }
        EvidenceJobs.Job job = desk.request(asked, asOf, caller, purpose);
        ModelAndView next = new ModelAndView("redirect:/court/bundles/" + job.id());
        next.addObject("case", purpose.caseId());
        next.addObject("orderHash", purpose.orderHash());
        return next;
    }

    private Optional<Fault> faultOf(List<String> imeis, String asOf) {
        if (imeis.isEmpty() || imeis.size() > EvidenceRequest.IMEIS_MAX) {
            return Optional.of(new Fault("imeis", "court.toomany", ""));
        }
        for (String imei : imeis) {
            try {
                Imei.declared(imei);
            } catch (Malformed malformed) {
                return Optional.of(new Fault("imeis", "court.badimei", imei));
            }
        }
        try {
            Moments.of(asOf, null, ledger.policy().zone());
            return Optional.empty();
        } catch (Malformed malformed) {
            return Optional.of(new Fault("asOf", "court.badmoment", ""));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @GetMapping("/bundles/{id}")
    String bundle(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean check,
            ReadingPurpose purpose,
            Model page)
            throws IOException {
        EvidenceJobs.Job job = desk.find(id, purpose);
        page.addAttribute("job", job);
        page.addAttribute("case", purpose.caseId());
        page.addAttribute("orderHash", purpose.orderHash());
        page.addAttribute("vkey", evidence().log().verifierKey());
        page.addAttribute("requestedAt", AlmatyTime.minute(job.requestedAt()));
        page.addAttribute(
                "looks",
                job.looks().stream()
                        .map(look -> new ShownLook(AlmatyTime.minute(look.at()), look.by()))
                        .toList());
        Optional<Report> report = check ? checked(id) : Optional.empty();
        page.addAttribute("holds", report.map(Report::holds).orElse(false));
        page.addAttribute("lines", report.map(CourtPage::lines).orElse(List.of()));
        return "court-bundle";
    }

    @GetMapping("/bundles/{id}/file")
    ResponseEntity<FileSystemResource> file(@PathVariable String id, Caller caller, ReadingPurpose purpose) {
        Path file = desk.take(id, caller, purpose)
                .orElseThrow(() -> RequestProblem.notFound("the bundle " + id + " is not issued"));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"CASE-" + id + ".evz\"")
                .contentType(BUNDLE)
                .body(new FileSystemResource(file));
    }

    /** With the ledger's own key, so it tells whether the file is whole; whom to trust is for the court's expert to say. */
    private Optional<Report> checked(String id) throws IOException {
        Path file = evidence().bundle(id).orElse(null);
        if (file == null || Files.size(file) > CHECKED_HERE_BYTES_MAX) {
            return Optional.empty();
        }
        VerifierKey key = VerifierKey.parse(evidence().log().verifierKey());
        return Optional.of(BundleCheck.of(Files.readAllBytes(file), Trust.inLog(key)));
    }

    private static List<CheckLine> lines(Report report) {
        return report.lines().stream()
                .map(line -> new CheckLine(line.outcome().name(), line.check().written(), line.detail()))
                .toList();
    }

    private Evidence evidence() {
        return ledger.evidence()
                .orElseThrow(() -> RequestProblem.unavailable(
                        "the events are kept by an Axon Server; the log is kept beside the embedded store only"));
    }
}
