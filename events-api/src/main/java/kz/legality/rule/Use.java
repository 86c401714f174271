package kz.legality.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.Occasion;

/**
 * The phone in use at home: seen on a network, or registered to a subscriber. A registration is a person's word and not
 * a network's, so it has no days and weighs less than sustained use.
 *
 * @param first the start of the first day it was seen on
 * @param last the start of the last day it was seen on
 * @param early how much earlier than those the use may have been: a network's clock errs
 * @param late how much later than those it may have been: networks tell the day only, and their clocks err
 * @param days 0 for a registration
 * @param firstSight whether it was told because the phone or its subscriber was new: what is told of an export has those days too
 * @param user keyed stand-ins for the IMSI and, where it is known, for the owner
 */
record Use(
        Told<? extends Fact> told,
        Instant first,
        Instant last,
        Duration early,
        Duration late,
        int days,
        boolean home,
        boolean firstSight,
        Set<String> user) {
    static List<Use> of(CaseFile file, ZoneId zone, Duration clockSkew) {
        List<Use> uses = new ArrayList<>();
        for (Told<SeenOnNetwork> told : file.all(SeenOnNetwork.class)) {
            SeenOnNetwork seen = told.fact();
            uses.add(new Use(
                    told,
                    seen.firstSeen().atStartOfDay(zone).toInstant(),
                    seen.lastSeen().atStartOfDay(zone).toInstant(),
                    clockSkew,
                    Duration.ofDays(1).plus(clockSkew),
                    seen.daysSeen(),
                    seen.homeSubscriber(),
                    seen.occasion() == Occasion.FIRST_SEEN || seen.occasion() == Occasion.NEW_SUBSCRIBER,
                    Set.of(seen.subscriber().value())));
        }
        for (Told<DeviceRegistered> told : file.all(DeviceRegistered.class)) {
            uses.add(new Use(
                    told,
                    told.at(),
                    told.at(),
                    Duration.ZERO,
                    Duration.ZERO,
                    0,
                    true,
                    false,
                    Set.of(
                            told.fact().imsi().pseudonym().value(),
                            told.fact().owner().reference())));
        }
        return uses;
    }

    /** Whether it was surely in use after the moment. */
    boolean endsAfter(Instant moment) {
        return last.minus(early).isAfter(moment);
    }

    /** Whether all of it was surely after the moment. */
    boolean beginsAfter(Instant moment) {
        return first.minus(early).isAfter(moment);
    }

    /** The latest moment that its first day can have been. */
    Instant firstAtLatest() {
        return first.plus(late);
    }

    /** The latest moment that its last day can have been. */
    Instant lastAtLatest() {
        return last.plus(late);
    }

    /** How many days they tell of, each once. */
    static int daysOf(List<Use> uses) {
        return uses.stream()
                .filter(use ->
                        !use.firstSight || uses.stream().noneMatch(other -> !other.firstSight && other.covers(use)))
                .mapToInt(Use::days)
                .sum();
    }

    private boolean covers(Use other) {
        return days > 0 && !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    boolean isBySomeUserOf(Use other) {
        return user.stream().anyMatch(other.user::contains);
    }
}
