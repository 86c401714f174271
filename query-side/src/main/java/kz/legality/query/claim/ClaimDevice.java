package kz.legality.query.claim;

import java.util.List;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;

/**
 * One phone of a claim.
 *
 * @param imei as printed, 15 digits
 * @param item the export item it stands in
 * @param vatAtRisk its share of the item's VAT where a finding puts it in question, else 0
 */
public record ClaimDevice(String imei, String item, Verdict verdict, long vatAtRisk, List<DeviceFinding> findings) {
    /** @param facts positions of the events it rests on */
    public record DeviceFinding(String id, String rule, Severity severity, FindingState state, List<Long> facts) {}
}
