package kz.legality.door.file;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import kz.legality.access.AccessEvent.QuarantineViewed;
import kz.legality.command.intake.Quarantine;
import kz.legality.command.intake.QuarantineCsv;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.launch.AccessLog;
import kz.legality.launch.OpenLedger;
import kz.legality.query.file.FileQueries;
import kz.legality.query.file.FileReceipt;
import kz.legality.sourcefile.FileKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files in, receipts and quarantined rows out. */
@RestController
@RequestMapping("/api/v1/files")
class FileDoor {
    private static final int PAGE_FILES = 100;
    private static final int NAME_CHARS_MAX = 200;

    private final OpenLedger ledger;
    private final FileRecording recording;
    private final AccessLog accessLog;
    private final Clock clock = Clock.systemUTC();

    FileDoor(OpenLedger ledger, FileRecording recording) {
        this.ledger = ledger;
        this.recording = recording;
        this.accessLog = new AccessLog(ledger.events());
    }

    /**
     * The file as the request's body, or as the part {@code file} of a form. 202 says that it is kept for good and will
     * be recorded; the receipt's address tells how far it has come.
     *
     * @param sender for whom the regulator sends it; anybody else sends in his own name
     */
    @PostMapping("/{kind}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<FileState> receive(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String sender,
            HttpServletRequest request,
            Caller caller)
            throws IOException, ServletException {
        FileKind known = FileKind.of(kind)
                .orElseThrow(() -> RequestProblem.notFound(
                        "'" + kind + "' is not a kind of file; the kinds are " + FileKind.all()));
        String from = caller.is(Role.REGULATOR) && !sender.isBlank() ? sender : senderOf(caller);
        FileState state;
        if (isForm(request)) {
            Part part = request.getPart("file");
            if (part == null) {
                throw RequestProblem.badParameter("file", "the form has no part of this name");
            }
            String partName = part.getSubmittedFileName();
            try (InputStream body = part.getInputStream()) {
                state = recording.receive(known, named(name, partName, known), from, body);
            }
        } else {
            try (InputStream body = request.getInputStream()) {
                state = recording.receive(known, named(name, null, known), from, body);
            }
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/files/" + state.sha256()))
                .body(state);
    }

    /** What came in, the newest first. */
    @GetMapping
    ResponseEntity<FileQueries.Files> newest(@RequestParam(required = false) @Nullable String cursor) {
        FileQueries.Files files = ledger.queries().files().newest(cursor, PAGE_FILES);
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(files.position()))
                .body(files);
    }

    @GetMapping("/{sha256}")
    ResponseEntity<FileState> state(@PathVariable String sha256, Caller caller) {
        FileHash file = Asked.as("sha256", () -> new FileHash(sha256));
        long seen = ledger.queries().projections().position();
        FileState state = recording.state(file).orElseThrow(() -> unknown(file));
        requireOwn(file, caller);
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(seen))
                .body(state);
    }

    /** The rows that wait to be mended, as CSV that can be mended and sent again. */
    @GetMapping(path = "/{sha256}/quarantine", produces = "text/csv")
    void quarantine(@PathVariable String sha256, Caller caller, ReadingPurpose purpose, HttpServletResponse response)
            throws IOException {
        FileHash file = Asked.as("sha256", () -> new FileHash(sha256));
        Quarantine quarantine = ledger.intake().quarantineOf(file).orElseThrow(() -> unknown(file));
        requireOwn(file, caller);
        boolean own = isOwn(file, caller);
        if (!own && !purpose.mayReadPersonal()) {
            throw RequestProblem.forbidden(
                    "a quarantined row may hold anything about anybody: its sender reads it, others with a role that"
                            + " reads personal data, a purpose and a legalBasis");
        }
        accessLog.append(new QuarantineViewed(
                file,
                clock.instant(),
                new Source.Actor(caller.actor(), UUID.randomUUID().toString()),
                caller.roles().stream().map(Role::name).sorted().toList(),
                purpose.purpose() == null ? "own file" : purpose.purpose(),
                purpose.legalBasis() == null ? "own file" : purpose.legalBasis()));
        response.setContentType("text/csv;charset=utf-8;header=present");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"quarantine-" + sha256.substring(0, 8) + ".csv\"");
        try (Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            new QuarantineCsv(ledger.keys()).write(quarantine, writer);
        }
    }

    private void requireOwn(FileHash file, Caller caller) {
        if (!caller.is(Role.REGULATOR) && !caller.is(Role.AUDITOR) && !isOwn(file, caller)) {
            throw unknown(file);
        }
    }

    private boolean isOwn(FileHash file, Caller caller) {
        return ledger.queries()
                .files()
                .receipt(file)
                .map(FileReceipt::sender)
                .or(() -> recording.senderOf(file))
                .map(senderOf(caller)::equals)
                .orElse(false);
    }

    static String senderOf(Caller caller) {
        return caller.operator().orElse(caller.actor());
    }

    private static String named(String asked, @Nullable String part, FileKind kind) {
        String name = !asked.isBlank() ? asked : part == null || part.isBlank() ? kind.written() + ".csv" : part;
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > NAME_CHARS_MAX ? last.substring(0, NAME_CHARS_MAX) : last;
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data");
    }

    private static RequestProblem unknown(FileHash file) {
        return RequestProblem.notFound("no file with the SHA-256 " + file.sha256() + " was received");
    }
}
