package kz.legality.command.storedform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.access.AccessEvent;
import kz.legality.allowance.AllowanceEvent;
import kz.legality.claim.ClaimEvent;
import kz.legality.device.DeviceEvent;
import kz.legality.event.LedgerEvent;
import kz.legality.event.StoredAs;
import kz.legality.evidence.EvidenceEvent;
import kz.legality.finding.ItemEvent;
import kz.legality.line.LineEvent;
import kz.legality.notice.NoticeEvent;
import kz.legality.policy.PolicyEvent;
import kz.legality.release.ReleaseEvent;
import kz.legality.sourcefile.FileEvent;
import kz.legality.tac.TacBarEvent;
import kz.legality.tac.TacEvent;

/**
 * Every class of event the ledger stores, found from what the sealed interfaces permit: an event that is added there
 * cannot be forgotten here.
 */
final class StoredEvents {
    private static final List<Class<? extends LedgerEvent>> KINDS = List.of(
            DeviceEvent.class,
            FileEvent.class,
            TacEvent.class,
            AccessEvent.class,
            AllowanceEvent.class,
            ClaimEvent.class,
            ItemEvent.class,
            NoticeEvent.class,
            PolicyEvent.class,
            EvidenceEvent.class,
            ReleaseEvent.class,
            LineEvent.class,
            TacBarEvent.class);

    private StoredEvents() {}

    /** All of them, by their stored names. */
    static List<Class<? extends LedgerEvent>> classes() {
        return KINDS.stream()
                .flatMap(StoredEvents::leavesOf)
                .sorted(Comparator.comparing(type -> storedAs(type).value()))
                .toList();
    }

    /** @throws IllegalStateException when the class says no name to be stored under */
    static StoredAs storedAs(Class<?> type) {
        StoredAs storedAs = type.getAnnotation(StoredAs.class);
        if (storedAs == null) {
            throw new IllegalStateException("event " + type.getName() + " lacks @StoredAs, its name in the store");
        }
        return storedAs;
    }

    private static Stream<Class<? extends LedgerEvent>> leavesOf(Class<? extends LedgerEvent> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Arrays.stream(permitted)
                        .<Class<? extends LedgerEvent>>map(child -> child.asSubclass(LedgerEvent.class))
                        .flatMap(StoredEvents::leavesOf);
    }
}
