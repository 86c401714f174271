package kz.legality.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.finding.Considered;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;
import kz.legality.identifier.Sha256;
import org.jspecify.annotations.Nullable;

/** A finding in the making. Its id is a hash of the rule, the subject and what its anchors are about. */
final class Drafting {
    private static final int ID_BYTES = 12;

    private final About rule;
    private final String subject;
    private final List<String> anchors = new ArrayList<>();
    private final Map<FactRef, String> said = new LinkedHashMap<>();
    private final Set<ExportItem> exports = new LinkedHashSet<>();
    private final Map<String, String> measures = new LinkedHashMap<>();
    private final List<Considered> considered = new ArrayList<>();
    private Instant at = Instant.EPOCH;

    Drafting(About rule, String subject) {
        this.rule = rule;
        this.subject = subject;
    }

    Drafting anchor(Told<? extends Fact> told) {
        anchors.add(told.identity());
        return rests(told);
    }

    Drafting rests(Told<? extends Fact> told) {
        return rests(told.ref(), told.content(), told.at());
    }

    Drafting rests(FactRef ref, String content, Instant when) {
        said.put(ref, content);
        at = when.isAfter(at) ? when : at;
        return this;
    }

    Drafting exports(Collection<ExportItem> items) {
        exports.addAll(items);
        return this;
    }

    Drafting measure(String name, Object value) {
        measures.put(name, value.toString());
        return this;
    }

    Drafting considered(String explanation, boolean applies, String detail) {
        considered.add(new Considered(explanation, applies, detail));
        return this;
    }

    /** Whether the paper may mean another phone. */
    Drafting consideredTypo(@Nullable Typo typo) {
        return considered(
                "POSSIBLE_TYPO",
                typo != null,
                typo == null
                        ? "No phone of the shipment is one digit away and unaccounted for."
                        : "The declaration may mean " + typo.meant() + ", one digit away.");
    }

    Finding as(Severity severity) {
        List<FactRef> facts = said.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        List<String> contents = new ArrayList<>(said.values().stream().sorted().toList());
        contents.add(severity.name());
        considered.forEach(it -> contents.add(it.explanation() + it.applies()));
        List<String> identity = new ArrayList<>(List.of(rule.id(), subject));
        anchors.stream().sorted().forEach(identity::add);
        return new Finding(
                digest(identity),
                rule.id(),
                rule.version(),
                severity,
                digest(contents),
                at,
                exports.stream().sorted().toList(),
                facts,
                measures,
                considered);
    }

    private static String digest(List<String> parts) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(String.join("\0", parts)), ID_BYTES));
    }
}
