package kz.legality.door.maintenance;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.door.answer.ArchiveAnswer;
import kz.legality.door.answer.IntegrityAnswer;
import kz.legality.door.answer.ReplayAnswer;
import kz.legality.door.problem.RequestProblem;
import kz.legality.launch.Backup;
import kz.legality.launch.GreyTermSweep;
import kz.legality.launch.LedgerIntegrity;
import kz.legality.launch.NoticeRun;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the command line asks of a running ledger. Long work is begun with POST and looked at with GET. */
@RestController
@RequestMapping("/api/v1/maintenance")
class Maintenance {
    private final OpenLedger ledger;
    private final Clock clock = Clock.systemUTC();
    private final LongWork<ReplayAnswer> replay = new LongWork<>("replay");
    private final LongWork<Backup.Report> backup = new LongWork<>("backup");
    private final LongWork<ArchiveAnswer> archive = new LongWork<>("archive");
    private final LongWork<IntegrityAnswer> check = new LongWork<>("fsck");

    Maintenance(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** Ends the grey terms due by the end of the day {@code on}, or by now. */
    @PostMapping("/expire")
    GreyTermSweep.Report expire(@RequestParam(required = false) @Nullable LocalDate on) {
        return GreyTermSweep.run(
                ledger,
                on == null
                        ? clock.instant()
                        : GreyTermSweep.endOf(on, ledger.policy().zone()));
    }

    /** Tells owners of grey devices what is due to be told by now. */
    @PostMapping("/notify")
    NoticeRun.Report tellOwners() {
        return NoticeRun.run(ledger, clock.instant());
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<LongWork.Status<ReplayAnswer>> replay(@RequestParam List<String> view) {
        ReplayAnswer.unknownAmong(view).ifPresent(unknown -> {
            throw RequestProblem.badParameter(
                    "view",
                    "there is no '" + unknown + "'; there are " + String.join(", ", ReplayAnswer.ALL) + ", all");
        });
        return ResponseEntity.accepted()
                .body(replay.begin(progress -> ReplayAnswer.run(ledger.queries(), view, progress)));
    }

    @GetMapping("/replay")
    LongWork.Status<ReplayAnswer> replay() {
        return replay.status();
    }

    @PostMapping("/fsck")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<LongWork.Status<IntegrityAnswer>> check() {
        StoreIntegrity store = ledger.integrity()
                .orElseThrow(() -> RequestProblem.refused(
                        "STORE_ELSEWHERE", "the events are kept by an Axon Server, which checks its files itself"));
        return ResponseEntity.accepted()
                .body(check.begin(
                        progress -> IntegrityAnswer.of(LedgerIntegrity.check(ledger, store, progress::accept))));
    }

    @GetMapping("/fsck")
    LongWork.Status<IntegrityAnswer> checkStatus() {
        return check.status();
    }

    @PostMapping("/archive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<LongWork.Status<ArchiveAnswer>> checkArchive() {
        return ResponseEntity.accepted()
                .body(archive.begin(
                        progress -> ArchiveAnswer.of(ledger.observations().verify())));
    }

    @GetMapping("/archive")
    LongWork.Status<ArchiveAnswer> archiveStatus() {
        return archive.status();
    }

    /** @param into a directory of the ledger's own machine, empty or not there yet */
    @PostMapping("/backup")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<LongWork.Status<Backup.Report>> backUp(@RequestParam String into) {
        Path target = Path.of(into);
        if (!target.isAbsolute()) {
            throw RequestProblem.badParameter("into", "the directory is named by its absolute path");
        }
        return ResponseEntity.accepted().body(backup.begin(progress -> Backup.take(ledger, target, clock, progress)));
    }

    @GetMapping("/backup")
    LongWork.Status<Backup.Report> backupStatus() {
        return backup.status();
    }
}
