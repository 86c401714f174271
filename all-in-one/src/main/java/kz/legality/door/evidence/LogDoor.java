package kz.legality.door.evidence;

import java.time.Duration;
import kz.legality.door.problem.RequestProblem;
import kz.legality.evidence.log.EvidenceLog;
import kz.legality.evidence.proof.TilePath;
import kz.legality.launch.Evidence;
import kz.legality.launch.OpenLedger;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** C2SP tlog-tiles: what anybody needs to check the log and nobody can read anything from. */
@RestController
@RequestMapping("/log")
class LogDoor {
    private static final Duration FOR_GOOD = Duration.ofDays(365);
    private static final String FULL_TEXT = "text/plain;charset=utf-8";

    private final OpenLedger ledger;

    LogDoor(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(value = "/checkpoint", produces = FULL_TEXT)
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(log().checkpoint());
    }

    /** The newest checkpoint that witnesses cosigned, which may be older than the newest there is. */
    @GetMapping(value = "/witnessed", produces = FULL_TEXT)
    ResponseEntity<String> witnessed() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(Ready.evidence(ledger)
                        .witnessed()
                        .orElseThrow(() -> RequestProblem.notFound("no witness has cosigned a checkpoint yet")));
    }

    /** The key by which checkpoints are verified. Worth having from somewhere else than here. */
    @GetMapping(value = "/vkey", produces = FULL_TEXT)
    ResponseEntity<String> verifierKey() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(log().verifierKey() + "\n");
    }

    /** A tile never changes: a partial one is another address than the full. */
    @GetMapping(value = "/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        byte[] bytes = TilePath.parse("tile" + path)
                .flatMap(tile -> log().tile(tile))
                .orElseThrow(() -> RequestProblem.notFound("the newest checkpoint speaks of no such tile"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    private EvidenceLog log() {
        return Ready.evidence(ledger).log();
    }

    /** What the doors of evidence ask first. */
    static final class Ready {
        private Ready() {}

        static Evidence evidence(OpenLedger ledger) {
            return ledger.evidence()
                    .orElseThrow(() -> RequestProblem.unavailable(
                            "the events are kept by an Axon Server; the log is kept beside the embedded store only"));
        }
    }
}
