package kz.legality.door.court;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.evidence.EvidenceDesk;
import kz.legality.door.evidence.EvidenceJobs;
import kz.legality.door.problem.RequestProblem;
import kz.legality.evidence.proof.VerifierKey;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Report;
import kz.legality.evidence.verifier.Trust;
import kz.legality.launch.Evidence;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
        page.addAttribute("boundCase", caller.boundCase().orElse(""));
        return "court";
    }

    /** Shows a line of a check. */
    public record CheckLine(String outcome, String check, String sentence, String detail) {}

    @PostMapping
    String request(
            @RequestParam(defaultValue = "") String imeis,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller,
            ReadingPurpose purpose,
            RedirectAttributes next) {
        List<String> asked = Arrays.stream(imeis.split("[\\s,;]+"))
                .filter(imei -> !imei.isEmpty())
                .toList();
        EvidenceJobs.Job job = desk.request(asked, asOf, caller, purpose);
        next.addAttribute("case", purpose.caseId());
        next.addAttribute("orderHash", purpose.orderHash());
        return "redirect:/court/bundles/" + job.id();
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
        page.addAttribute("lines", check ? checked(id) : List.of());
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
    private List<CheckLine> checked(String id) throws IOException {
        Path file = evidence().bundle(id).orElse(null);
        if (file == null || Files.size(file) > CHECKED_HERE_BYTES_MAX) {
            return List.of();
        }
        VerifierKey key = VerifierKey.parse(evidence().log().verifierKey());
        Report report = BundleCheck.of(Files.readAllBytes(file), Trust.inLog(key));
        return report.lines().stream()
                .map(line -> new CheckLine(
                        line.outcome().name(),
                        line.check().written(),
                        line.check().sentence(),
                        line.detail()))
                .toList();
    }

    private Evidence evidence() {
        return ledger.evidence()
                .orElseThrow(() -> RequestProblem.unavailable(
                        "the events are kept by an Axon Server; the log is kept beside the embedded store only"));
    }
}
