package kz.legality.policy;

import java.time.LocalDate;

/**
 * What was in use before the rules ({@code grandfather}; F20).
 *
 * @param before a device in use before this day is lawful until its end of life
 */
public record Grandfathering(LocalDate before) {
    public static Grandfathering kazakhstan() {
        return new Grandfathering(LocalDate.of(2025, 3, 25));
    }
}
