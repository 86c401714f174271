package kz.legality.door.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evidence over the interface: asked for with POST, taken with GET once it is made. */
@RestController
@RequestMapping("/api/v1/evidence")
class EvidenceDoor {
    private static final MediaType BUNDLE = MediaType.parseMediaType("application/vnd.etsi.asic-e+zip");

    private final EvidenceDesk desk;

    EvidenceDoor(EvidenceDesk desk) {
        this.desk = desk;
    }

    /** What is asked for; case and legal basis come as they do for every reading. */
    record Asked(List<String> imeis, @Nullable String asOf) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<EvidenceJobs.Job> request(
            @RequestBody Asked asked, HttpServletRequest request, Caller caller, ReadingPurpose purpose) {
        EvidenceJobs.Job job = desk.request(asked.imeis(), asked.asOf(), caller, purpose);
        return ResponseEntity.accepted()
                .location(taken(job.id(), request.getQueryString()))
                .header("Cache-Control", "no-store")
                .body(job);
    }

    /** With the case and the basis as they were stated in the query: taking the bundle is a reading of its own. */
    private static URI taken(String id, @Nullable String stated) {
        return URI.create("/api/v1/evidence/" + id + (stated == null ? "" : "?" + stated));
    }

    /** The bundle, or 202 and how far it is; 500 with the reason where it could not be made. */
    @GetMapping("/{id}")
    ResponseEntity<?> take(@PathVariable String id, Caller caller, ReadingPurpose purpose) {
        EvidenceJobs.Job job = desk.find(id, purpose);
        Optional<Path> file = desk.take(id, caller, purpose);
        if (file.isEmpty()) {
            HttpStatus status =
                    job.state() == EvidenceJobs.State.FAILED ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.ACCEPTED;
            return ResponseEntity.status(status)
                    .header("Cache-Control", "no-store")
                    .body(job);
        }
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"CASE-" + id + ".evz\"")
                .contentType(BUNDLE)
                .body(new FileSystemResource(file.get()));
    }
}
