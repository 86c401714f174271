package kz.legality.claim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Bin;
import kz.legality.identifier.ClaimNumber;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Tiyn;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to one VAT refund claim (Tax Code 214-VIII, arts 125-131; form 300.00). */
public sealed interface ClaimEvent extends LedgerEvent {
    ClaimNumber claim();

    @Override
    @JsonIgnore
    default String stream() {
        return streamOf(claim());
    }

    static String streamOf(ClaimNumber claim) {
        return "claim:" + claim.value();
    }

    /**
     * The claim asks VAT back for one item of an export declaration. Recorded as a fact even where no such export is
     * known: findings judge it, the ledger does not refuse it.
     *
     * @param corrects sequence in this stream of the earlier word about the same item that this one replaces
     * @param period the tax period in the words of the form: {@code 2026-Q1}, {@code 2026-03}
     * @param vat what is asked back for this item
     * @param replaces the claim that this one was filed in place of; an additional form 300.00
     */
    @StoredAs("RefundClaimed")
    record RefundClaimed(
            ClaimNumber claim,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String period,
            Bin claimant,
            OffsetDateTime filedAt,
            DeclarationNumber declaration,
            int item,
            Tiyn vat,
            @Nullable ClaimNumber replaces)
            implements ClaimEvent {

        @JsonIgnore
        public ExportItem exportItem() {
            return new ExportItem(declaration, item);
        }

        RefundClaimed correcting(@Nullable Long sequence) {
            return new RefundClaimed(
                    claim, occurredAt, source, sequence, period, claimant, filedAt, declaration, item, vat, replaces);
        }

        /** Whether both say the same of the item, whoever says it and when. */
        boolean saysTheSameAs(RefundClaimed before) {
            return period.equals(before.period)
                    && claimant.equals(before.claimant)
                    && filedAt.toInstant().equals(before.filedAt.toInstant())
                    && vat.equals(before.vat)
                    && Objects.equals(replaces, before.replaces);
        }
    }
}
