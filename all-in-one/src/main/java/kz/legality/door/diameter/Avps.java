package kz.legality.door.diameter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pairs of a message or of a grouped one, looked up by attribute. */
public record Avps(List<Avp> all) {
    public Avps {
        all = List.copyOf(all);
    }

    /** Null where there is none; two are refused. */
    public @Nullable Avp find(AvpType type) throws DiameterRefusal {
        Avp found = null;
        for (Avp avp : all) {
            if (avp.is(type)) {
                if (found != null) {
                    throw new DiameterRefusal(
                            ResultCode.AVP_OCCURS_TOO_MANY_TIMES, "an AVP is there twice that may be there once", avp);
                }
                found = avp;
            }
        }
        return found;
    }

    /** Refused where there is none; {@code example} then shows what is missing. */
    public Avp required(Avp example) throws DiameterRefusal {
        Avp found = find(example.type());
        if (found == null) {
            throw new DiameterRefusal(ResultCode.MISSING_AVP, "an AVP is missing that must be there", example);
        }
        return found;
    }

    List<Avp> every(AvpType type) {
        return all.stream().filter(avp -> avp.is(type)).toList();
    }

    /** Refuses a pair that must be understood and is none of these. */
    public void requireUnderstood(List<AvpType> known) throws DiameterRefusal {
        for (Avp avp : all) {
            if (avp.type().mandatory() && known.stream().noneMatch(avp::is)) {
                throw new DiameterRefusal(
                        ResultCode.AVP_UNSUPPORTED, "an AVP must be understood that is not known here", avp);
            }
        }
    }
}
