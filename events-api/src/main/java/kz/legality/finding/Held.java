package kz.legality.finding;

import org.jspecify.annotations.Nullable;

/**
 * A finding as its stream tells it.
 *
 * @param dismissedBasis what its inputs said when a person dismissed it; null where nobody did
 */
public record Held(
        Finding finding,
        FindingState state,
        @Nullable String dismissedBasis,
        @Nullable String by,
        @Nullable String reason) {}
