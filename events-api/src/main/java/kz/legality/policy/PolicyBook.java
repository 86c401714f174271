package kz.legality.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.legality.policy.PolicyEvent.PolicyActivated;

/**
 * Every version of a jurisdiction's terms that was ever activated. What happened is judged by the version that was in
 * force then; of two that came into force at one moment, by the one activated later. What happened before the first
 * version came into force is judged by the first.
 *
 * @param versions in the order in which they were activated
 * @param activatedAt when each was, by its name; one that is not named was known all along
 */
public record PolicyBook(List<Policy> versions, Map<String, Instant> activatedAt) {
    public PolicyBook {
        versions = List.copyOf(versions);
        activatedAt = Map.copyOf(activatedAt);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a book of policies holds at least one");
        }
    }

    /** As it is recorded. */
    public static PolicyBook recorded(List<PolicyActivated> events) {
        return new PolicyBook(
                events.stream().map(PolicyActivated::policy).toList(),
                events.stream()
                        .collect(Collectors.toMap(
                                PolicyActivated::version, PolicyActivated::occurredAt, (first, again) -> first)));
    }

    public static PolicyBook of(Policy only) {
        return new PolicyBook(List.of(only), Map.of());
    }

    public static PolicyBook kazakhstan() {
        return of(Policy.kazakhstan());
    }

    public String jurisdiction() {
        return versions.getFirst().jurisdiction();
    }

    public Policy inForceAt(Instant moment) {
        return versions.stream()
                .filter(policy -> !policy.inForceFrom().isAfter(moment))
                .reduce((one, other) -> other.inForceFrom().isBefore(one.inForceFrom()) ? one : other)
                .orElseGet(() -> versions.stream()
                        .min(Comparator.comparing(Policy::inForceFrom))
                        .orElseThrow());
    }

    /** With one more version. */
    public PolicyBook with(Policy next) {
        List<Policy> longer = new ArrayList<>(versions);
        longer.add(next);
        return new PolicyBook(longer, activatedAt);
    }

    /** What of it was known at a moment; the version it began with, where nothing was yet. */
    public PolicyBook knownAt(Instant moment) {
        List<Policy> known = versions.stream()
                .filter(it ->
                        !activatedAt.getOrDefault(it.version(), Instant.MIN).isAfter(moment))
                .toList();
        return new PolicyBook(known.isEmpty() ? versions.subList(0, 1) : known, activatedAt);
    }

    public Optional<Policy> version(String version) {
        return versions.stream().filter(it -> it.version().equals(version)).findFirst();
    }

    /** When the version in force changes next after this moment. */
    public Optional<Instant> nextChangeAfter(Instant moment) {
        return versions.stream()
                .map(Policy::inForceFrom)
                .filter(from -> from.isAfter(moment))
                .min(Comparator.naturalOrder());
    }
}
