package kz.legality.door.release;

import java.util.List;
import kz.legality.release.CutOff;

/**
 * What the next release would be, if it were made now.
 *
 * @param number it would have; the last one's where nothing has changed since
 * @param cutOffs of each operator that has any, by name
 * @param needsTwoPersons by the policy in force
 */
public record ReleaseDraft(
        long number,
        long position,
        long entries,
        long added,
        long removed,
        long changed,
        List<CutOff> cutOffs,
        boolean needsTwoPersons) {}
