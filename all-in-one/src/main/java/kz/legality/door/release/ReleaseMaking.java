package kz.legality.door.release;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.legality.device.ListStatus;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.DevicesView;
import kz.legality.query.list.ListEntry;
import kz.legality.query.list.ListQueries;
import kz.legality.query.projection.ViewState;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.RemovalCause;

/** Makes what is written of a release: from the whole list, or from the release before and what was recorded since. */
final class ReleaseMaking {
    /** Looking up each of more IMEIs costs more than reading the list in its order. */
    private static final long REVISED_EVENTS_MAX = 100_000;

    private static final int READ_AT_ONCE = 500;

    private final OpenLedger ledger;
    private final ReleaseShelf shelf;
    private final ListChanges changes;
    private final Clock clock;

    ReleaseMaking(OpenLedger ledger, ReleaseShelf shelf, ListChanges changes, Clock clock) {
        this.ledger = ledger;
        this.shelf = shelf;
        this.changes = changes;
        this.clock = clock;
    }

    ReleaseWriting begin(ListName list, long number) {
        return ReleaseWriting.begin(
                shelf, list, number, madeBy(list), list == ListName.NOTIFICATIONS ? this::whyNotWarned : imei -> null);
    }

    /** A revision of the view follows both the program and the policy; the columns are the form of a row. */
    private String madeBy(ListName list) {
        String revision = ledger.queries().projections().states().stream()
                .filter(state -> state.view().equals(DevicesView.NAME))
                .map(ViewState::revision)
                .findFirst()
                .orElse("");
        return String.join(",", ReleaseRow.columns(list)) + " " + revision;
    }

    /**
     * Returns the position whose state was written.
     *
     * @param cutOff counts whom the black list takes from the network
     */
    long write(ListName list, Optional<ListReleased> last, ReleaseWriting writing, CutOffCount cutOff) {
        changes.standStill();
        try {
            long position = ledger.queries().projections().position();
            if (last.filter(it -> isNear(it, position)).isPresent() && shelf.isAsSigned(last.get(), madeBy(list))) {
                revise(last.get(), writing, cutOff);
            } else {
                writeWhole(list, writing, cutOff);
            }
            return position;
        } finally {
            changes.goOn();
        }
    }

    private static boolean isNear(ListReleased last, long position) {
        return last.list().status().isPresent() && position - last.position() <= REVISED_EVENTS_MAX;
    }

    /** What devices there are whose events could have changed an entry is all that is read. */
    private void revise(ListReleased last, ReleaseWriting writing, CutOffCount cutOff) {
        ListStatus status = last.list().status().orElseThrow();
        List<String> keys =
                List.copyOf(ledger.queries().streams().devices(last.position()).keySet());
        SortedMap<String, Optional<ReleaseWriting.Row>> rows = new TreeMap<>();
        Map<String, Set<String>> operators = new HashMap<>();
        for (int i = 0; i < keys.size(); i += READ_AT_ONCE) {
            List<String> some = keys.subList(i, Math.min(keys.size(), i + READ_AT_ONCE));
            some.forEach(key -> rows.put(new Imei(key).printed(), Optional.empty()));
            lists().entries(some, (entry, hit) -> {
                if (entry.status() == status) {
                    rows.put(entry.imei(), Optional.of(ReleaseWriting.row(entry)));
                    operators.put(entry.imei(), last.list() == ListName.BLACK ? hit.get() : Set.of());
                }
            });
        }
        changes.goOn();
        writing.revise(last, rows).forEach(imei -> cutOff.add(operators.getOrDefault(imei, Set.of())));
    }

    /** @param operators of those whom it takes from the network */
    private record Listed(ReleaseWriting.Row row, Set<String> operators) {}

    private void writeWhole(ListName list, ReleaseWriting writing, CutOffCount cutOff) {
        switch (list) {
            case BLACK, GREY, WHITE ->
                lists().stream(
                        list.status().orElseThrow(),
                        (entry, operators) -> new Listed(
                                ReleaseWriting.row(entry), list == ListName.BLACK ? operators.get() : Set.of()),
                        listed -> {
                            changes.goOn();
                            if (writing.add(listed.row())) {
                                cutOff.add(listed.operators());
                            }
                        });
            case EXCEPTIONS ->
                lists().exceptions(entry -> {
                    changes.goOn();
                    writing.add(entry);
                });
            case NOTIFICATIONS ->
                lists().notifications(clock.instant(), entry -> {
                    changes.goOn();
                    writing.add(entry);
                });
        }
        writing.finish();
    }

    private RemovalCause whyNotWarned(String imei) {
        return lists().entries(List.of(imei.substring(0, Imei.KEY_DIGITS))).stream()
                .findFirst()
                .map(ReleaseMaking::whyNotWarned)
                .orElse(RemovalCause.RESOLVED);
    }

    private static RemovalCause whyNotWarned(ListEntry now) {
        if (now.status() == ListStatus.BLACK) {
            return RemovalCause.BLACKLISTED;
        }
        boolean stillToBeCutOff = now.status() == ListStatus.GREY && now.deadline() != null;
        return stillToBeCutOff ? RemovalCause.NO_LONGER_SEEN : RemovalCause.RESOLVED;
    }

    private ListQueries lists() {
        return ledger.queries().lists();
    }
}
