package kz.legality.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kz.legality.claim.ExportItem;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;

/** What was found of an export item as a whole, where no single device of it says it: stream {@code export:<item>}. */
public sealed interface ItemEvent extends LedgerEvent {
    String STREAM = "export:";

    ExportItem item();

    @Override
    @JsonIgnore
    default String stream() {
        return STREAM + item().text();
    }

    /** A rule found something, or finds the same on other facts: the same id, said again, replaces what it said. */
    @StoredAs("ItemFindingRaised")
    record ItemFindingRaised(ExportItem item, Instant occurredAt, Source source, Finding finding, String policyVersion)
            implements ItemEvent {}

    /** The facts no longer say so. */
    @StoredAs("ItemFindingWithdrawn")
    record ItemFindingWithdrawn(
            ExportItem item, Instant occurredAt, Source source, String finding, String policyVersion)
            implements ItemEvent {}

    /** A person confirmed or dismissed it. */
    @StoredAs("ItemFindingDisposed")
    record ItemFindingDisposed(
            ExportItem item,
            Instant occurredAt,
            Source source,
            String finding,
            Disposition disposition,
            String reason,
            String by)
            implements ItemEvent {}
}
