package kz.legality.door.diameter;

import org.jspecify.annotations.Nullable;

/** Why a request is answered by something other than success. */
public final class DiameterRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int resultCode;
    private final transient @Nullable Avp failed;

    /**
     * @param resultCode one of {@link ResultCode}
     * @param message told to the peer; names nobody and repeats nothing that came in
     * @param failed the pair that is wrong or missing
     */
    public DiameterRefusal(int resultCode, String message, @Nullable Avp failed) {
        super(message);
        this.resultCode = resultCode;
        this.failed = failed;
    }

    public static DiameterRefusal of(int resultCode, String message) {
        return new DiameterRefusal(resultCode, message, null);
    }

    int resultCode() {
        return resultCode;
    }

    @Nullable
    Avp failed() {
        return failed;
    }
}
