package kz.legality.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;

/**
 * One version of a jurisdiction's terms. The names of its parts are the keys of a policy file: {@code lists.grey.term} is
 * {@code lists().grey().term()}.
 *
 * @param version recorded in every event that was decided by it
 * @param validFrom the first day on which it is in force, in its zone
 * @param zone whose calendar days the terms are counted in
 */
public record Policy(
        String jurisdiction,
        String version,
        LocalDate validFrom,
        ZoneId zone,
        ListTerms lists,
        Grandfathering grandfather,
        Set<Exemption> exempt,
        PersonalImportTerms personalImport,
        FeeTerms fee,
        SlaTerms sla,
        DeviceTerms device,
        HomeTerms home,
        CustomsTerms customs,
        VatTerms vat,
        ExportTerms export,
        NoticeTerms notices,
        FindingTerms findings,
        ObservationTerms observations,
        NetworkTerms network) {

    /**
     * Kazakhstan: order № 226 of 23.05.2018 as amended by order № 8/НҚ of 13.01.2025. Also what a policy recorded before
     * a key existed says of that key.
     */
    public static Policy kazakhstan() {
        return new Policy(
                "KZ",
                "KZ-2025-03-25",
                LocalDate.of(2025, 3, 25),
                ZoneId.of("Asia/Almaty"),
                ListTerms.kazakhstan(),
                Grandfathering.kazakhstan(),
                Set.of(Exemption.INBOUND_ROAMER, Exemption.M2M),
                PersonalImportTerms.kazakhstan(),
                FeeTerms.kazakhstan(),
                SlaTerms.kazakhstan(),
                DeviceTerms.kazakhstan(),
                HomeTerms.kazakhstan(),
                CustomsTerms.kazakhstan(),
                VatTerms.kazakhstan(),
                ExportTerms.kazakhstan(),
                NoticeTerms.kazakhstan(),
                FindingTerms.kazakhstan(),
                ObservationTerms.kazakhstan(),
                NetworkTerms.kazakhstan());
    }

    /**
     * A file's terms.
     *
     * @throws PolicyFlaw that names the key which is missing, unknown, or not what it should be
     */
    public static Policy of(Map<String, Object> terms) {
        return Terms.read(terms, null);
    }

    /** Terms that were recorded: what a later key would say is Kazakhstan's first word on it. */
    public static Policy recorded(Map<String, Object> terms) {
        return Terms.read(terms, kazakhstan());
    }

    /** All of it as it is recorded: maps, lists and texts. */
    public Map<String, Object> terms() {
        return Terms.write(this);
    }

    /** When it comes into force. */
    public Instant inForceFrom() {
        return validFrom.atStartOfDay(zone).toInstant();
    }

    /** Up to what value a person may bring devices in within that year; empty where there is no such bound. */
    public Optional<Tiyn> personalValueCap(int year) {
        Integer cap = personalImport.valueCapMRP();
        return cap == null ? Optional.empty() : fee.mrp(cap, year);
    }

    public Period greyTerm() {
        return lists.grey().term();
    }

    public LocalDate grandfatheredBefore() {
        return grandfather.before();
    }

    public Set<Procedure> clearingProcedures() {
        return customs.clearing();
    }

    public Set<Procedure> departingProcedures() {
        return customs.departing();
    }
}
