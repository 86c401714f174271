package kz.legality.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.SeenOnNetwork;

/**
 * The phone in use at home: seen on a network, or registered to a subscriber. A registration is a person's word and not
 * a network's, so it has no days and weighs less than sustained use.
 *
 * @param last the start of the last day it was seen on, so that no clock of a network makes it later than it was
 * @param days 0 for a registration
 * @param subscriber keyed stand-in for the IMSI
 */
record Use(Told<? extends Fact> told, Instant first, Instant last, int days, boolean home, String subscriber) {
    static List<Use> of(CaseFile file, ZoneId zone) {
        List<Use> uses = new ArrayList<>();
        for (Told<SeenOnNetwork> told : file.all(SeenOnNetwork.class)) {
            SeenOnNetwork seen = told.fact();
            uses.add(new Use(
                    told,
                    seen.firstSeen().atStartOfDay(zone).toInstant(),
                    seen.lastSeen().atStartOfDay(zone).toInstant(),
                    seen.daysSeen(),
                    seen.homeSubscriber(),
                    seen.subscriber().value()));
        }
        for (Told<DeviceRegistered> told : file.all(DeviceRegistered.class)) {
            uses.add(new Use(
                    told,
                    told.at(),
                    told.at(),
                    0,
                    true,
                    told.fact().imsi().pseudonym().value()));
        }
        return uses;
    }
}
