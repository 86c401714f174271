package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.legality.door.access.Caller;
import kz.legality.door.claim.AuditScope;
import kz.legality.door.claim.Dispositions;
import kz.legality.door.claim.Named;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.launch.OpenLedger;
import kz.legality.query.event.EventAt;
import kz.legality.query.finding.FindingAnswer;
import kz.legality.query.finding.FindingQueries;
import kz.legality.rule.About;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the rules found: all of it, and each with its ground and a person's word on it. */
@Controller
class FindingPages {
    private static final int PAGE_FINDINGS = 100;
    /** A batch rests on every phone of a shipment; the rest of its facts are given as positions. */
    private static final int FACTS_TOLD_MAX = 40;

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);
    private static final List<String> HEADER = List.of(
            "finding",
            "rule",
            "rule_version",
            "severity",
            "state",
            "imei",
            "claim",
            "declaration",
            "item",
            "vat_at_risk_kzt",
            "occurred_at",
            "facts",
            "considered",
            "disposed_by",
            "reason");

    private final OpenLedger ledger;
    private final AuditScope scope;
    private final Dispositions dispositions;

    FindingPages(OpenLedger ledger, AuditScope scope, Dispositions dispositions) {
        this.ledger = ledger;
        this.scope = scope;
        this.dispositions = dispositions;
    }

    /** What the form asks for, as it was typed. */
    public record Filter(String rule, String severity, String state) {
        FindingQueries.Asked asked(Caller caller) {
            return new FindingQueries.Asked(
                    rule.isBlank() ? null : rule.strip(),
                    Named.of("severity", severity, Severity.class),
                    Named.of("state", state, FindingState.class),
                    caller.taxpayer().orElse(null));
        }
    }

    @GetMapping("/audit/findings")
    String list(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Model page) {
        Filter filter = new Filter(rule, severity, state);
        FindingQueries.Found found = ledger.queries().findings().page(filter.asked(caller), cursor, PAGE_FINDINGS);
        page.addAttribute("filter", filter);
        page.addAttribute("rules", rules().stream().map(About::id).toList());
        page.addAttribute("severities", Severity.values());
        page.addAttribute("states", FindingState.values());
        page.addAttribute("findings", found.findings());
        page.addAttribute("next", found.next());
        return "audit/findings";
    }

    @GetMapping("/audit/findings/{id}")
    String show(@PathVariable String id, Caller caller, Model page) {
        FindingAnswer finding = scope.finding(id, caller);
        page.addAttribute("finding", finding);
        page.addAttribute("measures", finding.measures());
        page.addAttribute(
                "about",
                rules().stream()
                        .filter(it -> it.id().equals(finding.rule()))
                        .findFirst()
                        .orElse(null));
        page.addAttribute(
                "facts",
                finding.facts().stream()
                        .limit(FACTS_TOLD_MAX)
                        .map(ledger.queries().events()::at)
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(EventAt::occurredAt))
                        .map(it -> ToldEvent.of(it, ledger.queries().files()))
                        .toList());
        page.addAttribute(
                "untold", finding.facts().stream().skip(FACTS_TOLD_MAX).toList());
        return "audit/finding";
    }

    /** Records a person's word, and shows the finding when the views know of it. */
    @PostMapping("/audit/findings/{id}")
    String dispose(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String disposition,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        dispositions.dispose(id, disposition, reason, null, caller).forEach(this::awaitSeen);
        return "redirect:/audit/findings/" + scope.finding(id, caller).id();
    }

    private void awaitSeen(long position) {
        long deadline = System.nanoTime() + SEEN_WITHIN.toNanos();
        while (ledger.tracing().position() < position && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The findings of the same filter as a file. */
    @GetMapping("/audit/export/findings")
    void export(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "csv") String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        TableFile table = TableFile.open(format, "findings", HEADER, response);
        try (table) {
            ledger.queries().findings().each(new Filter(rule, severity, state).asked(caller), finding -> {
                try {
                    table.row(row(finding));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        }
    }

    private static List<Object> row(FindingAnswer finding) {
        return List.of(
                finding.id(),
                finding.rule(),
                finding.ruleVersion(),
                finding.severity().name(),
                finding.state().name(),
                orEmpty(finding.imei()),
                orEmpty(finding.claim()),
                orEmpty(finding.declaration()),
                orEmpty(finding.item()),
                TableFile.money(finding.vatAtRisk()),
                finding.occurredAt().toString(),
                Shown.joined(finding.facts()),
                String.join(
                        "; ",
                        finding.considered().stream()
                                .map(it -> it.explanation()
                                        + (it.applies() ? " applies: " : " does not apply: ")
                                        + it.detail())
                                .toList()),
                orEmpty(finding.disposedBy()),
                orEmpty(finding.reason()));
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private List<About> rules() {
        return RuleBook.of(RuleTerms.of(ledger.policy())).about();
    }
}
