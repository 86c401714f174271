package kz.legality.scenario;

import java.util.function.Supplier;
import kz.legality.example.Story;

/**
 * One scenario.
 *
 * @param title what it shows, as a sentence
 * @param told runs it; fails where the ledger would do otherwise
 */
record Tale(String title, Supplier<? extends Story> told) {
    @Override
    public String toString() {
        return title;
    }
}
