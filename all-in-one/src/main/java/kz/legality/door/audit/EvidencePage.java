package kz.legality.door.audit;

import java.nio.file.Path;
import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.evidence.EvidenceDesk;
import kz.legality.door.evidence.EvidenceJobs;
import kz.legality.door.problem.RequestProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a device to its proof: a bundle in the auditor's case, to be annexed to his act and checked by anybody. */
@Controller
class EvidencePage {
    private static final MediaType BUNDLE = MediaType.parseMediaType("application/vnd.etsi.asic-e+zip");

    private final EvidenceDesk desk;

    EvidencePage(EvidenceDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/audit/evidence")
    String request(
            @RequestParam String imei,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller,
            ReadingPurpose purpose,
            RedirectAttributes next) {
        EvidenceJobs.Job job = desk.request(List.of(imei), asOf, caller, purpose);
        next.addAttribute("case", purpose.caseId());
        return "redirect:/audit/evidence/" + job.id();
    }

    @GetMapping("/audit/evidence/{id}")
    String bundle(@PathVariable String id, ReadingPurpose purpose, Model page) {
        page.addAttribute("job", desk.find(id, purpose));
        return "audit/evidence";
    }

    @GetMapping("/audit/evidence/{id}/file")
    ResponseEntity<FileSystemResource> file(@PathVariable String id, Caller caller, ReadingPurpose purpose) {
        Path file = desk.take(id, caller, purpose)
                .orElseThrow(() -> RequestProblem.notFound("the bundle " + id + " is not issued"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"CASE-" + id + ".evz\"")
                .contentType(BUNDLE)
                .body(new FileSystemResource(file));
    }
}
