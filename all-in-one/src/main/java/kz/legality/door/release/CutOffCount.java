package kz.legality.door.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.legality.identifier.Imei;
import kz.legality.query.list.ListQueries;
import kz.legality.release.CutOff;
import kz.legality.release.ListName;

/** Counts whom a release of the black list takes from the network. */
final class CutOffCount {
    private static final int READ_AT_ONCE = 500;

    private final ListQueries lists;
    private final Map<String, Long> hit = new TreeMap<>();
    private final List<String> waiting = new ArrayList<>(READ_AT_ONCE);

    private CutOffCount(ListQueries lists) {
        this.lists = lists;
    }

    /**
     * Of each operator that has any, by name. How many are registered is counted only where more are hit than the policy
     * lets through whatever their share: it takes reading every device.
     *
     * @param countMax up to which the share is of no account, and is told as of none
     */
    static List<CutOff> of(ReleaseWriting writing, ListQueries lists, long countMax) {
        if (writing.list() != ListName.BLACK) {
            return List.of();
        }
        CutOffCount count = new CutOffCount(lists);
        writing.eachAdded(count::take);
        count.read();
        boolean sharesMatter = count.hit.values().stream().anyMatch(it -> it > countMax);
        Map<String, Long> registered = sharesMatter ? lists.registered() : Map.of();
        return count.hit.entrySet().stream()
                .map(it -> new CutOff(it.getKey(), it.getValue(), registered.getOrDefault(it.getKey(), 0L)))
                .toList();
    }

    private void take(String imei) {
        waiting.add(imei.substring(0, Imei.KEY_DIGITS));
        if (waiting.size() == READ_AT_ONCE) {
            read();
        }
    }

    private void read() {
        lists.subscribersOf(waiting).forEach((operator, some) -> hit.merge(operator, some, Long::sum));
        waiting.clear();
    }
}
