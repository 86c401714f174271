package kz.legality.door.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.finding.Considered;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.query.device.DeviceState;
import kz.legality.query.device.DeviceState.GivenReason;
import kz.legality.query.device.WholeDevice;
import kz.legality.query.finding.FindingAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Where a device stands, as it leaves the ledger.
 *
 * @param owner {@code {"bin": ...}} of a company; of a person {@code {"person": {"value": ...}}} to whoever may read it,
 *     else {@code {"person": {"withheld": true}}}; null where nobody registered it
 * @param device this IMEI and its siblings with the one status that the device has, the worst of theirs
 * @param findings what the rules found under this IMEI, without what was withdrawn
 * @param incomplete true while an event of the device could not be applied, so that the answer may be wrong
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DeviceAnswer(
        String imei,
        ListStatus status,
        List<Reason> reasons,
        @Nullable Instant deadline,
        @Nullable String brand,
        @Nullable String model,
        @Nullable String marketingName,
        @Nullable JsonNode owner,
        List<String> siblings,
        WholeDevice device,
        List<Found> findings,
        boolean incomplete) {

    /**
     * Why it stands there.
     *
     * @param position of the event that gives the reason, null where it is the absence of one
     * @param sequence of that event in the device's history
     */
    public record Reason(
            Standing.Code code,
            @Nullable Long position,
            @Nullable Long sequence,
            @Nullable SourceAnswer source,
            String policyVersion) {
        static Reason of(GivenReason given) {
            return new Reason(
                    given.code(),
                    given.eventPosition(),
                    given.sequence(),
                    given.source() == null ? null : SourceAnswer.of(given.source()),
                    given.policyVersion());
        }
    }

    /**
     * What a rule found.
     *
     * @param facts positions of the events it rests on
     */
    public record Found(
            String id,
            String rule,
            Severity severity,
            FindingState state,
            @Nullable String claim,
            @Nullable String declaration,
            List<Long> facts,
            List<Considered> considered) {
        static Found of(FindingAnswer answer) {
            return new Found(
                    answer.id(),
                    answer.rule(),
                    answer.severity(),
                    answer.state(),
                    answer.claim(),
                    answer.declaration(),
                    answer.facts(),
                    answer.considered());
        }
    }

    public static DeviceAnswer of(DeviceState state, @Nullable JsonNode owner, List<FindingAnswer> findings) {
        return new DeviceAnswer(
                state.imei(),
                state.status(),
                state.reasons().stream().map(Reason::of).toList(),
                state.deadline(),
                state.brand(),
                state.model(),
                state.marketingName(),
                owner,
                state.siblings(),
                state.device(),
                findings.stream().map(Found::of).toList(),
                state.incomplete());
    }
}
