package kz.legality.query.projection;

import java.time.Duration;

/**
 * How far a rebuilding or catching up has come.
 *
 * @param done events since it began
 * @param left events until what was the newest one when it began
 */
public record Progress(long done, long left, double eventsPerSecond) {
    /** By the rate so far; zero while there is none. */
    public Duration timeLeft() {
        return eventsPerSecond > 0 ? Duration.ofMillis((long) (1_000 * left / eventsPerSecond)) : Duration.ZERO;
    }
}
