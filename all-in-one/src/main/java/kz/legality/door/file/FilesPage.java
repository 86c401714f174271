package kz.legality.door.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.identifier.FileHash;
import kz.legality.launch.OpenLedger;
import kz.legality.query.file.FileQueries;
import kz.legality.query.file.FileReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /files}: what came in, and what of it could not be read. Whoever sends files sees his own. */
@Controller
class FilesPage {
    private static final int PAGE_FILES = 50;

    private final OpenLedger ledger;
    private final FileDoor door;

    FilesPage(OpenLedger ledger, FileDoor door) {
        this.ledger = ledger;
        this.door = door;
    }

    /** A receipt as the page shows it. */
    public record Shown(
            String sha256,
            String name,
            String kind,
            String sender,
            String state,
            String received,
            String rows,
            String accepted,
            long waiting,
            String mended,
            String events,
            @Nullable String refusal) {
        static Shown of(FileReceipt receipt) {
            return new Shown(
                    receipt.file().sha256(),
                    receipt.name(),
                    receipt.kind() == null ? "" : receipt.kind().written(),
                    receipt.sender(),
                    receipt.state().name(),
                    AlmatyTime.minute(receipt.receivedAt()),
                    number(receipt.rows()),
                    number(receipt.accepted()),
                    receipt.quarantined() - receipt.mended(),
                    number(receipt.mended()),
                    number(receipt.events()),
                    receipt.refusal());
        }

        private static String number(long count) {
            return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
        }
    }

    @GetMapping("/files")
    String newest(@RequestParam(required = false) @Nullable String cursor, Caller caller, Model page) {
        FileQueries.Files files = ledger.queries().files().newest(cursor, PAGE_FILES);
        List<Shown> shown = files.files().stream()
                .filter(it -> seesAll(caller) || FileDoor.senderOf(caller).equals(it.sender()))
                .map(Shown::of)
                .toList();
        page.addAttribute("files", shown);
        page.addAttribute("next", files.next().orElse(null));
        page.addAttribute("auditor", caller.is(Role.AUDITOR));
        page.addAttribute("network", caller.is(Role.OPERATOR));
        return "files/files";
    }

    @GetMapping("/files/{sha256}")
    String one(@PathVariable String sha256, Caller caller, Model page) {
        FileHash hash = Asked.as("sha256", () -> new FileHash(sha256));
        FileReceipt receipt = ledger.queries()
                .files()
                .receipt(hash)
                .filter(it -> seesAll(caller) || FileDoor.senderOf(caller).equals(it.sender()))
                .orElseThrow(() -> RequestProblem.notFound("no file with this SHA-256 was received"));
        page.addAttribute("file", Shown.of(receipt));
        page.addAttribute("auditor", caller.is(Role.AUDITOR));
        page.addAttribute("network", caller.is(Role.OPERATOR));
        page.addAttribute("own", FileDoor.senderOf(caller).equals(receipt.sender()));
        return "files/file";
    }

    /** As the call of the interface; a form on the page asks for purpose and basis. */
    @GetMapping("/files/{sha256}/quarantine")
    void quarantine(@PathVariable String sha256, Caller caller, ReadingPurpose purpose, HttpServletResponse response)
            throws IOException {
        door.quarantine(sha256, caller, purpose, response);
    }

    private static boolean seesAll(Caller caller) {
        return caller.is(Role.REGULATOR) || caller.is(Role.AUDITOR);
    }
}
