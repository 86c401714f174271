package kz.legality.release;

import static kz.legality.release.ListChange.Kind.ADDED;
import static kz.legality.release.ListChange.Kind.CHANGED;
import static kz.legality.release.ListChange.Kind.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import kz.legality.example.Generators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DIRBS's worked cases (newest first there, oldest first here), and the law behind them. */
class ListChangeTest {
    static LongStream seeds() {
        return Generators.seeds(20);
    }

    @Test
    void several_changes_come_down_to_what_the_holder_of_the_older_release_must_do() {
        assertThat(net("old", null, "new", "newer")).as("removed, new, changed").isEqualTo(Optional.of(CHANGED));
        assertThat(net(null, "a", null, "b", "c"))
                .as("new, removed, new, changed")
                .isEqualTo(Optional.of(ADDED));
        assertThat(net("a", "b", null, "c", null))
                .as("changed, removed, new, removed")
                .isEqualTo(Optional.of(REMOVED));
        assertThat(net("same", null, "same")).as("removed, new").isEmpty();
        assertThat(net(null, "a", null)).as("blocked, unblocked").isEmpty();
    }

    @Test
    void two_additions_in_a_row_are_an_error_in_the_history_and_no_delta() {
        assertThatThrownBy(() -> new ListChange<>(null, "a").then(new ListChange<>(null, "a")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new ListChange<>("a", null).then(new ListChange<>("a", null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void however_a_row_changed_the_net_change_leads_from_its_first_state_to_its_last(long seed) {
        RandomGenerator random = new Generators(seed).random();
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            states.add(random.nextInt(3) == 0 ? null : "row " + random.nextInt(4));
        }
        Optional<ListChange<String>> net = netOf(states);
        if (Objects.equals(states.getFirst(), states.getLast())) {
            assertThat(net).isEmpty();
        } else {
            assertThat(net).contains(new ListChange<>(states.getFirst(), states.getLast()));
        }
    }

    private static Optional<ListChange.Kind> net(@Nullable String... states) {
        return netOf(Arrays.asList(states)).map(ListChange::kind);
    }

    private static Optional<ListChange<String>> netOf(List<String> states) {
        Optional<ListChange<String>> net = Optional.empty();
        for (int i = 1; i < states.size(); i++) {
            if (!Objects.equals(states.get(i - 1), states.get(i))) {
                ListChange<String> change = new ListChange<>(states.get(i - 1), states.get(i));
                net = net.isPresent() ? net.get().then(change) : Optional.of(change);
            }
        }
        return net;
    }
}
