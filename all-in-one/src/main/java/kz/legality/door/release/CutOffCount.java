package kz.legality.door.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.query.list.ListQueries;
import kz.legality.release.CutOff;

/** Counts whom a release of the black list takes from the network. */
final class CutOffCount {
    private final Map<String, Long> hit = new TreeMap<>();

    /** @param operators of the subscribers of one IMEI that the release before did not have */
    void add(Set<String> operators) {
        operators.forEach(operator -> hit.merge(operator, 1L, Long::sum));
    }

    /**
     * Of each operator that has any, by name. How many are registered is counted only where more are hit than the policy
     * lets through whatever their share: it takes reading every device.
     *
     * @param countMax up to which the share is of no account, and is told as of none
     */
    List<CutOff> shares(ListQueries lists, long countMax) {
        boolean sharesMatter = hit.values().stream().anyMatch(it -> it > countMax);
        Map<String, Long> registered = sharesMatter ? lists.registered() : Map.of();
        return hit.entrySet().stream()
                .map(it -> new CutOff(it.getKey(), it.getValue(), registered.getOrDefault(it.getKey(), 0L)))
                .toList();
    }
}
