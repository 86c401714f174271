package kz.legality.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every finding that one stream holds, and how it comes to agree with what the rules say now. A dismissed finding is
 * left alone until what its inputs say changes; a confirmed one stays confirmed while it has ground.
 */
public record Findings(Map<String, Held> held) {
    public static final Findings NONE = new Findings(Map.of());

    /** What is to be recorded so that the stream says what the rules say. */
    public sealed interface Change {
        record Raise(Finding finding) implements Change {}

        record Withdraw(Finding finding) implements Change {}
    }

    public Findings raised(Finding finding) {
        Held before = held.get(finding.id());
        if (before == null) {
            return with(new Held(finding, FindingState.OPEN, null, null, null));
        }
        boolean confirmed = before.state() == FindingState.CONFIRMED;
        return with(new Held(
                finding,
                confirmed ? FindingState.CONFIRMED : FindingState.OPEN,
                before.dismissedBasis(),
                before.by(),
                before.reason()));
    }

    public Findings withdrawn(String id) {
        Held before = held.get(id);
        return before == null
                ? this
                : with(new Held(
                        before.finding(),
                        FindingState.WITHDRAWN,
                        before.dismissedBasis(),
                        before.by(),
                        before.reason()));
    }

    public Findings disposed(String id, Disposition disposition, String by, String reason) {
        Held before = held.get(id);
        if (before == null) {
            return this;
        }
        return with(
                switch (disposition) {
                    case CONFIRMED ->
                        new Held(before.finding(), FindingState.CONFIRMED, before.dismissedBasis(), by, reason);
                    case DISMISSED ->
                        new Held(
                                before.finding(),
                                FindingState.DISMISSED,
                                before.finding().basis(),
                                by,
                                reason);
                });
    }

    public Optional<Held> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    public Collection<Held> all() {
        return held.values();
    }

    /** Raises what is missing or says something else now, withdraws what has lost its ground. */
    public List<Change> towards(List<Finding> now) {
        List<Change> changes = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (Finding finding : now) {
            found.add(finding.id());
            Held before = held.get(finding.id());
            if (before == null || isNews(finding, before)) {
                changes.add(new Change.Raise(finding));
            }
        }
        for (Held before : held.values()) {
            if (before.state().counts() && !found.contains(before.finding().id())) {
                changes.add(new Change.Withdraw(before.finding()));
            }
        }
        return changes;
    }

    /** What the stream says once the changes are recorded. */
    public Findings after(List<Change> changes) {
        Findings now = this;
        for (Change change : changes) {
            now = switch (change) {
                case Change.Raise raise -> now.raised(raise.finding());
                case Change.Withdraw withdraw ->
                    now.withdrawn(withdraw.finding().id());
            };
        }
        return now;
    }

    private static boolean isNews(Finding now, Held before) {
        return switch (before.state()) {
            case OPEN, CONFIRMED -> !before.finding().equals(now);
            case DISMISSED, WITHDRAWN -> !now.basis().equals(before.dismissedBasis());
        };
    }

    private Findings with(Held changed) {
        Map<String, Held> all = new LinkedHashMap<>(held);
        all.put(changed.finding().id(), changed);
        return new Findings(all);
    }
}
