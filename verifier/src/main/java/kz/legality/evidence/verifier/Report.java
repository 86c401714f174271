package kz.legality.evidence.verifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of each check, and what the bundle says where all hold. */
public final class Report {
    /** What comes of a check. */
    public enum Outcome {
        PASS,
        FAIL,
        SKIPPED
    }

    /** @param detail why it failed or was skipped, or how much was checked */
    public record Line(Check check, Outcome outcome, String detail) {}

    private final Map<Check, Line> lines = new EnumMap<>(Check.class);
    private final List<String> findings = new ArrayList<>();

    /** The first outcome of a check stands, except that a failure takes the place of anything. */
    void note(Check check, Outcome outcome, String detail) {
        Line before = lines.get(check);
        if (before == null || (outcome == Outcome.FAIL && before.outcome() != Outcome.FAIL)) {
            lines.put(check, new Line(check, outcome, detail));
        }
    }

    void say(String finding) {
        findings.add(finding);
    }

    /** One line for each check; those that were not reached are skipped. */
    public List<Line> lines() {
        List<Line> all = new ArrayList<>();
        for (Check check : Check.values()) {
            all.add(lines.getOrDefault(check, new Line(check, Outcome.SKIPPED, "not reached")));
        }
        return all;
    }

    public boolean holds() {
        return lines().stream().noneMatch(line -> line.outcome() == Outcome.FAIL)
                && lines.containsKey(Check.COMPLETENESS);
    }

    public List<String> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** For people: a line a check, then what the bundle says, then whether it holds. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-7s  %-13s  %s%s%n",
                    line.outcome(),
                    line.check().written(),
                    line.check().sentence(),
                    line.detail().isEmpty() ? "" : " (" + line.detail() + ")"));
        }
        if (holds()) {
            text.append(System.lineSeparator());
            findings.forEach(finding -> text.append(finding).append(System.lineSeparator()));
        }
        return text.append(System.lineSeparator())
                .append(holds() ? "All checks hold." : "This is not what the log says: do not rely on it.")
                .append(System.lineSeparator())
                .toString();
    }
}
