package kz.legality.query.device;

import java.time.Instant;
import java.util.List;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.device.Standing.Code;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of an IMEI: no owner, no history, no paper.
 *
 * @param imei as printed, 15 digits
 */
public record PublicCheck(
        String imei,
        ListStatus status,
        @Nullable String brand,
        @Nullable String model,
        @Nullable String marketingName,
        Advice advice,
        @Nullable Instant deadline,
        long position) {

    /** What to do; stable names, part of the interface. */
    public enum Advice {
        /** Lawful. */
        NONE,
        /** Prove legality before the deadline, or it will be blocked. */
        PROVE_LEGALITY,
        /** Several devices carry this number: show the device and its papers. */
        SHOW_DEVICE,
        /** Blocked because legality was not proven in time: it still can be. */
        PROVE_LEGALITY_TO_UNBLOCK,
        /** Blocked by an authority's order: ask the authority, do not buy. */
        ASK_AUTHORITY,
        /** What is known speaks against it: do not buy before the seller has cleared it. */
        NOT_CLEARED,
        /** Nothing is known: compare the number with *#06#, ask for customs papers. */
        NO_RECORD;

        static Advice on(Standing standing) {
            List<Code> codes =
                    standing.reasons().stream().map(Standing.Reason::code).toList();
            return switch (standing.status()) {
                case WHITE -> NONE;
                case GREY -> codes.contains(Code.CLONE_DETECTED) ? SHOW_DEVICE : PROVE_LEGALITY;
                case BLACK -> whenBlocked(codes);
                case UNKNOWN -> codes.contains(Code.NO_RECORD) ? NO_RECORD : NOT_CLEARED;
            };
        }

        /** Of several grounds the one that the owner cannot mend himself. */
        private static Advice whenBlocked(List<Code> codes) {
            if (List.of(Code.GREY_TERM_EXPIRED).equals(codes)) {
                return PROVE_LEGALITY_TO_UNBLOCK;
            }
            return List.of(Code.CLONE_RESOLVED).equals(codes) ? SHOW_DEVICE : ASK_AUTHORITY;
        }
    }
}
