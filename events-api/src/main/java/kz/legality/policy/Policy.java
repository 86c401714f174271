package kz.legality.policy;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import kz.legality.identifier.Procedure;

/**
 * The terms of one jurisdiction as they are in force.
 *
 * @param version recorded in every event that was decided by it
 * @param greyTerm how long an owner has to prove legality, from the first connection ({@code lists.grey.term})
 * @param grandfatheredBefore a device in use before this day is lawful until its end of life
 * @param clearingProcedures customs procedures that release goods for the home market for good
 * @param departingProcedures customs procedures by which goods leave the home market for good
 * @param zone whose calendar days the terms are counted in
 */
public record Policy(
        String version,
        Period greyTerm,
        LocalDate grandfatheredBefore,
        Set<Procedure> clearingProcedures,
        Set<Procedure> departingProcedures,
        ZoneId zone) {

    /**
     * Kazakhstan: order № 226 of 23.05.2018 as amended by order № 8/НҚ of 13.01.2025; procedures by decision 378 of the
     * Customs Union Commission.
     */
    public static Policy kazakhstan() {
        return new Policy(
                "KZ-2025-03-25",
                Period.ofDays(30),
                LocalDate.of(2025, 3, 25),
                Set.of(new Procedure("40"), new Procedure("60"), new Procedure("78"), new Procedure("96")),
                Set.of(new Procedure("10"), new Procedure("31")),
                ZoneId.of("Asia/Almaty"));
    }
}
