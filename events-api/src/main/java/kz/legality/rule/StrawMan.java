package kz.legality.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R7: a person brings in more than for himself, or for others. */
record StrawMan() implements Rule {
    private static final int PAPERS_NAMED_MAX = 10;

    /** One device a person declared. */
    private record Brought(CaseFile file, Told<DeviceDeclared> told) {
        /** The IMEIs of one phone on one paper are one device. */
        String device() {
            String group = told.fact().device();
            return told.fact().declaration() + "|"
                    + (group == null ? file.imei().key() : group);
        }
    }

    @Override
    public About about() {
        return new About(
                "R7",
                1,
                "Straw man",
                "A person declared more devices than allowed within a year or under one tracking number, or of more"
                        + " value within a calendar year: MEDIUM; or most of his devices are registered to others only:"
                        + " HIGH.",
                false,
                List.of(
                        "personalImport.max",
                        "personalImport.window",
                        "personalImport.valueCapMRP",
                        "findings.strawManShare",
                        "findings.strawManCount"),
                List.of("Rules of 2025: two devices a year, declared above", "Customs: quantity criterion, 2 phones"),
                List.of(
                        "SECOND_SLOT: the IMEIs of one phone count once",
                        "FAMILY: gifts within one household are not known to the ledger; a person decides"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceDeclared> own : dossier.own().all(DeviceDeclared.class)) {
            String person = own.fact().person().pseudonym().value();
            List<Brought> all = dossier.around().ofThePerson().stream()
                    .flatMap(file -> file.all(DeviceDeclared.class).stream()
                            .filter(it -> it.fact().person().pseudonym().value().equals(person))
                            .map(it -> new Brought(file, it)))
                    .sorted(Comparator.comparing((Brought it) -> it.told().at())
                            .thenComparing(it -> it.told().identity()))
                    .toList();
            List<Brought> tooMany = window(own, all, dossier);
            List<Brought> parcel = all.stream()
                    .filter(it -> own.fact().tracking() != null
                            && own.fact().tracking().equals(it.told().fact().tracking()))
                    .toList();
            boolean crowded = devices(tooMany) > dossier.terms().personalMax()
                    || devices(parcel) > dossier.terms().personalMax();
            List<Brought> year = all.stream()
                    .filter(it -> year(it.told(), dossier) == year(own, dossier))
                    .toList();
            boolean costly = dossier.terms()
                    .personalValueMax()
                    .in(year(own, dossier))
                    .filter(cap -> value(year) > cap.amount())
                    .isPresent();
            boolean strangers = strangers(tooMany, "person:" + person, dossier.terms());
            if (crowded || costly || strangers) {
                Drafting draft = new Drafting(about(), dossier.imei().key())
                        .anchor(own)
                        .exports(dossier.exportItems())
                        .measure("devices", Math.max(devices(tooMany), devices(parcel)))
                        .measure("valueTiyn", value(year))
                        .considered("FAMILY", false, "Households are not known to the ledger.")
                        .considered("SECOND_SLOT", false, "The IMEIs of one phone were counted once.");
                (crowded || strangers ? fuller(parcel, tooMany) : year)
                        .stream().limit(PAPERS_NAMED_MAX).forEach(it -> draft.rests(it.told()));
                findings.add(draft.as(strangers ? Severity.HIGH : Severity.MEDIUM));
            }
        }
        return findings;
    }

    /** The fullest stretch of the window's length that holds this declaration. */
    private static List<Brought> window(Told<DeviceDeclared> own, List<Brought> all, Dossier dossier) {
        List<Brought> best = List.of();
        for (Brought first : all) {
            Instant from = first.told().at();
            Instant to = from.atZone(dossier.zone())
                    .plus(dossier.terms().personalWindow())
                    .toInstant();
            if (!from.isAfter(own.at()) && own.at().isBefore(to)) {
                List<Brought> within = all.stream()
                        .filter(it ->
                                !it.told().at().isBefore(from) && it.told().at().isBefore(to))
                        .toList();
                best = devices(within) > devices(best) ? within : best;
            }
        }
        return best;
    }

    private static int year(Told<DeviceDeclared> told, Dossier dossier) {
        return told.at().atZone(dossier.zone()).getYear();
    }

    private static List<Brought> fuller(List<Brought> one, List<Brought> other) {
        return devices(one) > devices(other) ? one : other;
    }

    private static int devices(List<Brought> some) {
        return (int) some.stream().map(Brought::device).distinct().count();
    }

    private static long value(List<Brought> some) {
        Set<String> counted = new HashSet<>();
        return some.stream()
                .filter(it -> counted.add(it.device()))
                .mapToLong(it -> it.told().fact().unitValue().amount())
                .sum();
    }

    private static boolean strangers(List<Brought> some, String person, RuleTerms terms) {
        Set<String> all = some.stream().map(Brought::device).collect(Collectors.toSet());
        Set<String> usedByOthers = new HashSet<>();
        Set<String> usedByHimself = new HashSet<>();
        for (Brought it : some) {
            for (Told<DeviceRegistered> registered : it.file().all(DeviceRegistered.class)) {
                (registered.fact().owner().reference().equals(person) ? usedByHimself : usedByOthers).add(it.device());
            }
        }
        usedByOthers.removeAll(usedByHimself);
        return all.size() >= terms.strangersDevicesMin()
                && usedByOthers.size() >= terms.strangersShareMin() * all.size();
    }
}
