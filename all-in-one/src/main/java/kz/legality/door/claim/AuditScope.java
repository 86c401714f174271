package kz.legality.door.claim;

import kz.legality.door.access.Caller;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.identifier.Bin;
import kz.legality.launch.OpenLedger;
import kz.legality.query.claim.ClaimAnswer;
import kz.legality.query.finding.FindingAnswer;
import org.springframework.stereotype.Component;

/**
 * What an auditor may see: one who was sent to a taxpayer sees that taxpayer's, and of the rest not even that it exists.
 */
@Component
public class AuditScope {
    private final OpenLedger ledger;

    AuditScope(OpenLedger ledger) {
        this.ledger = ledger;
    }

    public ClaimAnswer claim(String number, Caller caller) {
        return ledger.queries()
                .claims()
                .claim(number)
                .filter(it -> caller.taxpayer().map(it.claimant()::equals).orElse(true))
                .orElseThrow(() -> RequestProblem.notFound("there is no refund claim '" + number + "'"));
    }

    public FindingAnswer finding(String id, Caller caller) {
        return ledger.queries()
                .findings()
                .find(id)
                .filter(it -> caller.taxpayer()
                        .map(bin -> ledger.queries().findings().isOf(id, bin))
                        .orElse(true))
                .orElseThrow(() -> RequestProblem.notFound("there is no finding '" + id + "'"));
    }

    /** The taxpayer's number, once it is one and in scope. */
    public String company(String bin, Caller caller) {
        String asked = Asked.as("bin", () -> new Bin(bin)).value();
        if (!caller.taxpayer().map(asked::equals).orElse(true)) {
            throw RequestProblem.notFound("there is no taxpayer " + asked + " in this auditor's scope");
        }
        return asked;
    }
}
