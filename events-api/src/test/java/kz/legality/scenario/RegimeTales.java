package kz.legality.scenario;

import static kz.legality.device.ListStatus.*;
import static kz.legality.device.Standing.Code.*;
import static kz.legality.example.Devices.PHONE;
import static kz.legality.example.Facts.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.legality.device.DeviceEvent.*;
import kz.legality.example.Companies;
import kz.legality.example.Persons;
import kz.legality.example.Scenario;
import kz.legality.example.Traveller;
import kz.legality.policy.Policy;

/** What other countries do (DOMAIN.md 1.3), said as terms of a policy: what the term is counted from, and whose it is. */
final class RegimeTales {
    private RegimeTales() {}

    private static Scenario under(Map<String, Object> grey) {
        return Scenario.of(PHONE).underPolicy(with(grey));
    }

    static final List<Tale> TALES = List.of(
            new Tale(
                    "Where the term is counted from the first network event, a late file changes nothing of it",
                    () -> under(Map.of("start", "FIRST_NETWORK_EVENT"))
                            .received("2025-06-20", registered().on("2025-05-10"))
                            .withDeadline("2025-06-09")),
            new Tale(
                    "Where the term is counted from the notice, it begins when the ledger is told",
                    () -> under(Map.of("start", "NOTIFICATION"))
                            .received("2025-06-20", registered().on("2025-05-10"))
                            .withDeadline("2025-07-20")
                            .stoodOn("2025-06-19", UNKNOWN, NO_ORIGIN)),
            new Tale(
                    "Where the term is counted from the border, the crossing begins it and not the first call",
                    () -> Traveller.under(with(Map.of("start", "BORDER_ENTRY", "term", "P60D")))
                            .with(
                                    declared(PHONE).on("2025-05-01").worth(200_000_000),
                                    registered(PHONE).on("2025-05-21"))
                            .stands(PHONE, GREY, GREY_TERM_RUNNING, BEYOND_ALLOWANCE)
                            .withDeadline(PHONE, "2025-06-30")),
            new Tale(
                    "Counted from the border, a term can be over when the phone is first heard of, and never before",
                    () -> Traveller.under(with(Map.of("start", "BORDER_ENTRY", "term", "P60D")))
                            .with(
                                    declared(PHONE).on("2025-05-01").worth(200_000_000),
                                    registered(PHONE).on("2025-09-01"))
                            .withDeadline(PHONE, "2025-09-01")),
            new Tale(
                    "Where nothing is known of a crossing, a term from the border is counted from the first network"
                            + " event",
                    () -> under(Map.of("start", "BORDER_ENTRY"))
                            .when(registered().on("2025-05-10"))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .withDeadline("2025-06-09")),
            new Tale(
                    "A foreigner has the days that are added for him",
                    () -> under(Map.of("term", "P120D", "extraIfForeignId", "P120D"))
                            .when(registered().to(Persons.FOREIGNER).on("2025-05-10"))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .withDeadline("2026-01-05")),
            new Tale(
                    "A resident has none of the days that are added for a foreigner",
                    () -> under(Map.of("term", "P120D", "extraIfForeignId", "P120D"))
                            .when(registered().on("2025-05-10"))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .withDeadline("2025-09-07")),
            new Tale(
                    "A foreigner has the term of a non-resident, where there is one",
                    () -> under(Map.of("nonResident", "P60D"))
                            .when(registered().to(Persons.FOREIGNER).on("2025-05-10"))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .withDeadline("2025-07-09")),
            new Tale(
                    "A company that is not resident has the term of a non-resident",
                    () -> under(Map.of("nonResident", "P60D"))
                            .when(registered().to(Companies.NON_RESIDENT).on("2025-05-10"))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .withDeadline("2025-07-09")));

    private static Policy with(Map<String, Object> changed) {
        Map<String, Object> terms = new HashMap<>(Policy.kazakhstan().terms());
        Map<String, Object> lists = at(terms, "lists");
        Map<String, Object> grey = at(lists, "grey");
        grey.putAll(changed);
        lists.put("grey", grey);
        terms.put("lists", lists);
        terms.put("version", "KZ with lists.grey " + new java.util.TreeMap<>(changed));
        return Policy.of(terms);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> terms, String key) {
        return new HashMap<>((Map<String, Object>) terms.get(key));
    }
}
